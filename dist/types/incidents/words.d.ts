import type { Location, Subject } from '../report/index.js';
import type { IncidentFacts } from './incident.js';
/** Characters of module paths and versions, as part of a pattern: all of them are safe in a shell. */
export declare const MODULE: string;
export declare const VERSION: string;
/** A place in a file with this ending, as part of a pattern; groups: path, line, column. Paths may start with a drive. */
export declare function placePattern(endings: string): string;
/** A printed path with slashes, without a leading `./`. */
export declare function cleanPath(path: string): string;
/** A place from the groups of `placePattern`. */
export declare function placeOf(path: string, line: string, column?: string): Location;
/** Names in a sentence: `a`, `a and b`, `a, b and 3 more`. */
export declare function enumerate(names: readonly string[], most?: number): string;
/** The platform in a sentence, without the cgo suffix of its target; empty when it is not known. */
export declare function targetName(facts: IncidentFacts): string;
/** The target as a part of a culprit, as far as it is known. */
export declare function targetSubject(facts: IncidentFacts): Pick<Subject, 'target'>;
/** ` for linux/arm64`, or nothing. */
export declare function forTarget(facts: IncidentFacts): string;
/** Whether the build is for another platform than the machine's: `null` when that cannot be told. */
export declare function isCross(facts: IncidentFacts): boolean | null;
/** `example.com/app`, the file, or what else there is to name. */
export declare function subjectName(subject: Subject): string;
/** `GOOS=linux GOARCH=arm64 ` as far as known and different from the machine's, for a command. */
export declare function targetVariables(facts: IncidentFacts): string;
