/** A semantic version in parts, as golang.org/x/mod/semver splits it. Build metadata (`+incompatible`) does not count. */
interface Parts {
  readonly major: string
  readonly minor: string
  readonly patch: string
  readonly prerelease: string
}

/** `v1`, `v1.2` and `v1.2.3` are valid; pre-release and build only after three numbers; no leading zeros. */
const VERSION =
  /^v(?<major>0|[1-9]\d*)(?:\.(?<minor>0|[1-9]\d*)(?:\.(?<patch>0|[1-9]\d*)(?<prerelease>-[0-9A-Za-z.-]+)?(?:\+(?<build>[0-9A-Za-z.-]+))?)?)?$/

function parse(version: string): Parts | null {
  const groups = VERSION.exec(version)?.groups
  if (groups === undefined) return null
  const { major = '0', minor = '0', patch = '0', prerelease = '', build } = groups
  // Every dot-separated identifier must be there; a numeric one of the pre-release has no leading zero.
  if (build?.split('.').includes('') === true) return null
  if (
    prerelease !== '' &&
    prerelease
      .slice(1)
      .split('.')
      .some((word) => word === '' || /^0\d+$/.test(word))
  )
    return null
  return { major, minor, patch, prerelease }
}

function sign(before: boolean): number {
  return before ? -1 : 1
}

/** Numbers as text: the longer one is greater, so that none is too large. */
function compareNumbers(a: string, b: string): number {
  if (a === b) return 0
  return a.length === b.length ? sign(a < b) : sign(a.length < b.length)
}

const NUMERIC = /^\d+$/

function compareIdentifiers(a: string, b: string): number {
  const aNumeric = NUMERIC.test(a)
  if (aNumeric !== NUMERIC.test(b)) return sign(aNumeric)
  if (aNumeric) return compareNumbers(a, b)
  return a === b ? 0 : sign(a < b)
}

/** Semantic Versioning 2.0.0, section 11. */
function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return sign(b === '')
  const left = a.slice(1).split('.')
  const right = b.slice(1).split('.')
  for (const [index, word] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const order = compareIdentifiers(word, other)
    if (order !== 0) return order
  }
  return sign(left.length < right.length)
}

/**
 * -1, 0 or 1: the order of module versions, pseudo-versions and `+incompatible` among them.
 * A port of golang.org/x/mod/semver.Compare: what is no version is less than every version, and equal to what is none either.
 */
export function compareVersions(a: string, b: string): number {
  const left = parse(a)
  const right = parse(b)
  if (left === null || right === null) return left === right ? 0 : sign(left === null)
  return (
    compareNumbers(left.major, right.major) ||
    compareNumbers(left.minor, right.minor) ||
    compareNumbers(left.patch, right.patch) ||
    comparePrereleases(left.prerelease, right.prerelease)
  )
}
