import { resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import { ParityError } from '../../errors.js'
import type { Session, SyncOptions, SyncPolicy } from '../../operations/index.js'
import { VERSION } from '../../version.js'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { doc, parseEngine } from '../option-values.js'
import { openProgress } from '../progress.js'
import { renderSync } from './sync-text.js'

const POLICIES = ['warn', 'block', 'queue'] as const
/** A hook may cost a commit this much; whoever waits for the answer has more time. */
const HOOK_DEADLINE_MS = 3000
const DEADLINE_MS = 10_000
const HOOK_DOWNLOAD_MS = 60_000
const DOWNLOAD_MS = 600_000

function parseSeconds(text: string): number {
  const seconds = Number(text)
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(text) || seconds === 0) throw new InvalidArgumentError('Allowed: seconds, such as 3 or 0.5.')
  return seconds * 1000
}

function sourceOf(flags: {
  readonly commit?: string | undefined
  readonly worktree?: true | undefined
  readonly pending?: true | undefined
}): SyncOptions['source'] {
  const named = [
    flags.commit === undefined ? '' : '--commit',
    flags.worktree === true ? '--worktree' : '',
    flags.pending === true ? '--pending' : '',
  ]
  const [first, second] = named.filter((flag) => flag !== '')
  if (first !== undefined && second !== undefined)
    throw new ParityError('usage', `${first} and ${second} exclude each other`, 'give one of them')
  if (flags.commit !== undefined) return { from: 'commit', reference: flags.commit }
  if (flags.worktree === true) return { from: 'worktree' }
  return flags.pending === true ? { from: 'pending' } : { from: 'index' }
}

/** `goparity sync`: the staged go.mod and go.sum into a dev container. */
export function addSync(program: Command, context: CliContext): void {
  program
    .command('sync')
    .summary('bring the staged go.mod and go.sum into a dev container or another machine')
    .description(
      'Brings the staged go.mod, go.sum, go.work, go.work.sum and vendor/modules.txt of the repository into another place, all or none, then downloads and verifies the modules there. A place that has the files of this machine (a bind mount) is never written.',
    )
    .argument('[place]', 'docker:NAME[:DIR], devcontainer, ssh://[USER@]HOST[:PORT]/DIR or exec:COMMAND', 'devcontainer')
    .option('-C, --directory <dir>', doc('working-directory'), '.')
    .option('--commit <ref>', 'Bring what a commit has, not what is staged')
    .option('--worktree', 'Bring the files as they lie in the working tree')
    .option('--pending', 'Bring what a run before could not bring')
    .option('--force', 'Overwrite files that somebody else changed there')
    .addOption(
      new Option('--policy <policy>', 'When the place cannot take them: warn (exit code 0), block (3), or queue them').choices(POLICIES),
    )
    .option('--hook <name>', 'The git hook that runs it: short deadlines, and warn unless --policy says otherwise')
    .option('--deadline <seconds>', 'Until the place must have answered', parseSeconds)
    .option('--no-download', 'Do not download and verify the modules there')
    .option('--no-compare', 'Do not compare the place with this machine afterwards, as check --with does; a hook never does')
    .option('--engine <command>', 'The container client with its flags; docker, else podman', parseEngine)
    .addOption(new Option('--format <format>', 'How to print the result').choices(['text', 'json']).default('text'))
    .option('-o, --output <file>', doc('output'))
    .option('--quiet', doc('quiet'))
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity sync docker:dev:/workspaces/app\n  goparity sync ssh://me@build-1/~/app --commit HEAD\n  goparity hook install --to devcontainer',
    )
    .action(async (place, options) => {
      const isHook = options.hook !== undefined
      const policy: SyncPolicy = options.policy ?? (isHook ? 'warn' : 'block')
      const { checkWith, loadConfig, sync } = await import('../../operations/index.js')
      const display = openProgress(context.io.stderr, isHook || options.quiet === true)
      const session: Session = {
        host: context.host,
        signal: context.signal,
        progress: (event) => {
          display.show(event)
        },
      }
      const engine = options.engine ?? null
      const directory = resolve(context.host.cwd, options.directory)
      try {
        const { document, exitCode } = await sync(session, {
          directory,
          place,
          source: sourceOf(options),
          policy,
          force: options.force === true,
          deadlineMs: options.deadline ?? (isHook ? HOOK_DEADLINE_MS : DEADLINE_MS),
          downloadMs: options.download ? (isHook ? HOOK_DOWNLOAD_MS : DOWNLOAD_MS) : 0,
          engine,
          version: VERSION,
        })
        const isComparable = !isHook && options.compare && options.download && document.go !== null && exitCode === 0
        const compared = isComparable
          ? await checkWith(session, {
              directory,
              config: await loadConfig(context.host, directory),
              version: VERSION,
              job: {},
              place,
              engine,
            })
          : null
        display.stop()
        const { renderJson, renderText } = await import('../../report/index.js')
        const toFile = options.output !== undefined && options.output !== '' && options.output !== '-'
        const color = !toFile && context.color()
        const comparison: unknown = compared === null ? null : JSON.parse(renderJson(compared.report))
        const text =
          options.format === 'json'
            ? `${JSON.stringify({ ...document, comparison }, null, 2)}\n`
            : `${renderSync(document, picocolors.createColors(color))}${compared === null ? '' : `\n${renderText(compared.report, { color })}`}`
        const worst = exitCode === 0 ? (compared?.exitCode ?? 0) : exitCode
        if (!(options.quiet === true && worst === 0 && options.format === 'text')) await deliverText(context, text, options.output)
        context.finish(policy === 'block' ? worst : 0)
      } finally {
        display.stop()
      }
    })
}
