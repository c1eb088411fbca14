import type { Finding } from '../report/index.js';
import type { RootFiles } from './root-files.js';
import type { RootPlace } from './roots.js';
/** What is wrong with the go.sum files of a root by themselves: lines go cannot read, two hashes for one thing, hashes go does not know. */
export declare function findSumFindings(place: RootPlace, files: RootFiles): readonly Finding[];
