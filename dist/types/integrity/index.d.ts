export type { CacheReading } from './read-cache.js';
export { checkBuildCache, trustedBuildCache, type BuildCacheCheck } from './build-cache.js';
export { findRestoredCaches, type RestoredCaches } from './restored-cache.js';
export { isRefusal, mergeIntegrity, withLayer } from './layers.js';
export { readRoot, type RootReading } from './read-root.js';
export type { RootFile, RootFiles } from './root-files.js';
export { findRoots, type FoundRoots, type GoValues, type RootPlace } from './roots.js';
export { changeFindings, findLedgerChanges, formatLedger, ledgerOf, parseLedger, type Ledger } from './verify-again.js';
export { verifyRoot, type RootVerification, type VerifyRootOptions } from './verify-root.js';
