import type { Incident } from '../incidents/index.js'
import type { ContentSource, Engine } from '../sync/index.js'

/** What happens when the place cannot take the files now. */
export type SyncPolicy = 'warn' | 'block' | 'queue'

/** Options of `sync`. */
export interface SyncOptions {
  /** Absolute; anywhere in the repository. */
  readonly directory: string
  /** As a person writes it: `docker:NAME[:DIR]`, `devcontainer`, `ssh://HOST/DIR`, `exec:COMMAND`. */
  readonly place: string
  /** `pending`: what a run before could not bring. */
  readonly source: ContentSource | { readonly from: 'pending' }
  readonly policy: SyncPolicy
  /** Put the files there although somebody else changed them. */
  readonly force: boolean
  /** Until the place must have answered, retries included. */
  readonly deadlineMs: number
  /** For `go mod download` and `go mod verify` there; 0: neither. */
  readonly downloadMs: number
  readonly engine: Engine | null
  readonly version: string
}

/**
 * `same`: nothing had to be written. `shared`: the place shows the very files of this machine, and was not written.
 * `down`: it cannot be talked to now. `conflict`: somebody else changed a file there. `unverified`: the files are there, their modules are not.
 */
export type SyncState = 'written' | 'same' | 'shared' | 'nothing' | 'down' | 'refused' | 'conflict' | 'unverified'

/** What `goparity sync --format json` prints. */
export interface SyncDocument {
  readonly schema: 'goparity/sync/1'
  readonly tool: { readonly version: string }
  readonly place: string
  readonly state: SyncState
  /** One line for people. */
  readonly message: string
  /** What to do; empty when there is nothing to do. */
  readonly wayOut: string
  /** It waits for the next run. */
  readonly isQueued: boolean
  readonly files: readonly { readonly path: string; readonly change: 'written' | 'removed' | 'same' | 'conflict' | 'waiting' }[]
  /** As `go version` says it in the place; `null` where it was not asked or is not there. */
  readonly go: string | null
  /** Of the download there. */
  readonly incidents: readonly Incident[]
}

/** What `sync` gives: 0 when the place has the files and their modules are verified, or nothing had to be done; else 3. */
export interface SyncOutcome {
  readonly document: SyncDocument
  readonly exitCode: 0 | 3
}
