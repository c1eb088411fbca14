import { dirname } from 'node:path'
import { toError } from '../errors.js'
import { sha256 } from '../host/index.js'
import type { Degrade } from '../report/index.js'
import type { Job } from '../snapshot/index.js'

/** What came of an upload. `id` is `null` when the service gave none. */
export interface UploadedArtifact {
  readonly name: string
  readonly id: number | null
}

/** Letters of a job's name in the artifact's name: enough to recognise it, and the digest tells jobs apart. */
const NAME_LETTERS = 60

/** The identity of a job in 12 hex digits: types of matrix values are part of it, so 1.2 and "1.2" and "1.20" differ. */
export function jobDigest(job: Job): string {
  return sha256(job.id).slice(0, 12)
}

/** An artifact name that no other job of the run has, and no other attempt: `goparity-test-0123456789ab-1`. Only [A-Za-z0-9._-]. */
export function artifactName(prefix: string, job: Job, attempt: string): string {
  const name = job.name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, NAME_LETTERS)
  return `${prefix}${name === '' ? 'job' : name}-${jobDigest(job)}-${attempt}`
}

/** The part of @actions/artifact that is used. */
export interface ArtifactClient {
  uploadArtifact(name: string, files: string[], root: string, options: { retentionDays?: number }): Promise<{ id?: number }>
}

async function defaultClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact')
  return new DefaultArtifactClient()
}

function whyNot(error: unknown, name: string): string {
  const { message } = toError(error)
  if (/\b409\b|already exists/i.test(message))
    return `this run already has an artifact ${name}: two jobs or two steps of this job have the same identity; give one of them its own artifact-prefix`
  if (/GHES/.test(`${toError(error).name} ${message}`))
    return 'GitHub Enterprise Server has no artifact service of this version: upload the file with actions/upload-artifact@v3, and give the report job what actions/download-artifact@v3 fetched by its input snapshots'
  if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(message)) return 'this runner offers no artifact service'
  return message.split('\n', 1)[0] ?? message
}

/**
 * Uploads one file as an artifact; `what` names it to people. A failure is a degrade, never an error: the verdict does not
 * rest on a sink.
 */
export async function uploadFile(
  file: string,
  name: string,
  retentionDays: number | undefined,
  what: string = 'artifact',
  makeClient: () => Promise<ArtifactClient> = defaultClient,
): Promise<UploadedArtifact | Degrade> {
  try {
    const client = await makeClient()
    const { id } = await client.uploadArtifact(name, [file], dirname(file), retentionDays === undefined ? {} : { retentionDays })
    return { name, id: id ?? null }
  } catch (error) {
    return { what, why: whyNot(error, name) }
  }
}

/** `uploadFile` for what a job recorded. */
export async function uploadSnapshot(
  file: string,
  name: string,
  retentionDays: number | undefined,
  makeClient?: () => Promise<ArtifactClient>,
): Promise<UploadedArtifact | Degrade> {
  return uploadFile(file, name, retentionDays, 'artifact with the snapshot', makeClient)
}
