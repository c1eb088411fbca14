import type { Captured } from '../host/index.js'

/** A text as a process would have written it, whole. */
export function captured(text: string): Captured {
  return { text, bytes: new TextEncoder().encode(text).length, truncated: false }
}
