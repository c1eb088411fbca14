import { ParityError, toError, type ParityErrorCode } from '../errors.js'

/** What a command ends with: 0 fine · 1 our fault · 2 usage, input or missing tool · 3 findings · 130 SIGINT · 143 SIGTERM. */
export type ExitCode = 0 | 1 | 2 | 3 | 130 | 143

const EXIT: Readonly<Record<ParityErrorCode, 1 | 2 | 130>> = {
  usage: 2,
  'config-invalid': 2,
  'target-invalid': 2,
  'directory-missing': 2,
  'module-missing': 2,
  'go-missing': 2,
  // Go works and says something that we do not understand.
  'go-unreadable': 1,
  'snapshot-unreadable': 2,
  'snapshot-newer': 2,
  'baseline-unreadable': 2,
  'baseline-newer': 2,
  'archive-refused': 2,
  'baseline-untrusted': 2,
  'github-failed': 1,
  'git-failed': 2,
  'write-failed': 2,
  cancelled: 130,
}

/** The exit code of an error; a cancelled run has that of the signal which cancelled it. */
export function exitCodeOfError(error: unknown, signal: AbortSignal | undefined): ExitCode {
  if (!(error instanceof ParityError)) return 1
  const code = EXIT[error.code]
  return code === 130 && signal?.reason === 'SIGTERM' ? 143 : code
}

/** `error: …`, the way out below it; a stack only with `DEBUG=goparity` or when it is our fault. */
export function describeError(error: unknown, debug: boolean): string {
  const { message, stack } = toError(error)
  if (!(error instanceof ParityError)) {
    return `error: ${message}\n  this is a bug in goparity: please report it with the lines below\n${stack ?? ''}\n`
  }
  // One sentence is one line: names of files may hold line feeds.
  const sentence = message.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  if (error.code === 'cancelled' && !debug) return `${sentence}\n`
  const hint = error.hint === undefined ? '' : `${error.hint.replaceAll(/^/gm, '  ')}\n`
  return `error: ${sentence}\n${hint}${debug ? `${stack ?? ''}\n` : ''}`
}
