import { describe, expect, it } from '@jest/globals'
import { openGo } from '../../../src/go/index.js'
import { fakeGo, fakeHost, fakeProcesses, memoryFiles } from '../../../src/testing/index.js'

describe('fakeGo', () => {
  it('answers by arguments and remembers what it was asked', async () => {
    const go = fakeGo(
      [
        { args: ['env', 'GOOS'], stdout: 'linux\n' },
        { args: ([first]) => first === 'build', stderr: 'boom\n', exitCode: 1 },
      ],
      {
        directory: '/p',
        env: { A: '1' },
      },
    )
    expect(await go.run(['env', 'GOOS'])).toMatchObject({ args: ['env', 'GOOS'], exitCode: 0, stdout: { text: 'linux\n', bytes: 6 } })
    expect(await go.in('/p/sub').run(['build', './...'], { env: { B: '2' } })).toMatchObject({ exitCode: 1, stderr: { text: 'boom\n' } })
    expect(go.calls).toStrictEqual([
      { args: ['env', 'GOOS'], cwd: '/p', env: { A: '1' } },
      { args: ['build', './...'], cwd: '/p/sub', env: { A: '1', B: '2' } },
    ])
  })

  it('makes nothing up', async () => {
    await expect(fakeGo([]).run(['mod', 'verify'])).rejects.toThrow('the fake go command has no answer for: go mod verify')
  })
})

describe('fakeHost', () => {
  it('is a machine without programs, on which go is missing', async () => {
    await expect(
      openGo(fakeHost({ files: memoryFiles({ '/project/go.mod': '' }) }), { directory: '/project' }).run(['env']),
    ).rejects.toMatchObject({
      code: 'go-missing',
    })
  })

  it('runs the programs that it is given', async () => {
    const processes = fakeProcesses({ go: (args) => `go ${args.join(' ')}`, cc: () => ({ exitCode: 1, stderr: 'no' }) })
    const host = fakeHost({ processes, files: memoryFiles({ '/project/go.mod': '' }) })
    expect((await openGo(host, { directory: '/project' }).run(['version'])).stdout.text).toBe('go version')
    expect(await processes.run('cc', [], { cwd: '/', env: {} })).toMatchObject({ exitCode: 1, stderr: { text: 'no' } })
    expect(await processes.find('cc', {})).toBe('/usr/bin/cc')
    expect(await processes.find('toString', {})).toBeNull()
  })
})

describe('memoryFiles', () => {
  it('shows its files as text and can refuse to be written', async () => {
    const files = memoryFiles({ '/a': 'x', '/b/c': new TextEncoder().encode('y'), '/l': { link: '/a' } })
    files.failWrites('the disk is full')
    await expect(files.writeAtomically('/a', 'z')).rejects.toThrow('cannot write /a: the disk is full; nothing was changed there')
    expect(files.texts()).toStrictEqual({ '/a': 'x', '/b/c': 'y' })
  })

  it('gives up on links that go in a circle', async () => {
    await expect(memoryFiles({ '/a': { link: '/b' }, '/b': { link: '/a' } }).read('/a')).rejects.toMatchObject({ code: 'ELOOP' })
  })
})
