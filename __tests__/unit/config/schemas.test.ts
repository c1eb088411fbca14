import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv, type ValidateFunction } from 'ajv'
import * as v from 'valibot'
import { parse } from 'yaml'
import { reportSchema } from '../../../scripts/schemas/report.js'
import { renderJson, type Report } from '../../../src/report/index.js'
import { makeFolder } from '../../support/project.js'

const Schema = v.looseObject({ $schema: v.string() })

function read(name: string): v.InferOutput<typeof Schema> {
  return v.parse(v.pipe(v.string(), v.parseJson(), Schema), readFileSync(join('schema', name), 'utf8'))
}

function validator(name: string): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true }).compile(read(name))
}

function pagesBelow(base: string): readonly string[] {
  return readdirSync(join(base, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
}

/** What the generator wrote below docs/, and what lies in docs/rules. */
function generatedPages(folder: string): readonly string[] {
  return [...new Set([...pagesBelow(folder), ...pagesBelow('.').filter((name) => name.startsWith(join('docs', 'rules')))])]
}

describe('the published schemas', () => {
  it('the generated pages and the tables of the README are what the generator makes', () => {
    const folder = makeFolder()
    execFileSync(process.execPath, [resolve('scripts/generate.mjs'), '--out', folder], { encoding: 'utf8' })
    expect(readdirSync(join(folder, 'schema')).toSorted()).toStrictEqual(readdirSync('schema').toSorted())
    for (const name of readdirSync('schema'))
      expect(readFileSync(join(folder, 'schema', name), 'utf8')).toBe(readFileSync(join('schema', name), 'utf8'))
    for (const page of ['README.md', 'report/README.md', ...generatedPages(folder)])
      expect(readFileSync(join(folder, page), 'utf8')).toBe(readFileSync(page, 'utf8'))
  })
})

describe('goparity.schema.json', () => {
  const validate = validator('goparity.schema.json')

  it.each([
    ['targets: [linux/arm64]\nfail-on: warning'],
    ['expect: { go: 1.26, env: { CGO_ENABLED: 0, GOSUMDB: on }, flags: { forbid: [-mod=mod] } }'],
    ['rules: { env/drift: { severity: "off", reason: x } }\nignore: [{ rule: env/*, reason: y }]'],
  ])('accepts %s as an editor reads it', (text) => {
    expect(validate(parse(text)) ? [] : validate.errors).toStrictEqual([])
  })

  it.each([
    ['target: [x]'],
    ['targets: x'],
    ['fail-on: sometimes'],
    ['rules: { env/drfit: { severity: error, reason: x } }'],
    ['ignore: [{ rule: x }]'],
  ])('marks %s', (text) => {
    expect(validate(parse(text))).toBe(false)
  })
})

const full: Report = {
  schema: 'goparity/report/1',
  tool: { version: '1.2.3' },
  verdict: 'findings',
  jobs: [{ id: 'local:x', label: 'local:x', matrix: { go: 1.2, os: ['a', null] }, outcome: 'findings' }],
  findings: [
    {
      rule: 'target/undefined-symbol',
      severity: 'error',
      state: 'new',
      title: 't',
      message: 'm',
      subject: { module: 'm', package: 'p', target: 't', key: 'k', file: 'f', library: 'l', tool: 'x' },
      location: { file: 'a.go', line: 1, column: 2 },
      evidence: ['e'],
      fix: [
        { command: 'c', why: 'w' },
        { edit: 'e', why: 'w' },
      ],
      jobs: ['j'],
      source: 'targets',
      root: '.',
    },
    {
      rule: 'env/drift',
      severity: 'note',
      state: 'fixed',
      title: '',
      message: '',
      subject: {},
      evidence: [],
      fix: [],
      source: 'environment',
    },
  ],
  integrity: { outcome: 'unknown', layers: [{ layer: 'go.sum', outcome: 'unknown', checked: 0, failed: 0, reason: 'r' }] },
  targets: [
    {
      job: 'j',
      root: '.',
      target: 'linux/amd64+cgo',
      goos: 'linux',
      goarch: 'amd64',
      cgo: true,
      outcome: 'failed',
      reason: 'r',
      durationMs: 5,
      rule: 'r/r',
    },
  ],
  comparison: {
    baseline: { source: 'file', ref: 'x', trusted: true, reason: 'r' },
    environment: [{ key: 'GOOS', class: 'platform', before: null, after: 'linux', explained: 'e' }],
    modules: [{ root: '.', path: 'm', change: 'sum', before: 'a', after: null, explained: 'e' }],
  },
  degraded: [{ what: 'w', why: 'y' }],
  timings: { totalMs: 1, goMs: 2, steps: [{ name: 'verify', ms: 3 }] },
}

describe('report.schema.json', () => {
  const validate = validator('report.schema.json')

  it('and the strict schema it is made of know every field that a report is printed with', () => {
    const printed: unknown = JSON.parse(renderJson(full))
    expect(v.safeParse(reportSchema, printed).issues ?? []).toStrictEqual([])
    expect(validate(printed) ? [] : validate.errors).toStrictEqual([])
  })

  it('lets fields be added later, and requires those that are there', () => {
    expect(validate({ ...full, later: 1 })).toBe(true)
    expect(validate({ ...full, verdict: 'fine' })).toBe(false)
    const { degraded: _degraded, ...less } = full
    expect(validate(less)).toBe(false)
  })
})
