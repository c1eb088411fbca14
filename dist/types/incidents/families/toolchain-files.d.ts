import type { IncidentRule } from '../incident.js';
export declare const toolchainFileRules: readonly IncidentRule[];
