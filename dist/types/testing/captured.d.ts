import type { Captured } from '../host/index.js';
/** A text as a process would have written it, whole. */
export declare function captured(text: string): Captured;
