import type { HookName, HookPolicy } from './names.js';
/** The lines that decide whether goparity is started, and with what: they end the hook, or leave `pending`. */
export declare function looksForChange(name: HookName, policy: HookPolicy): readonly string[];
