import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sha256 } from '../../src/host/index.js'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'

const CI = '.github/workflows/ci.yml'

describe('what is read of runs, artifacts and commits', () => {
  let lab: Lab
  const main: string[] = []
  let side = ''

  beforeAll(async () => {
    lab = await openLab()
    for (const text of ['1', '2', '3']) main.push(lab.commit({ file: text }))
    lab.git('checkout', '-q', '-b', 'feature/x', main[1] ?? '')
    side = lab.commit({ other: 'x' })
    // A tag with the name of the branch must not stand for it.
    lab.git('tag', 'main', side)
    lab.git('checkout', '-q', 'heads/main')
  })

  afterAll(async () => {
    await lab.close()
  })

  it('names the repository by its id and its default branch', async () => {
    expect(await lab.client.runsApi.repository()).toStrictEqual({ id: 1, fullName: 'octo/lab', defaultBranch: 'main' })
  })

  it('describes a run without the reference behind its workflow file', async () => {
    lab.github.registerRun({ id: 7, number: 3, attempt: 2, event: 'push', branch: 'main', sha: main[0] ?? '', path: `${CI}@main` })
    expect(await lab.client.runsApi.run(7)).toStrictEqual({
      id: 7,
      number: 3,
      attempt: 2,
      event: 'push',
      status: 'completed',
      conclusion: 'success',
      branch: 'main',
      sha: main[0],
      path: CI,
      repositoryId: 1,
      headRepositoryId: 1,
    })
  })

  it('gives null for a fork that was deleted, and for a run that is not there', async () => {
    lab.github.registerRun({
      id: 8,
      event: 'pull_request',
      branch: null,
      sha: side,
      path: CI,
      headRepositoryId: null,
      status: 'in_progress',
    })
    expect(await lab.client.runsApi.run(8)).toMatchObject({
      status: 'in_progress',
      conclusion: null,
      branch: null,
      repositoryId: 1,
      headRepositoryId: null,
    })
    expect(await lab.client.runsApi.run(9)).toBeNull()
  })

  it('lists the runs of a workflow file on a branch, the highest number first, over all pages and not more than asked for', async () => {
    for (let id = 1000; id < 1230; id += 1)
      lab.github.registerRun({
        id,
        number: id,
        event: 'push',
        branch: 'release',
        sha: main[id % 2] ?? '',
        path: '.github/workflows/release.yml',
      })
    const query = { workflow: '.github/workflows/release.yml', branch: 'release' }
    const all = await lab.client.runsApi.runs({ ...query, limit: 1000 })
    expect(all.map(({ number }) => number)).toStrictEqual(Array.from({ length: 230 }, (_, index) => 1229 - index))
    const some = await lab.client.runsApi.runs({ ...query, limit: 101 })
    expect(some.map(({ number }) => number)).toStrictEqual(all.slice(0, 101).map(({ number }) => number))
    const ofCommit = await lab.client.runsApi.runs({ ...query, headSha: main[1] ?? '', limit: 1000 })
    expect(ofCommit.map(({ number }) => number)).toStrictEqual(all.map(({ number }) => number).filter((number) => number % 2 === 1))
    expect(await lab.client.runsApi.runs({ ...query, branch: 'none', limit: 5 })).toStrictEqual([])
  })

  it('finds no runs of a workflow that is not there', async () => {
    expect(await lab.client.runsApi.runs({ workflow: '.github/workflows/gone.yml', branch: 'main', limit: 5 })).toStrictEqual([])
  })

  it.each([0, 1, 99, 100, 101, 256, 301])('lists %i artifacts of a run, every page, by the prefix of their names', async (count) => {
    const run = 20_000 + count
    for (let index = 0; index < count; index += 1)
      lab.github.placeArtifact({ run, name: `goparity-${String(index)}`, zip: Buffer.from('x') })
    lab.github.placeArtifact({ run, name: 'coverage', zip: Buffer.from('x') })
    const found = await lab.client.runsApi.artifacts(run, 'goparity-')
    expect(new Set(found.map(({ name }) => name)).size).toBe(count)
    const pages = lab.github.requests.filter((request) => request.includes(`/runs/${String(run)}/artifacts`))
    expect(pages).toHaveLength(Math.ceil((count + 1) / 100))
  })

  it('describes an artifact with its digest, its run and whose it is', async () => {
    const sha = main[0] ?? ''
    lab.github.registerRun({ id: 31, event: 'push', branch: 'main', sha, path: CI, headRepositoryId: null })
    const id = lab.github.placeArtifact({ run: 31, name: 'a', zip: Buffer.from('zip') })
    const old = lab.github.placeArtifact({ run: 31, name: 'b', zip: Buffer.from('zip'), digest: null })
    lab.github.expireArtifact(old)
    const facts = { sizeBytes: 3, runId: 31, repositoryId: 1, headRepositoryId: null }
    expect(await lab.client.runsApi.artifacts(31, '')).toStrictEqual([
      { ...facts, id: old, name: 'b', expired: true, digest: null },
      { ...facts, id, name: 'a', expired: false, digest: `sha256:${sha256('zip')}` },
    ])
    lab.github.deleteArtifact(id)
    expect(await lab.client.runsApi.artifacts(31, 'a')).toStrictEqual([])
  })

  it('says whether a commit can be reached from a branch, whatever tag has its name', async () => {
    const api = lab.client.runsApi
    const answers = await Promise.all([
      ...main.map(async (sha) => api.isOnBranch(sha, 'main')),
      api.isOnBranch(side, 'main'),
      api.isOnBranch(side, 'feature/x'),
      api.isOnBranch(main[2] ?? '', 'feature/x'),
      api.isOnBranch(main[0] ?? '', 'gone'),
      api.isOnBranch('f'.repeat(40), 'main'),
    ])
    expect(answers).toStrictEqual([true, true, true, false, true, false, false, false])
  })

  it('lists a commit and those before it in the order of the log, over pages', async () => {
    const api = lab.client.runsApi
    expect(await api.ancestors(side, 250)).toStrictEqual([side, main[1], main[0]])
    expect(await api.ancestors(side, 2)).toStrictEqual([side, main[1]])
    expect(await api.ancestors('f'.repeat(40), 10)).toStrictEqual([])
    lab.git('checkout', '-q', '--orphan', 'long')
    const long = Array.from({ length: 103 }, () => lab.commit({})).toReversed()
    expect(await api.ancestors(long[0] ?? '', 250)).toStrictEqual(long)
    expect(await api.ancestors(long[0] ?? '', 102)).toStrictEqual(long.slice(0, 102))
    lab.git('checkout', '-q', 'heads/main')
  })
})
