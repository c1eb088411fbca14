import { guardStep } from './guard.js'
import { VERSION } from '../version.js'

// The first line comes before anything heavy is loaded: a step that is silent looks stuck.
process.stdout.write(`goparity ${VERSION} · report\n`)
guardStep()
const [{ reportStep }, { nodeHost }] = await Promise.all([import('./report-step.js'), import('../host/index.js')])
process.exitCode = await reportStep(nodeHost(), (text) => process.stdout.write(text))
