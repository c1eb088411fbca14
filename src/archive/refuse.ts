import { ParityError } from '../errors.js'

const SHOWN = 80

/** Bytes of a hostile name, quoted, for one line of a message: what is not printable ASCII stands as `\xNN`, at most 80 characters. */
export function quoteName(name: Buffer): string {
  const shown = name
    .toString('latin1', 0, SHOWN)
    .replaceAll(/[^\x20-\x7E]|["\\]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
  // A name of escapes only is cut between two of them.
  return shown.length <= SHOWN && name.length <= SHOWN ? `"${shown}"` : `"${shown.slice(0, SHOWN - 1).replace(/\\x?.?$/, '')}…"`
}

/** The one error of this room: `what` completes `the zip is refused: …`. */
export function refused(what: string, cause?: unknown): ParityError {
  return new ParityError(
    'archive-refused',
    `the zip is refused: ${what}`,
    'it is not as actions/upload-artifact writes it: run the job that made it again',
    { cause },
  )
}

/** The same about one entry. */
export function refusedEntry(name: Buffer, what: string, cause?: unknown): ParityError {
  return refused(`its entry ${quoteName(name)} ${what}`, cause)
}
