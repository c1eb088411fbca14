#!/usr/bin/env node
import { ChildProcess } from 'node:child_process'
import { channel } from 'node:diagnostics_channel'
import { VERSION } from '../version.js'
import { firstLine } from './first-line.js'
import type { Sink } from './io.js'

const args = process.argv.slice(2)
const line = firstLine(args, VERSION)
// Before anything heavy is loaded: a command that is silent looks stuck.
if (line !== null) process.stderr.write(line)

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`goparity check | head -1`) is no error; a result that is lost is one.
    if (error.code === 'EPIPE') return
    if (stream === process.stdout) process.stderr.write(`error: cannot write to standard output: ${error.message}\n`)
    process.exit(2)
  })
}

const children = new Set<ChildProcess>()
channel('child_process').subscribe((message) => {
  if (typeof message !== 'object' || message === null || !('process' in message) || !(message.process instanceof ChildProcess)) return
  const child = message.process
  children.add(child)
  // Not at `exit`: what a program started may outlive it.
  child.once('close', () => children.delete(child))
})

const controller = new AbortController()
function interrupt(signal: 'SIGINT' | 'SIGTERM'): void {
  if (!controller.signal.aborted) {
    controller.abort(signal)
    return
  }
  // Asked twice: no more waiting for anybody.
  for (const { pid } of children) {
    try {
      if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  process.exit(signal === 'SIGINT' ? 130 : 143)
}
process.on('SIGINT', interrupt)
process.on('SIGTERM', interrupt)

/** Of a pipe `isTTY` is not there, whatever its type says. */
function sinkOf(stream: Omit<NodeJS.WriteStream, 'isTTY'> & { readonly isTTY?: boolean }): Sink {
  return {
    write: (text) => {
      stream.write(text)
    },
    isTTY: stream.isTTY ?? false,
    get columns() {
      return stream.columns
    },
  }
}

const [{ runCli }, { nodeHost }] = await Promise.all([import('./run-cli.js'), import('../host/index.js')])
const io = {
  // Touched only by who reads it: to open it would keep the process waiting.
  get stdin() {
    return process.stdin.isTTY ? undefined : process.stdin
  },
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
}
process.exitCode = await runCli(nodeHost(), args, io, controller.signal)
