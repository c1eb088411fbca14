import { sumKey } from '../modules/index.js'
import type { Explained } from './cache-findings.js'
import { describeOrigin } from './since.js'
import { fixesOf } from './story-fixes.js'
import { isAgainstDatabase, joinNames, nameWitness, nameWitnesses, type Telling } from './telling.js'
import type { Dispute, Testimony } from './testimony.js'
import type { DisputeFacts, Story, Verdict, Votes } from './votes.js'

/** Witnesses with a verb: `a says`, `a and b say`. */
function clause(testimonies: readonly Testimony[], one: string, several: string): string {
  return `${nameWitnesses(testimonies)} ${testimonies.length === 1 ? one : several}`
}

function ofEditedCache({ dispute, votes: { sums } }: Telling): string {
  const names = { ziphash: 'the hash recorded at the download', zip: 'the zip', directory: 'the extracted directory' }
  const fits = (['ziphash', 'zip', 'directory'] as const).filter((place) =>
    dispute.testimonies.some(({ witness, hash }) => witness === place && hash !== null && sums.includes(hash)),
  )
  const rest =
    fits.length === 0 ? '' : `: ${joinNames(fits.map((place) => names[place]))} still ${fits.length === 1 ? 'is' : 'are'} what go.sum says`
  return `It was changed in the module cache after the download${rest}.`
}

function ofPoisonedCache(telling: Telling): string {
  const { good } = telling.verdict
  if (isAgainstDatabase(telling))
    return `go.sum and the module cache hold the same, and ${clause(good, 'has', 'have')} another: both came from a download that was not what was published, or both were changed.`
  return `go.sum is right: ${clause(good, 'says', 'say')} the same. Only the copy in this module cache is another one.`
}

function ofPoisonedProxy({ verdict: { good, bad }, votes }: Telling): string {
  if (bad.length > 0)
    return `${clause(bad, 'serves', 'serve')} another content than ${good.length === 0 ? 'go.sum says' : clause(good, 'has', 'have')}.`
  if (votes.refused)
    return `go.sum is right: ${clause(good, 'says', 'say')} the same. What go downloaded and refused was changed on its way here, or by a proxy that serves the right content now.`
  return `What was downloaded is not what was published: ${clause(good, 'has', 'have')} another hash. The proxy that served it, or somebody on the way, changed it.`
}

function ofRetagged({ verdict: { bad }, votes: { database, sums, proxies } }: Telling): string {
  const keeps = proxies.filter(({ hash }) => hash !== null && hash === sums[0])
  const first =
    database !== null ? 'the checksum database has' : keeps.length > 0 ? `go.sum and ${nameWitnesses(keeps)} have` : 'go.sum has'
  return `The version was published a second time with another content, by a moved tag: ${clause(bad, 'serves', 'serve')} that, and ${first} the first one.`
}

function ofStaleSum({ verdict: { good, bad }, votes, line }: Telling): string {
  const others = [...(good.length > 0 ? good : bad).map(nameWitness), ...(votes.held === null || votes.refused ? [] : ['the module cache'])]
  return `The hash in ${line} is wrong: ${joinNames([...new Set(others)])} ${others.length === 1 ? 'has' : 'have'} another one.`
}

const SENTENCES: Readonly<Record<Story, (telling: Telling) => string>> = {
  'edited-cache': ofEditedCache,
  'poisoned-cache': ofPoisonedCache,
  'poisoned-proxy': ofPoisonedProxy,
  retagged: ofRetagged,
  'stale-go-sum': ofStaleSum,
  'crlf-checkout': () => 'Only line ends differ: a checkout with CRLF line ends (core.autocrlf of git) rewrote the files.',
  'edited-vendor': () => 'The module itself is what go.sum says: its copy in vendor/ was changed.',
  'merge-conflict': () => 'go.sum holds both sides of a merge, and no longer says which hash is meant.',
  unexplained: () => 'What is known does not tell which one is right.',
}

function doubt({ story, confidence }: Verdict, fetched: readonly Testimony[]): string {
  if (confidence === 'certain' || story === 'unexplained') return ''
  return fetched.every(({ hash }) => hash === null)
    ? ' This is only likely: no independent copy could be fetched.'
    : ' This is likely, not certain: another cause could leave the same traces.'
}

function lineOf(one: Testimony): string {
  const name = one.witness === 'repository' ? `repository${one.from === null ? '' : ` ${one.from}`}` : nameWitness(one)
  const note = one.note === undefined ? '' : one.hash === null ? one.note : ` (${one.note})`
  return `${name}: ${one.hash ?? ''}${note}`
}

const NO_CHECKSUM =
  'the cached .info file (time and origin of the version) is covered by no checksum: it proves nothing; a repair fetches it again'

/** What is said of a verdict: one to three sentences, what they rest on beside the module cache, and the smallest ways out. */
export function tell(dispute: Dispute, votes: Votes, verdict: Verdict, fetched: readonly Testimony[], facts: DisputeFacts): Explained {
  const { path, version, goMod, testimonies } = dispute
  const line = testimonies.find(({ witness }) => witness === 'go.sum')?.from ?? 'go.sum'
  const telling: Telling = { dispute, votes, verdict, facts, key: sumKey(path, version, false), line }
  const isCacheSuspect = ['edited-cache', 'poisoned-cache', 'poisoned-proxy'].includes(verdict.story)
  return {
    sentence: `${SENTENCES[verdict.story](telling)}${doubt(verdict, fetched)}`,
    evidence: [
      ...testimonies.filter(({ witness }) => witness === 'checksum-database' || witness === 'proxy').map(lineOf),
      ...fetched.map((one) => `fetched now from ${lineOf(one)}`),
      ...(facts.since === null ? [] : [`${line}: ${describeOrigin(facts.since)}`]),
      ...facts.explained.map(({ key, value, where, meaning }) => `${key}=${value} (${where}): ${meaning}`),
      ...(isCacheSuspect && !goMod ? [NO_CHECKSUM] : []),
    ],
    fix: fixesOf(telling),
  }
}
