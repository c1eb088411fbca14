import type { Explained } from './cache-findings.js'
import { tell } from './story-words.js'
import type { Dispute, Testimony } from './testimony.js'
import { countVotes, hashOf, saidBy, type DisputeFacts, type Story, type Verdict, type Votes } from './votes.js'

/** Who is right, and the smallest way out; a finding takes it as it is. */
export interface Judgement extends Explained {
  readonly story: Story
  /** `likely`: another story would leave the same traces. */
  readonly confidence: Verdict['confidence']
}

/** Whether the places of the module cache contradict one another: then somebody changed one of them after the download. */
function isEdited({ testimonies }: Dispute, { sums }: Votes): boolean {
  const recorded = saidBy(testimonies, 'ziphash').filter(({ hash }) => hash !== null)
  const contents = [...saidBy(testimonies, 'zip'), ...saidBy(testimonies, 'directory')]
  // A directory never comes alone: zip and record were taken away from beside it.
  if (recorded.length === 0 && contents.length === 1 && contents[0]?.witness === 'directory') return true
  const places = [...recorded, ...contents]
  const honest = places.find(({ hash }) => hash !== null && (sums.length === 0 || sums.includes(hash)))
  // What cannot be hashed (a link, no zip) is not what was downloaded either.
  return honest !== undefined && places.some(({ hash }) => hash !== honest.hash)
}

type Decided = Pick<Verdict, 'story' | 'confidence'>

const certain = (story: Story): Decided => ({ story, confidence: 'certain' })
const likely = (story: Story): Decided => ({ story, confidence: 'likely' })
const sureIf = (isSure: boolean, story: Story): Decided => (isSure ? certain(story) : likely(story))

/** What all fresh copies say, when they say one thing. */
function agreed({ proxies, repository }: Votes): string | null {
  const hashes = new Set([...proxies, ...(repository === null ? [] : [repository])].map(({ hash }) => hash))
  const [only = null] = hashes
  return hashes.size === 1 ? only : null
}

/** go.sum says what was first published: the database says so, or nobody who could be asked says otherwise. */
function withHonestSum(votes: Votes, sum: string): Decided | null {
  const { proxies, repository, database, refused, held } = votes
  const goods = proxies.filter(({ hash }) => hash === sum)
  const bads = proxies.filter(({ hash }) => hash !== sum)
  // First published, and another content now: the database or a proxy kept the first.
  if (repository !== null && repository.hash !== sum) return database === sum || goods.length > 0 ? certain('retagged') : null
  if (bads.length > 0) {
    const isSure = repository !== null || (database === sum && goods.length > 0)
    return isSure || database === sum || goods.length > 0 ? sureIf(isSure, 'poisoned-proxy') : null
  }
  const isConfirmed = goods.length > 0 || repository !== null
  if (!isConfirmed && database !== sum) return null
  // What was refused is gone; whoever served it does so no more, or it was changed on the way.
  if (refused) return likely('poisoned-proxy')
  return held === null || held === sum ? likely('unexplained') : sureIf(isConfirmed, 'poisoned-cache')
}

/** The database has another content than go.sum (or, without a line, than the cache). */
function againstDatabase(votes: Votes, sum: string | null, database: string): Decided {
  const { proxies, repository, held } = votes
  const claimed = sum ?? held
  const isPublished = repository?.hash === database || proxies.some(({ hash }) => hash === database)
  if (repository !== null && repository.hash !== database) return sureIf(repository.hash === claimed, 'retagged')
  if (proxies.some(({ hash }) => hash !== database))
    return sureIf(isPublished && proxies.some(({ hash }) => hash === claimed), 'poisoned-proxy')
  if (held !== null && held === claimed) return likely(isPublished ? 'poisoned-cache' : 'poisoned-proxy')
  if (held === null || held === database) return sureIf(isPublished, 'stale-go-sum')
  return likely('unexplained')
}

/** No database says anything, and not all fresh copies are what go.sum says. */
function withoutDatabase(votes: Votes, facts: DisputeFacts): Decided {
  if (agreed(votes) === null) return likely('unexplained')
  // One content everywhere but in go.sum. A line that was committed was right for whoever committed it.
  return likely(facts.since !== null && facts.since.commit === null ? 'stale-go-sum' : 'retagged')
}

function decide(dispute: Dispute, votes: Votes, facts: DisputeFacts): Decided {
  const { sums, database, held } = votes
  const [sum = null] = sums
  const fresh = agreed(votes)
  if (facts.lineEndsOnly === true) return certain('crlf-checkout')
  if (isEdited(dispute, votes)) {
    const isRecorded = hashOf(dispute.testimonies, 'ziphash') !== null || hashOf(dispute.testimonies, 'zip') !== null
    return sureIf((isRecorded && sums.length > 0) || (sum !== null && [database, fresh].includes(sum)), 'edited-cache')
  }
  if (saidBy(dispute.testimonies, 'vendor').some(({ hash }) => hash === null || !sums.includes(hash)) && (held === null || held === sum))
    return sureIf(held !== null, 'edited-vendor')
  if (facts.conflictMarkers === true) return certain('merge-conflict')
  if (sums.length > 1) return likely('merge-conflict')
  if (database !== null && database !== sum) return againstDatabase(votes, sum, database)
  if (sum === null) return likely('unexplained')
  return withHonestSum(votes, sum) ?? withoutDatabase(votes, facts)
}

/** The hash that is right, where somebody outside of this machine says so. */
function rightHash({ sums, database, repository, proxies }: Votes, { story, confidence }: Decided): string | null {
  if (database !== null) return database
  const [sum = null] = sums
  if (story === 'merge-conflict') return agreed({ sums, held: null, refused: false, database, proxies, repository })
  if (story === 'unexplained' || (confidence === 'likely' && (story === 'retagged' || story === 'stale-go-sum'))) return null
  return sum
}

/**
 * Tells which story accounts for what the witnesses of a module version say. `fetched`: what an independent fetch gave
 * (`fetchModule`, its `zip` or, for a dispute about go.mod, its `goMod`); without one most stories are only `likely`.
 * Where the checksum database contradicts go.sum, a person has to decide: no command to paste is given.
 */
export function judge(dispute: Dispute, fetched: readonly Testimony[], facts: DisputeFacts): Judgement {
  const votes = countVotes(dispute, fetched)
  const decided = decide(dispute, votes, facts)
  const right = rightHash(votes, decided)
  const outside = [
    ...saidBy(dispute.testimonies, 'checksum-database'),
    ...votes.proxies,
    ...(votes.repository === null ? [] : [votes.repository]),
  ]
  const verdict: Verdict = {
    ...decided,
    right,
    good: outside.filter(({ hash }) => hash !== null && hash === (right ?? votes.sums[0])),
    bad: outside.filter(({ hash }) => hash !== null && hash !== (right ?? votes.sums[0])),
  }
  return { ...decided, ...tell(dispute, votes, verdict, fetched, facts) }
}
