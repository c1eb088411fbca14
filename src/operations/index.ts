export { build } from './build.js'
export { saveBaseline, showBaseline, type SaveOutcome } from './baseline.js'
export { check } from './check.js'
export { checkWith, type CheckWithOptions } from './check-with.js'
export { compare, type CompareOptions } from './compare.js'
export type { Outcome } from './conclude.js'
export { declared, type DeclaredOptions, type DeclaredOutcome } from './declared.js'
export { explain, type ExplainOptions, type Explanation } from './explain.js'
export { applyFix, planFixes, type FixOutcome, type FixPlan } from './fix.js'
export type { FileChange, Ill, LocalFix } from './local-fix.js'
export { graph, type GraphDocument, type GraphOptions, type TargetGraph } from './graph.js'
export { hookStatus, installHook, uninstallHook, type HookDocument, type HookEntry, type HookInstallOptions } from './hook.js'
export { planInit, writeInit, type InitOptions, type InitPlan, type PlannedFile } from './init.js'
export { checkWorkflows, type CheckWorkflowsOptions } from './init-check.js'
export {
  inspect,
  type InspectedBinary,
  type InspectedFile,
  type InspectionDocument,
  type InspectOptions,
  type InspectOutcome,
} from './inspect.js'
export { loadConfig } from './load-config.js'
export type { BuildOptions, CheckOptions, ProjectOptions } from './options.js'
export { plan, type PlanDocument, type PlanOutcome } from './plan.js'
export { compareProbeFiles, probe, type ProbeSettings } from './probe.js'
export { record } from './record.js'
export { readSnapshots } from './read-snapshots.js'
export { report, type RefusedSnapshot, type ReportOptions, type RunReport } from './report.js'
export { run, type RunOutcome } from './run.js'
export type { Progress, ProgressEvent, Session, StepName } from './session.js'
export { sync } from './sync.js'
export type { SyncDocument, SyncOptions, SyncPolicy } from './sync-document.js'
export { verify } from './verify.js'
