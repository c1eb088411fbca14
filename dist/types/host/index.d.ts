export type * from './host.js';
export { Capture } from './capture.js';
export { nodeHost } from './node-host.js';
export { sha256 } from './digest.js';
export { withoutTokens } from './tokens.js';
