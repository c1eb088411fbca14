import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { doc, parseList } from '../option-values.js'
import { given, withProject } from '../project.js'
import { renderPlan } from './plan-text.js'

const PLAN_FORMATS = ['text', 'json', 'mermaid'] as const
type PlanFormat = (typeof PLAN_FORMATS)[number]

function parsePlanFormat(text: string): PlanFormat {
  const format = PLAN_FORMATS.find((one) => one === (text === '' ? 'text' : text))
  if (format === undefined) throw new InvalidArgumentError(`Allowed: ${PLAN_FORMATS.join(', ')}.`)
  return format
}

/** `goparity plan`: what becomes of each target, before anything is built. */
export function addPlan(program: Command, context: CliContext): void {
  program
    .command('plan')
    .summary('decide each target before building: will it build, without what, and why not')
    .description(
      'Decides every target without compiling anything: platform and variant, cgo and why, the packages, and for C the compiler, what it builds for, headers, pkg-config and libraries of the target.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--targets <list>', doc('targets'), parseList)
    .option('--packages <list>', doc('packages'), parseList)
    .option('--in <image>', 'Decide inside of a container image that has Go: its Go, its C compiler, its headers and libraries')
    .option('--engine <command>', 'With --in: the client to use, docker or podman with its flags')
    .addOption(
      new Option('--format <format>', 'How to print the result')
        .choices([...PLAN_FORMATS])
        .default('text')
        .argParser(parsePlanFormat),
    )
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity plan --targets linux/arm64+cgo,windows/amd64\n  goparity plan --targets "linux/*" --format mermaid',
    )
    .action(async (options) => {
      const outcome = await withProject(context, options, async (session, { project }, operations) =>
        operations.plan(session, {
          ...project,
          ...given('targets', options.targets),
          ...given('packages', options.packages),
          ...(options.in === undefined || options.in === '' ? {} : { in: { image: options.in, ...given('engine', options.engine) } }),
        }),
      )
      const { planToMermaid } = await import('../../targets/index.js')
      const toFile = options.output !== undefined && options.output !== '' && options.output !== '-'
      const { document } = outcome
      const text =
        options.format === 'json'
          ? `${JSON.stringify(document, null, 2)}\n`
          : options.format === 'mermaid'
            ? planToMermaid(document.roots.flatMap(({ plans }) => plans))
            : renderPlan(document, picocolors.createColors(!toFile && context.color()))
      await deliverText(context, text, options.output)
      context.finish(outcome.exitCode)
    })
}
