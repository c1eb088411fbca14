import { lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { nodeHost } from '../../../src/host/index.js'
import { keepFiles } from '../../../src/integrity/keep-files.js'
import { makeFolder } from '../../support/project.js'

describe('keepFiles', () => {
  it('puts back what was changed, removes what was made, and names both', async () => {
    const folder = makeFolder()
    const [changed, made, kept] = [`${folder}/go.sum`, `${folder}/go.work.sum`, `${folder}/go.mod`]
    writeFileSync(changed, 'before')
    writeFileSync(kept, 'same')
    const { ino } = statSync(kept)
    const { result, restored } = await keepFiles(nodeHost(), [changed, made, kept], async () => {
      writeFileSync(changed, 'after')
      writeFileSync(made, 'new')
      return 42
    })
    expect({ result, restored }).toEqual({ result: 42, restored: [changed, made] })
    expect(readFileSync(changed, 'utf8')).toBe('before')
    expect(await nodeHost().files.status(made)).toBeNull()
    expect(statSync(kept).ino).toBe(ino)
  })

  it('puts files back when the work fails, and lets the failure through', async () => {
    const path = `${makeFolder()}/go.sum`
    writeFileSync(path, 'before')
    const work = async (): Promise<never> => {
      writeFileSync(path, 'after')
      throw new Error('cancelled')
    }
    await expect(keepFiles(nodeHost(), [path], work)).rejects.toThrow('cancelled')
    expect(readFileSync(path, 'utf8')).toBe('before')
  })

  it('writes through a link and leaves the link', async () => {
    const folder = makeFolder()
    writeFileSync(`${folder}/real`, 'before')
    symlinkSync('real', `${folder}/go.sum`)
    await keepFiles(nodeHost(), [`${folder}/go.sum`], async () => {
      writeFileSync(`${folder}/real`, 'after')
    })
    expect(lstatSync(`${folder}/go.sum`).isSymbolicLink()).toBe(true)
    expect(readFileSync(`${folder}/real`, 'utf8')).toBe('before')
  })
})
