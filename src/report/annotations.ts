import { cutCharacters } from './cut.js'
import { nameJobs, type JobNames } from './job-names.js'
import { LIMITS } from './limits.js'
import type { Finding, Fix, Report } from './model.js'
import { oneLine, safeLines, withoutCommands } from './neutral.js'
import { groupFindings, orderFindings, type FindingGroup } from './order.js'
import { KNOWN_WORDS } from './way-out.js'
import { nameSome } from './words.js'

/** A message at a line of a file, as GitHub shows it in a change. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** POSIX, from the top of the repository. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly title: string
  readonly message: string
}

export interface AnnotationLimits {
  /** Shown per level and step. */
  readonly perLevel?: number
  /** Characters of a message. */
  readonly messageCharacters?: number
  /** The project's directory from the top of the repository, POSIX; locations are below it (default the top). */
  readonly directory?: string
}

/** Lines of evidence in one annotation. */
const EVIDENCE = 10
/** Targets or jobs named in one annotation. */
const NAMES = 10
/** Characters of one line that was recorded. */
const LINE_CHARACTERS = 2000

/** How loud a finding is. */
export function levelOf({ severity, state }: Finding): Annotation['level'] {
  if (severity === 'note') return 'notice'
  // A known failure does not fail the run: a red mark would say that it does.
  return severity === 'error' && state === 'new' ? 'error' : 'warning'
}

function fixLine({ command, edit, why }: Fix): string {
  const way = command ?? edit
  return way === undefined ? oneLine(why) : `Fix: ${oneLine(way)} (${oneLine(why)})`
}

function line(text: string): string {
  return oneLine(cutCharacters(text, LINE_CHARACTERS))
}

function lines(text: string): readonly string[] {
  return safeLines(cutCharacters(text, LINE_CHARACTERS))
}

/** What a finding says where no layout is to be had: lines of plain text, nothing of which can be obeyed. */
export function messageOf({ finding, targets }: FindingGroup, names: JobNames): string {
  const { message, evidence, fix, state, jobs = [] } = finding
  const text = [
    ...lines(message),
    ...(state === 'known' ? [KNOWN_WORDS] : []),
    ...(targets.length === 0 ? [] : [`Targets: ${line(nameSome(targets, NAMES))}`]),
    ...(jobs.length === 0 ? [] : [`Jobs: ${names.some(jobs, NAMES, line)}`]),
    ...evidence.slice(0, EVIDENCE).flatMap(lines),
    ...fix.map((way) => cutCharacters(fixLine(way), LINE_CHARACTERS)),
    `Rule: ${line(finding.rule)}`,
  ]
  return withoutCommands(text.filter((part) => part !== '').join('\n'))
}

/** A file from the top of the repository; `null` for one that is not inside: nothing recorded may point elsewhere. */
export function fileOf(file: string, directory: string): string | null {
  // Longer than any system allows is no path.
  if (file.length > 4096) return null
  // First made one line, then looked at: what is trimmed away must not be what hid a step up.
  const name = oneLine(file)
  const path = [...directory.split('/'), ...name.split('/')].map((part) => part.trim()).filter((part) => part !== '' && part !== '.')
  if (name === '' || name.startsWith('/') || /^[A-Za-z]:/.test(name) || path.includes('..')) return null
  return path.length === 0 ? null : path.join('/')
}

/** A title that fits. */
export function titleOf(title: string): string {
  return cutCharacters(withoutCommands(oneLine(cutCharacters(title, LINE_CHARACTERS))), LIMITS.annotationTitleCharacters)
}

/** The annotation of what findings of a group say, with a message of so many characters. */
function annotation(group: FindingGroup, names: JobNames, limits: AnnotationLimits): Annotation {
  const { finding } = group
  const { location, title } = finding
  const file = location === undefined ? null : fileOf(location.file, limits.directory ?? '')
  return {
    level: levelOf(finding),
    ...(file === null ? {} : { file }),
    ...(file === null || location?.line === undefined ? {} : { line: location.line }),
    ...(file === null || location?.line === undefined || location.column === undefined ? {} : { column: location.column }),
    title: titleOf(title),
    message: cutCharacters(messageOf(group, names), limits.messageCharacters ?? LIMITS.annotationMessageCharacters),
  }
}

/** One per file first, then the others, each in order: ten messages in one file must not hide the other files. */
function spread(annotations: readonly Annotation[]): readonly Annotation[] {
  const seen = new Set<string>()
  const [first, rest]: [Annotation[], Annotation[]] = [[], []]
  for (const entry of annotations) {
    const repeated = entry.file !== undefined && seen.has(entry.file)
    if (entry.file !== undefined) seen.add(entry.file)
    ;(repeated ? rest : first).push(entry)
  }
  return [...first, ...rest]
}

function withNote(entry: Annotation, note: string, messageCharacters: number): Annotation {
  return { ...entry, message: `${cutCharacters(entry.message, messageCharacters - note.length)}${note}` }
}

/**
 * The annotations of a report, the most severe first, at most `perLevel` of each level. Fixed findings make none.
 * The same cause in several targets makes one. When some are left out, the last one of that level says how many.
 */
export function annotationsOf(report: Report, limits: AnnotationLimits = {}): readonly Annotation[] {
  const { perLevel = LIMITS.annotationsPerLevel, messageCharacters = LIMITS.annotationMessageCharacters } = limits
  const names = nameJobs(report)
  const open = report.findings.filter(({ state }) => state !== 'fixed')
  const all = groupFindings(orderFindings(open)).map((group) => annotation(group, names, limits))
  const levels = ['error', 'warning', 'notice'] as const
  return levels.flatMap((level) => {
    const wanted = spread(all.filter((entry) => entry.level === level))
    const shown = wanted.slice(0, perLevel)
    const left = wanted.length - shown.length
    if (left === 0) return shown
    const note = `\nand ${String(left)} more in the report`
    return shown.slice(0, -1).concat(shown.slice(-1).map((last) => withNote(last, note, messageCharacters)))
  })
}
