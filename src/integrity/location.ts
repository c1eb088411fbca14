import { posix } from 'node:path'
import type { Location } from '../report/index.js'
import type { RootPlace } from './roots.js'

/** A file of a root as reports show it: from the project's directory. */
export function locate(place: RootPlace, file: string, line?: number | null): Location {
  const path = posix.normalize(posix.join(place.directory, file))
  return { file: path, ...(line === undefined || line === null ? {} : { line }) }
}
