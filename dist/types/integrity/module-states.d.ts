import { type CachePlaces } from '../go/index.js';
import { type Host, type ModuleHash } from '../host/index.js';
import type { Module } from '../snapshot/index.js';
/** What the module cache holds of one module version that go builds with. */
export interface ModuleState {
    readonly path: string;
    readonly version: string;
    /** `path@version` */
    readonly key: string;
    readonly places: CachePlaces;
    /** The hash recorded beside the zip; `null` when there is none that go would believe. */
    readonly recorded: string | null;
    /** `null`: not in the cache. */
    readonly zip: ModuleHash | null;
    readonly directory: ModuleHash | null;
}
/** A go.mod file of the module cache. */
export interface GoModState {
    readonly path: string;
    readonly version: string;
    /** `path@version/go.mod` */
    readonly key: string;
    readonly places: CachePlaces;
    /** `h1:…` of its content; `null` when it is no regular file. */
    readonly hash: string | null;
}
/** The module versions go builds with, each once: replacements count as what they are replaced by, folders not at all. */
export declare function builtModules(modules: readonly Module[]): readonly {
    readonly path: string;
    readonly version: string;
}[];
/** The `h1:` of a go.mod file alone: golang.org/x/mod/sumdb/dirhash over the one name `go.mod`. */
export declare function hashGoMod(content: Uint8Array): string;
/** Reads and hashes what the module cache `cache` (GOMODCACHE) holds of each module; in the order of `modules`. */
export declare function readModuleStates(host: Host, cache: string, modules: readonly {
    readonly path: string;
    readonly version: string;
}[]): Promise<readonly ModuleState[]>;
/** Hashes the go.mod files that the module cache holds of these versions; what is not there is left out. */
export declare function readGoModStates(host: Host, cache: string, modules: readonly {
    readonly path: string;
    readonly version: string;
}[]): Promise<readonly GoModState[]>;
