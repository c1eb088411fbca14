import { resolve } from 'node:path'
import { ParityError } from '../errors.js'
import type { Report } from '../report/index.js'
import type { CliContext } from './context.js'
import type { Format } from './option-values.js'

export interface DeliveryFlags {
  readonly format: Format
  readonly output?: string | undefined
  readonly quiet?: true | undefined
}

/** No limit of a platform holds for a file or a pipe; this one only keeps memory bounded. */
const MARKDOWN_BYTES = 10_000_000

async function render(report: Report, { format, quiet }: DeliveryFlags, color: boolean): Promise<string> {
  const { renderJson, renderMarkdown, renderSarif, renderText } = await import('../report/index.js')
  if (format === 'json') return renderJson(report)
  if (format === 'sarif') return renderSarif(report, { fallback: 'go.mod' })
  if (format === 'markdown') return renderMarkdown(report, { maxBytes: MARKDOWN_BYTES })
  return renderText(report, { color, ...(quiet === true ? { quiet } : {}) })
}

/** Writes a file, relative to where the command runs, as a whole or not at all. */
export async function writeFile({ host }: CliContext, name: string, text: string): Promise<void> {
  await host.files.writeAtomically(resolve(host.cwd, name), text)
}

/**
 * Writes a text to the file of `--output`, as a whole or not at all, or else to standard output.
 * Throws `write-failed`, and has then printed the text instead: what took minutes to find out is not lost with a full disk.
 */
export async function deliverText(context: CliContext, text: string, output: string | undefined): Promise<void> {
  const print = (): void => {
    context.io.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  // A standard output that is a socket, as under Node, cannot be opened by its name.
  if (output === undefined || ['', '-', '/dev/stdout'].includes(output)) {
    print()
    return
  }
  try {
    await writeFile(context, output, text)
  } catch (error) {
    print()
    if (!(error instanceof ParityError)) throw error
    throw new ParityError(error.code, error.message, 'the result is on standard output instead; name another file with -o FILE', {
      cause: error,
    })
  }
}

/** Renders a report in the form that was asked for and delivers it. */
export async function deliver(context: CliContext, report: Report, flags: DeliveryFlags): Promise<void> {
  const toFile = flags.output !== undefined && flags.output !== '' && flags.output !== '-'
  await deliverText(context, await render(report, flags, !toFile && context.color()), flags.output)
}
