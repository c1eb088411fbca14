export { ACTION_REFERENCE, isActionReference, isOwnAction } from './action-reference.js'
export { checkOrder, type CiFile } from './check-order.js'
export { scriptTargets } from './command-targets.js'
export { configText } from './config-text.js'
export { unifiedDiff } from './diff.js'
export { execForm } from './dockerfile.js'
export { GITLAB_GLOBALS } from './gitlab-jobs.js'
export { githubJobs } from './github-jobs.js'
export { goreleaserTargets, GORELEASER_FILES } from './goreleaser.js'
export { guessBranch, guessMatrix } from './guessed-matrix.js'
export { mergeTargets, type GuessedTarget, type SeenTarget } from './guessed-targets.js'
export { withoutWrappers } from './event.js'
export { insertInto, type Inserted, type InsertRequest } from './insert.js'
export { workflowTargets } from './matrix-targets.js'
export { splitShell, type ShellCommand } from './shell.js'
export { workflowText } from './workflow-text.js'
export {
  entriesOf,
  itemsAt,
  lineFinder,
  linesInText,
  MAX_BYTES,
  nodeAt,
  readYamlFile,
  textAt,
  texts,
  type YamlFile,
  type YamlNode,
  type YamlText,
} from './yaml-file.js'
