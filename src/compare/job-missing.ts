import type { Finding, Location } from '../report/index.js'
import { byteOrder, type Job, type Snapshot } from '../snapshot/index.js'
import { does, locate, type ChangedFiles } from './changed-files.js'
import type { ExpectedJobs } from './expected.js'
import type { JobLabel } from './job-labels.js'

/** What jobs are looked for by. */
export interface MissingInput {
  readonly expected: ExpectedJobs
  readonly snapshots: readonly Snapshot[]
  /** One per snapshot, in the same order. */
  readonly labels: readonly JobLabel[]
  readonly baseline: readonly Snapshot[] | null
  readonly change: ChangedFiles | null
}

/** A job that is not there. */
interface Missing {
  readonly label: string
  /** By what it was expected, as a sentence. */
  readonly because: string
  readonly workflow: string | null
  /** The change edits the workflow: the job may be gone on purpose. */
  readonly explained: string | null
}

/** All legs of one job of a workflow. */
interface Legs {
  readonly name: string
  readonly workflow: string | null
  readonly present: Job[]
  readonly before: Job[]
}

/** Findings of one kind; the rest is one more. */
const LISTED = 20

function keyOf({ provider, workflow, name }: Job): string {
  return JSON.stringify([provider, workflow, name])
}

/** A laptop that is not there is not missing, and a job of another workflow was not started. */
function isOfThisRun(job: Job, snapshots: readonly Snapshot[]): boolean {
  if (job.provider === 'local') return false
  return (
    snapshots.length === 0 || snapshots.some((snapshot) => snapshot.job.provider === job.provider && snapshot.job.workflow === job.workflow)
  )
}

function groupLegs({ expected, snapshots, baseline }: MissingInput): readonly Legs[] {
  const groups = new Map<string, Legs>()
  const groupOf = (job: Job): Legs => {
    const known = groups.get(keyOf(job))
    if (known !== undefined) return known
    const made = { name: job.name, workflow: job.workflow, present: [], before: [] }
    groups.set(keyOf(job), made)
    return made
  }
  for (const { job } of snapshots) if (job.provider !== 'local') groupOf(job).present.push(job)
  const known = expected.ofBaseline === false ? [] : (baseline ?? [])
  for (const { job } of known) if (isOfThisRun(job, snapshots)) groupOf(job).before.push(job)
  return [...groups.values()].toSorted((a, b) => byteOrder(a.workflow ?? '', b.workflow ?? '') || byteOrder(a.name, b.name))
}

/** Some of the legs that nothing was recorded of, by number, and how many there are; a hostile total costs nothing. */
function missingLegs(present: readonly Job[]): { readonly total: number; readonly count: number; readonly first: readonly number[] } {
  const total = Math.max(0, ...present.map(({ leg }) => leg?.total ?? 0))
  const seen = new Set(present.flatMap(({ leg }) => (leg === undefined ? [] : [leg.index])))
  // A leg that does not say which it is counts for one of them.
  const unnumbered = present.filter(({ leg }) => leg === undefined).length
  const count = total === 0 ? 0 : Math.max(0, total - seen.size - unnumbered)
  const first: number[] = []
  for (let index = 0; index < total && first.length < Math.min(count, LISTED + 1); index += 1) if (!seen.has(index)) first.push(index)
  return { total, count, first }
}

function workflowFile(change: ChangedFiles | null, workflow: string | null): Location | null {
  if (workflow === null) return null
  if (change === null) return { file: workflow }
  const file = change.byPath.get(workflow) ?? { path: workflow, status: 'modified' as const, added: [] }
  return locate(change, file)
}

function explainedBy(change: ChangedFiles | null, workflow: string | null): string | null {
  return change === null || workflow === null || !change.byPath.has(workflow) ? null : `${does(change, 'edits')} ${workflow}`
}

interface Count {
  readonly found: readonly Missing[]
  /** Of those that are not explained, how many there are, listed or not. */
  readonly open: number
}

function asAsked(missing: Missing): Missing {
  return { ...missing, because: 'The baseline has it, and expected-jobs names it.', explained: null }
}

/** The legs of one job: by their own numbers, by the baseline, by what was asked for. */
function missingOf(legs: Legs, wanted: number | null, change: ChangedFiles | null): Count {
  const { name, workflow, present, before } = legs
  const here = new Set(present.map(({ id }) => id))
  const gone = before.filter(({ id }) => !here.has(id)).toSorted((a, b) => byteOrder(a.id, b.id))
  const { total, count, first } = missingLegs(present)
  const explained = explainedBy(change, workflow)
  const legOf = (index: number, label: string | undefined): Missing => ({
    label: label ?? `${name}, leg ${String(index + 1)} of ${String(total)}`,
    because: `The other legs of its matrix say that there are ${String(total)}.`,
    workflow,
    explained: null,
  })
  // The baseline knows legs by name, where its matrix is this one.
  const sameMatrix = count > 0 && (before.length === total || before.some(({ leg }) => leg?.total === total))
  const byIndex = new Map(gone.flatMap((job) => (job.leg?.total === total ? [[job.leg.index, job] as const] : [])))
  const unnumbered = gone.filter(({ leg }) => leg?.total !== total)
  const named = sameMatrix ? first.map((index) => byIndex.get(index) ?? unnumbered.shift()) : []
  const ofMatrix = first.map((index, at) => legOf(index, named[at]?.label))
  const used = new Set(named)
  const whole = total > 0 && count === 0 ? ` The ${String(total)} legs of its matrix are all here: it is no longer one of them.` : ''
  const left = gone
    .filter((job) => !used.has(job))
    .map(({ label }): Missing => ({ label, because: `The baseline has it.${whole}`, workflow, explained }))
  const open = count + left.filter((one) => one.explained === null).length
  const lacking = Math.max(0, (wanted ?? 0) - here.size - open)
  // What is asked for by name is not gone on purpose, though the change edits the workflow.
  const kept = left.filter((one) => one.explained !== null).slice(0, lacking)
  const more = lacking - kept.length
  const known = left.map((one): Missing => (kept.includes(one) ? asAsked(one) : one))
  const asked = Array.from({ length: Math.min(more, LISTED + 1) }, (_, at): Missing => {
    const single = wanted === 1
    return {
      label: single ? name : `${name}, ${String(here.size + open + kept.length + at + 1)} of ${String(wanted ?? 0)}`,
      because: single ? 'expected-jobs names it.' : `expected-jobs says that it has ${String(wanted ?? 0)} legs.`,
      workflow,
      explained: null,
    }
  })
  return { found: [...ofMatrix, ...known, ...asked], open: open + lacking }
}

const NEXT = 'Its log says which: it failed before goparity ran, it was cancelled, or the step that records is not in it.'

function findingOf({ label, because, workflow, explained }: Missing, change: ChangedFiles | null): Finding {
  const location = workflowFile(change, workflow)
  return {
    rule: 'job/missing',
    severity: explained === null ? 'error' : 'note',
    state: 'new',
    title: `${label} left no snapshot`,
    message:
      explained === null
        ? `${because} Nothing is known of what it built. ${NEXT}`
        : `${because} It may be gone on purpose: ${explained}. If not, its log says why it recorded nothing.`,
    subject: {},
    ...(location === null ? {} : { location }),
    evidence: [],
    fix:
      explained === null
        ? [
            {
              edit: `open the log of ${label}`,
              why: 'run the job again when it was cancelled; else put right what stopped it before goparity',
            },
          ]
        : [],
    source: 'environment',
  }
}

function restOf(count: number, explained: string | null): Finding {
  return {
    rule: 'job/missing',
    severity: explained === null ? 'error' : 'note',
    state: 'new',
    title: `${String(count)} more ${count === 1 ? 'job' : 'jobs'} left no snapshot`,
    message:
      explained === null
        ? 'Expected like the others. Nothing is known of what they built.'
        : `The baseline has them like the others. They may be gone on purpose: ${explained}.`,
    subject: {},
    evidence: [],
    fix:
      explained === null
        ? [{ edit: 'see what the jobs that are missing have in common', why: 'so many at once mostly have one cause' }]
        : [],
    source: 'environment',
  }
}

function listed(found: readonly Missing[], count: number, change: ChangedFiles | null): readonly Finding[] {
  const some = found.slice(0, LISTED).map((one) => findingOf(one, change))
  return count > some.length ? [...some, restOf(count - some.length, found[0]?.explained ?? null)] : some
}

/** The groups, and one for each job that is asked for by name and of which there is nothing. */
function withAsked(input: MissingInput): readonly { readonly legs: Legs; readonly wanted: number | null }[] {
  const { expected, snapshots } = input
  const asked = new Map(expected.jobs.map((job) => [job.name, job]))
  const workflows = new Set(snapshots.map(({ job }) => job.workflow))
  const workflow = workflows.size === 1 ? (snapshots[0]?.job.workflow ?? null) : null
  const seen = new Set<string>()
  const known = groupLegs(input).flatMap((legs) => {
    const job = asked.get(legs.name)
    // Of two workflows with a job of that name the first is meant.
    const wanted = job === undefined || seen.has(legs.name) ? null : (job.legs ?? 1)
    seen.add(legs.name)
    return job?.skipped === true ? [] : [{ legs, wanted }]
  })
  const nothing = expected.jobs
    .filter(({ name, skipped }) => !skipped && !seen.has(name))
    .map(({ name, legs }) => ({ legs: { name, workflow, present: [], before: [] }, wanted: legs ?? 1 }))
  return [...known, ...nothing]
}

/** Jobs that are here and that the baseline does not have, in one note. */
function addedFinding({ snapshots, labels, baseline, change }: MissingInput): readonly Finding[] {
  if (baseline === null) return []
  const before = new Set(baseline.map(({ job }) => job.id))
  const added = labels.filter((_, at) => !before.has(snapshots[at]?.job.id ?? ''))
  if (added.length === 0) return []
  const workflow = snapshots.find(({ job }) => !before.has(job.id))?.job.workflow ?? null
  const explained = explainedBy(change, workflow)
  const location = explained === null ? null : workflowFile(change, workflow)
  const [only] = added
  return [
    {
      rule: 'job/added',
      severity: 'note',
      state: 'new',
      title: `${added.length === 1 && only !== undefined ? only.label : `${String(added.length)} jobs`} ${added.length === 1 ? 'is' : 'are'} not in the baseline`,
      message: `There is nothing to compare ${added.length === 1 ? 'it' : 'them'} with yet${explained === null ? '' : `: ${explained}`}. The next baseline has ${added.length === 1 ? 'it' : 'them'}.`,
      subject: {},
      ...(location === null ? {} : { location }),
      evidence:
        added.length === 1
          ? []
          : [
              ...added.slice(0, LISTED).map(({ label }) => label),
              ...(added.length > LISTED ? [`and ${String(added.length - LISTED)} more`] : []),
            ],
      fix: [],
      jobs: added.map(({ id }) => id),
      source: 'environment',
    },
  ]
}

/**
 * Findings for jobs that are missing, by every source that knows of them: what was asked for, the legs that the recorded ones
 * tell of, and the baseline's jobs of the same workflow; and one note for jobs that the baseline does not have.
 * A job that was skipped on purpose is not missing. One error for each, the first 20, then one for the rest.
 */
export function findMissingJobs(input: MissingInput): readonly Finding[] {
  const { expected, snapshots, change } = input
  const counts = withAsked(input).map(({ legs, wanted }) => missingOf(legs, wanted, change))
  const found = counts.flatMap((count) => count.found)
  const open = counts.reduce((sum, count) => sum + count.open, 0)
  const total = expected.total ?? 0
  const more = Math.max(0, total - snapshots.length - open)
  const unnamed = Array.from({ length: Math.min(more, LISTED + 1) }, (_, at): Missing => ({
    label: `job ${String(snapshots.length + open + at + 1)} of ${String(total)}`,
    because: `expected-jobs says that there are ${String(total)}, and which of them this is nobody says.`,
    workflow: null,
    explained: null,
  }))
  const errors = [...found.filter(({ explained }) => explained === null), ...unnamed]
  const notes = found.filter(({ explained }) => explained !== null)
  return [...listed(errors, open + more, change), ...listed(notes, notes.length, change), ...addedFinding(input)]
}
