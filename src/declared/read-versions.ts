import { declareGo } from './declare.js'
import type { DeclaredEnvironment, DeclaredGo } from './model.js'
import { readWantedGo } from './wanted-go.js'

/** A version file as an environment: the machine of whoever uses the tool that reads it. */
export function versionsEnvironment(
  file: string,
  go: readonly DeclaredGo[],
  settings: DeclaredEnvironment['settings'] = [],
): DeclaredEnvironment {
  return { name: file, kind: 'versions', file, line: go[0]?.location.line ?? 1, go, settings, partly: [], commands: [], anyGo: false }
}

/** The first line of a .go-version that says something. */
export function readGoVersionFile(file: string, text: string): DeclaredEnvironment {
  const lines = text.slice(0, 10_000).split(/\r?\n/)
  const at = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  const written = (lines[at] ?? '').trim()
  const go = at === -1 ? [] : [declareGo(file, written, readWantedGo(written), { file, line: at + 1 }, { fixed: null })]
  return versionsEnvironment(file, go)
}

/** The `golang` line of a .tool-versions; of several versions the first one that is there is used, and the first is meant. */
export function readToolVersions(file: string, text: string): DeclaredEnvironment {
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    const [tool, version] = (line.split('#', 1)[0] ?? '').trim().split(/\s+/, 2)
    if ((tool === 'golang' || tool === 'go') && version !== undefined && version !== '')
      return versionsEnvironment(file, [declareGo(file, version, readWantedGo(version), { file, line: index + 1 }, { fixed: null })])
  }
  return versionsEnvironment(file, [])
}
