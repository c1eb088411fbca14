import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import {
  formatBaseline,
  type BaselineRun,
  type RepositoryFacts,
  type RunArtifact,
  type RunsApi,
  type WorkflowRun,
} from '../../src/baseline/index.js'
import type { Snapshot } from '../../src/snapshot/index.js'
import { snapshotOf } from '../unit/compare/fixtures.js'

export const WORKFLOW = '.github/workflows/ci.yml'
export const REPOSITORY: RepositoryFacts = { id: 1, fullName: 'octo/lab', defaultBranch: 'main' }

/** A commit by its number: main is the line 1, 2, 3, … */
export function commitOf(number: number): string {
  return String(number).padStart(40, '0')
}

/** The digest that GitHub would name for some bytes. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** A run and what it left; everything that is not said is as a good run of main has it. */
export interface MadeRun {
  readonly id: number
  /** Its commit on main, by number. */
  readonly commit: number
  readonly run?: Partial<WorkflowRun>
  /** `null`: it left no baseline. */
  readonly artifact?: Partial<RunArtifact> | null
  readonly attempt?: number
  /** What the baseline says of its own run, where that is not true. */
  readonly inside?: Partial<BaselineRun> | null
  readonly snapshots?: readonly Snapshot[]
  /** Makes the zip of the file. */
  readonly zip?: (text: string) => Uint8Array
}

export interface MadeApi extends RunsApi {
  /** What was asked, in order. */
  readonly asked: readonly string[]
}

function runOf({ id, commit, run, attempt = 1 }: MadeRun): WorkflowRun {
  return {
    id,
    number: id,
    attempt,
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    branch: 'main',
    sha: commitOf(commit),
    path: WORKFLOW,
    repositoryId: 1,
    headRepositoryId: 1,
    ...run,
  }
}

function contentOf(made: MadeRun): Uint8Array {
  const { number, sha, path } = runOf(made)
  const inside: BaselineRun = {
    repository: 'octo/lab',
    repositoryId: 1,
    runId: made.id,
    runNumber: number,
    attempt: made.attempt ?? 1,
    sha,
    workflow: path,
    ...made.inside,
  }
  const text = formatBaseline(made.snapshots ?? [snapshotOf()], made.inside === null ? undefined : inside)
  return made.zip === undefined ? zipSync({ 'baseline.json': strToU8(text) }) : made.zip(text)
}

/** GitHub's answers about some runs, with `commits` commits on main (default 20). `more` replaces single answers. */
export function madeApi(runs: readonly MadeRun[], more: Partial<RunsApi> = {}, commits = 20): MadeApi {
  const asked: string[] = []
  const all = runs.map(runOf)
  return {
    asked,
    repository: async () => REPOSITORY,
    run: async (id) => all.find((run) => run.id === id) ?? null,
    async runs({ workflow, branch, headSha, limit }) {
      asked.push(`runs ${branch}${headSha === undefined ? '' : ` ${headSha.replace(/^0+/, '')}`}`)
      return all
        .filter((run) => run.path === workflow && run.branch === branch && (headSha === undefined || run.sha === headSha))
        .toSorted((a, b) => b.number - a.number)
        .slice(0, limit)
    },
    async artifacts(runId, prefix) {
      asked.push(`artifacts ${String(runId)}`)
      return runs.flatMap((made) => {
        if (made.id !== runId || made.artifact === null) return []
        const bytes = contentOf(made)
        const artifact: RunArtifact = {
          // An old run may get a late artifact: its number says nothing.
          id: 10_000 - made.id,
          name: `${prefix}${String(made.attempt ?? 1)}`,
          sizeBytes: bytes.length,
          expired: false,
          digest: digestOf(bytes),
          runId,
          repositoryId: 1,
          headRepositoryId: 1,
          ...made.artifact,
        }
        return [artifact]
      })
    },
    async download(artifactId) {
      asked.push(`download ${String(10_000 - artifactId)}`)
      const made = runs.find(({ id }) => id === 10_000 - artifactId)
      if (made === undefined) throw new Error('no such artifact')
      return contentOf(made)
    },
    isOnBranch: async (sha, branch) => branch === 'main' && Number(sha) <= commits,
    async ancestors(sha, limit) {
      asked.push(`ancestors ${sha.replace(/^0+/, '')}`)
      return Array.from({ length: Math.min(limit, Number(sha)) }, (_, at) => commitOf(Number(sha) - at))
    },
    ...more,
  }
}
