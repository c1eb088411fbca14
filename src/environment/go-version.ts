/** The parts of a Go version; decimals stay text, so that none is too large. */
export interface GoVersion {
  readonly major: string
  readonly minor: string
  readonly patch: string
  /** `alpha`, `beta`, `rc` or empty. */
  readonly kind: string
  readonly pre: string
}

const INVALID: GoVersion = { major: '', minor: '', patch: '', kind: '', pre: '' }
const NUMBER = '(0|[1-9][0-9]*)'
const RELEASE = new RegExp(`^${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}|([a-z]+)${NUMBER}?)?)?$`)

/** Without `go`, and without what a build adds: `1.26.8` of `go1.26.8-custom` and of `go1.26.8 X:boringcrypto`. */
function strip(version: string): string {
  const found = /(?:^|\s)go(\d[^\s-]*)/.exec(version)
  return found?.[1] ?? version.split(/[\s-]/, 1)[0] ?? ''
}

/**
 * Reads `go1.26.8`, `1.26`, `go1.27rc1`, `devel go1.27-abcdef`; `null` for anything else.
 * A port of Parse in internal/gover: from 1.21 on, `1.21` is the language and comes before `1.21rc1` and `1.21.0`.
 */
export function parseGoVersion(version: string): GoVersion | null {
  const found = RELEASE.exec(strip(version))
  if (found === null) return null
  const [, major = '', minor, patch, kind = '', pre = ''] = found
  if (minor === undefined) return { major, minor: '0', patch: '0', kind, pre }
  const isOld = compareDecimals(minor, '21') < 0
  return { major, minor, patch: patch ?? (kind === '' && isOld ? '0' : ''), kind, pre }
}

function compareDecimals(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Orders Go versions as go/version.Compare, with or without `go`: negative, zero or positive.
 * Versions that cannot be read come before all others.
 */
export function compareGoVersions(a: string, b: string): number {
  const left = parseGoVersion(a) ?? INVALID
  const right = parseGoVersion(b) ?? INVALID
  const kinds = left.kind < right.kind ? -1 : left.kind > right.kind ? 1 : 0
  return (
    compareDecimals(left.major, right.major) ||
    compareDecimals(left.minor, right.minor) ||
    compareDecimals(left.patch, right.patch) ||
    kinds ||
    compareDecimals(left.pre, right.pre)
  )
}
