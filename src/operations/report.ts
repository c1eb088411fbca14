import type { BaselineReading } from '../baseline/index.js'
import {
  applyPolicy,
  exitCodeOf,
  foldRun,
  verdictOf,
  type ChangeFacts,
  type ExpectedJobs,
  type FailOn,
  type NamedSnapshot,
} from '../compare/index.js'
import { isRuleId, type Config } from '../config/index.js'
import { mergeIntegrity } from '../integrity/index.js'
import type { BaselineReference, Degrade, Finding, Report } from '../report/index.js'
import type { Integrity, Snapshot } from '../snapshot/index.js'
import { untrusted } from './baseline-findings.js'
import type { Session } from './session.js'
import { startStopwatch, type Stopwatch } from './stopwatch.js'

/** Something that was to be a snapshot and is none. */
export interface RefusedSnapshot {
  /** Name of the artifact or file. */
  readonly name: string
  /** One sentence without a full stop. */
  readonly why: string
}

/** All that is known of a run, and how to judge it. */
export interface ReportOptions {
  /** One per job, the newest attempt of each. */
  readonly snapshots: readonly NamedSnapshot[]
  readonly refused: readonly RefusedSnapshot[]
  readonly expected: ExpectedJobs
  /** `null`: nobody asked for one. */
  readonly baseline: BaselineReading | null
  /** `null`: nobody can tell what was changed. */
  readonly change: ChangeFacts | null
  /** What the face could not do before. */
  readonly degraded: readonly Degrade[]
  readonly config: Config
  readonly version: string
  readonly failOn?: FailOn
  /** Why nothing of this proves anything, however good it looks: the verdict is then never ok. */
  readonly unproven?: string
  /** The clock of the whole work, when it began before this. */
  readonly watch?: Stopwatch
}

/** A run as one answer. */
export interface RunReport {
  readonly report: Report
  readonly exitCode: 0 | 3
}

const HINT_WORDS = 'Seen against a baseline of the cache, which is a hint and no proof.'

function unreadable({ name, why }: RefusedSnapshot): Finding {
  return {
    rule: 'job/unreadable',
    severity: 'error',
    state: 'new',
    title: `the snapshot ${name} cannot be used`,
    message: `${why.replace(/[.\s]+$/, '')}. What that job built is not known, so nothing is said about it.`,
    subject: { file: name },
    evidence: [],
    fix: [{ edit: 'run the job again', why: 'it writes its snapshot anew; one that is refused again was not written by goparity' }],
    source: 'environment',
  }
}

/** A rule id that a snapshot names decides how severe its project takes a failure: only known ones count. */
function withKnownRules({ name, snapshot }: NamedSnapshot): NamedSnapshot {
  const targets = snapshot.targets.map(({ rule, ...target }) => (rule !== undefined && isRuleId(rule) ? { ...target, rule } : target))
  return { name, snapshot: { ...snapshot, targets } }
}

/** A run of which nothing is known must not look like one in which nothing was found. */
function nothingLeft({ snapshots, refused }: ReportOptions): readonly Finding[] {
  if (snapshots.length + refused.length > 0) return []
  return [
    {
      rule: 'job/missing',
      severity: 'error',
      state: 'new',
      title: 'no job left a snapshot',
      message: 'Not one job of this run recorded anything, so nothing can be said about it.',
      subject: {},
      evidence: [],
      fix: [
        {
          edit: 'add the recorder to the jobs that build, and let this job need them',
          why: 'each leaves a snapshot; the artifact-prefix of both actions must be the same',
        },
      ],
      source: 'environment',
    },
  ]
}

/** What the jobs of a run say of their modules, as one; a job that only recorded says nothing. */
function integrityOf(snapshots: readonly Snapshot[]): Integrity {
  const parts = snapshots.flatMap(({ integrity }) => integrity ?? [])
  // Where nothing was looked at, "no modules to verify" would be a lie.
  return parts.length === 0 ? { outcome: 'not-applicable', layers: [] } : mergeIntegrity(parts)
}

interface Judged {
  readonly snapshots: readonly Snapshot[] | null
  readonly reference: BaselineReference | null
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  readonly unknown: readonly string[]
}

function judgeBaseline(reading: BaselineReading | null): Judged {
  if (reading === null) return { snapshots: null, reference: null, findings: [], degraded: [], unknown: [] }
  const edited = 'edited' in reading && reading.edited !== undefined ? [reading.edited] : []
  if (reading.kind === 'unusable')
    return { snapshots: null, reference: reading.reference, findings: [untrusted(reading)], degraded: [], unknown: [reading.reason] }
  if (reading.kind === 'none')
    return { snapshots: null, reference: null, findings: edited, degraded: [{ what: 'baseline', why: reading.reason }], unknown: [] }
  const unknown = reading.reference.trusted ? [] : [reading.reference.reason]
  return { snapshots: reading.snapshots, reference: reading.reference, findings: edited, degraded: [], unknown }
}

/** What a hint says is worth a note; nothing becomes known by it. */
function asHint(finding: Finding): Finding {
  return { ...finding, severity: 'note', message: `${finding.message} ${HINT_WORDS}` }
}

/** Against a mere hint only drift is told: which target was broken before decides over red and green, and a hint must not. */
function foldWith(options: ReportOptions, judged: Judged): ReturnType<typeof foldRun> {
  const { expected, change, config } = options
  const input = { snapshots: options.snapshots.map(withKnownRules), expected, change, ignore: config.ignore ?? [] }
  if (judged.snapshots === null || judged.reference?.trusted !== false) return foldRun({ ...input, baseline: judged.snapshots })
  const alone = foldRun({ ...input, baseline: null })
  const hinted = foldRun({ ...input, baseline: judged.snapshots })
  const own = new Set(alone.findings.map(({ rule, title }) => `${rule} ${title}`))
  const drift = hinted.findings.filter(({ rule, title, source }) => source !== 'targets' && !own.has(`${rule} ${title}`))
  return { ...hinted, findings: [...alone.findings, ...drift.map(asHint)], targets: alone.targets }
}

/**
 * Folds the jobs of a run into one report: against one another, against what was expected, and against the baseline.
 * Asks neither go nor the network.
 */
export function report(session: Session, options: ReportOptions): RunReport {
  const { config, failOn = config.failOn ?? 'error', watch = startStopwatch(session), unproven } = options
  const judged = judgeBaseline(options.baseline)
  const fold = foldWith(options, judged)
  const found = [...options.refused.map(unreadable), ...nothingLeft(options), ...fold.findings, ...judged.findings]
  const policy = applyPolicy(found, config)
  const integrity = integrityOf(options.snapshots.map(({ snapshot }) => snapshot))
  const verdict = verdictOf({
    findings: policy.findings,
    integrity,
    unknown: [...judged.unknown, ...(unproven === undefined ? [] : [unproven])],
    failOn,
  })
  const suppressed = policy.suppressed.map(({ finding, reason }) => ({
    what: `${finding.rule} is not reported: ${finding.title}`,
    why: reason,
  }))
  return {
    report: {
      schema: 'goparity/report/1',
      tool: { version: options.version },
      verdict,
      jobs: fold.jobs,
      findings: policy.findings,
      integrity,
      targets: fold.targets,
      comparison: { baseline: judged.reference, environment: fold.environment, modules: fold.modules, sums: fold.sums },
      degraded: [
        ...(unproven === undefined ? [] : [{ what: 'proof', why: unproven }]),
        ...options.degraded,
        ...judged.degraded,
        ...suppressed,
      ],
      timings: watch.read(),
    },
    exitCode: exitCodeOf(verdict, policy.findings, failOn),
  }
}
