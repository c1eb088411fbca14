import { posix } from 'node:path'
import type { RootReading } from '../integrity/index.js'
import { findDirective } from '../modules/index.js'
import type { Finding } from '../report/index.js'

/** Go says that a go.mod or go.work asks for a newer Go, and not in which line: the finding with the line of its `go` directive. */
export function withGoLine(finding: Finding, { place, files }: Pick<RootReading, 'place' | 'files'>): Finding {
  const { location, rule } = finding
  if (rule !== 'toolchain/too-old' || location === undefined || location.line !== undefined) return finding
  const candidates = [...files.goMods, ...(files.goWork === null ? [] : [files.goWork])]
  const file = candidates.find(({ name, path }) => posix.join(place.directory, name) === location.file || path === location.file)
  const line = file === undefined ? null : findDirective(file.text, 'go')
  return line === null ? finding : { ...finding, location: { ...location, line: line.line } }
}
