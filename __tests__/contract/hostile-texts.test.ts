import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openRunner } from '../../src/github/index.js'
import { annotationsOf, renderCheck, renderJson, renderMarkdown, renderSarif, renderText, type Report } from '../../src/report/index.js'
import { fakeHost } from '../../src/testing/index.js'
import { liveInMarkdown, liveInText, obeyedCommands } from '../support/hostile-live.js'
import { hostileReport, hostileRun } from '../support/hostile-run.js'
import { hostileTexts } from '../support/hostile-texts.js'

interface SarifResult {
  readonly message: { readonly text: string }
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[]
}

const CANARY = 'canary'
const payloads = Object.entries(hostileTexts)

/** A path that a sink may show: it stays inside of the repository. */
const OUTSIDE = /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|:\/\//

/** A path stands within a command or a request of its own, where it cannot begin another. */
function shownPath(path: string): string {
  return `./${path.replaceAll('##[', '')}`
}

/** The report of a hostile run, made once for each text. */
const made = new Map<string, Report>()
function reportOf(text: string): Report {
  const report = made.get(text) ?? hostileReport(text)
  made.set(text, report)
  return report
}

/** What @actions/core writes for a runner to obey. */
let commands = ''

beforeEach(() => {
  commands = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    commands += String(text)
    return true
  })
})

afterEach(() => {
  jest.restoreAllMocks()
})

describe('the checks of this suite', () => {
  it.each([
    ['a <b>', 'a tag'],
    ['[x](y)', 'a link'],
    ['see @acme', 'a mention'],
    ['see #12', 'an issue'],
    ['| a |\n| - |\n| b | c |', 'a cell too many'],
    ['<code>a<b</code>', 'a tag in code'],
    ['<pre>a', 'a tag that stays open'],
    ['a\u001B[1m', 'an escape sequence'],
    ['x\n ::error::', 'a command'],
    ['x ##[error]', 'a command of old'],
  ])('see that %j is alive: %s', (markdown) => {
    expect(liveInMarkdown(markdown)).not.toEqual([])
  })

  it('see nothing alive in a run without a hostile text', () => {
    const report = reportOf(CANARY)
    expect(liveInMarkdown(renderMarkdown(report, { maxBytes: 1_000_000 }))).toEqual([])
    expect(liveInText(renderText(report, { color: false, verbose: true }))).toEqual([])
  })

  it('look at every part of a report: each holds the text', () => {
    const { jobs, findings, integrity, comparison, degraded } = hostileRun(CANARY).report
    for (const part of [jobs, integrity, comparison.baseline, comparison.environment, degraded])
      expect(JSON.stringify(part)).toContain(CANARY)
    for (const key of ['title', 'message', 'evidence', 'subject', 'jobs'] as const) {
      expect(JSON.stringify(findings.map((finding) => finding[key]))).toContain(CANARY)
    }
    // A rule id decides how severe a project takes a finding: no snapshot brings its own.
    expect(JSON.stringify(findings.map(({ rule }) => rule))).not.toContain(CANARY)
  })

  it.each(['::error::x', ' \u0085::error::x', 'a\r::error::x', 'a ##[error]x', '::stop-commands::t\n::t::\n::error::x'])(
    'know that a runner obeys %j',
    (output) => {
      expect(obeyedCommands(output)).toHaveLength(1)
    },
  )
})

describe('a hostile text in every field of a run', () => {
  it('is one of at least 20', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(20)
  })

  it.each(payloads)('%s is nothing but text in Markdown, of any size', (_title, text) => {
    for (const maxBytes of [1_000_000, 65_535, 4000]) {
      const markdown = renderMarkdown(reportOf(text), { maxBytes })
      expect(liveInMarkdown(markdown)).toEqual([])
      expect(new TextEncoder().encode(markdown).length).toBeLessThanOrEqual(maxBytes)
    }
  })

  it.each(payloads)('%s is nothing but text on a terminal and in a log', (_title, text) => {
    for (const options of [{ verbose: true }, { verbose: false }, { quiet: true }]) {
      const output = renderText(reportOf(text), { color: false, ...options })
      expect(liveInText(output)).toEqual([])
    }
  })

  it.each(payloads)('%s is nothing but data in JSON', (_title, text) => {
    const json = renderJson(reportOf(text))
    expect(JSON.parse(json)).toHaveProperty('schema', 'goparity/report/1')
    expect(liveInText(json)).toEqual([])
  })

  it.each(payloads)('%s is nothing but text in a check run', (_title, text) => {
    const { title, summary, text: tables, annotations } = renderCheck(reportOf(text), { failed: true })
    expect(liveInText(title)).toEqual([])
    for (const markdown of [summary, tables ?? '']) {
      expect(liveInMarkdown(markdown)).toEqual([])
      expect(new TextEncoder().encode(markdown).length).toBeLessThanOrEqual(65_535)
    }
    for (const annotation of annotations) {
      expect([annotation.title, annotation.message, shownPath(annotation.path)].flatMap(liveInText)).toEqual([])
      expect(annotation.path).not.toMatch(OUTSIDE)
    }
  })

  it.each(payloads)('%s is nothing but text in SARIF, at a place of the repository', (_title, text) => {
    const sarif = renderSarif(reportOf(text), { fallback: 'go.mod', absent: true })
    expect(liveInText(sarif)).toEqual([])
    const { runs }: { runs: readonly [{ results: readonly SarifResult[] }] } = JSON.parse(sarif)
    expect(runs[0].results.length).toBeGreaterThan(0)
    for (const { message, locations } of runs[0].results) {
      // What SARIF takes for a link.
      expect(message.text).not.toContain('](')
      expect(liveInText(message.text)).toEqual([])
      for (const { physicalLocation } of locations) {
        const { uri } = physicalLocation.artifactLocation
        expect(uri).not.toMatch(OUTSIDE)
        expect(decodeURIComponent(uri)).not.toMatch(OUTSIDE)
      }
    }
  })

  it.each(payloads)('%s is nothing but the words of an annotation', async (_title, text) => {
    const annotations = annotationsOf(reportOf(text))
    expect(annotations.length).toBeGreaterThan(0)
    expect(annotations.length).toBeLessThanOrEqual(30)
    const runner = openRunner(fakeHost(), () => undefined)
    for (const annotation of annotations) {
      const { title, message, file = 'a' } = annotation
      expect([title, message, shownPath(file)].flatMap(liveInText)).toEqual([])
      expect(title).not.toContain('\n')
      expect(message.length).toBeLessThanOrEqual(4096)
      expect(file).not.toMatch(OUTSIDE)
      await runner.annotate(annotation)
    }
    const lines = commands.split(/\r\n|\n|\r/).filter((line) => line !== '')
    expect(lines).toHaveLength(annotations.length)
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::/)
    expect(obeyedCommands(commands)).toHaveLength(annotations.length)
  })
})

describe('the writer to the runner', () => {
  it.each(payloads)('lets the runner obey nothing in a log with %s', (_title, text) => {
    let output = ''
    const runner = openRunner(fakeHost(), (part) => {
      output += part
    })
    for (const line of [text, `x\n${text}`, `  ${text}`, `${text}\n::warning::x`]) runner.log(line)
    expect(obeyedCommands(output)).toEqual([])
  })

  it('goes on being obeyed after a hostile text', () => {
    let output = ''
    const runner = openRunner(fakeHost(), (part) => {
      output += part
    })
    runner.log('::stop-commands::x\n::error::y')
    expect(obeyedCommands(`${output}::notice::z\n`)).toEqual(['notice'])
  })
})
