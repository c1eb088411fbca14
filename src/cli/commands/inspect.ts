import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import picocolors from 'picocolors'
import { ParityError } from '../../errors.js'
import { VERSION } from '../../version.js'
import type { CliContext } from '../context.js'
import { deliverText } from '../deliver.js'
import { parseList } from '../option-values.js'
import { given } from '../project.js'

function parseInspectionFormat(text: string): 'text' | 'json' {
  if (text === '' || text === 'text') return 'text'
  if (text === 'json') return 'json'
  throw new InvalidArgumentError('Allowed: text, json.')
}

function addPlaces(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...(parseList(text) ?? [])]
}

function addArgument(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text]
}

/** `goparity inspect`: what a binary needs, and whether it starts where it is meant to. */
export function addInspect(program: Command, context: CliContext): void {
  program
    .command('inspect')
    .summary('what a binary needs, and whether it starts in an image or on another system')
    .description(
      'Reads ELF, Mach-O and PE files without running them: processor, static or dynamic, loader, libraries and theirs, oldest glibc, cgo, and how Go built it. ' +
        'With --for it says whether the program starts there and why not; with --root it looks into an unpacked image; --trace starts it and says what it really opened.',
    )
    .argument('<binaries...>', 'Programs, libraries or plugins')
    .option(
      '--for <place>',
      'Where it must start: alpine:3.20, debian:12, scratch, distroless, glibc:2.17, musl, …; may be repeated',
      addPlaces,
    )
    .option('--platform <platform>', 'Processor of these places: linux/amd64, linux/arm64, …; without it, that of the binary')
    .option('--root <dir>', 'Look for loader and libraries below this folder, the root of an unpacked image')
    .option('--trace', 'Start each program below strace, for ten seconds at most, and say what it opens and starts')
    .option('--trace-arg <arg>', 'With --trace: an argument for the program; may be repeated', addArgument)
    .addOption(
      new Option('--format <format>', 'How to print the result')
        .choices(['text', 'json'])
        .default('text' as const)
        .argParser(parseInspectionFormat),
    )
    .option('-o, --output <file>', 'Write the result to a file instead of standard output')
    .option('--no-color', 'No colours')
    .addHelpText(
      'after',
      '\nExamples:\n  goparity inspect bin/app\n  goparity inspect bin/app --for alpine:3.20,debian:12 --for scratch\n  goparity inspect --root ./rootfs ./rootfs/usr/bin/app\n  goparity inspect --trace --trace-arg --version bin/app',
    )
    .action(async (binaries, options) => {
      if (options.traceArg !== undefined && options.trace !== true)
        throw new ParityError('usage', '--trace-arg is for the program that --trace starts', 'add --trace, or leave it out')
      const { inspect } = await import('../../operations/index.js')
      const { renderInspection, renderInspectionJson } = await import('./inspect-text.js')
      const { host, signal } = context
      const outcome = await inspect(
        { host, signal, progress: () => undefined },
        {
          binaries,
          version: VERSION,
          trace: options.trace === true,
          ...given('places', options.for),
          ...given('platform', options.platform),
          ...(options.root === undefined || options.root === '' ? {} : { root: options.root }),
          ...given('traceArgs', options.traceArg),
        },
      )
      const toFile = options.output !== undefined && options.output !== '' && options.output !== '-'
      const text =
        options.format === 'json'
          ? renderInspectionJson(outcome.document)
          : renderInspection(outcome.document, picocolors.createColors(!toFile && context.color()))
      await deliverText(context, text, options.output)
      context.finish(outcome.exitCode)
    })
}
