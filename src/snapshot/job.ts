import { ParityError, toError } from '../errors.js'
import { compactJson } from './canonical-json.js'
import { findObjection, isJson } from './inspect-json.js'
import { redact } from './redact.js'
import type { Job, Json } from './snapshot.js'

/** How a job is told apart from others, beyond what the CI system says by itself. */
export interface JobOptions {
  /** A name of the user's choice, `--job`; empty means not given. */
  readonly name?: string
  /** The matrix leg as JSON text; `null` and `{}` mean that there is none, an empty text that it is not given. */
  readonly matrix?: string
  /** The number of the leg and of all legs, as GitHub counts them; ignored unless both are whole numbers that fit together. */
  readonly leg?: { readonly index: string; readonly total: string }
  /** What a machine outside of CI is called. */
  readonly hostLabel: string
}

type JobEnvironment = Readonly<Record<string, string | undefined>>
type Matrix = Readonly<Record<string, Json>>
/** What a CI system says of the job. */
interface Facts {
  readonly provider: Job['provider']
  readonly workflow: string | null
  readonly name: string
  readonly matrix: Matrix
  /** What people call the workflow; `null` where there is nothing. */
  readonly pipeline: string | null
}

const MAX_MATRIX_DEPTH = 20
const NO_MATRIX: Matrix = {}

function parseMatrix(text: string): Matrix {
  const refuse = (why: string, cause?: unknown): ParityError =>
    new ParityError(
      'usage',
      `the matrix must be a JSON object, and ${why}: ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`,
      'give the leg as ${{ toJSON(matrix) }}, for example {"go":"1.26","os":"ubuntu-latest"}',
      { cause },
    )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refuse(`is no JSON (${toError(error).name})`, error)
  }
  if (value === null) return NO_MATRIX
  const objection = findObjection(value, MAX_MATRIX_DEPTH)
  if (objection !== null) throw refuse(`has ${JSON.stringify(objection.path.slice(0, 80))}, which cannot be kept`)
  if (typeof value !== 'object' || Array.isArray(value) || !isJson(value)) throw refuse('is something else')
  return Object.fromEntries(Object.entries(value).map(([axis, item]): [string, Json] => [axis, item]))
}

/** An environment variable that is there and not empty. */
function given(env: JobEnvironment, key: string): string | null {
  const value = Object.hasOwn(env, key) ? env[key] : undefined
  return value === undefined || value === '' ? null : value
}

function githubFacts(env: JobEnvironment): Facts {
  const reference = given(env, 'GITHUB_WORKFLOW_REF')
  // owner/repo/.github/workflows/ci.yml@refs/heads/main: a file name has no slash, a reference begins with refs/.
  const at = reference === null ? -1 : reference.includes('@refs/') ? reference.indexOf('@refs/') : reference.lastIndexOf('@')
  const path = reference === null ? null : reference.slice(0, at === -1 ? undefined : at)
  const file = path === null ? null : (/^[^/]+\/[^/]+\/(.+)$/.exec(path)?.[1] ?? null)
  const pipeline = given(env, 'GITHUB_WORKFLOW')
  return { provider: 'github', workflow: file ?? pipeline, name: given(env, 'GITHUB_JOB') ?? 'job', matrix: NO_MATRIX, pipeline }
}

function gitlabFacts(env: JobEnvironment): Facts {
  const full = given(env, 'CI_JOB_NAME') ?? 'job'
  const base = {
    provider: 'gitlab',
    workflow: redact(given(env, 'CI_CONFIG_PATH') ?? '.gitlab-ci.yml'),
    pipeline: given(env, 'CI_PROJECT_PATH'),
  } as const
  // parallel:matrix names its jobs `build: [linux, 1.20]`, parallel: 5 names them `test 2/5`.
  const open = full.endsWith(']') ? full.indexOf(': [') : -1
  if (open > 0) {
    const values = full.slice(open + 3, -1).split(', ')
    return { ...base, name: full.slice(0, open), matrix: Object.fromEntries(values.map((value, at) => [String(at + 1), value])) }
  }
  const part = /^(.+) (\d{1,9})\/\d{1,9}$/s.exec(full)
  if (part !== null) return { ...base, name: part[1] ?? full, matrix: { index: part[2] ?? '' } }
  const index = given(env, 'CI_NODE_INDEX')
  const isParallel = index !== null && (given(env, 'CI_NODE_TOTAL') ?? '1') !== '1'
  return { ...base, name: full, matrix: isParallel ? { index } : NO_MATRIX }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function jenkinsFacts(env: JobEnvironment): Facts {
  const parts = (given(env, 'JOB_NAME') ?? 'job').split('/')
  const branch = given(env, 'BRANCH_NAME')
  let matrix: Matrix = NO_MATRIX
  const last = (): string => parts.at(-1) ?? ''
  // A matrix project appends its axes, a multibranch project its branch, url-encoded.
  if (
    parts.length > 1 &&
    last()
      .split(',')
      .every((axis) => axis.indexOf('=') > 0)
  ) {
    const axes = last().split(',')
    parts.pop()
    matrix = Object.fromEntries(axes.map((axis) => [axis.slice(0, axis.indexOf('=')), axis.slice(axis.indexOf('=') + 1)]))
  }
  if (branch !== null && parts.length > 1) {
    if (decode(last()) === branch || last() === branch) parts.pop()
    else if (parts.join('/').endsWith(`/${branch}`)) parts.splice(-branch.split('/').length)
  }
  const stage = given(env, 'STAGE_NAME')
  // A colon is not allowed in the name of a Jenkins job: the first one divides the two.
  const name = parts.join('/') + (stage === null ? '' : `:${stage}`)
  return { provider: 'jenkins', workflow: null, name, matrix, pipeline: null }
}

function detect(env: JobEnvironment, hostLabel: string): Facts {
  if (env['GITHUB_ACTIONS'] === 'true') return githubFacts(env)
  if (given(env, 'GITLAB_CI') !== null) return gitlabFacts(env)
  if (given(env, 'JENKINS_URL') !== null || given(env, 'BUILD_TAG') !== null) return jenkinsFacts(env)
  return { provider: 'local', workflow: null, name: hostLabel, matrix: NO_MATRIX, pipeline: null }
}

/** Percent-encodes what divides the parts of an identity, and what has no place in a line. */
function encode(part: string): string {
  // eslint-disable-next-line no-control-regex
  return part.replaceAll(/[%#{\u0000-\u001f\u007f]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
}

function labelOf({ provider, workflow, pipeline, name, matrix }: Facts): string {
  const axes = Object.entries(matrix).map(([axis, value]) => `${axis}=${typeof value === 'string' ? value : compactJson(value)}`)
  const leg = axes.length === 0 ? '' : ` (${axes.join(', ')})`
  if (provider === 'local') return plain(`local:${name}${leg}`)
  const title = pipeline ?? workflow
  return plain(`${title === null ? '' : `${title} / `}${name}${leg}`)
}

/** A matrix of one leg is none. */
function readLeg(leg: JobOptions['leg']): Pick<Job, 'leg'> {
  if (leg === undefined || !/^\d{1,4}$/.test(leg.index) || !/^\d{1,4}$/.test(leg.total)) return {}
  const [index, total] = [Number(leg.index), Number(leg.total)]
  return total < 2 || index >= total ? {} : { leg: { index, total } }
}

/** The one spelling of an identity; a matrix without axes is none. */
function idOf({ provider, workflow, name, matrix }: Pick<Job, 'provider' | 'workflow' | 'name' | 'matrix'>): string {
  const place = workflow === null ? '' : `${encode(workflow)}#`
  const leg = Object.keys(matrix).length === 0 ? '' : compactJson(matrix)
  return `${provider}:${place}${encode(name)}${leg}`
}

/** Whether the id of a recorded job is what its provider, workflow, name and matrix make: one that is not was written by somebody else. */
export function isOwnId(job: Job): boolean {
  return job.id === idOf(job)
}

/**
 * Who this job is, from the variables of GitHub Actions, GitLab CI or Jenkins, or the label of a host.
 * The same leg has the same id in every run; legs that differ in workflow file, job or any matrix value (1.2, "1.2" and "1.20") never share one.
 * Throws `usage` when the matrix text is no JSON object.
 */
export function identifyJob(env: JobEnvironment, options: JobOptions): Job {
  const found = detect(env, options.hostLabel)
  const matrix = options.matrix === undefined || options.matrix.trim() === '' ? found.matrix : parseMatrix(options.matrix)
  const name = options.name === undefined || options.name === '' ? found.name : options.name
  const job = { provider: found.provider, workflow: found.workflow, name, matrix }
  return { id: idOf(job), label: labelOf({ ...found, name, matrix }), ...job, ...readLeg(options.leg) }
}
