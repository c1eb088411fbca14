import type { IncidentRule } from '../incident.js';
export declare const hostRules: readonly IncidentRule[];
