import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from '@jest/globals'
import { analyse } from 'scslre'
import { catalogue, classify } from '../../../src/incidents/index.js'
import { readCorpus } from '../../corpus/read-corpus.js'

const MEBIBYTE = 1024 * 1024
/** Quadratic work on a mebibyte takes hours: whatever ends before this is linear enough. */
const DEADLINE_MS = 20_000

const corpusLines = readCorpus().flatMap(({ log }) => log.split('\n'))

function fill(piece: string): string {
  return piece.repeat(Math.ceil(MEBIBYTE / piece.length)).slice(0, MEBIBYTE)
}

/** Long lines that begin well for a pattern: real ones over and over, with and without what separates their words. */
function temptations(anchor: string): readonly string[] {
  const line = corpusLines.find((text) => text.includes(anchor)) ?? anchor
  const upToAnchor = line.slice(0, line.indexOf(anchor) + anchor.length)
  const behindAnchor = line.slice(line.indexOf(anchor))
  return [upToAnchor, `${upToAnchor} `, behindAnchor, line.replaceAll(/\s/g, ''), anchor].filter((piece) => piece !== '').map(fill)
}

const floods = ['a', ' ', 'a/', 'a.', '/lookup/', 'v1.', '@v1', '.go:1:', '(a', '"', "'", ': '].map(fill)

describe('the patterns of the catalogue', () => {
  it.each(catalogue.map((rule) => [rule.id, rule] as const))('of %s take linear time on a line of a mebibyte', (_id, rule) => {
    for (const wording of rule.wordings) {
      const lines = [...floods, ...temptations(wording.anchor)]
      const patterns = [...wording.when, ...(wording.unless ?? [])].map(({ source, flags }) => new RegExp(source, flags))
      const context = createContext({ patterns, lines, tried: 0 })
      const code = 'for (const pattern of patterns) for (const line of lines) { pattern.test(line); tried += 1 }; tried'
      expect(runInContext(code, context, { timeout: DEADLINE_MS })).toBe(patterns.length * lines.length)
    }
  })
})

/** All patterns that are asked while something runs. */
function patternsAsked(run: () => void): readonly RegExp[] {
  const asked = new Map<string, RegExp>()
  // eslint-disable-next-line typescript/unbound-method -- called with its pattern below
  const { exec } = RegExp.prototype
  const remember = function remember(this: RegExp, text: string): RegExpExecArray | null {
    asked.set(String(this), this)
    return exec.call(this, text)
  }
  Reflect.set(RegExp.prototype, 'exec', remember)
  try {
    run()
  } finally {
    Reflect.set(RegExp.prototype, 'exec', exec)
  }
  return [...asked.values()]
}

describe('static analysis', () => {
  it('finds no pattern that can backtrack more than linearly, of the catalogue and of all that reads a log', () => {
    const ofCatalogue = catalogue.flatMap(({ wordings }) => wordings.flatMap(({ when, unless = [] }) => [...when, ...unless]))
    const asked = patternsAsked(() => {
      for (const { log } of readCorpus()) classify(log)
    })
    expect(asked.length).toBeGreaterThan(250)
    const open = [...ofCatalogue, ...asked].flatMap((pattern) =>
      analyse(pattern).reports.map(({ type, exponential }) => `${String(pattern)}: ${exponential ? 'exponential' : type}`),
    )
    expect(open).toStrictEqual([])
  })

  it('would find one', () => {
    expect(analyse(/^(?:\w+\s?)*$/).reports.map(({ exponential }) => exponential)).toStrictEqual([true])
    expect(analyse(/\d+\d+x/).reports.map(({ type }) => type)).toStrictEqual(['Trade', 'Move', 'Move'])
  })
})

describe('a hostile log', () => {
  it('of one endless line is read', () => {
    for (const line of floods) expect(classify(line)).toStrictEqual([])
  })

  it('of very many matching lines gives a bounded answer', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `rsc.io/m${String(index)} v1.0.0: dir has been modified (/x)`)
    const incidents = classify(lines.join('\n'))
    expect(incidents.length).toBeGreaterThan(10)
    expect(incidents.length).toBeLessThanOrEqual(100)
  })

  it('of long lines that tempt every pattern is read', () => {
    const log = catalogue.flatMap(({ wordings }) => wordings.map(({ anchor }) => `${anchor} `.repeat(400).slice(0, 4000))).join('\n')
    expect(JSON.stringify(classify(log.repeat(20))).length).toBeLessThan(2 * MEBIBYTE)
  })

  it('keeps its beginning and its end when it is too long to be read', () => {
    const noise = `${'x'.repeat(99)}\n`.repeat(200_000)
    const log = `go: unsupported GOOS/GOARCH pair linux/first\n${noise}go: unsupported GOOS/GOARCH pair linux/last\n`
    const found = classify(log)
    expect(found.map(({ culprit }) => culprit.target)).toStrictEqual(['linux/first', 'linux/last'])
    expect(found.map(({ evidence }) => evidence[0]?.line)).toStrictEqual([1, 200_002])
  })

  it('shows at most a few lines, none of them long, and no secret', () => {
    const log = `go: rsc.io/quote@v1.5.2: verifying module: rsc.io/quote@v1.5.2: reading https://user:hunter2@proxy.example.org/sumdb/lookup/rsc.io/quote@v1.5.2: 500 ${'e'.repeat(9000)}\n`
    const [incident] = classify(log)
    expect(incident?.rule).toBe('checksum/sumdb-unreachable')
    expect(JSON.stringify(incident)).not.toContain('hunter2')
    for (const { text } of incident?.evidence ?? []) expect(text.length).toBeLessThanOrEqual(500)
  })
})
