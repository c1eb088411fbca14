import { errorCode, toError, ParityError } from '../errors.js'
import { withoutTokens, type Environment, type Host } from '../host/index.js'
import type { Go, GoOptions, GoResult } from './go.js'

/** What go commands get: no CI tokens, and compiler messages untranslated. */
function goEnvironment(env: Environment): Environment {
  // LANGUAGE beats LC_ALL in gettext programs such as gcc.
  return { ...withoutTokens(env), LC_ALL: 'C', LANGUAGE: '' }
}

export interface OpenGoOptions {
  /** Absolute directory in which commands run. */
  readonly directory: string
  /** Ends every running command. */
  readonly signal?: AbortSignal
  /** Told of each command that has ended. */
  readonly onResult?: (result: GoResult) => void
}

/** The go command on PATH. */
export function openGo(host: Host, options: OpenGoOptions): Go {
  const env = goEnvironment(host.env)
  const { directory, signal, onResult } = options
  return {
    directory,
    env,
    in: (other) => openGo(host, { ...options, directory: other }),
    async run(args, { env: more = {}, cwd = directory, deadlineMs, maxOutputBytes }: GoOptions = {}): Promise<GoResult> {
      let result
      try {
        result = await host.processes.run('go', args, {
          cwd,
          env: { ...env, ...more, PWD: cwd },
          ...(signal === undefined ? {} : { signal }),
          ...(deadlineMs === undefined ? {} : { deadlineMs }),
          ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
        })
      } catch (error) {
        // Told apart here: spawn says ENOENT also for a working directory that is gone.
        if ((await host.files.status(cwd)) === null)
          throw new ParityError('directory-missing', `there is no directory ${cwd}`, undefined, { cause: error })
        const path = env['PATH'] ?? ''
        throw new ParityError(
          'go-missing',
          `the go command cannot be started: ${errorCode(error) === 'ENOENT' ? 'there is none on PATH' : toError(error).message}`,
          path === '' ? 'PATH is empty; put the folder of go on it' : 'install Go from https://go.dev/dl or put its bin folder on PATH',
          { cause: error },
        )
      }
      if (result.ending === 'cancelled') throw new ParityError('cancelled', `cancelled while running go ${args.join(' ')}`)
      const ended: GoResult = { ...result, args }
      onResult?.(ended)
      return ended
    },
  }
}
