import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'
import { toError } from '../../../src/errors.js'
import { apiError, type Answer, type Question } from './answer.js'
import { createBlobStore } from './blobs.js'
import { readApiDescription } from './openapi.js'
import { openRepositoryApi } from './repository.js'
import { createResultsService, type StoredArtifact } from './twirp.js'

export type { StoredArtifact } from './twirp.js'

export interface FakeGitHubOptions {
  /** `owner/name`, and the git repository that answers for it. */
  readonly repository: { readonly name: string; readonly folder: string }
  /** The token that may read; every other one gets 401. */
  readonly token: string
}

/** GitHub's REST API, results service and blob storage in one process on the loopback. */
export interface FakeGitHub {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** What a job's environment holds on a runner for the workflow run `run`. */
  runtimeEnvironment(run: number): Readonly<Record<string, string>>
  artifacts(): readonly StoredArtifact[]
  /** The zip of an artifact. */
  download(artifact: StoredArtifact): Buffer
  /** Each request as `METHOD /path?query STATUS`, signatures left out. */
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
  const description = readApiDescription()
  const blobs = createBlobStore(() => url)
  const results = createResultsService(blobs)
  const repository = openRepositoryApi(options.repository.name, options.repository.folder)
  const prefix = `/repos/${options.repository.name}`

  function rest(question: Question): Answer {
    const { pathname, searchParams } = question.url
    if (question.headers.authorization?.replace(/^(?:token|bearer) /i, '') !== options.token) return apiError(401, 'Bad credentials')
    violations.push(
      ...description.requestProblems(question.method, pathname, searchParams).map((text) => `${question.method} ${pathname}: ${text}`),
    )
    if (!pathname.startsWith(`${prefix}/`)) return apiError(404, 'Not Found')
    const path = decodeURIComponent(pathname.slice(prefix.length))
    if (path.startsWith('/compare/')) return repository.compare(path.slice('/compare/'.length))
    if (path.startsWith('/contents/')) {
      return repository.contents(path.slice('/contents/'.length), searchParams.get('ref'), question.headers.accept ?? '')
    }
    return apiError(404, 'Not Found')
  }

  function answer(question: Question): Answer {
    const { pathname } = question.url
    if (pathname.startsWith('/blob/')) return blobs.answer(question)
    if (pathname.startsWith('/twirp/')) {
      const run = runOf(question.headers.authorization)
      if (run === null) return { status: 401, json: { code: 'unauthenticated', msg: 'no runtime token' } }
      const method = pathname.split('.').at(-1) ?? ''
      return results.answer(method, JSON.parse(question.body.toString('utf8')), run)
    }
    const given = rest(question)
    const template = description.template(question.method, pathname)
    if (template !== null && given.json !== undefined && given.status !== 401) {
      violations.push(
        ...description.answerProblems(question.method, template, given.status, given.json).map((text) => `${pathname}: ${text}`),
      )
    }
    return given
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET'
    const asked = new URL(request.url ?? '/', 'http://127.0.0.1')
    let given: Answer
    try {
      given = answer({ method, url: asked, headers: request.headers, body: await read(request) })
    } catch (error) {
      violations.push(`${method} ${asked.pathname}: ${toError(error).message}`)
      given = { status: 500, json: { message: toError(error).message } }
    }
    asked.searchParams.delete('sig')
    requests.push(`${method} ${asked.pathname}${asked.search} ${given.status}`)
    send(response, given, method)
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
