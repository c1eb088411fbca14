import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hookStatus, installHook, uninstallHook, type HookDocument, type HookInstallOptions } from '../../src/operations/index.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'

/** One call of the goparity that these tests put on PATH. */
export interface Call {
  readonly args: readonly string[]
  readonly stdin: string
  /** What go.mod is in the index that the call sees. */
  readonly staged: string
  readonly env: Readonly<Record<string, string>>
}

export interface GitResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export const MOD = 'module example.com/app\n\ngo 1.21\n'

const FAKE = `#!/bin/sh
input=$(cat)
entry=$(
  printf 'call\\n'
  for word; do printf 'arg %s\\n' "$word"; done
  printf 'stdin %s\\n' "$input"
  env | sed -n 's/^GIT_/env GIT_/p'
  git show :go.mod 2>&1 | sed 's/^/staged /'
)
printf '%s\\n' "$entry" >>"$CALLS"
[ -z "$SAYS" ] || echo "$SAYS"
[ -z "$KILLED" ] || kill -9 $$
exit "\${CODE:-0}"
`

function parseCall(text: string): Call {
  const lines = text.split('\n')
  const all = (key: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
  return {
    args: all('arg'),
    stdin: all('stdin').join('\n'),
    staged: all('staged').join('\n'),
    env: Object.fromEntries(all('env').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])),
  }
}

/** Everything below a folder: kind, permissions, time of the last change and content of each file, target of each link. */
export function listing(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => {
        const path = join(folder, name)
        const status = lstatSync(path)
        if (status.isDirectory()) return [name, 'folder']
        const content = status.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'latin1')
        return [name, `${String(status.mode)} ${String(status.mtimeMs)} ${content}`]
      }),
  )
}

/** A repository with one commit, and a goparity on PATH that writes down how it is called. */
export class HookRepository {
  readonly folder: string = makeFolder()
  readonly top: string = join(this.folder, 'repo')
  readonly bin: string = join(this.folder, 'bin')
  readonly env: Record<string, string | undefined>
  readonly #calls: string = join(this.folder, 'calls')

  constructor({ empty = false }: { readonly empty?: boolean } = {}) {
    const plain = goTestEnv(this.folder)
    this.env = {
      ...plain,
      PATH: `${this.bin}:${plain['PATH'] ?? ''}`,
      CALLS: this.#calls,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'T',
      GIT_AUTHOR_EMAIL: 't@example.com',
      GIT_COMMITTER_NAME: 'T',
      GIT_COMMITTER_EMAIL: 't@example.com',
      GIT_EDITOR: 'true',
    }
    mkdirSync(this.bin)
    writeFileSync(join(this.bin, 'goparity'), FAKE, { mode: 0o755 })
    mkdirSync(this.top)
    this.git('init', '-q', '-b', 'main')
    if (!empty) this.commit('first', { 'go.mod': MOD, 'go.sum': '', 'main.go': 'package main\n' })
  }

  /** Runs git and gives whatever becomes of it. */
  try(
    args: readonly string[],
    more: { readonly cwd?: string; readonly env?: Record<string, string>; readonly input?: string } = {},
  ): GitResult {
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: more.cwd ?? this.top,
      env: { ...this.env, ...more.env },
      encoding: 'utf8',
      input: more.input ?? '',
    })
    return { status, stdout, stderr }
  }

  /** Runs git, which must succeed. */
  git(...args: readonly string[]): string {
    return this.gitIn(this.top, ...args)
  }

  gitIn(cwd: string, ...args: readonly string[]): string {
    return execFileSync('git', args, { cwd, env: this.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Runs git beside the test. */
  async start(cwd: string, ...args: readonly string[]): Promise<number | null> {
    const child = spawn('git', args, { cwd, env: this.env, stdio: 'ignore' })
    return new Promise((done) => {
      child.once('close', done)
    })
  }

  write(files: Readonly<Record<string, string>>): void {
    writeTree(this.top, files)
  }

  /** Writes, stages and commits files. */
  commit(message: string, files: Readonly<Record<string, string>>): void {
    this.write(files)
    this.git('add', '-A')
    this.git('commit', '-q', '-m', message)
  }

  /** A file of a hook, a program. */
  hook(name: string, text: string, folder: string = join(this.top, '.git/hooks')): void {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), text, { mode: 0o755 })
  }

  async install(more: Partial<HookInstallOptions> = {}): Promise<HookDocument> {
    const options = {
      directory: this.top,
      version: '0.0.0-test',
      place: 'docker:dev',
      policy: 'warn',
      program: null,
      force: false,
    } as const
    return installHook({ host: testHost(this.top, this.env), progress: () => undefined }, { ...options, ...more })
  }

  async uninstall(more: { readonly directory?: string; readonly force?: boolean } = {}): Promise<HookDocument> {
    const options = { directory: this.top, version: '0.0.0-test', force: false }
    return uninstallHook({ host: testHost(this.top, this.env), progress: () => undefined }, { ...options, ...more })
  }

  async status(directory: string = this.top): Promise<HookDocument> {
    return hookStatus({ host: testHost(this.top, this.env), progress: () => undefined }, { directory, version: '0.0.0-test' })
  }

  /** The calls since the last time. */
  calls(): readonly Call[] {
    if (!existsSync(this.#calls)) return []
    const calls = readFileSync(this.#calls, 'utf8')
      .split(/^call\n/m)
      .slice(1)
      .map(parseCall)
    writeFileSync(this.#calls, '')
    return calls
  }
}
