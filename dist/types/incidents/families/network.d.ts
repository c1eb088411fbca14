import type { IncidentRule } from '../incident.js';
/** What keeps go from the modules, in causal order: without a name no connection, without a connection no right. */
export declare const networkRules: readonly IncidentRule[];
