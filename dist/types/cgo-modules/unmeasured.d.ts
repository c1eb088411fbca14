import type { CgoModule } from './module.js';
/** Known by their documentation alone: the modules could not be had to be looked at. */
export declare const UNMEASURED: readonly CgoModule[];
