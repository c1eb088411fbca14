import type { Location } from '../report/index.js';
import type { Match } from './incident.js';
/** A place in a Go file, followed by its message; groups: path, line, column. */
export declare const GO_PLACE: RegExp;
/** go 1.8 and newer; before that a package without files was said to have no buildable ones. */
export declare const EXCLUDED: RegExp;
/** A package whose files were all excluded. */
export interface ExcludedPackage {
    /** Import path; `null` where only its directory is named. */
    readonly package: string | null;
    /** `path@version` of a package in the module cache. */
    readonly module: string | null;
    readonly directory: string;
    /** The import that needs it. */
    readonly location: Location | null;
}
/** Reads a line of `EXCLUDED`: `package p: …`, `imports p: …`, `p: …` or `file.go:3:8: …`. */
export declare function readExcluded(match: Match): ExcludedPackage;
/** `x.go:3:8: undefined: name`, `vet: x.go:…`, without a column before Go 1.9. */
export declare const UNDEFINED_NAME: RegExp;
/** The place of a message of the Go compiler; `null` when its line names none. */
export declare function goPlace(match: Match): Location | null;
/** The package of a message: that of its block, else the one in whose folder of the module cache the file lies. */
export declare function goPackage(match: Match, location: Location | null): string | null;
