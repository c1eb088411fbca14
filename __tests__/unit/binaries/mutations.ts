import * as fc from 'fast-check'

/** What is done to a file: bytes that are written somewhere, and where it is cut. */
export interface Changes {
  readonly writes: readonly { readonly at: number; readonly bytes: readonly number[] }[]
  /** Bytes that are left; `null`: all. */
  readonly cut: number | null
}

/** Numbers that hurt: signs, limits, huge and tiny, in both orders of bytes. */
const HARD: readonly (readonly number[])[] = [
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff],
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 1],
  [1],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80],
]

/** Changes of a file of so many bytes. Most hit its headers, where the numbers are. */
export function mutations(size: number): fc.Arbitrary<Changes> {
  const last = Math.max(0, size - 1)
  const at = fc.oneof(
    { weight: 4, arbitrary: fc.nat(Math.min(last, 0x600)) },
    { weight: 2, arbitrary: fc.nat(Math.min(last, 0x4000)) },
    { weight: 1, arbitrary: fc.nat(last) },
    { weight: 1, arbitrary: fc.nat(Math.min(last, 0x2000)).map((back) => last - back) },
  )
  const bytes = fc.oneof(fc.constantFrom(...HARD), fc.array(fc.nat(255), { minLength: 1, maxLength: 8 }))
  return fc.record({
    writes: fc.array(fc.record({ at, bytes }), { maxLength: 12 }),
    cut: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: at }),
  })
}

/** A changed copy. */
export function mutated(bytes: Uint8Array, { writes, cut }: Changes): Uint8Array {
  const copy = new Uint8Array(cut === null ? bytes : bytes.subarray(0, cut))
  for (const write of writes)
    for (const [index, byte] of write.bytes.entries()) if (write.at + index < copy.length) copy[write.at + index] = byte
  return copy
}
