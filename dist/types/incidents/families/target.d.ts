import type { IncidentRule } from '../incident.js';
export declare const targetRules: readonly IncidentRule[];
