import type { Incident, IncidentFacts } from './incident.js';
/** Reads a log of any length piece by piece, in bounded memory. */
export interface LogScan {
    /** The next bytes, cut anywhere. They are kept: do not write to them. */
    push(chunk: Uint8Array): void;
    /** What the log says went wrong; as `classify`. */
    end(): readonly Incident[];
}
/** Opens a scan. What is given of the facts counts; the rest is read from the log. */
export declare function openScan(facts?: IncidentFacts): LogScan;
