import type { Finding, Fix } from '../report/index.js';
import type { GoModState } from './module-states.js';
import type { ModuleJudgement } from './judge-states.js';
import { type NamedChanges } from './name-changes.js';
import type { RootFiles } from './root-files.js';
import type { RootPlace } from './roots.js';
import type { Dispute } from './testimony.js';
/** What is known beyond the module cache: who is right, and the way out. */
export interface Explained {
    readonly sentence: string;
    readonly evidence: readonly string[];
    readonly fix: readonly Fix[];
}
interface SumPlace {
    /** As reports show it. */
    readonly file: string;
    /** Absolute. */
    readonly path: string;
    readonly line: number;
    readonly hash: string;
}
/** The lines of go.sum, of whichever file, that say something of a module. */
export declare function sumPlaces(place: RootPlace, files: RootFiles, of: {
    path: string;
    version: string;
}, goMod: boolean): readonly SumPlace[];
/** What was found of one module version in the cache. */
export interface ModuleCase {
    readonly judgement: ModuleJudgement;
    readonly named: NamedChanges | null;
    readonly explained: Explained;
}
/** The finding for a module whose recorded hash, zip or directory is not what it should be. */
export declare function cachedModuleFinding(place: RootPlace, files: RootFiles, { judgement, named, explained }: ModuleCase): Finding;
/** The finding for a cached go.mod that is not what go.sum says: it decides which versions are built. */
export declare function cachedGoModFinding(place: RootPlace, files: RootFiles, state: GoModState, explained: Explained): Finding;
/** The finding for a version that go refused on its way into the module cache. */
export declare function refusedFinding(place: RootPlace, dispute: Dispute, explained: Explained): Finding;
/** The finding about a contradiction of the checksum database, with who is right and which files differ. */
export declare function withExplanation(finding: Finding, key: string, named: NamedChanges | null, explained: Explained): Finding;
export {};
