import { ParityError } from '../errors.js'
import type { Environment, Host, ProcessResult } from './host.js'
import { parseEnvironment, remoteHost, type RemoteLimits } from './remote-host.js'

/** How a container is started. */
export interface ContainerOptions {
  /** The command line client, in words: `docker`, or `podman --runtime runc`. */
  readonly engine: readonly [string, ...string[]]
  /** What comes behind `run`: further flags of the client. */
  readonly runFlags?: readonly string[]
  readonly image: string
  /** Directories of this machine that are there under the same name, to be read only. */
  readonly mounts: readonly string[]
  /** Absolute; one of the mounts, or below one. */
  readonly directory: string
  /** On top of the environment of the image. */
  readonly env: Environment
  readonly signal?: AbortSignal
}

/** A machine inside of a container, until it is closed. */
export interface ContainerHost {
  readonly host: Host
  close(): Promise<void>
}

/** A container that hangs is not one. */
const START_MS = 120_000
const MAX_READ = 64 * 1024 * 1024

function words(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : ['-e', `${key}=${value}`]))
}

/**
 * Starts a container of an image, without network, and gives a host whose programs and files are those inside. The image needs a shell.
 * Throws `usage` with what the client said when it cannot be started.
 */
export async function openContainer(outside: Host, options: ContainerOptions): Promise<ContainerHost> {
  const { engine, runFlags = [], image, mounts, directory, env: more, signal } = options
  const [program, ...own] = engine
  const ask = async (
    args: readonly string[],
    limits: { readonly deadlineMs?: number; readonly maxOutputBytes?: number } = {},
  ): Promise<ProcessResult> => {
    try {
      const client = {
        cwd: outside.cwd,
        env: outside.env,
        maxOutputBytes: MAX_READ,
        ...limits,
        ...(signal === undefined ? {} : { signal }),
      }
      return await outside.processes.run(program, [...own, ...args], client)
    } catch (error) {
      throw new ParityError('usage', `${program} cannot be started`, 'install docker or podman, or name the client with --engine', {
        cause: error,
      })
    }
  }
  const volumes = mounts.flatMap((path) => ['-v', `${path}:${path}:ro`])
  const started = await ask(['run', '-d', '--rm', '--network', 'none', ...runFlags, ...volumes, '--entrypoint', 'sleep', image, '3600'], {
    deadlineMs: START_MS,
  })
  const id = started.stdout.text.trim().split('\n').at(-1) ?? ''
  if (started.exitCode !== 0 || !/^[0-9a-f]{12,64}$/.test(id)) {
    const said = started.stderr.text.trim().split('\n').at(-1) ?? ''
    throw new ParityError(
      'usage',
      `no container of ${image} can be started: ${said}`,
      `try it by hand: ${engine.join(' ')} run --rm ${image} go version`,
    )
  }
  const close = async (): Promise<void> => {
    await ask(['rm', '-f', id], { deadlineMs: START_MS }).catch(() => null)
  }
  const exec = async (env: Environment, cwd: string, args: readonly string[], limits: RemoteLimits = {}): Promise<ProcessResult> =>
    ask(['exec', ...words(env), '-w', cwd, id, ...args], limits)
  try {
    const said = await exec({}, '/', ['env'])
    if (said.exitCode !== 0)
      throw new ParityError(
        'usage',
        `${image} has no programs that a plan can ask`,
        'name an image with a shell and Go, such as golang:1.26',
      )
    const machine = { name: image, env: parseEnvironment(said.stdout.text), settings: more, directory, exec }
    return { host: remoteHost(outside, machine), close }
  } catch (error) {
    await close()
    throw error
  }
}
