import { PassThrough } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import { askYes, canAsk } from '../../../src/cli/ask.js'

async function answer(
  text: string | null,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly yes: boolean; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const asked = askYes({ input, output }, 'Write it?', signal)
  if (text === null) input.end()
  else input.write(text)
  const yes = await asked
  return { yes, shown: String(output.read() ?? '') }
}

function side(isTTY: boolean): PassThrough & { isTTY: boolean } {
  return Object.assign(new PassThrough(), { isTTY })
}

describe('a question', () => {
  it.each([
    ['y\n', true],
    ['YES\r\n', true],
    ['\n', false],
    ['n\n', false],
    ['yesterday\n', false],
    [null, false],
  ])('answered with %j is %p', async (text, yes) => {
    expect(await answer(text)).toStrictEqual({ yes, shown: 'Write it? [y/N] ' })
  })

  it('that is cancelled is no', async () => {
    const controller = new AbortController()
    controller.abort('SIGINT')
    expect((await answer('', controller.signal)).yes).toBe(false)
  })

  it('is asked only where both sides are a terminal', () => {
    expect([true, false].map((isTTY) => canAsk({ input: side(isTTY), output: side(true) }))).toStrictEqual([true, false])
    expect(canAsk({ input: side(true), output: side(false) })).toBe(false)
  })
})
