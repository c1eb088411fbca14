import { delimiter, join } from 'node:path'
import { errorCode, ParityError } from '../errors.js'
import { cachePlaces, type CachePlaces, type Go, type GoResult } from '../go/index.js'
import type { Environment, Host } from '../host/index.js'
import { escapeModule, parseJsonSequence, sumKey, textField } from '../modules/index.js'
import type { Degrade } from '../report/index.js'
import { mapBounded } from './bounded.js'
import { hashGoMod } from './module-states.js'
import type { GoValues } from './roots.js'
import { isNameable, makeEmptyMain, sameToolchain, withTemporaryFolder, type ModuleVersion } from './throwaway-module.js'
import { parseLookupRecord } from './witness-record.js'
import { readFork, readSilence, SILENT_RECORD, type Silence } from './witness-words.js'

const BATCH = 100
const BATCHES_AT_ONCE = 4
const FILES_AT_ONCE = 32
/** go asks for as many modules at once as it has processors, and waits for the network all the time. */
const QUESTIONS_AT_ONCE = '16'
const BATCH_DEADLINE_MS = 20_000
const MAX_OUTPUT = 16 * 1024 * 1024
/** Signed tree heads and lookup records have some hundred bytes. */
const MAX_RECORD_BYTES = 64 * 1024

/** A zip without entries: the end record alone (APPNOTE.TXT 4.3.16). */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)])

/** What the database has of a module version: the hashes of its zip and its go.mod, where its record names them. */
export interface DatabaseRecord {
  readonly zip: string | null
  readonly goMod: string | null
}

/** What came back. */
export interface Lookups {
  /** By `path@version`: the record, or why there is none. */
  readonly answers: ReadonlyMap<string, DatabaseRecord | Silence>
  /** What go printed of two histories of the database; `null` when there was nothing of the kind. */
  readonly fork: readonly string[] | null
  readonly degraded: readonly Degrade[]
}

export interface LookupOptions {
  /** Value of GOSUMDB to ask by. */
  readonly gosumdb: string
  /** Name of the database, `sum.golang.org`. */
  readonly database: string
  /** Patterns that go must not ask for either. */
  readonly privatePatterns: readonly string[]
  /** In all. */
  readonly deadlineMs: number
}

/** Where and how go asks. */
interface Workplace {
  /** GOMODCACHE. */
  readonly cache: string
  readonly env: Environment
}

/**
 * All that decides how go asks, explicitly: with GOENV=off nothing of the go env file is read, so no empty variable falls back to it.
 * Only the way to the database is the user's.
 */
function askingEnv(go: Go, env: GoValues, folder: string, { gosumdb, privatePatterns }: LookupOptions): Environment {
  const kept = ['GOPROXY', 'GOAUTH', 'GOCACHE'].flatMap((key) => {
    const value = env.values[key] ?? ''
    return value === '' ? [] : [[key, value] as const]
  })
  return {
    ...sameToolchain(go, env),
    ...Object.fromEntries(kept),
    GOENV: 'off',
    GOFLAGS: '-mod=mod',
    GOMODCACHE: join(folder, 'cache'),
    GOPATH: join(folder, 'gopath'),
    GOSUMDB: gosumdb,
    GONOSUMDB: ['none', ...privatePatterns].join(','),
    GOPRIVATE: 'none',
    GONOPROXY: 'none',
    GOMAXPROCS: QUESTIONS_AT_ONCE,
  }
}

/** Anything else is a query to go (`v1.2`), which it would answer by asking proxies and repositories. */
const EXACT = /^v\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+incompatible)?$/

/** The first element of every module path that can be downloaded names a host: go's own words (`toolchain`) are no modules. */
function isAskable(module: ModuleVersion): boolean {
  return isNameable(module) && EXACT.test(module.version) && /^[^/]*\./.test(module.path)
}

/** What a disk that is full or read-only means here; other errors go on. */
function silenceOfDisk(error: unknown): Silence {
  const isDisk = error instanceof ParityError ? error.code === 'write-failed' : errorCode(error) !== ''
  if (!isDisk) throw error
  return { says: 'no-answer', reason: 'the temporary folder that go asks from cannot be written' }
}

/** Copies the signed tree head that go keeps, so that a database that was rolled back or forked since is noticed. */
async function copyTreeHead(host: Host, { values }: GoValues, database: string, folder: string): Promise<readonly Degrade[]> {
  const [gopath = ''] = (values['GOPATH'] ?? '').split(delimiter)
  if (gopath === '') return []
  try {
    const head = await host.files.read(join(gopath, 'pkg', 'sumdb', database, 'latest'), MAX_RECORD_BYTES)
    if (head !== null) await host.files.writeAtomically(join(folder, 'gopath', 'pkg', 'sumdb', database, 'latest'), head)
    return []
  } catch {
    return [
      {
        what: `whether ${database} shows the same history as before`,
        why: 'the tree head that go keeps in GOPATH/pkg/sumdb cannot be read',
      },
    ]
  }
}

const goModOf = ({ path }: ModuleVersion): string => `module ${path}\n`

/**
 * Lays stand-ins for modules into the private module cache, so that go has nothing to fetch: an .info, a go.mod of one line, a zip without
 * entries and no recorded hash. go hashes that zip (cmd/go/internal/modfetch, downloadZip: a zip without ziphash is hashed again), finds no
 * line in go.sum, asks the database, proves the answer by its tree, keeps it, and only then finds that the stand-in is not the module:
 * an error of that one module, while a recorded hash that differs would end go at once, and with it the questions for all others.
 */
async function layStandIns(host: Host, { cache }: Workplace, modules: readonly ModuleVersion[]): Promise<void> {
  const placesOf = ({ path, version }: ModuleVersion): CachePlaces => cachePlaces(cache, path, version)
  // One after the other: each makes its folders, and modules share them.
  for (const module of modules) await host.files.writeAtomically(placesOf(module).info, JSON.stringify({ Version: module.version }))
  await mapBounded(modules, FILES_AT_ONCE, async (module) => {
    const places = placesOf(module)
    await host.files.writeAtomically(places.mod, goModOf(module))
    await host.files.writeAtomically(places.zip, EMPTY_ZIP)
  })
}

/** What go says of each module, by `path@version`; empty when it ended before it could say anything. */
function readErrors({ stdout }: GoResult): ReadonlyMap<string, string> {
  const name = 'go mod download -json'
  if (stdout.truncated) return new Map()
  try {
    const objects = parseJsonSequence(stdout.text, name).map((object): [string, string] => [
      sumKey(textField(object, 'Path', name) ?? '', textField(object, 'Version', name) ?? '', false),
      textField(object, 'Error', name) ?? '',
    ])
    return new Map(objects)
  } catch {
    return new Map()
  }
}

/** The record that go kept of a module after it had proved it; in the private cache nobody else writes one. */
async function readRecord(host: Host, { cache }: Workplace, database: string, module: ModuleVersion): Promise<DatabaseRecord | null> {
  const { path, version } = module
  const file = join(cache, 'cache', 'download', 'sumdb', database, 'lookup', `${escapeModule(path)}@${escapeModule(version)}`)
  const bytes = await host.files.read(file, MAX_RECORD_BYTES).catch(() => null)
  const sums = bytes === null ? null : parseLookupRecord(new TextDecoder().decode(bytes))
  if (sums === null) return null
  return { zip: sums.get(`${path} ${version}`) ?? null, goMod: sums.get(`${path} ${version}/go.mod`) ?? null }
}

interface BatchAnswer {
  readonly answers: readonly (readonly [string, DatabaseRecord | Silence])[]
  readonly fork: readonly string[] | null
}

interface Batch {
  readonly modules: readonly ModuleVersion[]
  /** Absolute; for the main module. */
  readonly folder: string
  readonly deadlineMs: number
  readonly database: string
}

async function askBatch(host: Host, go: Go, workplace: Workplace, { modules, folder, deadlineMs, database }: Batch): Promise<BatchAnswer> {
  const keys = modules.map(({ path, version }) => sumKey(path, version, false))
  const all = (silence: Silence): BatchAnswer => ({ answers: keys.map((key) => [key, silence]), fork: null })
  if (deadlineMs <= 0) return all({ says: 'no-answer', reason: 'the time to ask it was over' })
  const goSum = modules.map((one) => `${one.path} ${one.version}/go.mod ${hashGoMod(new TextEncoder().encode(goModOf(one)))}\n`).join('')
  let cwd
  try {
    cwd = await makeEmptyMain(host, folder, goSum)
  } catch (error) {
    return all(silenceOfDisk(error))
  }
  const result = await go.run(['mod', 'download', '-json', ...keys], { cwd, env: workplace.env, deadlineMs, maxOutputBytes: MAX_OUTPUT })
  const errors = readErrors(result)
  const fork = readFork(result.stderr.text)
  const late: Silence | null =
    result.ending === 'timed-out'
      ? { says: 'no-answer', reason: `it did not answer within ${String(Math.ceil(deadlineMs / 1000))} seconds` }
      : null
  const forked: Silence | null = fork === null ? null : { says: 'no-answer', reason: 'it shows two histories that exclude each other' }
  const answers = await mapBounded(modules, FILES_AT_ONCE, async (module): Promise<readonly [string, DatabaseRecord | Silence]> => {
    const key = sumKey(module.path, module.version, false)
    const record = await readRecord(host, workplace, database, module)
    if (record !== null) return [key, record.zip === null && record.goMod === null ? SILENT_RECORD : record]
    return [key, forked ?? late ?? readSilence(errors.get(key) ?? result.stderr.text)]
  })
  return { answers, fork }
}

/** As few batches as may be, of about the same size. */
function cutIntoBatches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / BATCH)
  const size = Math.ceil(items.length / Math.max(count, 1))
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size))
}

/**
 * Lets go ask the checksum database for module versions, from folders of its own: no lookup that somebody kept is used, nothing of the user's
 * is written, nothing but the database is asked. Throws only when go cannot be started or the whole was cancelled.
 */
export async function lookUpModules(
  host: Host,
  go: Go,
  env: GoValues,
  modules: readonly ModuleVersion[],
  options: LookupOptions,
): Promise<Lookups> {
  const { database, deadlineMs } = options
  const until = host.clock.now() + deadlineMs
  const answers = new Map<string, DatabaseRecord | Silence>()
  for (const { path, version } of modules.filter((module) => !isAskable(module)))
    answers.set(sumKey(path, version, false), { says: 'no-answer', reason: 'it is no name that go could ask for' })
  const askable = modules.filter(isAskable)
  if (askable.length === 0) return { answers, fork: null, degraded: [] }
  try {
    return await withTemporaryFolder(host, async (folder) => {
      const degraded = await copyTreeHead(host, env, database, folder)
      const workplace: Workplace = { cache: join(folder, 'cache'), env: askingEnv(go, env, folder, options) }
      await layStandIns(host, workplace, askable)
      const batches = cutIntoBatches(askable).map((batch, at) => ({ modules: batch, folder: join(folder, String(at)) }))
      const parts = await mapBounded(batches, BATCHES_AT_ONCE, async (batch) => {
        const left = Math.min(BATCH_DEADLINE_MS, until - host.clock.now())
        return askBatch(host, go, workplace, { ...batch, database, deadlineMs: left })
      })
      for (const part of parts) for (const [key, answer] of part.answers) answers.set(key, answer)
      return { answers, fork: parts.find(({ fork }) => fork !== null)?.fork ?? null, degraded }
    })
  } catch (error) {
    const silence = silenceOfDisk(error)
    for (const { path, version } of askable) answers.set(sumKey(path, version, false), silence)
    return { answers, fork: null, degraded: [] }
  }
}
