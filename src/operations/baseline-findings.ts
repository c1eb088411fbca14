import type { BaselineReading } from '../baseline/index.js'
import type { Finding } from '../report/index.js'

/** The finding for a baseline that is there, or was named, and cannot be trusted or read. */
export function untrusted({ reason, reference }: Extract<BaselineReading, { kind: 'unusable' }>): Finding {
  return {
    rule: 'baseline/untrusted',
    severity: 'warning',
    state: 'new',
    title: 'the baseline cannot be used',
    message: `${reason} Nothing was compared, so this run says nothing about drift.`,
    subject: { file: reference.ref },
    evidence: [],
    fix: [],
    source: 'baseline',
  }
}
