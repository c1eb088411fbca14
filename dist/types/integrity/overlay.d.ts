import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import type { RootReading } from './read-root.js';
/** A flag of GOFLAGS with the file it names. */
export interface FlagFile {
    /** As written. */
    readonly value: string;
    /** The same for people: folders of the machine folded. */
    readonly shown: string;
    /** Where GOFLAGS is set: `set in the environment of this process`. */
    readonly where: string;
}
/** What an overlay does, as far as it can be read. */
export interface OverlayCheck {
    /** For the layer's reason: `replaces 2 files`. */
    readonly does: string;
    readonly findings: readonly Finding[];
}
/** How a path is shown: from the root's folder inside the project, else with the machine's folders folded. */
type Show = (path: string) => string;
/** Reads what `-overlay` names: which files go builds from which others, one finding for each module they belong to (at most 20). */
export declare function checkOverlay(host: Host, reading: RootReading, flag: FlagFile, moduleCache: string, show: Show): Promise<OverlayCheck>;
/** How a path is shown: relative to `from` inside a folder, folded outside it; bounded, without credentials. */
export declare function showFrom(from: string, inside: string, fold: (path: string) => string): Show;
export {};
