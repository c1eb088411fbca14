/**
 * goparity as a library: the operations that the command and the action call, what they take and give, and the
 * readers and renderers around them. `goparity/testing` has fakes of the outside world.
 */
export {
  build,
  check,
  compare,
  explain,
  graph,
  inspect,
  loadConfig,
  plan,
  probe,
  record,
  report,
  run,
  saveBaseline,
  showBaseline,
  verify,
} from './operations/index.js'
export type {
  BuildOptions,
  CheckOptions,
  CompareOptions,
  ExplainOptions,
  Explanation,
  GraphDocument,
  GraphOptions,
  InspectionDocument,
  InspectOptions,
  Outcome,
  PlanDocument,
  ProbeSettings,
  ProgressEvent,
  ProjectOptions,
  ReportOptions,
  RunReport,
  Session,
} from './operations/index.js'
export { parseConfig, type Config } from './config/index.js'
export { ParityError, type ParityErrorCode } from './errors.js'
export type { ProbeDocument } from './probes/index.js'
export { nodeHost, type Host } from './host/index.js'
export { classify, type Incident } from './incidents/index.js'
export { annotationsOf, renderJson, renderMarkdown, renderSarif, renderText, type Finding, type Report } from './report/index.js'
export { canonicalJson, parseSnapshot, type Snapshot } from './snapshot/index.js'
export { VERSION } from './version.js'
