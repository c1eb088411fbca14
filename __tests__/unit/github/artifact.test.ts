import { describe, expect, it } from '@jest/globals'
import { artifactName, uploadSnapshot, type ArtifactClient } from '../../../src/github/index.js'
import { identifyJob } from '../../../src/snapshot/index.js'

function nameOf(matrix: string, job: string = 'build', attempt: string = '1'): string {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_JOB: job, GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/ci.yml@refs/heads/main' }
  return artifactName('goparity-', identifyJob(env, { matrix, hostLabel: 'h' }), attempt)
}

describe('artifactName', () => {
  it('differs between matrix values that look alike', () => {
    const legs = ['{"go":1.2}', '{"go":"1.2"}', '{"go":"1.20"}', '{"go":true}', '{"go":"true"}', '{"go":null}', '{"g":"o1.2"}', '{}']
    const names = legs.map((leg) => nameOf(leg))
    expect(new Set(names).size).toBe(legs.length)
    expect(nameOf('{"go":1.20}')).toBe(nameOf('{"go":1.2}'))
  })

  it('does not depend on the order of the axes', () => {
    expect(nameOf('{"a":1,"b":2}')).toBe(nameOf('{"b":2,"a":1}'))
  })

  it('differs between jobs and attempts', () => {
    expect(new Set([nameOf('{}'), nameOf('{}', 'other'), nameOf('{}', 'build', '2')]).size).toBe(3)
  })

  it.each(['build', 'a/b: c', 'ünï ⌘', '', '..', 'x'.repeat(500)])('holds only allowed characters for a job called %j', (job) => {
    expect(nameOf('{"os":"🐧"}', job)).toMatch(/^[A-Za-z0-9._-]{1,120}$/)
  })
})

function client(upload: ArtifactClient['uploadArtifact']): () => Promise<ArtifactClient> {
  return async () => ({ uploadArtifact: upload })
}

describe('uploadSnapshot', () => {
  it('uploads one file under its name and gives the id', async () => {
    const calls: unknown[] = []
    const upload = client(async (...args) => {
      calls.push(args)
      return { id: 42 }
    })
    expect(await uploadSnapshot('/tmp/x/a.json', 'a', 5, upload)).toStrictEqual({ name: 'a', id: 42 })
    expect(await uploadSnapshot('/tmp/x/a.json', 'a', undefined, upload)).toStrictEqual({ name: 'a', id: 42 })
    expect(calls).toStrictEqual([
      ['a', ['/tmp/x/a.json'], '/tmp/x', { retentionDays: 5 }],
      ['a', ['/tmp/x/a.json'], '/tmp/x', {}],
    ])
  })

  it.each([
    [
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists',
      /already has an artifact name-1: .* artifact-prefix$/,
    ],
    ['@actions/artifact v2.0.0+, upload-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES.', /Enterprise Server/],
    ['Unable to get the ACTIONS_RUNTIME_TOKEN env variable', /this runner offers no artifact service/],
    ['socket hang up\nat somewhere', /^socket hang up$/],
  ])('turns the failure %j into a degrade', async (message, why) => {
    const upload = client(async () => {
      throw new Error(message)
    })
    expect(await uploadSnapshot('/tmp/a.json', 'name-1', undefined, upload)).toStrictEqual({
      what: 'artifact with the snapshot',
      why: expect.stringMatching(why),
    })
  })

  it('does not fail when the client cannot be loaded', async () => {
    const result = await uploadSnapshot('/tmp/a.json', 'a', undefined, async () => {
      throw new TypeError('no such module')
    })
    expect(result).toMatchObject({ why: 'no such module' })
  })
})
