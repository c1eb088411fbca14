import { describe, expect, it } from '@jest/globals'
import { TRUST_RULES, type BaselineReading } from '../../src/baseline/index.js'
import { CASES, readCase } from '../unit/baseline/trust-cases.js'

function outcomeOf(reading: BaselineReading, why: string): string {
  if (reading.kind === 'found') return 'believed'
  return reading.reason.toLowerCase().includes(why.toLowerCase()) ? 'stopped by the rule' : 'stopped otherwise'
}

/** Switches off one rule after the other: a rule whose tests would not notice defends nothing. */
describe('without a rule of trust', () => {
  it('there is a test for every one of them', () => {
    expect(TRUST_RULES.map(({ id }) => id).toSorted()).toStrictEqual(Object.keys(CASES).toSorted())
    for (const cases of Object.values(CASES)) expect(cases).not.toHaveLength(0)
  })

  for (const { id } of TRUST_RULES) {
    it.each(CASES[id].map((one) => [one.title, one] as const))(`${id}, its test of %s fails`, async (_title, one) => {
      const reading = await readCase(one, id)
      expect(outcomeOf(reading, one.why)).toBe(one.without)
    })
  }
})
