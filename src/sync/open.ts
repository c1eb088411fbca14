import { join, posix } from 'node:path'
import stripJsonComments from 'strip-json-comments'
import * as v from 'valibot'
import { ParityError } from '../errors.js'
import type { Host } from '../host/index.js'
import { findContainer, findDevcontainer, findEngine, type Engine, type FoundContainer } from './containers.js'
import type { Place } from './place.js'
import { openTransport, type Transport } from './transport.js'

/** A place that can be talked to, or why it cannot be. */
export type OpenedPlace =
  | { readonly ok: true; readonly transport: Transport; readonly directory: string }
  /** `isDown`: it may be back later. */
  | { readonly ok: false; readonly isDown: boolean; readonly said: string; readonly wayOut: string }

/** What opening needs besides the place. */
export interface OpenOptions {
  /** Top of the working tree. */
  readonly top: string
  readonly engine: Engine | null
  readonly deadlineMs: number
  readonly signal?: AbortSignal
}

const Devcontainer = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ workspaceFolder: v.optional(v.string()), remoteUser: v.optional(v.string()) }),
)
const DEVCONTAINER_FILES = ['.devcontainer/devcontainer.json', '.devcontainer.json']

async function readDevcontainer(host: Host, top: string): Promise<v.InferOutput<typeof Devcontainer>> {
  for (const name of DEVCONTAINER_FILES) {
    const bytes = await host.files.read(join(top, name))
    if (bytes === null) continue
    const text = stripJsonComments(new TextDecoder().decode(bytes), { trailingCommas: true })
    const read = v.safeParse(Devcontainer, text)
    if (!read.success) throw new ParityError('usage', `${name} cannot be read`, 'it must be JSON with comments, as the editor writes it')
    return read.output
  }
  throw new ParityError('usage', 'the repository has no .devcontainer/devcontainer.json', 'name the container: docker:NAME')
}

const STOPPED: Readonly<Record<string, string>> = {
  paused: 'unpause',
  exited: 'start',
  created: 'start',
  stopped: 'start',
}

function openContainer(
  host: Host,
  engine: Engine,
  found: FoundContainer,
  named: { readonly text: string; readonly directory: string | null; readonly user: string | null },
  signal: AbortSignal | undefined,
): OpenedPlace {
  const [program] = engine
  if ('why' in found) {
    if (found.why === 'unreachable')
      return {
        ok: false,
        isDown: true,
        said: `${program} cannot be reached: ${found.said}`,
        wayOut: `start ${program}`,
      }
    if (found.why === 'absent')
      return { ok: false, isDown: true, said: `there is no container ${named.text}`, wayOut: `${program} ps --all shows their names` }
    return { ok: false, isDown: false, said: `${named.text} means ${found.names.join(' and ')}`, wayOut: 'name one of them: docker:NAME' }
  }
  const { container } = found
  if (container.status !== 'running') {
    const how = STOPPED[container.status]
    return {
      ok: false,
      isDown: true,
      said: `the container ${container.name} is ${container.status}`,
      wayOut: how === undefined ? 'wait until it is running' : `${program} ${how} ${container.name}`,
    }
  }
  const user = named.user === null ? [] : ['--user', named.user]
  return {
    ok: true,
    transport: openTransport(
      host,
      {
        command: [...engine, 'exec', '-i', ...user, container.id],
        joinsWords: false,
        wayOut: 'install docker or podman, or name the client with --engine',
      },
      signal,
    ),
    directory: named.directory ?? container.workingDirectory,
  }
}

/** Finds the place and a way to talk to it. Throws `usage` when a client or a configuration is missing. */
export async function openPlace(host: Host, place: Place, { top, engine: words, deadlineMs, signal }: OpenOptions): Promise<OpenedPlace> {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is left comes below
  switch (place.kind) {
    case 'docker': {
      const engine = await findEngine(host, words)
      const found = await findContainer(host, engine, place.name, deadlineMs)
      return openContainer(host, engine, found, { text: place.name, directory: place.directory, user: null }, signal)
    }
    case 'devcontainer': {
      const { workspaceFolder, remoteUser } = await readDevcontainer(host, top)
      const engine = await findEngine(host, words)
      const found = await findDevcontainer(host, engine, top, deadlineMs)
      const directory =
        workspaceFolder === undefined || workspaceFolder.includes('${') ? `/workspaces/${posix.basename(top)}` : workspaceFolder
      return openContainer(host, engine, found, { text: `of ${top}`, directory, user: remoteUser ?? null }, signal)
    }
    case 'ssh': {
      const seconds = String(Math.max(1, Math.round(deadlineMs / 1000)))
      const client = [
        'ssh',
        '-T',
        // Nobody is there to answer a question.
        '-o',
        'BatchMode=yes',
        '-o',
        `ConnectTimeout=${seconds}`,
        ...(place.port === null ? [] : ['-p', String(place.port)]),
        ...(place.user === null ? [] : ['-l', place.user]),
        '--',
        place.host,
      ]
      return {
        ok: true,
        transport: openTransport(
          host,
          { command: ['ssh', ...client.slice(1)], joinsWords: true, wayOut: 'install an OpenSSH client' },
          signal,
        ),
        directory: place.directory,
      }
    }
  }
  return {
    ok: true,
    transport: openTransport(host, { command: place.command, joinsWords: false, wayOut: 'check the command behind exec:' }, signal),
    directory: '.',
  }
}
