import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { annotationsOf, renderCheck, renderJson, renderMarkdown, renderSarif, renderText, type Report } from '../../src/report/index.js'
import { matrixReports } from './matrix-reports.js'
import { reports } from './reports.js'

const FOLDER = join('__tests__', 'golden', 'expected')

/** The golden file of that name; GOPARITY_UPDATE_GOLDEN=1 writes it anew, for review in the diff. */
function golden(name: string, text: string): string {
  const path = join(FOLDER, name)
  if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return readFileSync(path, 'utf8')
}

const faces: readonly (readonly [string, (report: Report) => string])[] = [
  ['txt', (report) => renderText(report, { color: false })],
  ['md', (report) => renderMarkdown(report, { maxBytes: 1_000_000 })],
  ['annotations.json', (report) => `${JSON.stringify(annotationsOf(report), null, 2)}\n`],
]

describe.each(Object.keys(reports))('the report %s', (name) => {
  const report = reports[name]
  if (report === undefined) throw new Error(`no report ${name}`)

  it.each(faces)('reads as its golden %s', (face, render) => {
    const text = render(report)
    expect(text).toBe(golden(`${name}.${face}`, text))
  })

  it('is the same value after JSON', () => {
    expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)))
  })
})

describe.each(Object.keys(matrixReports))('the report %s of a whole matrix', (name) => {
  const report = matrixReports[name]
  if (report === undefined) throw new Error(`no report ${name}`)

  it('is posted as its golden check run', () => {
    const text = `${JSON.stringify(renderCheck(report, { failed: report.verdict === 'findings' }), null, 2)}\n`
    expect(text).toBe(golden(`${name}.check.json`, text))
  })
})

it('the SARIF of a whole matrix is its golden one', () => {
  const report = matrixReports['matrix']
  if (report === undefined) throw new Error('no report')
  const text = renderSarif(report, { fallback: '.github/workflows/ci.yml' })
  expect(text).toBe(golden('matrix.sarif', text))
})

it('the verbose text tells everything, explained differences too', () => {
  const report = reports['drift']
  if (report === undefined) throw new Error('no report')
  const text = renderText(report, { color: false, verbose: true })
  expect(text).toBe(golden('drift.verbose.txt', text))
})

it('the quiet text is the verdict and the new errors', () => {
  const report = reports['wrong-checksum']
  if (report === undefined) throw new Error('no report')
  const text = renderText(report, { color: false, quiet: true })
  expect(text).toBe(golden('wrong-checksum.quiet.txt', text))
})

it('the coloured text is the plain one once its colours are taken out', () => {
  const report = reports['drift']
  if (report === undefined) throw new Error('no report')
  const colored = renderText(report, { color: true })
  expect(colored).not.toBe(renderText(report, { color: false }))
  // eslint-disable-next-line no-control-regex -- the escape of a terminal colour
  expect(colored.replaceAll(/\u001B\[\d+m/g, '')).toBe(renderText(report, { color: false }))
})
