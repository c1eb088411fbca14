import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { setMaxListeners } from 'node:events'
import { delimiter, isAbsolute, join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Capture } from './capture.js'
import type { Environment, ProcessResult, Processes, RunOptions } from './host.js'

/** Between asking a process group to end and ending it. */
const GRACE_MS = 2000

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).once('error', () => child.kill(signal))
    return
  }
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone already.
  }
}

async function run(command: string, args: readonly string[], options: RunOptions): Promise<ProcessResult> {
  const { signal, deadlineMs, input } = options
  const started = performance.now()
  const stdout = new Capture(options.maxOutputBytes)
  const stderr = new Capture(options.maxOutputBytes)
  return new Promise<ProcessResult>((settle, reject) => {
    let ending: ProcessResult['ending'] = 'exited'
    let lastResort: NodeJS.Timeout | undefined
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    const stop = (why: 'timed-out' | 'cancelled'): void => {
      if (ending !== 'exited') return
      ending = why
      signalGroup(child, 'SIGTERM')
      lastResort = setTimeout(() => {
        signalGroup(child, 'SIGKILL')
      }, GRACE_MS)
    }
    const onAbort = (): void => {
      stop('cancelled')
    }
    const deadline = deadlineMs === undefined ? undefined : setTimeout(stop, deadlineMs, 'timed-out')
    // One listener for every process that runs at this moment is no leak.
    if (signal !== undefined) setMaxListeners(0, signal)
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted === true) onAbort()
    const release = (): void => {
      clearTimeout(deadline)
      clearTimeout(lastResort)
      signal?.removeEventListener('abort', onAbort)
    }
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout.write(chunk)
      options.onOutput?.('stdout', chunk)
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr.write(chunk)
      options.onOutput?.('stderr', chunk)
    })
    // A program that ends before it has read everything is no error of ours: its exit code says what was.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('close', (exitCode) => {
      // A stopped leader may have left children that ignored SIGTERM and closed their streams.
      if (ending !== 'exited') signalGroup(child, 'SIGKILL')
      release()
      settle({ ending, exitCode, stdout: stdout.end(), stderr: stderr.end(), durationMs: performance.now() - started })
    })
  })
}

/** `PATHEXT` on Windows, nothing elsewhere. */
function suffixes(env: Environment): readonly string[] {
  if (process.platform !== 'win32') return ['']
  return ['', ...(env['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').split(';')]
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

async function find(command: string, env: Environment): Promise<string | null> {
  const hasFolder = command.includes('/') || (process.platform === 'win32' && command.includes('\\'))
  const path = env['PATH'] ?? env['Path'] ?? ''
  const folders = hasFolder ? [''] : path.split(delimiter)
  for (const folder of folders) {
    // Like os/exec since Go 1.19, a program is never found through a relative PATH entry.
    if (!hasFolder && !isAbsolute(folder)) continue
    for (const suffix of suffixes(env)) {
      const candidate = hasFolder ? resolve(`${command}${suffix}`) : join(folder, `${command}${suffix}`)
      if (await isExecutable(candidate)) return candidate
    }
  }
  return null
}

/** Processes by node:child_process: own group, deadline, cancellation that ends every descendant. */
export const nodeProcesses: Processes = { run, find }
