import type { Answer } from './answer.js'

/**
 * What goes wrong: another answer; the connection breaks before the request is looked at (`reset`), or after it was
 * carried out (`lost`).
 */
export type Fault = Answer | 'reset' | 'lost'

/** Faults to come. */
export interface Faults {
  add(pattern: RegExp, fault: Fault, times: number): void
  /** The fault for `METHOD /path?query`, used up by asking. */
  take(request: string): Fault | null
}

export function createFaults(): Faults {
  const planned: { readonly pattern: RegExp; readonly fault: Fault; left: number }[] = []
  return {
    add(pattern, fault, times) {
      planned.push({ pattern, fault, left: times })
    },
    take(request) {
      const found = planned.find(({ pattern, left }) => left > 0 && pattern.test(request))
      if (found === undefined) return null
      found.left -= 1
      return found.fault
    },
  }
}
