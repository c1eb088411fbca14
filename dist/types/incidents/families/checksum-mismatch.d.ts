import type { IncidentRule } from '../incident.js';
export declare const goSumMismatch: IncidentRule;
export declare const sumDbMismatch: IncidentRule;
