import { ParityError } from '../errors.js'
import type { Ill, LocalFix } from '../operations/index.js'
import { askYes, canAsk } from './ask.js'
import type { CliContext } from './context.js'
import { withProject, type ProjectFlags } from './project.js'
import { safeLine } from './safe-text.js'

function show({ title, changes }: LocalFix, unifiedDiff: (name: string, before: string, after: string) => string): string {
  const diffs = changes.map(({ name, before, after }) => unifiedDiff(name, before ?? '', after))
  return [`\n${safeLine(title)}`, ...diffs.flatMap((diff) => diff.trimEnd().split('\n')).map((line) => `  ${safeLine(line)}`)].join('\n')
}

/**
 * Shows on standard error what can be mended of these ills, does it when that is agreed to, and says what came of it. Gives whether
 * something was mended. Throws `cancelled`.
 */
export async function offerFixes(
  context: CliContext,
  flags: ProjectFlags & { readonly yes?: true | undefined },
  ills: readonly Ill[],
): Promise<boolean> {
  const { io, signal } = context
  const say = (text: string): void => {
    io.stderr.write(`${text}\n`)
  }
  if (ills.length === 0) return false
  return withProject(context, flags, async (session, { project }, operations) => {
    const { unifiedDiff } = await import('../init/index.js')
    const { fixes, left } = await operations.planFixes(session, project, ills)
    for (const { rule, why } of left) say(`not mended  ${safeLine(rule)}: ${safeLine(why)}`)
    let mended = false
    for (const fix of fixes) {
      say(show(fix, unifiedDiff))
      const terminal = { input: process.stdin, output: process.stderr }
      const asked = flags.yes !== true && canAsk(terminal)
      const agreed = flags.yes === true || (asked && (await askYes(terminal, 'Do it?', signal)))
      if (signal.aborted) throw new ParityError('cancelled', 'cancelled; nothing was mended')
      if (!agreed) {
        say(asked ? 'Left as it is.' : 'Left as it is: run it again with --fix --yes to do this.')
        continue
      }
      const outcome = await operations.applyFix(session, project, fix)
      say(outcome.mended ? `mended      ${safeLine(fix.title)}` : `not mended  ${safeLine(fix.title)}: ${safeLine(outcome.why)}`)
      mended ||= outcome.mended
    }
    return mended
  })
}
