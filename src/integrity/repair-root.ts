import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { sumKey } from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { isWrong } from './judge-states.js'
import type { CacheReading } from './read-cache.js'
import type { RootReading } from './read-root.js'
import { repairModules, type RepairCase, type RepairOutcome } from './repair.js'
import type { GoValues } from './roots.js'

/** The versions of which the module cache holds something else than go.sum says, with what it should be. */
function casesOf({ files }: RootReading, { modules, goMods }: CacheReading): readonly RepairCase[] {
  const wrong = [...modules.filter(isWrong).map(({ state }) => state), ...goMods.filter(({ ok }) => ok === false).map(({ state }) => state)]
  const hashes = (path: string, version: string, goMod: boolean): readonly string[] =>
    files.sums.flatMap(({ sum }) =>
      sum.lines.filter((line) => line.path === path && line.version === version && line.goMod === goMod).map(({ hash }) => hash),
    )
  const unique = new Map(wrong.map(({ path, version }) => [sumKey(path, version, false), { path, version }]))
  return [...unique.values()].map(({ path, version }) => ({
    path,
    version,
    sums: hashes(path, version, false),
    goModSums: hashes(path, version, true),
  }))
}

const NOT_DONE: Readonly<Record<Exclude<RepairOutcome['outcome'], 'repaired'>, string>> = {
  sound: 'was left as it is',
  unchanged: 'was not repaired',
  missing: 'was removed from the module cache and could not be fetched again',
}

/** What a repair did, and what of it could not be done. */
export interface RootRepair {
  /** A note for each version that was repaired. */
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
}

function repairedFinding(root: string, { path, version, left, fix }: RepairOutcome): Finding {
  const key = sumKey(path, version, false)
  return {
    rule: 'checksum/cache-modified',
    severity: 'note',
    state: 'new',
    title: `${key} was repaired`,
    message: `${key} was not what go.sum says: it was removed from the module cache, fetched again, and verified. Nothing else was touched.`,
    subject: { module: key },
    evidence: left.length === 0 ? [] : [`left behind, and not looked at by go: ${left.join(', ')}`],
    fix,
    source: 'integrity',
    root,
  }
}

/** Fetches again what the module cache does not hold as go.sum says. `null`: there is nothing of that kind. */
export async function repairRoot(
  host: Host,
  go: Go,
  env: GoValues,
  reading: RootReading,
  cache: CacheReading,
  signal?: AbortSignal,
): Promise<RootRepair | null> {
  const cases = casesOf(reading, cache)
  if (cases.length === 0) return null
  const outcomes = await repairModules(host, go, env, cases, signal === undefined ? {} : { signal })
  return {
    findings: outcomes.filter(({ outcome }) => outcome === 'repaired').map((outcome) => repairedFinding(reading.place.directory, outcome)),
    degraded: outcomes.flatMap(({ path, version, outcome, reason }) =>
      outcome === 'repaired'
        ? []
        : [{ what: `${sumKey(path, version, false)} ${NOT_DONE[outcome]}`, why: reason ?? 'it is what go.sum says' }],
    ),
  }
}
