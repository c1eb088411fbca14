import { relative } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import type { BaselineReading } from '../../baseline/index.js'
import type { SaveOutcome } from '../../operations/index.js'
import type { CliContext } from '../context.js'
import { deliver, deliverText } from '../deliver.js'
import { doc, parseList } from '../option-values.js'
import { given, withProject } from '../project.js'
import { safeText } from '../safe-text.js'

function shownPath({ host }: CliContext, path: string): string {
  const inside = relative(host.cwd, path)
  return inside.startsWith('..') ? path : inside
}

function describeSaved(context: CliContext, { saved, snapshot }: SaveOutcome): string {
  if (saved === null) return ''
  const failing = snapshot.targets.filter(({ outcome }) => outcome === 'failed').length
  const targets = `${String(snapshot.targets.length)} ${snapshot.targets.length === 1 ? 'target' : 'targets'}`
  const known = failing === 0 ? '' : `, ${String(failing)} of them failing: from now on known`
  const kept = saved.kept.length === 0 ? '' : `\nkept in it: ${saved.kept.join(', ')}`
  return `${saved.unchanged ? 'unchanged' : 'saved'}: ${shownPath(context, saved.path)}
${saved.saved.join(', ')}: ${targets}${known}${kept}
commit the file: a pull request is compared with it as its merge base has it\n`
}

function describeReading(reading: BaselineReading): string {
  if (reading.kind === 'none') return `no baseline: ${reading.reason}\nsave one with: goparity baseline save\n`
  const { source, ref, reason } = reading.reference
  if (reading.kind === 'unusable') return `${source} ${ref} cannot be used: ${reading.reason}\n`
  const jobs = reading.snapshots.map(
    ({ job, targets }) => `  ${job.label} (${String(targets.length)} ${targets.length === 1 ? 'target' : 'targets'})\n`,
  )
  const edited = reading.edited === undefined ? '' : `${reading.edited.title}: ${reading.edited.message}\n`
  return `${source} ${ref}\ntrusted: ${reason}\n${edited}jobs:\n${jobs.join('')}`
}

function addSave(baseline: Command, context: CliContext): void {
  baseline
    .command('save')
    .summary('make the present state of this job the baseline')
    .description(
      'Runs the whole chain and keeps its snapshot in .goparity/baseline.json, one entry a job; entries of other jobs stay. Failing targets are kept as known failures. Modules that are not verified are never saved.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--targets <list>', doc('targets'), parseList)
    .option('--packages <list>', doc('packages'), parseList)
    .option('--no-vendor', 'Do not hold the vendor folder against the modules it was made from')
    .option('--baseline <ref>', 'Write another file: file:PATH')
    .option('--job <name>', doc('job'))
    .option('--matrix <json>', doc('matrix'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExamples:\n  goparity baseline save\n  goparity baseline save --targets linux/amd64,linux/arm64')
    .action(async (options) => {
      const outcome = await withProject(context, options, async (session, { project, event }, operations) =>
        operations.saveBaseline(session, {
          ...project,
          event,
          vendor: options.vendor,
          ...given('targets', options.targets),
          ...given('packages', options.packages),
          ...given('baseline', options.baseline),
        }),
      )
      if (outcome.saved === null) {
        await deliver(context, outcome.report, { format: 'text', quiet: options.quiet })
        context.io.stderr.write('error: nothing was saved, because the modules are not verified\n')
        context.finish(3)
        return
      }
      if (options.quiet !== true) await deliverText(context, safeText(describeSaved(context, outcome)), undefined)
      context.finish(0)
    })
}

function addShow(baseline: Command, context: CliContext): void {
  baseline
    .command('show')
    .summary('where the baseline comes from, why it is trusted, and which jobs it holds')
    .description('Says where the baseline comes from, why it is trusted, and which jobs it holds.')
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--config <file>', doc('config'))
    .option('--baseline <ref>', doc('baseline'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExamples:\n  goparity baseline show\n  goparity baseline show --baseline git:main')
    .action(async (options) => {
      const reading = await withProject(context, options, async (session, { project, event }, operations) =>
        operations.showBaseline(session, {
          directory: project.directory,
          config: project.config,
          event,
          ...given('baseline', options.baseline),
        }),
      )
      await deliverText(context, safeText(describeReading(reading)), undefined)
      context.finish(0)
    })
}

/** `goparity baseline save` and `show`. */
export function addBaseline(program: Command, context: CliContext): void {
  const baseline = program
    .command('baseline')
    .summary('save or show what later runs are compared with')
    .description('Saves or shows what later runs are compared with.')
  addSave(baseline, context)
  addShow(baseline, context)
}
