import { sumKey } from '../modules/index.js'
import type { GoModState } from './module-states.js'
import type { ModuleJudgement } from './judge-states.js'
import { sumPlaces } from './cache-findings.js'
import type { RootReading } from './read-root.js'
import type { Dispute, Testimony } from './testimony.js'

function fromGoSum({ place, files }: RootReading, of: { path: string; version: string }, goMod: boolean): readonly Testimony[] {
  return sumPlaces(place, files, of, goMod).map(({ file, line, hash }) => ({ witness: 'go.sum', from: `${file}:${String(line)}`, hash }))
}

/** What go.sum and the places of the module cache say of a module version. */
export function moduleDispute(reading: RootReading, { state }: ModuleJudgement): Dispute {
  const { path, version, recorded, zip, directory } = state
  const testimonies: readonly Testimony[] = [
    ...fromGoSum(reading, state, false),
    { witness: 'ziphash', from: null, hash: recorded, ...(recorded === null ? { note: 'none is recorded' } : {}) },
    ...(zip === null ? [] : [{ witness: 'zip' as const, from: null, hash: zip.h1, ...(zip.fault === null ? {} : { note: zip.fault }) }]),
    ...(directory === null
      ? []
      : [
          { witness: 'directory' as const, from: null, hash: directory.h1, ...(directory.fault === null ? {} : { note: directory.fault }) },
        ]),
  ]
  return { path, version, goMod: false, testimonies }
}

/** The same of a cached go.mod. */
export function goModDispute(reading: RootReading, state: GoModState): Dispute {
  const { path, version, hash } = state
  return { path, version, goMod: true, testimonies: [...fromGoSum(reading, state, true), { witness: 'go.mod', from: null, hash }] }
}

const REFUSAL =
  /verifying (?<path>[^\s@]+)@(?<version>[^\s@/:]+)(?<mod>\/go\.mod)?: checksum mismatch\s+downloaded: +(?<hash>h1:[\w+/]{43}=)/g

/** What go refused on its way into the module cache, by its own words; each version once. */
export function refusalDisputes(reading: RootReading, text: string): readonly Dispute[] {
  const disputes = new Map<string, Dispute>()
  for (const { groups = {} } of text.matchAll(REFUSAL)) {
    const { path = '', version = '', mod, hash = '' } = groups
    const goMod = mod !== undefined
    const testimonies: readonly Testimony[] = [
      ...fromGoSum(reading, { path, version }, goMod),
      { witness: 'proxy', from: null, hash, note: 'what go downloaded and refused' },
    ]
    disputes.set(sumKey(path, version, goMod), { path, version, goMod, testimonies })
  }
  return [...disputes.values()]
}
