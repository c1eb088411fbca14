import type { IncidentRule } from '../incident.js';
/** The go command runs where there is no module. */
export declare const noGoMod: IncidentRule;
