import { ParityError, toError } from '../errors.js'
import { withoutTokens, type RunOptions } from '../host/index.js'
import { runChain, verifyAgain } from './chain.js'
import { conclude, type Outcome } from './conclude.js'
import { diagnose } from './diagnose.js'
import type { FailOn } from '../compare/index.js'
import type { BuildOptions } from './options.js'
import type { Session } from './session.js'

/** What came of the command; `null` when it was never started. */
export interface RunOutcome extends Outcome {
  readonly command: { readonly exitCode: number | null } | null
}

/**
 * download → verify → CMD → verify again: the command never starts on unverified modules, and its failure is classified.
 * Throws as `recordProject` does, and `usage` when the command cannot be started.
 */
export async function run(
  session: Session,
  options: BuildOptions & { readonly failOn?: FailOn; readonly command: readonly string[]; readonly onOutput?: RunOptions['onOutput'] },
): Promise<RunOutcome> {
  const { host, signal } = session
  const [program, ...args] = options.command
  if (program === undefined) throw new ParityError('usage', 'run needs a command', 'write it after --: goparity run -- go test ./...')
  const chain = await runChain(session, options, 'verify')
  const { recording, snapshot } = chain
  const finish = (findings: typeof chain.findings, command: RunOutcome['command']): RunOutcome => ({
    ...conclude({ ...chain, findings, job: snapshot.job, timings: recording.watch.read() }, options),
    snapshot,
    command,
  })
  if (!chain.sound) return finish(chain.findings, null)
  const name = options.command.join(' ')
  const result = await recording.watch.step(
    'command',
    `running ${name}`,
    async () => {
      try {
        return await host.processes.run(program, args, {
          cwd: options.directory,
          env: withoutTokens(host.env),
          maxOutputBytes: 4 * 1024 * 1024,
          ...(signal === undefined ? {} : { signal }),
          ...(options.onOutput === undefined ? {} : { onOutput: options.onOutput }),
        })
      } catch (error) {
        throw new ParityError('usage', `${program} cannot be started: ${toError(error).message}`, 'check its name and PATH', {
          cause: error,
        })
      }
    },
    ({ exitCode }) => exitCode === 0,
  )
  if (result.ending === 'cancelled') throw new ParityError('cancelled', `cancelled while running ${name}`)
  const command = { exitCode: result.exitCode }
  const changed = await verifyAgain(session, chain.ledger, `while ${name} ran`)
  const findings = [...chain.findings, ...changed]
  if (result.exitCode === 0) return finish(findings, command)
  const at = {
    source: 'targets',
    project: options.directory,
    directory: options.directory,
    root: '.',
    title: `${name} failed`,
    command: name,
  } as const
  return finish([...findings, ...diagnose({ ...result, args: options.command }, at, recording.facts)], command)
}
