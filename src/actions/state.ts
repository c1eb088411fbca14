/** Name of what the main step leaves for its post step. */
export const STATE = 'goparity'

/**
 * What the main step leaves: where the ledger of the verified modules lies, and its digest. The runner itself keeps the state,
 * so that a later step can change the file but not what it must hash to.
 */
export interface RecordState {
  /** Absolute path. */
  readonly ledger: string
  /** sha256, hex. */
  readonly sha256: string
}

export function formatState({ ledger, sha256 }: RecordState): string {
  return JSON.stringify({ ledger, sha256 })
}

/** `null` when the main step left nothing, or something else. */
export function parseState(text: string): RecordState | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('ledger' in value) || !('sha256' in value)) return null
  const { ledger, sha256 } = value
  return typeof ledger === 'string' && typeof sha256 === 'string' ? { ledger, sha256 } : null
}
