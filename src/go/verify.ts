import type { Go, GoResult } from './go.js'

/** What `go mod verify` found wrong with one module of the module cache. */
export interface VerifyProblem {
  readonly path: string
  readonly version: string
  /** `ziphash`: the recorded hash is gone; `zip`, `directory`: the content is not what it says. */
  readonly layer: 'ziphash' | 'zip' | 'directory'
  /** The line as go printed it. */
  readonly text: string
}

/** `ok: false` with no problems: the command failed before it looked at anything. */
export interface VerifyAnswer {
  readonly ok: boolean
  readonly problems: readonly VerifyProblem[]
  readonly result: GoResult
}

/** `PATH VERSION: what`, as cmd/go/internal/modcmd/verify.go prints it. */
const PROBLEM = /^(?<path>[^\s:]+) (?<version>v[^\s:]+): (?<what>.+)$/

function parseProblem(line: string): VerifyProblem | null {
  const groups = PROBLEM.exec(line)?.groups
  if (groups === undefined) return null
  const { path = '', version = '', what = '' } = groups
  const layer = what.startsWith('missing ziphash') ? 'ziphash' : what.startsWith('dir has been') ? 'directory' : 'zip'
  return { path, version, layer, text: line }
}

/**
 * `go mod verify`: compares zips and extracted directories in the module cache with the hashes recorded beside them.
 * It does not read the zip lines of go.sum, looks at nothing that is not in the cache, and never at a replacement.
 */
export async function verifyModules(go: Go): Promise<VerifyAnswer> {
  const result = await go.run(['mod', 'verify'], { maxOutputBytes: 16 * 1024 * 1024 })
  const problems = result.stderr.text
    .split('\n')
    .map(parseProblem)
    .filter((problem) => problem !== null)
  return { ok: result.exitCode === 0, problems, result }
}
