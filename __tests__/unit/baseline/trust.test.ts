import { describe, expect, it } from '@jest/globals'
import { TRUST_RULES } from '../../../src/baseline/index.js'
import { CASES, readCase } from './trust-cases.js'

describe.each(Object.entries(CASES))('the rule %s', (_id, cases) => {
  it.each(cases.map((one) => [one.title, one] as const))('does not believe %s, and says so', async (_title, one) => {
    const reading = await readCase(one)
    expect(reading).toMatchObject({ kind: 'unusable', reference: { source: 'artifact', ref: 'run 8', trusted: false } })
    expect(('reason' in reading ? reading.reason : '').toLowerCase()).toContain(one.why.toLowerCase())
  })
})

describe('a baseline that breaks no rule', () => {
  it('is believed', async () => {
    expect(await readCase({ run: { id: 8, commit: 5 } })).toMatchObject({
      kind: 'found',
      reference: { source: 'artifact', ref: 'run 8', trusted: true },
      run: { runId: 8, sha: '0000000000000000000000000000000000000005' },
    })
  })

  it.each(['push', 'schedule', 'workflow_dispatch'])('is believed of a run started by %s', async (event) => {
    expect((await readCase({ run: { id: 8, commit: 5, run: { event } } })).kind).toBe('found')
  })

  it('is believed after its repository was renamed or moved: its number counts, not its name', async () => {
    expect((await readCase({ run: { id: 8, commit: 5, inside: { repository: 'before/name' } } })).kind).toBe('found')
  })

  it('is believed of an earlier attempt, where a later one left none', async () => {
    expect(await readCase({ run: { id: 8, commit: 5, attempt: 1, run: { attempt: 3 } } })).toMatchObject({ run: { attempt: 1 } })
  })

  it('is believed of a run that failed: what it found is known from then on', async () => {
    expect((await readCase({ run: { id: 8, commit: 5, run: { conclusion: 'failure' } } })).kind).toBe('found')
  })
})

it('the first rule that is broken is the one that is printed', async () => {
  const run = { id: 8, commit: 5, artifact: { expired: true, digest: null }, run: { event: 'pull_request', branch: 'x' } }
  expect(await readCase({ run })).toMatchObject({ reason: 'The baseline of run 8 has expired.' })
})

it('what can be known without a request is looked at before anything is asked', () => {
  const order = TRUST_RULES.map(({ id }) => id)
  expect(order.indexOf('workflow')).toBeLessThan(order.indexOf('reachable'))
  expect(order.indexOf('size')).toBeLessThan(order.indexOf('digest'))
})
