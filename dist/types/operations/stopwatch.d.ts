import type { GoResult } from '../go/index.js';
import type { Report } from '../report/index.js';
import type { Session, StepName } from './session.js';
/** Measures the steps of one operation and the time spent in go commands. */
export interface Stopwatch {
    /** Runs a step, tells progress of it, keeps its time; `ok` decides how its end is shown. */
    step<T>(step: StepName, text: string, work: () => Promise<T>, ok?: (result: T) => boolean): Promise<T>;
    /** Counts a go command that has ended. Commands that ran at once add up. */
    count(result: GoResult): void;
    read(): Report['timings'];
}
export declare function startStopwatch(session: Session): Stopwatch;
