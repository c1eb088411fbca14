import type { ProbeDocument } from './document.js';
/** Far more than any probe has. */
export declare const MAX_PROBE_BYTES: number;
/**
 * Reads a result of a probe of unknown origin; `name` is what errors call it (a path).
 * Throws `snapshot-unreadable`, naming the field, or `snapshot-newer`.
 */
export declare function parseProbe(printed: string, name: string): ProbeDocument;
