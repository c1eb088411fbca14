import type { Finding } from '../report/index.js'
import { runtimeFinding } from './verdict.js'

/** A program that was started, or should have been. */
export interface TracedProgram {
  readonly pid: number
  readonly path: string
  /** `null`: it was started; else the name of the error (`ENOENT`). */
  readonly error: string | null
}

/** A file that was opened, or not found. */
export interface TracedFile {
  readonly pid: number
  /** The program that ran in that process; a thread's is the first one. */
  readonly program: string | null
  readonly path: string
  readonly error: string | null
}

/** What strace saw. */
export interface Trace {
  readonly programs: readonly TracedProgram[]
  readonly files: readonly TracedFile[]
  /** Processes and threads that were seen. */
  readonly processes: number
  /** Lines that were left out, for their number. */
  readonly truncated: boolean
}

const MAX_LINES = 200_000
const MAX_EVENTS = 20_000
const MAX_PATH = 4096

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', v: '\v', f: '\f', '"': '"', '\\': '\\' }

/** A string as strace writes it; bytes of UTF-8 come as octal numbers. */
function unescape(text: string): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const [piece] of text.matchAll(/\\[0-7]{1,3}|\\[\s\S]|[^\\]+/g)) {
    if (/^\\[0-7]/.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 8) & 0xff)
    else bytes.push(...encoder.encode(piece.startsWith('\\') ? (ESCAPES[piece.charAt(1)] ?? piece.charAt(1)) : piece))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** `execve("/x", …) = 0`, `openat(AT_FDCWD, "/x", O_RDONLY) = -1 ENOENT (…)`. */
const CALL = /^(execve|execveat|openat|openat2|open)\((?:AT_FDCWD, |\d+(?:<[^>]*>)?, )?"((?:[^"\\]|\\.){0,8192})"/

/** Reads what `strace -f -e trace=execve,execveat,open,openat -o FILE` wrote. Lines that are something else are passed over. */
export function parseTrace(text: string): Trace {
  const programs: TracedProgram[] = []
  const files: TracedFile[] = []
  const pids = new Set<number>()
  const waiting = new Map<number, string>()
  const running = new Map<number, string>()
  let first: string | null = null
  const lines = text.split('\n', MAX_LINES)
  for (const line of lines) {
    const head = /^(\d{1,10})\s+/.exec(line)
    if (head === null) continue
    const pid = Number(head[1])
    pids.add(pid)
    let rest = line.slice(head[0].length, head[0].length + 2 * MAX_PATH)
    if (rest.endsWith('<unfinished ...>')) {
      waiting.set(pid, rest)
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest)
    if (resumed !== null) {
      rest = `${(waiting.get(pid) ?? '').replace('<unfinished ...>', '')}${rest.slice(resumed[0].length)}`
      waiting.delete(pid)
    }
    const call = CALL.exec(rest)
    const result = / = (-?\d+)(?:<.*>)?(?: (E[A-Z0-9]+))?[^=]*$/.exec(rest)
    if (call === null || result === null) continue
    const path = unescape(call[2] ?? '').slice(0, MAX_PATH)
    const error = result[1]?.startsWith('-') === true ? (result[2] ?? 'an error') : null
    if (call[1]?.startsWith('exec') === true) {
      if (error === null) running.set(pid, path)
      if (error === null) first ??= path
      if (programs.length < MAX_EVENTS) programs.push({ pid, path, error })
    } else if (files.length < MAX_EVENTS) files.push({ pid, program: running.get(pid) ?? first, path, error })
  }
  return {
    programs,
    files,
    processes: pids.size,
    truncated: lines.length >= MAX_LINES || programs.length >= MAX_EVENTS || files.length >= MAX_EVENTS,
  }
}

/** Paths of libraries by how they are named. */
export function isLibraryPath(path: string): boolean {
  return /\/[^/]+\.so(?:\.\d[0-9A-Za-z_.-]*)?$/.test(path)
}

/** What one run showed. */
export interface TracedRun {
  readonly trace: Trace
  readonly exitCode: number | null
  /** It still ran when its time was over: it has started. */
  readonly timedOut: boolean
  /** The beginning of what it wrote to standard error. */
  readonly stderr: string
}

/** What loaders write when they give up (glibc's elf/dl-*.c, musl's ldso/dynlink.c). */
const MESSAGES: readonly (readonly [RegExp, Parameters<typeof runtimeFinding>[0]])[] = [
  [/version `GLIBC_[0-9.]+' not found/, 'runtime/glibc-too-old'],
  [/version `[^']{1,100}' not found \(required by /, 'runtime/library-missing'],
  [/error while loading shared libraries: /, 'runtime/library-missing'],
  [/^Error loading shared library /, 'runtime/library-missing'],
  [/^Error relocating .{1,4096}: symbol not found/, 'runtime/libc-mismatch'],
  [/symbol lookup error: .{1,4096}: undefined symbol: /, 'runtime/libc-mismatch'],
]

/** Why a traced program did not start; `null` when it did. */
export function judgeTrace(path: string, { trace, exitCode, timedOut, stderr }: TracedRun): Finding | null {
  const refused = trace.programs.find((program) => program.path === path)
  const started = trace.programs.some((program) => program.path === path && program.error === null)
  if (!started) {
    const error = refused?.error ?? null
    if (error === null) return null
    const wrong = error === 'ENOEXEC'
    return runtimeFinding(wrong ? 'runtime/wrong-architecture' : 'runtime/libc-mismatch', 'error', {
      title: `the kernel refused it: ${error}`,
      message: wrong ? 'It is built for another processor or system.' : 'The program is there; its loader is not, or may not be started.',
      evidence: [`execve("${path}") = ${error}`],
    })
  }
  if (timedOut || exitCode === 0) return null
  const lines = stderr.split('\n', 200).map((line) => line.slice(0, 1000))
  const said = MESSAGES.flatMap(([pattern, rule]) => {
    const line = lines.find((candidate) => pattern.test(candidate))
    return line === undefined ? [] : [{ line, rule }]
  })[0]
  if (said === undefined) return null
  const missing = [...new Set(trace.files.flatMap(({ path: file, error }) => (error === null || !isLibraryPath(file) ? [] : [file])))]
  return runtimeFinding(said.rule, 'error', {
    title: 'its loader gave up',
    message: 'The kernel started it, and the loader stopped it before the program did anything.',
    evidence: [said.line, ...missing.slice(-8).map((file) => `looked for ${file}`)],
  })
}
