import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Answer } from './answer.js'
import type { BlobStore } from './blobs.js'

/** An artifact that was finished. */
export interface StoredArtifact {
  readonly id: number
  readonly run: string
  readonly name: string
  /** Bytes of the zip, as the client said. */
  readonly size: number
  /** `sha256:…`, as the client said. */
  readonly digest: string | null
  /** ISO time, or null for the repository's own retention. */
  readonly expires: string | null
  /** By a test's word. */
  readonly expired: boolean
}

/** An artifact that a test puts there. */
export interface PlacedArtifact {
  readonly run: number
  readonly name: string
  readonly zip: Buffer
  /** Default: that of the zip. */
  readonly digest?: string | null
  /** Bytes as the API says them; default those of the zip. */
  readonly size?: number
}

export interface ResultsService {
  /** Artifacts that were uploaded and finished, in order. */
  artifacts(): readonly StoredArtifact[]
  cacheKeys(): readonly string[]
  /** Gives its id. */
  place(artifact: PlacedArtifact): number
  expire(id: number): void
  remove(id: number): void
  /** `run` is the workflow run of the caller's token. */
  answer(method: string, body: unknown, run: string): Answer
}

const CreateArtifact = v.object({
  workflow_run_backend_id: v.string(),
  workflow_job_run_backend_id: v.string(),
  name: v.pipe(v.string(), v.minLength(1), v.regex(/^[^":<>|*?\r\n\\/]+$/)),
  version: v.number(),
  mime_type: v.optional(v.string()),
  expires_at: v.optional(v.string()),
})
const FinalizeArtifact = v.object({
  workflow_run_backend_id: v.string(),
  name: v.string(),
  size: v.union([v.string(), v.number()]),
  hash: v.optional(v.string()),
})
const ListArtifacts = v.object({
  workflow_run_backend_id: v.string(),
  workflow_job_run_backend_id: v.string(),
  name_filter: v.optional(v.string()),
  id_filter: v.optional(v.string()),
})
const NamedArtifact = v.object({ workflow_run_backend_id: v.string(), name: v.string() })
const CacheEntry = v.object({ key: v.string(), version: v.string() })
const CacheLookup = v.object({ key: v.string(), version: v.string(), restore_keys: v.optional(v.array(v.string()), []) })

function refused(status: number, code: string, msg: string): Answer {
  return { status, json: { code, msg } }
}

/** Artifact service v4 and cache service v2, as the toolkit's clients call them. */
export function createResultsService(blobs: BlobStore): ResultsService {
  let lastId = 1000
  const artifacts: (Omit<StoredArtifact, 'size'> & { readonly size: number | null })[] = []
  const caches: { readonly id: number; readonly key: string; readonly version: string; finished: boolean }[] = []

  const finished = (): readonly StoredArtifact[] => artifacts.flatMap((one) => (one.size === null ? [] : [{ ...one, size: one.size }]))
  const find = (run: string, name: string): StoredArtifact | undefined => finished().find((one) => one.run === run && one.name === name)

  const methods: Readonly<Record<string, (body: unknown) => Answer>> = {
    'ArtifactService/CreateArtifact'(body) {
      const asked = v.parse(CreateArtifact, body)
      if (find(asked.workflow_run_backend_id, asked.name) !== undefined) {
        return refused(409, 'already_exists', 'an artifact with this name already exists on the workflow run')
      }
      const id = ++lastId
      artifacts.push({
        id,
        run: asked.workflow_run_backend_id,
        name: asked.name,
        size: null,
        digest: null,
        expires: asked.expires_at ?? null,
        expired: false,
      })
      return { status: 200, json: { ok: true, signed_upload_url: blobs.sign(`artifact-${id}`) } }
    },
    'ArtifactService/FinalizeArtifact'(body) {
      const asked = v.parse(FinalizeArtifact, body)
      const index = artifacts.findLastIndex((one) => one.run === asked.workflow_run_backend_id && one.name === asked.name)
      const found = artifacts[index]
      if (found === undefined) return refused(404, 'not_found', 'artifact not found')
      const stored = blobs.read(`artifact-${found.id}`)
      if (stored === undefined || stored.length !== Number(asked.size)) {
        return refused(400, 'invalid_argument', `size is ${String(asked.size)}, stored are ${stored?.length ?? 'no'} bytes`)
      }
      artifacts[index] = { ...found, size: stored.length, digest: asked.hash ?? null }
      return { status: 200, json: { ok: true, artifact_id: String(found.id) } }
    },
    'ArtifactService/ListArtifacts'(body) {
      const asked = v.parse(ListArtifacts, body)
      const listed = finished().filter(
        (one) =>
          one.run === asked.workflow_run_backend_id &&
          (asked.name_filter === undefined || asked.name_filter === one.name) &&
          (asked.id_filter === undefined || asked.id_filter === String(one.id)),
      )
      return {
        status: 200,
        json: {
          artifacts: listed.map((one) => ({
            workflow_run_backend_id: one.run,
            workflow_job_run_backend_id: asked.workflow_job_run_backend_id,
            database_id: String(one.id),
            name: one.name,
            size: String(one.size),
            created_at: '2020-01-01T00:00:00Z',
            digest: one.digest,
          })),
        },
      }
    },
    'ArtifactService/GetSignedArtifactURL'(body) {
      const asked = v.parse(NamedArtifact, body)
      const found = find(asked.workflow_run_backend_id, asked.name)
      if (found === undefined) return refused(404, 'not_found', 'artifact not found')
      return { status: 200, json: { signed_url: blobs.sign(`artifact-${found.id}`) } }
    },
    'ArtifactService/DeleteArtifact'(body) {
      const asked = v.parse(NamedArtifact, body)
      const index = artifacts.findIndex((one) => one.run === asked.workflow_run_backend_id && one.name === asked.name)
      const [gone] = index < 0 ? [] : artifacts.splice(index, 1)
      if (gone === undefined) return refused(404, 'not_found', 'artifact not found')
      return { status: 200, json: { ok: true, artifact_id: String(gone.id) } }
    },
    'CacheService/CreateCacheEntry'(body) {
      const asked = v.parse(CacheEntry, body)
      if (caches.some((one) => one.key === asked.key && one.version === asked.version)) {
        return refused(409, 'already_exists', 'cache entry with the same key, version, and scope already exists')
      }
      const id = ++lastId
      caches.push({ id, key: asked.key, version: asked.version, finished: false })
      return { status: 200, json: { ok: true, signed_upload_url: blobs.sign(`cache-${id}`) } }
    },
    'CacheService/FinalizeCacheEntryUpload'(body) {
      const asked = v.parse(CacheEntry, body)
      const found = caches.find((one) => one.key === asked.key && one.version === asked.version)
      if (found === undefined) return refused(404, 'not_found', 'cache entry not found')
      found.finished = true
      return { status: 200, json: { ok: true, entry_id: String(found.id) } }
    },
    'CacheService/GetCacheEntryDownloadURL'(body) {
      const asked = v.parse(CacheLookup, body)
      const usable = caches.filter((one) => one.finished && one.version === asked.version).toReversed()
      const exact = usable.find((one) => one.key === asked.key)
      const near = asked.restore_keys.map((prefix) => usable.find((one) => one.key.startsWith(prefix))).find((one) => one !== undefined)
      const found = exact ?? near
      if (found === undefined) return { status: 200, json: { ok: false } }
      return { status: 200, json: { ok: true, signed_download_url: blobs.sign(`cache-${found.id}`), matched_key: found.key } }
    },
  }

  return {
    artifacts: finished,
    place({ run, name, zip, digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`, size = zip.length }) {
      const id = ++lastId
      artifacts.push({ id, run: String(run), name, size, digest, expires: null, expired: false })
      blobs.write(`artifact-${id}`, zip)
      return id
    },
    expire(id) {
      const at = artifacts.findIndex((one) => one.id === id)
      const found = artifacts[at]
      if (found === undefined) throw new Error(`there is no artifact ${id}`)
      artifacts[at] = { ...found, expired: true }
    },
    remove(id) {
      const at = artifacts.findIndex((one) => one.id === id)
      if (at < 0) throw new Error(`there is no artifact ${id}`)
      artifacts.splice(at, 1)
    },
    cacheKeys: () => caches.filter((one) => one.finished).map((one) => one.key),
    answer(method, body, run) {
      const call = methods[method]
      if (call === undefined) return refused(404, 'bad_route', method)
      const named = v.safeParse(v.object({ workflow_run_backend_id: v.string() }), body)
      if (named.success && named.output.workflow_run_backend_id !== run) {
        return refused(403, 'permission_denied', 'the token belongs to another workflow run')
      }
      return call(body)
    },
  }
}
