export type * from './document.js';
export { compareProbes, type FactDifference, type NamedProbe, type ProbeComparison } from './compare.js';
export { probeFacts, type FactKind, type ProbeFact } from './facts.js';
export { MAX_PROBE_BYTES, parseProbe } from './parse.js';
export { probeMachine, type ProbeOptions } from './probe-machine.js';
