import { type FailOn } from '../compare/index.js';
import type { Config } from '../config/index.js';
import type { Report } from '../report/index.js';
import type { Session } from './session.js';
/** Options of `checkWorkflows`. */
export interface CheckWorkflowsOptions {
    /** Absolute directory of the project. */
    readonly directory: string;
    readonly config: Config;
    readonly version: string;
    readonly failOn?: FailOn;
}
/**
 * Whether the modules are verified at the right place in every workflow, `.gitlab-ci.yml` and Dockerfile of a repository.
 * Runs nothing. Throws `directory-missing`, and `config-invalid` as `file:line: …` for a file that cannot be read.
 */
export declare function checkWorkflows({ host }: Session, { directory, config, version, failOn }: CheckWorkflowsOptions): Promise<{
    readonly report: Report;
    readonly exitCode: 0 | 3;
}>;
