import type { IncidentRule } from '../incident.js';
export declare const macosFramework: IncidentRule;
