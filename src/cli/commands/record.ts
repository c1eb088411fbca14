import type { Command } from '@commander-js/extra-typings'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { doc } from '../option-values.js'
import { withProject } from '../project.js'

/** `goparity record`: the snapshot of this job. */
export function addRecord(program: Command, context: CliContext): void {
  program
    .command('record')
    .summary("write this job's snapshot")
    .description(
      'Writes what this job builds with as JSON: go env, toolchain, C compiler, libc, modules and go.sum. Nothing is downloaded, verified or built; recorded twice on one machine, it is the same bytes.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--job <name>', doc('job'))
    .option('--matrix <json>', doc('matrix'))
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      `
Examples:
  goparity record -o snapshot.json
  goparity record --job build --matrix '{"go":"1.26"}' -o linux.json
  goparity compare linux.json laptop.json`,
    )
    .action(async (options) => {
      const outcome = await withProject(context, options, async (session, { project }, operations) => operations.record(session, project))
      const { canonicalJson } = await import('../../snapshot/index.js')
      const { report } = outcome
      if (report.findings.length > 0) {
        // The snapshot has standard output for itself.
        const { renderText } = await import('../../report/index.js')
        context.io.stderr.write(renderText(report, { color: false, ...(options.quiet === true ? { quiet: true } : {}) }))
      }
      await deliverText(context, canonicalJson(outcome.snapshot), options.output)
      context.finish(outcome.exitCode)
    })
}
