import * as v from 'valibot'
import { ParityError } from '../errors.js'
import type { Asker, Question } from './ask.js'

/** The most that the API gives at once. */
const PER_PAGE = 100

/** How a listing is read to its end. */
export interface Listing<T> {
  readonly question: Question
  /** Of one page: its items, and how many there are in all, where the API says so. */
  readonly schema: v.GenericSchema<unknown, { readonly items: readonly T[]; readonly total?: number }>
  /** Tells items apart: what is uploaded or started meanwhile moves others to the next page. */
  readonly key: (item: T) => string | number
  /** Items that are wanted at most. */
  readonly limit: number
}

/** Every page of a listing, in its order, each item once; empty when there is no such thing (404). Rejects with `github-failed`. */
export async function readPages<T>(asker: Asker, { question, schema, key, limit }: Listing<T>): Promise<readonly T[]> {
  const found = new Map<string | number, T>()
  const size = Math.min(PER_PAGE, limit)
  let seen = 0
  for (let page = 1; found.size < limit; page += 1) {
    const parameters = { ...question.parameters, per_page: size, page }
    const answer = await asker.find(schema, { ...question, parameters })
    const { items = [], total } = answer ?? {}
    for (const item of items) if (!found.has(key(item))) found.set(key(item), item)
    seen += items.length
    // Where no total is given, a page that is not full is the last one.
    if (items.length === 0 || (total === undefined ? items.length < size : seen >= total)) break
  }
  return [...found.values()].slice(0, limit)
}

/** More than a run can have by far; whoever makes so many must not keep the report busy for hours. */
export const MAX_ARTIFACTS = 10_000

/** Throws `github-failed` when a listing was cut at its limit where all of it is needed. */
export function refuseMore(count: number, limit: number, { to }: Question): void {
  if (count >= limit) throw new ParityError('github-failed', `GitHub was asked to ${to}, and gives more than ${String(limit - 1)}`)
}
