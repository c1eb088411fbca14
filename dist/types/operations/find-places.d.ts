import type { Config } from '../config/index.js';
import { type Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import { type GoValues, type RootPlace } from '../integrity/index.js';
import type { Degrade } from '../report/index.js';
/** The directory of a project with its links resolved. Throws `directory-missing`. */
export declare function requireDirectory(host: Host, directory: string): Promise<string>;
/** What `go env` said, with where each value comes from. */
export declare function readValues(host: Host, values: Readonly<Record<string, string>>): Promise<GoValues>;
/** Places where go commands run, each with the go env of its folder: go.work, GOMOD and the toolchain may be others there. */
export interface FoundPlaces {
    readonly places: readonly {
        readonly place: RootPlace;
        readonly env: GoValues;
    }[];
    readonly degraded: readonly Degrade[];
}
/** The modules that the configuration names, or those that are found. */
export declare function findPlaces(host: Host, go: Go, env: GoValues, modules: Config['modules']): Promise<FoundPlaces>;
