export { compareToBaseline, type BaselineComparison } from './baseline.js';
export { pickBaselineJob, type PickedJob } from './pick.js';
export { stateOf } from './target-findings.js';
export { applyPolicy, type IgnoreRule, type Policy, type RuleSetting, type SuppressedFinding } from './policy.js';
export { exitCodeOf, verdictOf, type FailOn, type VerdictFacts } from './verdict.js';
export { compareJobs, type ComparedJob, type JobsComparison, type NamedSnapshot } from './jobs.js';
export { readPatch, type ChangedFile, type ChangeFacts } from './change.js';
export type { ExpectedJobs } from './expected.js';
export { foldRun, type Fold, type FoldInput } from './fold.js';
