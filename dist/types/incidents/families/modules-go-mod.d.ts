import type { IncidentRule } from '../incident.js';
/** go.mod itself has to change before anything is built. */
export declare const goModNeedsUpdate: IncidentRule;
