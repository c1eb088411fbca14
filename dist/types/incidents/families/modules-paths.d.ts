import type { IncidentRule } from '../incident.js';
export declare const modulePathRules: readonly IncidentRule[];
