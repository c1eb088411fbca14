import type { EnvironmentDrift } from '../report/index.js'

/** The Go that builds has two names: a go env key, and a fact of the toolchain. */
export function isRunningToolchain(key: string): boolean {
  return key === 'GOVERSION' || key === 'toolchain.running'
}

/** `runner`, `cCompiler` or `libc` for a fact of the machine; `null` for a go env key. */
export function machinePart(drift: Pick<EnvironmentDrift, 'key' | 'class'>): string | null {
  const [part = ''] = drift.key.split('.', 1)
  if (part === 'cCompiler' || part === 'libc' || part === 'runner') return part
  return drift.class === 'runner' ? 'runner' : null
}
