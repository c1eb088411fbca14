import type { GraphDocument, TargetGraph } from '../../operations/index.js'
import { graphToTree } from '../../packages/index.js'
import { safeLine } from '../safe-text.js'

/** How the graph is shown. */
export interface GraphTextOptions {
  readonly all: boolean
  readonly colors: {
    readonly bold: (text: string) => string
    readonly dim: (text: string) => string
    readonly yellow: (text: string) => string
    readonly red: (text: string) => string
  }
}

/** Names that are shown of one package. */
const SHOWN = 12

function some(names: readonly string[]): string {
  return `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${String(names.length - SHOWN)} more` : ''}`
}

function lossLines(loss: TargetGraph['losses'][number], { colors }: GraphTextOptions): readonly string[] {
  const { package: path, files, replacements, names, brokenBy, stub, whole, own, standIn } = loss
  const instead = whole
    ? 'nothing of the package is left'
    : replacements.length > 0
      ? `${some(replacements)} in their place`
      : 'nothing in their place'
  const lines = [`  ${colors.yellow(safeLine(path))}   ${instead}`]
  for (const { name, reason, directives, contradicts } of files.slice(0, SHOWN)) {
    const unapplied = directives.length === 0 ? '' : `; never applied: ${directives.slice(0, 3).join('; ')}`
    lines.push(
      `    ${safeLine(name)}: ${safeLine(reason)}${safeLine(unapplied)}${contradicts ? '; // +build says something else, which Go before 1.17 reads' : ''}`,
    )
  }
  if (files.length > SHOWN) lines.push(`    and ${String(files.length - SHOWN)} more files`)
  if (names.length > 0 && !whole) lines.push(`    lost: ${safeLine(some(names.map(({ name }) => name)))}`)
  for (const { file, name } of brokenBy.slice(0, 3))
    lines.push(`    ${colors.red('does not compile')}: ${safeLine(file)} uses ${safeLine(name)}`)
  if (stub !== null) lines.push(`    fails when it runs: ${safeLine(stub.file)} says "${safeLine(stub.says)}"`)
  if (own && standIn !== null && names.length > 0) {
    lines.push(
      `    add ${safeLine(standIn.name)}:`,
      ...standIn.text
        .trimEnd()
        .split('\n')
        .map((line) => colors.dim(`      ${safeLine(line)}`)),
    )
  }
  return lines
}

/** The graphs as trees, and below each what cgo off leaves out. */
export function renderGraph({ graphs, degraded }: GraphDocument, options: GraphTextOptions): string {
  const { colors } = options
  const roots = new Set(graphs.map(({ root }) => root))
  const lines: string[] = []
  for (const one of graphs) {
    if (roots.size > 1) lines.push(colors.bold(safeLine(one.root)))
    if (one.why !== undefined) {
      lines.push(
        one.graph?.target ?? '',
        ...(one.why === null ? ['  nothing imports it'] : one.why.map((path, at) => `${'  '.repeat(at + 1)}${safeLine(path)}`)),
        '',
      )
      continue
    }
    if (one.graph !== null) lines.push(...graphToTree(one.graph, options).trimEnd().split('\n').map(safeLine))
    for (const { severity, title, message } of one.findings)
      lines.push(`  ${colors.red(severity)}  ${safeLine(title)}`, `    ${safeLine(message)}`)
    if (one.losses.length > 0) lines.push('', colors.bold('without cgo'), ...one.losses.flatMap((loss) => lossLines(loss, options)))
    lines.push('')
  }
  lines.push(...degraded.map(({ what, why }) => `not done: ${safeLine(what)}: ${safeLine(why)}`))
  return `${lines.join('\n').trimEnd()}\n`
}
