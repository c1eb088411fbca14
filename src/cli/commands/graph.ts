import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { doc, parseList } from '../option-values.js'
import { given, withProject } from '../project.js'
import { renderGraph } from './graph-text.js'

const GRAPH_FORMATS = ['text', 'json', 'dot', 'mermaid'] as const
type GraphFormat = (typeof GRAPH_FORMATS)[number]

function parseGraphFormat(text: string): GraphFormat {
  const format = GRAPH_FORMATS.find((one) => one === (text === '' ? 'text' : text))
  if (format === undefined) throw new InvalidArgumentError(`Allowed: ${GRAPH_FORMATS.join(', ')}.`)
  return format
}

/** `goparity graph`: the packages of a target, with the C that go list hides. */
export function addGraph(program: Command, context: CliContext): void {
  program
    .command('graph')
    .summary('the packages of each target with their C, and what cgo off leaves out')
    .description(
      'Lists the packages of each target with what go list hides: C, C++ and assembly files, headers, #cgo flags, libraries, pkg-config; and which files and names are lost without cgo, by which constraint, and what takes their place. Compiles nothing.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--targets <list>', doc('targets'), parseList)
    .option('--packages <list>', doc('packages'), parseList)
    .option('--why <package>', 'The shortest way by which a package is imported, and on to the nearest cgo')
    .option('--all', 'Every package, not only those that lead to C')
    .addOption(
      new Option('--format <format>', 'How to print the result')
        .choices([...GRAPH_FORMATS])
        .default('text')
        .argParser(parseGraphFormat),
    )
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity graph --targets linux/amd64+cgo\n  goparity graph --why net\n  goparity graph --format dot | dot -Tsvg -o graph.svg',
    )
    .action(async (options) => {
      const { document, exitCode } = await withProject(context, options, async (session, { project }, operations) =>
        operations.graph(session, {
          ...project,
          ...given('targets', options.targets),
          ...given('packages', options.packages),
          ...given('why', options.why),
        }),
      )
      const { graphToDot, graphToMermaid } = await import('../../packages/index.js')
      const all = options.all === true
      const toFile = options.output !== undefined && options.output !== '' && options.output !== '-'
      const graphs = document.graphs.flatMap((one) => (one.graph === null ? [] : [one.graph]))
      const draw = { dot: graphToDot, mermaid: graphToMermaid }
      const text =
        options.format === 'json'
          ? `${JSON.stringify(document, null, 2)}\n`
          : options.format === 'dot' || options.format === 'mermaid'
            ? graphs.map((one) => draw[options.format === 'dot' ? 'dot' : 'mermaid'](one, { all })).join('')
            : renderGraph(document, { all, colors: picocolors.createColors(!toFile && context.color()) })
      await deliverText(context, text, options.output)
      context.finish(exitCode)
    })
}
