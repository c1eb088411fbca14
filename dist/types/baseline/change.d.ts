import type { Environment } from '../host/index.js';
/** A pull request, merge request or merge queue entry: what is built is proposed, not yet accepted. */
export interface Change {
    readonly provider: 'github' | 'gitlab' | 'jenkins';
    /** The branch it wants to go to, without `refs/heads/`. */
    readonly branch: string | null;
    /** Commits of that branch as the platform names them, the surest first. */
    readonly commits: readonly string[];
}
/**
 * Whether this build judges a change, by what the CI says: GitHub pull requests and merge queues,
 * GitLab merge requests, Jenkins change requests. `event` is GitHub's event, parsed; it is not trusted to be well-formed.
 */
export declare function detectChange(env: Environment, event?: unknown): Change | null;
