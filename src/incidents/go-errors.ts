import type { Location } from '../report/index.js'
import type { Match } from './incident.js'
import { cachedModule } from './module-cache.js'
import { MODULE, cleanPath, placeOf, placePattern } from './words.js'

/** A place in a Go file, followed by its message; groups: path, line, column. */
export const GO_PLACE: RegExp = new RegExp(placePattern('go'))

const EXCLUDED_TEXT = 'build constraints exclude all Go files in '
/** go 1.8 and newer; before that a package without files was said to have no buildable ones. */
export const EXCLUDED: RegExp = /build constraints exclude all Go files in (\S[^\n]{0,500})/

const IMPORT_PATH = new RegExp(`^${MODULE}$`)

/** A package whose files were all excluded. */
export interface ExcludedPackage {
  /** Import path; `null` where only its directory is named. */
  readonly package: string | null
  /** `path@version` of a package in the module cache. */
  readonly module: string | null
  readonly directory: string
  /** The import that needs it. */
  readonly location: Location | null
}

/** Reads a line of `EXCLUDED`: `package p: …`, `imports p: …`, `p: …` or `file.go:3:8: …`. */
export function readExcluded(match: Match): ExcludedPackage {
  const { text } = match.line
  const before = text.slice(0, text.indexOf(EXCLUDED_TEXT)).trimEnd()
  const word =
    before
      .slice(before.lastIndexOf(' ') + 1)
      .split('\t')
      .at(-1) ?? ''
  const place = GO_PLACE.exec(before)
  const directory = cleanPath(match.part(1).trimEnd())
  const cached = cachedModule(directory)
  const named = word.replace(/:$/, '')
  return {
    package: place === null && IMPORT_PATH.test(named) ? named : (cached?.package ?? null),
    module: cached?.module ?? null,
    directory,
    location: place === null ? null : placeOf(place[1] ?? '', place[2] ?? '', place[3]),
  }
}

/** `x.go:3:8: undefined: name`, `vet: x.go:…`, without a column before Go 1.9. */
export const UNDEFINED_NAME: RegExp = /: undefined: ([\p{L}_][\p{L}\p{N}_]*)(?:\.([\p{L}_][\p{L}\p{N}_]*))?/u

/** The place of a message of the Go compiler; `null` when its line names none. */
export function goPlace(match: Match): Location | null {
  const place = GO_PLACE.exec(match.line.text)
  return place === null ? null : placeOf(place[1] ?? '', place[2] ?? '', place[3])
}

/** The package of a message: that of its block, else the one in whose folder of the module cache the file lies. */
export function goPackage(match: Match, location: Location | null): string | null {
  if (match.line.package !== null) return match.line.package
  const file = location?.file
  return file === undefined ? null : (cachedModule(file.slice(0, Math.max(0, file.lastIndexOf('/'))))?.package ?? null)
}
