import { type Binary, type LibraryRoot, type Verdict } from '../binaries/index.js';
import type { Degrade, Finding } from '../report/index.js';
import type { Session } from './session.js';
/** What the loader and the program really did. */
export interface TraceEvidence {
    readonly outcome: 'started' | 'not-started';
    /** `null`: it still ran when its time was over, or a signal ended it. */
    readonly exitCode: number | null;
    readonly timedOut: boolean;
    /** Every program that was started or refused, itself first; equal ones once. */
    readonly programs: readonly {
        readonly path: string;
        readonly error: string | null;
    }[];
    /** Libraries that it opened, in their order, with the C library each was linked with. */
    readonly libraries: readonly {
        readonly path: string;
        readonly libc: Binary['libc'];
    }[];
    /** Names of libraries that were looked for and found nowhere. */
    readonly notFound: readonly string[];
    readonly processes: number;
    /** There was more than is listed. */
    readonly truncated: boolean;
}
/** What a trace of one program gave: evidence, the reason why it did not start, or why it was not traced. */
export type TraceOutcome = {
    readonly evidence: TraceEvidence;
    readonly finding: Finding | null;
} | {
    readonly evidence: null;
    readonly degrade: Degrade;
};
/** Starts a program below strace, for ten seconds at most, and says what it opened. `path` is absolute. */
export declare function traceProgram({ host, signal }: Session, path: string, args: readonly string[], root: LibraryRoot): Promise<TraceOutcome>;
/** One verdict of what the file says and what really happened: what happened has the last word. */
export declare function withTrace(said: Verdict, binary: Binary, { evidence, finding }: Extract<TraceOutcome, {
    finding: unknown;
}>): Verdict;
