import type { IncidentRule } from '../incident.js';
export { moduleNotices } from './modules-cache.js';
/** What go.mod, go.work and the module cache make go say, in causal order: without a module no requirement can be wrong. */
export declare const moduleRules: readonly IncidentRule[];
