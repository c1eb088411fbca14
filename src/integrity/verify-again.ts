import * as v from 'valibot'
import type { Host } from '../host/index.js'
import type { Finding } from '../report/index.js'
import { byteOrder, compactJson } from '../snapshot/index.js'
import { judgeModule } from './judge-states.js'
import { readGoModStates, readModuleStates, type ModuleState } from './module-states.js'
import { nameChanges, nameOf } from './name-changes.js'
import type { CacheReading } from './read-cache.js'

/** One module version as it was verified; `null`: not in the cache, or not sound. */
interface LedgerEntry {
  readonly path: string
  readonly version: string
  readonly zip: string | null
  readonly directory: string | null
  readonly goMod: string | null
}

/** What the module cache held when it was verified: what must still be there when the work is done. */
export interface Ledger {
  /** GOMODCACHE, absolute. */
  readonly cache: string
  /** Sorted by path and version. */
  readonly modules: readonly LedgerEntry[]
}

const HASH = v.nullable(v.string())
const LEDGER: v.GenericSchema<unknown, Ledger> = v.strictObject({
  cache: v.string(),
  modules: v.array(v.strictObject({ path: v.string(), version: v.string(), zip: HASH, directory: HASH, goMod: HASH })),
})

/** A module version that is not any more what was verified. */
export interface LedgerChange {
  readonly path: string
  readonly version: string
  readonly what: 'zip' | 'directory' | 'goMod'
  readonly before: string
  readonly after: string | null
  /** What is there now; `null` for a go.mod. */
  readonly state: ModuleState | null
}

/** The ledger of the roots that were verified; they share one module cache. */
export function ledgerOf(cache: string, readings: readonly CacheReading[]): Ledger {
  const modules = new Map<string, LedgerEntry>()
  const note = (path: string, version: string, more: Partial<LedgerEntry>): void => {
    const key = `${path} ${version}`
    modules.set(key, { path, version, zip: null, directory: null, goMod: null, ...modules.get(key), ...more })
  }
  for (const reading of readings) {
    for (const { state, ok } of reading.modules) {
      const { path, version, zip, directory } = state
      note(path, version, {
        zip: ok.zip === true && zip !== null ? zip.h1 : null,
        directory: ok.directory === true && directory !== null ? directory.h1 : null,
      })
    }
    for (const { state, ok } of reading.goMods) if (ok === true) note(state.path, state.version, { goMod: state.hash })
  }
  return { cache, modules: [...modules.values()].toSorted((a, b) => byteOrder(`${a.path} ${a.version}`, `${b.path} ${b.version}`)) }
}

/** The ledger as text, to be kept between two processes. */
export function formatLedger(ledger: Ledger): string {
  return compactJson(ledger)
}

/** `null` for a text that is no ledger. */
export function parseLedger(text: string): Ledger | null {
  try {
    const parsed = v.safeParse(LEDGER, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Hashes the modules of a ledger once more. What is gone is no change: nothing can be built from it. */
export async function findLedgerChanges(host: Host, { cache, modules }: Ledger): Promise<readonly LedgerChange[]> {
  const [states, goMods] = await Promise.all([
    readModuleStates(
      host,
      cache,
      modules.filter(({ zip, directory }) => zip !== null || directory !== null),
    ),
    readGoModStates(
      host,
      cache,
      modules.filter(({ goMod }) => goMod !== null),
    ),
  ])
  const before = new Map(modules.map((entry) => [`${entry.path} ${entry.version}`, entry]))
  const changes: LedgerChange[] = []
  for (const state of states) {
    const { path, version } = state
    for (const what of ['zip', 'directory'] as const) {
      const was = before.get(`${path} ${version}`)?.[what]
      const is = state[what]
      if (was != null && is !== null && is.h1 !== was) changes.push({ path, version, what, before: was, after: is.h1, state })
    }
  }
  for (const { path, version, hash } of goMods) {
    const was = before.get(`${path} ${version}`)?.goMod
    if (was != null && hash !== was) changes.push({ path, version, what: 'goMod', before: was, after: hash, state: null })
  }
  return changes
}

const WORDS: Readonly<Record<LedgerChange['what'], string>> = {
  zip: 'the zip',
  directory: 'the extracted directory',
  goMod: 'the go.mod file',
}

/** One finding for each module that changed. `during`: what ran meanwhile, `while the targets were built`. */
export async function changeFindings(host: Host, changes: readonly LedgerChange[], during: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { path, version, what, before, after, state } of changes) {
    const key = `${path}@${version}`
    const sums = new Map([[key, [before]]])
    const named = state === null ? null : await nameChanges(host, judgeModule(state, sums), null)
    const [first] = named?.changes ?? []
    findings.push({
      rule: 'checksum/cache-modified',
      severity: 'error',
      state: 'new',
      title: `${key} changed after it was verified`,
      message:
        `${WORDS[what]} of ${key} in the module cache was changed ${during}: what was built from it is not what go.sum promises.`.replace(
          /^t/,
          'T',
        ),
      subject: {
        module: key,
        ...(what === 'goMod' ? { file: nameOf({ key }, 'go.mod') } : first === undefined ? {} : { file: nameOf({ key }, first.path) }),
      },
      evidence: [
        `verified: ${before}`,
        `now: ${after ?? 'cannot be hashed'}`,
        ...(named?.changes ?? []).slice(0, 20).map((one) => `${nameOf({ key }, one.path)}: ${one.change}`),
        ...(named?.texts ?? []),
      ],
      fix: [
        { edit: 'find out which step writes to the module cache, and stop it', why: 'nothing but the go command has to change it' },
        { command: 'goparity verify --repair', why: `removes only ${key} from the module cache, fetches it again and verifies it` },
      ],
      source: 'integrity',
    })
  }
  return findings
}
