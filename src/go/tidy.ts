import type { Go } from './go.js'

/** It may fetch what only the tests of dependencies need; nobody waits longer for a word on tidiness. */
const DEADLINE_MS = 120_000
const MAX_BYTES = 16 * 1024 * 1024

/**
 * `go mod tidy -diff` (Go 1.23 and later): what it would change in go.mod and go.sum, as a unified diff, empty when they are tidy.
 * Writes neither. `null` when it cannot tell: offline, a flag that it does not take, too much to say.
 */
export async function tidyDiff(go: Go): Promise<string | null> {
  const { exitCode, ending, stdout } = await go.run(['mod', 'tidy', '-diff'], { deadlineMs: DEADLINE_MS, maxOutputBytes: MAX_BYTES })
  if (ending !== 'exited' || stdout.truncated) return null
  if (exitCode === 0) return stdout.text
  // A difference is no failure, though go ends with 1 for both: an answer begins as a diff.
  return exitCode === 1 && stdout.text.startsWith('diff ') ? stdout.text : null
}
