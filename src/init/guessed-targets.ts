import { byteOrder } from '../snapshot/index.js'
import { isPort } from './ports.js'

/** One platform that some file of the project builds for. */
export interface SeenTarget {
  readonly goos: string
  readonly goarch: string
  /** GOARM, GOMIPS, …: as the target's third part. */
  readonly variant?: string | undefined
  /** `true`: `CGO_ENABLED=1` stands there; `undefined`: nothing does. */
  readonly cgo?: boolean | undefined
  readonly file: string
  readonly line: number
}

/** A target for `.goparity.yml`, and where it was seen. */
export interface GuessedTarget {
  readonly target: string
  /** `file:line`, at most three. */
  readonly from: readonly string[]
}

/** More than any project builds for. */
const MAX_TARGETS = 100

/** `CGO_ENABLED=0` and `=1` as a choice; anything else is none. */
export function cgoOf(value: string | undefined): boolean | undefined {
  return value === '0' ? false : value === '1' ? true : undefined
}

/**
 * What several files say, as one list: platforms that Go has, each once, in the order of their names. Where one file
 * says cgo on or off and another says nothing, the one that says something counts.
 */
export function mergeTargets(seen: readonly SeenTarget[]): readonly GuessedTarget[] {
  const found = new Map<string, Map<string, string[]>>()
  for (const { goos, goarch, variant, cgo, file, line } of seen) {
    if (!isPort({ goos, goarch }) || (variant !== undefined && !/^[\w.,]{1,20}$/.test(variant))) continue
    const platform = `${goos}/${goarch}${variant === undefined ? '' : `/${variant}`}`
    const suffix = cgo === undefined ? '' : cgo ? '+cgo' : '-cgo'
    const suffixes = found.get(platform) ?? new Map<string, string[]>()
    const places = suffixes.get(suffix) ?? []
    const place = `${file}:${String(line)}`
    if (!places.includes(place) && places.length < 3) places.push(place)
    found.set(platform, suffixes.set(suffix, places))
  }
  return [...found]
    .toSorted(([a], [b]) => byteOrder(a, b))
    .flatMap(([platform, suffixes]) => {
      const plain = suffixes.get('') ?? []
      const said = [...suffixes].filter(([suffix]) => suffix !== '').toSorted(([a], [b]) => byteOrder(a, b))
      if (said.length === 0) return [{ target: platform, from: plain }]
      return said.map(([suffix, from]) => ({
        target: `${platform}${suffix}`,
        from: [...from, ...(said.length === 1 ? plain : [])].slice(0, 3),
      }))
    })
    .slice(0, MAX_TARGETS)
}
