import { createInterface } from 'node:readline/promises'

/** Where a question is asked and answered. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/** Whether somebody is there to answer. */
export function canAsk({ input, output }: Terminal): boolean {
  return input.isTTY === true && output.isTTY === true
}

/** Asks a yes-or-no question; no answer, an end of input and anything but yes are no. An aborted signal is no, too. */
export async function askYes(terminal: Terminal, question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface(terminal)
  const closed = new Promise<string>((done) => {
    lines.once('close', () => {
      done('')
    })
  })
  try {
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed])
    return /^\s*y(?:es)?\s*$/i.test(answer)
  } catch (error) {
    if (signal.aborted) return false
    throw error
  } finally {
    lines.close()
  }
}
