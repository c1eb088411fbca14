import { join, resolve } from 'node:path'
import { detectChange, parseBaselineName, readBaseline, readRunBaseline, type BaselineReading } from '../baseline/index.js'
import type { ChangeFacts, NamedSnapshot } from '../compare/index.js'
import { parseConfig, type Config } from '../config/index.js'
import { ParityError, toError } from '../errors.js'
import {
  collectSnapshots,
  mergeBaseSource,
  restoreBaselineFromCache,
  type GithubClient,
  type GithubContext,
  type ReportInputs,
  type Runner,
} from '../github/index.js'
import type { Host } from '../host/index.js'
import { loadConfig, readSnapshots, type RefusedSnapshot } from '../operations/index.js'
import type { Degrade } from '../report/index.js'

/** What a reporter works with. */
export interface ReportStep {
  readonly host: Host
  readonly runner: Runner
  readonly context: GithubContext
  readonly inputs: ReportInputs
  /** `null` without a token. */
  readonly github: GithubClient | null
}

/** A value, and what of it could not be had. */
export type Had<T> = { readonly value: T; readonly degraded: readonly Degrade[] }

/** The project's directory from the top of the repository, POSIX; empty for the top. */
export function projectDirectory({ inputs }: Pick<ReportStep, 'inputs'>): string {
  const parts = inputs.workingDirectory.split(/[/\\]/).filter((part) => part !== '' && part !== '.')
  if (parts.includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(inputs.workingDirectory))
    throw new ParityError('usage', `the input working-directory ${JSON.stringify(inputs.workingDirectory)} leaves the repository`)
  return parts.join('/')
}

/** The run whose jobs are reported: this one, or the one that a `workflow_run` event names. */
export function reportedRun({ context }: Pick<ReportStep, 'context'>): { readonly id: number; readonly attempt: number } {
  const { endedRun, runId, runAttempt } = context
  return endedRun === null ? { id: Number(runId), attempt: Number(runAttempt) } : { id: endedRun.id, attempt: endedRun.attempt }
}

function needsToken(what: string): ParityError {
  return new ParityError('usage', `${what} cannot be read without a token`, 'leave github-token out, so that it has its default')
}

/** The snapshots of the jobs, and what was left as one and is none. */
export async function readJobs(
  step: ReportStep,
): Promise<{ readonly snapshots: readonly NamedSnapshot[]; readonly refused: readonly RefusedSnapshot[] }> {
  const { host, context, inputs, github } = step
  if (inputs.snapshots !== undefined) {
    const folder = resolve(context.workspace, inputs.snapshots)
    const { snapshots } = await readSnapshots({ ...host, cwd: context.workspace }, folder)
    return { snapshots: snapshots.map(({ name, snapshot }) => ({ name: name.slice(folder.length + 1) || name, snapshot })), refused: [] }
  }
  if (github === null) throw needsToken('the snapshots of the jobs')
  const run = reportedRun(step)
  const { snapshots, refused } = await collectSnapshots(github.runsApi, {
    runId: run.id,
    attempt: run.attempt,
    prefix: inputs.artifactPrefix,
    concurrency: 8,
  })
  const { endedRun } = context
  if (endedRun === null) return { snapshots, refused }
  // Who wrote these may be anybody: what run they belong to is the event's word, not theirs.
  const own = snapshots.filter(({ snapshot: { job } }) => job.provider === 'github' && job.workflow === endedRun.workflow)
  const others = snapshots.filter((entry) => !own.includes(entry))
  return {
    snapshots: own,
    refused: [...refused, ...others.map(({ name }) => ({ name, why: 'it says that it belongs to another workflow' }))],
  }
}

/** The configuration as checked out; through the API where nothing is, and where what is checked out may be a stranger's. */
export async function readConfig({ host, context, inputs, github }: ReportStep): Promise<Had<Config>> {
  const directory = projectDirectory({ inputs })
  const checkedOut = context.endedRun === null && (await host.files.status(join(context.workspace, '.git'))) !== null
  if (checkedOut) {
    const config = await loadConfig({ ...host, cwd: context.workspace }, join(context.workspace, directory), inputs.config)
    return { value: config, degraded: [] }
  }
  if (github === null) return { value: {}, degraded: [{ what: 'configuration', why: 'nothing is checked out, and there is no token' }] }
  const path = inputs.config ?? (directory === '' ? '.goparity.yml' : `${directory}/.goparity.yml`)
  let text
  try {
    text = await github.readFile(path, context.sha)
  } catch (error) {
    // Without it more is found, not less; one that was named is another matter.
    if (inputs.config !== undefined) throw error
    return { value: {}, degraded: [couldNot('configuration', error)] }
  }
  if (text !== null) return { value: await parseConfig(text, path), degraded: [] }
  if (inputs.config !== undefined) throw new ParityError('usage', `there is no configuration file ${path} in ${context.sha.slice(0, 12)}`)
  return { value: {}, degraded: [] }
}

/** The two commits between which a change lies, and how a sentence names it. */
interface Range {
  readonly base: string
  readonly head: string
  readonly name: string
}

async function rangeOf({ context, github }: ReportStep): Promise<Range | null> {
  const { pullRequest, mergeGroup, endedRun } = context
  if (pullRequest !== null) return { base: pullRequest.base, head: pullRequest.head, name: 'this pull request' }
  if (mergeGroup !== null) return { base: mergeGroup.base, head: mergeGroup.head, name: 'this change' }
  if (endedRun === null || endedRun.headOwner === null || github === null) return null
  // The event names no pull request when it came from a fork: the one whose newest commit this is.
  const [found] = await github.pullRequestsOf(endedRun.sha, endedRun.headOwner, endedRun.branch)
  return found === undefined ? null : { base: found.baseSha, head: endedRun.sha, name: 'this pull request' }
}

/** What a pull request or a merge queue entry changes, and where it left its target branch. */
export interface ProposedChange {
  readonly facts: ChangeFacts
  readonly mergeBase: string
}

async function changeBetween(step: ReportStep, { base, head, name }: Range): Promise<ProposedChange | null> {
  if (step.github === null) return null
  const { mergeBase, files, complete } = await step.github.changedFiles(base, head)
  return { mergeBase, facts: { name, files, complete, directory: projectDirectory(step) } }
}

/** What was not done, with the way out that its error names. */
export function couldNot(what: string, error: unknown): Degrade {
  const hint = error instanceof ParityError && error.hint !== undefined ? ` (${error.hint})` : ''
  return { what, why: `${toError(error).message}${hint}` }
}

/** What the change under review does; `null` outside of one. */
export async function readProposedChange(step: ReportStep): Promise<Had<ProposedChange | null>> {
  try {
    const range = await rangeOf(step)
    return { value: range === null ? null : await changeBetween(step, range), degraded: [] }
  } catch (error) {
    return { value: null, degraded: [couldNot('what the change touches', error)] }
  }
}

/** All commits since the baseline, for a run that judges no change: what moved there is explained by them. */
export async function readChangeSince(step: ReportStep, sha: string): Promise<Had<ChangeFacts | null>> {
  try {
    const { sha: head } = step.context
    const change = await changeBetween(step, { base: sha, head, name: 'the commits since the baseline' })
    return { value: change?.facts ?? null, degraded: [] }
  } catch (error) {
    return { value: null, degraded: [couldNot('what was changed since the baseline', error)] }
  }
}

async function readCommitted(step: ReportStep, reference: string): Promise<BaselineReading> {
  const { host, context, inputs } = step
  const source = mergeBaseSource(context, inputs.token)
  return readBaseline(host, {
    reference,
    directory: join(context.workspace, projectDirectory(step)),
    change: detectChange(host.env, context.event),
    ...(source === undefined ? {} : { fetchAtMergeBase: source }),
  })
}

/** The workflow whose runs are the baseline; asked of the API where the runner does not say. */
export async function baselineWorkflow(step: ReportStep): Promise<string> {
  const { context, inputs, github } = step
  const own = context.endedRun?.workflow ?? context.workflow
  return inputs.baselineWorkflow ?? own ?? (await github?.runsApi.run(reportedRun(step).id))?.path ?? ''
}

async function readOfRuns(step: ReportStep, run: number | null, change: ProposedChange | null): Promise<BaselineReading> {
  const { context, inputs, github } = step
  if (github === null) throw needsToken('the baseline of a run')
  const present = reportedRun(step).id
  return readRunBaseline(github.runsApi, {
    reference: run === null ? 'auto' : { run },
    mergeBase: change?.mergeBase ?? null,
    head: context.sha,
    workflow: await baselineWorkflow(step),
    branch: inputs.baselineBranch ?? null,
    prefix: inputs.artifactPrefix,
    presentRunId: present,
  })
}

/**
 * The baseline: of a trusted run; with `auto`, where no run has one, the committed file; where none can be trusted,
 * the hint of the cache, which never grounds an ok.
 */
export async function readTheBaseline(step: ReportStep, wanted: string, change: ProposedChange | null): Promise<BaselineReading> {
  const { host, context, inputs } = step
  const name = parseBaselineName(wanted)
  if (name.kind === 'none') return { kind: 'none', reason: 'no baseline was asked for' }
  if (name.kind === 'file' || name.kind === 'git') {
    if (context.endedRun === null) return readCommitted(step, wanted)
    throw new ParityError('usage', `on workflow_run the baseline ${wanted} cannot be told from a stranger's`, 'write auto, none or run:ID')
  }
  const found = await readOfRuns(step, name.kind === 'run' ? name.id : null, change)
  if (name.kind === 'run' || found.kind === 'found') return found
  if (found.kind === 'none' && context.endedRun === null) {
    const committed = await readCommitted(step, 'auto')
    if (committed.kind !== 'none') return committed
  }
  // What once was there and is gone has left its copy.
  const place = { prefix: inputs.artifactPrefix, workflow: await baselineWorkflow(step) }
  const hint = await restoreBaselineFromCache(host, context, place)
  if (hint === null || !('kind' in hint)) return found
  const reason = `${found.reason.replace(/[.\s]+$/, '')}; compared with the copy in the cache, ${hint.reference.reason}`
  return { ...hint, reference: { ...hint.reference, reason } }
}
