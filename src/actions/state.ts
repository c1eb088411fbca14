/** Name of what the main step leaves for its post step. */
export const STATE = 'goparity'

/** What the main step verified. */
export interface RecordState {
  /** Absolute directories of the roots. */
  readonly roots: readonly string[]
  /** Absolute directory of the module cache: a later step may have set another. */
  readonly moduleCache: string
}

export function formatState(state: RecordState): string {
  return JSON.stringify(state)
}

/** `null` when the main step left nothing, or something else. */
export function parseState(text: string): RecordState | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('roots' in value) || !('moduleCache' in value)) return null
  const { roots, moduleCache } = value
  if (!Array.isArray(roots) || typeof moduleCache !== 'string') return null
  return { roots: roots.filter((root): root is string => typeof root === 'string'), moduleCache }
}
