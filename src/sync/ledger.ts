import { join } from 'node:path'
import * as v from 'valibot'
import { sha256, type Host } from '../host/index.js'

/** What this repository last put into a place, and what waits for it. Lies in the folder of git, never in the working tree. */
export interface Ledger {
  /** sha256 of each file as it was put there, by path. */
  readonly put: Readonly<Record<string, string>>
  /** Names of git's objects that are still to be put there, by path; `null` when nothing waits. */
  readonly pending: Readonly<Record<string, string>> | null
}

const Sums = v.record(v.pipe(v.string(), v.maxLength(4096)), v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)))
const Document = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ schema: v.literal('goparity/sync-ledger/1'), place: v.string(), put: Sums, pending: v.nullable(Sums) }),
)
const NOTHING: Ledger = { put: {}, pending: null }

function pathOf(commonFolder: string, place: string): string {
  return join(commonFolder, 'goparity', `sync-${sha256(place).slice(0, 16)}.json`)
}

/** The ledger of a place; one that cannot be read counts as none: then only what git has counts as known. */
export async function readLedger(host: Host, commonFolder: string, place: string): Promise<Ledger> {
  const bytes = await host.files.read(pathOf(commonFolder, place)).catch(() => null)
  if (bytes === null) return NOTHING
  const read = v.safeParse(Document, new TextDecoder().decode(bytes))
  return read.success && read.output.place === place ? { put: read.output.put, pending: read.output.pending } : NOTHING
}

/** Writes the ledger of a place. Throws `write-failed`. */
export async function writeLedger(host: Host, commonFolder: string, place: string, ledger: Ledger): Promise<void> {
  const text = JSON.stringify({ schema: 'goparity/sync-ledger/1', place, ...ledger }, null, 2)
  await host.files.writeAtomically(pathOf(commonFolder, place), `${text}\n`)
}
