import { describe, expect, it } from '@jest/globals'
import { readReportInputs, REPORT_INPUTS } from '../../../src/github/report-inputs.js'

function inputs(given: Readonly<Record<string, string>>): ReturnType<typeof readReportInputs> {
  return readReportInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])))
}

const NOTHING = {
  workingDirectory: '.',
  expected: { total: null, jobs: [] },
  artifactPrefix: 'goparity-',
  check: 'auto',
  checkName: 'goparity',
  summary: true,
}

describe('the inputs of the reporter', () => {
  it('have defaults, and nothing but blanks is not given', () => {
    expect(inputs({})).toStrictEqual(NOTHING)
    expect(inputs(Object.fromEntries(REPORT_INPUTS.map((name) => [name, '  '])))).toStrictEqual(NOTHING)
  })

  it('are read, every one of them', () => {
    const given = {
      'working-directory': 'app',
      config: 'parity.yml',
      baseline: 'run:12',
      'baseline-branch': 'release/1.x',
      'baseline-workflow': '.github/workflows/nightly.yml',
      'expected-jobs': 'check=2',
      'fail-on': 'warning',
      'artifact-prefix': 'parity-',
      snapshots: 'artifacts',
      check: 'true',
      'check-name': 'parity of linux',
      'retention-days': '30',
      summary: 'false',
      'github-token': 'ghs_x',
    }
    expect(Object.keys(given).toSorted()).toStrictEqual([...REPORT_INPUTS].toSorted())
    expect(inputs(given)).toStrictEqual({
      workingDirectory: 'app',
      config: 'parity.yml',
      baseline: 'run:12',
      baselineBranch: 'release/1.x',
      baselineWorkflow: '.github/workflows/nightly.yml',
      expected: { total: null, jobs: [{ name: 'check', legs: 2, skipped: false }] },
      failOn: 'warning',
      artifactPrefix: 'parity-',
      snapshots: 'artifacts',
      check: 'true',
      checkName: 'parity of linux',
      retentionDays: 30,
      summary: false,
      token: 'ghs_x',
    })
  })

  it.each([
    ['baseline-branch', 'main..evil'],
    ['baseline-branch', '-x'],
    ['baseline-branch', 'a b'],
    ['baseline-workflow', '../ci.yml'],
    ['baseline-workflow', '.github/workflows/../../x.yml'],
    ['check', 'yes'],
    ['check-name', 'a\nb'],
    ['fail-on', 'errors'],
    ['retention-days', '7x'],
    ['summary', 'on'],
    ['expected-jobs', 'all of them'],
    ['artifact-prefix', 'a/b'],
  ])('refuse %s %j, naming it', (name, value) => {
    expect(() => inputs({ [name]: value })).toThrow(name)
    expect(() => inputs({ [name]: value })).toThrow(expect.objectContaining({ code: 'usage' }))
  })

  it('need a prefix: the report is made of artifacts', () => {
    expect(() => inputs({ 'artifact-prefix': 'none' })).toThrow('the report is made of artifacts')
  })
})
