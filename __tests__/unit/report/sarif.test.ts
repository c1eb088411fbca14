import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { LIMITS, renderSarif, type Finding, type Report } from '../../../src/report/index.js'
import { reports } from '../../golden/reports.js'
import { hostileText, randomReport } from './random-report.js'

const message = v.strictObject({ text: v.pipe(v.string(), v.minLength(1)) })
const positive = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What SARIF 2.1.0 and code scanning want of what we write, and nothing else. */
const sarifSchema = v.strictObject({
  $schema: v.pipe(v.string(), v.url()),
  version: v.literal('2.1.0'),
  runs: v.tuple([
    v.strictObject({
      tool: v.strictObject({
        driver: v.strictObject({
          name: v.literal('goparity'),
          version: v.string(),
          rules: v.array(
            v.strictObject({
              id: v.string(),
              shortDescription: message,
              properties: v.strictObject({ tags: v.pipe(v.array(v.string()), v.maxLength(LIMITS.sarifTags)) }),
            }),
          ),
        }),
      }),
      invocations: v.tuple([
        v.strictObject({
          executionSuccessful: v.boolean(),
          toolExecutionNotifications: v.exactOptional(v.array(v.strictObject({ level: v.literal('note'), message }))),
        }),
      ]),
      results: v.pipe(
        v.array(
          v.strictObject({
            ruleId: v.string(),
            ruleIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
            level: v.picklist(['error', 'warning', 'note']),
            message,
            locations: v.tuple([
              v.strictObject({
                physicalLocation: v.strictObject({
                  // Relative, without a step up, and a URI reference as it stands.
                  artifactLocation: v.strictObject({
                    uri: v.pipe(v.string(), v.regex(/^(?![/.]{2}|\/)[A-Za-z0-9\-_.!~*'()%/]+$/)),
                    uriBaseId: v.literal('%SRCROOT%'),
                  }),
                  region: v.strictObject({ startLine: positive, startColumn: v.exactOptional(positive) }),
                }),
              }),
            ]),
            partialFingerprints: v.strictObject({
              primaryLocationLineHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}:\d+$/)),
            }),
            baselineState: v.exactOptional(v.picklist(['new', 'unchanged', 'absent'])),
          }),
        ),
        v.maxLength(LIMITS.sarifResults),
      ),
    }),
  ]),
})

type Sarif = v.InferOutput<typeof sarifSchema>

function parse(text: string): Sarif {
  return v.parse(sarifSchema, JSON.parse(text))
}

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
    title: 't',
    message: 'm',
    subject: {},
    evidence: [],
    fix: [],
    source: 'targets',
    ...more,
  }
}

function resultsOf(findings: readonly Finding[], more: Partial<Report> = {}): Sarif['runs'][0]['results'] {
  return parse(renderSarif({ ...report('matrix'), ...more, findings }, { fallback: 'go.mod', directory: 'app' })).runs[0].results
}

function mark(finding: Finding): string | undefined {
  return resultsOf([finding])[0]?.partialFingerprints.primaryLocationLineHash
}

describe('SARIF', () => {
  it.each(Object.keys(reports))('of the report %s has all that the format and code scanning want', (name) => {
    const { runs } = parse(renderSarif(report(name), { fallback: '.github/workflows/ci.yml' }))
    for (const { ruleId, ruleIndex } of runs[0].results) expect(runs[0].tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    const ids = runs[0].tool.driver.rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is well-formed, holds no link and no runner command, and names files inside the repository only, whatever was recorded', () => {
    fc.assert(
      fc.property(randomReport, hostileText, (random, text) => {
        const all = renderSarif(
          { ...random, findings: [...random.findings, findingOf({ location: { file: `a/${text}`, line: 3 } })] },
          { fallback: text, directory: 'x' },
        )
        const { runs } = parse(all)
        for (const { message: said, locations } of runs[0].results) {
          expect(said.text).not.toMatch(/\]\(|^\s*::/m)
          expect(decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri).split('/')).not.toContain('..')
        }
        // eslint-disable-next-line no-control-regex -- controls are what must not be there
        expect(all).not.toMatch(/##\[|[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
      }),
    )
  })

  it('gives findings without a place of their own the fallback', () => {
    const uris = resultsOf([
      findingOf({ location: { file: 'a b/c.go', line: 7, column: 3 } }),
      findingOf(),
      findingOf({ title: 'out', location: { file: '../x', line: 9 } }),
    ]).map(({ locations: [{ physicalLocation }] }) => [physicalLocation.artifactLocation.uri, physicalLocation.region])
    expect(uris).toEqual([
      ['app/a%20b/c.go', { startLine: 7, startColumn: 3 }],
      ['go.mod', { startLine: 1 }],
      ['go.mod', { startLine: 1 }],
    ])
  })

  it('keeps the fingerprint of a finding when its line, message or severity changes, and no other', () => {
    const one = findingOf({ subject: { module: 'm' }, location: { file: 'a.go', line: 1 } })
    const first = mark(one)
    expect(mark({ ...one, location: { file: 'a.go', line: 99 }, message: 'else', title: 'else', severity: 'note', jobs: ['x'] })).toBe(
      first,
    )
    const others = [
      { ...one, rule: 'code/other' },
      { ...one, subject: { module: 'n' } },
      { ...one, subject: { package: 'm' } },
      { ...one, location: { file: 'b.go', line: 1 } },
      { ...one, root: 'tools' },
    ].map(mark)
    expect(new Set([first, ...others]).size).toBe(6)
  })

  it('tells several findings of one fingerprint apart', () => {
    const marks = resultsOf([1, 2, 3].map((line) => findingOf({ location: { file: 'a.go', line } }))).map(({ partialFingerprints }) =>
      partialFingerprints.primaryLocationLineHash.split(':'),
    )
    expect(new Set(marks.map(([name]) => name)).size).toBe(1)
    expect(marks.map(([, number]) => number)).toEqual(['1', '2', '3'])
  })

  it('says the state against the baseline where there is one, and uploads nothing that is fixed unless asked', () => {
    const findings = [findingOf(), findingOf({ state: 'known', title: 'k' }), findingOf({ state: 'fixed', title: 'f' })]
    expect(resultsOf(findings).map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged'])
    const all = parse(renderSarif({ ...report('matrix'), findings }, { fallback: 'go.mod', absent: true }))
    expect(all.runs[0].results.map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged', 'absent'])
    expect(resultsOf(findings, { comparison: { baseline: null, environment: [], modules: [] } })[0]).not.toHaveProperty('baselineState')
  })

  it('stays within 10 MB and says what it leaves out', () => {
    const findings = Array.from({ length: 8000 }, (_, at) =>
      findingOf({ title: `t${String(at)}`, message: '日'.repeat(2000), severity: at === 7999 ? 'error' : 'note' }),
    )
    const text = renderSarif({ ...report('matrix'), findings }, { fallback: 'go.mod' })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMITS.sarifBytes)
    const [run] = parse(text).runs
    expect(run.results[0]?.level).toBe('error')
    expect(run.results.length).toBeGreaterThan(500)
    expect(run.invocations[0].toolExecutionNotifications?.at(-1)?.message.text).toBe(
      `${String(8000 - run.results.length)} more results are in the JSON report`,
    )
  })

  it.each([-1, 0, 1])('holds as many results as code scanning takes: %d more', (more) => {
    const findings = Array.from({ length: LIMITS.sarifResults + more }, (_, at) =>
      findingOf({ title: String(at), message: '', rule: 'a/b' }),
    )
    const text = renderSarif({ ...report('matrix'), degraded: [], findings }, { fallback: 'a' })
    expect(text.split('"ruleId"').length - 1).toBe(LIMITS.sarifResults + Math.min(more, 0))
  })
})
