import { flagName, splitWords } from '../environment/index.js'
import { byteOrder } from '../snapshot/index.js'

/** What a build compiles of one package. */
export interface PackageContent {
  readonly path: string
  /**
   * `module@version h1:…` where the module cache was verified against that hash; else one `name sha256` for each file that is
   * compiled, assembled, embedded or linked, sorted.
   */
  readonly content: readonly string[]
}

/** All that decides the outcome of building a target without cgo. */
export interface ProofFacts {
  /** `goos/goarch[/variant]-cgo`, and the package patterns. */
  readonly target: string
  readonly patterns: readonly string[]
  /** `go env` for the target; keys that only name places or ways to fetch are left out here. */
  readonly env: Readonly<Record<string, string>>
  /** Flags that goparity itself adds. */
  readonly flags: readonly string[]
  /** sha256 by name of go, compiler, assembler, linker and the headers for assembly. */
  readonly tools: Readonly<Record<string, string>>
  /** sha256 by name of go.mod, go.work and vendor/modules.txt. */
  readonly files: Readonly<Record<string, string>>
  readonly packages: readonly PackageContent[]
}

/** Keys of `go env` that name where things lie or how they are fetched: what is compiled is hashed by content. */
const PLACES: ReadonlySet<string> = new Set([
  'AR',
  'CC',
  'CGO_CFLAGS',
  'CGO_CPPFLAGS',
  'CGO_CXXFLAGS',
  'CGO_FFLAGS',
  'CGO_LDFLAGS',
  'CXX',
  'GCCGO',
  'GOAUTH',
  'GOBIN',
  'GOCACHE',
  'GOCACHEPROG',
  'GOENV',
  'GOGCCFLAGS',
  'GOINSECURE',
  'GOMOD',
  'GOMODCACHE',
  'GONOPROXY',
  'GONOSUMDB',
  'GOPATH',
  'GOPRIVATE',
  'GOPROXY',
  'GOROOT',
  'GOSUMDB',
  'GOTELEMETRY',
  'GOTELEMETRYDIR',
  'GOTMPDIR',
  'GOTOOLCHAIN',
  'GOTOOLDIR',
  'GOVCS',
  'GOWORK',
  'PKG_CONFIG',
])

/** Flags of GOFLAGS whose whole effect is in their text. Any other may read a file or run a program that nobody hashed. */
const TEXT_FLAGS: ReadonlySet<string> = new Set(['-buildvcs', '-json', '-mod', '-modcacherw', '-p', '-tags', '-trimpath', '-v', '-x'])

/** Flags of the compiler and the linker with the same property, by the flag that passes them on. */
const PASSED_ON = {
  '-gcflags': /^-(?:[BCNelm]|[lm]=\d)$/,
  '-ldflags': /^-(?:[sw]|X|X=\S+|buildid=\S*)$|^[\w./-]+\.\w+=\S*$/,
} as const

function isText(word: string): boolean {
  const name = flagName(word)
  if (TEXT_FLAGS.has(name) || /^--?pgo=(?:off|auto)$/.test(word)) return true
  if (name !== '-gcflags' && name !== '-ldflags') return false
  // `-gcflags=[packages=]flags`
  const flags = word.slice(word.indexOf('=') + 1).replace(/^[^-=][^=]*=(?=-)/, '')
  return flags.split(/\s+/).every((flag) => flag === '' || PASSED_ON[name].test(flag))
}

/** Why a build with these GOFLAGS can have no proof; `null` when it can. */
export function whyNoProof(goflags: string): string | null {
  const words = splitWords(goflags)
  if (words === null) return 'GOFLAGS cannot be read'
  const other = words.find((word) => !isText(word))
  return other === undefined ? null : `${flagName(other)} in GOFLAGS may bring in what is not part of the proof`
}

function sorted(pairs: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(pairs).toSorted(([a], [b]) => byteOrder(a, b))
}

/**
 * Everything that decides the outcome as one text: two builds with the same text end alike. It holds no path of this machine and no
 * time, so that a proof made elsewhere counts here.
 */
export function proofText({ target, patterns, env, flags, tools, files, packages }: ProofFacts): string {
  return JSON.stringify([
    'goparity/proof/1',
    target,
    patterns,
    flags,
    sorted(env).filter(([key]) => !PLACES.has(key)),
    sorted(tools),
    sorted(files),
    packages.toSorted((a, b) => byteOrder(a.path, b.path)).map(({ path, content }) => [path, content]),
  ])
}
