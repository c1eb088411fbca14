import type { Finding } from '../report/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments } from './model.js';
/** Programs that are copied into images where the C library they are linked with is not. */
export declare function findForeignLibraries(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[];
