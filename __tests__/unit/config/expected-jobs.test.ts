import { describe, expect, it } from '@jest/globals'
import { parseExpectedJobs } from '../../../src/config/index.js'

describe('expected-jobs', () => {
  it.each(['', '  ', 'null', '{}'])('of %j expects nothing', (text) => {
    expect(parseExpectedJobs(text)).toStrictEqual({ total: null, jobs: [] })
  })

  it('is a number of snapshots', () => {
    expect(parseExpectedJobs('12')).toStrictEqual({ total: 12, jobs: [] })
  })

  it('is a list of job ids, each with its legs', () => {
    expect(parseExpectedJobs('check=4, lint\nbuild_2')).toStrictEqual({
      total: null,
      jobs: [
        { name: 'check', legs: 4, skipped: false },
        { name: 'lint', legs: null, skipped: false },
        { name: 'build_2', legs: null, skipped: false },
      ],
    })
  })

  it('is what a job needs, and a job that was skipped owes nothing', () => {
    const needs = { check: { result: 'failure', outputs: {} }, lint: { result: 'skipped', outputs: {} } }
    expect(parseExpectedJobs(JSON.stringify(needs, null, 2))).toStrictEqual({
      total: null,
      jobs: [
        { name: 'check', legs: null, skipped: false },
        { name: 'lint', legs: null, skipped: true },
      ],
    })
  })

  it.each([
    ['check=0', 'no job id with a number of legs'],
    ['check=x', 'no job id with a number of legs'],
    ['a b', 'no job id with a number of legs'],
    ['-1', 'no job id with a number of legs'],
    ['check, check=2', 'names check twice'],
    ['{"check":', 'begins like JSON and is none'],
    ['{"check":1}', 'which is no job as in needs'],
    ['[1]', 'no job id with a number of legs'],
    ['${{ toJSON(needs) }}', 'no job id'],
    ['x'.repeat(2_000_000), 'is too long'],
  ])('refuses %.40j, quoting it', (text, why) => {
    expect(() => parseExpectedJobs(text)).toThrow(why)
    expect(() => parseExpectedJobs(text)).toThrow(JSON.stringify(text.slice(0, 80)))
  })
})
