/** One grant of a workflow's token that an action uses. */
export interface Permission {
  readonly action: 'record' | 'report'
  /** As in `permissions:` of a workflow: `contents: read`. */
  readonly scope: string
  /** What it is used for. */
  readonly why: string
  /** Only on this event. */
  readonly event?: 'workflow_run'
  /** What happens when the token does not have it. */
  readonly without: string
}

/** Every grant that the actions use: the tables of the READMEs and the workflows that are written for a project come from here. */
export const PERMISSIONS: readonly Permission[] = [
  {
    action: 'record',
    scope: 'contents: read',
    why: 'checks out; reads the committed baseline at the merge base where the clone is too shallow for git',
    without: 'a private repository cannot be checked out; the baseline of a pull request is unknown',
  },
  {
    action: 'report',
    scope: 'actions: read',
    why: 'reads the snapshots of this run and the baseline of the runs of the default branch',
    without: 'there is nothing to report, and the step fails; or another step downloads the snapshots (`snapshots`)',
  },
  {
    action: 'report',
    scope: 'contents: read',
    why: 'reads what a pull request changes, which commit it started from, and the configuration where nothing is checked out',
    without:
      'no baseline can be trusted, so the verdict is unknown; what the pull request changes is not told apart from a world that moved',
  },
  {
    action: 'report',
    scope: 'pull-requests: read',
    event: 'workflow_run',
    why: 'on `workflow_run` in a private repository: finds the pull request that a commit belongs to',
    without: 'the newest trusted baseline is compared with, and what the pull request changes is not known',
  },
  {
    action: 'report',
    scope: 'checks: write',
    why: 'posts the check run with its annotations',
    without: 'a notice says so; summary, annotations and the result of the job are the same',
  },
]
