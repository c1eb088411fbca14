import type { Location } from '../report/index.js'
import type { IncidentFacts, Match, Sighting } from './incident.js'
import { cachedModule } from './module-cache.js'
import { placeOf, placePattern } from './words.js'

/** A place in a C or Go file; groups: path, line, column. */
export const C_SOURCE_PLACE: RegExp = new RegExp(placePattern('go|c|cc|cpp|cxx|m|mm|h|hh|hpp|S'))
/**
 * A place that can be opened: a file that is printed by its name alone lies in the directory of its package.
 * `null` where that is not known. What go itself prints of Go files has its folder already.
 */
export function placeInPackage(location: Location, owner: string | null, facts: IncidentFacts): Location | null {
  if (location.file.includes('/')) return location
  const directory = owner === null ? undefined : facts.directories?.[owner]
  if (directory === undefined) return null
  return directory === '.' || directory === '' ? location : { ...location, file: `${directory}/${location.file}` }
}

/** The place that a C compiler names. */
export function readPlace(match: Match, facts: IncidentFacts): Pick<Sighting, 'location'> {
  const found = C_SOURCE_PLACE.exec(match.line.text)
  if (found === null) return {}
  const printed = placeOf(found[1] ?? '', found[2] ?? '', found[3])
  const location = printed.file.endsWith('.go') ? printed : placeInPackage(printed, match.line.package, facts)
  return location === null ? {} : { location }
}

/** The package that a line is about: that of its block, else the one in whose folder of the module cache the file lies. */
export function ownerOf(match: Match, file: string | undefined): { readonly package?: string } {
  const owner = match.line.package ?? (file === undefined ? null : cachedModule(file.slice(0, file.lastIndexOf('/')))?.package)
  return owner === null || owner === undefined ? {} : { package: owner }
}
