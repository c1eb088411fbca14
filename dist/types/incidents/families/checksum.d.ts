import type { IncidentRule } from '../incident.js';
export declare const checksumRules: readonly IncidentRule[];
