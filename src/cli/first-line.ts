/** Commands that say a first line; the others print only what they were asked for. */
const WORKING: ReadonlySet<string> = new Set(['check', 'record', 'baseline', 'verify', 'build', 'run'])
const SILENT: ReadonlySet<string> = new Set(['-h', '--help', '--quiet'])

function directoryOf(args: readonly string[]): string {
  for (const [index, arg] of args.entries()) {
    if (arg === '-C' || arg === '--directory') return args[index + 1] ?? '.'
    if (arg.startsWith('--directory=')) return arg.slice('--directory='.length)
    if (arg.startsWith('-C')) return arg.slice('-C'.length)
  }
  return '.'
}

/**
 * The first line on standard error, made of the bare arguments so that it can be there before anything is loaded;
 * `null` when there is nothing to say. Ends with a line feed.
 */
export function firstLine(args: readonly string[], version: string): string | null {
  const end = args.indexOf('--')
  const own = end === -1 ? args : args.slice(0, end)
  const [command = ''] = own
  if (!WORKING.has(command) || own.some((arg) => SILENT.has(arg))) return null
  const words = command === 'baseline' ? `baseline ${own[1] ?? ''}`.trim() : command
  // Controls could play tricks on a terminal.
  // eslint-disable-next-line no-control-regex -- controls are what is replaced
  const shown = `${words} ${directoryOf(own)}`.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, '?')
  return `goparity ${version} · ${shown}\n`
}
