import type { IncidentRule } from '../incident.js';
/** A repository asks who is there. */
export declare const privateAuth: IncidentRule;
