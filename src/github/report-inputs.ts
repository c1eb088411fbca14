import type { ExpectedJobs, FailOn } from '../compare/index.js'
import { inputsOf, parseExpectedJobs } from '../config/index.js'
import { ParityError } from '../errors.js'
import type { Environment } from '../host/index.js'
import { readBoolean, readChoice, readDays, readFailOn, readInput, readPrefix, readText, refuse } from './read-input.js'

/** Post a check run: where the token can; always, and say when it could not; never. */
export type CheckWish = 'auto' | 'true' | 'false'

/** What the reporter was given in `with:`, understood. Absent: not given. */
export interface ReportInputs {
  /** As written; relative to the workspace. */
  readonly workingDirectory: string
  readonly config?: string
  readonly baseline?: string
  readonly baselineBranch?: string
  /** POSIX, from the top of the repository. */
  readonly baselineWorkflow?: string
  readonly expected: ExpectedJobs
  readonly failOn?: FailOn
  readonly artifactPrefix: string
  /** Folder, relative to the workspace. */
  readonly snapshots?: string
  readonly check: CheckWish
  readonly checkName: string
  readonly retentionDays?: number
  readonly summary: boolean
  readonly token?: string
}

function readBranch(env: Environment): string | undefined {
  const text = readText(env, 'baseline-branch')
  // What no reference has (git-check-ref-format), so that no name becomes a range or a path.
  // eslint-disable-next-line no-control-regex -- controls are what is refused
  if (text !== undefined && (text.length > 250 || /[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{|^[-/]|\/$/.test(text)))
    throw refuse('baseline-branch', text, 'write the name of a branch, without refs/heads/')
  return text
}

function readWorkflow(env: Environment): string | undefined {
  const text = readText(env, 'baseline-workflow')
  if (text === undefined || /^\.github\/workflows\/[\w.-]{1,200}\.ya?ml$/.test(text)) return text
  throw refuse('baseline-workflow', text, 'write the path of a workflow file, such as .github/workflows/ci.yml')
}

function readCheckName(env: Environment): string {
  const text = readInput(env, 'check-name')
  // eslint-disable-next-line no-control-regex -- controls are what is refused
  if (text.length > 100 || /[\u0000-\u001F\u007F]/.test(text)) throw refuse('check-name', text, 'write one line of at most 100 characters')
  return text
}

/** The inputs of the reporter out of the step's environment. Throws `usage` for what is not understood, quoting it. */
export function readReportInputs(env: Environment): ReportInputs {
  const prefix = readPrefix(env)
  const snapshots = readText(env, 'snapshots')
  if (prefix === null)
    throw new ParityError('usage', 'the input artifact-prefix is "none": the report is made of artifacts', 'leave it out here')
  const config = readText(env, 'config')
  const baseline = readText(env, 'baseline')
  const baselineBranch = readBranch(env)
  const baselineWorkflow = readWorkflow(env)
  const failOn = readFailOn(env)
  const retentionDays = readDays(env)
  const token = readText(env, 'github-token')
  return {
    workingDirectory: readInput(env, 'working-directory'),
    expected: parseExpectedJobs(readInput(env, 'expected-jobs')),
    artifactPrefix: prefix,
    check: readChoice(env, 'check', ['auto', 'true', 'false']) ?? 'auto',
    checkName: readCheckName(env),
    summary: readBoolean(env, 'summary'),
    ...(config === undefined ? {} : { config }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(baselineBranch === undefined ? {} : { baselineBranch }),
    ...(baselineWorkflow === undefined ? {} : { baselineWorkflow }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(snapshots === undefined ? {} : { snapshots }),
    ...(retentionDays === undefined ? {} : { retentionDays }),
    ...(token === undefined ? {} : { token }),
  }
}

/** The names that `readReportInputs` reads: all inputs of the action, so that none is declared and never read. */
export const REPORT_INPUTS: readonly string[] = inputsOf('report').map(({ name }) => name)
