import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import type { CliIo } from '../../src/cli/io.js'
import { runCli } from '../../src/cli/run-cli.js'
import type { Host } from '../../src/host/index.js'
import { goTestEnv, writeTree } from '../support/project.js'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The command in this process: for all that needs no process of its own. */
export async function runHere(host: Host, ...args: readonly string[]): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  const sink = (stream: 'stdout' | 'stderr'): CliIo['stdout'] => ({
    write: (text) => {
      said[stream] += typeof text === 'string' ? text : Buffer.from(text).toString()
    },
    isTTY: false,
  })
  const code = await runCli(host, args, { stdout: sink('stdout'), stderr: sink('stderr') }, new AbortController().signal)
  return { code, ...said }
}

/** The built command as a user starts it. */
export const CLI: string = resolve('dist/cli.js')

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ran>
}

/** Starts the built command. */
export function start(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  command: readonly [string, ...string[]] = [process.execPath, CLI],
): Started {
  const [program, ...first] = command
  const child = spawn(program, [...first, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  const ended = new Promise<Ran>((settle, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      settle({ code, ...said })
    })
  })
  return { child, ended }
}

/** The lines of standard error that are neither the first line nor progress. */
export function errorLines({ stderr }: Ran): readonly string[] {
  return stderr.split('\n').filter((line) => line !== '' && !line.startsWith('  ') && !/^goparity \S+ · /.test(line))
}

export const GOOD = {
  'go.mod': 'module example.com/p\n\ngo 1.21\n',
  'main.go': 'package main\n\nfunc main() {}\n',
} as const

/** The real go, whatever stands before it on PATH. */
const REAL_GO = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'go'))
  .find((path) => {
    try {
      return readFileSync(path).length > 0
    } catch {
      return false
    }
  })

/**
 * An environment whose `go` runs `script` (sh) for one go command, such as `build` or `mod download`, and is the real go for all others.
 * In the script `$GO` is the real go.
 */
export function withFakeGo(folder: string, command: string, script: string): Record<string, string | undefined> {
  if (REAL_GO === undefined) throw new Error('there is no go on PATH')
  writeTree(folder, { 'bin/go': `#!/bin/sh\nGO='${REAL_GO}'\ncase "$*" in\n'${command} '*)\n${script}\n;;\n*) exec "$GO" "$@" ;;\nesac\n` })
  chmodSync(join(folder, 'bin/go'), 0o755)
  return goTestEnv(folder, { CGO_ENABLED: '0', PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` })
}
