import { guardStep } from './guard.js'
import { VERSION } from '../version.js'

process.stdout.write(`goparity ${VERSION} · verify again\n`)
guardStep()
const [{ postStep }, { actionsProcesses }, { nodeHost }] = await Promise.all([
  import('./post-step.js'),
  import('../github/index.js'),
  import('../host/index.js'),
])
process.exitCode = await postStep(nodeHost({ processes: actionsProcesses }), (text) => process.stdout.write(text))
