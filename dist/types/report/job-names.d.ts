import type { Report } from './model.js';
/** `both jobs`, `all 4 jobs`. */
export declare function allJobs(amount: number): string;
/** Names the jobs of a report. */
export interface JobNames {
    /** Whether the report has several jobs. */
    readonly several: boolean;
    /** The matrix values of a job where they tell it from all others (`1.26 ubuntu-24.04`), else its label; an id that no job has stands for itself. */
    readonly of: (id: string) => string;
    /** As `allJobs` when it is all of several, else their names, so many of them at most, each as `write` gives it. */
    readonly some: (ids: readonly string[], shown: number, write: (name: string) => string) => string;
    /** Whether these are all jobs of a report that has several. */
    readonly areAll: (ids: readonly string[]) => boolean;
}
export declare function nameJobs({ jobs }: Pick<Report, 'jobs'>): JobNames;
