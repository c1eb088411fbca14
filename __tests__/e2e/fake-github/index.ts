import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import * as v from 'valibot'
import { toError } from '../../../src/errors.js'
import { createActionsApi, type DeclaredRun } from './actions.js'
import type { Answer, Question } from './answer.js'
import { createBlobStore } from './blobs.js'
import { createChecksApi, type StoredCheck } from './checks.js'
import { createFaults, type Fault } from './faults.js'
import { readApiDescription } from './openapi.js'
import { createPullsApi, type DeclaredPull } from './pulls.js'
import { openRepositoryApi } from './repository.js'
import { createRest, type TokenRights } from './rest.js'
import { createResultsService, type PlacedArtifact, type StoredArtifact } from './twirp.js'

export type { DeclaredRun } from './actions.js'
export type { StoredCheck } from './checks.js'
export type { Fault } from './faults.js'
export type { DeclaredPull } from './pulls.js'
export type { TokenRights } from './rest.js'
export type { PlacedArtifact, StoredArtifact } from './twirp.js'

export interface FakeGitHubOptions {
  /** `owner/name`, the git repository that answers for it, its id (default 1) and its default branch (default main). */
  readonly repository: { readonly name: string; readonly folder: string; readonly id?: number; readonly defaultBranch?: string }
  /** The token that may do everything; one that is neither this nor among `tokens` gets 401. */
  readonly token: string
  /** Tokens that may do less. */
  readonly tokens?: Readonly<Record<string, TokenRights>>
}

/** GitHub's REST API, results service and blob storage in one process on the loopback. */
export interface FakeGitHub {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** What a job's environment holds on a runner for the workflow run `run`. */
  runtimeEnvironment(run: number): Readonly<Record<string, string>>
  registerRun(run: DeclaredRun): void
  registerPull(pull: DeclaredPull): void
  artifacts(): readonly StoredArtifact[]
  /** The zip of an artifact. */
  download(artifact: StoredArtifact): Buffer
  /** Gives the id. */
  placeArtifact(artifact: PlacedArtifact): number
  expireArtifact(id: number): void
  deleteArtifact(id: number): void
  checks(): readonly StoredCheck[]
  /** The next requests (default one) whose `METHOD /path?query` the pattern finds go wrong. */
  failNext(pattern: RegExp, fault: Fault, times?: number): void
  /** Each request as `METHOD /path?query STATUS`, signatures left out; the status of a broken connection is `reset`. */
  readonly requests: readonly string[]
  /** Requests or answers that GitHub's own description of its API refuses, and faults of this fake. Empty in a good test. */
  readonly violations: readonly string[]
  close(): Promise<void>
}

const Claims = v.object({ scp: v.pipe(v.string(), v.regex(/^Actions\.Results:\d+:\d+$/)) })

/** The workflow run in a runtime token; null for a token that the results service would refuse. */
function runOf(authorization: string | undefined): string | null {
  const payload = authorization?.split(' ')[1]?.split('.')[1]
  if (payload === undefined) return null
  const claims = v.safeParse(v.pipe(v.string(), v.parseJson(), Claims), Buffer.from(payload, 'base64url').toString('utf8'))
  return claims.success ? (claims.output.scp.split(':')[1] ?? null) : null
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function send(response: ServerResponse, answer: Answer, method: string): void {
  if (answer.chunks !== undefined) {
    response.writeHead(answer.status, answer.headers)
    const body = Readable.from(answer.chunks)
    // Whoever has read enough hangs up: nothing more is made then.
    response.once('close', () => body.destroy())
    // Chunks that end with an error are a connection that breaks.
    body.once('error', () => response.destroy())
    body.pipe(response)
    return
  }
  const bytes = answer.json === undefined ? (answer.bytes ?? Buffer.alloc(0)) : Buffer.from(JSON.stringify(answer.json))
  const type = answer.json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  response.writeHead(answer.status, { ...type, 'content-length': String(bytes.length), ...answer.headers })
  response.end(method === 'HEAD' ? undefined : bytes)
}

function tokenPart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  let url = ''
  const requests: string[] = []
  const violations: string[] = []
  const note = (violation: string): void => {
    violations.push(violation)
  }
  const { name, folder, id = 1, defaultBranch = 'main' } = options.repository
  const description = readApiDescription()
  const faults = createFaults()
  const blobs = createBlobStore(() => url)
  const results = createResultsService(blobs)
  const actions = createActionsApi(description, results, blobs, id)
  const checks = createChecksApi(description)
  const pulls = createPullsApi(description)
  const repository = openRepositoryApi(description, { name, folder, id, defaultBranch })
  const tokens = { ...options.tokens, [options.token]: { read: true, checks: true } }
  const rest = createRest(name, tokens, { description, repository, actions, checks, pulls }, note)

  function answer(question: Question): Answer {
    const { pathname } = question.url
    if (pathname.startsWith('/blob/')) {
      // The signature is all that a blob's host may see of who asks.
      if (question.headers.authorization !== undefined) note(`${question.method} ${pathname}: a token was sent to the blob storage`)
      return blobs.answer(question)
    }
    if (!pathname.startsWith('/twirp/')) return rest(question)
    const run = runOf(question.headers.authorization)
    if (run === null) return { status: 401, json: { code: 'unauthenticated', msg: 'no runtime token' } }
    const method = pathname.split('.').at(-1) ?? ''
    return results.answer(method, JSON.parse(question.body.toString('utf8')), run)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET'
    const asked = new URL(request.url ?? '/', 'http://127.0.0.1')
    const question = { method, url: new URL(asked), headers: request.headers, body: await read(request) }
    asked.searchParams.delete('sig')
    const line = `${method} ${asked.pathname}${asked.search}`
    const fault = faults.take(line)
    let given: Answer
    try {
      given = fault === null || fault === 'lost' ? answer(question) : fault === 'reset' ? { status: 0 } : fault
    } catch (error) {
      note(`${method} ${asked.pathname}: ${toError(error).message}`)
      given = { status: 500, json: { message: toError(error).message } }
    }
    const broken = fault === 'reset' || fault === 'lost'
    requests.push(`${line} ${broken ? 'reset' : given.status}`)
    if (broken) request.socket.destroy()
    else send(response, given, method)
  }

  const server = createServer((request, response) => {
    void serve(request, response)
  })
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}`

  return {
    url,
    requests,
    violations,
    registerRun: (run) => {
      actions.register(run)
    },
    registerPull: (pull) => {
      pulls.register(pull)
    },
    placeArtifact: (artifact) => results.place(artifact),
    expireArtifact: (artifact) => {
      results.expire(artifact)
    },
    deleteArtifact: (artifact) => {
      results.remove(artifact)
    },
    checks: () => checks.all(),
    failNext: (pattern, fault, times = 1) => {
      faults.add(pattern, fault, times)
    },
    artifacts: () => results.artifacts(),
    download(artifact) {
      const zip = blobs.read(`artifact-${artifact.id}`)
      if (zip === undefined) throw new Error(`artifact ${artifact.name} has no bytes`)
      return zip
    },
    runtimeEnvironment(run) {
      return {
        ACTIONS_RESULTS_URL: `${url}/`,
        ACTIONS_RUNTIME_URL: `${url}/`,
        ACTIONS_RUNTIME_TOKEN: `${tokenPart({ alg: 'none', typ: 'JWT' })}.${tokenPart({ scp: `Actions.Results:${run}:${run}`, exp: 4_102_444_800 })}.signature`,
        ACTIONS_CACHE_SERVICE_V2: 'true',
      }
    },
    close: () =>
      new Promise((done, fail) => {
        server.closeAllConnections()
        server.close((error) => {
          if (error === undefined) done()
          else fail(error)
        })
      }),
  }
}
