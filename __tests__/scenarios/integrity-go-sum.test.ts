import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf } from '../support/project.js'
import { APP, goDo, layersOf, makeProject, MODULES, verifyOne } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const WRONG = goSumOf(MODULES).replace(/(words v1\.0\.0 h1:)..../, '$1AAAA')

describe('a wrong zip line in go.sum', () => {
  it.each(['cold', 'warm'] as const)('is refused with a %s module cache, and nothing runs after the download', async (cache) => {
    const project = makeProject(APP)
    if (cache === 'warm') await goDo(project, ['mod', 'download'])
    await project.host.files.writeAtomically(`${project.app}/go.sum`, WRONG)
    const verified = await verifyOne(project)
    expect(verified.failed?.args).toEqual(['mod', 'download', '-json'])
    expect(verified.failed?.stderr.text).toContain('verifying example.com/words@v1.0.0: checksum mismatch')
    expect(verified.mayBuild).toBe(false)
    // How far go came with the other modules before it ended is chance.
    const layers = layersOf(verified).slice(0, 4)
    expect(layers[0]).toBe('go.sum ok 0/4')
    expect(layers[1]).toMatch(/^ziphash failed 1\/[12]$/)
    expect(layers.slice(2).filter((layer) => !/ (?:ok 0|unknown 0)\//.test(layer))).toEqual([])
    expect(verified.integrity.outcome).toBe('failed')
    // What follows is a fetch into a place of its own, to tell who is right.
    expect(project.ran.filter((args) => /^(?:mod verify|mod vendor|build)/.test(args))).toEqual([])
    expect(verified.evidence.map(({ args }) => args.join(' '))).toEqual(['mod download -json'])
  })
})

describe('a wrong go.mod line in go.sum', () => {
  it('fails the go.mod layer', async () => {
    const wrong = goSumOf(MODULES).replace(/(words v1\.0\.0\/go\.mod h1:)..../, '$1AAAA')
    const verified = await verifyOne(makeProject({ ...APP, 'go.sum': wrong }))
    expect(layersOf(verified)[4]).toBe('go.mod failed 1/1')
    expect(verified).toMatchObject({ mayBuild: false, integrity: { outcome: 'failed' } })
  })
})

describe('a go.sum that contradicts itself', () => {
  it('is a finding at the conflict marker, and no go command runs on it', async () => {
    const [first = '', ...rest] = goSumOf(MODULES).split('\n')
    const conflict = ['<<<<<<< HEAD', first, '=======', '>>>>>>> branch', ...rest].join('\n')
    const project = makeProject({ ...APP, 'go.sum': conflict })
    const verified = await verifyOne(project)
    expect(layersOf(verified)[0]).toBe('go.sum failed 1/7')
    expect(verified).toMatchObject({ mayBuild: false, failed: null, evidence: [] })
    expect(project.ran.filter((args) => !args.startsWith('env'))).toEqual([])
  })

  it('is a finding when two hashes stand for one version, which go itself accepts', async () => {
    const twice = goSumOf(MODULES) + (WRONG.split('\n').find((line) => line.includes('words v1.0.0 ')) ?? '') + '\n'
    const project = makeProject({ ...APP, 'go.sum': twice })
    await goDo(project, ['mod', 'download'])
    const verified = await verifyOne(project)
    expect(layersOf(verified)[0]).toBe('go.sum failed 1/5')
    expect(verified.mayBuild).toBe(false)
  })
})
