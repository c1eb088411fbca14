export { mergeIntegrity } from './layers.js';
export { readRoot, type RootReading } from './read-root.js';
export type { RootFile, RootFiles } from './root-files.js';
export { findRoots, type FoundRoots, type GoValues, type RootPlace } from './roots.js';
export { verifyAgain, verifyRoot, type RootVerification, type VerifyRootOptions } from './verify-root.js';
