import { readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { RULE_IDS } from '../../../src/config/index.js'
import { rulesUrlOf } from '../../../src/github/index.js'
import { renderCheck, renderMarkdown, renderSarif, type Report } from '../../../src/report/index.js'
import { matrixReports } from '../../golden/matrix-reports.js'
import { reports } from '../../golden/reports.js'

const FETCHED = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_ACTION_REPOSITORY: 'octo-org/goparity',
  GITHUB_ACTION_REF: 'v1.2.3',
}
const BASE = 'https://github.com/octo-org/goparity/blob/v1.2.3/docs/rules'

/** A report with a finding, and that with a rule of somebody else's making. */
function reportWith(rule: string): Report {
  const report = Object.values({ ...reports, ...matrixReports }).find(({ findings }) => findings.some(({ state }) => state === 'new'))
  const [finding] = report?.findings ?? []
  if (report === undefined || finding === undefined) throw new Error('no report has a finding')
  return { ...report, findings: [{ ...finding, rule, state: 'new', severity: 'error' }] }
}

describe('the page of a rule', () => {
  it('is there for every rule, and for nothing else', () => {
    const pages = readdirSync('docs/rules', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.md') && name !== 'README.md',
    )
    expect(pages.map((name) => name.slice(0, -'.md'.length)).toSorted()).toEqual([...RULE_IDS].toSorted())
  })

  it('is linked to from summary, check run and SARIF of the action, in the version that runs', () => {
    const report = reportWith('cgo/header-missing')
    const url = `${BASE}/cgo/header-missing.md`
    expect(existsSync(join('docs', 'rules', 'cgo', 'header-missing.md'))).toBe(true)
    const rulesUrl = rulesUrlOf(FETCHED)
    expect(renderMarkdown(report, { maxBytes: 100_000, rulesUrl })).toContain(`](${url})`)
    expect(renderCheck(report, { failed: true, rulesUrl }).summary).toContain(`](${url})`)
    expect(renderSarif(report, { fallback: 'go.mod', rulesUrl })).toContain(`"helpUri":"${url}"`)
  })

  it('is not linked to where nobody knows where it is', () => {
    expect(renderMarkdown(reportWith('cgo/header-missing'), { maxBytes: 100_000 })).not.toContain('.md)')
    expect(renderSarif(reportWith('cgo/header-missing'), { fallback: 'go.mod' })).not.toContain('helpUri')
  })

  it.each(['x](https://example.org', '../../x', 'cgo/header-missing)', 'CGO/x', 'cgo/header missing'])(
    'is not linked to for what only looks like a rule: %s',
    (rule) => {
      expect(renderMarkdown(reportWith(rule), { maxBytes: 100_000, rulesUrl: BASE })).not.toContain(`](${BASE}`)
      expect(renderSarif(reportWith(rule), { fallback: 'go.mod', rulesUrl: BASE })).not.toContain('helpUri')
    },
  )

  it.each([
    { GITHUB_ACTION_REPOSITORY: '' },
    { GITHUB_ACTION_REPOSITORY: 'a/b/c' },
    { GITHUB_ACTION_REF: '' },
    { GITHUB_ACTION_REF: 'x)](y' },
    { GITHUB_SERVER_URL: 'http://github.com' },
    { GITHUB_SERVER_URL: 'https://x/)' },
  ])('is nowhere for %o', (env) => {
    expect(rulesUrlOf({ ...FETCHED, ...env })).toBeNull()
  })
})
