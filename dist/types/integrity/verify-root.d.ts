import { type Go, type GoResult } from '../go/index.js';
import type { ChecksumDatabase } from '../config/index.js';
import type { Host } from '../host/index.js';
import type { Degrade, Finding } from '../report/index.js';
import { type Integrity } from '../snapshot/index.js';
import { type CacheReading } from './read-cache.js';
import { type RootReading } from './read-root.js';
import { type GoValues } from './roots.js';
export interface VerifyRootOptions {
    /** Whether vendor/ is compared with the modules it was made of, where it is what go builds. */
    readonly vendor: boolean;
    /** `go env` of the root: where the module cache is, and how go was told to check. */
    readonly env: GoValues;
    /** Default `auto`. */
    readonly checksumDatabase?: ChecksumDatabase;
    /** What a trusted baseline says the checksum database has attested: `path version[/go.mod] h1:…`. */
    readonly remembered?: ReadonlySet<string>;
    /** Of the configuration, as in GOPRIVATE: never named to the checksum database. */
    readonly privatePatterns?: readonly string[];
    /** Also fetch again what is not what go.sum says (default false), and verify again. */
    readonly repair?: boolean;
    readonly signal?: AbortSignal;
    /** Told when a step begins. */
    readonly onStep?: (step: 'download' | 'verify' | 'vendor') => void;
}
/** What came of verifying one root. */
export interface RootVerification {
    readonly integrity: Integrity;
    readonly findings: readonly Finding[];
    /** The go command that failed, to be diagnosed; nothing ran after it. `null` also when only a layer failed. */
    readonly failed: GoResult | null;
    /**
     * Whether it is sound to build: `false` after any failure. `true` with an unknown outcome means: go builds without what
     * could not be checked (a vendored project without network), or refuses by itself (lines missing in go.sum).
     */
    readonly mayBuild: boolean;
    /** Every go command that ran, in order. */
    readonly evidence: readonly GoResult[];
    readonly degraded: readonly Degrade[];
    /** What the module cache held; `null` when it was not looked at. */
    readonly cache: CacheReading | null;
}
/**
 * Whether the modules of a root are what go.sum says, layer by layer, in the only order that means something:
 * go.sum → download → module cache (by ourselves and by `go mod verify`) beside the checksum database → vendor. A failure stops what follows, and nothing may be built after it.
 * The project's files are as before when it returns. Never throws for a go command that fails.
 */
export declare function verifyRoot(host: Host, go: Go, reading: RootReading, options: VerifyRootOptions): Promise<RootVerification>;
