import type { Colors } from './colors.js';
import { type JobNames } from './job-names.js';
import type { Report } from './model.js';
/** The jobs that are not ok, and how many are. */
export declare function jobLines({ jobs }: Report, colors: Colors): readonly string[];
/** Every target of a single job; of several what fails, is fixed or was skipped, over all jobs, and how many build. */
export declare function targetLines(report: Report, names: JobNames, colors: Colors): readonly string[];
export declare function integrityLines({ integrity: { layers } }: Report, colors: Colors, verbose: boolean): readonly string[];
/** What differs between the jobs of this run. */
export declare function jobDriftLines(report: Report, names: JobNames, colors: Colors, verbose: boolean): readonly string[];
/** Against which baseline, why that one, and what differs from it. */
export declare function baselineLines(report: Report, names: JobNames, colors: Colors, verbose: boolean): readonly string[];
/** Lines of go.sum that not all jobs have; the explained ones only when everything is wanted. */
export declare function sumLines({ comparison: { sums } }: Report, names: JobNames, colors: Colors, verbose: boolean): readonly string[];
export declare function degradedLines({ degraded }: Report): readonly string[];
export declare function timingLine({ timings }: Report, colors: Colors): readonly string[];
