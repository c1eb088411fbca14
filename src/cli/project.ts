import { resolve } from 'node:path'
import type { ProjectOptions, Session } from '../operations/index.js'
import { VERSION } from '../version.js'
import type { CliContext } from './context.js'
import { openProgress } from './progress.js'

/** The flags that say which project and which job is meant. */
export interface ProjectFlags {
  readonly directory: string
  readonly config?: string | undefined
  readonly job?: string | undefined
  readonly matrix?: string | undefined
  readonly quiet?: true | undefined
}

/** An absent or empty flag is not given. */
export function given<Key extends string, Value>(key: Key, value: Value | '' | undefined): { readonly [key in Key]?: Value } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens to string
  return (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [key in Key]?: Value }
}

/** The event of a GitHub job, so that the command knows a pull request as the action does; `null` elsewhere. */
async function readEvent({ host }: CliContext): Promise<unknown> {
  if (host.env['GITHUB_ACTIONS'] !== 'true') return null
  const { readContext, refusePrivilegedEvent } = await import('../github/index.js')
  const context = await readContext(host)
  refusePrivilegedEvent(context)
  return context.event
}

export interface OpenedProject {
  readonly project: ProjectOptions
  readonly event: unknown
}

/**
 * Opens the project that the flags name, runs `work` on it with its progress shown, and takes the progress away again.
 * Loads the engine first: it is not needed for help or for a wrong flag.
 */
export async function withProject<Result>(
  context: CliContext,
  flags: ProjectFlags,
  work: (session: Session, opened: OpenedProject, operations: typeof import('../operations/index.js')) => Promise<Result>,
): Promise<Result> {
  const { host, io, signal } = context
  const event = await readEvent(context)
  const operations = await import('../operations/index.js')
  const directory = resolve(host.cwd, flags.directory)
  const config = await operations.loadConfig(host, directory, flags.config === '' ? undefined : flags.config)
  const display = openProgress(io.stderr, flags.quiet === true)
  const session: Session = {
    host,
    signal,
    progress: (progressEvent) => {
      display.show(progressEvent)
    },
  }
  const job = { ...given('name', flags.job), ...given('matrix', flags.matrix) }
  try {
    return await work(session, { project: { directory, config, version: VERSION, job }, event }, operations)
  } finally {
    display.stop()
  }
}
