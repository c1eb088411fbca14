import type { IncidentRule } from '../incident.js';
/** What the loader says, and a linker of what the loader would. */
export declare const libcRules: readonly IncidentRule[];
