import { describe, expect, it } from '@jest/globals'
import { baselineArtifactName, readRunBaseline, type BaselineReading, type RunBaselineOptions } from '../../../src/baseline/index.js'
import { commitOf, madeApi, REPOSITORY, WORKFLOW, type MadeApi, type MadeRun } from '../../support/runs-api.js'

const PULL_REQUEST: RunBaselineOptions = {
  reference: 'auto',
  mergeBase: commitOf(5),
  head: commitOf(9),
  workflow: WORKFLOW,
  branch: null,
  prefix: 'goparity-',
  presentRunId: 99,
}

async function read(api: MadeApi, more: Partial<RunBaselineOptions> = {}): Promise<BaselineReading> {
  return readRunBaseline(api, { ...PULL_REQUEST, ...more })
}

/** `run 8: why`, or the kind and the reason. */
function told(reading: BaselineReading): string {
  return reading.kind === 'found' ? `${reading.reference.ref}: ${reading.reference.reason}` : `${reading.kind}: ${reading.reason}`
}

async function chosen(runs: readonly MadeRun[], more: Partial<RunBaselineOptions> = {}): Promise<string> {
  return told(await read(madeApi(runs), more))
}

/** Runs of the merge base that left no baseline. */
function empty(count: number): readonly MadeRun[] {
  return Array.from({ length: count }, (_, at) => ({ id: 100 + at, commit: 5, artifact: null }))
}

describe('the baseline of a pull request', () => {
  it('is that of its merge base', async () => {
    const runs = [
      { id: 10, commit: 7 },
      { id: 8, commit: 5 },
      { id: 7, commit: 4 },
    ]
    expect(await chosen(runs)).toBe('run 8: the run of the merge base 000000000000')
  })

  it('is that of the nearest ancestor, where the merge base has none', async () => {
    const runs = [
      { id: 10, commit: 7 },
      { id: 8, commit: 5, artifact: null },
      { id: 6, commit: 2 },
      { id: 7, commit: 3 },
    ]
    expect(await chosen(runs)).toBe('run 7: the nearest ancestor of the merge base 000000000000 that has one, 2 commits before it')
  })

  it('is the newest trusted one, where no ancestor has one, and that is said', async () => {
    expect(
      await chosen([
        { id: 10, commit: 7 },
        { id: 12, commit: 8 },
      ]),
    ).toMatch(/^run 12: the newest trusted run of main, of 000000000000, which is not among the last 250 commits before the merge base/)
  })

  it('passes over what breaks a rule, and says which', async () => {
    const runs = [
      { id: 8, commit: 5, artifact: { expired: true } },
      { id: 7, commit: 4 },
    ]
    expect(await chosen(runs)).toBe(
      'run 7: the nearest ancestor of the merge base 000000000000 that has one, 1 commit before it; passed over: the baseline of run 8 has expired',
    )
  })

  it('may be older than the newest hundred runs: that of the merge base is asked for by its commit', async () => {
    const newer = Array.from({ length: 150 }, (_, at) => ({ id: 200 + at, commit: 9, artifact: null }))
    const api = madeApi([...newer, { id: 8, commit: 5 }])
    expect(told(await read(api))).toBe('run 8: the run of the merge base 000000000000')
    expect(api.asked.slice(0, 2)).toStrictEqual(['runs main', 'runs main 5'])
  })
})

describe('the baseline of a push to main', () => {
  const push = { mergeBase: null, head: commitOf(6), presentRunId: 9 }

  it('is that of the commit before it, never its own', async () => {
    const runs = [
      { id: 9, commit: 6 },
      { id: 8, commit: 5 },
    ]
    expect(await chosen(runs, push)).toBe('run 8: the nearest ancestor of this commit that has one, 1 commit before it')
  })

  it('is that of another run of the same commit, where there is one', async () => {
    const runs = [
      { id: 9, commit: 6 },
      { id: 8, commit: 6, run: { event: 'schedule' } },
    ]
    expect(await chosen(runs, push)).toBe('run 8: the run of this commit')
  })
})

describe('two runs of main at once', () => {
  it('the one with the higher number counts, whichever ended last and whatever the numbers of its artifacts', async () => {
    const runs = [
      { id: 8, commit: 5 },
      { id: 11, commit: 5, artifact: { id: 9_989 } },
    ]
    expect(await chosen(runs)).toContain('run 11')
    expect(await chosen(runs.toReversed())).toContain('run 11')
  })

  it('one that is still going on has left nothing yet, and stops nobody', async () => {
    const runs = [
      { id: 11, commit: 5, run: { status: 'in_progress', conclusion: null }, artifact: null },
      { id: 8, commit: 4 },
    ]
    expect(await chosen(runs)).toContain('run 8')
  })
})

describe('a leg that ran again', () => {
  it('makes another artifact, and the newest attempt counts', async () => {
    const again: MadeRun = { id: 8, commit: 5, attempt: 2, run: { attempt: 2 } }
    const second = await madeApi([again]).artifacts(8, 'goparity-baseline-')
    const both = [...second.map((one) => ({ ...one, id: 1, name: baselineArtifactName('goparity-', 1), expired: true })), ...second]
    for (const listed of [both, both.toReversed()])
      expect(await read(madeApi([again], { artifacts: async () => listed }))).toMatchObject({ kind: 'found', run: { attempt: 2 } })
  })

  it('is not believed of an attempt that GitHub does not know', async () => {
    expect(await chosen([{ id: 8, commit: 5, attempt: 3, run: { attempt: 2 } }])).toContain('names another attempt than GitHub does')
  })
})

describe('where there is nothing to believe', () => {
  it('the first run ever has no baseline, which is no fault', async () => {
    expect(await chosen([])).toBe('none: no other run of .github/workflows/ci.yml on main yet: the next good one does')
    expect(await chosen([{ id: 99, commit: 5 }])).toMatch(/^none: /)
  })

  it('runs without one, or whose artifact was deleted, are no fault either', async () => {
    expect(await chosen([{ id: 8, commit: 5, artifact: null }])).toBe(
      'none: the only other run of .github/workflows/ci.yml on main has left no baseline: the next good one does',
    )
  })

  it('expired ones are unusable, by the reason of the best of them', async () => {
    const runs = [
      { id: 8, commit: 5, artifact: { expired: true } },
      { id: 7, commit: 4, artifact: { digest: null } },
    ]
    expect(await chosen(runs)).toBe('unusable: The baseline of run 8 has expired.')
  })

  it('history that was rewritten leaves no baseline to believe', async () => {
    expect(await chosen([{ id: 8, commit: 30 }])).toContain('The branch main no longer has the commit')
  })

  it('judges ten baselines and no more', async () => {
    const api = madeApi(Array.from({ length: 30 }, (_, at) => ({ id: 10 + at, commit: 5, artifact: { expired: true } })))
    expect((await read(api)).kind).toBe('unusable')
    expect(api.asked.filter((line) => line.startsWith('artifacts'))).toHaveLength(10)
  })

  it('runs that left none do not use up what is judged, but thirty runs are the end', async () => {
    expect(await chosen([...empty(29), { id: 8, commit: 4 }])).toContain('run 8: the nearest ancestor')
    const api = madeApi([...empty(60), { id: 8, commit: 4 }])
    expect(told(await read(api))).toContain('none of the 30 nearest runs')
    expect(api.asked.filter((line) => line.startsWith('artifacts'))).toHaveLength(30)
  })

  it('an API that does not answer makes it unknown, with its reason', async () => {
    const api = madeApi([{ id: 8, commit: 5 }], {
      runs: async () => {
        throw new Error('GitHub answered 503')
      },
    })
    expect(told(await read(api))).toBe('unusable: The baseline could not be asked for: GitHub answered 503.')
  })
})

describe('the branch and the workflow', () => {
  it('are the default branch as the API names it now, whatever it was called before', async () => {
    const api = madeApi([{ id: 8, commit: 5, run: { branch: 'trunk' } }], {
      repository: async () => ({ ...REPOSITORY, defaultBranch: 'trunk' }),
      isOnBranch: async (_sha, branch) => branch === 'trunk',
    })
    expect(told(await read(api))).toContain('run 8')
    expect(api.asked[0]).toBe('runs trunk')
  })

  it('are those that the user names', async () => {
    const run = { branch: 'release', path: '.github/workflows/nightly.yml' }
    const api = madeApi([{ id: 8, commit: 5, run }], { isOnBranch: async (_sha, branch) => branch === 'release' })
    expect(told(await read(api, { branch: 'release', workflow: '.github/workflows/nightly.yml' }))).toContain('run 8')
  })

  it('a workflow file that was renamed starts anew', async () => {
    expect(await chosen([{ id: 8, commit: 5, run: { path: '.github/workflows/old.yml' } }])).toMatch(/^none: /)
  })
})

describe('run:ID', () => {
  it('is that run, by the same rules, or none', async () => {
    expect(await chosen([{ id: 8, commit: 2 }], { reference: { run: 8 } })).toBe('run 8: the run that was named')
    expect(await chosen([{ id: 8, commit: 2, run: { event: 'pull_request' } }], { reference: { run: 8 } })).toMatch(
      /^unusable: Run 8 was started by/,
    )
    expect(await chosen([], { reference: { run: 8 } })).toBe('unusable: There is no run 8 in octo/lab.')
    expect(await chosen([{ id: 8, commit: 2, artifact: null }], { reference: { run: 8 } })).toContain(
      'it wrote no baseline, or it was deleted',
    )
  })
})

it('artifacts of another prefix are not looked at', async () => {
  const api = madeApi([{ id: 8, commit: 5 }])
  const names: string[] = []
  await read({ ...api, artifacts: async (id, prefix) => (names.push(prefix), api.artifacts(id, prefix)) }, { prefix: 'parity-' })
  expect(names).toStrictEqual(['parity-baseline-'])
})
