import { describe, expect, it } from '@jest/globals'
import { nodeHost, type Files } from '../../../src/host/index.js'
import { findRoots, type GoValues } from '../../../src/integrity/index.js'

const MODULE: GoValues = { values: { GO111MODULE: '', GOWORK: '', GOMOD: '/p/go.mod' }, origins: {} }

/** A file system that only lists. */
function hostWith(list: Files['list']): ReturnType<typeof nodeHost> {
  const { files } = nodeHost()
  return nodeHost({
    files: { ...files, list, realPath: async (path) => path, status: async () => ({ kind: 'directory', size: 0, mode: 0o755 }) },
  })
}

describe('findRoots', () => {
  it('stops after 20,000 folders of a tree without end, and says so', async () => {
    let listed = 0
    const host = hostWith(async () => {
      listed++
      return ['a', 'b', 'c'].map((name) => ({ name, kind: 'directory' as const }))
    })
    expect(await findRoots(host, '/p', MODULE)).toMatchObject({ roots: [{ directory: '.' }], complete: false })
    expect(listed).toBe(20_000)
  })

  it('goes on past a folder that may not be read, and says so', async () => {
    const tree: Readonly<Record<string, readonly { name: string; kind: 'file' | 'directory' | 'symlink' }[]>> = {
      '/p': [
        { name: 'closed', kind: 'directory' },
        { name: 'link', kind: 'symlink' },
        { name: 'open', kind: 'directory' },
      ],
      '/p/open': [{ name: 'go.mod', kind: 'file' }],
    }
    const host = hostWith(async (path) => {
      const entries = tree[path]
      if (entries === undefined) throw new Error('permission denied')
      return entries
    })
    expect(await findRoots(host, '/p', MODULE)).toMatchObject({ uncovered: ['open'], complete: false })
  })
})
