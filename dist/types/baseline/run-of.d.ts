import * as v from 'valibot';
/** The workflow run that a baseline was made by, in its own words: believed only where the API says the same. */
export interface BaselineRun {
    /** `owner/name` */
    readonly repository: string;
    readonly repositoryId: number;
    readonly runId: number;
    readonly runNumber: number;
    readonly attempt: number;
    readonly sha: string;
    /** Path of the workflow file from the top of the repository. */
    readonly workflow: string;
}
/** A run as a baseline names it, field by field and nothing else. */
export declare const baselineRunSchema: v.GenericSchema<unknown, BaselineRun>;
