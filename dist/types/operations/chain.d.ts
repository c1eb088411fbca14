import type { Degrade, Finding, ReportTarget } from '../report/index.js';
import type { Integrity, Snapshot } from '../snapshot/index.js';
import { type Ledger } from '../integrity/index.js';
import { type BuildOptions } from './options.js';
import { type Recording } from './record-project.js';
import type { Session } from './session.js';
/** How far the chain record → download → verify → build goes. */
export type ChainEnd = 'verify' | 'build';
/** What the chain found, before it is compared with anything. */
export interface ChainResult {
    readonly recording: Recording;
    readonly snapshot: Snapshot;
    readonly integrity: Integrity;
    readonly findings: readonly Finding[];
    readonly targets: readonly ReportTarget[];
    readonly degraded: readonly Degrade[];
    /** Whether every root was verified well enough to build. */
    readonly sound: boolean;
    /** What the module cache held when it was verified; `null` when nothing was. */
    readonly ledger: Ledger | null;
}
/** Holds the module cache once more against what was verified; `during` says what ran meanwhile. */
export declare function verifyAgain({ host }: Session, ledger: Ledger | null, during: string): Promise<readonly Finding[]>;
/** record → download → verify → build → verify again: each step only after the one before it went well. */
export declare function runChain(session: Session, options: BuildOptions, end: ChainEnd): Promise<ChainResult>;
