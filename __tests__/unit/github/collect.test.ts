import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { RunArtifact, RunsApi } from '../../../src/baseline/index.js'
import { ParityError } from '../../../src/errors.js'
import { artifactName, collectSnapshots, type Collected } from '../../../src/github/index.js'
import { sha256 } from '../../../src/host/index.js'
import { canonicalJson, type Job, type Snapshot } from '../../../src/snapshot/index.js'
import { fullSnapshot } from '../snapshot/full-snapshot.js'

const PREFIX = 'goparity-'
const RUN = 12

function jobOf(name: string): Job {
  return { ...fullSnapshot.job, id: `github:${fullSnapshot.job.workflow ?? ''}#${name}`, name, matrix: {} }
}

function snapshotOf(name: string): Snapshot {
  return { ...fullSnapshot, job: jobOf(name) }
}

function textOf(name: string): string {
  return canonicalJson(snapshotOf(name))
}

/** An artifact and what a download of it gives. */
interface Stored {
  readonly facts: RunArtifact
  readonly zip: Uint8Array
}

let lastId = 0

function stored(name: string, files: Zippable, facts: Partial<RunArtifact> = {}): Stored {
  const zip = zipSync(files)
  lastId += 1
  const whose = { runId: RUN, repositoryId: 1, headRepositoryId: 1 }
  return { zip, facts: { id: lastId, name, sizeBytes: zip.length, expired: false, digest: `sha256:${sha256(zip)}`, ...whose, ...facts } }
}

/** What the recorder of a job uploads. */
function recorded(job: string, attempt = 1, facts: Partial<RunArtifact> = {}): Stored {
  const name = artifactName(PREFIX, jobOf(job), String(attempt))
  return stored(name, { [`${name}.json`]: strToU8(textOf(job)) }, facts)
}

function nameOf(job: string, attempt = 1): string {
  return artifactName(PREFIX, jobOf(job), String(attempt))
}

async function unexpected(): Promise<never> {
  throw new Error('this is not asked for')
}

function apiOf(artifacts: readonly Stored[], downloads: number[] = []): RunsApi {
  return {
    repository: unexpected,
    run: unexpected,
    runs: unexpected,
    isOnBranch: unexpected,
    ancestors: unexpected,
    async artifacts(runId, prefix) {
      expect(runId).toBe(RUN)
      return artifacts.map(({ facts }) => facts).filter(({ name }) => name.startsWith(prefix))
    },
    async download(id) {
      downloads.push(id)
      const found = artifacts.find(({ facts }) => facts.id === id && id > 0)
      if (found === undefined) throw new ParityError('github-failed', 'GitHub found nothing when asked to download it (404)')
      return found.zip
    },
  }
}

async function collect(artifacts: readonly Stored[], attempt = 1, downloads: number[] = []): Promise<Collected> {
  return collectSnapshots(apiOf(artifacts, downloads), { runId: RUN, attempt, prefix: PREFIX, concurrency: 8 })
}

describe('collectSnapshots', () => {
  it('reads one snapshot of each job, in the order of their names', async () => {
    expect(await collect([recorded('test'), recorded('Build'), recorded('build')])).toStrictEqual({
      snapshots: ['Build', 'build', 'test'].map((name) => ({ name: nameOf(name), snapshot: snapshotOf(name), attempt: 1 })),
      refused: [],
      artifacts: 3,
    })
  })

  it('takes the newest attempt of each job that is not after this one', async () => {
    const downloads: number[] = []
    const all = [recorded('a', 1), recorded('b', 3), recorded('b', 10), recorded('b', 2), recorded('a', 11), recorded('c', 11)]
    const { snapshots, refused } = await collect(all, 10, downloads)
    expect(snapshots.map(({ name, attempt }) => [name, attempt])).toStrictEqual([
      [nameOf('a', 1), 1],
      [nameOf('b', 10), 10],
    ])
    expect(refused).toStrictEqual([])
    expect(downloads).toHaveLength(2)
  })

  it('leaves everything else alone: baselines, reports, artifacts of others', async () => {
    const digest = nameOf('x').slice(-14, -2)
    const others = [
      'goparity-baseline-1',
      'goparity-report-1',
      'goparity-dist',
      `goparity-${digest}-1`,
      `goparity-x-${digest}`,
      `goparity-x-${digest}-0`,
      `goparity-x-${digest}-01`,
      `goparity-x-${digest}-1.5`,
      `goparity-x-${digest.slice(1)}-1`,
      `goparity-x-${digest.toUpperCase()}z-1`,
      'coverage',
    ].map((name) => stored(name, { 'a.txt': strToU8('x') }))
    const downloads: number[] = []
    expect(await collect(others, 1, downloads)).toStrictEqual({ snapshots: [], refused: [], artifacts: others.length - 1 })
    expect(downloads).toStrictEqual([])
  })

  it('reads jobs that are called baseline and report', async () => {
    const { snapshots } = await collect([recorded('baseline'), recorded('report')])
    expect(snapshots.map(({ snapshot }) => snapshot.job.name)).toStrictEqual(['baseline', 'report'])
  })

  it('leaves the same job under a longer prefix to the report that reads that', async () => {
    const name = artifactName('goparity-api-', jobOf('test'), '1')
    const other = stored(name, { 'a.json': strToU8(textOf('test')) })
    const { snapshots, refused } = await collect([other, recorded('test')])
    expect({ names: snapshots.map((one) => one.name), refused }).toStrictEqual({ names: [nameOf('test')], refused: [] })
  })

  const bad: readonly (readonly [string, Stored, RegExp])[] = [
    ['expired', recorded('bad', 1, { expired: true }), /^it has expired: run the job again$/],
    ['said to be too large', recorded('bad', 1, { sizeBytes: 16 * 1024 * 1024 + 1 }), /larger than the 16777216 bytes/],
    ['with another digest', recorded('bad', 1, { digest: `sha256:${'0'.repeat(64)}` }), /do not have the digest that GitHub names$/],
    ['with a digest of another kind', recorded('bad', 1, { digest: 'md5:0' }), /do not have the digest/],
    ['that is no zip', { ...recorded('bad', 1, { digest: null }), zip: strToU8('no zip') }, /^the zip is refused: /],
    ['with nothing in it', stored(nameOf('bad'), {}), /exactly one \.json file$/],
    ['with two snapshots', stored(nameOf('bad'), { 'a.json': strToU8(textOf('bad')), 'b.json': strToU8(textOf('bad')) }), /exactly one/],
    ['with something beside it', stored(nameOf('bad'), { 'a.json': strToU8(textOf('bad')), 'b.sh': strToU8('x') }), /exactly one/],
    [
      'with too many files',
      stored(nameOf('bad'), Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((n) => [`${n}.json`, strToU8('{}')]))),
      /at most 4/,
    ],
    ['that leads out of the archive', stored(nameOf('bad'), { '../a.json': strToU8(textOf('bad')) }), /^the zip is refused: /],
    ['with no snapshot', stored(nameOf('bad'), { 'a.json': strToU8('{"schema":"goparity/snapshot/1"}') }), /cannot be read/],
    ['that is no UTF-8', stored(nameOf('bad'), { 'a.json': Uint8Array.of(0x22, 0xff, 0x22) }), /utf-8/i],
    [
      'of a later version',
      stored(nameOf('bad'), { 'a.json': strToU8('{"schema":"goparity/snapshot/2"}') }),
      /was written by a later goparity/,
    ],
    [
      'of a job whose id is another one’s',
      stored(nameOf('bad'), { 'a.json': strToU8(textOf('bad').replace('"name": "bad"', '"name": "good"')) }),
      /^the id of its job is not what its name and matrix make$/,
    ],
    ['of another job', stored(nameOf('bad'), { 'a.json': strToU8(textOf('good')) }), /^it is of another job than its name says$/],
    ['that is gone', { zip: strToU8(''), facts: { ...recorded('bad').facts, id: 0 } }, /\(404\)$/],
  ]

  it.each(bad)('refuses an artifact %s, and loses no other by it', async (_what, one, why) => {
    const { snapshots, refused } = await collect([recorded('a'), one, recorded('z')])
    expect(snapshots.map(({ snapshot }) => snapshot.job.name)).toStrictEqual(['a', 'z'])
    expect(refused).toStrictEqual([{ name: nameOf('bad'), why: expect.stringMatching(why) }])
  })

  it('does not fall back to an older attempt of a job whose newest one is bad', async () => {
    const { snapshots, refused } = await collect([recorded('a', 1), recorded('a', 2, { expired: true })], 2)
    expect({ snapshots, refused: refused.map(({ name }) => name) }).toStrictEqual({ snapshots: [], refused: [nameOf('a', 2)] })
  })

  it('reads an artifact for which GitHub names no digest', async () => {
    expect((await collect([recorded('a', 1, { digest: null })])).snapshots).toHaveLength(1)
  })

  it('reads 256 jobs and refuses the rest', async () => {
    const jobs = Array.from({ length: 258 }, (_, index) => `job-${String(index).padStart(3, '0')}`)
    const { snapshots, refused } = await collect(jobs.map((job) => recorded(job)))
    expect(snapshots).toHaveLength(256)
    expect(refused.map(({ name }) => name)).toStrictEqual([nameOf('job-256'), nameOf('job-257')])
    expect(refused[0]?.why).toBe('at most 256 jobs are read, and this one comes after them')
  })

  it('downloads no more at once than it was told', async () => {
    let now = 0
    let most = 0
    const all = Array.from({ length: 20 }, (_, index) => recorded(`job-${String(index)}`))
    const api = apiOf(all)
    const counting: RunsApi = {
      ...api,
      async download(id, maxBytes) {
        now += 1
        most = Math.max(most, now)
        const bytes = await api.download(id, maxBytes)
        now -= 1
        return bytes
      },
    }
    const { snapshots } = await collectSnapshots(counting, { runId: RUN, attempt: 1, prefix: PREFIX, concurrency: 3 })
    expect({ found: snapshots.length, most }).toStrictEqual({ found: 20, most: 3 })
  })

  it('rejects when the artifacts cannot be listed', async () => {
    const refusal = new ParityError('github-failed', 'no')
    const api: RunsApi = { ...apiOf([]), artifacts: async () => Promise.reject(refusal) }
    await expect(collectSnapshots(api, { runId: RUN, attempt: 1, prefix: PREFIX, concurrency: 8 })).rejects.toBe(refusal)
  })
})
