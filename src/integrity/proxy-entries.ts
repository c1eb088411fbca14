import { matchesModulePatterns } from '../environment/index.js'
import { redact } from '../snapshot/index.js'
import type { GoValues } from './roots.js'
import type { Testimony } from './testimony.js'

/** Entries asked at most: nobody has more, and each may take its whole deadline. */
const MAX_ENTRIES = 8

/** One place that go would fetch a module from. */
export interface ModuleSource {
  readonly witness: 'proxy' | 'repository'
  /** For people: without credentials. */
  readonly name: string | null
  /** The value of GOPROXY that names this place alone. */
  readonly goproxy: string
}

/** Whom to ask, and who is not asked and why. */
export interface SourcePlan {
  readonly ask: readonly ModuleSource[]
  readonly silent: readonly Testimony[]
}

/** A proxy without user, password, query and other secrets. */
export function proxyName(entry: string): string {
  // Go takes an address without a scheme for https.
  if (!entry.includes(':/')) return redact(entry.replace(/^.*@/s, '').replace(/[?#].*$/s, ''))
  try {
    const url = new URL(entry)
    url.username = ''
    url.password = ''
    url.search = ''
    url.hash = ''
    return redact(url.href.replace(/\/$/, ''))
  } catch {
    return 'a proxy whose address cannot be read'
  }
}

/** Entries of GOPROXY as cmd/go/internal/modfetch/proxy.go reads them: what follows `direct` or `off` does not count. */
function entriesOf(goproxy: string): readonly string[] {
  const entries = goproxy
    .split(/[,|]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  const last = entries.findIndex((entry) => entry === 'direct' || entry === 'off' || entry === 'noproxy')
  return last === -1 ? entries : entries.slice(0, last + 1)
}

const REPOSITORY: ModuleSource = { witness: 'repository', name: null, goproxy: 'direct' }

function notAsked(note: string): Testimony {
  return { witness: 'repository', from: null, hash: null, note: `not asked: ${note}` }
}

/**
 * Every place to ask for a module, each by itself. A private path is asked only where go itself would ask; the repository of a public
 * one also where GOPROXY does not say `direct`, for its name is no secret: go tells it to the checksum database.
 */
export function planSources({ values }: GoValues, path: string): SourcePlan {
  const matches = (key: string): boolean => matchesModulePatterns(values[key] ?? '', path)
  const entries = entriesOf(values['GOPROXY'] ?? '')
  if (entries[0] === 'off' || entries.length === 0) return { ask: [], silent: [notAsked('GOPROXY=off forbids it')] }
  // go env gives GONOPROXY the value of GOPRIVATE where nobody set it.
  if (matches('GONOPROXY')) return { ask: [REPOSITORY], silent: [] }
  const proxies = entries
    .filter((entry) => entry !== 'direct' && entry !== 'off' && entry !== 'noproxy')
    .slice(0, MAX_ENTRIES)
    .map((entry): ModuleSource => ({ witness: 'proxy', name: proxyName(entry), goproxy: entry }))
  const isSecret = matches('GOPRIVATE') || matches('GONOSUMDB') || values['GOSUMDB'] === 'off'
  if (entries.includes('direct') || !isSecret) return { ask: [...proxies, REPOSITORY], silent: [] }
  return { ask: proxies, silent: [notAsked('GOPROXY does not name direct, and the module may be private')] }
}
