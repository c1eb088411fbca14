import { type Incident, type IncidentFacts } from '../incidents/index.js';
import type { Session } from './session.js';
/** What `goparity explain --format json` prints. */
export interface Explanation {
    readonly schema: 'goparity/explanation/1';
    readonly tool: {
        readonly version: string;
    };
    /** Where the log came from, as the caller names it. */
    readonly log: string;
    /** Bytes that were read, in UTF-8. */
    readonly bytes: number;
    /** In causal order: what comes first can be the cause of what follows. Empty when nothing is recognised. */
    readonly incidents: readonly Incident[];
}
/** What to explain. */
export interface ExplainOptions {
    /** The bytes of the log, cut anywhere: UTF-8, or UTF-16 behind its mark, as PowerShell writes it. */
    readonly log: AsyncIterable<Uint8Array>;
    /** How the result names it. */
    readonly name: string;
    /** What is known of the build besides its log; what it says of itself need not be given. */
    readonly facts?: IncidentFacts;
    /** Version of goparity. */
    readonly version: string;
}
/**
 * Says what a log of any length tells to have gone wrong, in bounded memory. Nothing is run and nobody is asked.
 * Throws `cancelled`, and what reading the log throws.
 */
export declare function explain({ signal }: Session, { log, name, facts, version }: ExplainOptions): Promise<Explanation>;
