import type { JobNames } from './job-names.js'
import { folded, more, type Block, type Sheet } from './markdown-blocks.js'
import type { Finding, Fix } from './model.js'
import type { FindingGroup } from './order.js'
import { KNOWN_WORDS, wayOut } from './way-out.js'
import { afterEdit, count, formatLocation, nameSome } from './words.js'

/** Things to do, at most. */
const TODO = 5
/** Targets or jobs named in one place. */
const NAMES = 20

function fixWords({ command, edit, why }: Fix, { pen }: Sheet): string {
  if (command !== undefined) return `${pen.code(command)}: ${pen.prose(why)}`
  return edit === undefined ? pen.prose(why) : `${pen.prose(edit)}${afterEdit(edit)}${pen.prose(why)}`
}

function placeWords({ location }: Finding, { pen }: Sheet): string {
  return location === undefined ? '' : pen.code(formatLocation(location))
}

/** A word, and no name of a file or a setting. */
function capital(text: string): string {
  return /^[a-z]+ /.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text
}

function asSentence(fix: Fix): Fix {
  if (fix.command !== undefined) return fix
  return fix.edit === undefined ? { why: capital(fix.why) } : { ...fix, edit: capital(fix.edit) }
}

/** What is news and fails or warns: the findings that are told open, in the order of `orderFindings`. */
function isOpen({ finding: { state, severity } }: FindingGroup): boolean {
  return state === 'new' && severity !== 'note'
}

/** The findings that `todoSection` speaks of: the first errors, then warnings. */
function todoGroups(groups: readonly FindingGroup[], names: JobNames): readonly FindingGroup[] {
  return groups.filter((group) => isOpen(group) && wayOut(group.finding, names.several) !== null).slice(0, TODO)
}

/** At most five things to do, the most urgent first: what, where, and the way out. */
export function todoSection(groups: readonly FindingGroup[], names: JobNames, sheet: Sheet): Block {
  const items = todoGroups(groups, names).map(({ finding }, at) => {
    const place = placeWords(finding, sheet)
    const way = wayOut(finding, names.several)
    return `${String(at + 1)}. **${sheet.pen.prose(finding.title)}**${place === '' ? '' : ` (${place})`}.${way === null ? '' : ` ${fixWords(asSentence(way), sheet)}`}`
  })
  return items.length === 0 ? [] : ['### What to do', '', ...items, '']
}

/** The rule, with its page where there is one. Ids come out of snapshots, too. */
function ruleWords(rule: string, { pen, rulesUrl }: Sheet): string {
  return rulesUrl === null || !/^[a-z]{1,30}\/[a-z-]{1,50}$/.test(rule) ? pen.code(rule) : `[${pen.code(rule)}](${rulesUrl}/${rule}.md)`
}

function findingBlock({ finding, targets }: FindingGroup, names: JobNames, told: boolean, sheet: Sheet): Block {
  const { rule, title, message, evidence, fix, state, severity, jobs = [] } = finding
  const { pen, detail } = sheet
  const facts = [
    placeWords(finding, sheet),
    pen.code(nameSome(targets, NAMES)),
    names.some(jobs, NAMES, pen.code),
    ruleWords(rule, sheet),
  ].filter((fact) => fact !== '')
  const lines = [`**${state === 'new' ? severity : state}** ${pen.prose(title)}`, '', facts.join(' · '), '', pen.prose(message), '']
  if (state === 'known') lines.push(KNOWN_WORDS, '')
  const seen = evidence.slice(0, detail.evidence)
  if (seen.length > 0) lines.push(pen.verbatim(seen), '')
  // The only way out needs no saying twice.
  if (fix.length > (told ? 1 : 0)) lines.push('Fix:', ...fix.map((way) => `- ${fixWords(way, sheet)}`), '')
  return lines
}

/** New errors and warnings open; notes, what is known and what is fixed folded. */
export function findingSection(groups: readonly FindingGroup[], names: JobNames, sheet: Sheet): Block {
  const { open: limit, folded: foldedLimit } = sheet.detail
  const told = new Set(todoGroups(groups, names))
  const blocks = (some: readonly FindingGroup[], most: number, what: string): Block => [
    ...some.slice(0, most).flatMap((group) => findingBlock(group, names, told.has(group), sheet)),
    ...more(some.length - most, what),
  ]
  const open = groups.filter(isOpen)
  const fold = (some: readonly FindingGroup[], summary: string, what: string): Block => {
    if (some.length === 0) return []
    return foldedLimit === 0 ? [`${summary}: the JSON report has all`, ''] : folded(summary, blocks(some, foldedLimit, what))
  }
  const notes = groups.filter(({ finding: { state, severity } }) => state === 'new' && severity === 'note')
  const known = groups.filter(({ finding }) => finding.state === 'known')
  const fixed = groups.filter(({ finding }) => finding.state === 'fixed')
  const parts = [
    ...blocks(open, limit, 'finding'),
    ...fold(notes, count(notes.length, 'note'), 'note'),
    ...fold(known, `${String(known.length)} known from the baseline`, 'known finding'),
    ...fold(fixed, `${String(fixed.length)} fixed since the baseline`, 'fixed finding'),
  ]
  return parts.length === 0 ? [] : ['### Findings', '', ...parts]
}
