import type { Command } from '@commander-js/extra-typings'
import type { CliContext } from '../context.js'
import { deliver } from '../deliver.js'
import { doc, parseBuildCache, parseChecksumDatabase, parseFailOn, parseFormat, parseList } from '../option-values.js'
import { given, withProject } from '../project.js'

/** `goparity build`: targets on verified modules, nothing compared. */
export function addBuild(program: Command, context: CliContext): void {
  program
    .command('build')
    .summary('cross-compile targets on verified modules, and say why one fails')
    .description(
      'Downloads and verifies the modules, then builds every target, also when some fail. Main packages are linked to nowhere: no file is written, and missing libraries are still seen.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--targets <list>', doc('targets'), parseList)
    .option('--packages <list>', doc('packages'), parseList)
    .option('--no-vendor', 'Do not hold the vendor folder against the modules it was made from')
    .option('--checksum-database <mode>', doc('checksum-database'), parseChecksumDatabase)
    .option('--build-cache <mode>', doc('build-cache'), parseBuildCache)
    .option('--fail-on <level>', doc('fail-on'), parseFailOn)
    .option('--job <name>', doc('job'))
    .option('--matrix <json>', doc('matrix'))
    .option('--format <format>', doc('format'), parseFormat, 'text' as const)
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity build --targets linux/arm64,windows/amd64+cgo\n  goparity build --targets "linux/*" --packages ./cmd/...',
    )
    .action(async (options) => {
      const outcome = await withProject(context, options, async (session, { project }, operations) =>
        operations.build(session, {
          ...project,
          vendor: options.vendor,
          ...given('checksumDatabase', options.checksumDatabase),
          ...given('buildCache', options.buildCache),
          ...given('targets', options.targets),
          ...given('packages', options.packages),
          ...given('failOn', options.failOn),
        }),
      )
      await deliver(context, outcome.report, options)
      context.finish(outcome.exitCode)
    })
}
