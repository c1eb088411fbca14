import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf, type ProxyModule } from '../support/project.js'
import { layersOf, makeProject, readOne, verifyOne } from '../scenarios/modules-project.js'

// Five thousand modules to fetch, on a machine that may be busy.
jest.setTimeout(300_000)

const COUNT = 5000

describe('a module graph of 5,000 modules', () => {
  it('is listed, downloaded and verified whole', async () => {
    const modules = Array.from({ length: COUNT }, (_, index): ProxyModule => ({
      path: `example.com/m${String(index).padStart(4, '0')}`,
      version: 'v1.0.0',
      files: { 'm.go': `package m\n\nconst N = ${String(index)}\n` },
    }))
    const requires = modules.map(({ path, version }) => `\t${path} ${version}\n`).join('')
    const project = makeProject(
      {
        'go.mod': `module example.com/app\n\ngo 1.21\n\nrequire (\n${requires})\n`,
        'go.sum': goSumOf(modules),
        'main.go': 'package main\n\nfunc main() {}\n',
      },
      { modules },
    )
    const { root, failed } = await readOne(project)
    expect(failed).toBeNull()
    expect(root.modules).toHaveLength(COUNT + 1)
    expect(root.modules.filter(({ sum, goModSum }) => sum !== undefined && goModSum !== undefined)).toHaveLength(COUNT)
    const verified = await verifyOne(project)
    expect(layersOf(verified).slice(0, 5)).toEqual([
      'go.sum ok 0/10000',
      'ziphash ok 0/5000',
      'zip ok 0/5000',
      'directory ok 0/5000',
      'go.mod ok 0/5000',
    ])
    expect(verified.mayBuild).toBe(true)
  })
})
