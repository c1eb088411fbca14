/** Where a UTF-16 code unit stands among UTF-8 sequences: surrogates (four bytes) come after U+E000–U+FFFF (three). */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Compares two texts by their UTF-8 bytes, as Go sorts: negative, zero or positive. For `toSorted`. */
export function byteOrder(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}
