/** The UTF-8 bytes of a text. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    // Each half of a surrogate pair is two of its four bytes; alone it is encoded as the three of U+FFFD.
    const paired =
      (unit & 0xfc00) === 0xd800 ? (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 : (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800 || ((unit & 0xf800) === 0xd800 && paired)) bytes += 2
    else bytes += 3
  }
  return bytes
}

/** How far a character, with its marks and joined parts, is looked for around a cut. */
const WINDOW = 64

/** The last place at or before `at` where no character is cut: not in a surrogate pair, not before a mark that belongs to what precedes it. */
function boundary(text: string, at: number): number {
  if (at >= text.length) return text.length
  const start = Math.max(0, at - WINDOW)
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(start, at + WINDOW))
  const found = segments.containing(at - start)?.index ?? 0
  // A letter with more marks than the window holds is no writing: it may lose some of them, but is never halved.
  if (start + found > start || start === 0) return start + found
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at
}

/** A text of at most so many UTF-16 units, ending in `…` when it was longer; never half a character. */
export function cutCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text
  return limit < 1 ? '' : `${text.slice(0, boundary(text, limit - 1))}…`
}

/** A text of at most so many UTF-8 bytes, ending in `…` when it was longer; never half a character. */
export function cutBytes(text: string, limit: number): string {
  // Three bytes a unit is the most there is.
  if (text.length * 3 <= limit || bytesOf(text) <= limit) return text
  const room = limit - 3
  if (room < 0) return ''
  let [low, high] = [0, Math.min(text.length, room)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (bytesOf(text.slice(0, middle)) <= room) low = middle
    else high = middle - 1
  }
  return `${text.slice(0, boundary(text, low))}…`
}
