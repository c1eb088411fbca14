import type { PureModule } from './module.js';
/** Often taken for modules with C. Sorted by path; held against the real modules in `__tests__/heavy/cgo-modules.test.ts`. */
export declare const PURE_MODULES: readonly PureModule[];
