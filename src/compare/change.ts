/** One file that a change touches. */
export interface ChangedFile {
  /** POSIX, from the top of the repository. */
  readonly path: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed'
  /** Lines that the change brings, as far as the platform gave them: number in the new file, text without the `+`. */
  readonly added: readonly { readonly line: number; readonly text: string }[]
}

/** What a change does to the repository: the pull request's own diff, or all commits since the baseline. */
export interface ChangeFacts {
  /** How a sentence names it: `this pull request`, `the commits since the baseline`. */
  readonly name: string
  readonly files: readonly ChangedFile[]
  /** `false`: the platform named only the first of its files, so that a file that is not here may be touched all the same. */
  readonly complete: boolean
  /** Where the project lies in the repository, POSIX; empty for its top. Paths of snapshots are below it. */
  readonly directory: string
}

/** Added lines that are kept of one file, and characters of each: a line of go.mod or of a workflow is far below both. */
const KEPT_LINES = 20_000
const KEPT_CHARACTERS = 1000

const HUNK = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/

/**
 * The lines that a patch adds, from the hunks of a unified diff as GitHub's compare API gives them.
 * Long lines are cut. What is no hunk, or more than its header announces, adds nothing; never throws, linear.
 */
export function readPatch(patch: string): ChangedFile['added'] {
  const added: { line: number; text: string }[] = []
  let line = 0
  let oldLeft = 0
  let newLeft = 0
  for (let at = 0; at < patch.length && added.length < KEPT_LINES;) {
    const found = patch.indexOf('\n', at)
    const end = found === -1 ? patch.length : found
    const sign = end === at ? ' ' : patch.charAt(at)
    const inside = oldLeft > 0 || newLeft > 0
    if (!inside || sign === '@') {
      const header = HUNK.exec(patch.slice(at, Math.min(end, at + 100)))
      oldLeft = header === null ? 0 : Number(header[1] ?? 1)
      newLeft = header === null ? 0 : Number(header[3] ?? 1)
      line = Number(header?.[2] ?? 0)
    } else if (sign === '+' && newLeft > 0) {
      // A CR before the line break belongs to the line break.
      const stop = patch.charAt(end - 1) === '\r' && end - 1 > at ? end - 1 : end
      added.push({ line, text: patch.slice(at + 1, Math.min(stop, at + 1 + KEPT_CHARACTERS)) })
      line += 1
      newLeft -= 1
    } else if (sign === '-' && oldLeft > 0) oldLeft -= 1
    else if (sign === ' ' && oldLeft > 0 && newLeft > 0) {
      line += 1
      oldLeft -= 1
      newLeft -= 1
    } else if (sign !== '\\') {
      oldLeft = 0
      newLeft = 0
    }
    at = end + 1
  }
  return added
}
