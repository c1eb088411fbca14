import { execFileSync } from 'node:child_process'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { makeFolder, writeTree } from '../support/project.js'
import { startFakeGitHub, type FakeGitHub } from './fake-github/index.js'

const TOKEN = 'ghs_fake'

describe('the fake GitHub of the end-to-end tests', () => {
  const folder = makeFolder()
  const commits: string[] = []
  let github: FakeGitHub

  function commit(file: string, text: string): void {
    writeTree(folder, { [file]: text })
    execFileSync('git', ['-C', folder, 'add', '.'])
    execFileSync('git', ['-C', folder, '-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', 'commit', '-q', '-m', `write ${file}`])
    commits.push(execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim())
  }

  async function get(path: string, token = TOKEN): Promise<{ readonly status: number; readonly json: unknown }> {
    const response = await fetch(`${github.url}${path}`, { headers: { authorization: `token ${token}` } })
    return { status: response.status, json: await response.json() }
  }

  beforeAll(() => {
    execFileSync('git', ['init', '-q', '-b', 'main', folder])
    commit('go.mod', 'module example.com/x\n')
    execFileSync('git', ['-C', folder, 'checkout', '-q', '-b', 'change'])
    commit('.goparity/baseline.json', '{"changed":true}\n')
    execFileSync('git', ['-C', folder, 'checkout', '-q', 'main'])
    commit('README', 'moved on\n')
  })

  beforeEach(async () => {
    github = await startFakeGitHub({
      repository: { name: 'octo/lab', folder },
      token: TOKEN,
      tokens: { ghs_reader: { read: true, checks: false }, ghs_nobody: { read: false, checks: false } },
    })
  })

  afterEach(async () => {
    await github.close()
  })

  it('compares two commits as the description of the API says', async () => {
    const { status, json } = await get('/repos/octo/lab/compare/main...change')
    expect(status).toBe(200)
    expect(json).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      merge_base_commit: { sha: commits[0] },
      files: [{ filename: '.goparity/baseline.json', status: 'added' }],
    })
    expect(github.violations).toStrictEqual([])
  })

  it('gives a file as it was in a commit, and 404 where it was not', async () => {
    const there = await get(`/repos/octo/lab/contents/.goparity/baseline.json?ref=${commits[1] ?? ''}`)
    const { content } = v.parse(v.object({ content: v.string() }), there.json)
    expect(Buffer.from(content, 'base64').toString('utf8')).toBe('{"changed":true}\n')
    const before = await get(`/repos/octo/lab/contents/.goparity/baseline.json?ref=${commits[0] ?? ''}`)
    expect(before.status).toBe(404)
    expect(github.violations).toStrictEqual([])
  })

  it('lets nobody in without the token', async () => {
    expect((await get('/repos/octo/lab/contents/go.mod', 'ghs_other')).status).toBe(401)
  })

  it('notes a request that the description does not know', async () => {
    await get('/repos/octo/lab/contents/go.mod?reff=main')
    expect(github.violations).toStrictEqual(['GET /repos/octo/lab/contents/go.mod: query reff is not known'])
  })

  async function post(body: unknown, token = TOKEN): Promise<number> {
    const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
    return (await fetch(`${github.url}/repos/octo/lab/check-runs`, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }

  it.each([
    [50, 201, []],
    [51, 422, [expect.stringContaining('must NOT have more than 50 items')]],
  ])('answers a check run with %i annotations as GitHub does: %i', async (count, status, violations) => {
    const one = { path: 'a.go', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'x' }
    const output = { title: 't', summary: 's', annotations: Array.from({ length: count }, () => one) }
    expect(await post({ name: 'x', head_sha: 'a'.repeat(40), output })).toBe(status)
    expect(github.violations).toStrictEqual(violations)
    expect(github.checks()).toHaveLength(status === 201 ? 1 : 0)
  })

  it('refuses to write for who may only read, and to read for who may not even that', async () => {
    expect(await post({ name: 'x', head_sha: 'a'.repeat(40) }, 'ghs_reader')).toBe(403)
    expect((await get('/repos/octo/lab', 'ghs_reader')).status).toBe(200)
    expect(await get('/repos/octo/lab', 'ghs_nobody')).toMatchObject({
      status: 403,
      json: { message: 'Resource not accessible by integration' },
    })
    expect(github.violations).toStrictEqual([])
  })

  it('notices a token that reaches the storage', async () => {
    const id = github.placeArtifact({ run: 1, name: 'a', zip: Buffer.from('x') })
    const headers = { authorization: `token ${TOKEN}` }
    const given = await fetch(`${github.url}/repos/octo/lab/actions/artifacts/${String(id)}/zip`, { headers, redirect: 'manual' })
    expect(given.status).toBe(302)
    const address = given.headers.get('location') ?? ''
    expect(await (await fetch(address)).text()).toBe('x')
    expect(github.violations).toStrictEqual([])
    await fetch(address, { headers })
    expect(github.violations).toStrictEqual([`GET /blob/artifact-${String(id)}: a token was sent to the blob storage`])
  })

  it('fails as it was told, so many times, and then no more', async () => {
    github.failNext(/^GET \/repos\/octo\/lab$/, { status: 502 }, 2)
    const ask = async (): Promise<number> =>
      (await fetch(`${github.url}/repos/octo/lab`, { headers: { authorization: `token ${TOKEN}` } })).status
    expect([await ask(), await ask(), await ask()]).toStrictEqual([502, 502, 200])
    github.failNext(/\/lab$/, 'reset')
    await expect(ask()).rejects.toThrow('fetch failed')
  })
})
