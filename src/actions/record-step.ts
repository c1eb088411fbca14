import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { loadConfig, check, record, type Outcome, type Session } from '../operations/index.js'
import type { Config } from '../config/index.js'
import {
  artifactName,
  isDefaultBranchPush,
  mergeBaseSource,
  openRunner,
  readContext,
  readRecordInputs,
  refusePrivilegedEvent,
  restoreHint,
  saveHint,
  uploadSnapshot,
  type GithubContext,
  type RecordInputs,
  type Runner,
} from '../github/index.js'
import { sha256, type Host } from '../host/index.js'
import { formatLedger } from '../integrity/index.js'
import { annotationsOf, renderText, type Degrade } from '../report/index.js'
import { canonicalJson } from '../snapshot/index.js'
import { VERSION } from '../version.js'
import { addHint } from './baseline-hint.js'
import { failStep } from './fail-step.js'
import { formatState, STATE } from './state.js'
import { progressLine } from './progress.js'

/** Where the project lies below the checkout, as annotations need it; empty for the checkout itself and outside of it. */
function belowWorkspace(directory: string, workspace: string): string {
  const inside = relative(workspace, directory)
  return inside.startsWith('..') || isAbsolute(inside) ? '' : inside.split(sep).join('/')
}

async function say(runner: Runner, degrade: Degrade | null): Promise<void> {
  if (degrade === null) return
  const clash = degrade.why.startsWith('this run already has')
  await runner.annotate({ level: clash ? 'warning' : 'notice', title: `goparity: no ${degrade.what}`, message: degrade.why })
}

interface Step {
  readonly host: Host
  readonly runner: Runner
  readonly context: GithubContext
  readonly inputs: RecordInputs
  readonly directory: string
  readonly config: Config
}

async function runOperation({ host, runner, context, inputs, directory, config }: Step): Promise<Outcome> {
  const session: Session = {
    host,
    progress: (event) => {
      const line = progressLine(event)
      if (line !== null) runner.log(line)
    },
  }
  const project = { directory, config, version: VERSION, job: { matrix: inputs.matrix, leg: inputs.leg } }
  const { targets, packages, baseline, failOn, checksumDatabase, buildCache } = inputs
  if (!inputs.verify) return record(session, { ...project, ...(failOn === undefined ? {} : { failOn }) })
  const mergeBase = mergeBaseSource(context, inputs.token)
  return check(session, {
    ...project,
    vendor: inputs.vendor,
    keepProofs: true,
    event: context.event,
    ...(checksumDatabase === undefined ? {} : { checksumDatabase }),
    ...(buildCache === undefined ? {} : { buildCache }),
    ...(targets === undefined ? {} : { targets }),
    ...(packages === undefined ? {} : { packages }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(mergeBase === undefined ? {} : { mergeBase }),
  })
}

/** Without a baseline, the last snapshot in the cache may tell what moved. */
async function withHint({ host, context, inputs, config }: Step, outcome: Outcome): Promise<Outcome> {
  const wanted = inputs.baseline ?? config.baseline ?? 'auto'
  if (!inputs.verify || wanted !== 'auto' || outcome.report.comparison.baseline !== null) return outcome
  const hint = await restoreHint(host, context, outcome.snapshot.job)
  if (hint === null) return outcome
  if ('why' in hint) return { ...outcome, report: { ...outcome.report, degraded: [...outcome.report.degraded, hint] } }
  return { ...outcome, report: addHint(outcome.report, outcome.snapshot, hint, config) }
}

/** What the post step holds the module cache against: only modules that this step found good. */
async function keepForPost({ host, runner, context }: Step, { ledger }: Outcome): Promise<void> {
  if (ledger == null || ledger.modules.length === 0) return
  const text = formatLedger(ledger)
  const file = join(context.temporary, 'goparity', `verified-${sha256(text).slice(0, 12)}.json`)
  await host.files.writeAtomically(file, text)
  await runner.saveState(STATE, formatState({ ledger: file, sha256: sha256(text) }))
}

async function perform(step: Step): Promise<0 | 1> {
  const { host, runner, context, inputs, directory } = step
  const outcome = await runOperation(step)
  await keepForPost(step, outcome)
  const { report, snapshot, exitCode } = await withHint(step, outcome)

  const text = canonicalJson(snapshot)
  const name = artifactName(inputs.artifactPrefix ?? 'goparity-', snapshot.job, context.runAttempt)
  const file = join(context.temporary, 'goparity', `${name}.json`)
  await host.files.writeAtomically(file, text)

  runner.log(renderText(report, { color: false }))
  for (const annotation of annotationsOf(report, { directory: belowWorkspace(directory, context.workspace) }))
    await runner.annotate(annotation)
  await runner.setOutput('verdict', report.verdict)
  await runner.setOutput('findings', report.findings.filter(({ state }) => state === 'new').length)
  await runner.setOutput('snapshot', file)
  await runner.setOutput('snapshot-sha256', sha256(text))
  if (inputs.summary) await say(runner, await runner.appendSummary(report))

  // From here on only sinks are left: they change neither verdict nor exit code.
  if (inputs.artifactPrefix !== null) {
    const uploaded = await uploadSnapshot(file, name, inputs.retentionDays)
    if ('why' in uploaded) await say(runner, uploaded)
    else {
      await runner.setOutput('artifact-name', uploaded.name)
      if (uploaded.id !== null) await runner.setOutput('artifact-id', uploaded.id)
    }
  }
  const nothingTrusted = inputs.verify && outcome.report.comparison.baseline === null
  if (nothingTrusted && exitCode === 0 && isDefaultBranchPush(context)) await say(runner, await saveHint(host, context, snapshot.job, text))
  return exitCode === 0 ? 0 : 1
}

/** The recorder: inputs → check → outputs, annotations, summary, artifact. Gives the exit code of the step; never throws. */
export async function recordStep(host: Host, write: (text: string) => void): Promise<0 | 1> {
  const runner = openRunner(host, write)
  try {
    const context = await readContext(host)
    refusePrivilegedEvent(context)
    const inputs = readRecordInputs(host.env)
    const directory = resolve(context.workspace, inputs.workingDirectory)
    const config = await loadConfig(host, directory, inputs.config)
    return await perform({ host, runner, context, inputs, directory, config })
  } catch (error) {
    return await failStep(runner, error)
  }
}
