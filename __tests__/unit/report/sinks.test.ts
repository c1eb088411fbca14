import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import {
  annotationsOf,
  formatDuration,
  renderJson,
  renderMarkdown,
  renderText,
  type Finding,
  type Report,
} from '../../../src/report/index.js'
import { reports } from '../../golden/reports.js'

function report(name: string): Report {
  const found = reports[name]
  if (found === undefined) throw new Error(`no report ${name}`)
  return found
}

function findingOf(more: Partial<Finding> = {}): Finding {
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

/** Text of any kind, spiced with what terminals, runners, Markdown and HTML obey. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '::',
        '##[',
        '\n',
        '\r',
        '\u001B[2J',
        '\u202E',
        '\u0085',
        '|',
        '```',
        '<b>',
        '&amp;',
        '@a',
        '#1',
        '</pre>',
        '\uD800',
        ' ',
        '::error::',
      ),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''))

function withText(text: string): Report {
  return {
    ...report('broken-target'),
    findings: [
      findingOf({
        rule: text,
        title: text,
        message: text,
        evidence: [text],
        fix: [{ command: text, why: text }],
        subject: { target: text, module: text },
        location: { file: text },
      }),
    ],
    targets: [{ target: text, goos: text, goarch: text, cgo: true, outcome: 'failed', reason: text, rule: text, durationMs: 1 }],
    degraded: [{ what: text, why: text }],
    comparison: {
      baseline: { source: 'file', ref: text, trusted: false, reason: text },
      environment: [{ key: text, class: 'build', before: text, after: null }],
      modules: [],
    },
  }
}

describe('text', () => {
  it('names verdict, failing target, place and fix within its first five lines', () => {
    const head = renderText(report('broken-target'), { color: false }).split('\n').slice(0, 5).join('\n')
    expect(head).toContain('✗ goparity: 1 of 3 targets does not build')
    expect(head).toContain('linux/arm64')
    expect(head).toContain('cmd/tool/dup.go:9:17')
    expect(head).toContain('split cmd/tool/dup.go by build constraint')
  })

  it('never holds a control, a mark that reorders text, or a runner command, whatever was recorded', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const out = renderText(withText(text), { color: false, verbose: true })
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/)
        expect(out).not.toMatch(/^\s*::/m)
        expect(out).not.toContain('##[')
        expect(out).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  it('shows the cause of a broken target before the fact that it broke', () => {
    const broken = findingOf({ rule: 'target/broken', title: 'linux/arm64-cgo no longer builds', subject: { target: 'linux/arm64-cgo' } })
    const cause = findingOf({ title: 'the cause', subject: { target: 'linux/arm64-cgo' }, location: { file: 'a.go', line: 1 } })
    const [, second] = renderText({ ...report('broken-target'), findings: [broken, cause] }, { color: false }).split('\n')
    expect(second).toContain('the cause')
    expect(second).toContain('a.go:1')
  })

  it('says how to save a baseline after a good run only', () => {
    expect(renderText(report('first-run'), { color: false })).toContain('no baseline yet: `goparity baseline save` keeps this one')
    expect(renderText(report('broken-target'), { color: false })).not.toContain('baseline save')
  })

  it('gives every line of evidence when it is verbose, and says how many it leaves out when not', () => {
    const evidence = Array.from({ length: 30 }, (_, line) => `line ${String(line)}`)
    const long = { ...report('broken-target'), findings: [findingOf({ evidence })] }
    expect(renderText(long, { color: false, verbose: true })).toContain('line 29')
    const short = renderText(long, { color: false })
    expect(short).not.toContain('line 29')
    expect(short).toContain('and 18 more lines')
  })
})

/** Markdown without our own tags around entities, and without entities. */
function strip(out: string): string {
  return out.replaceAll(/<(code|pre)>(?:[A-Za-z0-9 ]|&#\d+;)*<\/\1>/g, '').replaceAll(/&#\d+;/g, '')
}

/** What may be outside tags: plain words, and the marks of our own layout. */
const ALLOWED = /[A-Za-z0-9 ,.;:?/→\n✅❌❔➖·()|#*-]/gu

function countMarks(out: string): number {
  return (out.match(/[|#*]/g) ?? []).length
}

describe('markdown', () => {
  it('prints nothing recorded but letters, digits, spaces and plain marks outside entities and our own tags', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const plain = strip(renderMarkdown(withText('a'), { maxBytes: 1_000_000 }))
        const hostile = strip(renderMarkdown(withText(text), { maxBytes: 1_000_000 }))
        expect(hostile.replaceAll(ALLOWED, '')).toBe(plain.replaceAll(ALLOWED, ''))
        // Recorded text adds no mark that Markdown reads; where it is empty our own layout may have more.
        expect(countMarks(hostile)).toBeLessThanOrEqual(countMarks(plain))
      }),
    )
  })

  it('never exceeds its budget of bytes, at any budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...Object.keys(reports)), (maxBytes, name) => {
        const out = renderMarkdown(report(name), { maxBytes })
        expect(Buffer.byteLength(out)).toBeLessThanOrEqual(maxBytes)
        expect(out).not.toMatch(/\p{Surrogate}/u)
        for (const tag of ['pre', 'code']) expect(out.split(`<${tag}>`).length).toBe(out.split(`</${tag}>`).length)
      }),
    )
  })

  it('tells less and less of a large report, yet always the verdict', () => {
    const findings = Array.from({ length: 3000 }, (_, at) =>
      findingOf({
        title: `undefined: name${String(at)}`,
        evidence: ['ü'.repeat(200)],
        location: { file: `dir/f${String(at)}.go`, line: at + 1 },
      }),
    )
    const large = { ...report('broken-target'), findings }
    const sizes = [1_000_000, 65_535, 4000, 600].map((maxBytes) => {
      const out = renderMarkdown(large, { maxBytes })
      expect(Buffer.byteLength(out)).toBeLessThanOrEqual(maxBytes)
      expect(out.split('\n', 1)[0]).toContain('goparity')
      return out.length
    })
    expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes)
  })
})

/** The file that an annotation of a project in services/api points to. */
function annotatedFile(file: string): string | undefined {
  const findings = [findingOf({ location: { file, line: 3 } })]
  return annotationsOf({ ...report('broken-target'), findings }, { directory: 'services/api' })[0]?.file
}

describe('annotations', () => {
  it('are at most ten of a level, one of each file first, and the last one counts the rest', () => {
    const same = Array.from({ length: 12 }, (_, at) => findingOf({ message: `m${String(at)}`, location: { file: 'a.go', line: at + 1 } }))
    const other = findingOf({ message: 'other', location: { file: 'b.go', line: 1 } })
    const warning = findingOf({ severity: 'warning', message: 'w', location: { file: 'a.go' } })
    const all = annotationsOf({ ...report('broken-target'), findings: [...same, other, warning] })
    const errors = all.filter(({ level }) => level === 'error')
    expect(errors).toHaveLength(10)
    expect(errors.slice(0, 2).map(({ file }) => file)).toEqual(['a.go', 'b.go'])
    expect(errors.at(-1)?.message).toContain('and 3 more in the report')
    expect(all.filter(({ level }) => level === 'warning')).toHaveLength(1)
  })

  it('have messages within the limit that end between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 }), (message) => {
        const [entry] = annotationsOf({ ...report('broken-target'), findings: [findingOf({ message })] }, { messageCharacters: 100 })
        expect(entry?.message.length).toBeLessThanOrEqual(100)
        expect(entry?.message).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  it('point below the project, and nowhere else', () => {
    expect(annotatedFile('cmd/main.go')).toBe('services/api/cmd/main.go')
    expect(annotatedFile('./main.go')).toBe('services/api/main.go')
    expect(annotatedFile('../../../etc/passwd')).toBeUndefined()
    expect(annotatedFile('\n../../x')).toBeUndefined()
    expect(annotatedFile('a/\t../../x')).toBeUndefined()
    expect(annotatedFile(' \r')).toBeUndefined()
    expect(annotatedFile('/usr/lib/go/src/fmt/print.go')).toBeUndefined()
    expect(annotatedFile('C:\\go\\src\\fmt\\print.go')).toBeUndefined()
  })

  it('mark a known failure as a warning and leave out what is fixed', () => {
    const [known, ...rest] = annotationsOf(report('known-and-fixed'))
    expect(known).toMatchObject({ level: 'warning', file: 'cmd/tool/dup.go', line: 9, column: 17 })
    expect(rest).toEqual([])
  })
})

describe('JSON', () => {
  it('holds the fields of the schema only, in their order', () => {
    const extended = { ...report('drift'), secret: 'x', tool: { version: '0.1.0', path: '/home/x' } }
    const text = renderJson(extended)
    expect(text).not.toContain('secret')
    expect(text).not.toContain('/home/x')
    expect(Object.keys(JSON.parse(text))).toEqual([
      'schema',
      'tool',
      'verdict',
      'jobs',
      'findings',
      'integrity',
      'targets',
      'comparison',
      'degraded',
      'timings',
    ])
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('keeps every value and holds no control and no runner command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const out = renderJson(withText(text))
        expect(JSON.parse(out)).toEqual(withText(text))
        expect(out).not.toContain('##[')
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
      }),
    )
  })

  it('writes invisible tags as escapes', () => {
    const out = renderJson(withText('a\u{E0041}b'))
    expect(out).toContain(String.raw`a\udb40\udc41b`)
    expect(JSON.parse(out)).toEqual(withText('a\u{E0041}b'))
  })
})

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [59_949, '59.9 s'],
  [59_951, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h 0 min'],
  [-5, '0 ms'],
])('%d milliseconds read as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})
