import { type ProbeComparison, type ProbeDocument } from '../probes/index.js';
import type { Session } from './session.js';
/** What a probe of this machine is asked for. */
export interface ProbeSettings {
    /** Absolute: the go command is the one that counts there. */
    readonly directory: string;
    /** Version of goparity. */
    readonly version: string;
    /** Also what takes half a minute of waiting. */
    readonly slow?: boolean;
}
/**
 * Measures the resolver, the clock, os/user and libc of this machine by small programs, with cgo and without. Nothing is sent beyond it.
 * Throws `directory-missing`, `go-missing`, `go-unreadable` and `cancelled`; what cannot be measured is in `degraded`.
 */
export declare function probe({ host, signal, progress }: Session, { directory, version, slow }: ProbeSettings): Promise<ProbeDocument>;
/**
 * Compares results of earlier probes, two files or more, and measures nothing. Exit code 3 when a fact differs.
 * Throws `usage`, `snapshot-unreadable` and `snapshot-newer`.
 */
export declare function compareProbeFiles({ host }: Session, { paths, version }: {
    readonly paths: readonly string[];
    readonly version: string;
}): Promise<{
    readonly comparison: ProbeComparison;
    readonly exitCode: 0 | 3;
}>;
