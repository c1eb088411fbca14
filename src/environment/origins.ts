import type { EnvironmentOrigin } from '../snapshot/index.js'
import { findGoEnvKey } from './table.js'

/** The texts of the two files that set go env keys; `null` where there is none. */
export interface EnvFiles {
  /** What `go env -w` writes. */
  readonly goenv: string | null
  /** `$GOROOT/go.env`. */
  readonly goroot: string | null
}

/**
 * The settings of a go env file: later lines win, anything that does not begin with a capital letter is skipped,
 * nothing is unquoted (readEnvFile in cmd/go/internal/cfg).
 */
export function parseEnvFile(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>()
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=')
    if (equals > 0 && /^[A-Z]/.test(line)) settings.set(line.slice(0, equals), line.slice(equals + 1))
  }
  return settings
}

/** A value counts for CGO_ENABLED only when it is one of the two; go ignores any other without a word. */
function counts(key: string, value: string): boolean {
  return key !== 'CGO_ENABLED' || value === '0' || value === '1'
}

/**
 * Where the value of each key of the table comes from. An empty variable is unset, as for go itself:
 * the file then speaks. `derived`: go works it out (GOVERSION; GONOSUMDB from GOPRIVATE).
 */
export function originsOf(
  values: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>>,
  files: EnvFiles,
): Readonly<Record<string, EnvironmentOrigin>> {
  const goenv = parseEnvFile(files.goenv ?? '')
  const goroot = parseEnvFile(files.goroot ?? '')
  const set = (key: string): EnvironmentOrigin | null => {
    const own = (Object.hasOwn(env, key) ? env[key] : undefined) ?? ''
    if (own !== '') return counts(key, own) ? 'process' : null
    const row = findGoEnvKey(key)
    if (row?.settable !== 'everywhere') return null
    // An empty line in the first file hides the second one.
    const written = goenv.get(key)
    if (written !== undefined) return written !== '' && counts(key, written) ? 'goenv' : null
    const shipped = goroot.get(key) ?? ''
    return shipped !== '' && key !== 'GOROOT' && counts(key, shipped) ? 'goroot' : null
  }
  const originOf = (key: string): EnvironmentOrigin => {
    if (findGoEnvKey(key)?.settable === 'nowhere') return 'derived'
    const found = set(key)
    if (found !== null) return found
    if ((key === 'GONOSUMDB' || key === 'GONOPROXY') && values[key] !== '' && set('GOPRIVATE') !== null) return 'derived'
    // go looks for go.work itself.
    return key === 'GOWORK' && values[key] !== '' ? 'derived' : 'default'
  }
  const known = Object.keys(values).filter((key) => findGoEnvKey(key) !== null)
  return Object.fromEntries(known.map((key) => [key, originOf(key)]))
}
