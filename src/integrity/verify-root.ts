import { downloadModules, verifyModules, type DownloadedModule, type Go, type GoResult, type VerifyAnswer } from '../go/index.js'
import type { Host } from '../host/index.js'
import { builtVersion, indexGoSums } from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { redact, type Integrity, type Root } from '../snapshot/index.js'
import { mapBounded } from './bounded.js'
import { keepFiles } from './keep-files.js'
import {
  assemble,
  layersOfDownload,
  layersOfVerify,
  lookedAt,
  notApplicable,
  notLookedAt,
  refusedLayer,
  type KnownLayers,
  type LayerFacts,
  type ReplacementCheck,
} from './layers.js'
import { findMissingSumFindings } from './missing-findings.js'
import type { RootReading } from './read-root.js'
import { modifiedReplacement } from './replacements.js'
import { posixPath } from './roots.js'
import { hashModuleDirectory } from './tree.js'
import { checkVendor } from './vendor-layer.js'

export interface VerifyRootOptions {
  /** Whether vendor/ is compared with the modules it was made of, where it is what go builds. */
  readonly vendor: boolean
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

/** The extracted directories of replacements against go's own recorded hash: `go mod verify` looks at the replaced module instead. */
async function checkReplacements(host: Host, root: Root, modules: readonly DownloadedModule[]): Promise<ReplacementCheck> {
  const replaced = new Set(
    root.modules.flatMap((module) => {
      const { path, version, replace } = module
      const built = replace === undefined ? null : builtVersion({ path, version, replace })
      return built === null ? [] : [`${built.path}@${built.version}`]
    }),
  )
  const candidates = modules.filter(({ path, version, directory }) => directory !== null && replaced.has(`${path}@${version}`))
  const outcomes = await mapBounded(candidates, 4, async ({ path, version, directory, sum }) => {
    const hash = await hashModuleDirectory(host, directory ?? '', `${path}@${version}`)
    return { name: `${path}@${version}`, ok: hash === sum }
  })
  return { checked: candidates.length, failed: outcomes.filter(({ ok }) => !ok).map(({ name }) => name) }
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
}

type Ended = Omit<RootVerification, 'degraded'>

function end(progress: Progress, rest: string, more: { failed?: GoResult; mayBuild?: boolean } = {}): Ended {
  const integrity = assemble(progress.known, notLookedAt(rest))
  return {
    integrity,
    findings: progress.findings,
    failed: more.failed ?? null,
    mayBuild: more.mayBuild ?? (more.failed === undefined && integrity.outcome !== 'failed'),
    evidence: progress.evidence,
  }
}

function afterFailedDownload(reading: RootReading, progress: Progress, result: GoResult): Ended {
  const refused = refusedLayer(result.stderr.text)
  if (refused !== null) return end({ ...progress, known: { ...progress.known, [refused]: lookedAt(1, 1) } }, STOPPED, { failed: result })
  const reason = `the modules cannot be downloaded: ${firstLine(result)}`
  // Go builds a vendored project without them; that its vendor folder is unknown is said, not punished.
  if (isVendored(reading.root)) return end(progress, reason, { mayBuild: true })
  return end(progress, reason, { failed: result })
}

async function verifySteps(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<Ended> {
  const { root, files } = reading
  const sumFindings = reading.findings.filter(({ rule }) => rule === 'checksum/gosum-malformed')
  const vendor = vendorDefault(reading, options)
  const start: Progress = {
    known: { 'go.sum': sumLayer(reading, sumFindings), ...(vendor === undefined ? {} : { vendor }) },
    findings: findMissingSumFindings(reading),
    evidence: [],
  }
  if (sumFindings.length > 0) return end(start, STOPPED)

  options.onStep?.('download')
  const download = await downloadModules(go)
  const downloaded: Progress = { ...start, evidence: [download.result] }
  if (!download.ok) return afterFailedDownload(reading, downloaded, download.result)
  const sums = indexGoSums(files.sums.map(({ sum }) => sum))
  const hashed = layersOfDownload(download.modules, sums, root.missingSums)
  const compared: Progress = { ...downloaded, known: { ...downloaded.known, ...hashed } }
  if (hashed.ziphash.failed > 0 || hashed['go.mod'].failed > 0) return end(compared, STOPPED)

  options.onStep?.('verify')
  const [verify, replacements] = await Promise.all([verifyModules(go), checkReplacements(host, root, download.modules)])
  const { missingZiphash, zip, directory } = layersOfVerify(download.modules, verify.problems, replacements)
  const evidence = [...compared.evidence, verify.result]
  if (!verify.ok && verify.problems.length === 0) {
    const layer = refusedLayer(verify.result.stderr.text)
    const known = { ...compared.known, ...(layer === null ? {} : { [layer]: lookedAt(1, 1) }) }
    return end({ ...compared, known, evidence }, `go mod verify failed: ${firstLine(verify.result)}`, { failed: verify.result })
  }
  const ziphash = missingZiphash === 0 ? hashed.ziphash : lookedAt(Math.max(hashed.ziphash.checked, missingZiphash), missingZiphash)
  const verified: Progress = {
    known: { ...compared.known, ziphash, zip, directory },
    findings: [...compared.findings, ...replacements.failed.map((module) => modifiedReplacement(reading.place, module))],
    evidence,
  }
  if (!verify.ok) return end(verified, STOPPED, { failed: verify.result })
  if (replacements.failed.length > 0 || vendor !== undefined) return end(verified, STOPPED)

  options.onStep?.('vendor')
  const check = await checkVendor(host, go, reading)
  const finished: Progress = {
    known: { ...verified.known, vendor: check.layer },
    findings: [...verified.findings, ...check.findings],
    evidence: [...evidence, check.result],
  }
  // A failed `go mod vendor` is diagnosed like every other command; go's own vendor check decides about building.
  return end(finished, STOPPED, check.result.exitCode === 0 ? {} : { failed: check.result, mayBuild: false })
}

/**
 * Whether the modules of a root are what go.sum says, layer by layer, in the only order that means something:
 * go.sum → download → `go mod verify` → vendor. A failure stops what follows, and nothing may be built after it.
 * The project's files are as before when it returns. Never throws for a go command that fails.
 */
export async function verifyRoot(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<RootVerification> {
  const { place, root, files } = reading
  if (root.mode === 'gopath') {
    const reason = `not possible: ${root.modeReason}; there are no modules, and so no checksums`
    return { ...end({ known: {}, findings: [], evidence: [] }, reason, { mayBuild: true }), degraded: [] }
  }
  const kept = await keepFiles(host, files.writable, async () => verifySteps(host, go.in(place.path), reading, options))
  const names = kept.restored.map((path) => posixPath(place.path, path))
  const degraded = names.map((name) => ({ what: `${name} was put back as it was`, why: 'go mod download had completed it' }))
  return { ...kept.result, degraded }
}

/** `go mod verify` once more, after a build: whether the build left the module cache as it was. */
export async function verifyAgain(go: Go, place: { readonly path: string }): Promise<VerifyAnswer> {
  return verifyModules(go.in(place.path))
}
