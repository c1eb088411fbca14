import { basename } from 'node:path'
import { listModules, listPackageErrors, type Go, type GoResult } from '../go/index.js'
import type { Host } from '../host/index.js'
import {
  confirmSuspects,
  decideMode,
  findDirective,
  findRequirements,
  findSumGaps,
  FROM_VENDOR_LIST,
  indexGoSums,
  otherSums,
  parseListedModules,
  parseModulesTxt,
  readBuildList,
  readVendoredList,
  compareVersions,
  type ListedModule,
  type ModeDecision,
} from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import type { EnvironmentOrigin, Module, Root } from '../snapshot/index.js'
import { redact } from '../snapshot/index.js'
import { keepFiles } from './keep-files.js'
import { findReplacementFindings } from './replacements.js'
import { readRootFiles, type RootFiles } from './root-files.js'
import { posixPath, type GoValues, type RootPlace } from './roots.js'
import { findSumFindings } from './sum-findings.js'
import { hashTree, readTree } from './tree.js'

/** A root as it was read, with what later steps need of it. */
export interface RootReading {
  readonly place: RootPlace
  readonly root: Root
  readonly files: RootFiles
  /** POSIX folders of the main modules, from the root: `.` in a plain module. In a workspace packages are named below these. */
  readonly members: readonly string[]
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  /** The command without which the build list is not known; `null` when it is. */
  readonly failed: GoResult | null
}

interface Listing {
  readonly modules: readonly Module[]
  readonly listed: readonly ListedModule[]
  readonly degraded: readonly Degrade[]
  readonly failed: GoResult | null
  readonly fromVendor: boolean
}

const NOTHING_LISTED: Listing = { modules: [], listed: [], degraded: [], failed: null, fromVendor: false }

function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return redact(lines.find((line) => line !== '' && !line.startsWith('go: downloading')) ?? '').slice(0, 300)
}

async function readMode(host: Host, place: RootPlace, files: RootFiles, go: GoValues): Promise<ModeDecision> {
  const vendor = await host.files.status(files.vendorFolder)
  const origin = (key: string): EnvironmentOrigin => go.origins[key] ?? 'default'
  const [mod] = files.goMods
  return decideMode({
    go111module: go.values['GO111MODULE'] ?? '',
    go111moduleOrigin: origin('GO111MODULE'),
    goflags: go.values['GOFLAGS'] ?? '',
    goflagsOrigin: origin('GOFLAGS'),
    goWork: place.goWork ?? '',
    hasGoMod: place.goMod !== null,
    goModGoLine: mod === undefined ? null : (findDirective(mod.text, 'go')?.value ?? null),
    goWorkGoLine: files.goWork === null ? null : (findDirective(files.goWork.text, 'go')?.value ?? null),
    // Go follows a link here, so it counts as there; the tree's own reading refuses it.
    vendor: vendor === null ? null : { workspace: files.modulesTxt !== null && parseModulesTxt(files.modulesTxt.text).workspace },
    goVersion: go.values['GOVERSION'] ?? '',
  })
}

/** Machine paths out of what go says of a module: a snapshot holds none. */
function foldError(module: Module, places: readonly (readonly [string, string])[]): Module {
  if (module.error === undefined) return module
  const folded = places.reduce((text, [path, name]) => (path === '' ? text : text.replaceAll(path, name)), module.error)
  return { ...module, error: redact(folded).slice(0, 500) }
}

async function listBuild(host: Host, go: Go, place: RootPlace, files: RootFiles, mode: ModeDecision, env: GoValues): Promise<Listing> {
  const sums = files.sums.map(({ sum }) => sum)
  const isVendored = mode.mode === 'vendor' || mode.mode === 'workspace-vendor'
  const answer = await listModules(go)
  const listed = answer.ok ? parseListedModules(answer.json) : []
  const broken = listed.find(({ error }) => error !== null && !error.includes('missing go.sum entry'))
  if (isVendored && files.modulesTxt !== null && (!answer.ok || broken !== undefined)) {
    const mains = files.goMods.flatMap(({ text }) => findDirective(text, 'module')?.value ?? [])
    const why = answer.ok ? firstLine(broken?.error ?? '') : firstLine(answer.result.stderr.text)
    const required = files.goMods.flatMap(({ text }) => findRequirements(text))
    const direct = new Set(required.filter(({ indirect }) => !indirect).map(({ path }) => path))
    return {
      modules: readVendoredList(parseModulesTxt(files.modulesTxt.text), mains, direct, sums),
      listed: [],
      degraded: [{ what: `the build list of ${place.directory} was read from vendor/modules.txt, go could not list it`, why }],
      // Being offline is no fault of a vendored project; a wrong checksum is one.
      failed: !answer.ok && answer.result.stderr.text.includes('checksum mismatch') ? answer.result : null,
      fromVendor: true,
    }
  }
  if (!answer.ok) return { ...NOTHING_LISTED, failed: answer.result }
  const proxies = (env.values['GOPROXY'] ?? '').split(/[,|]/).filter((proxy) => proxy.startsWith('file:'))
  const fileProxies = proxies.map((proxy) => [proxy, '$GOPROXY'] as const)
  const places = [
    [place.path, '.'],
    [env.values['GOMODCACHE'] ?? '', '$GOMODCACHE'],
    [env.values['GOPATH'] ?? '', '$GOPATH'],
    [host.system.homeDirectory, '$HOME'],
    ...fileProxies,
  ] as const
  const modules = readBuildList(answer.json, sums).map((module) => foldError(module, places))
  return { ...NOTHING_LISTED, modules, listed }
}

/** In a workspace even `go list` writes go.work.sum: a recording leaves the project as it was. */
async function readListing(...args: Parameters<typeof listBuild>): Promise<Listing> {
  const [host, , , files] = args
  return (await keepFiles(host, files.writable, async () => listBuild(...args))).result
}

/** Which lines go.sum lacks. In a workspace go needs none; with a vendor folder it reads none, but `go mod vendor` does. */
async function findMissing(go: Go, files: RootFiles, mode: ModeDecision, listed: readonly ListedModule[]): Promise<readonly string[]> {
  if (mode.mode !== 'module' && mode.mode !== 'vendor') return []
  const [mod] = files.goMods
  if (mod === undefined || listed.length === 0) return []
  const goLine = findDirective(mod.text, 'go')?.value ?? '1.16'
  const required = new Set(findRequirements(mod.text).map(({ path }) => path))
  const index = indexGoSums(files.sums.map(({ sum }) => sum))
  const gaps = findSumGaps(listed, index, required, compareVersions(`v${goLine}`, 'v1.17') < 0)
  // Before go 1.17 go.mod does not name what is only needed further down: such a module may lack its zip line and still be built.
  const suspects = gaps.suspects.filter(({ path }) => required.has(path) || compareVersions(`v${goLine}`, 'v1.17') < 0)
  if (suspects.length === 0 || mode.mode === 'vendor') return gaps.missing
  const confirmed = confirmSuspects(suspects, await listPackageErrors(go))
  return [...gaps.missing, ...confirmed]
}

/**
 * Reads one root: how go finds its packages and why, its files by hash, the vendored files by content, the build list, and which
 * lines go.sum lacks. Never throws for a go command that fails: `failed` is that command. `env` is `go env` of this very place.
 */
export async function readRoot(host: Host, go: Go, place: RootPlace, env: GoValues): Promise<RootReading> {
  const files = await readRootFiles(host, place, env)
  const mode = await readMode(host, place, files, env)
  const here = go.in(place.path)
  const sumFindings = findSumFindings(place, files)
  const malformed = files.sums.some(({ sum }) => sum.malformed.length > 0)
  // Go 1.22 and later refuse every command on a malformed go.sum, older ones read a part of it: neither gives a build list to trust.
  const lists = mode.mode !== 'gopath' && !malformed
  const hasVendor = mode.mode !== 'gopath' && (await host.files.status(files.vendorFolder))?.kind === 'directory'
  const [listing, vendored] = await Promise.all([
    lists ? readListing(host, here, place, files, mode, env) : NOTHING_LISTED,
    hasVendor ? readTree(host, files.vendorFolder) : null,
  ])
  const missingSums = await findMissing(here, files, mode, listing.listed)
  const line = (directive: 'go' | 'toolchain'): string | null =>
    findDirective((files.goWork ?? files.goMods[0])?.text ?? '', directive)?.value ?? null
  const main = listing.modules.filter((module) => module.main === true).map(({ path }) => path)
  const root: Root = {
    directory: place.directory,
    main: main.length > 0 ? main : files.goMods.flatMap(({ text }) => findDirective(text, 'module')?.value ?? []),
    mode: mode.mode,
    modeReason: listing.fromVendor ? `${mode.reason}; ${FROM_VENDOR_LIST}` : mode.reason,
    goLine: line('go'),
    toolchainLine: line('toolchain'),
    files: files.hashes,
    vendor: vendored === null ? null : { files: vendored.length, hash: hashTree(vendored) },
    modules: listing.modules,
    missingSums,
    otherSums: otherSums(
      files.sums.map(({ sum }) => sum),
      listing.modules,
    ),
  }
  const degraded = malformed ? [{ what: `the build list of ${place.directory}`, why: `${malformedNames(files)} cannot be read` }] : []
  return {
    place,
    root,
    files,
    members: files.members.map((member) => posixPath(place.path, member)),
    findings: [...sumFindings, ...(await findReplacementFindings(host, place, files, listing.modules))],
    degraded: [...degraded, ...listing.degraded],
    failed: listing.failed,
  }
}

function malformedNames(files: RootFiles): string {
  return files.sums
    .filter(({ sum }) => sum.malformed.length > 0)
    .map(({ path }) => basename(path))
    .join(', ')
}
