import { join } from 'node:path'
import { sha256 } from '../host/index.js'
import { rulesUrlOf, uploadFile, type CreatedCheck } from '../github/index.js'
import { annotationsOf, LIMITS, renderCheck, renderJson, renderSarif, type Degrade, type Report } from '../report/index.js'
import { couldNot, projectDirectory, type ReportStep } from './report-sources.js'

/** Ten requests, a second apart: who reads more? The JSON report has all. */
const MOST_ANNOTATIONS = 10 * LIMITS.annotationsPerRequest

/** Why no check run will be posted, known before anything is sent; `null` when one will be tried. */
export function whyNoCheck({ context, inputs, github }: ReportStep): Degrade | null {
  const what = 'check run'
  if (inputs.check === 'false') return null
  if (github === null) return { what, why: 'there is no token' }
  if (context.pullRequest?.fork === true && context.endedRun === null)
    return { what, why: 'the token of a pull request from a fork may not post one; this summary and the result of this job say the same' }
  return null
}

/** The commit that a check run belongs to: of a pull request its own newest one, not the merge that was built. */
function commitOf({ context }: ReportStep): string {
  return context.endedRun?.sha ?? context.pullRequest?.head ?? context.sha
}

/** Posts the check run. A dead sink changes nothing but that it is said. */
export async function postCheck(step: ReportStep, report: Report, failed: boolean): Promise<CreatedCheck | Degrade | null> {
  const { context, inputs, github, host } = step
  if (inputs.check === 'false' || github === null || whyNoCheck(step) !== null) return null
  const check = renderCheck(report, {
    failed,
    mayPass: context.endedRun === null,
    directory: projectDirectory(step),
    rulesUrl: rulesUrlOf(host.env),
  })
  try {
    const created = await github.createCheck({
      name: inputs.checkName,
      headSha: commitOf(step),
      externalId: `${context.runId}-${context.runAttempt}`,
      conclusion: check.conclusion,
      output: { title: check.title, summary: check.summary, text: check.text },
      annotations: check.annotations.slice(0, MOST_ANNOTATIONS),
    })
    const left = check.annotations.length - MOST_ANNOTATIONS
    if (left <= 0 || created.degraded !== null) return created
    return {
      ...created,
      degraded: { what: `annotation for ${String(left)} findings more`, why: 'they are the least severe; the JSON report has all' },
    }
  } catch (error) {
    return couldNot('check run', error)
  }
}

async function say({ runner }: ReportStep, level: 'notice' | 'warning', degrade: Degrade | null): Promise<void> {
  if (degrade !== null) await runner.annotate({ level, title: `goparity: no ${degrade.what}`, message: degrade.why })
}

/** The report as files: JSON and SARIF, with their outputs and the artifact of the JSON. */
async function deliverFiles(step: ReportStep, report: Report): Promise<void> {
  const { host, runner, context, inputs } = step
  const folder = join(context.temporary, 'goparity')
  const [json, sarif] = [join(folder, 'report.json'), join(folder, 'report.sarif')]
  const text = renderJson(report)
  await host.files.writeAtomically(json, text)
  const fallback = context.endedRun?.workflow ?? context.workflow ?? '.github/workflows'
  await host.files.writeAtomically(
    sarif,
    renderSarif(report, { fallback, directory: projectDirectory(step), rulesUrl: rulesUrlOf(host.env) }),
  )
  await runner.setOutput('report', json)
  await runner.setOutput('report-sha256', sha256(text))
  await runner.setOutput('sarif', sarif)
  const uploaded = await uploadFile(json, `${inputs.artifactPrefix}report-${context.runAttempt}`, inputs.retentionDays)
  if ('why' in uploaded) await say(step, 'notice', uploaded)
}

/** Everything that tells people: summary first, then the check run, annotations where there is none, files. None of it changes the verdict. */
export async function deliverReport(step: ReportStep, report: Report, failed: boolean): Promise<void> {
  const { runner, inputs } = step
  if (inputs.summary) await say(step, 'notice', await runner.appendSummary(report))
  const check = await postCheck(step, report, failed)
  const posted = check !== null && 'id' in check
  if (posted) {
    await runner.setOutput('check-run-id', check.id)
    await say(step, 'notice', check.degraded)
  } else {
    await say(step, inputs.check === 'true' ? 'warning' : 'notice', check ?? whyNoCheck(step))
    // The check run shows the same annotations: twice would be noise.
    for (const annotation of annotationsOf(report, { directory: projectDirectory(step) })) await runner.annotate(annotation)
  }
  await deliverFiles(step, report)
}
