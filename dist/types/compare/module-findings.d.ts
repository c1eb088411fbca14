import type { Finding, ModuleDrift } from '../report/index.js';
/** A file of a root within the project. */
export declare function inRoot(root: string, file: string): string;
/** One line for a person: `example.com/m v1.0.0 → v1.1.0`. */
export declare function describeModuleDrift({ path, change, before, after }: ModuleDrift): string;
/**
 * Findings for what differs in the build lists: an error for each version with another hash,
 * per root one warning for changes that go.mod does not explain, and one note for those it does.
 * `versionOf` names the version that a changed hash belongs to.
 */
export declare function moduleFindings(drifts: readonly ModuleDrift[], versionOf: (drift: ModuleDrift) => string | null): readonly Finding[];
