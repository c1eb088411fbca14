import type { IncidentRule } from '../incident.js';
export declare const vendorRules: readonly IncidentRule[];
