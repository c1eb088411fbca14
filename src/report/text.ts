import picocolors from 'picocolors'
import type { Colors } from './colors.js'
import { nameJobs, type JobNames } from './job-names.js'
import type { Fix, Report } from './model.js'
import { oneLine, safeLines, withoutCommands } from './neutral.js'
import { groupFindings, orderFindings, type FindingGroup } from './order.js'
import {
  baselineLines,
  degradedLines,
  integrityLines,
  jobDriftLines,
  jobLines,
  sumLines,
  targetLines,
  timingLine,
} from './text-sections.js'
import { describeVerdict, isCalm } from './verdict-words.js'
import { KNOWN_WORDS, wayOut } from './way-out.js'
import {
  afterEdit,
  count,
  formatLocation,
  nameSome,
  NO_BASELINE,
  reasonsOf,
  SAVE_BASELINE,
  VERDICT_SYMBOL,
  wantsBaseline,
} from './words.js'

export interface TextOptions {
  readonly color: boolean
  /** Everything that was recorded, explained differences too. */
  readonly verbose?: boolean
  /** The verdict and the errors only. */
  readonly quiet?: boolean
}

/** Lines of evidence shown unless everything is asked for. */
const EVIDENCE = 12
/** Jobs named in one line. */
const NAMES = 20
/** The width of the word before a headline: `fix`. */
const LABEL = 5

function cgoless(target: string): string {
  return target.replace(/[+-]cgo$/, '')
}

/** What a finding is about, unless its title says so already. */
function aboutOf({ finding, targets }: FindingGroup): string {
  const title = oneLine(finding.title)
  const names = targets.map(oneLine)
  if (names.length > 0) return names.length === 1 && title.includes(cgoless(names[0] ?? '')) ? '' : nameSome(names, 3)
  const { module, key, file, library, package: package_, host } = finding.subject
  const name = oneLine(module ?? key ?? library ?? package_ ?? file ?? host ?? '')
  return title.includes(name) ? '' : name
}

function fixLine({ command, edit, why }: Fix): string {
  const reason = oneLine(why)
  if (command !== undefined) return `${oneLine(command)}   (${reason})`
  return edit === undefined ? reason : `${oneLine(edit)}${afterEdit(edit)}${reason}`
}

function label(word: string): string {
  return word.padEnd(LABEL)
}

/** At most four lines below the verdict: what it is about, where, and the way out. */
function headline(groups: readonly FindingGroup[], report: Report, colors: Colors): readonly string[] {
  const [first, ...rest] = groups.filter(({ finding }) => finding.state !== 'fixed' && finding.severity !== 'note')
  if (first === undefined) {
    if (report.verdict === 'ok' || report.verdict === 'findings') return []
    return reasonsOf(report)
      .slice(0, 3)
      .map((reason) => `  ${label('why')}${reason}`)
  }
  const { finding } = first
  const parts = [aboutOf(first), oneLine(finding.title), finding.location === undefined ? '' : formatLocation(finding.location)]
  const fix = wayOut(finding, report.jobs.length > 1)
  const way = fix === null ? `  ${label('why')}${oneLine(finding.message)}` : `  ${label('fix')}${colors.cyan(fixLine(fix))}`
  const state = finding.state === 'known' ? ' (known from the baseline: does not fail this run)' : ''
  return [
    `  ${parts.filter((part) => part !== '').join('   ')}${state}`,
    way,
    ...(rest.length === 0 ? [] : [`  ${colors.dim(`and ${count(rest.length, 'more finding')} below`)}`]),
  ]
}

function findingLines(group: FindingGroup, names: JobNames, colors: Colors, verbose: boolean): readonly string[] {
  const { finding, targets } = group
  const { severity, state, rule, location, evidence, fix, jobs = [] } = finding
  const paint = state === 'fixed' ? colors.green : severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.dim
  const word = state === 'new' ? severity : state
  const about = targets.length > 1 ? [`targets: ${targets.map(oneLine).join(', ')}`] : []
  const among = jobs.length > 0 ? [`jobs: ${names.some(jobs, NAMES, oneLine)}`] : []
  const subject = targets.length === 1 ? aboutOf(group) : ''
  const title = `${subject === '' ? '' : `${subject}: `}${oneLine(finding.title)}`
  const head = [`  ${paint(word)}  ${title}`, ...(location === undefined ? [] : [formatLocation(location)]), colors.dim(oneLine(rule))]
  const lines = [head.join('   ')]
  if (severity === 'note' && state !== 'known' && !verbose) return lines
  const known = state === 'known' ? [KNOWN_WORDS] : []
  lines.push(...[...safeLines(finding.message).filter((line) => line !== ''), ...known, ...about, ...among].map((line) => `      ${line}`))
  const seen = evidence.flatMap(safeLines)
  const shown = verbose ? seen : seen.slice(0, EVIDENCE)
  lines.push(...shown.map((line) => colors.dim(`      | ${line}`)))
  if (seen.length > shown.length)
    lines.push(colors.dim(`      | and ${count(seen.length - shown.length, 'more line')} (--format json has all)`))
  lines.push(...fix.map((way) => `      ${label('fix')}${fixLine(way)}`))
  return lines
}

function section(title: string, lines: readonly string[], colors: Colors): readonly string[] {
  return lines.length === 0 ? [] : ['', colors.bold(title), ...lines]
}

/**
 * The report for a terminal or a log. The first five lines name the verdict, what fails, where, and the fix.
 * Nothing is cut to a width; controls, bidirectional marks and runner commands in anything recorded are made harmless.
 */
export function renderText(report: Report, { color, verbose = false, quiet = false }: TextOptions): string {
  const colors = picocolors.createColors(color)
  const groups = groupFindings(orderFindings(report.findings))
  const names = nameJobs(report)
  const paint = { ok: colors.green, findings: colors.red, unknown: colors.yellow, error: colors.red }[report.verdict]
  const errors = groups.filter(({ finding }) => finding.severity === 'error' && finding.state === 'new')
  const calm = isCalm(report)
  const symbol = calm ? '!' : VERDICT_SYMBOL[report.verdict]
  const verdict = `${(calm ? colors.yellow : paint)(symbol)} ${colors.bold('goparity')}: ${describeVerdict(report)}`
  if (quiet) {
    const lines = errors.flatMap((group) => findingLines(group, names, colors, verbose))
    return withoutCommands(`${[verdict, ...lines].join('\n')}\n`)
  }
  const hint = wantsBaseline(report) ? [`  ${NO_BASELINE}: \`${SAVE_BASELINE}\` keeps this one`] : []
  const lines = [
    verdict,
    ...headline(groups, report, colors),
    ...section(
      'findings',
      groups.flatMap((group) => findingLines(group, names, colors, verbose)),
      colors,
    ),
    ...section('targets', targetLines(report, names, colors), colors),
    ...section('modules', integrityLines(report, colors, verbose), colors),
    ...section('differences between the jobs', jobDriftLines(report, names, colors, verbose), colors),
    ...section('baseline', [...hint, ...baselineLines(report, names, colors, verbose)], colors),
    ...section('go.sum', sumLines(report, names, colors, verbose), colors),
    ...section('jobs', jobLines(report, colors), colors),
    ...section('not done', degradedLines(report), colors),
    ...timingLine(report, colors),
  ]
  return withoutCommands(`${lines.join('\n')}\n`)
}
