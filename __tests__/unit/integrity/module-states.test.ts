import { describe, expect, it } from '@jest/globals'
import type { Host, ModuleHash } from '../../../src/host/index.js'
import { readModuleStates } from '../../../src/integrity/module-states.js'
import { fakeHashing, fakeHost, memoryFiles, type MemoryFiles } from '../../../src/testing/index.js'

const SOUND = `h1:${'A'.repeat(43)}=`
const HALF = `h1:${'B'.repeat(43)}=`
const MODULE = { path: 'example.com/Words', version: 'v1.0.0' }
const FOLDER = '/mod/example.com/!words@v1.0.0'
const BESIDE = '/mod/cache/download/example.com/!words/@v/v1.0.0'

/** A cache in which the directory hashes to these, one look after the other. */
function hostOf(looks: readonly string[], onLook: (files: MemoryFiles) => Promise<void> = async () => Promise.resolve()): Host {
  const files = memoryFiles({ [`${FOLDER}/words.go`]: 'package words\n', [`${BESIDE}.ziphash`]: SOUND })
  const rest = [...looks]
  const directory = async (): Promise<ModuleHash | null> => {
    await onLook(files)
    return { h1: rest.shift() ?? null, fault: null, files: 1, bytes: 1 }
  }
  return fakeHost({ files, hashing: { ...fakeHashing(), directory } })
}

async function directoryOf(host: Host): Promise<string | null | undefined> {
  const [state] = await readModuleStates(host, '/mod', [MODULE])
  return state?.directory === null ? null : state?.directory.h1
}

describe('a module directory that another go command extracts at this moment', () => {
  it('is taken for none, as go takes it, while its marker is there', async () => {
    expect(await directoryOf(hostOf([HALF, HALF], async (files) => files.writeAtomically(`${BESIDE}.partial`, '')))).toBeNull()
  })

  it('is looked at again when it was extracted during the look', async () => {
    expect(await directoryOf(hostOf([HALF, SOUND]))).toBe(SOUND)
  })

  it('is what it is when it stays so', async () => {
    expect(await directoryOf(hostOf([HALF, HALF]))).toBe(HALF)
    expect(await directoryOf(hostOf([SOUND]))).toBe(SOUND)
  })
})
