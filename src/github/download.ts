import { ParityError } from '../errors.js'
import type { Asker } from './ask.js'
import { githubError, isPassing } from './failure.js'

const RETRIES = 2

function isStream(value: unknown): value is AsyncIterable<Uint8Array> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

async function readBounded(body: unknown, length: number | null, maxBytes: number, tooLarge: ParityError): Promise<Uint8Array> {
  if (!isStream(body)) throw new TypeError('the answer has no body')
  const chunks: Uint8Array[] = []
  let size = length ?? 0
  let read = 0
  // Leaving the loop ends the connection: nothing more is sent.
  for await (const chunk of body) {
    read += chunk.length
    size = Math.max(size, read)
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  if (length !== null && read !== length) throw new TypeError('the connection ended early')
  return Buffer.concat(chunks)
}

/**
 * Fetches the zip of an artifact: GitHub names a signed address on another host, and the token does not go there.
 * Rejects with `github-failed`; for more than `maxBytes` before they are read.
 */
export async function downloadArtifact(asker: Asker, artifactId: number, maxBytes: number): Promise<Uint8Array> {
  const purpose = { to: `download artifact ${String(artifactId)}`, needs: 'actions: read' }
  const tooLarge = new ParityError(
    'github-failed',
    `artifact ${String(artifactId)} is larger than the ${String(maxBytes)} bytes that are read`,
    'it is not as goparity writes it',
  )
  for (let attempt = 1; ; attempt += 1) {
    // The address is good for a short time only: each attempt asks for its own.
    const address = await asker.locate({
      ...purpose,
      route: 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
      parameters: { artifact_id: artifactId, archive_format: 'zip' },
    })
    try {
      const { length, body } = await asker.open(address)
      return await readBounded(body, length, maxBytes, tooLarge)
    } catch (error) {
      if (error === tooLarge || attempt > RETRIES || !isPassing(error)) throw githubError(error, purpose)
      await new Promise((resume) => setTimeout(resume, attempt ** 2 * asker.secondMs))
    }
  }
}
