import type { ReportStep } from './report-sources.js'
import type { NamedSnapshot } from '../compare/index.js'
import { baselineArtifactName, formatBaseline, type BaselineRun } from '../baseline/index.js'
import { saveBaselineToCache, uploadFile } from '../github/index.js'
import { join } from 'node:path'
import type { Degrade, Report } from '../report/index.js'

/** Events after which a run of the default branch counts as a baseline. */
const TRUSTED_EVENTS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch'])

/** Longer than most pull requests stay open; the repository's own limit cuts it. */
const BASELINE_DAYS = 90

/** Why this run does not become the baseline, in one sentence without a full stop; `null` when it does. */
export function whyNoBaseline(report: Report): string | null {
  if (report.jobs.length === 0) return 'no job left a snapshot'
  if (report.integrity.outcome === 'failed') return 'its modules do not pass verification'
  if (report.integrity.outcome === 'unknown') return 'its modules could not be verified'
  const open = report.findings.filter(({ state, severity }) => state === 'new' && severity === 'error')
  const unreadable = open.find(({ rule }) => rule === 'job/unreadable')
  if (unreadable !== undefined) return unreadable.title
  const missing = open.find(({ rule }) => rule === 'job/missing')
  return missing === undefined ? null : `${missing.title}; when that job is gone for good, run once with baseline: none`
}

/** Whether this run is one of the branch that baselines come from. */
async function isOfBaselineBranch({ context, inputs, github }: ReportStep): Promise<boolean> {
  if (context.endedRun !== null || !TRUSTED_EVENTS.has(context.eventName) || github === null) return false
  const branch = inputs.baselineBranch ?? (await github.runsApi.repository()).defaultBranch
  return context.ref === `refs/heads/${branch}`
}

async function runOf({ context, github }: ReportStep): Promise<BaselineRun | null> {
  const workflow = context.workflow ?? (await github?.runsApi.run(Number(context.runId)))?.path ?? null
  if (context.repository === null || context.repositoryId === null || workflow === null) return null
  return {
    repository: `${context.repository.owner}/${context.repository.name}`,
    repositoryId: context.repositoryId,
    runId: Number(context.runId),
    runNumber: context.runNumber,
    attempt: Number(context.runAttempt),
    sha: context.sha,
    workflow,
  }
}

/** On the branch that baselines come from: makes this run the baseline, as an artifact and, second, in the cache. Says what it did not do. */
export async function updateBaseline(step: ReportStep, report: Report, snapshots: readonly NamedSnapshot[]): Promise<readonly Degrade[]> {
  const what = 'new baseline'
  if (!(await isOfBaselineBranch(step))) return []
  const why = whyNoBaseline(report)
  if (why !== null) return [{ what, why: `the baseline stays what it was: ${why}` }]
  const run = await runOf(step)
  if (run === null) return [{ what, why: 'the runner does not say which repository and workflow this is' }]
  const { host, context, inputs, runner } = step
  const text = formatBaseline(
    snapshots.map(({ snapshot }) => snapshot),
    run,
  )
  const file = join(context.temporary, 'goparity', 'baseline.json')
  await host.files.writeAtomically(file, text)
  const uploaded = await uploadFile(file, baselineArtifactName(inputs.artifactPrefix, run.attempt), inputs.retentionDays ?? BASELINE_DAYS)
  const place = { prefix: inputs.artifactPrefix, workflow: run.workflow }
  const cached = await saveBaselineToCache(host, context, place, text)
  if (!('why' in uploaded)) runner.log(`the baseline is now this run, ${String(run.runId)}: ${String(snapshots.length)} jobs`)
  return [...('why' in uploaded ? [uploaded] : []), ...(cached === null ? [] : [cached])]
}
