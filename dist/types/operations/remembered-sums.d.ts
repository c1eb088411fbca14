import type { Snapshot } from '../snapshot/index.js';
/**
 * What snapshots of a trusted baseline say the checksum database has attested: lines as in go.sum, `path version[/go.mod] h1:…`. Only of
 * snapshots in which all of it was answered; private modules are among the lines, and are never asked for anyway.
 */
export declare function rememberedSums(snapshots: readonly Snapshot[]): ReadonlySet<string>;
