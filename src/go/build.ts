import { ParityError } from '../errors.js'
import type { Environment } from '../host/index.js'
import type { Go, GoResult } from './go.js'

/** A stream of a build that is kept: its first and its last two MiB. */
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024

/** The null device as cmd/go knows it (base.IsNull): it then links and writes nothing. */
function nullDevice(): string {
  return process.platform === 'win32' ? 'NUL' : '/dev/null'
}

export interface BuildTargetOptions {
  readonly deadlineMs?: number
  /**
   * Flags of our own: `-ldflags=-w` links without debug information, a fifth of the time of a link to nowhere. It replaces -ldflags of
   * GOFLAGS, and an external linker may fail only with it: not for those.
   */
  readonly flags?: readonly string[]
  /** A folder, absolute, in which go works and leaves what it made: the programs among it, at `go-build…/b…/exe/`. */
  readonly workFolder?: string
}

/** Package patterns go to the go command as they are; one that looks like a flag could run a program (`-toolexec`). Throws `usage`. */
export function requirePatterns(packages: readonly string[]): void {
  const flag = packages.find((pattern) => pattern.startsWith('-') || pattern === '')
  if (flag !== undefined)
    throw new ParityError(
      'usage',
      `${JSON.stringify(flag)} is no package pattern`,
      'patterns look like ./... or ./cmd/app; flags for go build belong in GOFLAGS',
    )
}

/**
 * `go build -o /dev/null PACKAGES`: compiles everything, links main packages, writes nothing.
 * `env` is what `targetEnvironment` gives; the user's GOFLAGS stay. A failed build is a result, not an error.
 */
export async function buildTarget(
  go: Go,
  env: Environment,
  packages: readonly string[],
  options: BuildTargetOptions = {},
): Promise<GoResult> {
  requirePatterns(packages)
  const { deadlineMs, flags = [], workFolder } = options
  const keep = workFolder === undefined ? [] : ['-work']
  const result = await go.run(['build', ...flags, ...keep, '-o', nullDevice(), ...packages], {
    env: workFolder === undefined ? env : { ...env, GOTMPDIR: workFolder },
    maxOutputBytes: MAX_OUTPUT_BYTES,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  })
  // What `-work` prints is for whoever asked for it.
  const { stderr } = result
  return workFolder === undefined ? result : { ...result, stderr: { ...stderr, text: stderr.text.replace(/^WORK=.*\r?\n?/m, '') } }
}
