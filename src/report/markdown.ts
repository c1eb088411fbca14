import { bytesOf } from './cut.js'
import { nameJobs } from './job-names.js'
import { LIMITS } from './limits.js'
import { cutAtLine, LADDER, type Block, type Sheet } from './markdown-blocks.js'
import { penOf } from './markdown-escape.js'
import { findingSection, todoSection } from './markdown-findings.js'
import {
  comparisonSection,
  degradedSection,
  factsLine,
  integritySection,
  jobSection,
  sumSection,
  targetSection,
} from './markdown-sections.js'
import type { Report } from './model.js'
import { oneLine } from './neutral.js'
import { groupFindings, orderFindings } from './order.js'
import { describeVerdict, isCalm } from './verdict-words.js'
import { formatDuration, MARK, reasonsOf } from './words.js'

export interface MarkdownOptions {
  /** UTF-8 bytes that the whole may have: see `LIMITS`. */
  readonly maxBytes: number
  /** Where the pages of the rules are, without a slash at the end: each finding then links to its own. */
  readonly rulesUrl?: string | null
}

/** Parts of a report: the verdict; what it means and what to do; the tables. */
export interface MarkdownParts {
  readonly verdict: boolean
  readonly news: boolean
  readonly tables: boolean
}

type Part = (sheet: Sheet) => Block

/** Words of our own but for names of layers: told whole at every step of the ladder. */
const VERDICT_PEN = penOf(LIMITS.checkTitleCharacters)

function verdictLine(report: Report): Block {
  return [`## ${isCalm(report) ? '⚠️' : MARK[report.verdict]} goparity: ${VERDICT_PEN.prose(describeVerdict(report))}`, '']
}

/** Why nothing can be said, where nothing can be said. */
function reasonLines(report: Report, { pen }: Sheet): Block {
  if (report.verdict !== 'unknown' && report.verdict !== 'error') return []
  // The line of facts says it of the baseline already.
  const said = `baseline: ${oneLine(report.comparison.baseline?.reason ?? '')}`
  const reasons = reasonsOf(report)
    .filter((reason) => reason !== said)
    .slice(0, 5)
  return reasons.length === 0 ? [] : [...reasons.map((reason) => `- ${pen.prose(reason)}`), '']
}

function footer({ tool, timings }: Report, { pen }: Sheet): Block {
  return [`goparity ${pen.code(tool.version)}${timings.totalMs === 0 ? '' : `, took ${formatDuration(timings.totalMs)}`}`]
}

/** The sections in their order, by what one reads them for. */
function sectionsOf(report: Report, parts: MarkdownParts): readonly Part[] {
  const groups = groupFindings(orderFindings(report.findings))
  const names = nameJobs(report)
  const verdict: readonly Part[] = [() => verdictLine(report)]
  const news: readonly Part[] = [
    (sheet) => factsLine(report, sheet),
    (sheet) => reasonLines(report, sheet),
    (sheet) => todoSection(groups, names, sheet),
    (sheet) => findingSection(groups, names, sheet),
  ]
  const tables: readonly Part[] = [
    (sheet) => targetSection(report, names, sheet),
    (sheet) => integritySection(report, sheet),
    (sheet) => comparisonSection(report, names, sheet),
    (sheet) => sumSection(report, names, sheet),
    (sheet) => jobSection(report, sheet),
    (sheet) => degradedSection(report, sheet),
    (sheet) => footer(report, sheet),
  ]
  return [...(parts.verdict ? verdict : []), ...(parts.news ? news : []), ...(parts.tables ? tables : [])]
}

/** Parts of a report within a budget: with less and less detail until it fits, then cut between lines; and whether all of it is there. */
export function renderParts(
  report: Report,
  parts: MarkdownParts,
  { maxBytes, rulesUrl = null }: MarkdownOptions,
): { readonly text: string; readonly whole: boolean } {
  const sections = sectionsOf(report, parts)
  let text = ''
  for (const [step, detail] of LADDER.entries()) {
    const sheet = { pen: penOf(detail.characters), detail, rulesUrl }
    text = `${sections.flatMap((section) => section(sheet)).join('\n')}\n`
    if (bytesOf(text) <= maxBytes) return { text, whole: step === 0 }
  }
  return { text: cutAtLine(text, maxBytes), whole: false }
}

/**
 * The report as GitHub Markdown within a budget of bytes: the verdict, what to do, the findings, then tables; long parts folded.
 * Too large, it tells less and less until it fits, and is at last cut between lines, with everything closed.
 * Everything recorded is printed through one escaper, so it stays text.
 */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const { text } = renderParts(report, { verdict: true, news: true, tables: true }, options)
  if (text !== '') return text
  const last = `goparity: ${report.verdict}\n`
  return last.length <= options.maxBytes ? last : ''
}
