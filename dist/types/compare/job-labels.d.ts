import { type Job } from '../snapshot/index.js';
/** How a compared job is named: its id, made unique where one job was recorded several times. */
export interface JobLabel {
    readonly id: string;
    readonly label: string;
}
/**
 * The order in which jobs are compared: two as they are given, as first against second;
 * more by id and name, so that who is asked first decides nothing.
 */
export declare function arrangeJobs<T extends {
    readonly name: string;
    readonly snapshot: {
        readonly job: Job;
    };
}>(jobs: readonly T[]): readonly T[];
/** Names for jobs; `names` (file names, say) tell recordings of one job apart. */
export declare function labelJobs(jobs: readonly {
    readonly name: string;
    readonly job: Job;
}[]): readonly JobLabel[];
/** `the job ci / build` or `3 jobs`. */
export declare function countJobs(jobs: readonly JobLabel[]): string;
/** `ci / build (go=1.25), ci / build (go=1.26) and 6 more`. */
export declare function nameJobs(jobs: readonly JobLabel[]): string;
