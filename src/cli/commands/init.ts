import { resolve } from 'node:path'
import type { Command } from '@commander-js/extra-typings'
import { ParityError } from '../../errors.js'
import type { InitPlan, PlannedFile } from '../../operations/index.js'
import { VERSION } from '../../version.js'
import { askYes, canAsk } from '../ask.js'
import type { CliContext } from '../context.js'
import { deliver } from '../deliver.js'
import { doc, parseFailOn, parseFormat, parseList, type Format } from '../option-values.js'
import { given } from '../project.js'
import { safeLine, safeText } from '../safe-text.js'

interface InitFlags {
  readonly directory: string
  readonly action?: string | undefined
  readonly into?: string | undefined
  readonly job?: readonly string[] | undefined
  readonly yes?: true | undefined
  readonly force?: true | undefined
}

interface CheckFlags {
  readonly directory: string
  readonly config?: string | undefined
  readonly failOn?: ReturnType<typeof parseFailOn>
  readonly format: Format
  readonly output?: string | undefined
  readonly quiet?: true | undefined
}

const STATES: Readonly<Record<PlannedFile['state'], string>> = {
  new: 'new',
  changed: 'changes',
  same: 'has this content already',
  kept: 'is there with another content and stays; --force replaces it',
}

/** The plan as a person reads it: new files in full, the others as a diff. */
export function showPlan({ files, notes }: InitPlan, diff: (name: string, before: string, after: string) => string): string {
  const parts = files.map(({ name, state, before, after }) => {
    const head = `${name}: ${STATES[state]}`
    if (state === 'same') return `${head}\n`
    const body = before === null ? after : diff(name, before, after)
    return `${head}\n\n${body.replaceAll(/^(?=.)/gm, '  ')}`
  })
  return safeText([...parts, ...(notes.length === 0 ? [] : [notes.map((note) => `note: ${safeLine(note)}`).join('\n') + '\n'])].join('\n'))
}

async function write({ host, io, signal, finish }: CliContext, flags: InitFlags): Promise<void> {
  const { planInit, writeInit } = await import('../../operations/index.js')
  const { unifiedDiff } = await import('../../init/index.js')
  const session = { host, signal, progress: () => undefined }
  const plan = await planInit(session, {
    directory: resolve(host.cwd, flags.directory),
    ...given('reference', flags.action),
    ...(flags.into === undefined ? {} : { into: resolve(host.cwd, flags.into) }),
    ...given('jobs', flags.job),
    force: flags.force === true,
  })
  io.stdout.write(showPlan(plan, unifiedDiff))
  const open = plan.files.filter(({ state }) => state === 'new' || state === 'changed')
  finish(0)
  if (open.length === 0) {
    io.stdout.write('\nNothing to write.\n')
    return
  }
  const terminal = { input: process.stdin, output: process.stderr }
  const asked = flags.yes !== true && io.stdout.isTTY && canAsk(terminal)
  const agreed =
    flags.yes === true || (asked && (await askYes(terminal, `\nWrite ${open.map(({ name }) => safeLine(name)).join(' and ')}?`, signal)))
  if (signal.aborted) throw new ParityError('cancelled', 'cancelled; nothing was written')
  if (!agreed) {
    io.stdout.write(asked ? '\nNothing was written.\n' : '\nNothing was written: run it again with --yes to write this.\n')
    return
  }
  const written = await writeInit(session, plan)
  io.stdout.write(`\n${written.map((name) => `wrote ${safeLine(name)}`).join('\n')}\nCommit it, and every run says what differs.\n`)
}

async function check(context: CliContext, flags: CheckFlags): Promise<void> {
  const { host, signal } = context
  const { checkWorkflows, loadConfig } = await import('../../operations/index.js')
  const directory = resolve(host.cwd, flags.directory)
  const config = await loadConfig(host, directory, flags.config === '' ? undefined : flags.config)
  const outcome = await checkWorkflows(
    { host, signal, progress: () => undefined },
    { directory, config, version: VERSION, ...given('failOn', flags.failOn) },
  )
  await deliver(context, outcome.report, flags)
  context.finish(outcome.exitCode)
}

/** `goparity init`: the workflow and the configuration of a project, and whether what is there stands in the right order. */
export function addInit(program: Command, context: CliContext): void {
  program
    .command('init')
    .summary('write the workflow and the configuration of a project; --check looks at the order of what is there')
    .description(
      'Writes .github/workflows/goparity.yml and .goparity.yml for this repository, with the machines, Go versions and targets that its workflows, GoReleaser file, Makefile and scripts name. ' +
        'Shows everything first and writes nothing without --yes or an answer. --into puts the steps into a workflow that is there; --check says where modules are verified too early, too late, or in vain.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--yes', 'Write without a question')
    .option('--force', 'Also replace files that have another content')
    .option('--action <ref>', 'The action that the workflow calls: owner/goparity@COMMIT')
    .option('--into <workflow>', 'Put the recorder into a workflow that is there, before its first build, and add the report job')
    .option('--job <ids>', 'With --into: ids of the jobs that record, separated by commas', parseList)
    .option(
      '--check',
      'Write nothing: report each verification of modules in workflows, .gitlab-ci.yml and Dockerfiles that stands in the wrong place',
    )
    .option('--config <file>', 'With --check: configuration file; .goparity.yml in the directory of the project when nothing is said')
    .option('--fail-on <level>', `With --check: ${doc('fail-on')}`, parseFailOn)
    .option('--format <format>', `With --check: ${doc('format')}`, parseFormat, 'text' as const)
    .option('-o, --output <file>', 'With --check: write the result to a file instead of standard output')
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity init                                    show what would be written\n  goparity init --yes\n  goparity init --into .github/workflows/ci.yml --job test\n  goparity init --check',
    )
    .action(async (options, command) => {
      if (options.check === true) {
        const wrong = ['into', 'job', 'yes', 'force'].find((name) => command.getOptionValueSource(name) !== undefined)
        if (wrong !== undefined)
          throw new ParityError('usage', `--check writes nothing, so --${wrong} has no meaning with it`, 'leave one of them out')
        await check(context, options)
        return
      }
      if (options.job !== undefined && options.into === undefined)
        throw new ParityError(
          'usage',
          '--job names a job of the workflow of --into',
          'goparity init --into .github/workflows/ci.yml --job test',
        )
      await write(context, { ...options, into: options.into === '' ? undefined : options.into })
    })
}
