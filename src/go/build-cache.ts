import type { Environment } from '../host/index.js'
import { parseJsonSequence, textField } from '../modules/index.js'
import { requirePatterns } from './build.js'
import type { Go, GoResult } from './go.js'

/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES = 256 * 1024 * 1024
const NAME = 'go list -export'

/** A package as the build cache holds it. */
export interface Archive {
  /** Import path; with profile-guided optimisation it may name the main package that it was compiled for. */
  readonly package: string
  /** Absolute path of the compiled package, in the build cache; `null` when it did not compile. */
  readonly file: string | null
  /** `action/content` as the archive itself says: what it was made of, what came of it. */
  readonly buildId: string
  /** Whether a C compiler has a part in it. */
  readonly cgo: boolean
  readonly standard: boolean
  /** Import paths of the packages that it imports. */
  readonly imports: readonly string[]
}

export interface ArchiveOptions {
  /** Patterns, as for `go build`. */
  readonly packages: readonly string[]
  /** What `targetEnvironment` gives, and what else the command needs. */
  readonly env: Environment
}

/** The compiled packages, each after those that it imports; `ok: false` when go could not list them. */
export type ArchivesAnswer =
  | { readonly ok: true; readonly archives: readonly Archive[]; readonly result: GoResult }
  | { readonly ok: false; readonly result: GoResult }

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : []
}

function readArchive(object: Readonly<Record<string, unknown>>): readonly Archive[] {
  const path = textField(object, 'ImportPath', NAME)
  const cgo = names(object['CgoFiles']).length > 0 || names(object['SwigFiles']).length > 0 || names(object['SwigCXXFiles']).length > 0
  // `unsafe` is compiled into nothing; nor is a package of test files or of files for other systems.
  if (path === undefined || path === 'unsafe' || (!cgo && names(object['GoFiles']).length === 0)) return []
  const file = textField(object, 'Export', NAME)
  return [
    {
      package: path,
      file: file === undefined || file === '' ? null : file,
      buildId: textField(object, 'BuildID', NAME) ?? '',
      cgo,
      standard: object['Standard'] === true,
      imports: names(object['Imports']),
    },
  ]
}

/**
 * What a build of these packages takes out of the build cache, by `go list -e -export -deps`: it compiles what the cache lacks, as a
 * build does, and links nothing. Throws `go-unreadable` and `usage`.
 */
export async function listArchives(go: Go, { packages, env }: ArchiveOptions): Promise<ArchivesAnswer> {
  requirePatterns(packages)
  const fields = 'ImportPath,Export,BuildID,Standard,Imports,GoFiles,CgoFiles,SwigFiles,SwigCXXFiles'
  const result = await go.run(['list', '-e', '-export', '-deps', `-json=${fields}`, ...packages], { env, maxOutputBytes: MAX_LIST_BYTES })
  if (result.exitCode !== 0 || result.stdout.truncated) return { ok: false, result }
  return { ok: true, archives: parseJsonSequence(result.stdout.text, NAME).flatMap(readArchive), result }
}

/** An entry of the build cache that is not what go computes: go stops at the first. */
export interface CacheMismatch {
  /** The compiled package; `null` when it is about something else (see `what`). */
  readonly package: string | null
  /** The folder whose index of packages it is; `null` when it is about something else. */
  readonly indexed: string | null
  /** First line of what go hashed: `compile`, `module index …`, `subkey …`. */
  readonly what: string
  /** sha256 of what the cache holds and of what go computed, hex. */
  readonly cached: string
  readonly computed: string
}

/** `ok: false` without a mismatch: the command failed for another reason. */
export interface VerifyCacheAnswer {
  readonly ok: boolean
  readonly mismatch: CacheMismatch | null
  readonly result: GoResult
}

const MARK = 'cache verify failed: id='
/** The text that go hashed is bounded by its files; more than this is none of go's. */
const MAX_MISMATCH = 1024 * 1024

function quoted(line: string | undefined): string | null {
  const text = /^\S+ "(?<text>[^"]+)"$/.exec(line ?? '')?.groups?.['text']
  return text ?? null
}

/** Go's panic of `cmd/go/internal/cache/cache.go`, `putIndexEntry`; newer releases indent its lines. */
export function parseCacheMismatch(text: string): CacheMismatch | null {
  const at = text.indexOf(MARK)
  if (at === -1) return null
  const lines = text
    .slice(at, at + MAX_MISMATCH)
    .split('\n')
    .map((line) => line.trim())
  const end = lines.indexOf('>>>')
  const hashed = lines.slice(1, end === -1 ? 1 : end)
  const hash = (name: string): string =>
    /^\w+: (?<hash>[0-9a-f]{64}) \d+$/.exec(lines.find((line) => line.startsWith(name)) ?? '')?.groups?.['hash'] ?? ''
  const [what = ''] = hashed
  return {
    package: what === 'compile' ? quoted(hashed.find((line) => line.startsWith('import "'))) : null,
    indexed: /^module index \S+ go index v\d+ (?<folder>.+)$/.exec(what)?.groups?.['folder'] ?? null,
    what: what.slice(0, 300),
    cached: hash('old: '),
    computed: hash('new: '),
  }
}

/**
 * Compiles everything anew and lets go compare it with what the build cache records (`GODEBUG=gocacheverify=1`). Go stops at the first
 * difference. It does not see a cached file that was changed in place: it writes such a file anew. Throws `usage`.
 */
export async function verifyBuildCache(go: Go, { packages, env }: ArchiveOptions): Promise<VerifyCacheAnswer> {
  requirePatterns(packages)
  const before = env['GODEBUG'] ?? go.env['GODEBUG'] ?? ''
  const result = await go.run(['list', '-e', '-export', '-deps', '-f', '{{.ImportPath}}', ...packages], {
    env: { ...env, GODEBUG: before === '' ? 'gocacheverify=1' : `${before},gocacheverify=1` },
    maxOutputBytes: 16 * 1024 * 1024,
  })
  return { ok: result.exitCode === 0, mismatch: parseCacheMismatch(result.stderr.text), result }
}
