import type { Files } from './host.js';
/** Files by node:fs. */
export declare const nodeFiles: Files;
