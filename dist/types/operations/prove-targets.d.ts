import { type Host } from '../host/index.js';
import { type Target } from '../targets/index.js';
import type { RecordedRoot } from './record-project.js';
/** The fingerprint of a target; `null` with the reason where nothing can be proved. */
export type Fingerprint = {
    readonly proof: string;
} | {
    readonly proof: null;
    readonly why: string;
};
/** What all targets of a root share. */
export interface Prover {
    /** The fingerprint of building these patterns for a target, with the flags that goparity adds. Compiles nothing. */
    fingerprint(target: Target, patterns: readonly string[], flags: readonly string[]): Promise<Fingerprint>;
}
/**
 * Opens a prover for a root that was verified: what lies in the module cache is taken by the hash it was verified against, everything
 * else by content. `goflags` as `go env` says.
 */
export declare function openProver(host: Host, root: RecordedRoot): Prover;
