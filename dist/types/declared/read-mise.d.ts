import type { DeclaredEnvironment } from './model.js';
/** No mise.toml that people write is nearly as long. */
export declare const MAX_TOML: number;
/** Reads a mise.toml. Throws what its parser throws. */
export declare function readMise(file: string, text: string): Promise<DeclaredEnvironment>;
