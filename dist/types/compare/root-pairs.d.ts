import type { RootPair } from './compared-job.js';
/** Works out something for each pair of roots, once for all pairs that say the same: jobs of a matrix mostly have one build list. */
export declare function shareRootPairs<T>(work: (pair: RootPair) => T): (pair: RootPair) => T;
