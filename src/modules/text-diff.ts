import { structuredPatch } from 'diff'

/** Content that is larger is not compared: the difference of two texts costs their product. */
const MAX_BYTES = 64 * 1024
/** Edits after which two texts are called different as a whole. */
const MAX_EDITS = 500
const MAX_COLUMNS = 200
/** What moves a cursor, turns the order of letters round, or takes no room. */
// oxlint-disable-next-line no-control-regex -- these are what it is for
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Bytes that no text has. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0)
}

function shown(line: string): string {
  const plain = line.replaceAll('\t', '    ').replaceAll(UNSEEN, '�')
  // Not half a letter.
  return plain.length > MAX_COLUMNS ? `${plain.slice(0, MAX_COLUMNS - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : plain
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function sizes(expected: Uint8Array, found: Uint8Array): readonly string[] {
  return [`${String(expected.length)} bytes expected, ${String(found.length)} bytes found`]
}

/**
 * A few lines of the unified difference of two files, `@@` lines with it; for binary, large or wholly different content only the sizes;
 * for content with other line ends a sentence.
 * At most `lines` lines of at most 200 characters, control characters shown as `�`.
 */
export function textDiff(expected: Uint8Array, found: Uint8Array, { lines }: { readonly lines: number }): readonly string[] {
  if (expected.length > MAX_BYTES || found.length > MAX_BYTES || isBinary(expected) || isBinary(found)) return sizes(expected, found)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const [before, after] = [decoder.decode(expected), decoder.decode(found)]
  if (before !== after && withoutReturns(before) === withoutReturns(after)) return ['the same lines, with other line ends (CRLF, LF)']
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context: 1, maxEditLength: MAX_EDITS })
  // No hunks: bytes that are no UTF-8 look alike.
  if (patch === undefined || patch.hunks.length === 0) return sizes(expected, found)
  const all: string[] = []
  for (const { oldStart, oldLines, newStart, newLines, lines: changed } of patch.hunks) {
    all.push(`@@ -${String(oldStart)},${String(oldLines)} +${String(newStart)},${String(newLines)} @@`)
    for (const line of changed) all.push(shown(line))
  }
  return all.length <= lines ? all : [...all.slice(0, lines - 1), `… ${String(all.length - lines + 1)} more lines`]
}
