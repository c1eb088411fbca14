import type { IncidentRule } from '../incident.js';
export declare const cgoCompilerRules: readonly IncidentRule[];
