import { isAbsolute, join, relative, sep } from 'node:path'
import { listDropped, locatePackages, type ListedPackage } from '../go/index.js'
import type { Host } from '../host/index.js'
import { analyseLoss, findLostUse, packageClause, standIn, type Loss, type LostUse, type SourceFile } from '../packages/index.js'
import { targetEnvironment, type Target } from '../targets/index.js'
import type { RecordedRoot } from './record-project.js'

const MAX_SOURCE = 4 * 1024 * 1024
/** Packages whose files are read; of further ones only the names are known. */
const MAX_PACKAGES = 100

/** What a package loses, and what would take its place. */
export interface FoundLoss extends Loss {
  /** Module path; `null` outside modules. */
  readonly module: string | null
  /** Of the modules of the project itself. */
  readonly own: boolean
  /** Nothing of the package is left. */
  readonly whole: boolean
  /** Its directory below the root (POSIX); `null` when it lies elsewhere. */
  readonly directory: string | null
  /** Whether all of its files could be read: of others the names are not known. */
  readonly complete: boolean
  /** The name in its package clause. */
  readonly name: string
  /** A file to add, where functions can be stood in for. */
  readonly standIn: { readonly name: string; readonly text: string } | null
}

async function readSource(host: Host, directory: string | undefined, name: string): Promise<SourceFile> {
  const bytes = directory === undefined ? null : await host.files.read(join(directory, name), MAX_SOURCE).catch(() => null)
  return { name, text: bytes === null ? '' : new TextDecoder().decode(bytes) }
}

/** A directory below another (POSIX, `.` for itself); `null` when it lies elsewhere. */
export function below(base: string, directory: string | undefined): string | null {
  const path = directory === undefined ? '..' : relative(base, directory)
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? null : path.split(sep).join('/') || '.'
}

/** What a target loses with cgo off against cgo on; `null` where go cannot list. */
export async function findLosses(
  host: Host,
  root: RecordedRoot,
  target: Target,
  packages: readonly string[],
): Promise<readonly FoundLoss[] | null> {
  const env = targetEnvironment(target)
  const answer = await listDropped(root.go, env, packages)
  if (!answer.ok) return null
  if (answer.packages.length === 0) return []
  const chosen = answer.packages.slice(0, MAX_PACKAGES)
  const places = await locatePackages(
    root.go,
    { ...env, CGO_ENABLED: '1' },
    chosen.map((one) => one.package),
  )
  const own = new Set(root.reading.root.main)
  return await Promise.all(
    chosen.map(async ({ package: path, module, files, replacements, kept, whole }): Promise<FoundLoss> => {
      const directory = places.find((place) => place.package === path)?.directory
      const read = async (names: readonly string[]): Promise<readonly SourceFile[]> =>
        Promise.all(names.map(async (name) => readSource(host, directory, name)))
      const [lost, instead, rest] = await Promise.all([read(files), read(replacements), read(kept)])
      const loss = analyseLoss({ package: path, lost, replacements: instead, kept: rest })
      return Object.assign({}, loss, {
        module,
        own: module !== null && own.has(module),
        whole,
        directory: below(root.reading.place.path, directory),
        complete: [...lost, ...instead, ...rest].every(({ text }) => text !== ''),
        name: packageClause(lost[0]?.text ?? '') ?? '',
        standIn: standIn(loss, lost),
      })
    }),
  )
}

/** A use of something that is lost: the package that holds it does not compile. */
export interface BrokenUse extends LostUse {
  /** Import path of the package that uses it. */
  readonly package: string
  /** Absolute. */
  readonly directory: string
}

/** Which of the listed packages use what is lost, one place a package: in the package itself, or where it is imported. */
export async function findBrokenUses(
  host: Host,
  losses: readonly FoundLoss[],
  packages: readonly ListedPackage[],
): Promise<readonly BrokenUse[]> {
  const byPath = new Map(losses.map((loss) => [loss.package, loss]))
  const found = await Promise.all(
    packages.map(async ({ path, directory, standard, imports, files }): Promise<readonly BrokenUse[]> => {
      const own = byPath.get(path)?.brokenBy[0]
      if (own !== undefined) return [{ ...own, package: path, directory }]
      const lost = standard ? [] : imports.flatMap((one) => byPath.get(one) ?? [])
      if (lost.length === 0) return []
      const sources = await Promise.all(files.GoFiles.map(async (name) => readSource(host, directory, name)))
      const uses = sources.flatMap((source) => lost.flatMap((loss) => findLostUse(loss, loss.name, source) ?? []))
      return uses.slice(0, 1).map((use) => Object.assign({}, use, { package: path, directory }))
    }),
  )
  return found.flat()
}
