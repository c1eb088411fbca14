import { ParityError } from '../errors.js'
import type { Environment, Host } from '../host/index.js'
import { readLooked, type Looked, type RoomReport } from './answers.js'
import type { Programs } from './build-programs.js'
import type { BuildName, Resolver } from './document.js'
import type { Room, RoomPlan } from './room.js'

/** What every measurement needs. */
export interface Bench {
  readonly host: Host
  readonly programs: Programs
  /** Absolute. */
  readonly folder: string
  /** For programs of ours that run on the machine as it is. */
  readonly env: Environment
  /** `null`: none can be made here. */
  readonly room: Room | null
  readonly signal?: AbortSignal
  /** Told of everything that could not be measured. */
  readonly degrade: (what: string, why: string) => void
}

/** Environment variables of libc that change how names are looked up, and make Go leave them to libc. */
export const RESOLVER_VARIABLES = ['RES_OPTIONS', 'LOCALDOMAIN', 'HOSTALIASES'] as const

/** For what runs in a room: nothing of the machine that changes how names are looked up or pages are fetched. */
export const CLEAN_ENVIRONMENT: Environment = {
  GODEBUG: undefined,
  ...Object.fromEntries(RESOLVER_VARIABLES.map((name) => [name, undefined])),
  ...Object.fromEntries(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'REQUEST_METHOD'].map((name) => [name, undefined])),
}

/** A resolver that can be forced on some build: the build, and the GODEBUG for it. */
export interface ForcedResolver {
  readonly resolver: Resolver
  readonly build: BuildName
  readonly godebug: string
}

/** Go's resolver in a build without cgo; libc's in one with cgo, where that was built. */
export function forcedResolvers({ programs }: Bench): readonly ForcedResolver[] {
  const all: readonly ForcedResolver[] = [
    { resolver: 'go', build: 'nocgo', godebug: '' },
    { resolver: 'libc', build: 'cgo', godebug: 'netdns=cgo' },
  ]
  return all.filter(({ build }) => programs.path(build, 'resolve') !== null)
}

/** Go's words about a lookup (`netdns=2`). */
export interface Choice {
  readonly order: string
  readonly resolver: Resolver
  readonly says: string
}

/** Reads what package net prints under `netdns=2`; `null` when the order is not there. */
export function readChoice(stderr: string): Choice | null {
  const order = /^go package net: hostLookupOrder\(.{0,300}\) = ([\w,]{1,40})$/m.exec(stderr)?.[1]
  if (order === undefined) return null
  const lines = stderr.split('\n').filter((line) => line.startsWith('go package net: '))
  const says = lines.find((line) => !/hostLookupOrder|confVal\./.test(line))?.slice('go package net: '.length, 220) ?? ''
  return { order, resolver: order === 'cgo' ? 'libc' : 'go', says }
}

/** A program of ours that ran, in a room or not. */
export interface Ran {
  readonly looked: Looked
  readonly stderr: string
  readonly asked: RoomReport['asked']
}

/** Runs a lookup in the room. `null`, with a degrade, when it gave no answer that can be read. */
export async function lookInRoom(bench: Bench, what: string, plan: RoomPlan): Promise<Ran | null> {
  if (bench.room === null) return null
  const report = await bench.room.run({ ...plan, env: { ...CLEAN_ENVIRONMENT, ...plan.env } })
  const looked = readLooked(report.stdout)
  if (looked !== null && report.exit === 0) return { looked, stderr: report.stderr, asked: report.asked }
  const why = report.timedOut
    ? `it did not end within ${String(plan.limitMs / 1000)} s`
    : report.fault || report.stderr.split('\n', 1)[0]?.slice(0, 300) || `exit code ${String(report.exit)}`
  bench.degrade(what, why)
  return null
}

/** Runs a program of ours on the machine as it is. `null`, with a degrade, when it failed. Throws `cancelled`. */
export async function runHere(
  { host, env, folder, signal, degrade }: Bench,
  what: string,
  command: readonly string[],
  more: Environment = {},
): Promise<{ readonly stdout: string; readonly stderr: string } | null> {
  const [program = '', ...args] = command
  let result
  try {
    result = await host.processes.run(program, args, {
      cwd: folder,
      env: { ...env, ...more },
      deadlineMs: 60_000,
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    degrade(what, error instanceof Error ? error.message : String(error))
    return null
  }
  if (result.ending === 'cancelled') throw new ParityError('cancelled', 'cancelled while measuring')
  if (result.ending === 'exited' && result.exitCode === 0) return { stdout: result.stdout.text, stderr: result.stderr.text }
  degrade(what, result.ending === 'timed-out' ? 'it took longer than a minute' : (result.stderr.text.split('\n', 1)[0] ?? '').slice(0, 300))
  return null
}

/** Names that were asked for, in their order, each once. */
export function namesOf(asked: RoomReport['asked']): readonly string[] {
  return [...new Set(asked.map(({ name }) => name))]
}

/** An error without the ports that change from run to run. */
export function withoutPorts(error: string): string {
  return error.replaceAll(/(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}->/g, '$1:*->').slice(0, 300)
}
