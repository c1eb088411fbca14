import type { Degrade, Finding, ReportTarget } from '../report/index.js'
import type { Integrity, Snapshot } from '../snapshot/index.js'
import { changeFindings, findLedgerChanges, isRefusal, type Ledger } from '../integrity/index.js'
import { buildProject } from './build-project.js'
import { findTidy } from './find-tidy.js'
import { lookAtBuildCache } from './look-at-build-cache.js'
import { wantedTargets, type BuildOptions } from './options.js'
import { recordProject, type Recording } from './record-project.js'
import { withoutRepeats } from './repeats.js'
import type { Session } from './session.js'
import { verifyProject, type Verification } from './verify-project.js'

/** How far the chain record → download → verify → build goes. */
export type ChainEnd = 'verify' | 'build'

/** What the chain found, before it is compared with anything. */
export interface ChainResult {
  readonly recording: Recording
  readonly snapshot: Snapshot
  readonly integrity: Integrity
  readonly findings: readonly Finding[]
  readonly targets: readonly ReportTarget[]
  readonly degraded: readonly Degrade[]
  /** Whether every root was verified well enough to build. */
  readonly sound: boolean
  /** What the module cache held when it was verified; `null` when nothing was. */
  readonly ledger: Ledger | null
}

function nothingVerified(reason: string): Integrity {
  return {
    outcome: 'unknown',
    layers: [{ layer: 'go.sum', outcome: 'unknown', checked: 0, failed: 0, reason: `not looked at: ${reason}` }],
  }
}

/** Go does not even list modules that are not what go.sum says: verifying still tells which file is the cause. Nothing may be built. */
async function verifyRefused(session: Session, recording: Recording, options: BuildOptions, blocked: string): Promise<Verification> {
  const roots = recording.roots.filter(({ reading }) => reading.failed !== null && isRefusal(reading.failed))
  if (roots.length === 0) return { integrity: nothingVerified(blocked), findings: [], degraded: [], buildable: [], ledger: null }
  return { ...(await verifyProject(session, { ...recording, roots }, { ...options, vendor: false })), buildable: [] }
}

/** Holds the module cache once more against what was verified; `during` says what ran meanwhile. */
export async function verifyAgain({ host }: Session, ledger: Ledger | null, during: string): Promise<readonly Finding[]> {
  return ledger === null ? [] : changeFindings(host, await findLedgerChanges(host, ledger), during)
}

/** record → download → verify → build → verify again: each step only after the one before it went well. */
export async function runChain(session: Session, options: BuildOptions, end: ChainEnd): Promise<ChainResult> {
  const { config } = options
  const recording = await recordProject(session, options, end === 'build' ? wantedTargets(options) : undefined)
  const { blocked } = recording
  const verified =
    blocked === null ? await verifyProject(session, recording, options) : await verifyRefused(session, recording, options, blocked)
  const verification = await lookAtBuildCache(session, recording, verified, options)
  const { roots } = recording.snapshot
  const tidied = end === 'build' ? await findTidy(session, roots, verification.buildable, verification.integrity.outcome) : roots
  const building =
    end === 'build'
      ? await buildProject(session, recording, verification.buildable, {
          packages: options.packages ?? config.packages,
          proofs: options.proofs ?? new Map(),
          keepProofs: options.keepProofs ?? false,
          skipped: blocked ?? 'its modules are not verified',
        })
      : { results: [], targets: [], findings: [], degraded: [] }
  const changed = end === 'build' ? await verifyAgain(session, verification.ledger, 'while the targets were built') : []
  const said = [...withoutRepeats(verification.findings, recording.findings), ...verification.findings]
  return {
    recording,
    snapshot: { ...recording.snapshot, roots: tidied, integrity: verification.integrity, targets: building.results },
    integrity: verification.integrity,
    findings: [...said, ...changed, ...withoutRepeats(said, building.findings)],
    targets: building.targets,
    degraded: [...recording.degraded, ...verification.degraded, ...building.degraded],
    sound: blocked === null && verification.buildable.length === recording.roots.length && changed.length === 0,
    ledger: verification.ledger,
  }
}
