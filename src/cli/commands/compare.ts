import { resolve } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { VERSION } from '../../version.js'
import type { CliContext } from '../context.js'
import { deliver } from '../deliver.js'
import { doc, parseFailOn, parseFormat } from '../option-values.js'
import { given } from '../project.js'

/** `goparity compare A B…`: snapshots against one another, offline. */
export function addCompare(program: Command, context: CliContext): void {
  program
    .command('compare')
    .summary('snapshots, or folders of them, against one another')
    .description(
      'Compares the snapshots of several jobs: two in their order, more by what most of them agree on. Asks neither go nor the network, so it works on the artifacts of any CI.',
    )
    .argument('<paths...>', 'Snapshot or baseline files, or folders of them')
    .option('-C, --directory <dir>', 'Directory whose .goparity.yml counts', '.')
    .option('--config <file>', doc('config'))
    .option('--baseline <ref>', 'Also compare each job with itself in a baseline: file:PATH or git:REF')
    .option('--expected-jobs <list>', doc('expected-jobs'))
    .option('--fail-on <level>', doc('fail-on'), parseFailOn)
    .option('--format <format>', doc('format'), parseFormat, 'text' as const)
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExamples:\n  goparity compare laptop.json ci.json\n  goparity compare artifacts/ --format markdown')
    .action(async (paths, options) => {
      const { host, signal } = context
      const { compare, loadConfig } = await import('../../operations/index.js')
      const { parseExpectedJobs } = await import('../../config/index.js')
      const directory = resolve(host.cwd, options.directory)
      const config = await loadConfig(host, directory, options.config === '' ? undefined : options.config)
      const session = { host, signal, progress: () => undefined }
      const outcome = await compare(session, {
        paths,
        directory,
        config,
        version: VERSION,
        expected: parseExpectedJobs(options.expectedJobs ?? ''),
        ...given('baseline', options.baseline),
        ...given('failOn', options.failOn),
      })
      await deliver(context, outcome.report, options)
      context.finish(outcome.exitCode)
    })
}
