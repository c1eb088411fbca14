/** What scripts/generate.mjs makes published files of. */
export { INPUTS, PERMISSIONS, RULE_IDS } from '../../src/config/index.js'
export { baselineRunSchema } from '../../src/baseline/run-of.js'
export { documentSchema } from '../../src/config/schema.js'
export { snapshotSchema } from '../../src/snapshot/schema.js'
export { reportSchema } from './report.js'
