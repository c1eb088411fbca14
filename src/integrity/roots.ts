import { dirname, join, relative, resolve, sep } from 'node:path'
import { ParityError } from '../errors.js'
import type { Host } from '../host/index.js'
import { findUses } from '../modules/index.js'
import { byteOrder, type EnvironmentOrigin } from '../snapshot/index.js'
import { mapBounded } from './bounded.js'

/** `go env` of a folder, paths as they are on this machine, and where each value comes from. */
export interface GoValues {
  readonly values: Readonly<Record<string, string>>
  readonly origins: Readonly<Record<string, EnvironmentOrigin>>
}

/** A place where go commands run. */
export interface RootPlace {
  /** POSIX path from the project's directory, `.` for itself. */
  readonly directory: string
  /** The same, absolute, in the machine's own form. */
  readonly path: string
  /** Absolute; `null` in a workspace folder that is no module, and without modules. */
  readonly goMod: string | null
  /** Absolute path of the go.work in effect; it may lie above `path`. */
  readonly goWork: string | null
}

/** The roots of a project, and the modules in it that none of them covers. */
export interface FoundRoots {
  readonly roots: readonly RootPlace[]
  /** POSIX folders of further modules: they are not built with the roots. */
  readonly uncovered: readonly string[]
  /** `false`: there are more folders than were looked at, or some could not be read. */
  readonly complete: boolean
}

/** Folders looked at for nested modules. */
const MAX_FOLDERS = 20_000
const AT_ONCE = 32

/** A path as reports show it: relative, with slashes. */
export function posixPath(from: string, to: string): string {
  const path = relative(from, to).split(sep).join('/')
  return path === '' ? '.' : path
}

/** Folders that `./...` never reaches, and those of other ecosystems. */
function isSkipped(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_') || ['vendor', 'testdata', 'node_modules'].includes(name)
}

/** Folders below `directory` that hold a go.mod, `directory` itself left out. Breadth first, bounded; links are not followed. */
async function findNestedModules(host: Host, directory: string): Promise<{ folders: string[]; complete: boolean }> {
  const folders: string[] = []
  let complete = true
  let looked = 0
  let level = [directory]
  while (level.length > 0) {
    const now = level.slice(0, MAX_FOLDERS - looked)
    if (now.length < level.length) complete = false
    looked += now.length
    const next: string[] = []
    await mapBounded(now, AT_ONCE, async (folder) => {
      try {
        for (const { name, kind } of await host.files.list(folder)) {
          if (kind === 'directory' && !isSkipped(name)) next.push(join(folder, name))
          if (kind === 'file' && name === 'go.mod' && folder !== directory) folders.push(folder)
        }
      } catch {
        // A folder that may not be read: said by `complete`.
        complete = false
      }
    })
    level = next
  }
  return { folders: folders.toSorted(byteOrder), complete }
}

async function readText(host: Host, path: string): Promise<string> {
  const bytes = await host.files.read(path)
  return bytes === null ? '' : new TextDecoder().decode(bytes)
}

/**
 * Where go commands have to run for a project: the workspace in effect, else the module of this folder (or the one it lies in),
 * else every module below it. With GO111MODULE=off the folder itself. `go` holds GO111MODULE, GOWORK and GOMOD of this folder.
 * Throws `directory-missing` and `module-missing`.
 */
export async function findRoots(host: Host, directory: string, go: GoValues): Promise<FoundRoots> {
  const status = await host.files.status(await host.files.realPath(directory))
  if (status?.kind !== 'directory')
    throw new ParityError('directory-missing', `there is no directory ${directory}`, 'check the path given with -C')
  const { GO111MODULE: mode = '', GOWORK: work = '', GOMOD: mod = '' } = go.values
  // GOMOD is os.DevNull where modules are on and there is no go.mod.
  const effective = mod === '' || mod === '/dev/null' || mod === 'NUL' ? null : mod
  const here: RootPlace = { directory: '.', path: directory, goMod: effective, goWork: null }
  if (mode === 'off') return { roots: [{ ...here, goMod: null }], uncovered: [], complete: true }

  const nested = await findNestedModules(host, directory)
  const posix = (folders: readonly string[]): readonly string[] => folders.map((folder) => posixPath(directory, folder))
  if (work !== '' && work !== 'off') {
    const uses = findUses(await readText(host, work)).map((use) => resolve(dirname(work), use.directory))
    const members = new Set(await Promise.all(uses.map(async (use) => host.files.realPath(use))))
    const others = []
    for (const folder of nested.folders) if (!members.has(await host.files.realPath(folder))) others.push(folder)
    return { roots: [{ ...here, goWork: work }], uncovered: posix(others), complete: nested.complete }
  }
  if (effective !== null) return { roots: [here], uncovered: posix(nested.folders), complete: nested.complete }
  if (nested.folders.length > 0) {
    const roots = nested.folders.map((folder): RootPlace => ({
      directory: posixPath(directory, folder),
      path: folder,
      goMod: join(folder, 'go.mod'),
      goWork: null,
    }))
    return { roots, uncovered: [], complete: nested.complete }
  }
  throw new ParityError(
    'module-missing',
    `there is no go.mod in ${directory}, above it or below it`,
    'run it in the folder of a module (-C DIR), or make one: go mod init example.com/name',
  )
}
