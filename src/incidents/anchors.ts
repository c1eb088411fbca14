import { catalogue } from './catalogue.js'

const NEWLINE = 10

/** Looks for all anchors of the catalogue at once, in one pass over bytes. */
export interface AnchorSearch {
  /** The lines of the piece that hold one, from 0. Nothing is carried over from the piece before. */
  find(piece: Uint8Array): readonly number[]
}

/** What says for which target a log was made. */
const SETTINGS = ['GOOS=', 'GOARCH=', 'CGO_ENABLED=']

interface Node {
  readonly next: Map<number, number>
  ends: boolean
}

function trieOf(words: readonly Uint8Array[]): readonly Node[] {
  const nodes: Node[] = [{ next: new Map(), ends: false }]
  for (const word of words) {
    let at = 0
    for (const byte of word) {
      let to = nodes[at]?.next.get(byte)
      if (to === undefined) {
        to = nodes.length
        nodes.push({ next: new Map(), ends: false })
        nodes[at]?.next.set(byte, to)
      }
      at = to
    }
    const last = nodes[at]
    if (last !== undefined) last.ends = true
  }
  return nodes
}

/** The trie as a table without backtracking (Aho and Corasick, 1975): state × byte → state. */
function tableOf(nodes: readonly Node[]): { readonly table: Uint16Array; readonly ends: Uint8Array } {
  const table = new Uint16Array(nodes.length * 256)
  const ends = Uint8Array.from(nodes, ({ ends: is }) => (is ? 1 : 0))
  const fallback = new Uint16Array(nodes.length)
  const queue = [0]
  for (const state of queue) {
    const back = fallback[state] ?? 0
    for (let byte = 0; byte < 256; byte += 1) {
      const to = nodes[state]?.next.get(byte)
      const through = state === 0 ? 0 : (table[back * 256 + byte] ?? 0)
      table[state * 256 + byte] = to ?? through
      if (to === undefined) continue
      fallback[to] = through
      if (ends[through] === 1) ends[to] = 1
      queue.push(to)
    }
  }
  return { table, ends }
}

let shared: AnchorSearch | null = null

/** The search for the anchors of the catalogue; made once. */
export function anchorSearch(): AnchorSearch {
  if (shared !== null) return shared
  const encoder = new TextEncoder()
  const literals = catalogue.flatMap(({ wordings }) => wordings.map(({ anchor }) => anchor))
  const { table, ends } = tableOf(trieOf([...literals, ...SETTINGS].map((literal) => encoder.encode(literal))))
  shared = {
    find(piece) {
      const found: number[] = []
      let state = 0
      let line = 0
      for (let offset = 0; offset < piece.length; offset += 1) {
        const byte = piece[offset] ?? 0
        state = table[state * 256 + byte] ?? 0
        if (byte === NEWLINE) line += 1
        else if (ends[state] === 1 && found.at(-1) !== line) found.push(line)
      }
      return found
    },
  }
  return shared
}
