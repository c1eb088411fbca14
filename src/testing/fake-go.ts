import { isDeepStrictEqual } from 'node:util'
import type { Go, GoOptions, GoResult } from '../go/index.js'
import type { Environment } from '../host/index.js'
import { captured } from './captured.js'

/** A canned answer of the go command. */
export interface FakeAnswer {
  /** Arguments after `go`: these exactly, or whatever the function accepts. */
  readonly args: readonly string[] | ((args: readonly string[]) => boolean)
  readonly stdout?: string
  readonly stderr?: string
  /** Default 0. */
  readonly exitCode?: number | null
  /** Default `exited`. */
  readonly ending?: GoResult['ending']
}

/** One call that a fake go command got. */
export interface FakeCall {
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Environment
}

/** A `Go` that answers from a list and remembers what it was asked. */
export interface FakeGo extends Go {
  /** Every call in order, those of `in(directory)` among them. */
  readonly calls: readonly FakeCall[]
}

function matches({ args: wanted }: FakeAnswer, args: readonly string[]): boolean {
  return typeof wanted === 'function' ? wanted(args) : isDeepStrictEqual(wanted, args)
}

/**
 * Makes a go command of canned answers; the first that matches counts, and may be given again.
 * A call without an answer rejects with an error that quotes it: nothing is made up.
 */
export function fakeGo(answers: readonly FakeAnswer[], options: { readonly directory?: string; readonly env?: Environment } = {}): FakeGo {
  const { directory = '/project', env = {} } = options
  const calls: FakeCall[] = []
  const at = (place: string): FakeGo => ({
    directory: place,
    env,
    calls,
    in: at,
    async run(args: readonly string[], { cwd = place, env: more = {} }: GoOptions = {}): Promise<GoResult> {
      calls.push({ args, cwd, env: { ...env, ...more } })
      const answer = answers.find((candidate) => matches(candidate, args))
      if (answer === undefined) throw new Error(`the fake go command has no answer for: go ${args.join(' ')}`)
      const { stdout = '', stderr = '', exitCode = 0, ending = 'exited' } = answer
      return { args, ending, exitCode, stdout: captured(stdout), stderr: captured(stderr), durationMs: 0 }
    },
  })
  return at(directory)
}
