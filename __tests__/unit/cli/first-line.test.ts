import { describe, expect, it } from '@jest/globals'
import { firstLine } from '../../../src/cli/first-line.js'

describe('firstLine', () => {
  it.each([
    [['check'], 'goparity 1.2.3 · check .\n'],
    [['check', '-C', 'examples/hello'], 'goparity 1.2.3 · check examples/hello\n'],
    [['check', '-Cexamples/hello'], 'goparity 1.2.3 · check examples/hello\n'],
    [['verify', '--directory=a b'], 'goparity 1.2.3 · verify a b\n'],
    [['build', '--directory', 'x', '--targets', 'host'], 'goparity 1.2.3 · build x\n'],
    [['baseline', 'save'], 'goparity 1.2.3 · baseline save .\n'],
    [['run', '--', 'go', 'test', '-C', 'x', '--help', '--quiet'], 'goparity 1.2.3 · run .\n'],
    [['check', '-C', '\u001B[2Jx\ny'], 'goparity 1.2.3 · check ?[2Jx?y\n'],
    [['check', '-C'], 'goparity 1.2.3 · check .\n'],
  ])('of %j names the command and the directory', (args, line) => {
    expect(firstLine(args, '1.2.3')).toBe(line)
  })

  it.each([
    [[]],
    [['--help']],
    [['-V']],
    [['check', '--help']],
    [['check', '--quiet']],
    [['compare', 'a', 'b']],
    [['completion', 'bash']],
    [['chek']],
  ])('of %j is silent', (args) => {
    expect(firstLine(args, '1.2.3')).toBeNull()
  })
})
