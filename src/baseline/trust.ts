import { readZip } from '../archive/index.js'
import { toError } from '../errors.js'
import { sha256 } from '../host/index.js'
import { isOwnId } from '../snapshot/index.js'
import { MAX_BASELINE_BYTES, parseBaseline, type Baseline } from './document.js'
import type { RepositoryFacts, RunArtifact, RunsApi, WorkflowRun } from './runs-api.js'

/** The one file in the artifact of a baseline. */
export const BASELINE_FILE = 'baseline.json'
const MAX_ZIP_BYTES = 64 * 1024 * 1024

/** What a baseline is judged by: what the API says of it, and what is in it. What costs a request is asked once, when a rule needs it. */
export interface TrustCase {
  readonly repository: RepositoryFacts
  /** The branch that baselines come from. */
  readonly branch: string
  /** Path of the workflow file that they come from. */
  readonly workflow: string
  readonly run: WorkflowRun
  readonly artifact: RunArtifact
  /** By the artifact's name. */
  readonly attempt: number
  isOnBranch(): Promise<boolean>
  /** The zip. */
  bytes(): Promise<Uint8Array>
  /** The file in the zip, and how many files there are in all. */
  file(): Promise<{ readonly bytes: Uint8Array; readonly files: number }>
  baseline(): Promise<Baseline>
}

export type TrustRuleId =
  | 'expired'
  | 'repository'
  | 'head-repository'
  | 'event'
  | 'status'
  | 'conclusion'
  | 'branch'
  | 'workflow'
  | 'reachable'
  | 'size'
  | 'digest'
  | 'archive'
  | 'schema'
  | 'provenance'
  | 'ids'

/** One rule: why it is broken, in a sentence without a full stop, or `null`. */
export interface TrustRule {
  readonly id: TrustRuleId
  readonly check: (facts: TrustCase) => string | null | Promise<string | null>
}

const TRUSTED_EVENTS: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch'])
/** A report that names broken targets fails its run, and is a good baseline all the same. */
const FINISHED: ReadonlySet<string> = new Set(['success', 'failure', 'neutral'])

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return async () => {
    made ??= make()
    return made
  }
}

/** Opens a case; nothing is asked yet. */
export function openCase(api: RunsApi, known: Omit<TrustCase, 'isOnBranch' | 'bytes' | 'file' | 'baseline'>): TrustCase {
  const { run, artifact, branch } = known
  const bytes = once(async () => api.download(artifact.id, MAX_ZIP_BYTES))
  const file = once(async () => {
    const files = readZip(await bytes(), { entries: 4, entryBytes: MAX_BASELINE_BYTES, totalBytes: MAX_BASELINE_BYTES })
    const found = files.find(({ name }) => name === BASELINE_FILE)
    if (found === undefined) throw new Error(`it does not hold ${BASELINE_FILE}`)
    return { bytes: found.bytes, files: files.length }
  })
  const baseline = once(async () => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode((await file()).bytes)
    return parseBaseline(text, `run ${String(run.id)}`)
  })
  return { ...known, isOnBranch: once(async () => api.isOnBranch(run.sha, branch)), bytes, file, baseline }
}

async function whyNot(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    return toError(error).message.replace(/[.\s]+$/, '')
  }
}

function named({ run }: TrustCase): string {
  return `run ${String(run.id)}`
}

/** What must hold before a baseline is believed, in the order in which it is looked at: the first rule that is broken is the printed reason. */
export const TRUST_RULES: readonly TrustRule[] = [
  { id: 'expired', check: (facts) => (facts.artifact.expired ? `the baseline of ${named(facts)} has expired` : null) },
  {
    id: 'repository',
    // By number: a name can be given to another repository.
    check: (facts) =>
      facts.run.repositoryId === facts.repository.id &&
      facts.artifact.repositoryId === facts.repository.id &&
      facts.artifact.runId === facts.run.id
        ? null
        : `${named(facts)} and its artifact are not of ${facts.repository.fullName}`,
  },
  {
    id: 'head-repository',
    check: (facts) => {
      const { run, artifact, repository } = facts
      if (run.headRepositoryId === repository.id && artifact.headRepositoryId === repository.id) return null
      const gone = run.headRepositoryId === null || artifact.headRepositoryId === null
      return `${named(facts)} was made of the code of ${gone ? 'a fork that is gone' : 'a fork'}, whatever its branch is called`
    },
  },
  {
    id: 'event',
    check: (facts) =>
      TRUSTED_EVENTS.has(facts.run.event)
        ? null
        : `${named(facts)} was started by ${facts.run.event}; only push, schedule and workflow_dispatch count`,
  },
  { id: 'status', check: (facts) => (facts.run.status === 'completed' ? null : `${named(facts)} is ${facts.run.status}, not completed`) },
  {
    id: 'conclusion',
    check: (facts) =>
      FINISHED.has(facts.run.conclusion ?? '')
        ? null
        : `${named(facts)} ended as ${facts.run.conclusion ?? 'nothing'}: it may have left half of its jobs out`,
  },
  {
    id: 'branch',
    check: (facts) =>
      facts.run.branch === facts.branch ? null : `${named(facts)} ran on ${facts.run.branch ?? 'no branch'}, not on ${facts.branch}`,
  },
  {
    id: 'workflow',
    check: (facts) => (facts.run.path === facts.workflow ? null : `${named(facts)} is of ${facts.run.path}, not of ${facts.workflow}`),
  },
  {
    id: 'reachable',
    check: async (facts) =>
      (await facts.isOnBranch())
        ? null
        : `the branch ${facts.branch} no longer has the commit ${facts.run.sha.slice(0, 12)} of ${named(facts)}`,
  },
  {
    id: 'size',
    check: (facts) =>
      facts.artifact.sizeBytes <= MAX_ZIP_BYTES
        ? null
        : `the baseline of ${named(facts)} has ${String(facts.artifact.sizeBytes)} bytes, more than are read`,
  },
  {
    id: 'digest',
    check: async (facts) => {
      const { digest } = facts.artifact
      if (digest === null) return `GitHub names no digest for the baseline of ${named(facts)}`
      return digest === `sha256:${sha256(await facts.bytes())}`
        ? null
        : `the bytes of the baseline of ${named(facts)} are not those that were uploaded`
    },
  },
  {
    id: 'archive',
    check: async (facts) => {
      const why = await whyNot(facts.file())
      if (why !== null) return `the artifact of ${named(facts)}: ${why}`
      return (await facts.file()).files === 1 ? null : `the artifact of ${named(facts)} holds more than ${BASELINE_FILE}`
    },
  },
  {
    id: 'schema',
    check: async (facts) => {
      const why = await whyNot(facts.baseline())
      return why === null ? null : `the artifact of ${named(facts)} is no baseline: ${why}`
    },
  },
  {
    id: 'provenance',
    check: async (facts) =>
      (await facts.baseline()).run === undefined ? `the baseline of ${named(facts)} does not say which run it is of` : null,
  },
  {
    id: 'ids',
    check: async (facts) => {
      const { run: inside } = await facts.baseline()
      if (inside === undefined) return null
      const { run, repository, attempt } = facts
      const wrong = [
        ...(inside.repositoryId === repository.id ? [] : ['repository']),
        ...(inside.runId === run.id && inside.runNumber === run.number ? [] : ['run']),
        ...(inside.attempt === attempt && attempt <= run.attempt ? [] : ['attempt']),
        ...(inside.sha === run.sha ? [] : ['commit']),
        ...(inside.workflow === run.path ? [] : ['workflow']),
        ...((await facts.baseline()).snapshots.every(({ job }) => isOwnId(job)) ? [] : ['job']),
      ]
      return wrong.length === 0 ? null : `the baseline in ${named(facts)} names another ${wrong.join(', ')} than GitHub does`
    },
  },
]

/** The first rule that a baseline breaks, or `null`. Rejects with `github-failed` when the API does not answer. */
export async function firstBroken(
  facts: TrustCase,
  rules: readonly TrustRule[],
): Promise<{ readonly id: TrustRuleId; readonly why: string } | null> {
  for (const { id, check } of rules) {
    const why = await check(facts)
    if (why !== null) return { id, why }
  }
  return null
}
