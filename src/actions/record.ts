import { guardStep } from './guard.js'
import { VERSION } from '../version.js'

// The first line comes before anything heavy is loaded: a step that is silent looks stuck.
process.stdout.write(`goparity ${VERSION} · record ${process.env['INPUT_WORKING-DIRECTORY'] ?? '.'}\n`)
guardStep()
const [{ recordStep }, { actionsProcesses }, { nodeHost }] = await Promise.all([
  import('./record-step.js'),
  import('../github/index.js'),
  import('../host/index.js'),
])
process.exitCode = await recordStep(nodeHost({ processes: actionsProcesses }), (text) => process.stdout.write(text))
