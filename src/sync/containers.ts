import { posix } from 'node:path'
import * as v from 'valibot'
import { ParityError, errorCode } from '../errors.js'
import type { Host, ProcessResult } from '../host/index.js'

/** A container as docker and podman describe it. */
export interface Container {
  readonly id: string
  readonly name: string
  /** `running`, `paused`, `exited`, `restarting`, … */
  readonly status: string
  readonly workingDirectory: string
}

/** The command line client in words: `docker`, or `podman --runtime runc`. */
export type Engine = readonly [string, ...string[]]

const Inspected = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      Id: v.string(),
      Name: v.string(),
      State: v.object({ Status: v.string() }),
      Config: v.object({ WorkingDir: v.optional(v.string(), '') }),
    }),
  ),
)

/** Docker where it is there, else podman; another one by its words. */
export async function findEngine(host: Host, words: Engine | null): Promise<Engine> {
  if (words !== null) return words
  return (await host.processes.find('docker', host.env)) === null && (await host.processes.find('podman', host.env)) !== null
    ? ['podman']
    : ['docker']
}

async function ask(host: Host, [program, ...flags]: Engine, args: readonly string[], deadlineMs: number): Promise<ProcessResult> {
  try {
    return await host.processes.run(program, [...flags, ...args], { cwd: host.cwd, env: host.env, deadlineMs })
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    throw new ParityError('usage', `${program} is not on PATH`, 'install docker or podman, or name the client with --engine', {
      cause: error,
    })
  }
}

async function inspect(host: Host, engine: Engine, ids: readonly string[], deadlineMs: number): Promise<readonly Container[]> {
  if (ids.length === 0) return []
  const told = await ask(host, engine, ['container', 'inspect', ...ids], deadlineMs)
  const read = v.safeParse(Inspected, told.stdout.text)
  if (!read.success) return []
  return read.output.map(({ Id, Name, State, Config }) => ({
    id: Id,
    name: Name.replace(/^\//, ''),
    status: State.Status.toLowerCase(),
    workingDirectory: posix.isAbsolute(Config.WorkingDir) ? Config.WorkingDir : '/',
  }))
}

async function labelled(host: Host, engine: Engine, label: string, deadlineMs: number): Promise<readonly Container[]> {
  const told = await ask(host, engine, ['ps', '--all', '--no-trunc', '--quiet', '--filter', `label=${label}`], deadlineMs)
  const ids = told.stdout.text.split('\n').filter((line) => /^[0-9a-f]{12,64}$/.test(line))
  return inspect(host, engine, ids, deadlineMs)
}

/** Why there is no container to talk to. */
export type NoContainer =
  | { readonly why: 'unreachable'; readonly said: string }
  | { readonly why: 'absent' }
  | { readonly why: 'ambiguous'; readonly names: readonly string[] }

export type FoundContainer = { readonly container: Container } | NoContainer

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

function choose(found: readonly Container[]): FoundContainer {
  const up = found.filter(({ status }) => status === 'running')
  const [only, ...others] = up.length > 0 ? up : found
  if (only === undefined) return { why: 'absent' }
  return others.length === 0 ? { container: only } : { why: 'ambiguous', names: [only, ...others].map(({ name }) => name) }
}

/** Whether the client answers at all. */
async function reach(host: Host, engine: Engine, deadlineMs: number): Promise<string | null> {
  const told = await ask(host, engine, ['ps', '--quiet', '--last', '1'], deadlineMs)
  if (told.exitCode === 0 && told.ending === 'exited') return null
  return told.ending === 'exited' ? lastLine(told.stderr.text) : 'it does not answer'
}

/**
 * The container of exactly this name, else of the compose service of this name. Clients take the beginning of an id, and their own
 * filters a part of a name: neither counts here.
 */
export async function findContainer(host: Host, engine: Engine, name: string, deadlineMs: number): Promise<FoundContainer> {
  const own = (await inspect(host, engine, [name], deadlineMs)).find((one) => one.name === name)
  if (own !== undefined) return { container: own }
  const said = await reach(host, engine, deadlineMs)
  if (said !== null) return { why: 'unreachable', said }
  return choose(await labelled(host, engine, `com.docker.compose.service=${name}`, deadlineMs))
}

/** The container that VS Code or the devcontainer command line made for a folder of this machine. */
export async function findDevcontainer(host: Host, engine: Engine, folder: string, deadlineMs: number): Promise<FoundContainer> {
  const said = await reach(host, engine, deadlineMs)
  if (said !== null) return { why: 'unreachable', said }
  return choose(await labelled(host, engine, `devcontainer.local_folder=${folder}`, deadlineMs))
}
