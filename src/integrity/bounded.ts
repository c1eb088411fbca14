/** What `Promise.all` gives, but a rejection only when all have ended: no process is left behind an error. The first in the list counts. */
export async function allEnded<T extends readonly unknown[] | []>(work: T): Promise<{ -readonly [Key in keyof T]: Awaited<T[Key]> }> {
  // oxlint-disable-next-line typescript/await-thenable -- as general as Promise.all
  await Promise.allSettled(work)
  // oxlint-disable-next-line typescript/await-thenable -- as general as Promise.all
  return await Promise.all(work)
}

/** Runs `work` for every item, at most `limit` at once; results in the order of the items. A rejection rejects the whole, when all that runs has ended. */
export async function mapBounded<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      try {
        if (item !== undefined) results[at] = await work(item)
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  await allEnded(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
