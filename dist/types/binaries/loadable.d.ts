import { type ByteSource } from './bytes.js';
import type { FoundBinary } from './resolve.js';
/** A binary with what a loader needs of it: the symbols too. `null` for what is no ELF file. */
export declare function readLoadable(source: ByteSource, path: string): FoundBinary | null;
