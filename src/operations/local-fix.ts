import type { Subject } from '../report/index.js'

/** A file before and after. */
export interface FileChange {
  /** POSIX, below the project's directory. */
  readonly name: string
  /** `null`: it is not there. */
  readonly before: string | null
  readonly after: string
}

/** A change that is safe, stays on this machine, and can be taken back. */
export interface LocalFix {
  /** Rule ids of what it mends. */
  readonly rules: readonly string[]
  /** `go mod tidy`: a few words. */
  readonly title: string
  /** What is written; empty where `act` does all of it. */
  readonly changes: readonly FileChange[]
  /** What is done beside writing files: it takes back by itself what it cannot finish. Gives why it failed; `null` when it did not. */
  readonly act?: () => Promise<string | null>
  /** Whether it helped, after the files are written. Gives why not; `null` when it did. */
  readonly verify: () => Promise<string | null>
}

/** What is to be mended: a finding or an incident. */
export interface Ill {
  readonly rule: string
  readonly subject: Subject
}

/** What a planner gives: a fix, or why there is none; `null`: there is nothing of its kind to mend. */
export type Planned = { readonly fix: LocalFix } | { readonly rule: string; readonly why: string } | null
