import type { Json, LayerOutcome, LayerResult, TargetOutcome } from '../snapshot/index.js'

export type Severity = 'error' | 'warning' | 'note'
/** Against the baseline; `new` also when there is none. */
export type FindingState = 'new' | 'known' | 'fixed'
/** The room that found it. */
export type FindingSource = 'environment' | 'modules' | 'integrity' | 'packages' | 'targets' | 'binaries' | 'baseline' | 'sync'

/** What a finding or an incident is about. `module` is `path` or `path@version`. */
export interface Subject {
  readonly module?: string
  readonly package?: string
  readonly target?: string
  readonly key?: string
  readonly file?: string
  readonly library?: string
  readonly tool?: string
  /** A machine that was asked: `proxy.golang.org`, with its port where it is not the usual one. */
  readonly host?: string
}

/** A place a person can open: POSIX path from the project's directory; line and column from 1. */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** One way out: a command that can be pasted or an edit, and what it does. */
export interface Fix {
  readonly command?: string
  readonly edit?: string
  readonly why: string
}

/** Anything a person should see. */
export interface Finding {
  /** Rule id, `family/name`. */
  readonly rule: string
  readonly severity: Severity
  readonly state: FindingState
  /** A few words: `linux/arm64 does not compile`. */
  readonly title: string
  /** One or two sentences: what happened and what it means for the build. */
  readonly message: string
  readonly subject: Subject
  readonly location?: Location
  /** Lines of what was seen, verbatim, bounded. */
  readonly evidence: readonly string[]
  readonly fix: readonly Fix[]
  readonly jobs?: readonly string[]
  readonly source: FindingSource
  /** Which root of the project. */
  readonly root?: string
}

export type Verdict = 'ok' | 'findings' | 'unknown' | 'error'

/** Something that was not done, with its reason. */
export interface Degrade {
  readonly what: string
  readonly why: string
}

/** One key of the environment (or one fact of the machine) that differs. */
export interface EnvironmentDrift {
  /** A go env key, or `toolchain.running`, `cCompiler.version`, `libc`, `runner.image`, … */
  readonly key: string
  readonly class: 'platform' | 'version' | 'path' | 'verification' | 'build' | 'volatile' | 'runner'
  /** `null`: not there. */
  readonly before: string | null
  readonly after: string | null
  /** What accounts for it (`the go line of go.mod was edited`, `follows GOOS`, `the os axis`); absent when nothing does. */
  readonly explained?: string
  /** Whose value `before` is: the baseline's (also when absent), or what most jobs of this run have. */
  readonly from?: 'baseline' | 'jobs'
  /** Ids of the jobs that have `after`, where several were compared. */
  readonly jobs?: readonly string[]
}

export type ModuleChange = 'added' | 'removed' | 'moved' | 'replaced' | 'sum'

export interface ModuleDrift {
  readonly root: string
  readonly path: string
  readonly change: ModuleChange
  /** Version, replacement or sum, as the change is about. */
  readonly before: string | null
  readonly after: string | null
  readonly explained?: string
  /** As in `EnvironmentDrift`. */
  readonly from?: 'baseline' | 'jobs'
  readonly jobs?: readonly string[]
}

/** A line of go.sum that not all jobs have. */
export interface SumDrift {
  readonly root: string
  /** `path version h1:…` */
  readonly line: string
  /** Against what most jobs have. */
  readonly change: 'extra' | 'missing'
  /** Ids of the jobs that have it otherwise than most. */
  readonly jobs: readonly string[]
  /** Its cause: another Go tidied it, another module set; absent when nothing recorded accounts for it. */
  readonly explained?: string
}

export interface BaselineReference {
  /** `file`, `git`, `artifact`, `cache`, or `snapshots` for `compare A B`. */
  readonly source: string
  /** Path, commit or key. */
  readonly ref: string
  readonly trusted: boolean
  readonly reason: string
}

export interface Comparison {
  /** `null`: there is none, and nothing was compared. */
  readonly baseline: BaselineReference | null
  readonly environment: readonly EnvironmentDrift[]
  readonly modules: readonly ModuleDrift[]
  /** Lines of go.sum over the jobs of one run; absent where jobs were not compared with one another. */
  readonly sums?: readonly SumDrift[]
}

/** One target of the report; as in the snapshot, with its time. */
export interface ReportTarget {
  readonly job?: string
  /** Only in a project of several roots. */
  readonly root?: string
  readonly target: string
  readonly goos: string
  readonly goarch: string
  readonly cgo: boolean
  readonly outcome: TargetOutcome
  /** Why it failed or was skipped; for the others why cgo is off, when nobody asked for that. */
  readonly reason?: string
  readonly durationMs: number
  readonly rule?: string
  /** Against the baseline, where there is one: built before and not now; failed before and now; failed before and builds now; not in the baseline. */
  readonly state?: 'broken' | 'known' | 'fixed' | 'new'
}

/** What `check`, `verify`, `build` and `compare` print with `--format json`. */
export interface Report {
  readonly schema: 'goparity/report/1'
  readonly tool: { readonly version: string }
  readonly verdict: Verdict
  readonly jobs: readonly {
    readonly id: string
    readonly label: string
    readonly matrix: { readonly [axis: string]: Json }
    readonly outcome: Verdict
  }[]
  readonly findings: readonly Finding[]
  readonly integrity: { readonly outcome: LayerOutcome; readonly layers: readonly LayerResult[] }
  readonly targets: readonly ReportTarget[]
  readonly comparison: Comparison
  readonly degraded: readonly Degrade[]
  readonly timings: {
    readonly totalMs: number
    readonly goMs: number
    readonly steps: readonly { readonly name: string; readonly ms: number }[]
  }
}
