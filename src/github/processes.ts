import { AsyncLocalStorage } from 'node:async_hooks'
import { ChildProcess } from 'node:child_process'
import { channel } from 'node:diagnostics_channel'
import { readdir, readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { Capture, nodeHost, type Processes, type ProcessResult, type RunOptions } from '../host/index.js'

/** Between asking a process to end and ending it. */
const GRACE_MS = 2000

/** Where the child of one call is noted: @actions/exec gives neither the process nor its id. */
interface Slot {
  child?: ChildProcess
  /** Called when the child is there. */
  readonly started: () => void
}

const slots = new AsyncLocalStorage<Slot>()

/** Node tells of each child on this channel, in the context of the call that makes it. */
function note(message: unknown): void {
  const slot = slots.getStore()
  if (slot === undefined || typeof message !== 'object' || message === null || !('process' in message)) return
  const child = message.process
  if (!(child instanceof ChildProcess)) return
  slot.child = child
  // Its streams are there as soon as the call that makes it has returned. A program that reads standard input must not
  // wait; one that is gone already must not fail us, as it does when @actions/exec writes its `input`.
  queueMicrotask(() => {
    child.stdin?.on('error', () => undefined)
    child.stdin?.end()
    slot.started()
  })
}

/** Every process below one, by /proc; only the process itself where there is no /proc. */
async function tree(pid: number): Promise<readonly number[]> {
  const children = new Map<number, number[]>()
  for (const name of await readdir('/proc').catch((): string[] => [])) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // The name of the program stands in parentheses and may hold anything: read from behind it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found = [pid]
  for (const each of found) found.push(...(children.get(each) ?? []))
  return found
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It is gone already.
    }
  }
}

function startError(message: string, code: string): Error {
  return Object.assign(new Error(message), { code })
}

async function run(command: string, args: readonly string[], options: RunOptions): Promise<ProcessResult> {
  const { signal, deadlineMs } = options
  const started = performance.now()
  // @actions/exec looks on the PATH of this process; what counts is the PATH that the child gets.
  const program = await actionsProcesses.find(command, options.env)
  if (program === null) throw startError(`${command} is not on PATH`, 'ENOENT')
  const { exec } = await import('@actions/exec')
  const stdout = new Capture(options.maxOutputBytes)
  const stderr = new Capture(options.maxOutputBytes)
  let ending: ProcessResult['ending'] = 'exited'
  let stopping: Promise<void> | undefined
  let lastResort: NodeJS.Timeout | undefined
  const endTree = async (pid: number): Promise<void> => {
    const pids = await tree(pid)
    signalAll(pids, 'SIGTERM')
    lastResort = setTimeout(signalAll, GRACE_MS, pids, 'SIGKILL')
  }
  const slot: Slot = {
    started: () => {
      const pid = slot.child?.pid
      if (ending !== 'exited' && pid !== undefined && stopping === undefined) stopping = endTree(pid)
    },
  }
  const stop = (why: 'timed-out' | 'cancelled'): void => {
    if (ending !== 'exited') return
    ending = why
    // When there is no child yet, it is ended as soon as there is one.
    slot.started()
  }
  const onAbort = (): void => {
    stop('cancelled')
  }
  const result = async (exitCode: number | null): Promise<ProcessResult> => {
    await stopping
    return { ending, exitCode, stdout: stdout.end(), stderr: stderr.end(), durationMs: performance.now() - started }
  }
  if (signal?.aborted === true) {
    ending = 'cancelled'
    return result(null)
  }
  const deadline = deadlineMs === undefined ? undefined : setTimeout(stop, deadlineMs, 'timed-out')
  signal?.addEventListener('abort', onAbort, { once: true })
  const told = channel('child_process')
  told.subscribe(note)
  try {
    const env = Object.fromEntries(Object.entries(options.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
    // null after a signal, whatever its type says.
    const exitCode: unknown = await slots.run(slot, async () =>
      exec(`"${program}"`, [...args], {
        cwd: options.cwd,
        env,
        silent: true,
        ignoreReturnCode: true,
        listeners: {
          stdout: (chunk) => {
            stdout.write(chunk)
            options.onOutput?.('stdout', chunk)
          },
          stderr: (chunk) => {
            stderr.write(chunk)
            options.onOutput?.('stderr', chunk)
          },
        },
      }),
    )
    return await result(typeof exitCode === 'number' ? exitCode : null)
  } finally {
    told.unsubscribe(note)
    clearTimeout(deadline)
    clearTimeout(lastResort)
    signal?.removeEventListener('abort', onAbort)
  }
}

/**
 * Processes by @actions/exec, inside an action. It knows neither deadlines nor cancellation and makes no process group:
 * both are done here as well as can be, by ending the process and those found below it at that moment; one that it
 * starts right then may outlive it. When a job is cancelled, the runner ends the whole tree anyway.
 */
export const actionsProcesses: Processes = {
  run,
  find: async (command, env) => nodeHost().processes.find(command, env),
}
