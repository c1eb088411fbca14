import { join, posix } from 'node:path'
import type { Config } from '../config/index.js'
import { originsOf } from '../environment/index.js'
import { ParityError } from '../errors.js'
import { readEnvFiles, readGoEnv, type Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { findRoots, type GoValues, type RootPlace } from '../integrity/index.js'
import type { Degrade } from '../report/index.js'

/** The directory of a project with its links resolved. Throws `directory-missing`. */
export async function requireDirectory(host: Host, directory: string): Promise<string> {
  const real = await host.files.realPath(directory)
  const status = await host.files.status(real)
  if (status === null) throw new ParityError('directory-missing', `there is no directory ${directory}`, 'check the path given with -C')
  if (status.kind !== 'directory')
    throw new ParityError('directory-missing', `${directory} is no directory`, 'give the folder of go.mod, not a file')
  return real
}

/** What `go env` said, with where each value comes from. */
export async function readValues(host: Host, values: Readonly<Record<string, string>>): Promise<GoValues> {
  return { values, origins: originsOf(values, host.env, await readEnvFiles(host, values)) }
}

/** Places where go commands run, each with the go env of its folder: go.work, GOMOD and the toolchain may be others there. */
export interface FoundPlaces {
  readonly places: readonly { readonly place: RootPlace; readonly env: GoValues }[]
  readonly degraded: readonly Degrade[]
}

async function valuesOf(host: Host, go: Go, fallback: GoValues): Promise<GoValues> {
  const answer = await readGoEnv(go)
  return answer.ok ? await readValues(host, answer.values) : fallback
}

/** The modules that the configuration names, or those that are found. */
export async function findPlaces(host: Host, go: Go, env: GoValues, modules: Config['modules']): Promise<FoundPlaces> {
  const { directory } = go
  if (modules === undefined) {
    const found = await findRoots(host, directory, env)
    const places = await Promise.all(
      found.roots.map(async (place) => ({ place, env: place.path === directory ? env : await valuesOf(host, go.in(place.path), env) })),
    )
    return { places, degraded: found.uncovered.length === 0 ? [] : [uncovered(found.uncovered)] }
  }
  const named = await Promise.all(
    modules.map(async (name) => {
      const path = await requireDirectory(host, join(directory, name))
      const itsEnv = await valuesOf(host, go.in(path), env)
      const { roots } = await findRoots(host, path, itsEnv)
      return roots.map((place) => ({ place: { ...place, directory: posix.join(name, place.directory) }, env: itsEnv }))
    }),
  )
  return { places: named.flat(), degraded: [] }
}

function uncovered(folders: readonly string[]): Degrade {
  const more = folders.length > 5 ? ` and ${String(folders.length - 5)} more` : ''
  return {
    what: `modules in ${folders.slice(0, 5).join(', ')}${more} are not looked at`,
    why: 'they are modules of their own: list their folders under modules: in .goparity.yml, or run goparity there',
  }
}
