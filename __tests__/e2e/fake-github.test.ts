import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
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

  beforeAll(async () => {
    execFileSync('git', ['init', '-q', '-b', 'main', folder])
    commit('go.mod', 'module example.com/x\n')
    execFileSync('git', ['-C', folder, 'checkout', '-q', '-b', 'change'])
    commit('.goparity/baseline.json', '{"changed":true}\n')
    execFileSync('git', ['-C', folder, 'checkout', '-q', 'main'])
    commit('README', 'moved on\n')
    github = await startFakeGitHub({ repository: { name: 'octo/lab', folder }, token: TOKEN })
  })

  afterAll(async () => {
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
})
