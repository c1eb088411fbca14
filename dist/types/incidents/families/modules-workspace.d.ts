import type { IncidentRule } from '../incident.js';
/** The workspace and what is built do not fit together. */
export declare const workspaceMismatch: IncidentRule;
