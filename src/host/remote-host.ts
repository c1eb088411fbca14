import { ParityError } from '../errors.js'
import type { Environment, FileKind, FileStatus, Files, Host, ProcessResult, Processes } from './host.js'

/** How long a program of another machine may run, and how much of its output is kept. */
export interface RemoteLimits {
  readonly deadlineMs?: number
  readonly maxOutputBytes?: number
}

/** A way to run programs on another machine that has a POSIX shell. */
export interface RemoteMachine {
  /** What it is called in errors. */
  readonly name: string
  /** Its own environment. */
  readonly env: Environment
  /** What is set on top of it. */
  readonly settings?: Environment
  /** Absolute there. */
  readonly directory: string
  /** Runs a program with these variables beside those it has; exit code 126 or 127 when it cannot be started. */
  readonly exec: (changed: Environment, cwd: string, args: readonly string[], limits?: RemoteLimits) => Promise<ProcessResult>
}

const MAX_READ = 64 * 1024 * 1024

const KINDS: Readonly<Record<string, FileKind>> = {
  'regular file': 'file',
  'regular empty file': 'file',
  directory: 'directory',
  'symbolic link': 'symlink',
}

/** The environment as `env` prints it. */
export function parseEnvironment(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]))
}

/** A host whose programs and files are those of another machine. */
export function remoteHost(outside: Host, { name, env, settings = {}, directory, exec }: RemoteMachine): Host {
  /** A script of the machine's shell, with arguments that it only reads. */
  const shell = async (script: string, ...args: readonly string[]): Promise<ProcessResult> =>
    exec({}, '/', ['sh', '-c', script, 'sh', ...args], { maxOutputBytes: MAX_READ })
  /** What differs from the environment of the machine: the rest is there. */
  const changed = (wanted: Environment): Environment =>
    Object.fromEntries(Object.entries(wanted).filter(([key, value]) => env[key] !== value && value !== undefined))

  const processes: Processes = {
    async run(command, args, { cwd, env: wanted, deadlineMs, maxOutputBytes }) {
      const result = await exec(changed(wanted), cwd, [command, ...args], {
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
        ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
      })
      // Both clients: 126 cannot be started, 127 not found.
      if (result.exitCode === 126 || result.exitCode === 127)
        throw Object.assign(new Error(`${command}: not found in ${name}`), { code: 'ENOENT' })
      return result
    },
    async find(command, wanted) {
      const found = await exec(changed(wanted), '/', ['sh', '-c', 'command -v "$1"', 'sh', command])
      const path = found.stdout.text.trim()
      return found.exitCode === 0 && path.startsWith('/') ? path : null
    },
  }

  const status = async (path: string): Promise<FileStatus | null> => {
    const told = await shell('stat -c "%F|%s|%a" "$1"', path)
    const [kind = '', size = '', mode = ''] = told.stdout.text.trim().split('|')
    return told.exitCode === 0 ? { kind: KINDS[kind] ?? 'other', size: Number(size), mode: Number.parseInt(mode, 8) } : null
  }
  const files: Files = {
    status,
    async read(path, maxBytes = MAX_READ) {
      const found = await status(path)
      if (found === null) return null
      if (found.kind === 'directory' || found.size > maxBytes) throw new Error(`${path} in ${name} cannot be read`)
      // Bytes do not come through text: as base64 they do.
      const told = await shell('base64 <"$1"', path)
      if (told.exitCode !== 0 || told.stdout.truncated) throw new Error(`${path} in ${name} cannot be read`)
      return Uint8Array.from(Buffer.from(told.stdout.text, 'base64'))
    },
    async list(path) {
      const told = await shell(
        'cd "$1" && for f in * .[!.]*; do if [ -L "$f" ]; then echo "l$f"; elif [ -d "$f" ]; then echo "d$f"; elif [ -f "$f" ]; then echo "f$f"; fi; done',
        path,
      )
      const lines = told.stdout.text.split('\n').filter((line) => line !== '')
      const entries = lines.map((line) => {
        const kind: FileKind = line.startsWith('d') ? 'directory' : line.startsWith('l') ? 'symlink' : 'file'
        return { name: line.slice(1), kind }
      })
      return entries.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    },
    async writeAtomically(path, content) {
      const encoded = Buffer.from(content).toString('base64')
      const told = await shell('mkdir -p "$(dirname "$1")" && printf %s "$2" | base64 -d >"$1.new" && mv "$1.new" "$1"', path, encoded)
      if (told.exitCode !== 0) throw new ParityError('write-failed', `${path} in ${name} cannot be written: ${told.stderr.text.trim()}`)
    },
    async realPath(path) {
      const told = await shell('readlink -f "$1"', path)
      return told.exitCode === 0 ? told.stdout.text.trim() : path
    },
    async makeTemporaryDirectory(prefix, below = '/tmp') {
      const told = await shell('mktemp -d "$1/$2XXXXXX"', below, prefix)
      if (told.exitCode !== 0) throw new ParityError('write-failed', `no folder can be made in ${name}: ${told.stderr.text.trim()}`)
      return told.stdout.text.trim()
    },
    async remove(path) {
      await shell('rm -rf "$1"', path)
    },
  }
  const system = { ...outside.system, platform: 'linux', homeDirectory: env['HOME'] ?? '/root', tempDirectory: '/tmp', hostname: name }
  return { ...outside, env: { ...env, ...settings }, cwd: directory, system, files, processes }
}
