import { describe, expect, it, jest } from '@jest/globals'
import { findRoots } from '../../src/integrity/index.js'
import { APP, goValues, makeProject, readAll, type Project } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

async function find(project: Project, directory = project.app): ReturnType<typeof findRoots> {
  return findRoots(project.host, directory, await goValues(project, directory))
}

describe('the roots of a project', () => {
  it('are all modules below a folder that is none, without vendored, test and hidden ones', async () => {
    const hidden = ['vendor/v', 'a/testdata/t', 'node_modules/n', '.hidden', '_old']
    const files = Object.fromEntries(
      [...hidden, 'b', 'a', 'a/nested'].map((folder) => [`${folder}/go.mod`, `module example.com/${folder}\n\ngo 1.21\n`]),
    )
    const project = makeProject(files)
    const found = await find(project)
    expect(found.roots.map(({ directory }) => directory)).toEqual(['a', 'a/nested', 'b'])
    expect(found.uncovered).toEqual([])
    expect((await readAll(project)).map(({ root }) => [root.directory, root.main])).toEqual([
      ['a', ['example.com/a']],
      ['a/nested', ['example.com/a/nested']],
      ['b', ['example.com/b']],
    ])
  })

  it('are the module of the folder alone, and the nested ones are told', async () => {
    const found = await find(makeProject({ ...APP, 'tools/go.mod': 'module example.com/tools\n' }))
    expect(found).toMatchObject({ roots: [{ directory: '.' }], uncovered: ['tools'], complete: true })
  })

  it('are the module that a package folder lies in', async () => {
    const project = makeProject({ ...APP, 'cmd/x/x.go': 'package main\n' })
    const { roots } = await find(project, `${project.app}/cmd/x`)
    expect(roots).toEqual([{ directory: '.', path: `${project.app}/cmd/x`, goMod: `${project.app}/go.mod`, goWork: null }])
    const [reading] = await readAll(project, `${project.app}/cmd/x`)
    expect(reading?.root.files).toHaveProperty(['../../go.mod'])
    expect(reading?.root.main).toEqual(['example.com/app'])
  })

  it('are one place without modules when GO111MODULE is off', async () => {
    expect(await find(makeProject(APP, { env: { GO111MODULE: 'off' } }))).toMatchObject({ roots: [{ directory: '.', goMod: null }] })
  })

  it('are an error with a way out when there is no module', async () => {
    await expect(find(makeProject({ 'main.go': 'package main\n' }))).rejects.toMatchObject({
      code: 'module-missing',
      hint: expect.stringContaining('go mod init'),
    })
  })

  it('are an error when there is no folder', async () => {
    const project = makeProject(APP)
    await expect(findRoots(project.host, `${project.app}/gone`, await goValues(project))).rejects.toMatchObject({
      code: 'directory-missing',
    })
  })
})
