import { join } from 'node:path'
import { cachePlaces, type Go, type GoResult } from '../go/index.js'
import type { Host } from '../host/index.js'
import { sumKey } from '../modules/index.js'
import { redact } from '../snapshot/index.js'
import { mapBounded } from './bounded.js'
import { readDownloadNote } from './download-note.js'
import { hashGoMod } from './module-states.js'
import { planSources, type ModuleSource } from './proxy-entries.js'
import type { GoValues } from './roots.js'
import type { Testimony } from './testimony.js'
import { isNameable, makeEmptyMain, sameToolchain, withTemporaryFolder, type ModuleVersion } from './throwaway-module.js'

const AT_ONCE = 3
const DEADLINE_MS = 30_000
/** golang.org/x/mod/zip, MaxGoMod. */
const MAX_GO_MOD_BYTES = 16 * 1024 * 1024

/** A module version as one place serves it, on this machine. */
export interface FetchedCopy {
  /** As in `Testimony`. */
  readonly from: string | null
  /** `h1:…` of the zip, and of the go.mod file. */
  readonly hash: string | null
  readonly goMod: string | null
  /** Absolute paths; gone when the fetch ends. `null`: not served. */
  readonly zip: string | null
  readonly mod: string | null
}

/** What every place that go may ask serves for one module version. */
export interface FetchedModule {
  /** Of the whole module: one of each place, in the order of GOPROXY, the repository last. */
  readonly zip: readonly Testimony[]
  /** Of its go.mod file, likewise. */
  readonly goMod: readonly Testimony[]
}

export interface FetchModuleOptions {
  /** For each place; default 30 s. */
  readonly deadlineMs?: number
  /** Is given what was fetched before it is removed, to name the files that differ. */
  readonly use?: (copies: readonly FetchedCopy[]) => Promise<void>
}

/** Why a place gave nothing, by go's words; the first that fits. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/GOVCS disallows/, 'GOVCS does not allow its kind of repository'],
  [/: exec: "\w+"|"\w+": executable file not found/, 'the program of its repository (git) is not there'],
  [/module lookup disabled/, 'GOPROXY=off forbids it'],
  [/: 40[13] |terminal prompts disabled|could not read Username|Permission denied \(publickey/, 'it asks for credentials or refuses'],
  [
    /: 4(?:04|10) |no such file or directory|unknown revision|unrecognized import path.*40[4]|Repository not found/,
    'it has no such version',
  ],
  [/: 5\d\d [A-Z]/, 'it answers with a server error'],
  [
    /connection refused|connection reset|no such host|i\/o timeout|unreachable|[Cc]ould not resolve|server misbehaving|handshake|[Cc]ould not connect|EOF/,
    'it cannot be reached',
  ],
]

function reasonOf(result: GoResult, error: string, folder: string, deadlineMs: number): string {
  if (result.ending === 'timed-out') return `it did not answer within ${String(deadlineMs / 1000)} seconds`
  const text = `${error}\n${result.stderr.text}`
  const known = REASONS.find(([pattern]) => pattern.test(text))
  if (known !== undefined) return known[1]
  const lines = text.split('\n').map((line) => line.trim())
  const line = lines.find((one) => one !== '' && !one.startsWith('go: downloading')) ?? 'go says nothing'
  return redact(line.replaceAll(folder, '')).slice(0, 200)
}

/** What one place served. */
interface Answer {
  readonly copy: FetchedCopy
  readonly zip: Testimony
  readonly goMod: Testimony
}

async function ask(
  host: Host,
  go: Go,
  env: GoValues,
  module: ModuleVersion,
  { witness, name, goproxy }: ModuleSource,
  { folder, deadlineMs }: { readonly folder: string; readonly deadlineMs: number },
): Promise<Answer> {
  const cache = join(folder, 'cache')
  const key = sumKey(module.path, module.version, false)
  const result = await go.run(['mod', 'download', '-json', key], {
    cwd: await makeEmptyMain(host, folder, ''),
    deadlineMs,
    env: {
      ...sameToolchain(go, env),
      GOPROXY: goproxy,
      GOMODCACHE: cache,
      GOFLAGS: '-mod=mod -modcacherw',
      // Whatever is served is to be hashed, so nothing may refuse it. It lands in a cache from which nobody builds.
      GOSUMDB: 'off',
      GONOSUMDB: '*',
    },
  })
  const { error, url, revision } = readDownloadNote(result)
  const places = cachePlaces(cache, module.path, module.version)
  // By what it fetched, not by how it ended: go also fails after the download, over the go line of a module.
  const [content, zip] = await Promise.all([
    host.files.read(places.mod, MAX_GO_MOD_BYTES).catch(() => null),
    host.hashing.zip(places.zip, key),
  ])
  const hash = zip?.h1 ?? null
  const goMod = content === null ? null : hashGoMod(content)
  const reason = zip?.fault ?? reasonOf(result, error, folder, deadlineMs)
  const from = name ?? url
  const say = (said: string | null): Testimony => {
    const note = said === null ? reason : revision
    return { witness, from, hash: said, ...(note === null ? {} : { note }) }
  }
  const copy = { from, hash, goMod, zip: zip === null ? null : places.zip, mod: content === null ? null : places.mod }
  return { copy, zip: say(hash), goMod: say(goMod) }
}

/**
 * Fetches one module version anew from each entry of GOPROXY by itself and from its repository, each into an empty module cache with
 * an empty go.sum, and hashes what they serve. Nothing of the project or of its module cache is read or written. A place that gives
 * nothing says why in its `note`. Three at once. Throws `cancelled` and `go-missing`.
 */
export async function fetchModule(
  host: Host,
  go: Go,
  env: GoValues,
  module: ModuleVersion,
  options: FetchModuleOptions = {},
): Promise<FetchedModule> {
  if (!isNameable(module)) return { zip: [], goMod: [] }
  const { ask: sources, silent } = planSources(env, module.path)
  return withTemporaryFolder(host, async (folder) => {
    const deadlineMs = options.deadlineMs ?? DEADLINE_MS
    const numbered = sources.map((source, index) => ({ source, place: { folder: join(folder, String(index)), deadlineMs } }))
    const answers = await mapBounded(numbered, AT_ONCE, async ({ source, place }) => ask(host, go, env, module, source, place))
    await options.use?.(answers.map(({ copy }) => copy))
    return { zip: [...answers.map(({ zip }) => zip), ...silent], goMod: [...answers.map(({ goMod }) => goMod), ...silent] }
  })
}
