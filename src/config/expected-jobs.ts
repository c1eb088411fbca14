import type { ExpectedJobs } from '../compare/index.js'
import { ParityError } from '../errors.js'

/** The largest matrix that GitHub runs, times the jobs that one could need. */
const MAX_JOBS = 1000
const MAX_CHARACTERS = 1_000_000
const ALLOWED = 'write ${{ toJSON(needs) }}, job ids with a number of legs (check=4, lint), or one number'

function refuse(text: string, why: string): ParityError {
  return new ParityError('usage', `expected-jobs ${JSON.stringify(text.slice(0, 80))} ${why}`, ALLOWED)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `needs` as GitHub writes it: job id to `{ result, outputs }`. A job that was skipped on purpose owes no snapshot. */
function readNeeds(text: string): ExpectedJobs {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse(text, 'begins like JSON and is none')
  }
  if (!isObject(value)) throw refuse(text, 'is no JSON object')
  const jobs = Object.entries(value).map(([name, need]) => {
    if (!isObject(need)) throw refuse(text, `has ${JSON.stringify(name.slice(0, 80))}, which is no job as in needs`)
    return { name, legs: null, skipped: need['result'] === 'skipped' }
  })
  return { total: null, jobs }
}

function readEntry(entry: string, text: string): ExpectedJobs['jobs'][number] {
  const [, name = '', legs] = /^([A-Za-z_][\w-]{0,99})(?:=(\d{1,4}))?$/.exec(entry) ?? []
  if (name === '' || legs === '0') throw refuse(text, `has ${JSON.stringify(entry.slice(0, 80))}, which is no job id with a number of legs`)
  return { name, legs: legs === undefined ? null : Number(legs), skipped: false }
}

/**
 * Reads what a run was to hold: empty (nobody says), `4`, `check=4, lint`, or the JSON of GitHub's `needs`.
 * Throws `usage`, quoting what is not understood.
 */
export function parseExpectedJobs(text: string): ExpectedJobs {
  const given = text.trim()
  if (given.length > MAX_CHARACTERS) throw refuse(given, 'is too long')
  if (given === '' || given === 'null') return { total: null, jobs: [] }
  if (/^\d{1,4}$/.test(given)) return { total: Number(given), jobs: [] }
  if (given.startsWith('{')) return readNeeds(given)
  const entries = given
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (entries.length > MAX_JOBS) throw refuse(given, `names more than ${String(MAX_JOBS)} jobs`)
  const jobs = entries.map((entry) => readEntry(entry, given))
  const twice = jobs.find(({ name }, at) => jobs.findIndex((job) => job.name === name) !== at)
  if (twice !== undefined) throw refuse(given, `names ${twice.name} twice`)
  return { total: null, jobs }
}
