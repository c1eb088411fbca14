import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import type { Module } from '../snapshot/index.js';
import type { RootFiles } from './root-files.js';
import type { RootPlace } from './roots.js';
/** One note for every module that is replaced by a folder: no checksum covers that. A warning when the folder is not there. */
export declare function findReplacementFindings(host: Host, place: RootPlace, files: RootFiles, modules: readonly Module[]): Promise<readonly Finding[]>;
