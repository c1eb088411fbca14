import { structuredPatch } from 'diff'

/** Content that is larger is not compared: the difference of two texts costs their product. */
const MAX_BYTES = 64 * 1024
/** Edits after which two texts are called different as a whole. */
const MAX_EDITS = 500
const MAX_COLUMNS = 200

/** Bytes that no text has. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0)
}

function shown(line: string): string {
  // oxlint-disable-next-line no-control-regex -- what is shown must not move a cursor
  const plain = line.replaceAll('\t', '    ').replaceAll(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '�')
  return plain.length > MAX_COLUMNS ? `${plain.slice(0, MAX_COLUMNS - 1)}…` : plain
}

function sizes(expected: Uint8Array, found: Uint8Array): readonly string[] {
  return [`${String(expected.length)} bytes expected, ${String(found.length)} bytes found`]
}

/**
 * A few lines of the unified difference of two files, `@@` lines with it; for binary, large or wholly different content only the sizes.
 * At most `lines` lines of at most 200 characters, control characters shown as `�`.
 */
export function textDiff(expected: Uint8Array, found: Uint8Array, { lines }: { readonly lines: number }): readonly string[] {
  if (expected.length > MAX_BYTES || found.length > MAX_BYTES || isBinary(expected) || isBinary(found)) return sizes(expected, found)
  const decoder = new TextDecoder()
  const patch = structuredPatch('', '', decoder.decode(expected), decoder.decode(found), undefined, undefined, {
    context: 1,
    maxEditLength: MAX_EDITS,
  })
  if (patch === undefined) return sizes(expected, found)
  const all: string[] = []
  for (const { oldStart, oldLines, newStart, newLines, lines: changed } of patch.hunks) {
    all.push(`@@ -${String(oldStart)},${String(oldLines)} +${String(newStart)},${String(newLines)} @@`)
    for (const line of changed) all.push(shown(line))
  }
  return all.length <= lines ? all : [...all.slice(0, lines - 1), `… ${String(all.length - lines + 1)} more lines`]
}
