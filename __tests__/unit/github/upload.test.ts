import { describe, expect, it } from '@jest/globals'
import { uploadFile, type ArtifactClient } from '../../../src/github/index.js'

/** As @actions/artifact has it, lib/internal/shared/errors. */
class GHESNotSupportedError extends Error {
  override readonly name: string = 'GHESNotSupportedError'
}

function failing(error: Error): () => Promise<ArtifactClient> {
  return async () => ({
    async uploadArtifact() {
      throw error
    },
  })
}

describe('uploadFile', () => {
  it.each([
    '@actions/artifact v2.0.0+, upload-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES.',
    'not supported here',
  ])('names the way out on GitHub Enterprise Server (%s)', async (message) => {
    expect(await uploadFile('/tmp/a.json', 'a', undefined, 'baseline', failing(new GHESNotSupportedError(message)))).toStrictEqual({
      what: 'baseline',
      why: expect.stringMatching(/^GitHub Enterprise Server .*upload-artifact@v3.*download-artifact@v3.* input snapshots$/),
    })
  })

  it('takes the same words for no other error', async () => {
    expect(await uploadFile('/tmp/a.json', 'a', undefined, undefined, failing(new Error('not supported here')))).toStrictEqual({
      what: 'artifact',
      why: 'not supported here',
    })
  })
})
