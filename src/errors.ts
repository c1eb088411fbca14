/** What can go wrong without being a finding. Callers switch on the code, never on the text. */
export type ParityErrorCode =
  | 'usage' // a flag, an argument or an action input is not understood
  | 'config-invalid' // .goparity.yml is malformed or holds something unknown
  | 'target-invalid' // a target that no Go toolchain here knows
  | 'directory-missing' // -C or working-directory is not there
  | 'module-missing' // no go.mod and no go.work where one is needed
  | 'go-missing' // no go command on PATH
  | 'go-unreadable' // the go command answered with something that cannot be read
  | 'snapshot-unreadable' // not a snapshot, truncated, or over its size limit
  | 'snapshot-newer' // written by a later schema version
  | 'baseline-unreadable'
  | 'baseline-newer'
  | 'archive-refused' // a zip that is malformed, over its limits, or made to deceive
  | 'baseline-untrusted' // a baseline that was named breaks a rule of trust
  | 'github-failed' // GitHub's API refused, or could not be reached
  | 'git-failed' // a git reference that was named cannot be read
  | 'write-failed' // disk full, read-only: nothing was changed
  | 'cancelled' // SIGINT, SIGTERM or an aborted signal

/** An error with one sentence for the user (`message`), the way out (`hint`) and the original as `cause`. */
export class ParityError extends Error {
  readonly code: ParityErrorCode
  readonly hint: string | undefined

  constructor(code: ParityErrorCode, message: string, hint?: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'ParityError'
    this.code = code
    this.hint = hint
  }
}

/** Errors of another realm (a vm context) are errors, too: `instanceof` does not know them. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]'
}

/** Makes an Error of whatever was thrown. */
export function toError(thrown: unknown): Error {
  return isError(thrown) ? thrown : new Error(String(thrown))
}

/** The `code` of a system error (`ENOENT`), or an empty text. */
export function errorCode(thrown: unknown): string {
  return isError(thrown) && 'code' in thrown ? String(thrown.code) : ''
}
