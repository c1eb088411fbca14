import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'
import type { NewCheck } from '../../src/github/index.js'

const HEAD = 'a'.repeat(40)
const POST = /^POST .*\/check-runs$/
const PATCH = /^PATCH .*\/check-runs\/\d+$/

function checkOf(externalId: string, annotations: number): NewCheck {
  return {
    name: 'goparity',
    headSha: HEAD,
    externalId,
    conclusion: 'failure',
    output: { title: '1 target newly broken', summary: '# Summary', text: 'more' },
    annotations: Array.from({ length: annotations }, (_, index) => ({
      path: 'main.go',
      start_line: index + 1,
      end_line: index + 1,
      annotation_level: 'failure',
      title: `finding ${String(index)}`,
      message: 'x',
    })),
  }
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

describe('the check run', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(async () => {
    await lab.close()
  })

  function stored(externalId: string): ReturnType<Lab['github']['checks']> {
    return lab.github.checks().filter(({ external_id: id }) => id === externalId)
  }

  function linesOf(externalId: string): readonly (readonly number[])[] {
    return stored(externalId).map(({ annotations }) => annotations.map(({ start_line: line }) => line))
  }

  it.each([
    [0, 1],
    [49, 1],
    [50, 1],
    [51, 2],
    [100, 2],
    [101, 3],
  ])('with %i annotations takes %i requests, and all arrive in their order', async (count, requests) => {
    const before = lab.github.requests.length
    const { id, degraded } = await (await lab.open()).createCheck(checkOf(`run-${String(count)}`, count))
    expect(degraded).toBeNull()
    expect(lab.github.requests.slice(before).map((request) => request.split(' ')[0])).toStrictEqual(
      Array.from({ length: requests }, (_, index) => (index === 0 ? 'POST' : 'PATCH')),
    )
    expect(linesOf(`run-${String(count)}`)).toStrictEqual([upTo(count)])
    expect(stored(`run-${String(count)}`)[0]).toMatchObject({
      id,
      head_sha: HEAD,
      conclusion: 'failure',
      output: { title: '1 target newly broken', summary: '# Summary', text: 'more' },
    })
    expect(lab.github.violations).toStrictEqual([])
  })

  it.each([
    ['lost', 'it was made, and only the answer got lost'],
    ['reset', 'the request never arrived'],
    [{ status: 502 }, 'GitHub failed'],
  ] as const)('is there once after a failure (%j: %s)', async (fault, _what) => {
    const externalId = JSON.stringify(fault)
    lab.github.failNext(POST, fault)
    const { id, degraded } = await (await lab.open()).createCheck(checkOf(externalId, 2))
    expect({ ids: stored(externalId).map((check) => check.id), degraded }).toStrictEqual({ ids: [id], degraded: null })
  })

  it.each(['lost', 'reset'] as const)('has each annotation once after a failure (%s) of the request that adds them', async (fault) => {
    lab.github.failNext(PATCH, fault)
    expect(await (await lab.open()).createCheck(checkOf(`append ${fault}`, 60))).toMatchObject({ degraded: null })
    expect(linesOf(`append ${fault}`)).toStrictEqual([upTo(60)])
  })

  it('stays when annotations cannot be added, and says how many are not there', async () => {
    lab.github.failNext(PATCH, { status: 422, json: { message: 'Invalid request.' } })
    const made = await (await lab.open()).createCheck(checkOf('half', 75))
    expect(made.degraded).toStrictEqual({
      what: '25 of the annotations of the check run',
      why: 'GitHub did not add annotations to the check run (422): Invalid request.',
    })
    expect(linesOf('half')).toStrictEqual([upTo(50)])
  })

  it('is refused to a token that may only read, with the permission that is missing, and tried once', async () => {
    const before = lab.github.requests.length
    await expect((await lab.open('ghs_reader')).createCheck(checkOf('reader', 1))).rejects.toMatchObject({
      code: 'github-failed',
      message: 'GitHub refused to post the check run (403): Resource not accessible by integration',
      hint: expect.stringContaining('checks: write'),
    })
    expect(lab.github.requests.length - before).toBe(1)
    expect(stored('reader')).toStrictEqual([])
  })

  it('is not tried a third time', async () => {
    lab.github.failNext(POST, { status: 500 }, 2)
    await expect((await lab.open()).createCheck(checkOf('never', 1))).rejects.toThrow('GitHub failed to post the check run (500)')
    expect(stored('never')).toStrictEqual([])
  })
})
