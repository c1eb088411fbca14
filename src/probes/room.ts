import { ParityError, errorCode, toError } from '../errors.js'
import type { Environment, Host } from '../host/index.js'
import { readRoomReport, type RoomReport } from './answers.js'

/** Time for starting a program on a busy machine, on top of what it may wait. */
const STARTING_MS = 20_000

/** A program, and the system that it meets. */
export interface RoomPlan {
  /** The whole of /etc/resolv.conf; absent: that of the machine. */
  readonly resolvConf?: string
  /** The whole of /etc/nsswitch.conf, where the system has one; absent: that of the machine. */
  readonly nsswitch?: string
  /** The whole of /etc/passwd, where the system has one; absent: that of the machine. */
  readonly passwd?: string
  /** Nameservers, on addresses of 127.0.0.0/8; a silent one takes every question and never answers. */
  readonly servers?: readonly { readonly address: string; readonly silent: boolean }[]
  /** IPv4 addresses that they know, by name without the last dot. */
  readonly answers?: Readonly<Record<string, string>>
  /** Absolute path and arguments. */
  readonly command: readonly string[]
  /** Set on top of the environment of the room; `undefined` removes. */
  readonly env?: Environment
  /** It is ended after that. */
  readonly limitMs: number
}

/** Where programs run without a network but ours, with files of ours in place of the system's. */
export interface Room {
  /** Throws `cancelled`; a program that fails is an answer, and so is a room that cannot be made (`fault`). */
  run(plan: RoomPlan): Promise<RoomReport>
}

export interface RoomOptions {
  /** Absolute path of the program that makes the room. */
  readonly program: string
  /** Absolute folder for its files. */
  readonly folder: string
  readonly env: Environment
  readonly signal?: AbortSignal
}

function cancelled(): ParityError {
  return new ParityError('cancelled', 'cancelled while measuring')
}

function failed(fault: string): RoomReport {
  return { fault, exit: -1, timedOut: false, stdout: '', stderr: '', asked: [] }
}

function makeRoom(host: Host, { program, folder, env, signal }: RoomOptions, flags: readonly string[]): Room {
  return {
    async run({ resolvConf, nsswitch, passwd, servers = [], answers = {}, command, env: more = {}, limitMs }) {
      const files = [
        { Path: '/etc/resolv.conf', Content: resolvConf, Required: true },
        { Path: '/etc/nsswitch.conf', Content: nsswitch, Required: false },
        { Path: '/etc/passwd', Content: passwd, Required: false },
      ].filter(({ Content }) => Content !== undefined)
      const plan = JSON.stringify({
        Files: files,
        Servers: servers.map(({ address, silent }) => ({ Address: address, Silent: silent })),
        Answers: answers,
        Command: command,
        LimitMs: limitMs,
      })
      if (signal?.aborted === true) throw cancelled()
      let result
      try {
        result = await host.processes.run('unshare', [...flags, program, plan], {
          cwd: folder,
          env: { ...env, ...more },
          deadlineMs: limitMs + STARTING_MS,
          ...(signal === undefined ? {} : { signal }),
        })
      } catch (error) {
        return failed(errorCode(error) === 'ENOENT' ? 'there is no unshare on PATH (package util-linux)' : toError(error).message)
      }
      if (result.ending === 'cancelled') throw cancelled()
      if (result.ending === 'timed-out') return failed('the program that makes the room did not end')
      const line = result.stderr.text.split('\n').find((one) => one.trim() !== '' && !one.startsWith('go package net:'))
      return readRoomReport(result.stdout.text) ?? failed((line ?? 'unshare failed').slice(0, 300))
    },
  }
}

/**
 * Tries to make a room: a network and a mount namespace, by way of a user namespace, or directly where we may.
 * `probe` is a program that ends at once with exit code 0.
 */
export async function openRoom(
  host: Host,
  options: RoomOptions,
  probe: readonly string[],
): Promise<{ readonly room: Room } | { readonly room: null; readonly why: string }> {
  let why = ''
  for (const flags of [
    ['-r', '-m', '-n'],
    ['-m', '-n'],
  ]) {
    const room = makeRoom(host, options, flags)
    const { fault, exit } = await room.run({ resolvConf: '', nsswitch: '', passwd: '', command: probe, limitMs: STARTING_MS })
    if (fault === '' && exit === 0) return { room }
    why ||= fault === '' ? `a program ends there with exit code ${String(exit)}` : fault
  }
  return { room: null, why }
}
