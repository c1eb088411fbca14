import { ParityError, toError } from '../errors.js'
import { openRunner, type Runner } from '../github/index.js'
import { openGo } from '../go/index.js'
import type { Host } from '../host/index.js'
import { verifyAgain } from '../integrity/index.js'
import { parseState, STATE } from './state.js'

const EVIDENCE_LINES = 20

async function verifyRoots(host: Host, runner: Runner): Promise<0 | 1> {
  const state = parseState(runner.readState(STATE))
  if (state === null || state.roots.length === 0) {
    const message = 'The recording step did not get as far as verified modules, so there is nothing to verify again.'
    await runner.annotate({ level: 'notice', title: 'goparity: not verified again', message })
    return 0
  }
  // The cache that was verified, wherever later steps have pointed go to.
  const pinned = { ...host, env: { ...host.env, GOMODCACHE: state.moduleCache } }
  const wrong: string[] = []
  for (const path of state.roots) {
    if ((await host.files.status(path)) === null) {
      runner.log(`${path} is gone: nothing to verify there`)
      continue
    }
    const answer = await verifyAgain(openGo(pinned, { directory: path }), { path })
    if (!answer.ok)
      wrong.push(...`${answer.result.stdout.text}\n${answer.result.stderr.text}`.split('\n').filter((line) => line.trim() !== ''))
  }
  if (wrong.length === 0) {
    runner.log('✓ the module cache is still what was verified')
    return 0
  }
  const shown = [...new Set(wrong)].slice(0, EVIDENCE_LINES)
  runner.log(shown.join('\n'))
  await runner.annotate({
    level: 'error',
    title: 'the module cache changed during the job',
    message: [
      'The modules were verified before the build, and do not pass any more: a later step changed them, and what it built from them is not what go.sum promises.',
      ...shown,
    ].join('\n'),
  })
  return 1
}

/** The post step: `go mod verify` once more at the end of the job. Gives the exit code of the step; never throws. */
export async function postStep(host: Host, write: (text: string) => void): Promise<0 | 1> {
  const runner = openRunner(host, write)
  try {
    return await verifyRoots(host, runner)
  } catch (error) {
    const hint = error instanceof ParityError && error.hint !== undefined ? `\n${error.hint}` : ''
    await runner.annotate({ level: 'error', title: 'goparity: cannot verify again', message: `${toError(error).message}${hint}` })
    return 1
  }
}
