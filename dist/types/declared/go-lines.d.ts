import type { Finding } from '../report/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments } from './model.js';
/** Places that ask for Go of different lines where they should agree. A matrix that holds a line agrees with it. */
export declare function findDifferentLines(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[];
