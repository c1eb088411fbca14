import { ParityError } from '../errors.js'
import type { Environment, FileKind, FileStatus, Files, Host, ProcessResult, Processes } from './host.js'

/** How a container is started. */
export interface ContainerOptions {
  /** The command line client, in words: `docker`, or `podman --runtime runc`. */
  readonly engine: readonly [string, ...string[]]
  /** What comes behind `run`: further flags of the client. */
  readonly runFlags?: readonly string[]
  readonly image: string
  /** Directories of this machine that are there under the same name, to be read only. */
  readonly mounts: readonly string[]
  /** Absolute; one of the mounts, or below one. */
  readonly directory: string
  /** On top of the environment of the image. */
  readonly env: Environment
  readonly signal?: AbortSignal
}

/** A machine inside of a container, until it is closed. */
export interface ContainerHost {
  readonly host: Host
  close(): Promise<void>
}

/** A container that hangs is not one. */
const START_MS = 120_000
const MAX_READ = 64 * 1024 * 1024

const KINDS: Readonly<Record<string, FileKind>> = {
  'regular file': 'file',
  'regular empty file': 'file',
  directory: 'directory',
  'symbolic link': 'symlink',
}

function parseEnvironment(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]))
}

function words(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : ['-e', `${key}=${value}`]))
}

/**
 * Starts a container of an image, without network, and gives a host whose programs and files are those inside. The image needs a shell.
 * Throws `usage` with what the client said when it cannot be started.
 */
export async function openContainer(outside: Host, options: ContainerOptions): Promise<ContainerHost> {
  const { engine, runFlags = [], image, mounts, directory, env: more, signal } = options
  const [program, ...own] = engine
  const ask = async (
    args: readonly string[],
    limits: { readonly deadlineMs?: number; readonly maxOutputBytes?: number } = {},
  ): Promise<ProcessResult> => {
    try {
      const client = {
        cwd: outside.cwd,
        env: outside.env,
        maxOutputBytes: MAX_READ,
        ...limits,
        ...(signal === undefined ? {} : { signal }),
      }
      return await outside.processes.run(program, [...own, ...args], client)
    } catch (error) {
      throw new ParityError('usage', `${program} cannot be started`, 'install docker or podman, or name the client with --engine', {
        cause: error,
      })
    }
  }
  const volumes = mounts.flatMap((path) => ['-v', `${path}:${path}:ro`])
  const started = await ask(['run', '-d', '--rm', '--network', 'none', ...runFlags, ...volumes, '--entrypoint', 'sleep', image, '3600'], {
    deadlineMs: START_MS,
  })
  const id = started.stdout.text.trim().split('\n').at(-1) ?? ''
  if (started.exitCode !== 0 || !/^[0-9a-f]{12,64}$/.test(id)) {
    const said = started.stderr.text.trim().split('\n').at(-1) ?? ''
    throw new ParityError(
      'usage',
      `no container of ${image} can be started: ${said}`,
      `try it by hand: ${engine.join(' ')} run --rm ${image} go version`,
    )
  }
  const close = async (): Promise<void> => {
    await ask(['rm', '-f', id], { deadlineMs: START_MS }).catch(() => null)
  }
  const exec = async (
    env: Environment,
    cwd: string,
    args: readonly string[],
    limits: { readonly deadlineMs?: number; readonly maxOutputBytes?: number } = {},
  ): Promise<ProcessResult> => ask(['exec', ...words(env), '-w', cwd, id, ...args], limits)
  /** A script of the image's shell, with arguments that it only reads. */
  const shell = async (script: string, ...args: readonly string[]): Promise<ProcessResult> =>
    exec({}, '/', ['sh', '-c', script, 'sh', ...args])

  try {
    const said = await exec({}, '/', ['env'])
    if (said.exitCode !== 0)
      throw new ParityError(
        'usage',
        `${image} has no programs that a plan can ask`,
        'name an image with a shell and Go, such as golang:1.26',
      )
    const ofImage = parseEnvironment(said.stdout.text)
    const env = { ...ofImage, ...more }

    /** What differs from the environment of the image: the rest is there. */
    const changed = (wanted: Environment): Environment =>
      Object.fromEntries(Object.entries(wanted).filter(([key, value]) => ofImage[key] !== value && value !== undefined))

    const processes: Processes = {
      async run(command, args, { cwd, env: wanted, deadlineMs, maxOutputBytes }) {
        const result = await exec(changed(wanted), cwd, [command, ...args], {
          ...(deadlineMs === undefined ? {} : { deadlineMs }),
          ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
        })
        // Both clients: 126 cannot be started, 127 not found.
        if (result.exitCode === 126 || result.exitCode === 127)
          throw Object.assign(new Error(`${command}: not found in ${image}`), { code: 'ENOENT' })
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
        if (found.kind === 'directory' || found.size > maxBytes) throw new Error(`${path} in ${image} cannot be read`)
        // Bytes do not come through text: as base64 they do.
        const told = await shell('base64 <"$1"', path)
        if (told.exitCode !== 0 || told.stdout.truncated) throw new Error(`${path} in ${image} cannot be read`)
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
        if (told.exitCode !== 0) throw new ParityError('write-failed', `${path} in ${image} cannot be written: ${told.stderr.text.trim()}`)
      },
      async realPath(path) {
        const told = await shell('readlink -f "$1"', path)
        return told.exitCode === 0 ? told.stdout.text.trim() : path
      },
      async makeTemporaryDirectory(prefix, below = '/tmp') {
        const told = await shell('mktemp -d "$1/$2XXXXXX"', below, prefix)
        if (told.exitCode !== 0) throw new ParityError('write-failed', `no folder can be made in ${image}: ${told.stderr.text.trim()}`)
        return told.stdout.text.trim()
      },
      async remove(path) {
        await shell('rm -rf "$1"', path)
      },
    }
    const system = { ...outside.system, platform: 'linux', homeDirectory: env['HOME'] ?? '/root', tempDirectory: '/tmp', hostname: image }
    return { host: { ...outside, env, cwd: directory, system, files, processes }, close }
  } catch (error) {
    await close()
    throw error
  }
}
