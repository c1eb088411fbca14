import type { Finding, Fix } from '../report/index.js'
import type { Binary } from './model.js'

/** Whether a program starts at a place, and why not. */
export interface Verdict {
  /** `alpine:3.20`, `this machine`, the folder of `--root`. */
  readonly place: string
  /** For a library: whether it can be loaded there. `unknown`: it depends on what cannot be seen here. */
  readonly starts: 'yes' | 'no' | 'unknown'
  /** Errors are why it does not start; warnings why it may not. */
  readonly findings: readonly Finding[]
  /** What else is worth knowing, a sentence each. */
  readonly notes: readonly string[]
}

export type RuntimeRule = 'runtime/glibc-too-old' | 'runtime/libc-mismatch' | 'runtime/library-missing' | 'runtime/wrong-architecture'

/** Makes one finding about a binary. */
export function runtimeFinding(
  rule: RuntimeRule,
  severity: 'error' | 'warning',
  {
    title,
    message,
    evidence = [],
    fix = [],
    library,
  }: {
    readonly title: string
    readonly message: string
    readonly evidence?: readonly string[]
    readonly fix?: readonly Fix[]
    readonly library?: string
  },
): Finding {
  return {
    rule,
    severity,
    state: 'new',
    title,
    message,
    subject: library === undefined ? {} : { library },
    evidence,
    fix,
    source: 'binaries',
  }
}

/** The verdict that findings make. */
export function conclude(place: string, findings: readonly Finding[], notes: readonly string[] = []): Verdict {
  const errors = findings.some(({ severity }) => severity === 'error')
  return { place, starts: errors ? 'no' : findings.length > 0 ? 'unknown' : 'yes', findings, notes }
}

/** The machine that asks, as a place. */
export const THIS_MACHINE = 'this machine'

/** `in alpine:3.20`, `on this machine`. */
export function inPlace(place: string): string {
  return place === THIS_MACHINE ? `on ${place}` : `in ${place}`
}

/** `linux/arm64`, as far as it is known. */
export function platformOf({ goos, goarch, machine }: Binary): string {
  return `${goos ?? 'an unknown system'}/${goarch ?? machine}`
}

/** Whether a person runs it, or a program loads it. */
export function isProgram({ kind }: Binary): boolean {
  return kind === 'executable' || kind === 'pie'
}

/** `does not start`, `cannot be loaded`. */
export function verbOf(binary: Binary): { readonly fails: string; readonly works: string } {
  return isProgram(binary) ? { fails: 'does not start', works: 'starts' } : { fails: 'cannot be loaded', works: 'can be loaded' }
}
