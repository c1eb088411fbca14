import pLimit from 'p-limit'
import type { RunArtifact, RunsApi } from '../baseline/index.js'
import { readZip } from '../archive/index.js'
import { toError } from '../errors.js'
import { sha256 } from '../host/index.js'
import { byteOrder, isOwnId, parseSnapshot, type Snapshot } from '../snapshot/index.js'
import { artifactName, jobDigest } from './artifact.js'

/** Whose snapshots are wanted. */
export interface CollectOptions {
  readonly runId: number
  /** Of the run as it stands: what a later one left is not of this report. */
  readonly attempt: number
  /** `artifact-prefix` of the recorders. */
  readonly prefix: string
  /** Downloads at once. */
  readonly concurrency: number
}

/** A snapshot, where it came from, and of which attempt it is. */
export interface CollectedSnapshot {
  /** Name of the artifact. */
  readonly name: string
  readonly snapshot: Snapshot
  readonly attempt: number
}

/** What the jobs of a run left. */
export interface Collected {
  /** One a job, the newest attempt of each, in the order of their names. */
  readonly snapshots: readonly CollectedSnapshot[]
  /** What was left as a snapshot and cannot be used; `why` is a sentence without a full stop. */
  readonly refused: readonly { readonly name: string; readonly why: string }[]
  /** Artifacts of the run with that prefix, of whatever kind and attempt. */
  readonly artifacts: number
}

/** What a matrix may have, GitHub Actions' limits. */
const MAX_JOBS = 256
const MAX_ZIP_BYTES = 16 * 1024 * 1024
const MAX_SNAPSHOT_BYTES = 32 * 1024 * 1024
/** Of all snapshots together: some hundred times what a real matrix has. */
const MAX_TOTAL_BYTES = 512 * 1024 * 1024
/** A recorder writes one file; the rest is room for a reader's better message. */
const MAX_ENTRIES = 4

interface Candidate {
  readonly artifact: RunArtifact
  /** Its name without the attempt: one job. */
  readonly stem: string
  readonly digest: string
  readonly attempt: number
}

/** A name as `artifactName` makes it; `null` for everything else, baselines and reports among it. */
function readName(artifact: RunArtifact, prefix: string): Candidate | null {
  const { name } = artifact
  const [, stem, digest, attempt] = /^(.*-([0-9a-f]{12}))-([1-9]\d{0,8})$/s.exec(name.slice(prefix.length)) ?? []
  if (stem === undefined || digest === undefined || attempt === undefined) return null
  return { artifact, stem, digest, attempt: Number(attempt) }
}

/** The newest attempt of each job, in the order of their names. */
function newestOfEach(candidates: readonly Candidate[], attempt: number): readonly Candidate[] {
  const newest = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const known = newest.get(candidate.stem)
    if (candidate.attempt <= attempt && (known === undefined || known.attempt < candidate.attempt)) newest.set(candidate.stem, candidate)
  }
  return [...newest.values()].toSorted((a, b) => byteOrder(a.stem, b.stem))
}

/** Bytes of the one snapshot in an artifact. Throws what stands against it. */
async function readArtifact(api: RunsApi, { artifact }: Candidate): Promise<Uint8Array> {
  if (artifact.expired) throw new Error('it has expired: run the job again')
  if (artifact.sizeBytes > MAX_ZIP_BYTES) throw new Error(`it is larger than the ${String(MAX_ZIP_BYTES)} bytes that are read`)
  const zip = await api.download(artifact.id, MAX_ZIP_BYTES)
  if (artifact.digest !== null && artifact.digest !== `sha256:${sha256(zip)}`)
    throw new Error('its bytes are not those that were uploaded: they do not have the digest that GitHub names')
  const files = readZip(zip, { entries: MAX_ENTRIES, entryBytes: MAX_SNAPSHOT_BYTES, totalBytes: MAX_SNAPSHOT_BYTES })
  const [file, ...others] = files.filter(({ name }) => name.endsWith('.json'))
  if (file === undefined || others.length > 0 || files.length > 1) throw new Error('it does not hold exactly one .json file')
  return file.bytes
}

/**
 * The snapshots that the recorders of a run uploaded. One that cannot be used loses no other. Rejects with `github-failed`
 * only when the artifacts cannot be listed.
 */
export async function collectSnapshots(api: RunsApi, { runId, attempt, prefix, concurrency }: CollectOptions): Promise<Collected> {
  const artifacts = await api.artifacts(runId, prefix)
  const named = artifacts.map((artifact) => readName(artifact, prefix)).filter((one) => one !== null)
  const chosen = newestOfEach(named, attempt)
  const refused: { name: string; why: string }[] = []
  let total = 0

  async function collect(candidate: Candidate): Promise<CollectedSnapshot | null> {
    const { artifact, digest } = candidate
    const { name } = artifact
    try {
      const bytes = await readArtifact(api, candidate)
      total += bytes.length
      if (total > MAX_TOTAL_BYTES)
        throw new Error(`the snapshots of this run have more than the ${String(MAX_TOTAL_BYTES)} bytes that are read`)
      const snapshot = parseSnapshot(new TextDecoder('utf-8', { fatal: true }).decode(bytes), name)
      if (!isOwnId(snapshot.job)) throw new Error('the id of its job is not what its name and matrix make')
      if (jobDigest(snapshot.job) !== digest) throw new Error('it is of another job than its name says')
      // The same job under a longer prefix, which another report reads.
      return name === artifactName(prefix, snapshot.job, String(candidate.attempt)) ? { name, snapshot, attempt: candidate.attempt } : null
    } catch (error) {
      refused.push({ name, why: toError(error).message.replace(/\.$/, '') })
      return null
    }
  }

  const limit = pLimit(concurrency)
  const found = await Promise.all(chosen.slice(0, MAX_JOBS).map(async (one) => limit(collect, one)))
  for (const { artifact } of chosen.slice(MAX_JOBS))
    refused.push({ name: artifact.name, why: `at most ${String(MAX_JOBS)} jobs are read, and this one comes after them` })
  return {
    snapshots: found.filter((one) => one !== null),
    refused: refused.toSorted((a, b) => byteOrder(a.name, b.name)),
    artifacts: artifacts.length,
  }
}
