import { ParityError, toError } from '../errors.js'
import type { Runner } from '../github/index.js'

/** Ends a step that broke: one error with its way out, the stack only of what is our own fault, and a verdict. Gives the exit code. */
export async function failStep(runner: Runner, error: unknown): Promise<1> {
  await runner.setOutput('verdict', 'error')
  const { message, stack } = toError(error)
  const hint = error instanceof ParityError && error.hint !== undefined ? `\n${error.hint}` : ''
  if (!(error instanceof ParityError)) runner.log(stack ?? message)
  await runner.annotate({ level: 'error', title: 'goparity', message: `${message}${hint}` })
  return 1
}
