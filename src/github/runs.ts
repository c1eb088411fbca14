import * as v from 'valibot'
import type { RepositoryFacts, RunArtifact, RunsApi, WorkflowRun } from '../baseline/index.js'
import type { Asker } from './ask.js'
import { downloadArtifact } from './download.js'
import { MAX_ARTIFACTS, readPages, refuseMore } from './pages.js'

const Id = v.pipe(v.number(), v.safeInteger())
const WithId = v.nullish(v.object({ id: Id }))

const Repository = v.pipe(
  v.object({ id: Id, full_name: v.string(), default_branch: v.string() }),
  v.transform((one): RepositoryFacts => ({ id: one.id, fullName: one.full_name, defaultBranch: one.default_branch })),
)

const Run = v.pipe(
  v.object({
    id: Id,
    run_number: Id,
    run_attempt: v.nullish(Id, 1),
    event: v.string(),
    status: v.nullish(v.string(), ''),
    conclusion: v.nullish(v.string(), null),
    head_branch: v.nullish(v.string(), null),
    head_sha: v.string(),
    path: v.string(),
    repository: WithId,
    head_repository: WithId,
  }),
  v.transform((one): WorkflowRun => ({
    id: one.id,
    number: one.run_number,
    attempt: one.run_attempt,
    event: one.event,
    status: one.status,
    conclusion: one.conclusion,
    branch: one.head_branch,
    sha: one.head_sha,
    // `.github/workflows/ci.yml@main` in some answers.
    path: one.path.replace(/@.*$/s, ''),
    repositoryId: one.repository?.id ?? null,
    headRepositoryId: one.head_repository?.id ?? null,
  })),
)
const Runs = v.pipe(
  v.object({ total_count: Id, workflow_runs: v.array(Run) }),
  v.transform(({ total_count: total, workflow_runs: items }) => ({ total, items })),
)

const Artifact = v.pipe(
  v.object({
    id: Id,
    name: v.string(),
    size_in_bytes: v.number(),
    expired: v.boolean(),
    digest: v.nullish(v.string(), null),
    workflow_run: v.nullish(v.object({ id: v.nullish(Id), repository_id: v.nullish(Id), head_repository_id: v.nullish(Id) })),
  }),
  v.transform((one): RunArtifact => ({
    id: one.id,
    name: one.name,
    sizeBytes: one.size_in_bytes,
    expired: one.expired,
    digest: one.digest,
    runId: one.workflow_run?.id ?? null,
    repositoryId: one.workflow_run?.repository_id ?? null,
    headRepositoryId: one.workflow_run?.head_repository_id ?? null,
  })),
)
const Artifacts = v.pipe(
  v.object({ total_count: Id, artifacts: v.array(Artifact) }),
  v.transform(({ total_count: total, artifacts: items }) => ({ total, items })),
)

const Commits = v.pipe(
  v.array(v.object({ sha: v.string() })),
  v.transform((list) => ({ items: list.map(({ sha }) => sha) })),
)
const Reference = v.object({ object: v.object({ sha: v.string() }) })
const Comparison = v.object({ status: v.string() })

const ACTIONS = 'actions: read'
const CONTENTS = 'contents: read'

/** What reading snapshots and baselines asks of GitHub. */
export function runsApiOf(asker: Asker): RunsApi {
  return {
    repository: async () => asker.ask(Repository, { route: 'GET /repos/{owner}/{repo}', to: 'describe the repository', needs: CONTENTS }),
    run: async (id) =>
      asker.find(Run, {
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
        parameters: { run_id: id },
        to: `describe run ${String(id)}`,
        needs: ACTIONS,
      }),
    async runs({ workflow, branch, headSha, limit }) {
      // The API knows a workflow by the name of its file, whose folder is always the same.
      const file = workflow.slice(workflow.lastIndexOf('/') + 1)
      const question = {
        route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        parameters: { workflow_id: file, branch, ...(headSha === undefined ? {} : { head_sha: headSha }) },
        to: `list the runs of ${file} on ${branch}`,
        needs: ACTIONS,
      }
      const found = await readPages(asker, { question, schema: Runs, key: ({ id }) => id, limit })
      return found.toSorted((a, b) => b.number - a.number || b.attempt - a.attempt)
    },
    async artifacts(runId, prefix) {
      const question = {
        route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
        parameters: { run_id: runId },
        to: `list the artifacts of run ${String(runId)}`,
        needs: ACTIONS,
      }
      const found = await readPages(asker, { question, schema: Artifacts, key: ({ id }) => id, limit: MAX_ARTIFACTS + 1 })
      refuseMore(found.length, MAX_ARTIFACTS + 1, question)
      return found.filter(({ name }) => name.startsWith(prefix))
    },
    download: async (artifactId, maxBytes) => downloadArtifact(asker, artifactId, maxBytes),
    async isOnBranch(sha, branch) {
      // By its commit: in a comparison a tag of the same name could stand for the branch.
      const tip = await asker.find(Reference, {
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        parameters: { ref: `heads/${branch}` },
        to: `find the branch ${branch}`,
        needs: CONTENTS,
      })
      if (tip === null) return false
      const comparison = await asker.find(Comparison, {
        route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
        // One commit of the second page: only the status is wanted, not up to 250 commits and 300 files.
        parameters: { basehead: `${tip.object.sha}...${sha}`, per_page: 1, page: 2 },
        to: `say whether ${branch} holds ${sha.slice(0, 12)}`,
        needs: CONTENTS,
      })
      return comparison !== null && (comparison.status === 'behind' || comparison.status === 'identical')
    },
    async ancestors(sha, limit) {
      const question = {
        route: 'GET /repos/{owner}/{repo}/commits',
        parameters: { sha },
        to: `list the commits before ${sha.slice(0, 12)}`,
        needs: CONTENTS,
      }
      return readPages(asker, { question, schema: Commits, key: (commit) => commit, limit })
    },
  }
}
