import { type Binary, type Inspection, type Resolution, type Verdict } from '../binaries/index.js';
import type { Degrade } from '../report/index.js';
import { type TraceEvidence } from './inspect-trace.js';
import type { Session } from './session.js';
/** What to inspect, and against what. */
export interface InspectOptions {
    /** Paths, relative to the host's working directory or absolute; with `root` also paths below it. */
    readonly binaries: readonly string[];
    /** Version of goparity. */
    readonly version: string;
    /** Places as written after `--for`. */
    readonly places?: readonly string[];
    /** The processor of the places: `linux/arm64` or `arm64`; default: that of each binary. */
    readonly platform?: string;
    /** A folder that is the root of a file system: an unpacked image. */
    readonly root?: string;
    /** Also start each program below strace (default false). */
    readonly trace?: boolean;
    readonly traceArgs?: readonly string[];
}
/** One binary of a file, with everything that was found out. */
export interface InspectedBinary {
    readonly summary: Inspection;
    readonly binary: Binary;
    /** Its libraries below the root or on this machine; `null` where there is nothing to look for, or not here. */
    readonly libraries: Pick<Resolution, 'loader' | 'libraries' | 'truncated'> | null;
    readonly verdicts: readonly Verdict[];
    readonly trace: TraceEvidence | null;
}
/** One file that was named. */
export interface InspectedFile {
    /** As named. */
    readonly path: string;
    /** Bytes. */
    readonly size: number;
    /** What it is when it is no binary; then `binaries` is empty. */
    readonly other: string | null;
    /** More than one: a fat Mach-O. */
    readonly binaries: readonly InspectedBinary[];
}
/** What `goparity inspect --format json` prints. */
export interface InspectionDocument {
    readonly schema: 'goparity/inspection/1';
    readonly tool: {
        readonly version: string;
    };
    readonly files: readonly InspectedFile[];
    /** What was asked for and not done. */
    readonly degraded: readonly Degrade[];
}
/** What `inspect` gives: 3 when something does not start where it was asked about. */
export interface InspectOutcome {
    readonly document: InspectionDocument;
    readonly exitCode: 0 | 3;
}
/**
 * Says what binaries are, what they need, and whether they start: at places known by name, below a root, on this machine.
 * Nothing is run unless `trace` says so. Throws `usage` for a file, place or platform that is not there or not known.
 */
export declare function inspect(session: Session, options: InspectOptions): Promise<InspectOutcome>;
