import { resolve } from 'node:path'
import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import type { Session } from '../../operations/index.js'
import { VERSION } from '../../version.js'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { openProgress } from '../progress.js'

function parseProbeFormat(text: string): 'text' | 'json' {
  if (text === '' || text === 'text') return 'text'
  if (text === 'json') return 'json'
  throw new InvalidArgumentError('Allowed: text, json.')
}

/** `goparity probe`: what this machine does with names, time, users and C, measured. */
export function addProbe(program: Command, context: CliContext): void {
  program
    .command('probe')
    .summary('measure resolver, dead nameservers, clock, os/user and libc of this machine')
    .description(
      'Builds small Go programs with cgo and without, runs them, and says what they measured: who looks names up and whether it honours search, timeout, attempts and ndots, what a dead nameserver costs a lookup, a dial and http.DefaultTransport, what GODEBUG=netdns comes to, os/user, clocks, libc. ' +
        'Nothing is sent beyond this machine. With results of earlier probes it compares them instead.',
    )
    .argument('[results...]', 'Results of earlier probes (JSON), two or more: they are compared and nothing is measured')
    .option('-C, --directory <dir>', 'Directory whose go command and compiler count', '.')
    .option('--slow', 'Also wait until http.DefaultTransport gives up by itself, which takes 30 s')
    .addOption(
      new Option('--format <format>', 'How to print the result')
        .choices(['text', 'json'])
        .default('text' as const)
        .argParser(parseProbeFormat),
    )
    .option('-o, --output <file>', 'Write the result to a file instead of standard output')
    .option('--quiet', 'No progress on standard error')
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity probe\n  goparity probe --format json -o laptop.json\n  goparity probe laptop.json ci.json',
    )
    .action(async (results, options) => {
      const { compareProbeFiles, probe } = await import('../../operations/index.js')
      const { renderComparison, renderProbe, renderProbeJson } = await import('./probe-text.js')
      const { host, signal, io } = context
      const display = openProgress(io.stderr, options.quiet === true)
      const session: Session = {
        host,
        signal,
        progress: (event) => {
          display.show(event)
        },
      }
      const toFile = options.output !== undefined && options.output !== '' && options.output !== '-'
      const colors = picocolors.createColors(!toFile && context.color())
      const asJson = options.format === 'json'
      if (results.length > 0) {
        const { comparison, exitCode } = await compareProbeFiles(session, { paths: results, version: VERSION })
        await deliverText(context, asJson ? renderProbeJson(comparison) : renderComparison(comparison, colors), options.output)
        context.finish(exitCode)
        return
      }
      let document
      try {
        document = await probe(session, {
          directory: resolve(host.cwd, options.directory),
          version: VERSION,
          slow: options.slow === true,
        })
      } finally {
        display.stop()
      }
      await deliverText(context, asJson ? renderProbeJson(document) : renderProbe(document, colors), options.output)
      context.finish(0)
    })
}
