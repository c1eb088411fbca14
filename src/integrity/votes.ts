import type { Explanation } from './explained-by.js'
import type { LineOrigin } from './since.js'
import type { Dispute, Testimony, Witness } from './testimony.js'

/** How a module version comes to be disputed. */
export type Story =
  | 'retagged' // its repository now holds another content under the same version
  | 'poisoned-proxy' // a proxy serves another content than everybody else
  | 'poisoned-cache' // the module cache alone holds another content
  | 'stale-go-sum' // go.sum alone says something else
  | 'edited-cache' // the module cache was changed after the download
  | 'edited-vendor'
  | 'crlf-checkout' // only the line ends differ
  | 'merge-conflict' // go.sum holds both sides of a merge
  | 'unexplained'

/** What is known beside the hashes. */
export interface DisputeFacts {
  /** Of the go.sum line; `null`: not known. */
  readonly since: LineOrigin | null
  readonly explained: readonly Explanation[]
  /** Whether go.sum holds git's conflict markers. */
  readonly conflictMarkers?: boolean
  /** Whether every file that differs does so by its line ends alone. */
  readonly lineEndsOnly?: boolean
}

/** What the witnesses say, sorted out. */
export interface Votes {
  /** Hashes of go.sum, each once, in the order of the file. */
  readonly sums: readonly string[]
  /** What was downloaded into the module cache, or refused on its way there; `null`: nothing. */
  readonly held: string | null
  /** Whether `held` was refused, and so is not in the cache. */
  readonly refused: boolean
  readonly database: string | null
  readonly proxies: readonly Testimony[]
  readonly repository: Testimony | null
}

/** A story with those who support it. */
export interface Verdict {
  readonly story: Story
  /** `likely`: another story would leave the same traces. */
  readonly confidence: 'certain' | 'likely'
  /** The hash that is right, where that is known. */
  readonly right: string | null
  /** Fresh copies and the database: who says the right thing, and who another. */
  readonly good: readonly Testimony[]
  readonly bad: readonly Testimony[]
}

/** What one kind of witness says. */
export function saidBy(testimonies: readonly Testimony[], witness: Witness): readonly Testimony[] {
  return testimonies.filter((one) => one.witness === witness)
}

/** The first hash that one kind of witness gives. */
export function hashOf(testimonies: readonly Testimony[], witness: Witness): string | null {
  return saidBy(testimonies, witness).find(({ hash }) => hash !== null)?.hash ?? null
}

/** Sorts testimonies out: those of the dispute, and those of a fetch made for it. */
export function countVotes({ testimonies }: Dispute, fetched: readonly Testimony[]): Votes {
  const cached = (['ziphash', 'zip', 'directory', 'go.mod'] as const).map((witness) => hashOf(testimonies, witness))
  const inCache = cached.find((hash) => hash !== null) ?? null
  const refused = hashOf(testimonies, 'proxy')
  const speaking = fetched.filter(({ hash }) => hash !== null)
  return {
    sums: [...new Set(saidBy(testimonies, 'go.sum').flatMap(({ hash }) => hash ?? []))],
    held: inCache ?? refused,
    refused: inCache === null && refused !== null,
    database: hashOf(testimonies, 'checksum-database'),
    proxies: saidBy(speaking, 'proxy'),
    repository: saidBy(speaking, 'repository')[0] ?? null,
  }
}
