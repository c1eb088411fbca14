import { describe, expect, it, jest } from '@jest/globals'
import { missingTools, planAndBuild, QUICK_CASES } from '../support/plan-cases.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

/** What a plan may run: questions. A compiler that gets none of these would compile. */
const QUESTION = /^(?:go (?:env|list|tool dist|mod|version)\b|pkg-config |\S+ .*(?:-E\b|-dM\b|-print-\S+|--version|-dumpmachine))/

/** How `go env` itself finds out which flags a C compiler takes: an empty standard input. */
const GO_ASKS = / -x c (?:-c )?-(?: -o \/dev\/null)?$/

describe('the plan of a target', () => {
  it.each(QUICK_CASES.map((one) => [one.name, one] as const))(
    'is what go build then does, by the same rule, and compiles nothing: %s',
    async (_name, one) => {
      expect(missingTools(one)).toEqual([])
      const truth = await planAndBuild(one)
      expect({ cannot: truth.verdict === 'cannot', rule: truth.rule, output: truth.output }).toEqual({
        cannot: !truth.builds,
        rule: truth.buildRule,
        output: truth.output,
      })
      expect(truth.calls.filter((call) => !QUESTION.test(call) && !GO_ASKS.test(call))).toEqual([])
    },
  )
})
