import { apiError, pageOf, type Answer } from './answer.js'
import type { BlobStore } from './blobs.js'
import type { ApiDescription } from './openapi.js'
import type { ResultsService } from './twirp.js'

/** A workflow run that a test declares. */
export interface DeclaredRun {
  readonly id: number
  readonly event: string
  /** Without `refs/heads/`; `null`: the API does not say. */
  readonly branch: string | null
  readonly sha: string
  /** As the API gives it: some answers have `@ref` behind it. */
  readonly path: string
  /** Default: the id. */
  readonly number?: number
  /** Default 1. */
  readonly attempt?: number
  /** Default `completed`. */
  readonly status?: string
  /** Default `success` of a completed run. */
  readonly conclusion?: string | null
  /** Default: this repository. */
  readonly repositoryId?: number
  /** Default: this repository; `null`: it is gone. */
  readonly headRepositoryId?: number | null
}

/** The read operations on runs and their artifacts. */
export interface ActionsApi {
  register(run: DeclaredRun): void
  run(id: number): Answer
  runsOf(workflow: string, query: URLSearchParams): Answer
  artifactsOf(run: string, query: URLSearchParams): Answer
  zip(artifact: number): Answer
}

export function createActionsApi(description: ApiDescription, results: ResultsService, blobs: BlobStore, repositoryId: number): ActionsApi {
  const runs = new Map<number, DeclaredRun>()

  function describe(run: DeclaredRun): object {
    const { status = 'completed', headRepositoryId = repositoryId } = run
    return description.complete('workflow-run', {
      id: run.id,
      name: 'ci',
      event: run.event,
      head_branch: run.branch,
      head_sha: run.sha,
      path: run.path,
      run_number: run.number ?? run.id,
      run_attempt: run.attempt ?? 1,
      status,
      conclusion: run.conclusion === undefined ? (status === 'completed' ? 'success' : null) : run.conclusion,
      pull_requests: [],
      repository: description.complete('minimal-repository', { id: run.repositoryId ?? repositoryId }),
      head_repository: headRepositoryId === null ? null : description.complete('minimal-repository', { id: headRepositoryId }),
    })
  }

  return {
    register(run) {
      runs.set(run.id, run)
    },
    run(id) {
      const found = runs.get(id)
      return found === undefined ? apiError(404, 'Not Found') : { status: 200, json: describe(found) }
    },
    runsOf(workflow, query) {
      const ofFile = [...runs.values()].filter(({ path }) => path.replace(/@.*$/s, '') === `.github/workflows/${workflow}`)
      if (ofFile.length === 0) return apiError(404, 'Not Found')
      const wanted = (name: string, value: string | null): boolean => !query.has(name) || query.get(name) === value
      const found = ofFile
        .filter((run) => wanted('branch', run.branch) && wanted('head_sha', run.sha) && wanted('status', run.status ?? 'completed'))
        .toSorted((a, b) => b.id - a.id)
      return { status: 200, json: { total_count: found.length, workflow_runs: pageOf(found, query, 100).map(describe) } }
    },
    artifactsOf(run, query) {
      const found = results
        .artifacts()
        .filter((one) => one.run === run && (!query.has('name') || query.get('name') === one.name))
        .toReversed()
      const declared = runs.get(Number(run))
      const artifacts = pageOf(found, query, 100).map(({ id, name, size, digest, expired }) =>
        description.complete('artifact', {
          id,
          name,
          size_in_bytes: size,
          digest,
          expired,
          workflow_run: {
            id: Number(run),
            repository_id: declared?.repositoryId ?? repositoryId,
            head_repository_id: declared?.headRepositoryId === undefined ? repositoryId : declared.headRepositoryId,
            head_branch: declared?.branch ?? 'gone',
            head_sha: declared?.sha ?? '',
          },
        }),
      )
      return { status: 200, json: { total_count: found.length, artifacts } }
    },
    zip(artifact) {
      const found = results.artifacts().find(({ id }) => id === artifact)
      if (found === undefined) return apiError(404, 'Not Found')
      if (found.expired) return apiError(410, 'Artifact has expired')
      return { status: 302, headers: { location: blobs.sign(`artifact-${String(artifact)}`) } }
    },
  }
}
