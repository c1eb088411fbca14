import { type Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Degrade } from '../report/index.js';
import type { GoValues } from './roots.js';
import { type ModuleVersion } from './throwaway-module.js';
import { type Silence } from './witness-words.js';
/** What the database has of a module version: the hashes of its zip and its go.mod, where its record names them. */
export interface DatabaseRecord {
    readonly zip: string | null;
    readonly goMod: string | null;
}
/** What came back. */
export interface Lookups {
    /** By `path@version`: the record, or why there is none. */
    readonly answers: ReadonlyMap<string, DatabaseRecord | Silence>;
    /** What go printed of two histories of the database; `null` when there was nothing of the kind. */
    readonly fork: readonly string[] | null;
    readonly degraded: readonly Degrade[];
}
export interface LookupOptions {
    /** Value of GOSUMDB to ask by. */
    readonly gosumdb: string;
    /** Name of the database, `sum.golang.org`. */
    readonly database: string;
    /** Patterns that go must not ask for either. */
    readonly privatePatterns: readonly string[];
    /** In all. */
    readonly deadlineMs: number;
}
/**
 * Lets go ask the checksum database for module versions, from folders of its own: no lookup that somebody kept is used, nothing of the user's
 * is written, nothing but the database is asked. Throws only when go cannot be started or the whole was cancelled.
 */
export declare function lookUpModules(host: Host, go: Go, env: GoValues, modules: readonly ModuleVersion[], options: LookupOptions): Promise<Lookups>;
