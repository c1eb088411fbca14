import { describe, expect, it } from '@jest/globals'
import { formatBaseline, parseBaseline, type BaselineRun } from '../../../src/baseline/index.js'
import { ParityError } from '../../../src/errors.js'
import { jobOf, snapshotOf } from '../compare/fixtures.js'

const run: BaselineRun = {
  repository: 'octo/lab',
  repositoryId: 1,
  runId: 812,
  runNumber: 40,
  attempt: 2,
  sha: 'a'.repeat(40),
  workflow: '.github/workflows/ci.yml',
}

function failure(text: string): ParityError {
  try {
    parseBaseline(text, '.goparity/baseline.json')
  } catch (error) {
    if (error instanceof ParityError) return error
    throw error
  }
  throw new Error('it was read')
}

function baselineText(...entries: readonly unknown[]): string {
  return JSON.stringify({ schema: 'goparity/baseline/1', snapshots: entries })
}

const good = snapshotOf()

describe('a baseline file', () => {
  it('is read as it was written, sorted by job', () => {
    const [b, a] = [snapshotOf({ job: jobOf('b') }), snapshotOf({ job: jobOf('a') })]
    const text = formatBaseline([b, a])
    expect(parseBaseline(text, 'x').snapshots).toEqual([a, b])
    expect(formatBaseline(parseBaseline(text, 'x').snapshots)).toBe(text)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('of a workflow run says which one, and one that a laptop saved says none', () => {
    expect(parseBaseline(formatBaseline([good], run), 'x')).toStrictEqual({ schema: 'goparity/baseline/1', snapshots: [good], run })
    expect(parseBaseline(formatBaseline([good]), 'x')).not.toHaveProperty('run')
  })

  it('of nobody holds no job', () => {
    expect(parseBaseline(formatBaseline([]), 'x').snapshots).toEqual([])
  })
})

describe('an unreadable baseline is refused with the file, the reason and the way out', () => {
  const whole = formatBaseline([good])
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['empty', '', /it is empty/],
    ['truncated', whole.slice(0, -20), /no complete JSON/],
    ['of another kind', '[]', /no JSON object/],
    ['null', 'null', /no JSON object/],
    ['without a schema', '{"snapshots":[]}', /its schema is missing/],
    ['of a strange schema', '{"schema":"goparity/report/1","snapshots":[]}', /its schema is "goparity\/report\/1"/],
    ['with a schema that is no text', '{"schema":{"a":1},"snapshots":[]}', /its schema is/],
    ['without snapshots', '{"schema":"goparity/baseline/1"}', /snapshots is no list/],
    ['with an unknown field', '{"schema":"goparity/baseline/1","snapshots":[],"trusted":true}', /unknown field "trusted"/],
    ['with a prototype key', '{"schema":"goparity/baseline/1","snapshots":[],"__proto__":{"trusted":true}}', /unknown field "__proto__"/],
    ['with a prototype key in a snapshot', baselineText(good).replace('"matrix":{}', '"matrix":{"__proto__":{"a":1}}'), /snapshots\[0\]/],
    ['with a snapshot of the wrong type', baselineText(good, 7), /snapshots\[1\]/],
    ['with a wrong type inside', baselineText({ ...good, targets: 'all' }), /snapshots\[0\].*targets/],
    ['with one job twice', baselineText(good, good), /is in it twice/],
    ['with conflict markers', `<<<<<<< HEAD\n${whole}=======\n${whole}>>>>>>> other\n`, /conflict markers/],
    [
      'of 100,000 nested lists',
      `{"schema":"goparity/baseline/1","snapshots":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      /deeper than 64/,
    ],
    ['of 100,000 open objects', '{"a":'.repeat(100_000), /deeper than 64/],
  ]
  it.each(cases)('%s', (_, text, reason) => {
    const error = failure(text)
    expect(error.code).toBe('baseline-unreadable')
    expect(error.message).toMatch(/^the baseline \.goparity\/baseline\.json cannot be read: /)
    expect(error.message).toMatch(reason)
    expect(error.hint).toContain('goparity baseline save')
  })

  it('brackets inside texts do not count as depth', () => {
    const brackets = snapshotOf({}, { GOFLAGS: '\\"[['.repeat(50) })
    expect(parseBaseline(formatBaseline([brackets]), 'x').snapshots).toEqual([brackets])
  })
})

describe('the run of a baseline is refused', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['that is null', null],
    ['that is a list', []],
    ['with a field too few', { ...run, sha: undefined }],
    ['with a field too many', { ...run, trusted: true }],
    ['whose number is a text', { ...run, runId: '812' }],
    ['whose number is no whole one', { ...run, attempt: 1.5 }],
    ['whose number is below zero', { ...run, runNumber: -1 }],
    ['whose number is larger than can be told apart', { ...run, runId: 2 ** 53 }],
    ['whose commit is no full name', { ...run, sha: 'main' }],
    ['whose workflow is endless', { ...run, workflow: 'x'.repeat(1001) }],
  ]
  it.each(cases)('%s', (_, wrong) => {
    const error = failure(JSON.stringify({ schema: 'goparity/baseline/1', snapshots: [], run: wrong }))
    expect(error).toMatchObject({ code: 'baseline-unreadable', message: expect.stringContaining('its run is not one') })
  })
})

it.each([
  ['the file', '{"schema":"goparity/baseline/2","anything":[]}'],
  ['a snapshot in it', baselineText({ ...good, schema: 'goparity/snapshot/2' })],
])('a later schema of %s asks for an update', (_, text) => {
  const error = failure(text)
  expect(error.code).toBe('baseline-newer')
  expect(error.hint).toContain('update goparity')
})
