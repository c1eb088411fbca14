import type { Finding, Location, ModuleDrift } from '../report/index.js';
/** A file of a root within the project. */
export declare function inRoot(root: string, file: string): string;
/** One line for a person: `example.com/m v1.0.0 → v1.1.0`. */
export declare function describeModuleDrift({ path, change, before, after }: ModuleDrift): string;
/** Where the change under review brings a difference; `null`: nobody knows. */
export type PlaceOf = (drift: ModuleDrift) => Location | null;
/**
 * Findings for what differs in the build lists: an error for each version with another hash,
 * per root one warning for changes that go.mod does not explain, and one note for those it does.
 * `versionOf` names the version that a changed hash belongs to, `placeOf` the line of the change that brings a difference.
 */
export declare function moduleFindings(drifts: readonly ModuleDrift[], versionOf: (drift: ModuleDrift) => string | null, placeOf?: PlaceOf): readonly Finding[];
