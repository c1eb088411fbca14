import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'

describe('what a change touches', () => {
  let lab: Lab
  let base = ''

  beforeAll(async () => {
    lab = await openLab()
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`keep/${String(index)}.go`, `package p${String(index)}\n`]))
    base = lab.commit({
      ...many,
      'go.mod': 'module m\n\ngo 1.24\n',
      'gone.go': 'package m // gone\n',
      'old.go': 'package m // a name that stays\n',
    })
  })

  afterAll(async () => {
    await lab.close()
  })

  it('names files with their new lines as of the merge base, and the old place of what moved', async () => {
    lab.git('checkout', '-q', '-b', 'change', base)
    lab.git('rm', '-q', 'gone.go')
    lab.git('mv', 'old.go', 'new.go')
    const head = lab.commit({ 'go.mod': 'module m\n\ngo 1.25\n\nrequire example.com/x v1.0.0\n', 'added.go': 'package m\n' })
    lab.git('checkout', '-q', 'main')
    const main = lab.commit({ 'elsewhere.txt': 'main moved on\n' })
    const { mergeBase, files, complete } = await lab.client.changedFiles(main, head)
    expect({ mergeBase, complete }).toStrictEqual({ mergeBase: base, complete: true })
    expect(files.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toStrictEqual([
      { path: 'added.go', status: 'added', added: [{ line: 1, text: 'package m' }] },
      {
        path: 'go.mod',
        status: 'modified',
        added: [
          { line: 3, text: 'go 1.25' },
          { line: 4, text: '' },
          { line: 5, text: 'require example.com/x v1.0.0' },
        ],
      },
      { path: 'gone.go', status: 'removed', added: [] },
      { path: 'new.go', status: 'renamed', added: [] },
      { path: 'old.go', status: 'removed', added: [] },
    ])
  })

  it.each([
    [299, true],
    [300, false],
    [301, false],
  ])('of %i files says that they are all: %j', async (count, complete) => {
    lab.git('checkout', '-q', '-B', 'large', base)
    const head = lab.commit(Object.fromEntries(Array.from({ length: count }, (_, index) => [`f/${String(index)}.txt`, 'x\n'])))
    const change = await lab.client.changedFiles(base, head)
    expect({ files: change.files.length, complete: change.complete }).toStrictEqual({ files: Math.min(count, 300), complete })
  })

  it('rejects commits that GitHub does not know', async () => {
    await expect(lab.client.changedFiles(base, 'f'.repeat(40))).rejects.toMatchObject({
      code: 'github-failed',
      message: `GitHub found nothing when asked to compare ${base.slice(0, 12)} with ffffffffffff (404)`,
    })
  })

  it('finds the open pull requests whose newest commit it is, of that owner and branch', async () => {
    const [head, older] = ['c'.repeat(40), 'd'.repeat(40)]
    const onto = { ref: 'main', sha: base }
    lab.github.registerPull({ number: 1, base: onto, head: { owner: 'mallory', ref: 'main', sha: head } })
    lab.github.registerPull({ number: 2, base: { ref: 'v1', sha: base }, head: { owner: 'mallory', ref: 'main', sha: head } })
    lab.github.registerPull({ number: 3, base: onto, head: { owner: 'mallory', ref: 'main', sha: older } })
    lab.github.registerPull({ number: 4, state: 'closed', base: onto, head: { owner: 'mallory', ref: 'main', sha: head } })
    lab.github.registerPull({ number: 5, base: onto, head: { owner: 'octo', ref: 'main', sha: head } })
    expect(await lab.client.pullRequestsOf(head, 'mallory', 'main')).toStrictEqual([
      { number: 1, baseSha: base, baseRef: 'main', headSha: head },
      { number: 2, baseSha: base, baseRef: 'v1', headSha: head },
    ])
    expect(await lab.client.pullRequestsOf(head, 'nobody', 'a&state=all#x')).toStrictEqual([])
  })

  it('reads the merge base, and files as of a commit', async () => {
    const head = lab.git('rev-parse', 'change')
    const main = lab.git('rev-parse', 'main')
    expect(await lab.client.mergeBase(`${main}...${head}`)).toBe(base)
    expect(await lab.client.readFile('go.mod', base)).toBe('module m\n\ngo 1.24\n')
    expect(await lab.client.readFile('added.go', base)).toBeNull()
  })
})
