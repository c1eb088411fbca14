import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { sumKey } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { mapBounded } from './bounded.js'
import { cachedGoModFinding, cachedModuleFinding, refusedFinding, sumPlaces, withExplanation, type Explained } from './cache-findings.js'
import { goModDispute, moduleDispute } from './disputes.js'
import { explainedBy } from './explained-by.js'
import { fetchModule, type FetchedModule } from './fetch-module.js'
import { isWrong, type ModuleJudgement } from './judge-states.js'
import type { GoModState } from './module-states.js'
import { nameChanges, needsGoodCopy, type NamedChanges } from './name-changes.js'
import type { CacheReading } from './read-cache.js'
import type { RootReading } from './read-root.js'
import type { GoValues } from './roots.js'
import { sinceWhen } from './since.js'
import { judge } from './story.js'
import type { Dispute, Testimony } from './testimony.js'
import type { WitnessResult } from './witness.js'

/** Disputed versions that are fetched anew to tell who is right; the story of the others rests on what is on this machine. */
const MAX_FETCHED = 6
const AT_ONCE = 3

/** What explaining needs beside the dispute. */
export interface Court {
  readonly host: Host
  readonly go: Go
  readonly env: GoValues
  readonly reading: RootReading
  readonly witness: WitnessResult
}

/** What the checksum database says of it, as one more testimony. */
function withDatabase(dispute: Dispute, { answers, database }: WitnessResult): Dispute {
  const { path, version, goMod, testimonies } = dispute
  const answer = answers.get(sumKey(path, version, goMod))
  if (answer === undefined || answer.says === 'private') return dispute
  const sum = testimonies.find(({ witness }) => witness === 'go.sum')?.hash ?? null
  const hash = answer.says === 'other' ? answer.hash : answer.says === 'same' ? sum : null
  const said: Testimony = {
    witness: 'checksum-database',
    from: database,
    hash,
    ...('reason' in answer ? { note: answer.reason } : {}),
  }
  return { ...dispute, testimonies: [...testimonies, said] }
}

/** Tells who is right, fetching the version anew where what is here does not settle it or does not name the files. */
async function explain(
  { host, go, env, reading, witness }: Court,
  plain: Dispute,
  judgement: ModuleJudgement | null,
  mayFetch: boolean,
): Promise<{ readonly explained: Explained; readonly named: NamedChanges | null }> {
  const dispute = withDatabase(plain, witness)
  const { path, version, goMod } = dispute
  const [line] = sumPlaces(reading.place, reading.files, dispute, goMod)
  const facts = {
    since: line === undefined ? null : await sinceWhen(host, reading.place, line.path, line.line),
    explained: explainedBy(env, path, host.env),
    conflictMarkers: reading.files.sums.some(({ sum }) => sum.conflictMarkers.length > 0),
  }
  let named = judgement === null ? null : await nameChanges(host, judgement, null)
  const first = judge(dispute, [], facts)
  const isSettled = first.confidence === 'certain' && (judgement === null || !needsGoodCopy(judgement))
  if (isSettled || !mayFetch) return { explained: first, named }
  const right = new Set(
    dispute.testimonies.flatMap(({ witness: who, hash }) => (who === 'go.sum' || who === 'checksum-database' ? (hash ?? []) : [])),
  )
  const fetched: FetchedModule = await fetchModule(
    host,
    go,
    env,
    { path, version },
    {
      async use(copies) {
        const good = copies.find(({ hash, zip }) => hash !== null && zip !== null && right.has(hash))
        if (judgement !== null && named === null && good?.zip != null) named = await nameChanges(host, judgement, { zip: good.zip })
      },
    },
  )
  return { explained: judge(dispute, goMod ? fetched.goMod : fetched.zip, facts), named }
}

/** One finding for every version of which the module cache or the checksum database says another thing than go.sum. */
export async function explainCache(court: Court, { modules, goMods }: CacheReading): Promise<readonly Finding[]> {
  const { reading, witness } = court
  const { place, files } = reading
  let left = MAX_FETCHED
  const mayFetch = (): boolean => left-- > 0
  const contradicted = (key: string): boolean => witness.answers.get(key)?.says === 'other'
  const ofModule = async (judgement: ModuleJudgement): Promise<Finding> => {
    const { explained, named } = await explain(court, moduleDispute(reading, judgement), judgement, mayFetch())
    const known = witness.findings.find(({ subject }) => subject.module === judgement.state.key)
    if (known !== undefined && !isWrong(judgement)) return withExplanation(known, judgement.state.key, named, explained)
    return cachedModuleFinding(place, files, { judgement, named, explained })
  }
  const ofGoMod = async (state: GoModState): Promise<Finding> => {
    const { explained } = await explain(court, goModDispute(reading, state), null, mayFetch())
    return cachedGoModFinding(place, files, state, explained)
  }
  const disputed = modules.filter((judgement) => isWrong(judgement) || contradicted(judgement.state.key))
  const found = await mapBounded(disputed, AT_ONCE, ofModule)
  const foundGoMods = await mapBounded(
    goMods.filter(({ ok }) => ok === false),
    AT_ONCE,
    async ({ state }) => ofGoMod(state),
  )
  const told = new Set(disputed.map(({ state }) => state.key))
  return [...found, ...foundGoMods, ...witness.findings.filter(({ subject }) => !told.has(subject.module ?? ''))]
}

/** The findings for versions that go refused on their way into the module cache. */
export async function explainRefusals(court: Court, refusals: readonly Dispute[]): Promise<readonly Finding[]> {
  return mapBounded(refusals, AT_ONCE, async (dispute) => {
    const { explained } = await explain(court, dispute, null, refusals.indexOf(dispute) < MAX_FETCHED)
    return refusedFinding(court.reading.place, dispute, explained)
  })
}
