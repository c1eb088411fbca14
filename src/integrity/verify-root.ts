import {
  downloadModules,
  verifyModules,
  type DownloadedModule,
  type Go,
  type GoResult,
  type VerifyAnswer,
  type VerifyProblem,
} from '../go/index.js'
import type { ChecksumDatabase } from '../config/index.js'
import type { Host } from '../host/index.js'
import { sumKey } from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { redact, type Integrity, type Layer, type Root } from '../snapshot/index.js'
import { allEnded } from './bounded.js'
import { checkBuildInputs } from './build-inputs.js'
import { refusalDisputes } from './disputes.js'
import { explainCache, explainRefusals } from './explain-cache.js'
import { isWrong, layersOfCache, type ModuleJudgement } from './judge-states.js'
import { keepFiles } from './keep-files.js'
import { assemble, lookedAt, notApplicable, notLookedAt, refusedLayer, type KnownLayers, type LayerFacts } from './layers.js'
import { locate } from './location.js'
import { findMissingSumFindings } from './missing-findings.js'
import { readCache, type CacheReading } from './read-cache.js'
import { readRoot, type RootReading } from './read-root.js'
import { repairRoot } from './repair-root.js'
import { posixPath, type GoValues } from './roots.js'
import { checkVendor } from './vendor-layer.js'
import { askChecksumDatabase, type WitnessLine, type WitnessResult } from './witness.js'

export interface VerifyRootOptions {
  /** Whether vendor/ is compared with the modules it was made of, where it is what go builds. */
  readonly vendor: boolean
  /** `go env` of the root: where the module cache is, and how go was told to check. */
  readonly env: GoValues
  /** Default `auto`. */
  readonly checksumDatabase?: ChecksumDatabase
  /** What a trusted baseline says the checksum database has attested: `path version[/go.mod] h1:…`. */
  readonly remembered?: ReadonlySet<string>
  /** Of the configuration, as in GOPRIVATE: never named to the checksum database. */
  readonly privatePatterns?: readonly string[]
  /** Also fetch again what is not what go.sum says (default false), and verify again. */
  readonly repair?: boolean
  readonly signal?: AbortSignal
  /** Told when a step begins. */
  readonly onStep?: (step: 'download' | 'verify' | 'vendor') => void
}

/** What came of verifying one root. */
export interface RootVerification {
  readonly integrity: Integrity
  readonly findings: readonly Finding[]
  /** The go command that failed, to be diagnosed; nothing ran after it. `null` also when only a layer failed. */
  readonly failed: GoResult | null
  /**
   * Whether it is sound to build: `false` after any failure. `true` with an unknown outcome means: go builds without what
   * could not be checked (a vendored project without network), or refuses by itself (lines missing in go.sum).
   */
  readonly mayBuild: boolean
  /** Every go command that ran, in order. */
  readonly evidence: readonly GoResult[]
  readonly degraded: readonly Degrade[]
  /** What the module cache held; `null` when it was not looked at. */
  readonly cache: CacheReading | null
}

const STOPPED = 'not looked at: the step before it failed'

function isVendored(root: Root): boolean {
  return root.mode === 'vendor' || root.mode === 'workspace-vendor'
}

function firstLine(result: GoResult): string {
  const lines = result.stderr.text.split('\n').map((line) => line.trim())
  const line = lines.find((text) => text !== '' && !text.startsWith('go: downloading'))
  return redact(line ?? `go ${result.args.join(' ')} failed`).slice(0, 300)
}

function sumLayer({ files }: RootReading, findings: readonly Finding[]): LayerFacts {
  const lines = files.sums.reduce((count, { sum }) => count + sum.lines.length + sum.malformed.length, 0)
  if (lines === 0) return notApplicable('there is no go.sum: the build list is empty or go.sum is missing')
  return lookedAt(lines, findings.length)
}

function vendorDefault(reading: RootReading, options: VerifyRootOptions): LayerFacts | undefined {
  if (!isVendored(reading.root)) return notApplicable('go does not build from a vendor folder here')
  return options.vendor ? undefined : notApplicable('switched off')
}

/** One verification under way: what is known so far. */
interface Progress {
  readonly known: KnownLayers
  readonly findings: readonly Finding[]
  readonly evidence: readonly GoResult[]
  readonly degraded: readonly Degrade[]
  readonly cache?: CacheReading
}

function end(progress: Progress, rest: string, more: { failed?: GoResult; mayBuild?: boolean } = {}): RootVerification {
  const { known, findings, evidence, degraded, cache = null } = progress
  const integrity = assemble(known, notLookedAt(rest))
  const mayBuild = more.mayBuild ?? (more.failed === undefined && integrity.outcome !== 'failed')
  return { integrity, findings, failed: more.failed ?? null, mayBuild, evidence, degraded, cache }
}

function afterFailedDownload(reading: RootReading, progress: Progress, result: GoResult): RootVerification {
  const reason = `the modules cannot be downloaded: ${firstLine(result)}`
  // Go builds a vendored project without them; that its vendor folder is unknown is said, not punished.
  if (isVendored(reading.root)) return end(progress, reason, { mayBuild: true })
  return end(progress, reason, { failed: result })
}

/** Refused on its way in: nothing of it is in the cache, and only go can name it. What is in the cache was looked at all the same. */
function afterRefusal(progress: Progress, refused: Layer | null, failed?: GoResult): RootVerification {
  const looked = Object.entries(progress.known).filter(([layer, { outcome }]) => layer === 'vendor' || outcome !== 'not-applicable')
  const isNamed = looked.some(([, { outcome }]) => outcome === 'failed')
  const known: KnownLayers = { ...Object.fromEntries(looked), ...(refused === null || isNamed ? {} : { [refused]: lookedAt(1, 1) }) }
  return end({ ...progress, known }, STOPPED, { mayBuild: false, ...(failed === undefined ? {} : { failed }) })
}

function afterFailedVerify(progress: Progress, { result }: VerifyAnswer): RootVerification {
  const layer = refusedLayer(result.stderr.text)
  const known = { ...progress.known, ...(layer === null ? {} : { [layer]: lookedAt(1, 1) }) }
  return end({ ...progress, known }, `go mod verify failed: ${firstLine(result)}`, { failed: result, mayBuild: false })
}

/** The hashes of go.sum by version, with their places: what the checksum database is asked for. */
function witnessLines({ place, files }: RootReading): readonly WitnessLine[] {
  const lines = new Map<string, WitnessLine>()
  for (const { name, sum } of files.sums) {
    for (const { path, version, goMod, hash, line } of sum.lines) {
      const key = sumKey(path, version, false)
      const known = lines.get(key) ?? { path, version, h1: null, goMod: null }
      const what = goMod ? 'goMod' : 'h1'
      // Of two hashes go takes the first.
      if (known[what] === null) lines.set(key, { ...known, [what]: hash, places: { ...known.places, [what]: locate(place, name, line) } })
    }
  }
  return [...lines.values()]
}

const NOTHING_TO_ASK: WitnessResult = {
  layer: notApplicable('there is nothing to ask about'),
  database: null,
  answers: new Map(),
  attested: [],
  degraded: [],
  findings: [],
}

async function askWitness(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<WitnessResult> {
  const { checksumDatabase: mode = 'auto', remembered = new Set(), privatePatterns = [], env } = options
  const lines = witnessLines(reading)
  if (lines.length === 0) return NOTHING_TO_ASK
  // A network that swallows everything must not cost a minute where a second would do: 200 versions take some 3 seconds.
  const deadlineMs = Math.min(60_000, 10_000 + 50 * lines.length)
  return askChecksumDatabase(host, go, env, lines, { mode, deadlineMs, remembered, privatePatterns, root: reading.place.directory })
}

/** Looks at the module cache, and lets `go mod verify` look at the same time unless go has refused already. */
async function lookAtCache(
  host: Host,
  go: Go,
  reading: RootReading,
  options: VerifyRootOptions,
  before: Progress & {
    readonly downloaded: readonly DownloadedModule[]
    readonly refused: GoResult | null
    readonly witness: WitnessResult
  },
): Promise<{ readonly progress: Progress; readonly cache: CacheReading; readonly verify: VerifyAnswer | null }> {
  const { witness } = before
  const [cache, verify] = await allEnded([
    readCache(host, options.env.values['GOMODCACHE'] ?? '', reading, before.downloaded),
    before.refused === null ? verifyModules(go) : null,
  ])
  const court = { host, go, env: options.env, reading, witness }
  const isNamed = cache.modules.some(isWrong) || cache.goMods.some(({ ok }) => ok === false)
  const found = await explainCache(court, cache)
  const refused =
    isNamed || before.refused === null ? [] : await explainRefusals(court, refusalDisputes(reading, before.refused.stderr.text))
  const layers = layersOfCache(
    cache.modules,
    cache.goMods.map(({ ok }) => ok),
    reading.root.missingSums,
  )
  const progress = {
    known: { ...before.known, ...layers, 'checksum-database': witness.layer },
    findings: [...before.findings, ...found, ...refused],
    evidence: [...before.evidence, ...(verify === null ? [] : [verify.result])],
    degraded: [...before.degraded, ...witness.degraded],
    cache,
  }
  return { progress, cache, verify }
}

/** Go calls a module modified whose recorded hash is empty or missing, although it computes it anew whenever it needs it. */
function isFalseAlarm({ path, version }: VerifyProblem, modules: readonly ModuleJudgement[]): boolean {
  const found = modules.find(({ state }) => state.path === path && state.version === version)
  return found !== undefined && found.state.recorded === null && !isWrong(found) && Object.values(found.ok).includes(true)
}

/** Problems of `go mod verify` that our own look does not share. */
function onlyGoObjects({ problems }: VerifyAnswer, modules: readonly ModuleJudgement[]): readonly VerifyProblem[] {
  const wrong = new Set(modules.filter(isWrong).map(({ state }) => state.key))
  return problems.filter(({ path, version }) => !wrong.has(sumKey(path, version, false)))
}

async function verifySteps(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<RootVerification> {
  const sumFindings = reading.findings.filter(({ rule, severity }) => rule === 'checksum/gosum-malformed' && severity === 'error')
  const vendor = vendorDefault(reading, options)
  const inputs = await checkBuildInputs(host, reading, options.env)
  const start: Progress = {
    known: { 'go.sum': sumLayer(reading, sumFindings), 'build-inputs': inputs.layer, ...(vendor === undefined ? {} : { vendor }) },
    findings: [...findMissingSumFindings(reading), ...inputs.findings],
    evidence: [],
    degraded: [],
  }
  if (sumFindings.length > 0) return end(start, STOPPED)
  if (reading.failed !== null) {
    // Go does not even list the modules: our own look tells which file is the cause.
    const witness = await askWitness(host, go, reading, options)
    const { progress } = await lookAtCache(host, go, reading, options, { ...start, downloaded: [], refused: reading.failed, witness })
    return afterRefusal(progress, refusedLayer(reading.failed.stderr.text))
  }

  options.onStep?.('download')
  // The witness needs go.sum alone: it is asked while the modules come.
  const [download, witness] = await allEnded([downloadModules(go), askWitness(host, go, reading, options)])
  const evidence = [download.result]
  const refused = download.ok ? null : refusedLayer(download.result.stderr.text)
  if (!download.ok && refused === null) return afterFailedDownload(reading, { ...start, evidence }, download.result)

  options.onStep?.('verify')
  const look = await lookAtCache(host, go, reading, options, {
    ...start,
    evidence,
    downloaded: download.modules,
    refused: refused === null ? null : download.result,
    witness,
  })
  const { cache, verify } = look
  let { progress } = look
  const isSound = !Object.values(progress.known).some(({ outcome }) => outcome === 'failed')
  if (refused !== null) {
    return afterRefusal(progress, refused, download.result)
  }
  if (verify !== null && !verify.ok) {
    const alone = onlyGoObjects(verify, cache.modules)
    if (verify.problems.length === 0 || !alone.every((problem) => isFalseAlarm(problem, cache.modules)))
      return afterFailedVerify(progress, verify)
    const dropped = alone.map(({ text }) => ({
      what: `an alarm of go mod verify was not passed on: ${redact(text).slice(0, 200)}`,
      why: 'no hash is recorded for it, go computes it anew, and it is what go.sum says',
    }))
    progress = { ...progress, degraded: [...progress.degraded, ...dropped] }
  }
  if (!isSound || vendor !== undefined) return end(progress, STOPPED)

  options.onStep?.('vendor')
  const check = await checkVendor(host, go, reading)
  const finished: Progress = {
    ...progress,
    known: { ...progress.known, vendor: check.layer },
    findings: [...progress.findings, ...check.findings],
    evidence: [...progress.evidence, check.result],
  }
  // A failed `go mod vendor` is diagnosed like every other command; go's own vendor check decides about building.
  return end(finished, STOPPED, check.result.exitCode === 0 ? {} : { failed: check.result, mayBuild: false })
}

async function verifyAndRepair(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<RootVerification> {
  const first = await verifySteps(host, go, reading, options)
  if (options.repair !== true || first.cache === null) return first
  const repaired = await repairRoot(host, go, options.env, reading, first.cache, options.signal)
  if (repaired === null) return first
  // What go could not list before it may list now.
  const again = reading.failed === null ? reading : await readRoot(host, go, reading.place, options.env)
  const second = await verifySteps(host, go, again, options)
  return { ...second, findings: [...repaired.findings, ...second.findings], degraded: [...repaired.degraded, ...second.degraded] }
}

/**
 * Whether the modules of a root are what go.sum says, layer by layer, in the only order that means something:
 * go.sum → download → module cache (by ourselves and by `go mod verify`) beside the checksum database → vendor. A failure stops what follows, and nothing may be built after it.
 * The project's files are as before when it returns. Never throws for a go command that fails.
 */
export async function verifyRoot(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<RootVerification> {
  const { place, root, files } = reading
  if (root.mode === 'gopath') {
    const reason = `not possible: ${root.modeReason}; there are no modules, and so no checksums`
    return end({ known: {}, findings: [], evidence: [], degraded: [] }, reason, { mayBuild: true })
  }
  const kept = await keepFiles(host, files.writable, async () => verifyAndRepair(host, go.in(place.path), reading, options))
  const names = kept.restored.map((path) => posixPath(place.path, path))
  const degraded = names.map((name) => ({ what: `${name} was put back as it was`, why: 'go mod download had completed it' }))
  return { ...kept.result, degraded: [...kept.result.degraded, ...degraded] }
}
