import { cachePlaces } from '../go/index.js'
import type { HashedFile, Host } from '../host/index.js'
import { compareVersions, faultOfFileName, indexGoSums, sumKey, type VendoredModule, type VendorList } from '../modules/index.js'
import { mapBounded } from './bounded.js'
import type { RootReading } from './read-root.js'
import type { ExpectedTree } from './vendor-differences.js'
import { ownersOf } from './vendor-owners.js'

/** Zips opened at once. */
const AT_ONCE = 4
/** A source file is looked into for `//go:build ignore` up to here. */
const MAX_SOURCE_BYTES = 1024 * 1024
/** What go mod vendor leaves out of every package. */
const LEFT_OUT = /(?:^|\/)go\.(?:mod|sum)$|_test\.go$/

/** A zip that is what go.sum says. */
interface SoundZip {
  readonly module: VendoredModule
  readonly zip: string
  /** `path@version` of what is built. */
  readonly key: string
  readonly files: ReadonlyMap<string, HashedFile>
}

/** What the module cache tells of a vendor folder without the go command. */
export interface ZipTree {
  readonly tree: ExpectedTree
  /** The files of vendor/ about which something is known. */
  readonly judged: readonly HashedFile[]
  /** Modules of which there is no sound zip, with the reason: `example.com/a@v1.0.0 is not in the module cache`. */
  readonly without: readonly string[]
}

/** The zip of a module if go.sum vouches for it; else why not. Names from modules.txt become a path only when Go would allow them. */
async function openZip(
  host: Host,
  cache: string,
  module: VendoredModule,
  sums: ReturnType<typeof indexGoSums>,
): Promise<SoundZip | string> {
  const { path, version } = module.replace ?? module
  if (version === null) return `${module.path} is replaced by a directory`
  const key = sumKey(path, version, false)
  if (compareVersions(version, '') <= 0 || faultOfFileName(path) !== null) return `${module.path} has no name that Go allows`
  const [line] = sums.get(key) ?? []
  if (line === undefined) return `go.sum has no line for ${key}`
  const { zip } = cachePlaces(cache, path, version)
  const hash = await host.hashing.zip(zip, key)
  if (hash === null) return `${key} is not in the module cache`
  if (hash.h1 !== line) return `the zip of ${key} in the module cache is not what go.sum says`
  const files = (await host.hashing.listZip(zip, key)) ?? []
  return { module, zip, key, files: new Map(files.map((file) => [file.path, file])) }
}

/** Whether go mod vendor may leave a source file out: only `//go:build ignore` does that (cmd/go/internal/imports, AnyTags). */
async function mayBeIgnored(host: Host, { zip, key }: SoundZip, file: string): Promise<boolean> {
  const bytes = await host.hashing.readZipFile(zip, key, file, MAX_SOURCE_BYTES)
  return bytes === null || /^\/\/(?:go:build| *\+build)[ \t].*\bignore\b/m.test(Buffer.from(bytes).toString('latin1'))
}

/** The path of a file in the zip of its module: `vendor/` is laid out by import paths, which begin with the path of the module. */
function insideModule(file: string, { path }: VendoredModule): string {
  return file.slice(path.length + 1)
}

/** The files of the listed packages of a module that go mod vendor copies for certain, by their path below vendor/. */
async function certainFiles(host: Host, sound: SoundZip): Promise<readonly HashedFile[]> {
  const { module, files } = sound
  const packages = new Set(module.packages)
  const found: HashedFile[] = []
  for (const file of files.values()) {
    const path = `${module.path}/${file.path}`
    if (file.path.endsWith('/') || LEFT_OUT.test(file.path) || !packages.has(path.slice(0, path.lastIndexOf('/')))) continue
    if (file.path.endsWith('.go') && (await mayBeIgnored(host, sound, file.path))) continue
    found.push({ ...file, path })
  }
  return found
}

/**
 * What vendor/ should hold as far as the zips in the module cache (absolute) tell: every file that is there must be the one of the zip,
 * and every file of a listed package must be there. A zip that is not what go.sum says counts for nothing.
 */
export async function readZipTree(
  host: Host,
  cache: string,
  { files: { sums } }: RootReading,
  list: VendorList,
  found: readonly HashedFile[],
): Promise<ZipTree> {
  const index = indexGoSums(sums.map(({ sum }) => sum))
  const vendored = list.modules.filter(({ packages }) => packages.length > 0)
  const opened = await mapBounded(vendored, AT_ONCE, async (module) => openZip(host, cache, module, index))
  const sound = new Map(opened.flatMap((zip) => (typeof zip === 'string' ? [] : [[zip.module, zip] as const])))
  const findOwner = ownersOf(list)
  const zipOf = (file: string): SoundZip | null => {
    const owner = findOwner(file)
    return owner === null ? null : (sound.get(owner.module) ?? null)
  }
  const judged = found.filter(({ path }) => path !== 'modules.txt' && (findOwner(path) === null || zipOf(path) !== null))
  const files = new Map<string, HashedFile>()
  for (const { path } of judged) {
    const zip = zipOf(path)
    const file = zip?.files.get(insideModule(path, zip.module))
    if (file !== undefined) files.set(path, { ...file, path })
  }
  for (const zip of sound.values()) for (const file of await certainFiles(host, zip)) files.set(file.path, file)
  return {
    tree: {
      files: [...files.values()],
      async read(path, maxBytes) {
        const zip = zipOf(path)
        return zip === null ? null : host.hashing.readZipFile(zip.zip, zip.key, insideModule(path, zip.module), maxBytes)
      },
    },
    judged,
    without: opened.filter((zip) => typeof zip === 'string'),
  }
}
