import type { IncidentRule } from './incident.js';
/**
 * Every kind of failure that is recognised. The order is causal: a rule sees only lines that none before it has explained,
 * and the program's own faults come last.
 */
export declare const catalogue: readonly IncidentRule[];
