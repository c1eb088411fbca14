import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { annotationsOf, LIMITS, renderCheck, renderMarkdown, type Finding, type Report } from '../../../src/report/index.js'
import { bytesOf, cutBytes, cutCharacters } from '../../../src/report/cut.js'
import { hugeReport } from '../../golden/matrix-reports.js'
import { reports } from '../../golden/reports.js'
import { objectionsTo } from './markdown-structure.js'
import { hostileText, randomReport } from './random-report.js'

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

function graphemes(text: string): readonly string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment)
}

function report(name: string): Report {
  const found = reports[name]
  if (found === undefined) throw new Error(`no report ${name}`)
  return found
}

function withFindings(findings: readonly Finding[]): Report {
  return { ...report('broken-target'), findings }
}

function findingOf(more: Partial<Finding>): Finding {
  return {
    rule: 'code/compile-error',
    severity: 'error',
    state: 'new',
    title: 'undefined: x',
    message: 'It does not compile.',
    subject: {},
    evidence: [],
    fix: [],
    source: 'targets',
    ...more,
  }
}

describe('a cut text', () => {
  it.each([
    ['one less than the limit', 9, 'aaaaaaaaa'],
    ['as long as the limit', 10, 'aaaaaaaaaa'],
    ['one more than the limit', 11, 'aaaaaaaaa…'],
  ])('is %s', (_, length, expected) => {
    expect(cutCharacters('a'.repeat(length), 10)).toBe(expected)
  })

  it.each([
    ['a surrogate pair', 'aaaa🧪bb', 6, 'aaaa…'],
    ['a letter and its marks', 'aaae\u0301\u0323bbbb', 6, 'aaa…'],
    ['joined people', 'aa👩‍👩‍👧bbbb', 6, 'aa…'],
    ['a flag', 'aaa🇩🇪bbb', 6, 'aaa…'],
  ])('never cuts %s', (_, text, limit, expected) => {
    expect(cutCharacters(text, limit)).toBe(expected)
  })

  it.each([
    [12, 'ñññññ', 'ñññññ'],
    [10, 'ñññññ', 'ñññññ'],
    [9, 'ñññññ', 'ñññ…'],
    [9, '日本語日', '日本…'],
    [9, '🧪🧪🧪', '🧪…'],
    [3, '🧪🧪', '…'],
    [2, '🧪🧪', ''],
  ])('has at most %d bytes', (limit, text, expected) => {
    expect(cutBytes(text, limit)).toBe(expected)
    expect(Buffer.byteLength(cutBytes(text, limit))).toBeLessThanOrEqual(limit)
  })

  it('counts the bytes that a writer of UTF-8 writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\uD83E', '\uDDEA', '🧪'), (text, more) => {
        expect(bytesOf(text + more + text)).toBe(Buffer.byteLength(text + more + text))
      }),
    )
  })

  it('is a run of whole characters from its beginning, within either limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        for (const [cut, size] of [
          [cutCharacters(text, limit), cutCharacters(text, limit).length],
          [cutBytes(text, limit), Buffer.byteLength(cutBytes(text, limit))],
        ] as const) {
          expect(size).toBeLessThanOrEqual(limit)
          if (cut === text || cut === '') continue
          const kept = graphemes(cut.slice(0, -1))
          expect(cut.endsWith('…')).toBe(true)
          expect(graphemes(text).slice(0, kept.length)).toEqual(kept)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('titles and messages', () => {
  const { annotationTitleCharacters: title, annotationMessageCharacters: message } = LIMITS

  it.each([title - 1, title, title + 1])('of an annotation fit when a title has %d characters', (length) => {
    const [entry] = annotationsOf(withFindings([findingOf({ title: 'ä'.repeat(length) })]))
    expect(entry?.title).toHaveLength(Math.min(length, title))
  })

  it.each([0, 1, 2])('of an annotation fit when a message is longer by %d', (more) => {
    const around = annotationsOf(withFindings([findingOf({ message: 'x' })]))[0]?.message.length ?? 0
    // Lines of evidence, because one line is cut before.
    const evidence = ['a'.repeat(1500), 'b'.repeat(1500), 'c'.repeat(message - around - 3000 - 3 - 1 + more)]
    const [entry] = annotationsOf(withFindings([findingOf({ message: 'x', evidence })]))
    expect(entry?.message).toHaveLength(Math.min(message - 1 + more, message))
    expect(entry?.message.endsWith('…')).toBe(more === 2)
  })

  it('are within the limits of a check run, in characters of three and four bytes too', () => {
    const evidence = Array.from({ length: 10 }, () => '日🧪'.repeat(2000))
    const fix = Array.from({ length: 20 }, () => ({ edit: '本'.repeat(1900), why: 'x' }))
    const check = renderCheck(withFindings([findingOf({ title: '語'.repeat(999), evidence, fix, location: { file: 'a.go', line: 1 } })]), {
      failed: true,
    })
    const [entry] = check.annotations
    const bytes = Buffer.byteLength(entry?.message ?? '')
    expect(bytes).toBeLessThanOrEqual(LIMITS.checkMessageBytes)
    expect(bytes).toBeGreaterThan(LIMITS.checkMessageBytes - 8)
    expect(entry?.message).not.toMatch(/\p{Surrogate}/u)
    expect(entry?.title).toHaveLength(LIMITS.annotationTitleCharacters)
  })
})

describe('Markdown', () => {
  it('is a closed structure within its budget at every size, whatever was recorded', () => {
    fc.assert(
      fc.property(randomReport, fc.integer({ min: 500, max: 65_535 }), fc.integer({ min: 500, max: 4000 }), (random, wide, narrow) => {
        for (const maxBytes of [wide, narrow]) {
          const text = renderMarkdown(random, { maxBytes })
          expect(objectionsTo(text)).toEqual([])
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes)
          expect(text).toMatch(/^## \S+ goparity/u)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of golden reports is a closed structure at sizes between 500 and 6,000', () => {
    for (const name of ['matrix', 'hostile'])
      for (let maxBytes = 500; maxBytes < 6000; maxBytes += 91) {
        const text = renderMarkdown(report(name), { maxBytes })
        expect(objectionsTo(text)).toEqual([])
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes)
      }
  })

  it.each([-1, 0, 1])('tells everything as long as it fits: its own size and %d bytes more', (more) => {
    const whole = renderMarkdown(report('matrix'), { maxBytes: LIMITS.summaryBytes })
    const text = renderMarkdown(report('matrix'), { maxBytes: Buffer.byteLength(whole) + more })
    expect(text === whole).toBe(more >= 0)
    expect(objectionsTo(text)).toEqual([])
  })

  it.each([1_000_000, 65_535, 20_000, 5000, 2000, 500])('of 3,000 findings keeps the verdict and what to do in %d bytes', (maxBytes) => {
    const text = renderMarkdown(hugeReport, { maxBytes })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes)
    expect(objectionsTo(text)).toEqual([])
    expect(text.split('\n', 1)[0]).toContain('1 target newly broken, 1 known, 1 fixed')
    expect(text).toContain('### What to do')
    expect(text).toContain('the JSON report has all')
  })

  it('is bounded for one text of megabytes', () => {
    const text = renderMarkdown(withFindings([findingOf({ title: '\u0301'.repeat(3_000_000), message: '<'.repeat(3_000_000) })]), {
      maxBytes: 65_535,
    })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535)
    expect(objectionsTo(text)).toEqual([])
  })
})

it('a check run is within its limits, whatever was recorded', () => {
  fc.assert(
    fc.property(randomReport, hostileText, (random, text) => {
      const check = renderCheck(
        { ...random, findings: [...random.findings, findingOf({ message: text, location: { file: `a/${text}`, line: 1 } })] },
        { failed: false },
      )
      expect(check.title.length).toBeLessThanOrEqual(LIMITS.checkTitleCharacters)
      for (const part of [check.summary, check.text ?? '']) {
        expect(objectionsTo(part)).toEqual([])
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(LIMITS.checkBytes)
      }
      for (const { message, title } of check.annotations) {
        expect(Buffer.byteLength(message)).toBeLessThanOrEqual(LIMITS.checkMessageBytes)
        expect(title.length).toBeLessThanOrEqual(LIMITS.annotationTitleCharacters)
        expect(message).not.toMatch(/^\s*::|##\[|\p{Surrogate}/mu)
      }
    }),
  )
})
