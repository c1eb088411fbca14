import type { IncidentRule } from '../incident.js';
export declare const toolchainRules: readonly IncidentRule[];
