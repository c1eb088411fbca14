import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { uploadFile } from '../../src/github/index.js'
import { openLab, type Lab } from '../e2e/fake-github/lab.js'
import { makeFolder } from '../support/project.js'

describe('the upload of an artifact, by the real client', () => {
  let lab: Lab
  const file = join(makeFolder(), 'report.json')
  const before = { ...process.env }

  beforeAll(async () => {
    lab = await openLab()
    writeFileSync(file, '{"a":1}\n')
    Object.assign(process.env, lab.github.runtimeEnvironment(77))
  })

  afterAll(async () => {
    for (const key of Object.keys(lab.github.runtimeEnvironment(77))) {
      const value = before[key]
      if (value === undefined) delete process.env[key]
      else process.env[key] = value
    }
    await lab.close()
  })

  beforeEach(() => {
    // The client tells the runner's log all it does.
    jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  })

  it('arrives whole, under its name, and can be read back through the API with its digest', async () => {
    const uploaded = await uploadFile(file, 'goparity-report-1', 5, 'artifact with the report')
    const [found] = await lab.client.runsApi.artifacts(77, 'goparity-report-')
    expect(uploaded).toStrictEqual({ name: 'goparity-report-1', id: found?.id })
    const zip = await lab.client.runsApi.download(found?.id ?? 0, 10_000)
    expect(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)])).toStrictEqual([['report.json', '{"a":1}\n']])
    expect(found?.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('of a name that the run has already is a degrade that says which', async () => {
    expect(await uploadFile(file, 'goparity-twice-1', undefined, 'artifact with the report')).toMatchObject({ name: 'goparity-twice-1' })
    expect(await uploadFile(file, 'goparity-twice-1', undefined, 'artifact with the report')).toStrictEqual({
      what: 'artifact with the report',
      why: expect.stringMatching(/^this run already has an artifact goparity-twice-1: .* artifact-prefix$/),
    })
    expect(lab.github.artifacts().filter(({ name }) => name === 'goparity-twice-1')).toHaveLength(1)
  })
})
