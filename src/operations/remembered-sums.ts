import { sumsOf } from '../modules/index.js'
import type { Snapshot } from '../snapshot/index.js'

/**
 * What snapshots of a trusted baseline say the checksum database has attested: lines as in go.sum, `path version[/go.mod] h1:…`. Only of
 * snapshots in which all of it was answered; private modules are among the lines, and are never asked for anyway.
 */
export function rememberedSums(snapshots: readonly Snapshot[]): ReadonlySet<string> {
  const attested = snapshots.filter(({ integrity }) =>
    integrity?.layers.some(({ layer, outcome }) => layer === 'checksum-database' && outcome === 'ok'),
  )
  const lines = new Set<string>()
  for (const { modules, otherSums = [] } of attested.flatMap(({ roots }) => roots)) {
    for (const module of modules) for (const line of sumsOf(module)) lines.add(line)
    for (const line of otherSums) lines.add(line)
  }
  return lines
}
