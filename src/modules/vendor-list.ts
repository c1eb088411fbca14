/** One module of vendor/modules.txt. */
export interface VendoredModule {
  readonly path: string
  /** `null` for a replacement without a version on its left side that nothing uses. */
  readonly version: string | null
  readonly replace?: { readonly path: string; readonly version: string | null }
  /** Named in a require line of the main module. */
  readonly explicit: boolean
  /** The `go` line of that module, as the Go release that wrote the file knew it. */
  readonly goVersion: string | null
  /** Import paths copied from it. */
  readonly packages: readonly string[]
}

/** What vendor/modules.txt says. */
export interface VendorList {
  /** Written by `go work vendor`. */
  readonly workspace: boolean
  readonly modules: readonly VendoredModule[]
}

interface Draft {
  path: string
  version: string | null
  replace?: { path: string; version: string | null }
  explicit: boolean
  goVersion: string | null
  packages: string[]
}

function parseHeading(text: string): Draft | null {
  const [left = '', right] = text.split(' => ', 2)
  const [path, version = null] = left.trim().split(/\s+/)
  if (path === undefined || path === '') return null
  const draft: Draft = { path, version, explicit: false, goVersion: null, packages: [] }
  if (right !== undefined) {
    // A directory may hold spaces; a module's version begins with v after the last one.
    const module = /^(?<to>.*\S)\s+(?<at>v\S+)$/.exec(right.trim())?.groups
    draft.replace = { path: module?.['to'] ?? right.trim(), version: module?.['at'] ?? null }
  }
  return draft
}

/** Reads vendor/modules.txt (cmd/go/internal/modload, readVendorList). Lines it does not know are skipped, as Go does. */
export function parseModulesTxt(text: string): VendorList {
  const modules: Draft[] = []
  let workspace = false
  let current: Draft | null = null
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd()
    if (line.startsWith('## ')) {
      for (const entry of line
        .slice(3)
        .split(';')
        .map((part) => part.trim())) {
        if (entry === 'workspace') workspace = true
        if (current === null) continue
        if (entry === 'explicit') current.explicit = true
        if (entry.startsWith('go ')) current.goVersion = entry.slice(3).trim()
      }
    } else if (line.startsWith('# ')) {
      current = parseHeading(line.slice(2))
      if (current !== null) modules.push(current)
    } else if (line !== '' && current !== null) current.packages.push(line)
  }
  return { workspace, modules }
}

/** The file without its `## …` markers, which differ when another Go release wrote it; the workspace mark stays. */
export function withoutMarkers(modulesTxt: string): string {
  return modulesTxt
    .split('\n')
    .map((line) => line.trimEnd())
    .map((line) => (line.startsWith('## ') ? markersWithoutGo(line) : line))
    .filter((line) => line !== '')
    .join('\n')
}

function markersWithoutGo(line: string): string {
  const kept = line
    .slice(3)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => !part.startsWith('go '))
  return kept.length === 0 ? '' : `## ${kept.join('; ')}`
}
