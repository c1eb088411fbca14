import type { Finding, Fix, Report } from './model.js'
import { oneLine, safeLines, withoutCommands } from './neutral.js'
import { groupFindings, orderFindings, type FindingGroup } from './order.js'
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
  /** Shown per level and step (default 10: actions/runner, ExecutionContext.cs). */
  readonly perLevel?: number
  /** Characters of a message (default 4096: likewise). */
  readonly messageCharacters?: number
  /** The project's directory from the top of the repository, POSIX; locations are below it (default the top). */
  readonly directory?: string
}

const TITLE_CHARACTERS = 255
/** Lines of evidence in one annotation. */
const EVIDENCE = 10

/** At most so many UTF-16 units, never half of a character. */
function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function levelOf({ severity, state }: Finding): Annotation['level'] {
  if (severity === 'note') return 'notice'
  // A known failure does not fail the run: a red mark would say that it does.
  return severity === 'error' && state === 'new' ? 'error' : 'warning'
}

function fixLine({ command, edit, why }: Fix): string {
  const way = command ?? edit
  return way === undefined ? oneLine(why) : `Fix: ${oneLine(way)} (${oneLine(why)})`
}

function messageOf({ finding, targets }: FindingGroup): string {
  const { message, evidence, fix, state } = finding
  return [
    ...safeLines(message),
    ...(state === 'known' ? ['It failed in the baseline too, so it does not fail this run.'] : []),
    ...(targets.length === 0 ? [] : [`Targets: ${oneLine(nameSome(targets, 10))}`]),
    ...evidence.slice(0, EVIDENCE).flatMap(safeLines),
    ...fix.map(fixLine),
    `Rule: ${oneLine(finding.rule)}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** A path that stays inside the repository; nothing recorded may point elsewhere. */
function fileOf(file: string, directory: string): string | null {
  const path = [...directory.split('/'), ...file.split('/')].filter((part) => part !== '' && part !== '.')
  if (file.startsWith('/') || /^[A-Za-z]:/.test(file) || path.includes('..') || path.length === 0) return null
  return oneLine(path.join('/'))
}

function annotation(group: FindingGroup, limits: AnnotationLimits): Annotation {
  const { finding } = group
  const { location, title } = finding
  const file = location === undefined ? null : fileOf(location.file, limits.directory ?? '')
  return {
    level: levelOf(finding),
    ...(file === null ? {} : { file }),
    ...(file === null || location?.line === undefined ? {} : { line: location.line }),
    ...(file === null || location?.line === undefined || location.column === undefined ? {} : { column: location.column }),
    title: withoutCommands(cut(oneLine(title), TITLE_CHARACTERS)),
    message: withoutCommands(cut(messageOf(group), limits.messageCharacters ?? 4096)),
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
  return { ...entry, message: `${cut(entry.message, messageCharacters - note.length)}${note}` }
}

/**
 * The annotations of a report, the most severe first, at most `perLevel` of each level. Fixed findings make none.
 * The same cause in several targets makes one. When some are left out, the last one of that level says how many.
 */
export function annotationsOf(report: Report, limits: AnnotationLimits = {}): readonly Annotation[] {
  const { perLevel = 10, messageCharacters = 4096 } = limits
  const open = report.findings.filter(({ state }) => state !== 'fixed')
  const all = groupFindings(orderFindings(open)).map((group) => annotation(group, limits))
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
