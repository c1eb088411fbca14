import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { missingTools, planAndBuild, QUICK_CASES, SLOW_CASES, type PlanTruth } from '../support/plan-cases.js'

// The go command and C compilers do the work, on a machine that may be busy.
jest.setTimeout(600_000)

const CASES = [...QUICK_CASES, ...SLOW_CASES]
const truths: PlanTruth[] = []

describe('the plan of a target', () => {
  it.each(CASES.map((one) => [one.name, one] as const))('is what go build then does, by the same rule: %s', async (_name, one) => {
    expect(missingTools(one)).toEqual([])
    const truth = await planAndBuild(one)
    truths.push(truth)
    expect({ cannot: truth.verdict === 'cannot', rule: truth.rule, output: truth.output }).toEqual({
      cannot: !truth.builds,
      rule: truth.buildRule,
      output: truth.output,
    })
  })

  afterAll(() => {
    const failed = truths.filter(({ builds }) => !builds)
    const reasons = [...new Set(failed.map(({ rule }) => rule ?? 'none'))].toSorted()
    console.log(
      `${String(truths.length)} combinations, ${String(failed.length)} cannot be built, for ${String(reasons.length)} reasons: ${reasons.join(', ')}`,
    )
  })
})
