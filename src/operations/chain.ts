import type { Degrade, Finding, ReportTarget } from '../report/index.js'
import type { Integrity, Snapshot } from '../snapshot/index.js'
import { buildProject } from './build-project.js'
import { findTidy } from './find-tidy.js'
import type { BuildOptions } from './options.js'
import { recordProject, type Recording } from './record-project.js'
import type { Session } from './session.js'
import { verifyProject } from './verify-project.js'

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
}

/** Targets that are asked for, as written; the environment's own when nobody says anything. */
export function wantedTargets({ targets, config }: Pick<BuildOptions, 'targets' | 'config'>): readonly string[] {
  return targets ?? config.targets ?? ['default']
}

function nothingVerified(reason: string): Integrity {
  return {
    outcome: 'unknown',
    layers: [{ layer: 'go.sum', outcome: 'unknown', checked: 0, failed: 0, reason: `not looked at: ${reason}` }],
  }
}

/** What verifying said of a module is not said again by every target that then fails for it. */
function withoutRepeats(said: readonly Finding[], later: readonly Finding[]): readonly Finding[] {
  const known = new Set(said.filter(({ subject }) => subject.module !== undefined).map(aboutModule))
  return later.filter((finding) => !known.has(aboutModule(finding)))
}

function aboutModule({ rule, subject, root }: Finding): string {
  return JSON.stringify([rule, subject.module, root])
}

/** record → download → verify → build: each step only after the one before it went well. */
export async function runChain(session: Session, options: BuildOptions, end: ChainEnd): Promise<ChainResult> {
  const { config, vendor = true } = options
  const recording = await recordProject(session, options, end === 'build' ? wantedTargets(options) : undefined)
  const { blocked } = recording
  const verification =
    blocked === null
      ? await verifyProject(session, recording, vendor)
      : { integrity: nothingVerified(blocked), findings: [], degraded: [], buildable: [] }
  const { roots } = recording.snapshot
  const tidied = end === 'build' ? await findTidy(session, roots, verification.buildable, verification.integrity.outcome) : roots
  const building =
    end === 'build'
      ? await buildProject(session, recording, verification.buildable, {
          packages: options.packages ?? config.packages,
          skipped: blocked ?? 'its modules are not verified',
        })
      : { results: [], targets: [], findings: [], degraded: [] }
  const said = [...recording.findings, ...verification.findings]
  return {
    recording,
    snapshot: { ...recording.snapshot, roots: tidied, integrity: verification.integrity, targets: building.results },
    integrity: verification.integrity,
    findings: [...said, ...withoutRepeats(said, building.findings)],
    targets: building.targets,
    degraded: [...recording.degraded, ...verification.degraded, ...building.degraded],
    sound: blocked === null && verification.buildable.length === recording.roots.length,
  }
}
