import type { IncidentRule } from '../incident.js';
export declare const cgoLibraryRules: readonly IncidentRule[];
