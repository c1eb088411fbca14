import { allEnded } from '../integrity/index.js'
import type { Finding } from '../report/index.js'
import { byteOrder, type TargetResult } from '../snapshot/index.js'
import type { Target } from '../targets/index.js'
import { planTarget } from './plan-target.js'
import type { RecordedRoot, Recording } from './record-project.js'
import type { Session } from './session.js'

/** A build that need not be tried. */
export interface ForeseenFailure {
  readonly result: Pick<TargetResult, 'outcome' | 'failedPackages' | 'reason' | 'rule'>
  readonly findings: readonly Finding[]
}

/** Targets whose C side lacks something: go would compile for minutes before it says the same. */
export async function foreseeFailures(
  session: Session,
  recording: Recording,
  root: RecordedRoot,
  targets: readonly Target[],
  packages: readonly string[],
): Promise<ReadonlyMap<Target, ForeseenFailure>> {
  const foreseen = new Map<Target, ForeseenFailure>()
  await allEnded(
    targets.map(async (target) => {
      if (!target.cgo) return
      const { verdict, rule, findings, failedPackages } = await planTarget(session, recording, root, target, packages)
      // What go says by itself in a second is left to go.
      if (verdict !== 'cannot' || rule === undefined || !rule.startsWith('cgo/')) return
      const reason = (findings.find(({ severity }) => severity === 'error')?.title ?? 'it cannot be built').slice(0, 500)
      foreseen.set(target, { findings, result: { outcome: 'failed', reason, failedPackages: failedPackages.toSorted(byteOrder), rule } })
    }),
  )
  return foreseen
}
