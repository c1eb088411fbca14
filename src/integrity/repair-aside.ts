import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { errorCode, toError } from '../errors.js'
import type { CachePlaces } from '../go/index.js'
import type { Host } from '../host/index.js'
import type { Moves } from './moves.js'

/** Beside the place itself: the same file system, the same folder, so a rename is atomic, needs no room and no right to write into a read-only folder. Go knows no such name. */
const ASIDE = '.goparity-aside'
/** What was fetched instead and did not stand the test. */
const REFUSED = '.goparity-refused'

/** The places of a module version after they were set aside. */
export interface Aside {
  /** In the order in which they were. */
  readonly moved: readonly string[]
  /** Where there was nothing. */
  readonly absent: readonly string[]
}

/**
 * The places of a module version in the order in which they are set aside. Whatever the last one was when everything stops at once:
 * go finds the version whole, or not there, and fetches it. The lock file stays: another go command may hold it.
 */
function placesOf({ zip, ziphash, directory, mod, info }: CachePlaces): readonly string[] {
  // While it is there, go takes the directory for a half of one.
  const partial = zip.replace(/\.zip$/, '.partial')
  return [zip, ziphash, directory, partial, mod, info]
}

/** What a system error means for somebody who owns the cache. */
export function describeFailure(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write to the module cache',
    EPERM: 'this user may not write to the module cache',
    EROFS: 'the module cache is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EBUSY: 'another program holds it open',
    ENOTEMPTY: 'another program wrote to it at the same time',
  }
  return reasons[errorCode(error)] ?? toError(error).message
}

/** Whether every place lies in the module cache itself: below its folder by name, and with no symbolic link on the way. */
export async function liesInCache(host: Host, cache: string, places: CachePlaces): Promise<boolean> {
  if (!isAbsolute(cache)) return false
  for (const folder of new Set(placesOf(places).map((place) => dirname(place)))) {
    const below = relative(cache, folder)
    if (isAbsolute(below)) return false
    // The cache may be reached by a link; that is its owner's choice.
    let at = await host.files.realPath(cache)
    for (const part of below.split(sep)) {
      if (part === '..') return false
      at = join(at, part)
      const found = await host.files.status(at)
      if (found === null) break
      if (found.kind !== 'directory') return false
    }
  }
  return true
}

/** Renames; what has disappeared in the meantime is no error. */
async function move(moves: Moves, from: string, to: string): Promise<boolean> {
  try {
    await moves.rename(from, to)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Ends a repair that was killed: what is missing comes back, what was fetched instead stays. */
export async function recover(host: Host, moves: Moves, places: CachePlaces): Promise<void> {
  for (const place of placesOf(places)) {
    await host.files.remove(`${place}${REFUSED}`)
    if ((await host.files.status(`${place}${ASIDE}`)) === null) continue
    if ((await host.files.status(place)) === null) await move(moves, `${place}${ASIDE}`, place)
    else await host.files.remove(`${place}${ASIDE}`)
  }
}

/** Takes away what lies at a place, if anything does. By rename first: nothing is ever half of one and half of the other. */
async function clear(host: Host, moves: Moves, place: string, then: () => Promise<void>): Promise<void> {
  const cleared = await move(moves, place, `${place}${REFUSED}`)
  await then()
  // What stays is a name that go does not look at; the next repair removes it.
  if (cleared) await host.files.remove(`${place}${REFUSED}`).catch(() => undefined)
}

/** Makes every place what it was before, whatever lies there now. Returns names of which that cannot be done, with the reason. */
export async function putBack(host: Host, moves: Moves, { moved, absent }: Aside): Promise<readonly string[]> {
  const lost: string[] = []
  for (const place of [...absent, ...moved.toReversed()]) {
    try {
      await clear(host, moves, place, async () => {
        if (moved.includes(place)) await moves.rename(`${place}${ASIDE}`, place)
      })
    } catch (error) {
      lost.push(`${basename(place)}: ${describeFailure(error)}`)
    }
  }
  return lost
}

/** Sets everything of a module version aside; all of it, or none: then it throws what went wrong. */
export async function setAside(host: Host, moves: Moves, places: CachePlaces): Promise<Aside> {
  const moved: string[] = []
  const absent: string[] = []
  try {
    for (const place of placesOf(places)) {
      if (await move(moves, place, `${place}${ASIDE}`)) moved.push(place)
      else absent.push(place)
    }
    return { moved, absent }
  } catch (error) {
    await putBack(host, moves, { moved, absent: [] })
    throw error
  }
}

/** Removes what was set aside, when it is no longer wanted. Returns names that are still there, with the reason. */
export async function discard(host: Host, { moved }: Aside): Promise<readonly string[]> {
  const left: string[] = []
  for (const place of moved) {
    try {
      await host.files.remove(`${place}${ASIDE}`)
    } catch (error) {
      left.push(`${basename(place)}${ASIDE}: ${describeFailure(error)}`)
    }
  }
  return left
}
