import type { FailOn } from '../compare/index.js'
import type { MergeBaseSource } from '../baseline/index.js'
import type { BuildCache, ChecksumDatabase, Config } from '../config/index.js'
import type { JobOptions, TargetResult } from '../snapshot/index.js'

/** What to look at; shared by every operation on a project. */
export interface ProjectOptions {
  /** Absolute directory of the project. */
  readonly directory: string
  readonly config: Config
  /** Version of goparity, for snapshots and reports. */
  readonly version: string
  readonly job: Omit<JobOptions, 'hostLabel'>
}

/** What to verify and build. */
export interface BuildOptions extends ProjectOptions {
  /** As written by the user; default: the configuration's, else `default`. */
  readonly targets?: readonly string[]
  /** Package patterns; default: the configuration's, else `./...`. */
  readonly packages?: readonly string[]
  /** Also hold vendor/ against the modules (default true). */
  readonly vendor?: boolean
  /** Default: the configuration's, else `auto`. */
  readonly checksumDatabase?: ChecksumDatabase
  /** Default: the configuration's, else `trust`. */
  readonly buildCache?: BuildCache
  /** What a trusted baseline says the checksum database has attested: `path version[/go.mod] h1:…`; not asked again. */
  readonly remembered?: ReadonlySet<string>
  /** Targets that a trusted baseline built, by `proofKey`. One with the same key is not built. */
  readonly proofs?: ReadonlyMap<string, TargetResult>
  /** Make proofs for a later run, also when there is none to look for (default false). */
  readonly keepProofs?: boolean
  /** Also repair the module cache (default false). */
  readonly repair?: boolean
}

export interface CheckOptions extends BuildOptions {
  /** `auto`, `none`, `file:PATH` or `git:REF`; default: the configuration's, else `auto`. */
  readonly baseline?: string
  readonly failOn?: FailOn
  /** The event that started the job, parsed: GitHub's `GITHUB_EVENT_PATH`. */
  readonly event?: unknown
  /** Reads a file at the merge base of a pull request where the clone is too shallow for git. */
  readonly mergeBase?: MergeBaseSource
}

/** Targets that are asked for, as written; the environment's own when nobody says anything. */
export function wantedTargets({ targets, config }: Pick<BuildOptions, 'targets' | 'config'>): readonly string[] {
  return targets ?? config.targets ?? ['default']
}
