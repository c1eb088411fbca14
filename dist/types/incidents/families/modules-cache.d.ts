import type { IncidentRule } from '../incident.js';
export declare const cacheRules: readonly IncidentRule[];
/** What never makes a command fail. */
export declare const moduleNotices: readonly IncidentRule[];
