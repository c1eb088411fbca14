import type { EnvironmentOrigin, GoEnvironment } from '../snapshot/index.js'
import type { Fix } from '../report/index.js'
import { findGoEnvKey } from './table.js'

/** The value of a go env key; `null` when this Go does not print it. */
export function valueOf(environment: GoEnvironment, key: string): string | null {
  return Object.hasOwn(environment.values, key) ? (environment.values[key] ?? null) : null
}

/** Where the value of a go env key comes from. */
export function originOf(environment: GoEnvironment, key: string): EnvironmentOrigin {
  return (Object.hasOwn(environment.origins, key) ? environment.origins[key] : undefined) ?? 'default'
}

const ORIGINS: Readonly<Record<EnvironmentOrigin, string>> = {
  process: 'set in the environment of this process',
  goenv: 'set in the go env file',
  goroot: 'set in $GOROOT/go.env',
  derived: 'worked out by go',
  default: "go's default",
}

/** Where a value is set, for a sentence: `in the environment of this process`. */
export function describeOrigin(environment: GoEnvironment, key: string): string {
  const origin = originOf(environment, key)
  return origin === 'goenv' ? `set in the go env file ${valueOf(environment, 'GOENV') ?? ''}`.trim() : ORIGINS[origin]
}

/**
 * A word for a POSIX shell; `null` for what should not be pasted: control characters, folders that were folded (`$HOME`),
 * credentials that were taken out.
 */
function quote(value: string): string | null {
  if (!/^[\x20-\x7e]*$/.test(value) || value.includes('$') || value.includes('***')) return null
  return /^[\w.,:=+/@%-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`
}

/** How to take a setting away, so that go's default holds. */
function removeSetting(environment: GoEnvironment, key: string, why: string): Fix {
  const origin = originOf(environment, key)
  // An empty variable counts as unset: what a file says holds again.
  if (origin === 'process') return { command: `unset ${key}`, why }
  if (origin === 'goenv') return { command: `go env -u ${key}`, why }
  if (origin === 'goroot') return { edit: `take ${key} out of $GOROOT/go.env`, why }
  return { edit: `${key} is set nowhere: go gives it a value of its own, which cannot be empty`, why }
}

/** How to give a key another value, where it is set now; an empty value takes the setting away. */
export function changeSetting(environment: GoEnvironment, key: string, value: string, why: string): Fix {
  const row = findGoEnvKey(key)
  if (row?.settable === 'nowhere') {
    const sources = row.followsKeys === undefined ? '' : ` from ${row.followsKeys.join(', ')}`
    return { edit: `go works ${key} out${sources}; it cannot be set by itself`, why }
  }
  if (value === '') return removeSetting(environment, key, why)
  const assignment = quote(`${key}=${value}`)
  const word = quote(value)
  if (assignment === null || word === null) return { edit: `set ${key} to ${JSON.stringify(value)}`, why }
  if (originOf(environment, key) === 'goenv') return { command: `go env -w ${assignment}`, why }
  return { command: `export ${key}=${word}`, why }
}
