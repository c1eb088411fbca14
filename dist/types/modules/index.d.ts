export { builtVersion, parseListedModules, readBuildList, readVendoredList, type ListedModule } from './build-list.js';
export { diffModules, diffRootFiles, FROM_VENDOR_LIST, type FileDrift } from './diff.js';
export { findContradictions, findSumLine, indexGoSums, parseGoSum, sumKey, type GoSum, type GoSumLine } from './go-sum.js';
export { isObject, parseJsonSequence, textField } from './json-sequence.js';
export { confirmSuspects, findSumGaps, type SumGaps } from './missing-sums.js';
export { decideMode, findGoFlag, type ModeDecision, type ModeFacts } from './mode.js';
export { findDirective, findReplacement, findRequirement, findRequirements, findUses, type Requirement } from './positions.js';
export { parseModulesTxt, withoutMarkers, type VendoredModule, type VendorList } from './vendor-list.js';
export { compareVersions } from './versions.js';
