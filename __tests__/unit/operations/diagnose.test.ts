import { describe, expect, it } from '@jest/globals'
import type { GoResult } from '../../../src/go/index.js'
import { diagnose } from '../../../src/operations/diagnose.js'

const NOTICE = 'go: module example.com/old is deprecated: use example.com/new\n'

function failed(stderr: string): GoResult {
  const none = { text: '', bytes: 0, truncated: false }
  const said = { text: stderr, bytes: stderr.length, truncated: false }
  return { ending: 'exited', exitCode: 1, stdout: none, stderr: said, durationMs: 1, args: ['build', './...'] }
}

function rulesOf(stderr: string): readonly (readonly [string, string])[] {
  const at = { source: 'targets', project: '/app', directory: '/app', root: '.', title: 'it does not build' } as const
  return diagnose(failed(stderr), at, {}).map(({ rule, severity }) => [rule, severity])
}

describe('a go command that failed', () => {
  it('did not fail because of a notice: that it is not recognised is said too', () => {
    expect(rulesOf(`${NOTICE}something else went wrong\n`)).toEqual([
      ['modules/retracted-or-deprecated', 'warning'],
      ['go/unrecognised', 'error'],
    ])
  })

  it('failed for its error, with a notice beside', () => {
    expect(rulesOf(`${NOTICE}# example.com/app\n./main.go:3:2: undefined: x\n`)).toEqual([
      ['code/compile-error', 'error'],
      ['modules/retracted-or-deprecated', 'warning'],
    ])
  })
})
