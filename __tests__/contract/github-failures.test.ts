import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { toError } from '../../src/errors.js'
import { openGithub, readContext } from '../../src/github/index.js'
import { fakeHost } from '../../src/testing/index.js'
import { apiError } from '../e2e/fake-github/answer.js'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'

const RUN = /\/actions\/runs\/7$/

/** GitHub's refusal for a spent quota. */
function spent(reset: number): { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly json: unknown } {
  return {
    status: 403,
    headers: { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    json: { message: 'API rate limit exceeded for installation ID 1.' },
  }
}

describe('what goes wrong with GitHub', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
    lab.github.registerRun({ id: 7, event: 'push', branch: 'main', sha: lab.commit({ file: 'x' }), path: '.github/workflows/ci.yml' })
  })

  afterAll(async () => {
    await lab.close()
  })

  /** How often GitHub was asked while something was done. */
  async function countRequests(action: () => Promise<unknown>): Promise<{ readonly requests: number; readonly outcome: unknown }> {
    const before = lab.github.requests.length
    const outcome = await action().then(
      () => 'ok',
      (error: unknown) => error,
    )
    return { requests: lab.github.requests.length - before, outcome }
  }

  const readRun = async (): Promise<unknown> => lab.client.runsApi.run(7)

  it.each([{ status: 500 }, { status: 502 }, { status: 503 }, 'reset'] as const)('passes: %j is tried again, twice', async (fault) => {
    lab.github.failNext(RUN, fault, 2)
    expect(await countRequests(readRun)).toStrictEqual({ requests: 3, outcome: 'ok' })
  })

  it.each([
    [{ status: 502 }, /^GitHub failed to describe run 7 \(502\)$/, /githubstatus/],
    ['reset', /^GitHub could not be reached to describe run 7: \S/, /run the job again/],
  ] as const)('stays: %j is given up after three times', async (fault, message, hint) => {
    lab.github.failNext(RUN, fault, 3)
    const { requests, outcome } = await countRequests(readRun)
    expect(requests).toBe(3)
    expect(outcome).toMatchObject({
      code: 'github-failed',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })

  it.each([
    [400, 'GitHub did not describe run 7 (400): Some words', /report it/],
    [401, 'GitHub does not accept the token (401) to describe run 7', /github-token/],
    [403, 'GitHub refused to describe run 7 (403): Some words', /permission actions: read/],
    [409, 'GitHub did not describe run 7 (409): Some words', /report it/],
    [422, 'GitHub did not describe run 7 (422): Some words', /report it/],
  ])('is a refusal: %i is not tried again', async (status, message, hint) => {
    lab.github.failNext(RUN, apiError(status, 'Some words'))
    const { requests, outcome } = await countRequests(readRun)
    expect(requests).toBe(1)
    expect(outcome).toMatchObject({ code: 'github-failed', message, hint: expect.stringMatching(hint) })
  })

  it('404 says that it may be a permission, where the thing must be there', async () => {
    lab.github.failNext(/^GET \/repos\/octo\/lab$/, apiError(404, 'Not Found'))
    await expect(lab.client.runsApi.repository()).rejects.toMatchObject({
      message: 'GitHub found nothing when asked to describe the repository (404)',
      hint: 'it is gone, or the job lacks the permission contents: read',
    })
  })

  it('a limit that is over soon is waited for, once', async () => {
    // The client waits until the time that the answer names and a second; a second is 5 ms here.
    const soon = Math.floor(Date.now() / 1000) + 30
    lab.github.failNext(RUN, spent(soon))
    expect(await countRequests(readRun)).toStrictEqual({ requests: 2, outcome: 'ok' })
    lab.github.failNext(RUN, spent(soon), 2)
    const { requests, outcome } = await countRequests(readRun)
    expect(requests).toBe(2)
    expect(outcome).toMatchObject({ code: 'github-failed' })
  })

  it('a limit that lasts is an error at once, which says until when', async () => {
    const later = Math.floor(Date.now() / 1000) + 1800
    lab.github.failNext(RUN, spent(later))
    const { requests, outcome } = await countRequests(readRun)
    const time = new Date(later * 1000).toISOString().slice(11, 16)
    expect({ requests, outcome }).toMatchObject({
      requests: 1,
      outcome: { message: `GitHub did not describe run 7 (403): the requests of this token are used up until ${time} UTC` },
    })
  })

  it.each([
    [30, 2, 'ok'],
    [300, 1, 'GitHub asks for a pause (429, secondary rate limit) and did not describe run 7'],
  ])('a pause of %i s that GitHub asks for (secondary limit) takes %i requests: %s', async (seconds, requests, outcome) => {
    const fault = {
      ...apiError(429, 'You have exceeded a secondary rate limit. Please wait a few minutes.'),
      headers: { 'retry-after': String(seconds) },
    }
    lab.github.failNext(RUN, fault)
    const counted = await countRequests(readRun)
    expect({ requests: counted.requests, outcome: counted.outcome === 'ok' ? 'ok' : toError(counted.outcome).message }).toStrictEqual({
      requests,
      outcome,
    })
  })

  it.each([
    ['a page of a proxy', { status: 200, headers: { 'content-type': 'text/html' }, bytes: Buffer.from('<h1>Log in</h1>') }, 'its answer'],
    ['another shape', { status: 200, json: { id: '7' } }, 'id in its answer'],
    [
      'an id beyond what a number holds',
      { status: 200, headers: { 'content-type': 'application/json' }, bytes: Buffer.from('{"id":99999999999999999999}') },
      'id in its answer',
    ],
  ])('%s instead of an answer is said to be none', async (_what, answer, what) => {
    lab.github.failNext(RUN, answer)
    await expect(readRun()).rejects.toMatchObject({
      code: 'github-failed',
      message: `GitHub was asked to describe run 7, and ${what} is not understood`,
    })
  })

  it('only the first line of what GitHub says is told, and not all of a long one', async () => {
    lab.github.failNext(RUN, apiError(422, `${'x'.repeat(5000)}\nsecond line`))
    const { outcome } = await countRequests(readRun)
    expect(outcome).toMatchObject({ message: `GitHub did not describe run 7 (422): ${'x'.repeat(200)}…` })
  })

  it('nothing can be asked when the runner names no repository', async () => {
    const context = await readContext(fakeHost({ env: {} }))
    await expect(openGithub('t', context)).rejects.toMatchObject({ code: 'usage' })
  })
})
