/** Any JSON value; types are kept apart (`1.2` is a number, `"1.2"` a string). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One environment that builds: a leg of a CI matrix, a laptop, a dev container. */
export interface Job {
  /** Provider, workflow, name and canonical matrix in one string: the same leg has the same id in every run, two legs never share one. */
  readonly id: string
  /** For people: `ci / build (go=1.26, os=linux)`, `local:HOST`. */
  readonly label: string
  readonly provider: 'github' | 'gitlab' | 'jenkins' | 'local'
  /** Repository-relative workflow or pipeline file; `null` where there is none. */
  readonly workflow: string | null
  /** The job's own id in that file; the host's name on a laptop. */
  readonly name: string
  readonly matrix: { readonly [axis: string]: Json }
  /** Which of how many legs of its matrix this is, as GitHub counts them (`strategy.job-index` from 0, `strategy.job-total`); absent where nobody says. */
  readonly leg?: { readonly index: number; readonly total: number }
}

/** Where the value of a go env key comes from; `derived` keys cannot be set. */
export type EnvironmentOrigin = 'process' | 'goenv' | 'goroot' | 'default' | 'derived'

/** `go env`, allow-listed, paths folded, credentials taken out. */
export interface GoEnvironment {
  readonly values: { readonly [key: string]: string }
  readonly origins: { readonly [key: string]: EnvironmentOrigin }
  /** Keys that this version of goparity does not know: counted, never copied. */
  readonly unknownKeys: number
}

export interface Toolchain {
  /** `go env GOVERSION` inside the module: the toolchain that really runs, `go1.26.8`. */
  readonly running: string
  /** GOTOOLCHAIN as asked for: `local`, `auto`, `go1.25.3+auto`, … */
  readonly requested: string
  /** `linux/amd64` */
  readonly host: string
}

export interface CCompiler {
  /** As go would call it (`CC`), paths folded. */
  readonly command: string
  /** Where that is found; `null` when it is not on PATH. */
  readonly path: string | null
  /** First line of `--version`. */
  readonly version: string | null
  /** What `-dumpmachine` answers: `x86_64-linux-gnu`. */
  readonly target: string | null
}

export interface Libc {
  readonly kind: 'glibc' | 'musl' | 'other'
  readonly version: string | null
}

/** The image of a hosted runner; every field as the runner says it. */
export interface RunnerImage {
  readonly os: string | null
  readonly arch: string | null
  readonly image: string | null
  readonly version: string | null
  /** `github-hosted` or `self-hosted`. */
  readonly environment: string | null
}

/** How go finds the packages of a root. */
export type ModuleMode = 'module' | 'vendor' | 'workspace' | 'workspace-vendor' | 'gopath'

export interface Module {
  readonly path: string
  /** `null` for main modules and for replacements by a directory. */
  readonly version: string | null
  readonly main?: true
  readonly indirect?: true
  /** What is built in its place; `version` is `null` for a directory, whose path is then as written in go.mod. */
  readonly replace?: { readonly path: string; readonly version: string | null }
  /** `h1:…` of the zip that go.sum holds for what is built (the replacement's when replaced). */
  readonly sum?: string
  /** `h1:…` of the go.mod file, likewise. */
  readonly goModSum?: string
  /** What `go list -e` says is wrong with it, first line. */
  readonly error?: string
}

/** A place where go commands run: a module, a vendored module or a workspace. */
export interface Root {
  /** POSIX path from the project's directory, `.` for itself. */
  readonly directory: string
  /** Paths of the main modules. */
  readonly main: readonly string[]
  readonly mode: ModuleMode
  /** Why: `vendor/ is there and go.mod says go 1.21`, `-mod=mod in GOFLAGS (process)`, … */
  readonly modeReason: string
  /** The `go` line that counts (go.work's in a workspace), and the `toolchain` line. */
  readonly goLine: string | null
  readonly toolchainLine: string | null
  /** sha256 (hex) of go.mod, go.sum, go.work, go.work.sum and vendor/modules.txt, by POSIX path from the root; absent files are left out. */
  readonly files: { readonly [path: string]: string }
  /** The vendor tree by content: sha256 over its sorted files; `null` without one. */
  readonly vendor: { readonly files: number; readonly hash: string } | null
  /** Sorted by path. */
  readonly modules: readonly Module[]
  /** `path@version` or `path@version/go.mod` that the build list needs and go.sum lacks. */
  readonly missingSums: readonly string[]
  /**
   * Lines of go.sum (of a workspace: of the go.sum of its members and of go.work.sum) that name nothing of the build list, as `path version h1:…`,
   * sorted, each once: together with the sums of the modules they are go.sum as a set. Absent in snapshots that did not record them.
   */
  readonly otherSums?: readonly string[]
  /**
   * Lines that `go mod tidy -diff` would take out of go.sum (`-path version h1:…`) or put in (`+…`), asked only where
   * go.mod or go.sum is not what git has. Absent when it was not asked, or could not be told.
   */
  readonly tidy?: readonly string[]
}

/** What can lie about a module. */
export type Layer = 'go.sum' | 'ziphash' | 'zip' | 'directory' | 'go.mod' | 'vendor' | 'checksum-database' | 'build-inputs' | 'build-cache'
export type LayerOutcome = 'ok' | 'failed' | 'unknown' | 'not-applicable'

export interface LayerResult {
  readonly layer: Layer
  readonly outcome: LayerOutcome
  /** Modules (files, for vendor) looked at, and those that failed. */
  readonly checked: number
  readonly failed: number
  /** Always there for `unknown` and `not-applicable`. */
  readonly reason?: string
}

export interface Integrity {
  readonly outcome: LayerOutcome
  readonly layers: readonly LayerResult[]
}

/** Why cgo is on or off for a target. */
export type CgoReason =
  | 'asked' // +cgo or -cgo in the target
  | 'environment' // CGO_ENABLED in the process environment or a go env file
  | 'native' // go's default for the host with a C compiler on PATH
  | 'cross' // go's default for any other platform: off
  | 'no-compiler' // go's default for the host without a C compiler on PATH: off

export type TargetOutcome = 'ok' | 'failed' | 'skipped' | 'proved'

/** What decides where a program that was built for a target starts. */
export interface TargetBinary {
  /** Import path of its main package. */
  readonly package: string
  /** `dynamic`: something must load it, or load libraries for it. */
  readonly linkage: 'static' | 'dynamic'
  /** Path of the loader that the kernel is asked to start. */
  readonly interpreter: string | null
  /** Libraries it names, in the order of the file. */
  readonly needed: readonly string[]
  /** The C library it was built for; `null` when it uses none, or does not say which. */
  readonly libc: 'glibc' | 'musl' | 'bionic' | 'uclibc' | null
  /** The oldest glibc that it starts with: `2.34`. */
  readonly glibc: string | null
}

/** What came of one target in one root. */
export interface TargetResult {
  /** Directory of the root. */
  readonly root: string
  /** Canonical: `linux/arm/7+cgo`, always with its cgo suffix. */
  readonly target: string
  readonly goos: string
  readonly goarch: string
  readonly cgo: boolean
  readonly cgoReason: CgoReason
  readonly outcome: TargetOutcome
  /** One line for `failed` and `skipped`. */
  readonly reason?: string
  /** The rule of the first incident. */
  readonly rule?: string
  /**
   * sha256 over everything that decides how a build without cgo ends, where it ended well: the same proof means the same end.
   * Absent with cgo, and where something could not be hashed.
   */
  readonly proof?: string
  /** The programs that it built, sorted by package; absent where none was built, or where they could not be read. */
  readonly binaries?: readonly TargetBinary[]
  /** Import paths that failed, sorted. */
  readonly failedPackages: readonly string[]
}

/** What one job recorded. Holds no time, no duration and no machine path: recorded twice, it is the same bytes. */
export interface Snapshot {
  readonly schema: 'goparity/snapshot/1'
  readonly tool: { readonly version: string }
  readonly job: Job
  readonly environment: GoEnvironment
  readonly toolchain: Toolchain
  readonly cCompiler: CCompiler | null
  readonly libc: Libc | null
  readonly runner: RunnerImage | null
  readonly roots: readonly Root[]
  /** `null`: not verified in this recording. */
  readonly integrity: Integrity | null
  readonly targets: readonly TargetResult[]
  /** What the repository declared twice and differently, one line each; left out where that was not looked at. */
  readonly contradictions?: readonly string[]
}
