import type { Explanation } from '../../operations/index.js'
import type { Incident } from '../../incidents/index.js'
import type { Fix } from '../../report/index.js'
import { safeLine } from '../safe-text.js'

/** Paints words, or leaves them as they are. */
export interface ExplanationColors {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly cyan: (text: string) => string
}

/** Lines of the log that are shown for one incident. */
const EVIDENCE = 6
const WIDTH = 100

/** Words in lines of at most `width`; a word that is longer stands alone. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of safeLine(text).split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function nameOf({ culprit, location }: Incident): string {
  const { module, library, file, tool, target, key, host } = culprit
  const name = module ?? culprit.package ?? library ?? file ?? target ?? key ?? tool ?? host ?? ''
  const place = location === undefined ? '' : [location.file, location.line, location.column].filter((part) => part !== undefined).join(':')
  return [name, place === name ? '' : place].filter((part) => part !== '').join('   ')
}

function fixLines({ command, edit, why }: Fix, colors: ExplanationColors): readonly string[] {
  const [first = '', ...more] = command === undefined ? wrap(edit ?? why, WIDTH) : [safeLine(command)]
  const reason = command === undefined && edit === undefined ? [] : wrap(why, WIDTH)
  return [
    `   fix  ${command === undefined ? first : colors.cyan(first)}`,
    ...more.map((line) => `        ${line}`),
    ...reason.map((line) => colors.dim(`        ${line}`)),
  ]
}

function incidentLines(incident: Incident, at: number, colors: ExplanationColors): readonly string[] {
  const { rule, confidence, cause, evidence, fix } = incident
  const head = [colors.bold(safeLine(nameOf(incident))), colors.red(rule), ...(confidence === 'likely' ? [colors.dim('likely')] : [])]
  const shown = evidence.slice(0, EVIDENCE)
  const digits = String(shown.at(-1)?.line ?? 0).length
  return [
    '',
    `${String(at + 1)}. ${head.filter((part) => part !== '').join('   ')}`,
    ...wrap(cause, WIDTH).map((line) => `   ${line}`),
    ...shown.map(({ line, text }) => colors.dim(`   ${String(line).padStart(digits)} | ${safeLine(text)}`)),
    ...fix.flatMap((way) => fixLines(way, colors)),
  ]
}

/** The explanation for a terminal: the cause first, each incident with its lines of the log and its ways out. */
export function renderExplanation({ log, incidents }: Explanation, colors: ExplanationColors): string {
  if (incidents.length === 0)
    return `Nothing in ${safeLine(log)} is recognised as a failure of the Go environment.\nThat is no proof that there is none: goparity knows the output of go, C compilers, linkers and loaders.\n`
  const many = incidents.length === 1 ? 'One incident' : `${String(incidents.length)} incidents`
  const own = incidents.every(({ rule }) => rule.startsWith('code/'))
  const title = own
    ? `${many} in ${safeLine(log)}, and none of the environment: it is the program itself.`
    : `${many} in ${safeLine(log)}${incidents.length === 1 ? '.' : ', what comes first can be the cause of what follows.'}`
  return `${[title, ...incidents.flatMap((incident, at) => incidentLines(incident, at, colors))].join('\n')}\n`
}
