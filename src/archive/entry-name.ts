import { isUtf8 } from 'node:buffer'

const MAX_NAME_BYTES = 255

/** Names of devices on Windows, alone or with an extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** What a name must not be, in the order in which it is said. `[^…]` at the end leaves letters, digits, `.`, `_` and `-`. */
const FAULTS: readonly (readonly [pattern: RegExp, what: string])[] = [
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  [/[\u0000-\u001F\u007F-\u009F]/, 'has control characters in its name'],
  [/[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/, 'has characters in its name that hide or reorder text'],
  [/\\/, 'has a backslash in its name'],
  [/^\//, 'has an absolute path for a name'],
  [/^[A-Za-z]:/, 'has a drive letter in its name'],
  [/(?:^|\/)\.\.(?:\/|$)/, 'leads out of the archive with ".."'],
  [/\/$/, 'is a folder; only files at the top are read'],
  [/\//, 'lies in a folder; only files at the top are read'],
  [/^\.+$/, 'has only dots for a name'],
  [/\.$/, 'has a name that ends with a dot'],
  [DEVICE, 'has the name of a device on Windows'],
  [/[^A-Za-z0-9._-]/, 'has characters in its name other than letters, digits, ".", "_" and "-"'],
]

/** Why a name is not the plain name of a file, as the rest of a sentence; `null` when it is one. */
export function faultOfName(name: Buffer): string | null {
  if (name.length === 0) return 'has no name'
  if (name.length > MAX_NAME_BYTES) return `has a name of more than ${String(MAX_NAME_BYTES)} bytes`
  if (!isUtf8(name)) return 'has a name that is no UTF-8'
  const text = name.toString('utf8')
  return FAULTS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
