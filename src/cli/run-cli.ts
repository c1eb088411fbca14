import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import type { Host } from '../host/index.js'
import { VERSION } from '../version.js'
import { addBaseline } from './commands/baseline.js'
import { addBuild } from './commands/build.js'
import { addCheck } from './commands/check.js'
import { addCompare } from './commands/compare.js'
import { addExplain } from './commands/explain.js'
import { addGraph } from './commands/graph.js'
import { addHook } from './commands/hook.js'
import { addInit } from './commands/init.js'
import { addInspect } from './commands/inspect.js'
import { addPlan } from './commands/plan.js'
import { addProbe } from './commands/probe.js'
import { addRecord } from './commands/record.js'
import { addRun } from './commands/run.js'
import { addSync } from './commands/sync.js'
import { addVerify } from './commands/verify.js'
import type { CliContext } from './context.js'
import { describeError, exitCodeOfError, type ExitCode } from './failure.js'
import type { CliIo, Sink } from './io.js'
import { FAIL_ON, FORMATS } from './option-values.js'
import { safeText } from './safe-text.js'

/** The headings under which `--help` shows the flags. */
const GROUPS: Readonly<Record<string, string>> = {
  '--directory': 'Project:',
  '--config': 'Project:',
  '--targets': 'What to verify and build:',
  '--packages': 'What to verify and build:',
  '--no-vendor': 'What to verify and build:',
  '--checksum-database': 'What to verify and build:',
  '--build-cache': 'What to verify and build:',
  '--repair': 'What to verify and build:',
  '--fix': 'What to verify and build:',
  '--yes': 'What to verify and build:',
  '--with': 'What counts:',
  '--engine': 'What counts:',
  '--baseline': 'What counts:',
  '--expected-jobs': 'What counts:',
  '--fail-on': 'What counts:',
  '--job': 'Which job this is (the CI says it by itself):',
  '--matrix': 'Which job this is (the CI says it by itself):',
  '--format': 'Result:',
  '--output': 'Result:',
  '--snapshot': 'Result:',
  '--quiet': 'Result:',
  '--no-color': 'Result:',
}

const EXIT_CODES = `
Exit codes:
  0  nothing at or above --fail-on
  1  internal error
  2  usage, configuration, unreadable input or missing tool
  3  findings at or above --fail-on
  130, 143  cancelled by SIGINT, SIGTERM`

/** https://no-color.org: any value but an empty one. */
function wantsColor({ env }: Host, { isTTY }: Sink, args: readonly string[]): boolean {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  return isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb' && !own.includes('--no-color')
}

function finishHelp(command: CommandUnknownOpts): void {
  for (const option of command.options) {
    if (option.long === '--format') option.argChoices ??= [...FORMATS]
    if (option.long === '--fail-on') option.argChoices = [...FAIL_ON]
    // The --job of init is another one.
    const heading = command.name() === 'init' ? undefined : GROUPS[option.long ?? '']
    // In commander since 14; its typed companion does not name it yet.
    if (heading !== undefined) Object.assign(option, { helpGroupHeading: heading })
  }
  if (command.commands.length === 0) command.addHelpText('after', EXIT_CODES)
  for (const child of command.commands) finishHelp(child)
}

function makeProgram(context: CliContext, args: readonly string[]): Command {
  const { io, host } = context
  const styled = picocolors.createColors(wantsColor(host, io.stdout, args))
  const warned = picocolors.createColors(wantsColor(host, io.stderr, args))
  const program = new Command('goparity')
    .description('Shows when two machines do not build the same Go program, and names the cause.')
    .version(VERSION, '-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError('(run it with --help to see what is allowed)')
    .configureHelp({ styleTitle: (title) => styled.bold(title) })
    .configureOutput({
      writeOut: (text) => {
        io.stdout.write(text)
      },
      writeErr: (text) => {
        io.stderr.write(safeText(text))
      },
      outputError: (text, write) => {
        write(text.startsWith('error:') ? `${warned.red('error:')}${text.slice('error:'.length)}` : text)
      },
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => styled.isColorSupported,
      getErrHasColors: () => warned.isColorSupported,
    })
  addCheck(program, context)
  addVerify(program, context)
  addPlan(program, context)
  addGraph(program, context)
  addBuild(program, context)
  addRun(program, context)
  addRecord(program, context)
  addCompare(program, context)
  addBaseline(program, context)
  addInit(program, context)
  addExplain(program, context)
  addInspect(program, context)
  addProbe(program, context)
  addSync(program, context)
  addHook(program, context)
  return program
}

/** A shell shows one short line for a command. */
function describeShort(command: CommandUnknownOpts): void {
  if (command.summary() !== '') command.description(command.summary())
  for (const child of command.commands) describeShort(child)
}

/** Scripts and answers for shells; they replace the entry that only stands in the help. */
async function addCompletion(program: Command, asked: boolean): Promise<void> {
  if (!asked) {
    program
      .command('completion')
      .summary('print completion for bash, zsh, fish or powershell')
      .argument('<shell>', 'bash, zsh, fish or powershell')
    return
  }
  describeShort(program)
  const { default: tab } = await import('@bomb.sh/tab/commander')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the typed companion's Command is the same object at run time
  tab(program as unknown as Parameters<typeof tab>[0], { completionCommandName: 'completion' })
}

const MAIN_HELP = `
Examples:
  goparity check -C examples/hello                 verify the modules, build the targets
  goparity check --targets linux/arm64,windows/amd64
  goparity baseline save                           what later runs are compared with
  goparity run -- go test ./...                    never on unverified modules
${EXIT_CODES}

The configuration stands in .goparity.yml. Progress goes to standard error, the result to standard output.`

/**
 * The whole command: arguments in, exit code out. Writes to `io` only; `signal` cancels it, with the reason
 * `SIGINT` or `SIGTERM`. Never throws.
 */
export async function runCli(host: Host, args: readonly string[], io: CliIo, signal: AbortSignal): Promise<ExitCode> {
  let code: ExitCode = 0
  const context: CliContext = {
    host,
    io,
    signal,
    color: () => wantsColor(host, io.stdout, args),
    finish: (given) => {
      code = given
    },
  }
  try {
    const program = makeProgram(context, args)
    finishHelp(program)
    program.addHelpText('after', MAIN_HELP)
    await addCompletion(program, args[0] === 'completion' || args[0] === 'complete')
    if (args.length === 0) program.help({ error: true })
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const debug = /(?:^|,)goparity(?:,|$)/.test(host.env['DEBUG'] ?? '')
    const text = safeText(describeError(error, debug))
    const colors = picocolors.createColors(wantsColor(host, io.stderr, args))
    io.stderr.write(text.startsWith('error:') ? `${colors.red('error:')}${text.slice('error:'.length)}` : text)
    return exitCodeOfError(error, signal)
  }
}
