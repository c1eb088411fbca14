import { basename, join } from 'node:path'
import {
  listArchives,
  readGoEnv,
  verifyBuildCache,
  type Archive,
  type ArchiveOptions,
  type CacheMismatch,
  type Go,
  type GoResult,
} from '../go/index.js'
import { sha256, type Environment, type Host } from '../host/index.js'
import { findGoFlag } from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { mapBounded } from './bounded.js'
import { buildCacheFinding, type WrongEntry } from './build-cache-findings.js'
import { lookedAt, notApplicable, notLookedAt, type LayerFacts } from './layers.js'
import type { RestoredCaches } from './restored-cache.js'
import type { RootPlace } from './roots.js'

export interface BuildCacheOptions {
  /** `verify`: go compiles anew and compares by itself, up to the first difference. `fresh`: compared with a new, empty cache; names all. */
  readonly mode: 'verify' | 'fresh'
  /** Where go commands run, and the patterns of what is built there. */
  readonly roots: readonly { readonly place: RootPlace; readonly packages: readonly string[] }[]
  /** What `targetEnvironment` gives for the target that is built; `{}` for go's own choice. */
  readonly env: Environment
  readonly restored?: RestoredCaches
}

/** What came of looking at the build cache. */
export interface BuildCacheCheck {
  readonly layer: LayerFacts
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  readonly evidence: readonly GoResult[]
}

/** Larger archives are no packages. */
const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024
const HASHED_AT_ONCE = 4
const MAX_FINDINGS = 50
const MAX_NAMES = 20

interface HashedArchive extends Archive {
  /** sha256, hex; `null` without a regular file. */
  readonly hash: string | null
}

interface Reading {
  readonly archives: readonly HashedArchive[]
  /** Why there are none. */
  readonly why?: string
}

/** What is known of one root. */
interface RootCheck {
  readonly checked: number
  readonly wrong: readonly WrongEntry[]
  /** Why not all of it was judged. */
  readonly part?: string
  readonly degraded: readonly Degrade[]
}

const UNKNOWN: RootCheck = { checked: 0, wrong: [], degraded: [] }

function firstLine({ stderr, args }: GoResult): string {
  const line = stderr.text.split('\n').find((text) => text.trim() !== '' && !text.startsWith('go: downloading'))
  return redact(line?.trim() ?? `go ${args[0] ?? ''} failed`).slice(0, 300)
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).join(', ')
  return names.length > MAX_NAMES ? `${shown} and ${String(names.length - MAX_NAMES)} more` : shown
}

async function hashFile(host: Host, path: string | null): Promise<string | null> {
  const bytes = path === null ? null : await host.files.read(path, MAX_ARCHIVE_BYTES).catch(() => null)
  return bytes === null ? null : sha256(bytes)
}

async function readArchives(host: Host, go: Go, options: ArchiveOptions, evidence: GoResult[]): Promise<Reading> {
  const answer = await listArchives(go, options)
  evidence.push(answer.result)
  if (!answer.ok) return { archives: [], why: `go list failed: ${firstLine(answer.result)}` }
  const archives = await mapBounded(answer.archives, HASHED_AT_ONCE, async (archive) => ({
    ...archive,
    hash: await hashFile(host, archive.file),
  }))
  return { archives }
}

/** The build cache names a file by its content, and go does not read it again to see whether that is still true. */
function findChangedInPlace(archives: readonly HashedArchive[]): readonly WrongEntry[] {
  return archives.flatMap(({ package: path, file, hash, buildId }): readonly WrongEntry[] => {
    const recorded = /^(?<hash>[0-9a-f]{64})-d$/.exec(basename(file ?? ''))?.groups?.['hash']
    if (recorded === undefined || recorded === hash) return []
    return [{ kind: 'changed-in-place', name: path, file, buildId, cached: hash, right: recorded }]
  })
}

function uncompiled(archives: readonly HashedArchive[]): string | undefined {
  const names = archives.filter(({ file }) => file === null).map(({ package: path }) => path)
  return names.length === 0 ? undefined : `not compiled: ${listNames(names)}`
}

function fromMismatch(mismatch: CacheMismatch): WrongEntry | null {
  const { package: path, indexed, cached, computed } = mismatch
  const name = path ?? indexed
  if (name === null) return null
  return { kind: path === null ? 'index' : 'recompiled', name, file: null, buildId: '', cached, right: computed }
}

/** Go's own comparison. It writes a file that was changed in place anew without a word: that was looked for before. */
async function letGoVerify(go: Go, archives: readonly HashedArchive[], options: ArchiveOptions, evidence: GoResult[]): Promise<RootCheck> {
  const { ok, mismatch, result } = await verifyBuildCache(go, options)
  evidence.push(result)
  const part = uncompiled(archives)
  if (ok)
    return {
      checked: archives.filter(({ file }) => file !== null).length,
      wrong: [],
      degraded: [],
      ...(part === undefined ? {} : { part }),
    }
  if (mismatch === null) return { ...UNKNOWN, part: `go could not compile everything anew: ${firstLine(result)}` }
  const wrong = fromMismatch(mismatch)
  const isCgo = archives.some((archive) => archive.cgo && archive.package === wrong?.name)
  if (wrong === null || isCgo) {
    // Known of go itself: what it makes of a cgo package for coverage holds the name of a temporary folder.
    const about = wrong === null ? `an entry that is no package (${mismatch.what})` : `${wrong.name}, which uses cgo`
    return { ...UNKNOWN, part: `go stopped comparing at ${about}: such need not be equal; --build-cache fresh judges the others` }
  }
  return { checked: 1, wrong: [wrong], degraded: [] }
}

function actionOf(buildId: string): string {
  return buildId.slice(0, buildId.indexOf('/') + 1)
}

/** Import path, and which one of that name: profile-guided optimisation compiles a package for each main package. */
function keyed(archives: readonly HashedArchive[]): ReadonlyMap<string, HashedArchive> {
  const counts = new Map<string, number>()
  return new Map(
    archives.map((archive) => {
      const count = counts.get(archive.package) ?? 0
      counts.set(archive.package, count + 1)
      return [`${archive.package} ${String(count)}`, archive]
    }),
  )
}

/**
 * A package is judged when the same source must give the same bytes: not with a C compiler or a -toolexec program in between. One
 * compiled from other inputs because a package below it differs is no cause of its own.
 */
function compareArchives(cached: readonly HashedArchive[], fresh: readonly HashedArchive[], toolexec: boolean): RootCheck {
  const anew = keyed(fresh)
  const differing = new Set<string>()
  const wrong: WrongEntry[] = []
  const unjudged: string[] = []
  const missing: string[] = []
  for (const [key, archive] of keyed(cached)) {
    const other = anew.get(key)
    if (other === undefined || other.file === null || archive.file === null) {
      missing.push(archive.package)
      continue
    }
    if (archive.hash === other.hash) continue
    const sameInputs = actionOf(archive.buildId) === actionOf(other.buildId)
    const follows = !sameInputs && archive.imports.some((path) => differing.has(path))
    differing.add(archive.package)
    if (archive.cgo || toolexec) unjudged.push(archive.package)
    else if (!follows)
      wrong.push({
        kind: 'recompiled',
        name: archive.package,
        file: archive.file,
        buildId: archive.buildId,
        cached: archive.hash,
        right: other.hash,
      })
  }
  const reason = toolexec ? 'a -toolexec program has a part in them' : 'a C compiler has a part in them'
  const parts = [
    ...(unjudged.length === 0 ? [] : [`${listNames(unjudged)} differ from a fresh compilation and were not judged: ${reason}`]),
    ...(missing.length === 0 ? [] : [`not compiled: ${listNames(missing)}`]),
  ]
  return {
    checked: cached.length - missing.length - unjudged.length,
    wrong,
    degraded: unjudged.map((path) => ({ what: `the compiled ${path} in the build cache was not judged`, why: reason })).slice(0, MAX_NAMES),
    ...(parts.length === 0 ? {} : { part: parts.join('; ') }),
  }
}

async function compareWithFresh(
  host: Host,
  go: Go,
  archives: readonly HashedArchive[],
  options: ArchiveOptions & { readonly toolexec: boolean },
  evidence: GoResult[],
): Promise<RootCheck> {
  const fresh = await readArchives(host, go, options, evidence)
  if (fresh.why !== undefined) return { ...UNKNOWN, part: fresh.why }
  return compareArchives(archives, fresh.archives, options.toolexec)
}

async function checkRoot(
  host: Host,
  go: Go,
  options: BuildCacheOptions & { readonly packages: readonly string[]; readonly temporary: string },
  evidence: GoResult[],
): Promise<RootCheck> {
  const { mode, env, packages, temporary } = options
  const freshEnv = { ...env, GOCACHE: temporary, GOCACHEPROG: '' }
  const values = await readGoEnv(go, mode === 'fresh' ? freshEnv : env)
  if (!values.ok) return { ...UNKNOWN, part: `go env failed: ${firstLine(values.result)}` }
  if ((values.values['GOCACHEPROG'] ?? '') !== '')
    return {
      ...UNKNOWN,
      part: 'the program of GOCACHEPROG keeps the build cache; go compares nothing with it and, set in the go env file, it cannot be left out',
    }
  const cached = await readArchives(host, go, { packages, env }, evidence)
  if (cached.why !== undefined) return { ...UNKNOWN, part: cached.why }
  const changed = findChangedInPlace(cached.archives)
  // Go would mend such a file in passing: what was found stays as it is, for whoever wants to look.
  if (mode === 'verify')
    return changed.length > 0
      ? { checked: cached.archives.length, wrong: changed, degraded: [] }
      : await letGoVerify(go, cached.archives, { packages, env }, evidence)
  const toolexec = findGoFlag(values.values['GOFLAGS'] ?? '', 'toolexec') !== null
  const compared = await compareWithFresh(host, go, cached.archives, { packages, env: freshEnv, toolexec }, evidence)
  const named = new Set(changed.map(({ name }) => name))
  return { ...compared, wrong: [...changed, ...compared.wrong.filter(({ name }) => !named.has(name))] }
}

/**
 * The layer when nobody asked for more: go trusts what it finds there, and so do we, aloud.
 * `restored` tells what is known of where the cache comes from.
 */
export function trustedBuildCache(restored: RestoredCaches): LayerFacts {
  // A snapshot must not change with what CI happened to restore.
  const from = restored.build === null || !restored.buildIsMounted ? '' : ` (${restored.build})`
  return notApplicable(`trusted as go trusts it${from}; --build-cache verify or fresh checks it`)
}

/**
 * Whether the compiled packages in GOCACHE are what their source compiles to, those of the standard library too: for one target, as go
 * builds it here. Costs one whole compilation. Programs that go keeps linked (`go run`, `go tool`) and results of tests are not looked
 * at. Removes its own cache. Throws `usage`, `go-unreadable` and what the host throws.
 */
export async function checkBuildCache(host: Host, go: Go, options: BuildCacheOptions): Promise<BuildCacheCheck> {
  const evidence: GoResult[] = []
  const seen = new Set<string>()
  const findings: Finding[] = []
  const degraded: Degrade[] = []
  const parts = new Set<string>()
  let checked = 0
  const temporary = await host.files.makeTemporaryDirectory('goparity-build-cache-')
  try {
    for (const { place, packages } of options.roots) {
      const root = await checkRoot(host, go.in(place.path), { ...options, packages, temporary: join(temporary, 'cache') }, evidence)
      checked += root.checked
      degraded.push(...root.degraded)
      if (root.part !== undefined) parts.add(root.part)
      for (const entry of root.wrong) {
        // Roots share the cache: one entry, one finding.
        const key = `${entry.kind} ${entry.name} ${entry.cached ?? ''}`
        if (!seen.has(key))
          findings.push(buildCacheFinding(place, entry, { mode: options.mode, restored: options.restored?.build ?? null }))
        seen.add(key)
      }
    }
  } finally {
    await host.files.remove(temporary)
  }
  const part = [...parts].join('; ')
  const rest = findings.length - MAX_FINDINGS
  if (rest > 0)
    degraded.push({ what: `${String(rest)} more compiled packages that differ`, why: `at most ${String(MAX_FINDINGS)} are shown` })
  const layer =
    checked === 0 && findings.length === 0 && part !== ''
      ? notLookedAt(part)
      : lookedAt(checked, findings.length, part === '' ? undefined : part)
  return { layer, findings: findings.slice(0, MAX_FINDINGS), degraded, evidence }
}
