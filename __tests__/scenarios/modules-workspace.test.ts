import { describe, expect, it, jest } from '@jest/globals'
import { findRoots } from '../../src/integrity/index.js'
import { APP, goDo, goValues, layersOf, makeProject, readOne, verifyOne } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const WORKSPACE = {
  'go.work': 'go 1.22\n\nuse (\n\t./app\n\t./lib\n)\n',
  'app/go.mod': (APP['go.mod'] ?? '').replace('go 1.21', 'go 1.22'),
  'app/go.sum': APP['go.sum'] ?? '',
  'app/main.go': APP['main.go'] ?? '',
  'lib/go.mod': 'module example.com/lib\n\ngo 1.22\n',
  'lib/lib.go': 'package lib\n',
  'other/go.mod': 'module example.com/other\n\ngo 1.22\n',
}

describe('a workspace', () => {
  it('is one root with all its members, their files, and the hashes of every go.sum', async () => {
    const { root, members, failed } = await readOne(makeProject(WORKSPACE))
    expect(failed).toBeNull()
    expect(root).toMatchObject({
      directory: '.',
      mode: 'workspace',
      modeReason: 'go.work is in effect',
      goLine: '1.22',
      main: ['example.com/app', 'example.com/lib'],
      missingSums: [],
    })
    expect(Object.keys(root.files).toSorted()).toEqual(['app/go.mod', 'app/go.sum', 'go.work', 'lib/go.mod'])
    expect(root.modules.filter(({ main }) => main !== true).every(({ sum }) => sum?.startsWith('h1:') === true)).toBe(true)
    expect(members).toEqual(['app', 'lib'])
  })

  it('names the modules below it that it does not use', async () => {
    const project = makeProject(WORKSPACE)
    const found = await findRoots(project.host, project.app, await goValues(project))
    expect(found).toMatchObject({ uncovered: ['other'], complete: true })
  })

  it('is verified in one go, and go.work.sum is not left behind', async () => {
    const project = makeProject({ ...WORKSPACE, 'app/go.sum': '' })
    const verified = await verifyOne(project)
    expect(verified.failed).toBeNull()
    expect(await project.host.files.status(`${project.app}/go.work.sum`)).toBeNull()
    expect(verified.degraded).toEqual([{ what: 'go.work.sum was put back as it was', why: 'go mod download had completed it' }])
  })

  it('is vendored as a whole by go work vendor, and compared with that', async () => {
    const project = makeProject(WORKSPACE)
    await goDo(project, ['work', 'vendor'])
    const { root } = await readOne(project)
    expect(root).toMatchObject({ mode: 'workspace-vendor', modeReason: 'vendor/ is there and go.work says go 1.22' })
    expect(root.modules).toHaveLength(4)
    const verified = await verifyOne(project)
    expect(layersOf(verified)).toEqual([
      'go.sum ok 0/4',
      'ziphash ok 0/2',
      'zip ok 0/2',
      'directory ok 0/2',
      'go.mod ok 0/2',
      'vendor ok 0/4',
      'checksum-database not-applicable 0/0',
      'build-inputs ok 0/5',
      'build-cache not-applicable 0/0',
    ])
    expect(verified).toMatchObject({ mayBuild: true, findings: [], integrity: { outcome: 'ok' } })
  })
})
