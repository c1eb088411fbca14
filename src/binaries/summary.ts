import type { Binary } from './model.js'

/** What a snapshot keeps of a binary: what decides where it starts. Plain JSON. */
export interface Inspection {
  readonly format: Binary['format']
  readonly goos: string | null
  readonly goarch: string | null
  readonly linkage: Binary['linkage']
  readonly interpreter: string | null
  /** Sorted as in the file: the order in which a loader looks for them. */
  readonly needed: readonly string[]
  readonly libc: Binary['libc']
  /** The oldest glibc it starts with: `2.34`. */
  readonly glibc: string | null
  readonly cgo: boolean | null
  /** The Go that built it. */
  readonly go: string | null
}

/** Libraries kept; no Go program needs as many. */
const MAX_NEEDED = 200

/** The summary of one binary. */
export function summarise(binary: Binary): Inspection {
  const { format, goos, goarch, linkage, interpreter, needed, libc, glibc, cgo, go } = binary
  return { format, goos, goarch, linkage, interpreter, needed: needed.slice(0, MAX_NEEDED), libc, glibc, cgo, go: go?.version ?? null }
}
