import { splitWords } from '../environment/index.js'
import type { Go } from '../go/index.js'
import type { Environment, Host } from '../host/index.js'
import type { Platform } from '../targets/index.js'

/** A compiler that has not answered by then is not asked again. */
const DEADLINE_MS = 20_000
const MAX_OUTPUT = 16 * 1024 * 1024

/** What a tool of the C toolchain said. */
export interface ToolAnswer {
  readonly ok: boolean
  readonly output: string
  readonly errors: string
}

/** One C compiler (or pkg-config, a linker) as go would call it for a target. */
export interface CTool {
  /** As set: `zig cc -target aarch64-linux-musl`. */
  readonly command: string
  /** Absolute path of the program; `null` when it is not there. */
  readonly path: string | null
  /** Runs it with its own arguments before these; never rejects. */
  run(args: readonly string[], options?: { readonly cwd?: string }): Promise<ToolAnswer>
}

const NO_ANSWER: ToolAnswer = { ok: false, output: '', errors: '' }

/** Opens a tool by the value that names it; `null` when the value is empty or its quotes do not close. */
export async function openTool(host: Host, go: Go, command: string, env: Environment = {}): Promise<CTool | null> {
  const [program, ...own] = splitWords(command) ?? []
  if (program === undefined || program === '') return null
  const environment = { ...go.env, ...env, LC_ALL: 'C' }
  const path = await host.processes.find(program, environment)
  return {
    command,
    path,
    async run(args, { cwd = go.directory } = {}) {
      if (path === null) return NO_ANSWER
      try {
        const { ending, exitCode, stdout, stderr } = await host.processes.run(path, [...own, ...args], {
          cwd,
          env: environment,
          deadlineMs: DEADLINE_MS,
          maxOutputBytes: MAX_OUTPUT,
        })
        return { ok: ending === 'exited' && exitCode === 0, output: stdout.text, errors: stderr.text }
      } catch {
        return NO_ANSWER
      }
    },
  }
}

/** What a compiler says it builds for: from the macros that it defines itself. */
export type CPlatform = { readonly ok: true; readonly platform: Partial<Platform> } | { readonly ok: false; readonly errors: string }

const SYSTEMS: readonly (readonly [macro: string, goos: string])[] = [
  ['_WIN32', 'windows'],
  ['__APPLE__', 'darwin'],
  ['__ANDROID__', 'android'],
  ['__linux__', 'linux'],
  ['__FreeBSD__', 'freebsd'],
  ['__NetBSD__', 'netbsd'],
  ['__OpenBSD__', 'openbsd'],
  ['__DragonFly__', 'dragonfly'],
  ['__sun', 'solaris'],
  ['_AIX', 'aix'],
]

function processorOf(has: (macro: string) => boolean): string | null {
  const little = has('_MIPSEL') || has('__LITTLE_ENDIAN__') || has('_LITTLE_ENDIAN') || has('__MIPSEL__')
  if (has('__x86_64__')) return has('__ILP32__') ? null : 'amd64'
  if (has('__i386__')) return '386'
  if (has('__aarch64__')) return 'arm64'
  if (has('__arm__')) return 'arm'
  if (has('__riscv')) return has('__LP64__') ? 'riscv64' : null
  if (has('__powerpc64__')) return little ? 'ppc64le' : 'ppc64'
  if (has('__s390x__')) return 's390x'
  if (has('__loongarch64') || has('__loongarch_lp64')) return 'loong64'
  if (has('__mips64')) return little ? 'mips64le' : 'mips64'
  return has('__mips__') ? (little ? 'mipsle' : 'mips') : null
}

/** Asks a compiler for its macros under these flags: nothing is compiled. */
export async function askPlatform(compiler: CTool, flags: readonly string[]): Promise<CPlatform> {
  const { ok, output, errors } = await compiler.run([...flags, '-dM', '-E', '-x', 'c', '/dev/null'])
  if (!ok) return { ok: false, errors }
  const macros = new Set([...output.matchAll(/^#define (\w+)/gm)].map(([, name]) => name))
  const goos = SYSTEMS.find(([macro]) => macros.has(macro))?.[1]
  const goarch = processorOf((macro) => macros.has(macro))
  return { ok: true, platform: { ...(goos === undefined ? {} : { goos }), ...(goarch === null ? {} : { goarch }) } }
}
