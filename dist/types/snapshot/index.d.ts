export type * from './snapshot.js';
export { byteOrder } from './byte-order.js';
export { canonicalJson, compactJson } from './canonical-json.js';
export { identifyJob, isOwnId, type JobOptions } from './job.js';
export { MAX_SNAPSHOT_LENGTH, parseSnapshot } from './parse.js';
export { redact } from './redact.js';
