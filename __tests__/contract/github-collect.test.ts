import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { artifactName, collectSnapshots } from '../../src/github/index.js'
import { canonicalJson, type Job } from '../../src/snapshot/index.js'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'
import { fullSnapshot } from '../unit/snapshot/full-snapshot.js'

const options = { attempt: 2, prefix: 'goparity-', concurrency: 8 }

describe('the snapshots of a run, from GitHub', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(async () => {
    await lab.close()
  })

  function place(run: number, leg: number, attempt: number): number {
    const job: Job = {
      ...fullSnapshot.job,
      id: `github:${fullSnapshot.job.workflow ?? ''}#test{"n":${String(leg)}}`,
      name: 'test',
      matrix: { n: leg },
    }
    const name = artifactName('goparity-', job, String(attempt))
    return lab.github.placeArtifact({
      run,
      name,
      zip: Buffer.from(zipSync({ [`${name}.json`]: strToU8(canonicalJson({ ...fullSnapshot, job })) })),
    })
  }

  it('of 256 jobs, each with a second attempt that counts, whatever else lies there', async () => {
    for (let leg = 0; leg < 256; leg += 1) {
      place(1, leg, 2)
      place(1, leg, 1)
    }
    for (let index = 0; index < 50; index += 1)
      lab.github.placeArtifact({ run: 1, name: `goparity-report-${String(index)}`, zip: Buffer.from('x') })
    const before = lab.github.requests.length
    const { snapshots, refused, artifacts } = await collectSnapshots(lab.client.runsApi, { runId: 1, ...options })
    expect({ jobs: new Set(snapshots.map(({ snapshot }) => snapshot.job.id)).size, refused, artifacts }).toStrictEqual({
      jobs: 256,
      refused: [],
      artifacts: 562,
    })
    expect(new Set(snapshots.map(({ attempt }) => attempt))).toStrictEqual(new Set([2]))
    // Six pages, and two requests for each download.
    expect(lab.github.requests.length - before).toBe(6 + 2 * 256)
  }, 60_000)

  it('survive trouble with some of them', async () => {
    const ids = Array.from({ length: 6 }, (_, leg) => place(2, leg, 1))
    const path = (leg: number): RegExp => new RegExp(`/artifacts/${String(ids[leg])}/zip`)
    lab.github.failNext(path(0), { status: 502 }, 2)
    lab.github.failNext(path(1), 'reset')
    lab.github.failNext(path(2), { status: 500 }, 3)
    lab.github.failNext(path(3), { status: 404, json: { message: 'Not Found' } })
    lab.github.expireArtifact(ids[4] ?? 0)
    const { snapshots, refused } = await collectSnapshots(lab.client.runsApi, { runId: 2, ...options })
    expect(new Set(snapshots.map(({ snapshot }) => snapshot.job.id.at(-2)))).toStrictEqual(new Set(['0', '1', '5']))
    expect(refused.map(({ why }) => why).toSorted()).toStrictEqual([
      `GitHub failed to download artifact ${String(ids[2])} (500)`,
      `GitHub found nothing when asked to download artifact ${String(ids[3])} (404)`,
      'it has expired: run the job again',
    ])
  })

  it('of a run without any are none', async () => {
    expect(await collectSnapshots(lab.client.runsApi, { runId: 3, ...options })).toStrictEqual({ snapshots: [], refused: [], artifacts: 0 })
  })

  it('cannot be read by who may not: the permission that is missing is named', async () => {
    const { runsApi } = await lab.open('ghs_nobody')
    await expect(collectSnapshots(runsApi, { runId: 1, ...options })).rejects.toMatchObject({
      code: 'github-failed',
      message: 'GitHub refused to list the artifacts of run 1 (403): Resource not accessible by integration',
      hint: expect.stringContaining('actions: read'),
    })
  })
})
