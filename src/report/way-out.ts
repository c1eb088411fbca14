import type { Finding, Fix } from './model.js'

/** A target as goparity writes them: nothing else may stand in a command that is to be pasted. */
const TARGET = /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?[+-]cgo$/

/** The first thing to do about a finding, or `null` where nobody knows one; `elsewhere` when it was found on other machines. */
export function wayOut({ fix, rule, source, subject: { target } }: Finding, elsewhere: boolean): Fix | null {
  const [first] = fix
  if (first !== undefined) return first
  if (elsewhere && source === 'targets' && target !== undefined && TARGET.test(target))
    return {
      command: `goparity build --targets ${target}`,
      why: 'in one of these jobs: builds this target alone and shows all that go says',
    }
  return rule.startsWith('code/') ? { why: 'correct the program there: no setting of the environment changes this' } : null
}

/** What is said of a finding that the baseline has too. */
export const KNOWN_WORDS = 'It failed in the baseline too, so it does not fail this run.'
