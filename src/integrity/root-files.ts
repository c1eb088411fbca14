import { dirname, join, resolve } from 'node:path'
import { sha256, type Host } from '../host/index.js'
import { findGoFlag, findUses, parseGoSum, type GoSum } from '../modules/index.js'
import { mapBounded } from './bounded.js'
import { posixPath, type GoValues, type RootPlace } from './roots.js'

/** One file that decides what is built, as it was read. */
export interface RootFile {
  /** POSIX path from the root; `../go.work` when it lies above. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly text: string
}

/** The files of a root: go.mod, go.sum and, in a workspace, those of go.work and every member. */
export interface RootFiles {
  readonly goMods: readonly RootFile[]
  readonly goWork: RootFile | null
  readonly sums: readonly (RootFile & { readonly sum: GoSum })[]
  readonly modulesTxt: RootFile | null
  /** Folders of the main modules, absolute. */
  readonly members: readonly string[]
  /** Absolute; whether it is there is another question. */
  readonly vendorFolder: string
  /** sha256 (hex) by name. */
  readonly hashes: Readonly<Record<string, string>>
  /** Absolute paths of all that go could write, there or not. */
  readonly writable: readonly string[]
}

async function readFile(host: Host, root: string, path: string): Promise<(RootFile & { readonly hash: string }) | null> {
  const bytes = await host.files.read(path)
  if (bytes === null) return null
  return { name: posixPath(root, path), path, text: new TextDecoder().decode(bytes), hash: sha256(bytes) }
}

/** go.sum beside go.mod; with `-modfile=x.mod` in GOFLAGS go reads x.mod and x.sum instead. */
function modAndSum(place: RootPlace, go: GoValues): readonly [string, string] | null {
  if (place.goMod === null) return null
  const other = place.goWork === null ? findGoFlag(go.values['GOFLAGS'] ?? '', 'modfile') : null
  const mod = other === null || other === '' ? place.goMod : resolve(place.path, other)
  return [mod, mod.replace(/\.mod$/, '.sum')]
}

/** Reads the files of a root. A file that cannot be read throws; one that is not there is left out. */
export async function readRootFiles(host: Host, place: RootPlace, go: GoValues): Promise<RootFiles> {
  const read = async (path: string): Promise<Awaited<ReturnType<typeof readFile>>> => readFile(host, place.path, path)
  const { goWork } = place
  const work = goWork === null ? null : await read(goWork)
  const base = dirname(goWork ?? place.goMod ?? join(place.path, 'go.mod'))
  const own = modAndSum(place, go)
  const uses = work === null ? [] : findUses(work.text).map((use) => resolve(base, use.directory))
  const members = work !== null ? uses : place.goMod === null ? [] : [dirname(place.goMod)]
  const pairs = work === null ? (own === null ? [] : [own]) : uses.map((use) => [join(use, 'go.mod'), join(use, 'go.sum')] as const)
  const mods = (await mapBounded(pairs, 8, async ([mod]) => read(mod))).filter((file) => file !== null)
  const sumPaths = [...(goWork === null ? [] : [goWork.replace(/\.work$/, '.work.sum')]), ...pairs.map(([, sum]) => sum)]
  const sums = (await mapBounded(sumPaths, 8, read)).filter((file) => file !== null)
  const vendorFolder = join(base, 'vendor')
  const modulesTxt = await read(join(vendorFolder, 'modules.txt'))
  const all = [...mods, ...sums, ...(work === null ? [] : [work]), ...(modulesTxt === null ? [] : [modulesTxt])]
  return {
    goMods: mods,
    goWork: work,
    sums: sums.map(({ name, path, text }) => ({ name, path, text, sum: parseGoSum(text) })),
    modulesTxt,
    members,
    vendorFolder,
    hashes: Object.fromEntries(all.map(({ name, hash }) => [name, hash])),
    writable: [...pairs.map(([mod]) => mod), ...sumPaths, ...(goWork === null ? [] : [goWork])],
  }
}
