import { describe, expect, it } from '@jest/globals'
import { readRecordInputs } from '../../../src/github/index.js'
import { RECORD_INPUTS } from '../../../src/github/inputs.js'

function inputs(given: Readonly<Record<string, string>>): ReturnType<typeof readRecordInputs> {
  return readRecordInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])))
}

describe('readRecordInputs', () => {
  it('reads every input that action.yml declares', () => {
    const given = {
      'working-directory': 'services/api',
      targets: 'linux/arm64, windows/amd64+cgo\n  host\n',
      packages: './cmd/...',
      verify: 'False',
      vendor: 'false',
      'checksum-database': 'off',
      'build-cache': 'fresh',
      config: 'ci/goparity.yml',
      baseline: 'git:main',
      'fail-on': 'unknown',
      'artifact-prefix': 'snap.',
      'retention-days': '7',
      summary: 'FALSE',
      matrix: '{"go":"1.20"}',
      'job-index': '2',
      'job-total': '4',
      'github-token': 't0ken',
    }
    expect(Object.keys(given).toSorted()).toStrictEqual([...RECORD_INPUTS].toSorted())
    expect(inputs(given)).toStrictEqual({
      workingDirectory: 'services/api',
      targets: ['linux/arm64', 'windows/amd64+cgo', 'host'],
      packages: ['./cmd/...'],
      verify: false,
      vendor: false,
      checksumDatabase: 'off',
      buildCache: 'fresh',
      config: 'ci/goparity.yml',
      baseline: 'git:main',
      failOn: 'unknown',
      artifactPrefix: 'snap.',
      retentionDays: 7,
      summary: false,
      matrix: '{"go":"1.20"}',
      leg: { index: '2', total: '4' },
      token: 't0ken',
    })
  })

  it('takes an empty input for one that is not given', () => {
    expect(inputs(Object.fromEntries(RECORD_INPUTS.map((name) => [name, '  '])))).toStrictEqual(inputs({}))
  })

  it('uploads nothing when the prefix is none', () => {
    expect(inputs({ 'artifact-prefix': 'none' }).artifactPrefix).toBeNull()
  })

  it.each([
    ['verify', 'yes', 'the input verify is "yes", which is not understood'],
    ['vendor', '1', 'the input vendor is "1"'],
    ['summary', 'truee', 'the input summary is "truee"'],
    ['fail-on', 'warn', 'the input fail-on is "warn"'],
    ['retention-days', '7x', 'the input retention-days is "7x"'],
    ['retention-days', '0', 'the input retention-days is "0"'],
    ['retention-days', '401', 'the input retention-days is "401"'],
    ['retention-days', '-1', 'the input retention-days is "-1"'],
    ['artifact-prefix', 'a/b', 'the input artifact-prefix is "a/b"'],
    ['artifact-prefix', 'ünï', 'the input artifact-prefix is "ünï"'],
    ['checksum-database', 'true', 'the input checksum-database is "true"'],
    ['build-cache', 'off', 'the input build-cache is "off"'],
  ])('refuses %s: %s and quotes it', (name, value, message) => {
    expect(() => inputs({ [name]: value })).toThrow(expect.objectContaining({ code: 'usage', message: expect.stringContaining(message) }))
  })

  it('offers the nearest level', () => {
    expect(() => inputs({ 'fail-on': 'warn' })).toThrow(expect.objectContaining({ hint: expect.stringContaining('did you mean warning?') }))
  })
})
