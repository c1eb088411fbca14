export type * from './go.js'
export { cachePlaces, type CachePlaces } from './module-cache.js'
export { openGo, type OpenGoOptions } from './open.js'
export { readEnvFiles, readGoEnv, type GoEnvAnswer } from './env.js'
export { listDistTargets, resolveTargetFacts, type TargetFactsOptions } from './dist.js'
export { buildTarget, type BuildTargetOptions } from './build.js'
export { listDropped, locatePackages, type DroppedAnswer, type DroppedPackage, type PackagePlace } from './packages.js'
export { listModules, listPackageErrors, type GoOutput, type ListModulesOptions } from './modules.js'
export {
  editModJson,
  editWorkJson,
  type ModFile,
  type ModFileAnswer,
  type ModReplace,
  type ModRequire,
  type WorkFile,
  type WorkFileAnswer,
} from './modfile.js'
export { downloadModules, type DownloadAnswer, type DownloadedModule } from './download.js'
export { tidyDiff } from './tidy.js'
export { verifyModules, type VerifyAnswer, type VerifyProblem } from './verify.js'
export { vendorModules, type VendorOptions } from './vendor.js'
export {
  listArchives,
  verifyBuildCache,
  type Archive,
  type ArchiveOptions,
  type ArchivesAnswer,
  type CacheMismatch,
  type VerifyCacheAnswer,
} from './build-cache.js'
export { askShells, type AskShellsOptions } from './shells.js'
export {
  listPackageGraph,
  type CgoFlagKind,
  type FileKind,
  type ListedPackage,
  type PackageGraph,
  type PackageGraphOptions,
} from './package-graph.js'
