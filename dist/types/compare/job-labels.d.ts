import type { Job } from '../snapshot/index.js';
/** How a compared job is named: its id, made unique where one job was recorded several times. */
export interface JobLabel {
    readonly id: string;
    readonly label: string;
}
/** Names for jobs; `names` (file names, say) tell recordings of one job apart. */
export declare function labelJobs(jobs: readonly {
    readonly name: string;
    readonly job: Job;
}[]): readonly JobLabel[];
/** `the job ci / build` or `3 jobs`. */
export declare function countJobs(jobs: readonly JobLabel[]): string;
