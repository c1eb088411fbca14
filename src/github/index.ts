export { artifactName, jobDigest, uploadFile, uploadSnapshot, type ArtifactClient, type UploadedArtifact } from './artifact.js'
export type { GithubTuning } from './ask.js'
export type { Changes, OpenPullRequest } from './changes.js'
export type { CreatedCheck, NewCheck } from './check-run.js'
export { openGithub, type GithubClient } from './client.js'
export { collectSnapshots, type Collected, type CollectedSnapshot, type CollectOptions } from './collect.js'
export {
  isDefaultBranchPush,
  readContext,
  refusePrivilegedEvent,
  rulesUrlOf,
  type EndedRun,
  type GithubContext,
  type PullRequest,
} from './context.js'
export { restoreBaselineFromCache, saveBaselineToCache } from './baseline-cache.js'
export type { CacheClient } from './cache-file.js'
export { restoreHint, saveHint, type Hint } from './hint-cache.js'
export { readRecordInputs, type RecordInputs } from './inputs.js'
export { mergeBaseSource, type GithubApi } from './merge-base-source.js'
export { actionsProcesses } from './processes.js'
export { readReportInputs, type CheckWish, type ReportInputs } from './report-inputs.js'
export { openRunner, type OutputName, type Runner } from './runner.js'
