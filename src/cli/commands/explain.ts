import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import { ParityError, toError } from '../../errors.js'
import { VERSION } from '../../version.js'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { offerFixes } from '../offer-fixes.js'
import { doc } from '../option-values.js'
import { renderExplanation } from './explain-text.js'

function parseExplanationFormat(text: string): 'text' | 'json' {
  if (text === '' || text === 'text') return 'text'
  if (text === 'json') return 'json'
  throw new InvalidArgumentError('Allowed: text, json.')
}

/** The bytes of a file; what goes wrong with it is said of the name that was typed. */
async function* readFile(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) yield chunk
  } catch (error) {
    const failure = toError(error)
    const missing = 'code' in failure && failure.code === 'ENOENT'
    throw new ParityError(
      'usage',
      missing ? `there is no log ${name}` : `cannot read ${name}: ${failure.message}`,
      'name a file, or pipe a log in: gh run view --log-failed | goparity explain',
      { cause: error },
    )
  }
}

/** A run on GitHub, or one of its jobs; groups: host, repository, run, job. */
const RUN_URL =
  /^https:\/\/([\w.-]{1,200})\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/(\d{1,20})(?:\/(?:attempts\/\d{1,9}\/?)?(?:job\/(\d{1,20}))?)?(?:[/?#]|$)/
/** Logs of failed steps are far smaller. */
const MAX_RUN_LOG = 256 * 1024 * 1024

/** The log of the failed steps of a run, as GitHub's own command prints it: it knows who is logged in. */
async function* readRun({ host, signal }: CliContext, url: string): AsyncGenerator<Uint8Array> {
  const found = RUN_URL.exec(url)
  if (found === null)
    throw new ParityError(
      'usage',
      `${url} is no address of a run on GitHub`,
      'https://github.com/OWNER/NAME/actions/runs/NUMBER, of a job with /job/NUMBER',
    )
  const [, server = '', repository = '', run = '', job] = found
  const gh = await host.processes.find('gh', host.env)
  if (gh === null)
    throw new ParityError(
      'usage',
      'gh, which fetches logs from GitHub, is not on PATH',
      'install it from https://cli.github.com, or pipe a log in',
    )
  const result = await host.processes.run(
    gh,
    ['run', 'view', ...(job === undefined ? [run] : ['--job', job]), '--repo', `${server}/${repository}`, '--log-failed'],
    { cwd: host.cwd, env: host.env, maxOutputBytes: MAX_RUN_LOG, signal },
  )
  if (result.exitCode !== 0)
    throw new ParityError(
      'usage',
      `gh cannot fetch ${url}: ${result.stderr.text.trim().split('\n', 1)[0] ?? ''}`,
      'gh auth login, or set GH_TOKEN',
    )
  yield new TextEncoder().encode(result.stdout.text)
}

/** `goparity explain`: what went wrong, from any log. */
export function addExplain(program: Command, context: CliContext): void {
  program
    .command('explain')
    .summary('what went wrong, read from any log of a build')
    .description(
      'Reads the log of a build, whatever printed or stored it (a CI, docker, an editor), and names what failed, why, and the way out; also the output of a program that does not start. ' +
        'Asks neither go nor the network. Nothing recognised is said as such: there are no guesses.',
    )
    .argument('[log]', 'File with the log; - or nothing: standard input', '-')
    .addOption(
      new Option('--format <format>', 'How to print the result')
        .choices(['text', 'json'])
        .default('text' as const)
        .argParser(parseExplanationFormat),
    )
    .option('-o, --output <file>', 'Write the result to a file instead of standard output')
    .option('--run-url <url>', 'A run or a job on GitHub instead of a file: the log of its failed steps, fetched with gh')
    .option('--fix', doc('fix'))
    .option('--yes', doc('yes'))
    .option('-C, --directory <dir>', `With --fix: ${doc('working-directory')}`, '.')
    .option('--config <file>', `With --fix: ${doc('config')}`)
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  gh run view --log-failed | goparity explain\n  go build ./... 2>&1 | goparity explain\n  goparity explain build.log --format json\n  goparity explain --run-url https://github.com/OWNER/NAME/actions/runs/NUMBER',
    )
    .action(async (name, options) => {
      const { explain } = await import('../../operations/index.js')
      const { host, signal, io } = context
      const url = options.runUrl ?? ''
      const fromStdin = url === '' && (name === '-' || name === '')
      if (fromStdin && io.stdin === undefined)
        throw new ParityError(
          'usage',
          'no log is named, and none is piped in',
          'goparity explain build.log, or: gh run view --log-failed | goparity explain',
        )
      const log =
        url !== '' ? readRun(context, url) : fromStdin && io.stdin !== undefined ? io.stdin : readFile(resolve(host.cwd, name), name)
      const explanation = await explain(
        { host, signal, progress: () => undefined },
        { log, name: url !== '' ? url : fromStdin ? 'the log' : name, version: VERSION },
      )
      const toFile = options.output !== undefined && options.output !== '' && options.output !== '-'
      const text =
        options.format === 'json'
          ? `${JSON.stringify(explanation, null, 2)}\n`
          : renderExplanation(explanation, picocolors.createColors(!toFile && context.color()))
      await deliverText(context, text, options.output)
      context.finish(0)
      if (options.fix === true)
        await offerFixes(
          context,
          options,
          explanation.incidents.map(({ rule, culprit }) => ({ rule, subject: culprit })),
        )
    })
}
