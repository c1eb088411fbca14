import type { Location } from '../report/index.js';
import type { RootPlace } from './roots.js';
/** A file of a root as reports show it: from the project's directory. */
export declare function locate(place: RootPlace, file: string, line?: number | null): Location;
