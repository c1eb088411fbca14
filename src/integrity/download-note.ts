import type { GoResult } from '../go/index.js'
import { isObject, parseJsonSequence, textField } from '../modules/index.js'
import { redact } from '../snapshot/index.js'

/** What `go mod download -json` says of the one module it was asked for. */
export interface DownloadNote {
  /** Empty when there is none. */
  readonly error: string
  /** Where the version comes from in version control. */
  readonly url: string | null
  /** `refs/tags/v1.0.0 is at 5a9499fa3478`; `null` for a module from a proxy. */
  readonly revision: string | null
}

/** Reads what go printed; of something else nothing is known. */
export function readDownloadNote({ stdout }: GoResult): DownloadNote {
  const name = 'go mod download -json'
  try {
    const [object] = stdout.truncated ? [] : parseJsonSequence(stdout.text, name)
    const origin = object?.['Origin']
    const text = (key: string): string | null => (isObject(origin) ? (textField(origin, key, name) ?? null) : null)
    const hash = text('Hash')
    const ref = text('Ref')
    const url = text('URL')
    return {
      error: object === undefined ? '' : (textField(object, 'Error', name) ?? ''),
      url: url === null ? null : redact(url).slice(0, 200),
      revision: hash === null ? null : redact(`${ref ?? 'it'} is at ${hash.slice(0, 12)}`).slice(0, 200),
    }
  } catch {
    return { error: '', url: null, revision: null }
  }
}
