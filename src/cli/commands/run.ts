import type { Command } from '@commander-js/extra-typings'
import type { CliContext } from '../context.js'
import { deliver } from '../deliver.js'
import { doc, parseChecksumDatabase, parseFailOn, parseFormat } from '../option-values.js'
import { given, withProject } from '../project.js'

/** `goparity run -- CMD`: the command never starts on unverified modules. */
export function addRun(program: Command, context: CliContext): void {
  program
    .command('run')
    .summary('download, verify, then run a command; it never starts on unverified modules')
    .description(
      'Downloads and verifies the modules and only then runs the command, without a shell and without GITHUB_TOKEN and ACTIONS_* in its environment. Its failure is classified.',
    )
    .argument('<command...>', 'The command and its arguments, after --')
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--no-vendor', 'Do not hold the vendor folder against the modules it was made from')
    .option('--checksum-database <mode>', doc('checksum-database'), parseChecksumDatabase)
    .option('--fail-on <level>', doc('fail-on'), parseFailOn)
    .option('--job <name>', doc('job'))
    .option('--matrix <json>', doc('matrix'))
    .option('--format <format>', doc('format'), parseFormat, 'text' as const)
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .passThroughOptions()
    .addHelpText('after', '\nExamples:\n  goparity run -- go test ./...\n  goparity run -C services/api -- make release')
    .action(async (command, options) => {
      const { io } = context
      // A report for a program has standard output for itself.
      const reports = options.format !== 'text' && (options.output ?? '') === ''
      const onOutput = (stream: 'stdout' | 'stderr', chunk: Uint8Array): void => {
        io[reports ? 'stderr' : stream].write(chunk)
      }
      const outcome = await withProject(context, options, async (session, { project }, operations) =>
        operations.run(session, {
          ...project,
          vendor: options.vendor,
          ...given('checksumDatabase', options.checksumDatabase),
          command,
          onOutput,
          ...given('failOn', options.failOn),
        }),
      )
      // A command that did what it should speaks for itself.
      if (options.format !== 'text' || (options.output ?? '') !== '' || outcome.exitCode !== 0)
        await deliver(context, outcome.report, options)
      context.finish(outcome.exitCode)
    })
}
