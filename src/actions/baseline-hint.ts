import { compareToBaseline } from '../compare/index.js'
import type { Config } from '../config/index.js'
import type { Hint } from '../github/index.js'
import type { Finding, Report } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'

function asNote(finding: Finding, seen: string): Finding {
  return { ...finding, severity: 'note', message: `${finding.message} ${seen}` }
}

/**
 * Adds what differs from a snapshot of the cache to a report that has no baseline. A hint is never the ground of a
 * verdict: its findings are notes, nothing becomes `known`, and verdict and exit code stay what they are.
 */
export function addHint(report: Report, present: Snapshot, { snapshot, key }: Hint, config: Config): Report {
  // Of the targets only what happens here and now counts.
  const before = { ...snapshot, targets: [] }
  const compared = compareToBaseline(before, { ...present, targets: [] }, config.ignore)
  const seen = `Seen against the snapshot ${key} of the cache, which is a hint and no trusted baseline.`
  const degraded = report.degraded.filter(({ what }) => !what.includes('baseline'))
  const without = { what: 'trusted baseline', why: 'there is none: goparity baseline save makes one' }
  if (compared.environment.length === 0 && compared.modules.length === 0) {
    return {
      ...report,
      degraded: [...degraded, { ...without, why: `${without.why}; nothing differs from the snapshot ${key} of the cache` }],
    }
  }
  return {
    ...report,
    comparison: {
      baseline: {
        source: 'cache',
        ref: key,
        trusted: false,
        reason: 'the last snapshot that this branch can see in the cache: a hint, no proof',
      },
      environment: compared.environment,
      modules: compared.modules,
    },
    findings: [...report.findings, ...compared.findings.map((finding) => asNote(finding, seen))],
    degraded: [...degraded, without],
  }
}
