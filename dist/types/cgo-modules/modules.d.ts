import type { CgoModule } from './module.js';
/** Sorted by path. What has a version is held against the real module in `__tests__/heavy/cgo-modules.test.ts`. */
export declare const CGO_MODULES: readonly CgoModule[];
