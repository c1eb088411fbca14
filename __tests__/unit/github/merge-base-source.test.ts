import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mergeBaseSource, readContext, type GithubContext } from '../../../src/github/index.js'
import { fakeHost, memoryFiles } from '../../../src/testing/index.js'

const BASE = 'a'.repeat(40)
const HEAD = 'b'.repeat(40)
const MERGE = 'c'.repeat(40)

const requests: { readonly url: string; readonly accept: string; readonly authorization: string }[] = []
let files: Readonly<Record<string, string>> = {}
let mergeBase: unknown = MERGE
let server: Server
let origin = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? ''
    requests.push({ url, accept: request.headers.accept ?? '', authorization: request.headers.authorization ?? '' })
    const path = /^\/repos\/octo\/lab\/contents\/([^?]*)\?ref=(\w+)$/.exec(url)
    if (url.startsWith(`/repos/octo/lab/compare/`)) {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ merge_base_commit: { sha: mergeBase } }))
      return
    }
    const text = path === null ? undefined : files[decodeURIComponent(path[1] ?? '')]
    response.statusCode = text === undefined ? 404 : 200
    response.setHeader('content-type', text === undefined ? 'application/json' : 'application/vnd.github.raw; charset=utf-8')
    response.end(text ?? '{"message":"Not Found"}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${String(address.port)}` : ''
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
})

async function contextOf(event: unknown): Promise<GithubContext> {
  const env = { GITHUB_EVENT_PATH: '/e', GITHUB_REPOSITORY: 'octo/lab', GITHUB_API_URL: origin, GITHUB_EVENT_NAME: 'pull_request' }
  return readContext(fakeHost({ env, files: memoryFiles({ '/e': JSON.stringify(event) }) }))
}

const pullRequest = { pull_request: { base: { sha: BASE }, head: { sha: HEAD } } }

describe('mergeBaseSource', () => {
  it('reads the file at the merge base that GitHub names', async () => {
    files = { '.goparity/baseline.json': '{"big":"ünï"}\n' }
    requests.length = 0
    const source = mergeBaseSource(await contextOf(pullRequest), 't0ken')
    expect(await source?.('.goparity/baseline.json')).toStrictEqual({ commit: MERGE, text: '{"big":"ünï"}\n' })
    expect(requests.map(({ url }) => decodeURIComponent(url))).toStrictEqual([
      `/repos/octo/lab/compare/${BASE}...${HEAD}?per_page=1&page=2`,
      `/repos/octo/lab/contents/.goparity/baseline.json?ref=${MERGE}`,
    ])
    expect(requests[1]?.accept).toContain('raw')
    expect(requests[0]?.authorization).toBe('token t0ken')
  })

  it('says that the file is not there', async () => {
    files = {}
    const source = mergeBaseSource(await contextOf(pullRequest), 't')
    expect(await source?.('.goparity/baseline.json')).toStrictEqual({ commit: MERGE, text: null })
  })

  it('rejects a merge base that is no commit', async () => {
    mergeBase = '../../x'
    try {
      await expect(mergeBaseSource(await contextOf(pullRequest), 't')?.('x')).rejects.toThrow('GitHub named no merge base')
    } finally {
      mergeBase = MERGE
    }
  })

  it('is not there outside a pull request or without a token', async () => {
    expect(mergeBaseSource(await contextOf({}), 't')).toBeUndefined()
    expect(mergeBaseSource(await contextOf(pullRequest), undefined)).toBeUndefined()
  })
})
