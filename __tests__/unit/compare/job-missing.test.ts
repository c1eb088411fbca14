import { describe, expect, it } from '@jest/globals'
import { foldRun, type ChangeFacts, type ExpectedJobs, type NamedSnapshot } from '../../../src/compare/index.js'
import type { Finding } from '../../../src/report/index.js'
import type { Job, Json, Snapshot } from '../../../src/snapshot/index.js'
import { jobOf, snapshotOf } from './fixtures.js'

const NOTHING_SAID: ExpectedJobs = { total: null, jobs: [] }

function jobAt(name: string, n: Json, place?: Job['leg']): Job {
  return { ...jobOf(name, n === null ? {} : { n }), ...(place === undefined ? {} : { leg: place }) }
}

function recorded(...jobs: readonly Job[]): readonly Snapshot[] {
  return jobs.map((job) => snapshotOf({ job }))
}

interface Story {
  readonly expected?: ExpectedJobs
  readonly present: readonly Snapshot[]
  readonly baseline?: readonly Snapshot[]
  readonly change?: ChangeFacts
}

function fold({ expected = NOTHING_SAID, present, baseline, change }: Story): readonly Finding[] {
  const snapshots = present.map((snapshot, at): NamedSnapshot => ({ name: `${String(at)}.json`, snapshot }))
  const { findings } = foldRun({ snapshots, expected, baseline: baseline ?? null, change: change ?? null, ignore: [] })
  return findings.filter(({ rule }) => rule.startsWith('job/'))
}

function told(story: Story): readonly string[] {
  return fold(story).map(({ rule, severity, title }) => `${severity} ${rule}: ${title}`)
}

function leg(index: number, total = 4): Job {
  return jobAt('check', index, { index, total })
}

const all = [0, 1, 2, 3]
const change = (...paths: readonly string[]): ChangeFacts => ({
  name: 'this pull request',
  files: paths.map((path) => ({ path, status: 'modified', added: [] })),
  complete: true,
  directory: '',
})

describe('a job that is missing', () => {
  it.each<readonly [string, Story, readonly string[]]>([
    ['nothing, when all are there', { present: recorded(...all.map((at) => leg(at))) }, []],
    ['nothing, when nobody says how many there are', { present: recorded(jobAt('check', 1), jobAt('check', 2)) }, []],
    [
      'by the legs that the recorded ones tell of',
      { present: recorded(leg(0), leg(1), leg(3)) },
      ['error job/missing: check, leg 3 of 4 left no snapshot'],
    ],
    [
      'by its name, when the baseline has that leg',
      { present: recorded(leg(0), leg(1), leg(3)), baseline: recorded(...all.map((at) => leg(at))) },
      ['error job/missing: ci / check{"n":2} left no snapshot'],
    ],
    [
      'by its name, though the baseline does not number legs',
      { present: recorded(leg(0), leg(1), leg(3)), baseline: recorded(...all.map((at) => jobAt('check', at))) },
      ['error job/missing: ci / check{"n":2} left no snapshot'],
    ],
    [
      'by the baseline alone',
      { present: recorded(jobAt('check', null)), baseline: recorded(jobAt('check', null), jobAt('lint', null)) },
      ['error job/missing: ci / lint left no snapshot'],
    ],
    [
      'by its id in the workflow, as needs names it',
      {
        expected: {
          total: null,
          jobs: [
            { name: 'check', legs: null, skipped: false },
            { name: 'lint', legs: null, skipped: false },
          ],
        },
        present: recorded(leg(0, 2), leg(1, 2)),
      },
      ['error job/missing: lint left no snapshot'],
    ],
    [
      'by a number of legs',
      { expected: { total: null, jobs: [{ name: 'check', legs: 3, skipped: false }] }, present: recorded(jobAt('check', 1)) },
      ['error job/missing: check, 2 of 3 left no snapshot', 'error job/missing: check, 3 of 3 left no snapshot'],
    ],
    [
      'by a total that nothing else accounts for',
      { expected: { total: 3, jobs: [] }, present: recorded(jobAt('check', 1)) },
      ['error job/missing: job 2 of 3 left no snapshot', 'error job/missing: job 3 of 3 left no snapshot'],
    ],
    [
      'once, though legs, total, name and baseline all know of it',
      {
        expected: { total: 4, jobs: [{ name: 'check', legs: 4, skipped: false }] },
        present: recorded(leg(0), leg(1), leg(3)),
        baseline: recorded(...all.map((at) => leg(at))),
      },
      ['error job/missing: ci / check{"n":2} left no snapshot'],
    ],
    [
      'nothing, when it was skipped on purpose',
      {
        expected: { total: null, jobs: [{ name: 'lint', legs: null, skipped: true }] },
        present: recorded(jobAt('check', null)),
        baseline: recorded(jobAt('check', null), jobAt('lint', null)),
      },
      [],
    ],
    [
      'nothing, when it is of another workflow',
      {
        present: recorded(jobAt('check', null)),
        baseline: recorded(jobAt('check', null), { ...jobAt('nightly', null), workflow: 'nightly.yml' }),
      },
      [],
    ],
    [
      'nothing, when the snapshots were picked by hand',
      {
        expected: { ...NOTHING_SAID, ofBaseline: false },
        present: recorded(jobAt('check', null)),
        baseline: recorded(jobAt('check', null), jobAt('lint', null)),
      },
      [],
    ],
    [
      'a note, when the change edits its workflow',
      { present: recorded(jobAt('check', null)), baseline: recorded(jobAt('check', null), jobAt('lint', null)), change: change('ci.yml') },
      ['note job/missing: ci / lint left no snapshot'],
    ],
    [
      'an error, when the change edits another file',
      { present: recorded(jobAt('check', null)), baseline: recorded(jobAt('check', null), jobAt('lint', null)), change: change('go.mod') },
      ['error job/missing: ci / lint left no snapshot'],
    ],
    [
      'an error all the same, when the legs of this very run lack it',
      { present: recorded(leg(0), leg(1), leg(3)), baseline: recorded(...all.map((at) => leg(at))), change: change('ci.yml') },
      ['error job/missing: ci / check{"n":2} left no snapshot'],
    ],
    [
      'an error all the same, when needs names it and the workflow was edited',
      {
        expected: { total: null, jobs: [{ name: 'lint', legs: null, skipped: false }] },
        present: recorded(jobAt('check', null)),
        baseline: recorded(jobAt('check', null), jobAt('lint', null)),
        change: change('ci.yml'),
      },
      ['error job/missing: ci / lint left no snapshot'],
    ],
    [
      'by the name of each when none is there',
      { present: [], baseline: recorded(leg(0, 2), leg(1, 2)) },
      ['error job/missing: ci / check{"n":0} left no snapshot', 'error job/missing: ci / check{"n":1} left no snapshot'],
    ],
    [
      'nothing, when a leg that is there does not say which it is',
      { present: recorded(leg(0, 3), jobAt('check', 1), jobAt('check', 2)) },
      [],
    ],
    [
      'nothing, when it is a laptop',
      {
        present: recorded({ ...jobAt('mine', null), id: 'local:mine', provider: 'local', workflow: null }),
        baseline: recorded(jobAt('check', null), { ...jobAt('laptop', null), id: 'local:laptop', provider: 'local', workflow: null }),
      },
      ['note job/added: ci / mine is not in the baseline'],
    ],
  ])('is told: %s', (_, story, expected) => {
    expect(told(story)).toEqual(expected)
  })

  it('says by what it was expected, where it stands, and what to do', () => {
    const [finding] = fold({ present: recorded(leg(0), leg(1), leg(3)) })
    expect(finding).toMatchObject({ source: 'environment', subject: {}, location: { file: 'ci.yml' } })
    expect(finding?.message).toContain('The other legs of its matrix say that there are 4.')
    expect(finding?.fix[0]?.edit).toContain('open the log of check, leg 3 of 4')
    const [explained] = fold({
      present: recorded(jobAt('a', null)),
      baseline: recorded(jobAt('a', null), jobAt('b', null)),
      change: change('ci.yml'),
    })
    expect(explained?.message).toContain('The baseline has it. It may be gone on purpose: this pull request edits ci.yml.')
  })

  it('is told twenty times, and then how many more', () => {
    const titles = told({ present: recorded(leg(0, 256)) })
    expect(titles).toHaveLength(21)
    expect(titles.at(-1)).toBe('error job/missing: 235 more jobs left no snapshot')
    expect(told({ expected: { total: 22, jobs: [] }, present: recorded(jobAt('a', null)) }).at(-1)).toContain('1 more job left')
  })

  it('costs nothing however many a hostile snapshot claims', () => {
    expect(told({ present: recorded(leg(7, Number.MAX_SAFE_INTEGER)) })).toHaveLength(21)
  })

  it('has no location outside of the project', () => {
    const facts: ChangeFacts = { ...change(), directory: 'service' }
    expect(fold({ present: recorded(leg(0, 2)), change: facts })[0]?.location).toBeUndefined()
  })
})

describe('a job that the baseline does not have', () => {
  const before = recorded(jobAt('check', 1))

  it('is one note for all of them', () => {
    const present = recorded(jobAt('check', 1), jobAt('check', 2), jobAt('check', 3))
    expect(told({ present, baseline: before })).toEqual(['note job/added: 2 jobs are not in the baseline'])
    const [finding] = fold({ present, baseline: before, change: change('ci.yml') })
    expect(finding).toMatchObject({ evidence: ['ci / check{"n":2}', 'ci / check{"n":3}'], location: { file: 'ci.yml' } })
    expect(finding?.jobs).toEqual(['github:ci.yml#check{"n":2}', 'github:ci.yml#check{"n":3}'])
    expect(finding?.message).toContain('this pull request edits ci.yml')
  })

  it('is no news without a baseline', () => {
    expect(told({ present: recorded(jobAt('check', 1)) })).toEqual([])
  })
})
