/** The repository as GitHub's API names it. */
export interface RepositoryFacts {
    readonly id: number;
    /** `owner/name` */
    readonly fullName: string;
    readonly defaultBranch: string;
}
/** A workflow run as the API gives it; what the API leaves out (a deleted fork) is `null`. */
export interface WorkflowRun {
    readonly id: number;
    readonly number: number;
    readonly attempt: number;
    readonly event: string;
    readonly status: string;
    readonly conclusion: string | null;
    readonly branch: string | null;
    readonly sha: string;
    /** Repository-relative path of the workflow file, without `@ref`. */
    readonly path: string;
    readonly repositoryId: number | null;
    readonly headRepositoryId: number | null;
}
/** An artifact of a run as the API gives it. */
export interface RunArtifact {
    readonly id: number;
    readonly name: string;
    readonly sizeBytes: number;
    readonly expired: boolean;
    /** `sha256:…` of the zip; `null` when the API gives none. */
    readonly digest: string | null;
    readonly runId: number | null;
    readonly repositoryId: number | null;
    readonly headRepositoryId: number | null;
}
/**
 * What reading a baseline from GitHub asks of its API. Implemented in the github room; a fake of it is a plain object.
 * Every call may reject with `github-failed`; what does not exist is `null` or an empty list.
 */
export interface RunsApi {
    repository(): Promise<RepositoryFacts>;
    run(id: number): Promise<WorkflowRun | null>;
    /** Completed and other runs of a workflow file on a branch, newest first, at most `limit`; with `headSha` those of that commit only. */
    runs(query: {
        readonly workflow: string;
        readonly branch: string;
        readonly headSha?: string;
        readonly limit: number;
    }): Promise<readonly WorkflowRun[]>;
    /** All artifacts of a run, every page; `prefix` is that of their names. */
    artifacts(runId: number, prefix: string): Promise<readonly RunArtifact[]>;
    /** The bytes of an artifact's zip. Rejects when it is larger than `maxBytes`, before reading more. */
    download(artifactId: number, maxBytes: number): Promise<Uint8Array>;
    /** Whether a commit can be reached from a branch. */
    isOnBranch(sha: string, branch: string): Promise<boolean>;
    /** Commits that can be reached from `sha`, itself first, at most `limit`, in the order of the log. */
    ancestors(sha: string, limit: number): Promise<readonly string[]>;
}
