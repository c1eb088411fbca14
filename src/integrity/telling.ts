import type { Dispute, Testimony } from './testimony.js'
import type { DisputeFacts, Verdict, Votes } from './votes.js'

/** Everything that a story is told from. */
export interface Telling {
  readonly dispute: Dispute
  readonly votes: Votes
  readonly verdict: Verdict
  readonly facts: DisputeFacts
  /** `path@version` */
  readonly key: string
  /** Where the line of go.sum is: `go.sum:12`. */
  readonly line: string
}

/** Whether the database, which never forgets, has another hash than go.sum. */
export function isAgainstDatabase({ votes: { sums, database } }: Telling): boolean {
  return database !== null && !sums.includes(database)
}

/** `its repository https://git.example.org/m`, a proxy by its address, the database by its name. */
export function nameWitness({ witness, from }: Testimony): string {
  if (witness === 'repository') return from === null ? 'its repository' : `its repository ${from}`
  if (witness === 'checksum-database') return from ?? 'the checksum database'
  return from ?? 'a proxy'
}

/** `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Several witnesses, each once. */
export function nameWitnesses(testimonies: readonly Testimony[]): string {
  return joinNames([...new Set(testimonies.map(nameWitness))])
}
