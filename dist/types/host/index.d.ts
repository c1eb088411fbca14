export type * from './host.js';
export { Capture } from './capture.js';
export { openContainer, type ContainerHost, type ContainerOptions } from './container-host.js';
export { parseEnvironment, remoteHost } from './remote-host.js';
export { nodeHost } from './node-host.js';
export { sha256 } from './digest.js';
export { withoutTokens } from './tokens.js';
