import type { Location } from '../report/index.js';
import type { IncidentFacts, Match, Sighting } from './incident.js';
/** A place in a C or Go file; groups: path, line, column. */
export declare const C_SOURCE_PLACE: RegExp;
/**
 * A place that can be opened: a file that is printed by its name alone lies in the directory of its package.
 * `null` where that is not known. What go itself prints of Go files has its folder already.
 */
export declare function placeInPackage(location: Location, owner: string | null, facts: IncidentFacts): Location | null;
/** The place that a C compiler names. */
export declare function readPlace(match: Match, facts: IncidentFacts): Pick<Sighting, 'location'>;
/** The package that a line is about: that of its block, else the one in whose folder of the module cache the file lies. */
export declare function ownerOf(match: Match, file: string | undefined): {
    readonly package?: string;
};
