import { join } from 'node:path'
import { vendorModules, type Go, type GoResult } from '../go/index.js'
import type { HashedFile, Host } from '../host/index.js'
import { parseModulesTxt } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { byteOrder, redact } from '../snapshot/index.js'
import { lookedAt, notLookedAt, type LayerFacts } from './layers.js'
import type { RootReading } from './read-root.js'
import { posixPath } from './roots.js'
import { findVendorDifferences, type ExpectedTree } from './vendor-differences.js'
import { fileFindings, vendoredFile, vendorAnew, vendorFinding, type VendorComparison } from './vendor-findings.js'
import { LIST, listFindings } from './vendor-list-findings.js'
import { ownersOf } from './vendor-owners.js'
import { readZipTree } from './vendor-zips.js'

/** A source file is looked into for `//go:embed` up to here. */
const MAX_SOURCE_BYTES = 1024 * 1024
const MAX_LIST_BYTES = 64 * 1024 * 1024
/** Modules without a zip named in a reason. */
const SHOWN = 5

/** What the look at vendor/ gave. */
export interface VendorLook {
  readonly layer: LayerFacts
  readonly findings: readonly Finding[]
}

/** What came of comparing vendor/ with the modules it was made of. */
export interface VendorCheck extends VendorLook {
  /** `go mod vendor`, as it ended. */
  readonly result: GoResult
}

/** Whether a `//go:embed` line stands in a Go file of a folder above `path`, by the expected files; each folder is read once. */
function embedsAbove(tree: ExpectedTree): VendorComparison['mayBeEmbedded'] {
  const sources = new Map<string, string[]>()
  for (const { path } of tree.files.filter((file) => file.path.endsWith('.go'))) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const known = sources.get(folder)
    if (known === undefined) sources.set(folder, [path])
    else known.push(path)
  }
  const known = new Map<string, boolean>()
  const embeds = async (folder: string): Promise<boolean> => {
    for (const path of sources.get(folder) ?? []) {
      const bytes = await tree.read(path, MAX_SOURCE_BYTES).catch(() => null)
      if (bytes === null || /^\/\/go:embed[ \t]/m.test(Buffer.from(bytes).toString('latin1'))) return true
    }
    return false
  }
  return async (path) => {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash)
      const found = known.get(folder) ?? (await embeds(folder))
      known.set(folder, found)
      if (found) return true
    }
    return false
  }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => byteOrder(a.location?.file ?? '', b.location?.file ?? ''))
}

/** A vendor folder that is itself a link to somewhere outside of the project: it is not followed. */
async function linkFinding(host: Host, reading: RootReading, command: string): Promise<Finding | null> {
  const { place, files } = reading
  if ((await host.files.status(files.vendorFolder))?.kind !== 'symlink') return null
  const [base, target] = await Promise.all([host.files.realPath(join(files.vendorFolder, '..')), host.files.realPath(files.vendorFolder)])
  const inside = posixPath(base, target)
  if (inside !== '..' && !inside.startsWith('../')) return null
  const file = vendoredFile(reading, '').replace(/\/$/, '')
  return {
    ...vendorFinding(reading),
    severity: 'error',
    title: `${file} is a link`,
    message: `${file} is a symbolic link to a folder outside of ${place.directory === '.' ? 'the project' : place.directory}. Go builds from there, whatever it holds; it was not looked at.`,
    subject: { file },
    location: { file, line: 1 },
    evidence: [],
    fix: [vendorAnew(reading, command)],
  }
}

async function compareWithCopy(
  host: Host,
  reading: RootReading,
  command: string,
  found: readonly HashedFile[],
  fresh: string,
): Promise<VendorLook> {
  const tree: ExpectedTree = {
    files: (await host.hashing.listDirectory(fresh)) ?? [],
    // The names come from a listing of that very folder.
    read: async (path, maxBytes) => host.files.read(join(fresh, path), maxBytes),
  }
  const bytes = await host.files.read(join(fresh, LIST), MAX_LIST_BYTES)
  const lists = {
    expected: parseModulesTxt(bytes === null ? '' : new TextDecoder().decode(bytes)),
    found: parseModulesTxt(reading.files.modulesTxt?.text ?? ''),
  }
  const [owner, foundOwner] = [ownersOf(lists.expected), ownersOf(lists.found)]
  const comparison: VendorComparison = {
    reading,
    command,
    against: `a fresh copy by ${command}`,
    findOwner: (file) => owner(file) ?? foundOwner(file),
    mayBeEmbedded: embedsAbove(tree),
  }
  const differences = await findVendorDifferences(host, reading.files.vendorFolder, found, tree)
  const list = listFindings(comparison, lists, differences)
  const single = await fileFindings(comparison, list.rest)
  const paths = new Set([...found, ...tree.files].map(({ path }) => path))
  return { layer: lookedAt(paths.size, list.failed + single.failed), findings: inOrder([...list.findings, ...single.findings]) }
}

async function compareWithZips(
  host: Host,
  reading: RootReading,
  command: string,
  found: readonly HashedFile[],
  { cache, why }: VendorFallback,
): Promise<VendorLook> {
  const list = parseModulesTxt(reading.files.modulesTxt?.text ?? '')
  const { tree, judged, without } = await readZipTree(host, cache, reading, list, found)
  const differences = await findVendorDifferences(host, reading.files.vendorFolder, judged, tree)
  const comparison: VendorComparison = {
    reading,
    command,
    against: 'the zips in the module cache',
    findOwner: ownersOf(list),
    mayBeEmbedded: embedsAbove(tree),
  }
  const { findings, failed } = await fileFindings(comparison, differences)
  const known = `${String(judged.length)} of ${String(found.length)} files were compared with the zips in the module cache`
  const open = without.length === 0 ? '' : `; not known: ${without.slice(0, SHOWN).join(', ')}`
  const more = without.length > SHOWN ? ` and ${String(without.length - SHOWN)} more` : ''
  const reason = `${why}; ${known}, ${LIST} and licences above packages were not${open}${more}`
  return { layer: lookedAt(judged.length, failed, reason), findings: inOrder(findings) }
}

/** What a vendor folder is compared with when go cannot make a copy. */
export interface VendorFallback {
  /** Absolute folder of the module cache. */
  readonly cache: string
  /** Why there is no copy, one line. */
  readonly why: string
}

function commandOf({ place }: RootReading): string {
  return place.goWork === null ? 'go mod vendor' : 'go work vendor'
}

/** Lists the folder and hands it on; a folder that is a link to elsewhere is a finding, and nothing more is looked at. */
async function look(host: Host, reading: RootReading, compare: (found: readonly HashedFile[]) => Promise<VendorLook>): Promise<VendorLook> {
  const link = await linkFinding(host, reading, commandOf(reading))
  if (link !== null) return { layer: lookedAt(1, 1), findings: [link] }
  const found = await host.hashing.listDirectory(reading.files.vendorFolder)
  return found === null ? { layer: notLookedAt('there is no vendor folder'), findings: [] } : compare(found)
}

/**
 * Compares the vendor folder with the zips of the module cache that are what go.sum says, file by file, without the go command:
 * for want of a network. The layer is never ok: what it could not know is in its reason.
 */
export async function checkVendorByZips(host: Host, reading: RootReading, fallback: VendorFallback): Promise<VendorLook> {
  return look(host, reading, async (found) => compareWithZips(host, reading, commandOf(reading), found, fallback))
}

/** The module cache go uses here; `null` when it does not say. */
async function moduleCache(go: Go): Promise<string | null> {
  const { exitCode, stdout } = await go.run(['env', 'GOMODCACHE'])
  const path = stdout.text.trim()
  return exitCode === 0 && path !== '' ? path : null
}

/**
 * Makes the vendor folder anew in a temporary place and compares it with the one of the project, file by file. To be called when
 * the modules are downloaded and verified: it is only as good as they are. One finding for each file that differs, one for each
 * module of which vendor/modules.txt is wrong, one for all line ends. When go cannot make a copy, the zips are compared instead.
 */
export async function checkVendor(host: Host, go: Go, reading: RootReading): Promise<VendorCheck> {
  const command = commandOf(reading)
  const temporary = await host.files.makeTemporaryDirectory('goparity-vendor-')
  try {
    const fresh = join(temporary, 'vendor')
    const result = await vendorModules(go, { output: fresh, workspace: reading.place.goWork !== null })
    if (result.exitCode === 0)
      return { ...(await look(host, reading, async (found) => compareWithCopy(host, reading, command, found, fresh))), result }
    const cache = await moduleCache(go)
    const [first = ''] = redact(result.stderr.text.trim()).split('\n', 1)
    const why = `${command} failed: ${first.slice(0, 200)}`
    if (cache === null) return { layer: notLookedAt(why), findings: [], result }
    return { ...(await checkVendorByZips(host, reading, { cache, why })), result }
  } finally {
    await host.files.remove(temporary)
  }
}
