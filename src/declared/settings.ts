import { findGoEnvKey } from '../environment/index.js'
import { redact } from '../snapshot/index.js'

/** Settings that name what is built for, or where things lie: they differ on purpose. */
const OWN = new Set(['GOOS', 'GOARCH', 'GOPATH', 'GOROOT', 'GOBIN', 'GOCACHE', 'GOMODCACHE', 'GOTMPDIR', 'GOENV', 'GOMOD', 'GOWORK'])

/** A variable that go itself reads. */
export function isGoSetting(name: string): boolean {
  return /^(?:GO|CGO_|CC$|CXX$)/.test(name) && (findGoEnvKey(name) !== null || name === 'GONOSUMCHECK')
}

/** One that is worth telling of. */
export function isTold(name: string): boolean {
  // Variants of processors belong to the target, too.
  return isGoSetting(name) && !OWN.has(name) && findGoEnvKey(name)?.architectures === undefined
}

/** A value as it may be shown: without credentials, on one line, short. */
export function showSetting(value: string): string {
  const [line = ''] = redact(value).split('\n', 1)
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
