import type { FailOn, Policy } from '../compare/index.js';
import type { Expectations } from '../environment/index.js';
import type { BuildCache, ChecksumDatabase } from './checks.js';
/** What a project says in `.goparity.yml`; every part may be left out. */
export interface Config extends Policy {
    /** Targets as written: `linux/arm64`, `windows/amd64+cgo`, `default`, `host`, patterns. */
    readonly targets?: readonly string[];
    /** Package patterns, as for `go build`. */
    readonly packages?: readonly string[];
    /** Directories of modules or workspaces (POSIX, from the project's directory) to look at instead of finding them. */
    readonly modules?: readonly string[];
    /** `auto`, `none`, `file:PATH` or `git:REF`. */
    readonly baseline?: string;
    readonly failOn?: FailOn;
    readonly checksumDatabase?: ChecksumDatabase;
    readonly buildCache?: BuildCache;
    /** Module path patterns as in GOPRIVATE: never asked for at the checksum database. */
    readonly private?: readonly string[];
    /** Facts of the environment that must hold before anything is downloaded or built. */
    readonly expect?: Expectations;
}
