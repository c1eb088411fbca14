import { toError } from '../errors.js'
import type { BaselineReading } from './reading.js'
import type { RepositoryFacts, RunArtifact, RunsApi, WorkflowRun } from './runs-api.js'
import { firstBroken, openCase, TRUST_RULES, type TrustRule } from './trust.js'

/** Name of the artifact that holds the baseline of a run: attempts of one run share its artifacts, and a name can be used once. */
export function baselineArtifactName(prefix: string, attempt: number): string {
  return `${prefix}baseline-${String(attempt)}`
}

/** Which run is wanted, and what it must be. */
export interface RunBaselineOptions {
  /** `auto`: the nearest that can be trusted; a number: that run or none. */
  readonly reference: 'auto' | { readonly run: number }
  /** Where the change under review left its target branch; `null` outside of one. */
  readonly mergeBase: string | null
  /** The commit that is built: ancestors are counted from it where there is no merge base. */
  readonly head: string
  /** Path of the workflow file whose runs count. */
  readonly workflow: string
  /** The branch whose runs count; `null`: the default branch as the API names it. */
  readonly branch: string | null
  /** Beginning of artifact names. */
  readonly prefix: string
  /** This very run, which is not its own baseline. */
  readonly presentRunId: number
  /** Baselines that are judged, at most (default 10); runs that left none do not count, up to three times as many. */
  readonly maxCandidates?: number
  /** For tests of the rules themselves. */
  readonly rules?: readonly TrustRule[]
}

/** Runs and commits that are listed: a page of each, or a few. */
const LISTED_RUNS = 100
const LISTED_COMMITS = 250

interface Candidate {
  readonly run: WorkflowRun
  /** Commits before the start; `null`: not among those that were listed. */
  readonly distance: number | null
}

type Judged =
  | { readonly kind: 'trusted'; readonly reading: Extract<BaselineReading, { kind: 'found' }> }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'absent' }

interface Place {
  readonly api: RunsApi
  readonly options: RunBaselineOptions
  readonly repository: RepositoryFacts
  readonly branch: string
}

/** The artifact of the highest attempt. */
function newestArtifact(
  artifacts: readonly RunArtifact[],
  prefix: string,
): { readonly artifact: RunArtifact; readonly attempt: number } | null {
  let newest: { readonly artifact: RunArtifact; readonly attempt: number } | null = null
  for (const artifact of artifacts) {
    const attempt = Number(/^[1-9]\d{0,5}$/.exec(artifact.name.slice(baselineStem(prefix).length))?.[0] ?? 0)
    if (attempt > 0 && artifact.name.startsWith(baselineStem(prefix)) && attempt > (newest?.attempt ?? 0)) newest = { artifact, attempt }
  }
  return newest
}

function baselineStem(prefix: string): string {
  return `${prefix}baseline-`
}

async function judge({ api, options, repository, branch }: Place, run: WorkflowRun, reason: string): Promise<Judged> {
  const newest = newestArtifact(await api.artifacts(run.id, baselineStem(options.prefix)), options.prefix)
  if (newest === null) return { kind: 'absent' }
  const facts = openCase(api, { repository, branch, workflow: options.workflow, run, ...newest })
  const broken = await firstBroken(facts, options.rules ?? TRUST_RULES)
  if (broken !== null) return { kind: 'broken', why: broken.why }
  const { snapshots, run: made } = await facts.baseline()
  const reference = { source: 'artifact', ref: `run ${String(run.id)}`, trusted: true, reason }
  return { kind: 'trusted', reading: { kind: 'found', snapshots, reference, ...(made === undefined ? {} : { run: made }) } }
}

function unusable(ref: string, reason: string): BaselineReading {
  return {
    kind: 'unusable',
    reference: { source: 'artifact', ref, trusted: false, reason },
    reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
  }
}

async function readNamed(place: Place, id: number): Promise<BaselineReading> {
  const ref = `run ${String(id)}`
  const run = await place.api.run(id)
  if (run === null) return unusable(ref, `there is no ${ref} in ${place.repository.fullName}`)
  const judged = await judge(place, run, 'the run that was named')
  if (judged.kind === 'trusted') return judged.reading
  return unusable(
    ref,
    judged.kind === 'broken'
      ? judged.why
      : `${ref} has no artifact ${baselineStem(place.options.prefix)}N: it wrote no baseline, or it was deleted`,
  )
}

/** Nearest first, then by run number and attempt: never by the number of an artifact, which an old run may get late. */
async function listCandidates({ api, options, branch }: Place): Promise<readonly Candidate[]> {
  const { workflow, mergeBase, head, presentRunId } = options
  const listed = await api.runs({ workflow, branch, limit: LISTED_RUNS })
  const start = mergeBase ?? head
  const more =
    mergeBase === null || listed.some(({ sha }) => sha === mergeBase)
      ? []
      : await api.runs({ workflow, branch, headSha: mergeBase, limit: 10 })
  const runs = [...new Map([...listed, ...more].map((run) => [run.id, run])).values()].filter(({ id }) => id !== presentRunId)
  if (runs.length === 0) return []
  const nearest = runs.some(({ sha }) => sha === start) ? [start] : []
  const distances = new Map(
    (await (runs.length === nearest.length ? nearest : api.ancestors(start, LISTED_COMMITS))).map((sha, at) => [sha, at]),
  )
  return runs
    .map((run) => ({ run, distance: distances.get(run.sha) ?? null }))
    .toSorted(
      (a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || b.run.number - a.run.number || b.run.attempt - a.run.attempt || 0,
    )
}

function commits(count: number): string {
  return count === 1 ? '1 commit' : `${String(count)} commits`
}

function reasonOf({ run, distance }: Candidate, { options, branch }: Place, passed: readonly string[]): string {
  const of = options.mergeBase === null ? 'this commit' : `the merge base ${options.mergeBase.slice(0, 12)}`
  const over = passed.length === 0 ? '' : `; passed over: ${passed.slice(0, 3).join('; ')}`
  if (distance === 0) return `the run of ${of}${over}`
  if (distance !== null) return `the nearest ancestor of ${of} that has one, ${commits(distance)} before it${over}`
  return `the newest trusted run of ${branch}, of ${run.sha.slice(0, 12)}, which is not among the last ${commits(LISTED_COMMITS)} before ${of}${over}`
}

async function readNearest(place: Place): Promise<BaselineReading> {
  const { options, branch } = place
  const candidates = await listCandidates(place)
  const passed: { readonly ref: string; readonly why: string }[] = []
  const most = options.maxCandidates ?? 10
  // A branch whose runs cancel one another has many without a baseline before the next good one.
  const near = candidates.slice(0, 3 * most)
  for (const candidate of near) {
    if (passed.length === most) break
    const reason = reasonOf(
      candidate,
      place,
      passed.map(({ why }) => why),
    )
    const judged = await judge(place, candidate.run, reason)
    if (judged.kind === 'trusted') return judged.reading
    if (judged.kind === 'broken') passed.push({ ref: `run ${String(candidate.run.id)}`, why: judged.why })
  }
  const [first] = passed
  if (first !== undefined) return unusable(first.ref, first.why)
  const of = `of ${options.workflow} on ${branch}`
  const runs =
    near.length === 0
      ? `no other run ${of} yet`
      : near.length === 1
        ? `the only other run ${of} has left no baseline`
        : `none of the ${String(near.length)} nearest runs ${of} has left a baseline`
  return { kind: 'none', reason: `${runs}: the next good one does` }
}

/**
 * The baseline of a workflow run: of the merge base, else of its nearest ancestor, else of the newest trusted run. `none` when no
 * run has left one; `unusable`, with the first broken rule of the best candidate, when none of them can be trusted, or the API
 * does not answer. Never rejects for what was recorded.
 */
export async function readRunBaseline(api: RunsApi, options: RunBaselineOptions): Promise<BaselineReading> {
  const { reference } = options
  try {
    const repository = await api.repository()
    const place = { api, options, repository, branch: options.branch ?? repository.defaultBranch }
    return await (reference === 'auto' ? readNearest(place) : readNamed(place, reference.run))
  } catch (error) {
    const ref = reference === 'auto' ? options.workflow : `run ${String(reference.run)}`
    return unusable(ref, `the baseline could not be asked for: ${toError(error).message.replace(/[.\s]+$/, '')}`)
  }
}
