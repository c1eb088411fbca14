import type { ChecksumDatabase } from '../config/index.js';
import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Degrade, Finding, Location } from '../report/index.js';
import { type LayerFacts } from './layers.js';
import type { GoValues } from './roots.js';
/** What is to be held against the database: the hashes of one module version, as go.sum has them. */
export interface WitnessLine {
    readonly path: string;
    readonly version: string;
    /** `h1:…` of the zip, and of the go.mod file; `null`: there is none to compare. */
    readonly h1: string | null;
    readonly goMod: string | null;
    /** Where they stand, for the findings. */
    readonly places?: {
        readonly h1?: Location;
        readonly goMod?: Location;
    };
}
/** What the database says of one hash. */
export type WitnessAnswer = {
    readonly says: 'same';
} | {
    readonly says: 'other'; /** What the database has. */
    readonly hash: string;
}
/** It was asked, and knows no such version. */
 | {
    readonly says: 'unknown-there';
    readonly reason: string;
}
/** It was not asked, because of this pattern. */
 | {
    readonly says: 'private';
    readonly pattern: string;
} | {
    readonly says: 'no-answer';
    readonly reason: string;
};
export interface WitnessOptions {
    readonly mode: ChecksumDatabase;
    /** `path version[/go.mod] h1:…` attested in a trusted baseline: not asked again. */
    readonly remembered: ReadonlySet<string>;
    /** In all; default 60 s. */
    readonly deadlineMs?: number;
    /** Of the configuration, as in GOPRIVATE. */
    readonly privatePatterns?: readonly string[];
    /** Directory of the root, for the findings. */
    readonly root?: string;
}
export interface WitnessResult {
    /** Module versions that were answered for count as checked. */
    readonly layer: LayerFacts;
    /** Name of the database; `null` when none was asked. */
    readonly database: string | null;
    /** By `sumKey`; empty when none was asked. */
    readonly answers: ReadonlyMap<string, WitnessAnswer>;
    /** `path version[/go.mod] h1:…` that the database has just so, remembered ones too: what the next run need not ask. Sorted as given. */
    readonly attested: readonly string[];
    readonly degraded: readonly Degrade[];
    readonly findings: readonly Finding[];
}
/**
 * Asks the checksum database, by go, what it knows of module versions, whatever go.sum says; modules of private patterns are never named to
 * anybody. Nothing that an earlier run kept is believed but `remembered`. Never throws for what the network or the database does; throws
 * what running go throws (`go-missing`, `cancelled`).
 */
export declare function askChecksumDatabase(host: Host, go: Go, env: GoValues, lines: readonly WitnessLine[], options: WitnessOptions): Promise<WitnessResult>;
