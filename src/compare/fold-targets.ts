import type { Finding, Fix, ReportTarget } from '../report/index.js'
import type { TargetResult } from '../snapshot/index.js'
import { attribute } from './attribution.js'
import type { ChangedFiles } from './changed-files.js'
import type { ComparedToBaseline } from './compared-job.js'
import { showValue } from './environment-findings.js'
import { countJobs } from './job-labels.js'
import { findingKey, fitFixes, mergeBy } from './merge-jobs.js'
import type { Attribution } from './moved-modules.js'
import { builds, isSameFailure, targetFindings, targetKey } from './target-findings.js'

/** How a failure relates to the baseline: built there, failed there otherwise, failed there alike, was not tried there. */
type FailureKind = 'broken' | 'changed' | 'known' | 'untried'

interface Failure {
  readonly job: ComparedToBaseline
  readonly result: TargetResult
  /** Of the baseline. */
  readonly was: TargetResult | undefined
  readonly kind: FailureKind
}

function kindOf(was: TargetResult | undefined, now: TargetResult): FailureKind {
  if (was === undefined || was.outcome === 'skipped') return 'untried'
  if (builds(was)) return 'broken'
  return isSameFailure(was, now) ? 'known' : 'changed'
}

function stateOf(was: TargetResult | undefined, now: TargetResult): ReportTarget['state'] {
  if (was === undefined) return 'new'
  if (now.outcome === 'failed') {
    const kind = kindOf(was, now)
    return kind === 'known' ? 'known' : kind === 'untried' ? 'new' : 'broken'
  }
  return was.outcome === 'failed' && builds(now) ? 'fixed' : undefined
}

function rowOf(job: string, result: TargetResult, state: ReportTarget['state']): ReportTarget {
  const { root, target, goos, goarch, cgo, outcome, reason, rule } = result
  return {
    job,
    ...(root === '.' ? {} : { root }),
    target,
    goos,
    goarch,
    cgo,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    durationMs: 0,
    ...(rule === undefined ? {} : { rule }),
    ...(state === undefined ? {} : { state }),
  }
}

/** Reasons and packages that a finding repeats. */
const LISTED = 10

function listed(lines: Iterable<string>): readonly string[] {
  const all = [...new Set(lines)]
  const shown = all.slice(0, LISTED).map((line) => showValue(line))
  return all.length > LISTED ? [...shown, `and ${String(all.length - LISTED)} more`] : shown
}

function reasonsOf(failures: readonly Failure[]): readonly string[] {
  return listed(
    failures.flatMap(({ result: { rule, reason } }) => {
      const said = [rule, reason].filter((text) => text !== undefined)
      return said.length === 0 ? [] : [said.join(': ')]
    }),
  )
}

function packagesOf(failures: readonly Failure[]): readonly string[] {
  return listed(failures.flatMap(({ result }) => result.failedPackages))
}

function findingOf(failures: readonly Failure[], words: Pick<Finding, 'rule' | 'state' | 'title' | 'message'> & Partial<Finding>): Finding {
  const root = failures[0]?.result.root ?? '.'
  return {
    severity: 'error',
    subject: { target: failures[0]?.result.target ?? '' },
    evidence: [...reasonsOf(failures), ...packagesOf(failures)],
    fix: [],
    source: 'targets',
    jobs: failures.map(({ job }) => job.label.id),
    ...(root === '.' ? {} : { root }),
    ...words,
  }
}

function inJobs(failures: readonly Failure[]): string {
  return countJobs(failures.map(({ job }) => job.label))
}

/** What it was before, of one that fails otherwise now. */
function describeBefore(failures: readonly Failure[]): readonly string[] {
  return listed(
    failures.flatMap(({ was }) => {
      if (was?.outcome !== 'failed') return []
      const packages = was.failedPackages.slice(0, 3).join(', ')
      return [
        `in the baseline: ${[was.rule, was.reason].filter((text) => text !== undefined).join(': ')}${packages === '' ? '' : ` (${packages})`}`,
      ]
    }),
  )
}

function knownFinding(failures: readonly Failure[]): Finding {
  const [first] = failures
  return findingOf(failures, {
    rule: first?.result.rule ?? 'target/broken',
    state: 'known',
    title: `${first?.result.target ?? ''} still does not build`,
    message: `It failed in the same way in the baseline (${inJobs(failures)}), so it does not fail the run.`,
  })
}

const TITLES: Readonly<Record<FailureKind, string>> = {
  broken: 'no longer builds',
  changed: 'fails in another way than before',
  untried: 'does not build',
  known: 'still does not build',
}

function sentenceOf(kind: FailureKind, failures: readonly Failure[]): string {
  const jobs = inJobs(failures)
  if (kind === 'broken') return `It built in the baseline and does not build now (${jobs}).`
  if (kind === 'changed')
    return `It failed in the baseline too, but by another rule or in other packages (${jobs}): this failure is a new one.`
  return `It does not build (${jobs}), and the baseline has nothing to compare that with.`
}

/** What of the change the failures belong to, over all jobs; each build list and set of packages is looked at once. */
function attributeAll(failures: readonly Failure[], change: ChangedFiles | null): Attribution {
  const sentences = new Set<string>()
  const evidence = new Set<string>()
  const fixes = new Map<string | undefined, Fix>()
  let location: Attribution['location'] = null
  const alike = new Map<object, Set<string>>()
  for (const { job, result } of failures) {
    const root = job.roots.get(result.root)
    if (root === undefined) continue
    const told = alike.get(root) ?? new Set()
    alike.set(root, told)
    const key = JSON.stringify([result.failedPackages, job.environment])
    if (told.has(key)) continue
    told.add(key)
    const one = attribute({ root, result, environment: job.environment, change })
    for (const sentence of one.sentences) sentences.add(sentence)
    for (const line of one.evidence) evidence.add(line)
    for (const fix of one.fix) fixes.set(fix.command, fix)
    location ??= one.location
  }
  return { sentences: [...sentences].slice(0, 4), evidence: listed(evidence), location, fix: [...fixes.values()].slice(0, 3) }
}

/** How to build this target alone. */
function aloneFix(target: string): readonly Fix[] {
  if (!/^[a-z0-9]+\/[a-z0-9]+(?:\/[\w.,]+)?[+-]cgo$/.test(target)) return []
  return [{ command: `goparity build --targets ${target}`, why: 'builds this target alone on your machine, and says what fails' }]
}

function newFinding(failures: readonly Failure[], change: ChangedFiles | null): Finding {
  const kinds = (['broken', 'changed', 'untried'] as const).filter((kind) => failures.some((failure) => failure.kind === kind))
  const [first = 'untried'] = kinds
  const rule = first === 'untried' ? (failures[0]?.result.rule ?? 'target/broken') : 'target/broken'
  const { sentences, evidence, location, fix } = attributeAll(
    failures.filter(({ kind }) => kind !== 'untried'),
    change,
  )
  const told = kinds.map((kind) =>
    sentenceOf(
      kind,
      failures.filter((failure) => failure.kind === kind),
    ),
  )
  return findingOf(failures, {
    rule,
    state: 'new',
    title: `${failures[0]?.result.target ?? ''} ${TITLES[first]}`,
    message: [...told, ...sentences].join(' '),
    evidence: [...reasonsOf(failures), ...packagesOf(failures), ...evidence, ...describeBefore(failures)],
    fix: [...fix, ...aloneFix(failures[0]?.result.target ?? '')],
    ...(location === null ? {} : { location }),
  })
}

/** What is said of targets other than that they fail. */
function otherFindings({ before, present }: ComparedToBaseline): readonly Finding[] {
  if (before === null) return []
  const failed = new Set(present.targets.filter(({ outcome }) => outcome === 'failed').map(targetKey))
  return targetFindings(before, present).filter(
    ({ rule, subject, root }) => rule !== 'target/broken' && !failed.has(targetKey({ root: root ?? '.', target: subject.target ?? '' })),
  )
}

/**
 * Targets of all jobs against the baseline: a row for each, and for each target over its jobs one finding for what is newly
 * broken, one for what was known, one for what builds again. Without a baseline rows alone, without a state.
 */
export function foldTargets(
  jobs: readonly ComparedToBaseline[],
  change: ChangedFiles | null,
  hasBaseline: boolean,
): { readonly targets: readonly ReportTarget[]; readonly findings: readonly Finding[] } {
  const targets: ReportTarget[] = []
  const fresh = new Map<string, Failure[]>()
  const known = new Map<string, Failure[]>()
  const others = mergeBy<Finding>(findingKey)
  for (const job of jobs) {
    const { label, present, before } = job
    const results = new Map((before?.targets ?? []).map((result) => [targetKey(result), result]))
    for (const result of present.targets) {
      const key = targetKey(result)
      const was = results.get(key)
      targets.push(rowOf(label.id, result, hasBaseline ? stateOf(was, result) : undefined))
      if (!hasBaseline || result.outcome !== 'failed') continue
      const kind = kindOf(was, result)
      const groups = kind === 'known' ? known : fresh
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [{ job, result, was, kind }])
      else group.push({ job, result, was, kind })
    }
    if (hasBaseline) others.add(otherFindings(job), label.id)
  }
  return {
    targets,
    findings: [
      ...[...fresh.values()].map((group) => newFinding(group, change)),
      ...[...known.values()].map(knownFinding),
      ...others.read().map((finding) => fitFixes(finding)),
    ],
  }
}
