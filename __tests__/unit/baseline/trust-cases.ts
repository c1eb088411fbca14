import { strToU8, zipSync } from 'fflate'
import type { BaselineReading, RunsApi, TrustRuleId } from '../../../src/baseline/index.js'
import { readRunBaseline, TRUST_RULES } from '../../../src/baseline/index.js'
import { commitOf, madeApi, WORKFLOW, type MadeRun } from '../../support/runs-api.js'
import { jobOf, snapshotOf } from '../compare/fixtures.js'

/** A baseline that breaks one rule, and what is printed. */
export interface TrustCaseOf {
  readonly title: string
  readonly run: MadeRun
  readonly api?: Partial<RunsApi>
  readonly why: string
  /** What is left when the rule is off: it is believed, or another rule or the reader stops it with other words. */
  readonly without: 'believed' | 'stopped otherwise'
}

const good: MadeRun = { id: 8, commit: 5 }

/** One case and more for each rule of trust. */
export const CASES: Readonly<Record<TrustRuleId, readonly TrustCaseOf[]>> = {
  expired: [
    {
      title: 'an artifact that expired',
      run: { ...good, artifact: { expired: true } },
      why: 'the baseline of run 8 has expired',
      without: 'believed',
    },
  ],
  repository: [
    {
      title: 'a run of another repository',
      run: { ...good, run: { repositoryId: 2 } },
      why: 'run 8 and its artifact are not of octo/lab',
      without: 'believed',
    },
    {
      title: 'an artifact of another repository',
      run: { ...good, artifact: { repositoryId: 2 } },
      why: 'run 8 and its artifact are not of octo/lab',
      without: 'believed',
    },
    { title: 'an artifact of another run', run: { ...good, artifact: { runId: 7 } }, why: 'not of octo/lab', without: 'believed' },
  ],
  'head-repository': [
    {
      title: 'a run of a fork whose branch is called main',
      run: { ...good, run: { headRepositoryId: 2 } },
      why: 'run 8 was made of the code of a fork, whatever its branch is called',
      without: 'believed',
    },
    {
      title: 'a run of a fork that was deleted',
      run: { ...good, run: { headRepositoryId: null } },
      why: 'run 8 was made of the code of a fork that is gone',
      without: 'believed',
    },
    { title: 'an artifact of a fork', run: { ...good, artifact: { headRepositoryId: 2 } }, why: 'the code of a fork', without: 'believed' },
  ],
  event: ['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment', 'merge_group'].map((event) => ({
    title: `a run started by ${event}`,
    run: { ...good, run: { event } },
    why: `run 8 was started by ${event}; only push, schedule and workflow_dispatch count`,
    without: 'believed',
  })),
  status: [
    {
      title: 'a run that is still going on',
      run: { ...good, run: { status: 'in_progress' } },
      why: 'run 8 is in_progress, not completed',
      without: 'believed',
    },
  ],
  conclusion: ['cancelled', 'timed_out', 'action_required', 'startup_failure', null].map((conclusion) => ({
    title: `a run that ended as ${String(conclusion)}`,
    run: { ...good, run: { conclusion } },
    why: `run 8 ended as ${conclusion ?? 'nothing'}`,
    without: 'believed',
  })),
  branch: [
    {
      title: 'a run of another branch',
      run: { ...good, run: { branch: 'topic' } },
      why: 'run 8 ran on topic, not on main',
      without: 'believed',
    },
    {
      title: 'a run of no branch',
      run: { ...good, run: { branch: null } },
      why: 'run 8 ran on no branch, not on main',
      without: 'believed',
    },
  ],
  workflow: [
    {
      title: 'a run of another workflow file',
      run: { ...good, run: { path: '.github/workflows/other.yml' } },
      why: 'run 8 is of .github/workflows/other.yml, not of .github/workflows/ci.yml',
      without: 'believed',
    },
  ],
  reachable: [
    {
      title: 'a commit that main no longer has',
      run: good,
      api: { isOnBranch: async () => false },
      why: 'the branch main no longer has the commit 000000000000 of run 8',
      without: 'believed',
    },
  ],
  size: [
    {
      title: 'an artifact larger than what is read',
      run: { ...good, artifact: { sizeBytes: 65 * 1024 * 1024 } },
      why: 'the baseline of run 8 has 68157440 bytes, more than are read',
      without: 'believed',
    },
  ],
  digest: [
    {
      title: 'bytes that were swapped',
      run: { ...good, artifact: { digest: `sha256:${'0'.repeat(64)}` } },
      why: 'the bytes of the baseline of run 8 are not those that were uploaded',
      without: 'believed',
    },
    {
      title: 'no digest',
      run: { ...good, artifact: { digest: null } },
      why: 'GitHub names no digest for the baseline of run 8',
      without: 'believed',
    },
  ],
  archive: [
    {
      title: 'a zip with a second file',
      run: { ...good, zip: (text) => zipSync({ 'baseline.json': strToU8(text), 'more.json': strToU8('{}') }) },
      why: 'the artifact of run 8 holds more than baseline.json',
      without: 'believed',
    },
    {
      title: 'no zip',
      run: { ...good, zip: () => strToU8('PK') },
      why: 'the artifact of run 8: the zip is refused',
      without: 'stopped otherwise',
    },
    {
      title: 'a zip that leads out of its folder',
      run: { ...good, zip: (text) => zipSync({ '../baseline.json': strToU8(text) }) },
      why: 'the artifact of run 8: the zip is refused',
      without: 'stopped otherwise',
    },
  ],
  schema: [
    {
      title: 'no JSON',
      run: { ...good, zip: () => zipSync({ 'baseline.json': strToU8('{') }) },
      why: 'the artifact of run 8 is no baseline: the baseline run 8 cannot be read',
      without: 'stopped otherwise',
    },
    {
      title: 'a later schema',
      run: { ...good, zip: () => zipSync({ 'baseline.json': strToU8('{"schema":"goparity/baseline/9","snapshots":[]}') }) },
      why: 'the artifact of run 8 is no baseline: the baseline run 8 was written by a later version of goparity',
      without: 'stopped otherwise',
    },
  ],
  provenance: [
    {
      title: 'a baseline that does not say which run it is of',
      run: { ...good, inside: null },
      why: 'the baseline of run 8 does not say which run it is of',
      without: 'believed',
    },
  ],
  ids: [
    {
      title: 'another repository inside',
      run: { ...good, inside: { repositoryId: 2 } },
      why: 'names another repository than GitHub does',
      without: 'believed',
    },
    { title: 'another run inside', run: { ...good, inside: { runId: 7 } }, why: 'names another run than GitHub does', without: 'believed' },
    {
      title: 'another attempt inside',
      run: { ...good, inside: { attempt: 2 } },
      why: 'names another attempt than GitHub does',
      without: 'believed',
    },
    {
      title: 'another commit inside',
      run: { ...good, inside: { sha: commitOf(4) } },
      why: 'names another commit than GitHub does',
      without: 'believed',
    },
    {
      title: 'another workflow inside',
      run: { ...good, inside: { workflow: '.github/workflows/x.yml' } },
      why: 'names another workflow than GitHub does',
      without: 'believed',
    },
    {
      title: 'a job whose id is another one’s',
      run: { ...good, snapshots: [snapshotOf({ job: { ...jobOf('check'), id: jobOf('lint').id } })] },
      why: 'names another job than GitHub does',
      without: 'believed',
    },
  ],
}

/** Reads the baseline `run:8` of a case, without some of the rules. */
export async function readCase({ run, api }: Pick<TrustCaseOf, 'run' | 'api'>, off?: TrustRuleId): Promise<BaselineReading> {
  return readRunBaseline(madeApi([run], api), {
    reference: { run: run.id },
    mergeBase: commitOf(5),
    head: commitOf(6),
    workflow: WORKFLOW,
    branch: null,
    prefix: 'goparity-',
    presentRunId: 99,
    rules: TRUST_RULES.filter(({ id }) => id !== off),
  })
}
