import { ParityError } from '../errors.js'
import type { Host } from '../host/index.js'
import { readContents, type Repository, type SyncedFile } from './contents.js'
import type { Ledger } from './ledger.js'
import type { Look, Put } from './remote.js'

const ABSENT = '-'

/** The files to put, and those that somebody else changed. */
export function compareFiles(
  files: readonly SyncedFile[],
  there: Look,
  ledger: Ledger,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly puts: readonly Put[]; readonly conflicts: readonly string[] } {
  const puts: Put[] = []
  const conflicts: string[] = []
  for (const { path, sum: expected } of there.files) {
    const file = files.find((one) => one.path === path)
    const wanted = file?.sum ?? ABSENT
    if (expected === wanted) continue
    const isOurs = expected === ABSENT || ledger.put[path] === expected || known.get(path)?.has(expected) === true
    if (!isOurs) conflicts.push(path)
    puts.push({ path, expected, content: file?.content ?? null, sum: file?.sum ?? ABSENT })
  }
  return { puts, conflicts }
}

/** The contents that git itself has of the files: what is there of those was never somebody else's. */
export async function knownSums(host: Host, repository: Repository): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const sums = new Map<string, Set<string>>()
  for (const source of [{ from: 'commit', reference: 'HEAD' }, { from: 'index' }] as const) {
    // Before the first commit there is no HEAD.
    const files = await readContents(host, repository, source).catch((error: unknown) => {
      if (error instanceof ParityError) return []
      throw error
    })
    for (const { path, sum } of files) sums.set(path, (sums.get(path) ?? new Set()).add(sum))
  }
  return sums
}
