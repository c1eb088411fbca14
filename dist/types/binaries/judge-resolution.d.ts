import { type FoundBinary, type Resolution } from './resolve.js';
import { type Verdict } from './verdict.js';
/** Libraries of another C library than the loader's. */
export declare function wrongLibc({ libraries, loader }: Resolution): readonly number[];
/**
 * Holds a binary against what really lies below a root: loader, libraries, their versions and symbols.
 * `where` names the root; `goarch`: its processor, `null` when it is not known.
 */
export declare function judgeResolution(main: FoundBinary, resolution: Resolution, where: string, goarch: string | null): Verdict;
