/** What a go env key is about, and with that how much a difference matters. */
export type KeyClass = 'platform' | 'version' | 'path' | 'verification' | 'build' | 'volatile'

/**
 * How a value is made comparable:
 * `text` as it is · `path` one path · `path-list` paths as in PATH · `command` a program with arguments ·
 * `go-flags` words sorted by flag, as GOFLAGS · `c-flags` words in their order · `gcc-flags` likewise, without what names a
 * temporary folder · `proxy-list` URLs divided by `,` or `|` · `pattern-list` a set divided by commas.
 */
export type Normalisation = 'text' | 'path' | 'path-list' | 'command' | 'go-flags' | 'c-flags' | 'gcc-flags' | 'proxy-list' | 'pattern-list'

/** One row of the table of go env keys. */
export interface GoEnvKey {
  readonly key: string
  /** First minor release whose `go env` prints it; those of 1.21 may be older. */
  readonly since: '1.21' | '1.23' | '1.24'
  readonly class: KeyClass
  readonly normalise: Normalisation
  /** Whether a value may carry a credential. */
  readonly secret: boolean
  /** Where it can be set: everywhere, only in the process environment, or nowhere (go works it out). */
  readonly settable: 'everywhere' | 'process' | 'nowhere'
  /** The GOARCHes for which it is printed; absent: always. */
  readonly architectures?: readonly string[]
  /** Keys, and facts of the machine, from which its default is worked out. */
  readonly followsKeys?: readonly string[]
  /** One line for people. */
  readonly doc: string
}

type Options = Partial<Pick<GoEnvKey, 'since' | 'secret' | 'settable' | 'architectures' | 'followsKeys'>>

function row(key: string, keyClass: KeyClass, normalise: Normalisation, doc: string, options: Options = {}): GoEnvKey {
  return { key, since: '1.21', class: keyClass, normalise, secret: false, settable: 'everywhere', doc, ...options }
}

const HOST = ['GOHOSTOS', 'GOHOSTARCH'] as const
const TARGET = ['GOOS', 'GOARCH'] as const
/** The C flags are free text: a -D may define anything. */
const C_FLAGS: Options = { secret: true }

function variant(key: string, architectures: readonly string[], doc: string, since: GoEnvKey['since'] = '1.21'): GoEnvKey {
  return row(key, 'build', 'text', doc, { since, architectures, followsKeys: ['GOARCH'] })
}

/**
 * Every key that `go env` of Go 1.21–1.26 prints, sorted. Nothing else enters a snapshot.
 * After MkEnv, ExtraEnvVars and ExtraEnvVarsCostly in cmd/go/internal/envcmd, and checkEnvWrite for where a key can be set.
 */
export const goEnvTable: readonly GoEnvKey[] = [
  row('AR', 'build', 'command', 'archiver for C objects'),
  row('CC', 'build', 'command', 'C compiler', { followsKeys: ['GOOS', 'GOHOSTOS'] }),
  row('CGO_CFLAGS', 'build', 'c-flags', 'flags for the C compiler', C_FLAGS),
  row('CGO_CPPFLAGS', 'build', 'c-flags', 'flags for the C preprocessor', C_FLAGS),
  row('CGO_CXXFLAGS', 'build', 'c-flags', 'flags for the C++ compiler', C_FLAGS),
  row('CGO_ENABLED', 'build', 'text', 'whether files that import "C" are built', { followsKeys: [...TARGET, 'CC', ...HOST] }),
  row('CGO_FFLAGS', 'build', 'c-flags', 'flags for the Fortran compiler', C_FLAGS),
  row('CGO_LDFLAGS', 'build', 'c-flags', 'flags for the linker of C code', C_FLAGS),
  row('CXX', 'build', 'command', 'C++ compiler', { followsKeys: ['GOOS', 'GOHOSTOS'] }),
  row('GCCGO', 'build', 'command', 'gccgo, for -compiler=gccgo'),
  row('GO111MODULE', 'build', 'text', 'module mode: on, off or auto'),
  variant('GO386', ['386'], 'floating point on 386'),
  variant('GOAMD64', ['amd64'], 'oldest amd64 processor the code runs on'),
  row('GOARCH', 'platform', 'text', 'architecture that is built for', { followsKeys: ['GOHOSTARCH'] }),
  variant('GOARM', ['arm'], 'oldest arm processor, and its floating point'),
  variant('GOARM64', ['arm64'], 'oldest arm64 processor, and its extensions', '1.23'),
  row('GOAUTH', 'path', 'text', 'where credentials for module downloads come from', { since: '1.24', secret: true }),
  row('GOBIN', 'path', 'path', 'where go install puts programs'),
  row('GOCACHE', 'path', 'path', 'build cache', { followsKeys: ['GOHOSTOS'] }),
  row('GOCACHEPROG', 'path', 'command', 'program that keeps the build cache', { since: '1.24', secret: true }),
  row('GODEBUG', 'build', 'text', 'compatibility switches of the go command and of programs it runs', {
    since: '1.23',
    settable: 'process',
  }),
  row('GOENV', 'path', 'path', 'file of settings written by go env -w', { settable: 'process', followsKeys: ['GOHOSTOS'] }),
  row('GOEXE', 'platform', 'text', 'suffix of programs', { settable: 'nowhere', followsKeys: ['GOOS'] }),
  row('GOEXPERIMENT', 'build', 'text', 'toolchain experiments'),
  row('GOFIPS140', 'build', 'text', 'FIPS 140-3 module that programs use', { since: '1.24' }),
  row('GOFLAGS', 'build', 'go-flags', 'flags for every go command', { secret: true }),
  row('GOGCCFLAGS', 'volatile', 'gcc-flags', 'flags that go gives to the C compiler', {
    secret: true,
    settable: 'nowhere',
    followsKeys: [...TARGET, ...HOST, 'CC', 'CGO_ENABLED', 'GOVERSION', 'GOARM', 'GOMIPS', 'GOMIPS64', 'GO386', 'cCompiler'],
  }),
  row('GOHOSTARCH', 'platform', 'text', 'architecture of the go command', { settable: 'nowhere' }),
  row('GOHOSTOS', 'platform', 'text', 'system of the go command', { settable: 'nowhere' }),
  row('GOINSECURE', 'verification', 'pattern-list', 'modules that may come over plain HTTP or with a bad certificate'),
  variant('GOMIPS', ['mips', 'mipsle'], 'floating point on mips'),
  variant('GOMIPS64', ['mips64', 'mips64le'], 'floating point on mips64'),
  row('GOMOD', 'path', 'path', 'go.mod of the main module', { settable: 'nowhere' }),
  row('GOMODCACHE', 'path', 'path', 'module cache', { followsKeys: ['GOPATH'] }),
  row('GONOPROXY', 'verification', 'pattern-list', 'modules that are fetched directly', { followsKeys: ['GOPRIVATE'] }),
  row('GONOSUMDB', 'verification', 'pattern-list', 'modules that the checksum database is not asked about', { followsKeys: ['GOPRIVATE'] }),
  row('GOOS', 'platform', 'text', 'system that is built for', { followsKeys: ['GOHOSTOS'] }),
  row('GOPATH', 'path', 'path-list', 'folder of module cache and programs', { followsKeys: ['GOHOSTOS'] }),
  variant('GOPPC64', ['ppc64', 'ppc64le'], 'oldest POWER processor'),
  row('GOPRIVATE', 'verification', 'pattern-list', 'private modules: no proxy, no checksum database'),
  row('GOPROXY', 'verification', 'proxy-list', 'where modules are downloaded from', { secret: true }),
  variant('GORISCV64', ['riscv64'], 'RISC-V profile', '1.23'),
  row('GOROOT', 'path', 'path', 'the Go installation', { followsKeys: ['GOVERSION', ...HOST] }),
  row('GOSUMDB', 'verification', 'text', 'checksum database', { secret: true }),
  row('GOTELEMETRY', 'volatile', 'text', 'telemetry mode', { since: '1.23', settable: 'nowhere' }),
  row('GOTELEMETRYDIR', 'path', 'path', 'folder of telemetry', { since: '1.23', settable: 'nowhere', followsKeys: ['GOHOSTOS'] }),
  row('GOTMPDIR', 'path', 'path', 'folder for temporary files'),
  row('GOTOOLCHAIN', 'version', 'text', 'which Go toolchain is asked for'),
  row('GOTOOLDIR', 'path', 'path', 'compiler and linker', { settable: 'nowhere', followsKeys: ['GOROOT', 'GOVERSION', ...HOST] }),
  row('GOVCS', 'verification', 'text', 'version control systems that may fetch modules'),
  row('GOVERSION', 'version', 'text', 'the Go that runs', { settable: 'nowhere' }),
  variant('GOWASM', ['wasm'], 'WebAssembly features'),
  row('GOWORK', 'path', 'path', 'go.work in effect, or off'),
  row('PKG_CONFIG', 'build', 'command', 'pkg-config'),
]

const rows: ReadonlyMap<string, GoEnvKey> = new Map(goEnvTable.map((entry) => [entry.key, entry]))

/** The row of a key; `null` for what is no go env key of Go 1.21–1.26. */
export function findGoEnvKey(key: string): GoEnvKey | null {
  return rows.get(key) ?? null
}
