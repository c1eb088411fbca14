import type { Command } from '@commander-js/extra-typings'
import type { CliContext } from '../context.js'
import { deliver, writeFile } from '../deliver.js'
import { doc, parseEngine, parseBuildCache, parseChecksumDatabase, parseFailOn, parseFormat, parseList } from '../option-values.js'
import { offerFixes } from '../offer-fixes.js'
import { given, withProject } from '../project.js'

/** `goparity check`: the whole chain. */
export function addCheck(program: Command, context: CliContext): void {
  program
    .command('check')
    .summary('the main job: record, download, verify, build targets, compare with the baseline, report')
    .description(
      'Records this machine and the modules, downloads and verifies them, builds every target on what was verified, and compares the result with the baseline. A failing step stops what follows: nothing is built on unverified modules.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--targets <list>', doc('targets'), parseList)
    .option('--packages <list>', doc('packages'), parseList)
    .option('--no-vendor', 'Do not hold the vendor folder against the modules it was made from')
    .option('--checksum-database <mode>', doc('checksum-database'), parseChecksumDatabase)
    .option('--build-cache <mode>', doc('build-cache'), parseBuildCache)
    .option('--baseline <ref>', doc('baseline'))
    .option(
      '--with <place>',
      'Compare this machine with another place instead, building nothing: docker:NAME[:DIR], devcontainer, ssh://HOST/DIR',
    )
    .option('--engine <command>', 'With --with: the container client with its flags', parseEngine)
    .option('--fail-on <level>', doc('fail-on'), parseFailOn)
    .option('--job <name>', doc('job'))
    .option('--matrix <json>', doc('matrix'))
    .option('--format <format>', doc('format'), parseFormat, 'text' as const)
    .option('-o, --output <file>', doc('output'))
    .option('--snapshot <file>', doc('snapshot'))
    .option('--fix', doc('fix'))
    .option('--yes', doc('yes'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      `
Examples:
  goparity check                                      the targets of .goparity.yml, else this machine's own
  goparity check --targets linux/arm64,windows/amd64
  goparity check -C services/api --format json -o report.json
  goparity check --baseline git:main --fail-on warning`,
    )
    .action(async (options) => {
      if (options.with !== undefined && options.with !== '') {
        const { with: place } = options
        const compared = await withProject(context, options, async (session, { project }, operations) =>
          operations.checkWith(session, { ...project, place, engine: options.engine ?? null, ...given('failOn', options.failOn) }),
        )
        await deliver(context, compared.report, options)
        context.finish(compared.exitCode)
        return
      }
      const outcome = await withProject(context, options, async (session, { project, event }, operations) =>
        operations.check(session, {
          ...project,
          event,
          vendor: options.vendor,
          ...given('checksumDatabase', options.checksumDatabase),
          ...given('buildCache', options.buildCache),
          ...given('targets', options.targets),
          ...given('packages', options.packages),
          ...given('baseline', options.baseline),
          ...given('failOn', options.failOn),
        }),
      )
      if (options.snapshot !== undefined && options.snapshot !== '') {
        const { canonicalJson } = await import('../../snapshot/index.js')
        await writeFile(context, options.snapshot, canonicalJson(outcome.snapshot))
      }
      await deliver(context, outcome.report, options)
      if (options.fix === true) {
        const ills = outcome.report.findings.filter(({ state, severity }) => state === 'new' && severity !== 'note')
        if (await offerFixes(context, options, ills)) context.io.stderr.write('Run goparity check again: what was mended may not be all.\n')
      }
      context.finish(outcome.exitCode)
    })
}
