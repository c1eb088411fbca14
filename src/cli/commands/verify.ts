import type { Command } from '@commander-js/extra-typings'
import type { CliContext } from '../context.js'
import { deliver } from '../deliver.js'
import { doc, parseBuildCache, parseChecksumDatabase, parseFailOn, parseFormat } from '../option-values.js'
import { given, withProject } from '../project.js'

/** `goparity verify`: integrity alone. */
export function addVerify(program: Command, context: CliContext): void {
  program
    .command('verify')
    .summary('are the modules what go.sum says: module cache, go.sum, vendor')
    .description('Downloads the modules and holds go.sum, the module cache and the vendor folder against one another, layer by layer.')
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--no-vendor', 'Do not hold the vendor folder against the modules it was made from')
    .option('--checksum-database <mode>', doc('checksum-database'), parseChecksumDatabase)
    .option('--repair', doc('repair'))
    .option('--build-cache <mode>', doc('build-cache'), parseBuildCache)
    .option('--fail-on <level>', doc('fail-on'), parseFailOn)
    .option('--job <name>', doc('job'))
    .option('--matrix <json>', doc('matrix'))
    .option('--format <format>', doc('format'), parseFormat, 'text' as const)
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExamples:\n  goparity verify\n  goparity verify --fail-on unknown')
    .action(async (options) => {
      const outcome = await withProject(context, options, async (session, { project }, operations) =>
        operations.verify(session, {
          ...project,
          vendor: options.vendor,
          ...given('checksumDatabase', options.checksumDatabase),
          ...given('buildCache', options.buildCache),
          ...given('repair', options.repair),
          ...given('failOn', options.failOn),
        }),
      )
      await deliver(context, outcome.report, options)
      context.finish(outcome.exitCode)
    })
}
