import type { IncidentRule } from '../incident.js';
export declare const codeRules: readonly IncidentRule[];
