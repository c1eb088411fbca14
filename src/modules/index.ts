export { builtVersion, parseListedModules, readBuildList, readVendoredList, type ListedModule } from './build-list.js'
export { diffModules, diffRootFiles, FROM_VENDOR_LIST, type FileDrift } from './diff.js'
export { escapeModule, unescapeModule } from './escape.js'
export {
  findContradictions,
  findSumLine,
  findUnknownAlgorithms,
  indexGoSums,
  parseGoSum,
  sumKey,
  type GoSum,
  type GoSumLine,
  type SumContradiction,
  type UnknownAlgorithm,
} from './go-sum.js'
export { isObject, parseJsonSequence, textField } from './json-sequence.js'
export { otherSums, sumsOf } from './other-sums.js'
export { confirmSuspects, findSumGaps, type SumGaps } from './missing-sums.js'
export { decideMode, findGoFlag, type ModeDecision, type ModeFacts } from './mode.js'
export { findDirective, findReplacement, findRequirement, findRequirements, findUses, type Requirement } from './positions.js'
export { parseTidyDiff } from './tidy-diff.js'
export { parseModulesTxt, type VendoredModule, type VendorList } from './vendor-list.js'
export { diffVendorLists, type VendorListChange, type VendorListDiff } from './vendor-list-diff.js'
export { compareVersions } from './versions.js'
export { faultOfFileName, openNameTree, type NameTree } from './file-names.js'
export { textDiff } from './text-diff.js'
export { diffTrees, type ComparedFile, type FileChange } from './tree-diff.js'
