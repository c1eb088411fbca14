import { join } from 'node:path'
import { isLibraryPath, judgeTrace, parseTrace, type Binary, type LibraryRoot, type Trace, type Verdict } from '../binaries/index.js'
import { withoutTokens } from '../host/index.js'
import type { Degrade, Finding } from '../report/index.js'
import type { Session } from './session.js'

/** What the loader and the program really did. */
export interface TraceEvidence {
  readonly outcome: 'started' | 'not-started'
  /** `null`: it still ran when its time was over, or a signal ended it. */
  readonly exitCode: number | null
  readonly timedOut: boolean
  /** Every program that was started or refused, itself first; equal ones once. */
  readonly programs: readonly { readonly path: string; readonly error: string | null }[]
  /** Libraries that it opened, in their order, with the C library each was linked with. */
  readonly libraries: readonly { readonly path: string; readonly libc: Binary['libc'] }[]
  /** Names of libraries that were looked for and found nowhere. */
  readonly notFound: readonly string[]
  readonly processes: number
  /** There was more than is listed. */
  readonly truncated: boolean
}

/** Long enough for a loader, short enough for a server that never ends. */
const DEADLINE_MS = 10_000
const SHOWN = 200

function unique<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed()
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function evidenceOf(
  path: string,
  trace: Trace,
  root: LibraryRoot,
): Pick<TraceEvidence, 'programs' | 'libraries' | 'notFound' | 'truncated'> {
  const own = trace.files.filter(({ program, path: file }) => program === path && isLibraryPath(file))
  const opened = unique(
    own.filter(({ error }) => error === null),
    (file) => file.path,
  )
  const found = new Set(opened.map((file) => baseOf(file.path)))
  const missing = new Set(own.flatMap((file) => (file.error === null || found.has(baseOf(file.path)) ? [] : [baseOf(file.path)])))
  const programs = unique(trace.programs, (program) => `${program.path}\0${program.error ?? ''}`)
  return {
    programs: programs.slice(0, SHOWN).map(({ path: program, error }) => ({ path: program, error })),
    libraries: opened.slice(0, SHOWN).map((file) => ({ path: file.path, libc: root.open(file.path)?.binary.libc ?? null })),
    notFound: [...missing].slice(0, SHOWN),
    truncated: trace.truncated || programs.length > SHOWN || opened.length > SHOWN || missing.size > SHOWN,
  }
}

/** What a trace of one program gave: evidence, the reason why it did not start, or why it was not traced. */
export type TraceOutcome =
  | { readonly evidence: TraceEvidence; readonly finding: Finding | null }
  | { readonly evidence: null; readonly degrade: Degrade }

/** Starts a program below strace, for ten seconds at most, and says what it opened. `path` is absolute. */
export async function traceProgram(
  { host, signal }: Session,
  path: string,
  args: readonly string[],
  root: LibraryRoot,
): Promise<TraceOutcome> {
  const no = (why: string): TraceOutcome => ({ evidence: null, degrade: { what: `--trace of ${path}`, why } })
  const strace = await host.processes.find('strace', host.env)
  if (strace === null) return no('strace is not on PATH; install it (apt-get install strace)')
  const folder = await host.files.makeTemporaryDirectory('goparity-trace-')
  try {
    const file = join(folder, 'trace')
    const flags = ['-f', '-qq', '-s', '4096', '-e', 'trace=execve,execveat,?open,openat', '-e', 'signal=none', '-o', file]
    const { ending, exitCode, stderr } = await host.processes.run(strace, [...flags, path, ...args], {
      cwd: host.cwd,
      env: withoutTokens(host.env),
      deadlineMs: DEADLINE_MS,
      ...(signal === undefined ? {} : { signal }),
    })
    if (ending === 'cancelled') return no('cancelled')
    const bytes = await host.files.read(file, 64 * 1024 * 1024)
    const trace = parseTrace(new TextDecoder().decode(bytes ?? new Uint8Array()))
    if (!trace.programs.some((program) => program.path === path))
      return no(`strace could not start it: ${stderr.text.split('\n', 1)[0]?.slice(0, 300) ?? ''}`)
    const finding = judgeTrace(path, { trace, exitCode, timedOut: ending === 'timed-out', stderr: stderr.text })
    return {
      finding,
      evidence: {
        outcome: finding === null ? 'started' : 'not-started',
        exitCode: ending === 'timed-out' ? null : exitCode,
        timedOut: ending === 'timed-out',
        ...evidenceOf(path, trace, root),
        processes: trace.processes,
      },
    }
  } finally {
    await host.files.remove(folder)
  }
}

/** Libraries of another C library than the program's that were really opened. */
function mixed(binary: Binary, { libraries }: TraceEvidence): readonly Finding[] {
  return libraries
    .filter(({ libc }) => libc !== null && binary.libc !== null && libc !== binary.libc)
    .slice(0, 20)
    .map(({ path, libc }) => ({
      rule: 'runtime/libc-mismatch',
      severity: 'warning',
      state: 'new',
      title: `it opened ${path}, which was linked with ${libc ?? ''}; the program with ${binary.libc ?? ''}`,
      message: 'Two C libraries in one program share names and nothing else: it may work, and nobody promises it.',
      subject: { library: baseOf(path) },
      evidence: [`opened ${path}`],
      fix: [
        {
          edit: `Put a ${baseOf(path)} in front of it that was linked with ${binary.libc ?? ''}`,
          why: 'a program and its libraries need one C library',
        },
      ],
      source: 'binaries',
    }))
}

/** One verdict of what the file says and what really happened: what happened has the last word. */
export function withTrace(said: Verdict, binary: Binary, { evidence, finding }: Extract<TraceOutcome, { finding: unknown }>): Verdict {
  const wrong = mixed(binary, evidence).filter(
    ({ subject }) => !said.findings.some((other) => other.rule === 'runtime/libc-mismatch' && other.subject.library === subject.library),
  )
  if (finding !== null) return { ...said, starts: 'no', findings: [finding, ...said.findings, ...wrong] }
  const contradicted = said.starts === 'no'
  return {
    ...said,
    starts: 'yes',
    findings: [...said.findings.map((entry): Finding => ({ ...entry, severity: 'warning' })), ...wrong],
    notes: [
      ...said.notes,
      ...(contradicted ? ['the file says that it cannot start here, and it did: something on this machine makes up for it'] : []),
      ...(evidence.timedOut ? ['it still ran after ten seconds and was ended'] : []),
    ],
  }
}
