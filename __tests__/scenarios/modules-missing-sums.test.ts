import { describe, expect, it, jest } from '@jest/globals'
import { APP, goDo, makeProject, readOne, verifyOne } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

/** go.sum without the lines that match. */
function without(pattern: RegExp): string {
  return (APP['go.sum'] ?? '')
    .split('\n')
    .filter((line) => !pattern.test(line))
    .join('\n')
}

describe('lines missing in go.sum', () => {
  it('are named for the zip of a module that only another module needs', async () => {
    const { root } = await readOne(makeProject({ ...APP, 'go.sum': without(/words v1\.0\.0 /) }))
    expect(root.missingSums).toEqual(['example.com/words@v1.0.0'])
    expect(root.modules.find(({ path }) => path === 'example.com/words')).not.toHaveProperty('sum')
  })

  it('are named for a go.mod file', async () => {
    const { root } = await readOne(makeProject({ ...APP, 'go.sum': without(/words v1\.0\.0\/go\.mod/) }))
    expect(root.missingSums).toEqual(['example.com/words@v1.0.0/go.mod'])
  })

  it('are all named when go.sum is not there', async () => {
    const { 'go.mod': goMod = '', 'main.go': main = '' } = APP
    const { root, failed } = await readOne(makeProject({ 'go.mod': goMod, 'main.go': main }))
    expect(failed).toBeNull()
    expect(root.missingSums).toEqual(expect.arrayContaining(['example.com/greet@v1.2.0/go.mod', 'example.com/words@v1.0.0/go.mod']))
    expect(root.modules).toHaveLength(3)
  })

  it('are not asked for where no package of the module is built', async () => {
    const files = { ...APP, 'main.go': 'package main\n\nfunc main() {}\n', 'go.sum': without(/(?:words|greet) v\S+\d /) }
    const project = makeProject(files)
    await goDo(project, ['build', '-o', `${project.folder}/out`, '.'])
    const { root } = await readOne(project)
    expect(root.missingSums).toEqual([])
  })

  it('are an error of the project at its line of go.mod, and do not stay filled in by go mod download', async () => {
    const project = makeProject({ ...APP, 'go.sum': without(/words/) })
    const { findings, integrity, mayBuild, degraded } = await verifyOne(project)
    expect(findings).toMatchObject([
      {
        rule: 'checksum/gosum-missing-entry',
        severity: 'error',
        subject: { module: 'example.com/words@v1.0.0' },
        location: { file: 'go.mod', line: 7 },
      },
    ])
    expect(integrity.outcome).toBe('unknown')
    expect(integrity.layers.find(({ layer }) => layer === 'go.mod')).toMatchObject({
      outcome: 'unknown',
      reason: 'go.sum has no line for example.com/words@v1.0.0/go.mod',
    })
    expect(mayBuild).toBe(true)
    expect(degraded).toEqual([{ what: 'go.sum was put back as it was', why: 'go mod download had completed it' }])
    expect(new TextDecoder().decode((await project.host.files.read(`${project.app}/go.sum`)) ?? new Uint8Array())).toBe(without(/words/))
  })
})
