import { findGoEnvKey, goEnvTable } from './table.js'

/** Folders of one machine: another one changes no program and no check, so it is nobody's business which shell sets it. */
const HARMLESS: ReadonlySet<string> = new Set(['GOAUTH', 'GOBIN', 'GOCACHE', 'GOMODCACHE', 'GOPATH', 'GOTMPDIR'])

/** Read by go, a C compiler or pkg-config in a build with cgo, and not printed by `go env`. */
const OUTSIDE_GO_ENV = [
  'CPATH',
  'CPLUS_INCLUDE_PATH',
  'C_INCLUDE_PATH',
  'FC',
  'GO_EXTLINK_ENABLED',
  'LIBRARY_PATH',
  'MACOSX_DEPLOYMENT_TARGET',
  'PKG_CONFIG_LIBDIR',
  'PKG_CONFIG_PATH',
  'PKG_CONFIG_SYSROOT_DIR',
  'SDKROOT',
]

/** Variables that decide what go builds or checks. No other variable of a shell is ever read. */
export const shellVariables: readonly string[] = [
  ...goEnvTable.filter(({ key, settable }) => settable !== 'nowhere' && !HARMLESS.has(key)).map(({ key }) => key),
  ...OUTSIDE_GO_ENV,
]

const KNOWN: ReadonlySet<string> = new Set(shellVariables)

/** Whether a name is one of `shellVariables`. */
export function isShellVariable(name: string): boolean {
  return KNOWN.has(name)
}

/** Where modules come from and not what they may hold: go.sum is checked all the same. */
const SOURCES: ReadonlySet<string> = new Set(['GONOPROXY', 'GOPROXY', 'GOVCS'])

/** What it means when a terminal has another value of a variable; `note` where the program is the same. */
export function consequenceOf(name: string): { readonly severity: 'warning' | 'note'; readonly meaning: string } {
  if (SOURCES.has(name)) return { severity: 'note', meaning: 'go in a terminal fetches modules from elsewhere; go.sum holds there too.' }
  if (findGoEnvKey(name)?.class === 'verification')
    return { severity: 'warning', meaning: 'go in a terminal checks modules otherwise than it does here.' }
  return { severity: 'warning', meaning: 'go in a terminal builds another program than the one that is checked here.' }
}
