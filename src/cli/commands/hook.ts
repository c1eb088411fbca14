import { basename, resolve } from 'node:path'
import { Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import type { HookDocument, HookInstallOptions, Session } from '../../operations/index.js'
import { VERSION } from '../../version.js'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { doc } from '../option-values.js'
import { renderHooks } from './hook-text.js'

const POLICIES = ['warn', 'block', 'queue'] as const

/** The file that runs now and its Node: a hook starts the same ones, whatever is on the PATH of who commits. */
async function startedProgram({ host }: CliContext): Promise<HookInstallOptions['program']> {
  const started = process.argv[1]
  if (started === undefined) return null
  const cli = await host.files.realPath(resolve(host.cwd, started))
  return basename(cli) === 'cli.js' ? { node: process.execPath, cli } : null
}

interface Flags {
  readonly directory: string
  readonly format: string
  readonly output?: string | undefined
  readonly quiet?: true | undefined
}

const FORMAT_DOC = 'How to print the result'

async function show(
  context: CliContext,
  flags: Flags,
  work: (session: Session, operations: typeof import('../../operations/index.js')) => Promise<HookDocument>,
): Promise<void> {
  const { host, signal } = context
  const document = await work({ host, signal, progress: () => undefined }, await import('../../operations/index.js'))
  const toFile = flags.output !== undefined && flags.output !== '' && flags.output !== '-'
  const text =
    flags.format === 'json'
      ? `${JSON.stringify(document, null, 2)}\n`
      : renderHooks(document, picocolors.createColors(!toFile && context.color()), flags.quiet === true)
  if (text !== '') await deliverText(context, text, flags.output)
  context.finish(0)
}

/** `goparity hook install`, `uninstall` and `status`. */
export function addHook(program: Command, context: CliContext): void {
  const hook = program
    .command('hook')
    .summary('run sync from git hooks, so that a dev container has the staged go.mod and go.sum')
    .description('Installs git hooks that run goparity sync when go.mod, go.sum, go.work, go.work.sum or vendor/modules.txt change.')

  hook
    .command('install')
    .summary('write the hooks; a hook that is there is kept and called first')
    .description(
      'Writes the hooks pre-commit, post-merge, post-checkout and post-rewrite. Each asks git whether one of the files is concerned, and only then runs goparity sync. A hook that is there is kept beside, and called first.',
    )
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--to <place>', 'docker:NAME[:DIR], devcontainer, ssh://[USER@]HOST[:PORT]/DIR or exec:COMMAND', 'devcontainer')
    .addOption(
      new Option('--policy <policy>', 'When the place cannot take the files: warn, block the commit, or queue them')
        .choices(POLICIES)
        .default('warn'),
    )
    .option('--force', 'Overwrite a hook of goparity that was edited')
    .addOption(new Option('--format <format>', FORMAT_DOC).choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExamples:\n  goparity hook install\n  goparity hook install --to docker:dev:/workspaces/app --policy block')
    .action(async (options) => {
      await show(context, options, async (session, operations) =>
        operations.installHook(session, {
          directory: resolve(context.host.cwd, options.directory),
          version: VERSION,
          place: options.to,
          policy: options.policy,
          program: await startedProgram(context),
          force: options.force === true,
        }),
      )
    })

  hook
    .command('uninstall')
    .summary('take the hooks away and put back what was there before')
    .description('Takes the hooks away, and puts back the ones that were there before, byte for byte.')
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--force', 'Remove a hook of goparity that was edited')
    .addOption(new Option('--format <format>', FORMAT_DOC).choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExample:\n  goparity hook uninstall')
    .action(async (options) => {
      await show(context, options, async (session, operations) =>
        operations.uninstallHook(session, {
          directory: resolve(context.host.cwd, options.directory),
          version: VERSION,
          force: options.force === true,
        }),
      )
    })

  hook
    .command('status')
    .summary('say which hooks are installed, and what keeps them from running')
    .description('Says of each hook whether it is installed, for which place and with which policy, and what keeps it from running.')
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .addOption(new Option('--format <format>', FORMAT_DOC).choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText('after', '\nExample:\n  goparity hook status --format json')
    .action(async (options) => {
      await show(context, options, async (session, operations) =>
        operations.hookStatus(session, { directory: resolve(context.host.cwd, options.directory), version: VERSION }),
      )
    })
}
