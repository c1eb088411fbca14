import type { Host } from './host.js';
/** The machine this Node runs on. `overrides` replaces single parts, as the action does with `processes`. */
export declare function nodeHost(overrides?: Partial<Host>): Host;
