import type { Finding } from '../report/index.js';
/** A program that was started, or should have been. */
export interface TracedProgram {
    readonly pid: number;
    readonly path: string;
    /** `null`: it was started; else the name of the error (`ENOENT`). */
    readonly error: string | null;
}
/** A file that was opened, or not found. */
export interface TracedFile {
    readonly pid: number;
    /** The program that ran in that process; a thread's is the first one. */
    readonly program: string | null;
    readonly path: string;
    readonly error: string | null;
}
/** What strace saw. */
export interface Trace {
    readonly programs: readonly TracedProgram[];
    readonly files: readonly TracedFile[];
    /** Processes and threads that were seen. */
    readonly processes: number;
    /** Lines that were left out, for their number. */
    readonly truncated: boolean;
}
/** Reads what `strace -f -e trace=execve,execveat,open,openat -o FILE` wrote. Lines that are something else are passed over. */
export declare function parseTrace(text: string): Trace;
/** Paths of libraries by how they are named. */
export declare function isLibraryPath(path: string): boolean;
/** What one run showed. */
export interface TracedRun {
    readonly trace: Trace;
    readonly exitCode: number | null;
    /** It still ran when its time was over: it has started. */
    readonly timedOut: boolean;
    /** The beginning of what it wrote to standard error. */
    readonly stderr: string;
}
/** Why a traced program did not start; `null` when it did. */
export declare function judgeTrace(path: string, { trace, exitCode, timedOut, stderr }: TracedRun): Finding | null;
