import type { Job } from './snapshot.js';
/** How a job is told apart from others, beyond what the CI system says by itself. */
export interface JobOptions {
    /** A name of the user's choice, `--job`; empty means not given. */
    readonly name?: string;
    /** The matrix leg as JSON text; `null` and `{}` mean that there is none, an empty text that it is not given. */
    readonly matrix?: string;
    /** The number of the leg and of all legs, as GitHub counts them; ignored unless both are whole numbers that fit together. */
    readonly leg?: {
        readonly index: string;
        readonly total: string;
    };
    /** What a machine outside of CI is called. */
    readonly hostLabel: string;
}
type JobEnvironment = Readonly<Record<string, string | undefined>>;
/** Whether the id of a recorded job is what its provider, workflow, name and matrix make: one that is not was written by somebody else. */
export declare function isOwnId(job: Job): boolean;
/**
 * Who this job is, from the variables of GitHub Actions, GitLab CI or Jenkins, or the label of a host.
 * The same leg has the same id in every run; legs that differ in workflow file, job or any matrix value (1.2, "1.2" and "1.20") never share one.
 * Throws `usage` when the matrix text is no JSON object.
 */
export declare function identifyJob(env: JobEnvironment, options: JobOptions): Job;
export {};
