import type { IncidentRule } from '../incident.js';
/** The files of Go do not belong together. */
export declare const brokenGoroot: IncidentRule;
