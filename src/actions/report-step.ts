import { ParityError, toError } from '../errors.js'
import {
  openGithub,
  openRunner,
  readContext,
  readReportInputs,
  type GithubContext,
  type GithubTuning,
  type Runner,
} from '../github/index.js'
import type { Host } from '../host/index.js'
import { report as fold, type RunReport } from '../operations/index.js'
import { renderText, type Degrade, type Report } from '../report/index.js'
import { VERSION } from '../version.js'
import { updateBaseline } from './baseline-update.js'
import { failStep } from './fail-step.js'
import { deliverReport, whyNoCheck } from './report-sinks.js'
import { readChangeSince, readConfig, readJobs, readProposedChange, readTheBaseline, type ReportStep } from './report-sources.js'

const STRANGER =
  'the jobs ran code of a pull request with no secrets at hand; what they recorded is its word, so this report never says success'

/** Events in which nothing that was recorded can be told from what a stranger wrote. */
function refuseEvent({ eventName, endedRun }: GithubContext): void {
  if (eventName === 'pull_request_target' || eventName === 'issue_comment')
    throw new ParityError(
      'usage',
      `goparity reports nothing on ${eventName}: no recorder runs there`,
      'use on: pull_request, and workflow_run for a check on forks',
    )
  if (eventName === 'workflow_run' && endedRun === null)
    throw new ParityError(
      'usage',
      'the event workflow_run does not name the run that ended',
      'use on: workflow_run with types: [completed]',
    )
}

interface Work extends RunReport {
  readonly baselineRun: number | null
  readonly jobs: Awaited<ReturnType<typeof readJobs>>
}

async function work(step: ReportStep): Promise<Work> {
  const { host, runner, inputs, context } = step
  const session = { host, progress: () => undefined }
  const { value: config, degraded } = await readConfig(step)
  const jobs = await readJobs(step)
  runner.log(`${String(jobs.snapshots.length)} snapshots, ${String(jobs.refused.length)} refused`)
  const proposed = await readProposedChange(step)
  const baseline = await readTheBaseline(step, inputs.baseline ?? config.baseline ?? 'auto', proposed.value)
  const since =
    baseline.kind === 'found' &&
    baseline.run !== undefined &&
    proposed.value === null &&
    proposed.degraded.length === 0 &&
    context.endedRun === null
      ? await readChangeSince(step, baseline.run.sha)
      : { value: null, degraded: [] }
  const noCheck = whyNoCheck(step)
  const { failOn } = inputs
  const outcome = fold(session, {
    ...jobs,
    expected: inputs.expected,
    baseline,
    change: proposed.value?.facts ?? since.value,
    degraded: [...degraded, ...proposed.degraded, ...since.degraded, ...(noCheck === null ? [] : [noCheck])],
    config,
    version: VERSION,
    ...(context.endedRun === null ? {} : { unproven: STRANGER }),
    ...(failOn === undefined ? {} : { failOn }),
  })
  return { ...outcome, jobs, baselineRun: baseline.kind === 'found' ? (baseline.run?.runId ?? null) : null }
}

/** Enums, numbers, digests and paths only. */
async function setOutputs(runner: Runner, report: Report, { jobs, baselineRun }: Work): Promise<void> {
  const count = (rule: string): number =>
    report.findings.filter((finding) => finding.rule === rule && finding.state === 'new' && finding.severity === 'error').length
  const { baseline } = report.comparison
  const broken = report.targets.filter(({ outcome, state }) => outcome === 'failed' && state !== 'known')
  await runner.setOutput('verdict', report.verdict)
  await runner.setOutput('findings', report.findings.filter(({ state }) => state === 'new').length)
  await runner.setOutput('jobs', jobs.snapshots.length)
  await runner.setOutput('missing-jobs', count('job/missing'))
  await runner.setOutput('broken-targets', new Set(broken.map(({ root, target }) => `${root ?? '.'} ${target}`)).size)
  await runner.setOutput('baseline', baseline?.source ?? 'none')
  if (baselineRun !== null) await runner.setOutput('baseline-run', baselineRun)
}

async function perform(step: ReportStep): Promise<0 | 1> {
  const { runner } = step
  const done = await work(step)
  const failed = done.exitCode !== 0
  runner.log(renderText(done.report, { color: false }))
  await setOutputs(runner, done.report, done)
  // From here on only sinks are left: they change neither verdict nor exit code.
  const not: Degrade[] = []
  try {
    await deliverReport(step, done.report, failed)
    not.push(...(await updateBaseline(step, done.report, done.jobs.snapshots)))
  } catch (error) {
    not.push({ what: 'part of the report', why: toError(error).message })
  }
  for (const { what, why } of not) await runner.annotate({ level: 'notice', title: `goparity: no ${what}`, message: why })
  return failed ? 1 : 0
}

/** The reporter: snapshots of all jobs → one report → summary, check run, artifacts, baseline. Gives the exit code of the step; never throws. */
export async function reportStep(host: Host, write: (text: string) => void, tuning?: GithubTuning): Promise<0 | 1> {
  const runner = openRunner(host, write)
  try {
    const context = await readContext(host)
    refuseEvent(context)
    const inputs = readReportInputs(host.env)
    const github = inputs.token === undefined ? null : await openGithub(inputs.token, context, tuning)
    return await perform({ host, runner, context, inputs, github })
  } catch (error) {
    return await failStep(runner, error)
  }
}
