import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { parse } from 'yaml'
import { INPUTS, inputsOf, RULE_IDS } from '../../../src/config/index.js'
import { readRecordInputs } from '../../../src/github/index.js'
import { REPORT_INPUTS } from '../../../src/github/report-inputs.js'

const Action = v.object({
  inputs: v.record(v.string(), v.strictObject({ description: v.string(), default: v.string() })),
  outputs: v.record(v.string(), v.object({ description: v.string() })),
  runs: v.record(v.string(), v.string()),
})
const action = v.parse(Action, parse(readFileSync('action.yml', 'utf8')))
const reporter = v.parse(Action, parse(readFileSync('report/action.yml', 'utf8')))

describe('the table of inputs', () => {
  it('is what action.yml declares, in order, with the same words and defaults', () => {
    const declared = Object.entries(action.inputs).map(([name, input]) => ({ name, doc: input.description, default: input.default }))
    expect(declared).toStrictEqual(inputsOf('action').map(({ name, doc, default: value }) => ({ name, doc, default: value })))
  })

  it('is what report/action.yml declares, in order, with the words for the reporter', () => {
    const declared = Object.entries(reporter.inputs).map(([name, input]) => ({ name, doc: input.description, default: input.default }))
    expect(declared).toStrictEqual(
      inputsOf('report').map(({ name, doc, reportDoc, default: value }) => ({ name, doc: reportDoc ?? doc, default: value })),
    )
    expect(declared.map(({ name }) => name)).toStrictEqual(REPORT_INPUTS)
  })

  it('holds no expression in what it says: the runner would evaluate it', () => {
    for (const { doc, reportDoc = '' } of INPUTS) expect(doc + reportDoc).not.toContain('${{')
  })

  it('names nothing twice', () => {
    const names = INPUTS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('has defaults that the action understands', () => {
    expect(readRecordInputs({})).toStrictEqual({
      workingDirectory: '.',
      verify: true,
      vendor: true,
      artifactPrefix: 'goparity-',
      summary: true,
      matrix: '',
      leg: { index: '', total: '' },
    })
  })

  it('says which choices there are for every choice', () => {
    for (const { type, choices } of INPUTS) expect(choices !== undefined).toBe(type === 'choice')
  })
})

describe('action.yml', () => {
  it('runs the recorder on Node 24 and verifies again at the end, whatever happened', () => {
    expect(action.runs).toStrictEqual({ using: 'node24', main: 'dist/record.js', post: 'dist/record-post.js', 'post-if': 'always()' })
  })

  it('declares the outputs that the recorder sets', () => {
    expect(Object.keys(action.outputs)).toStrictEqual([
      'verdict',
      'findings',
      'snapshot',
      'snapshot-sha256',
      'artifact-name',
      'artifact-id',
    ])
  })
})

describe('report/action.yml', () => {
  it('runs the reporter on Node 24', () => {
    expect(reporter.runs).toStrictEqual({ using: 'node24', main: '../dist/report.js' })
  })
})

describe('the rule ids', () => {
  it('are family/name, sorted, each once', () => {
    expect([...RULE_IDS]).toStrictEqual([...new Set(RULE_IDS)].toSorted())
    for (const id of RULE_IDS) expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/)
  })

  it('hold every rule that a finding or an incident is made with', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    const used = sources.flatMap((name) =>
      [...readFileSync(join('src', name), 'utf8').matchAll(/\b(?:rule|id): '([a-z]+\/[a-z-]+)'/g)].map(([, id = '']) => id),
    )
    expect(used.length).toBeGreaterThan(20)
    expect([...new Set(used)].filter((id) => !RULE_IDS.some((known) => known === id))).toStrictEqual([])
  })
})
