import type { CgoModule } from './module.js';
/** Well-known packages that need cgo. Sorted by path. */
export declare const CGO_MODULES: readonly CgoModule[];
