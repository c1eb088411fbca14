import { describe, expect, it, jest } from '@jest/globals'
import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { APP, goDo, GO_MOD, makeProject, readOne, withEnv } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

async function vendored(files = APP): Promise<ReturnType<typeof makeProject>> {
  const project = makeProject(files)
  await goDo(project, ['mod', 'vendor'])
  return project
}

describe('the build list of a vendored module', () => {
  it('is the one of the modules, with the mode and the vendored files by content', async () => {
    const { root, degraded } = await readOne(await vendored())
    expect(root).toMatchObject({ mode: 'vendor', modeReason: 'vendor/ is there and go.mod says go 1.21' })
    expect(root.modules.map(({ path, version }) => `${path} ${version ?? '-'}`)).toEqual([
      'example.com/app -',
      'example.com/greet v1.2.0',
      'example.com/words v1.0.0',
    ])
    expect(root.vendor).toEqual({ files: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(Object.keys(root.files)).toEqual(['go.mod', 'go.sum', 'vendor/modules.txt'])
    expect(degraded).toEqual([])
  })

  it('is read from vendor/modules.txt without network and cache, and says so', async () => {
    const project = await vendored()
    const online = await readOne(project)
    const { root, degraded, failed } = await readOne(withEnv(project, { GOPROXY: 'off', GOMODCACHE: `${project.folder}/empty` }))
    expect(failed).toBeNull()
    expect(root.modules).toEqual(online.root.modules)
    expect(root.modeReason).toBe('vendor/ is there and go.mod says go 1.21; build list read from vendor/modules.txt')
    expect(degraded).toHaveLength(1)
    expect(degraded[0]?.why).toContain('GOPROXY=off')
  })

  it('has another hash for an edited, added or linked file, and the same for an untouched copy', async () => {
    const project = await vendored()
    const hash = async (): Promise<string | undefined> => (await readOne(project)).root.vendor?.hash
    const first = await hash()
    expect((await readOne(await vendored())).root.vendor?.hash).toBe(first)
    const words = `${project.app}/vendor/example.com/words`
    writeFileSync(`${words}/more.go`, 'package words\n')
    const added = await hash()
    rmSync(`${words}/more.go`)
    symlinkSync(`${project.app}/main.go`, `${words}/more.go`)
    const linked = await hash()
    rmSync(`${words}/more.go`)
    writeFileSync(`${words}/words.go`, 'package words\n\nfunc Hello() string { return "evil" }\n')
    const edited = await hash()
    expect(new Set([first, added, linked, edited]).size).toBe(4)
  })

  it('does not use a vendor folder with an old go line, as go does not', async () => {
    const project = await vendored()
    writeFileSync(`${project.app}/go.mod`, GO_MOD.replace('go 1.21', 'go 1.13'))
    const { root } = await readOne(project)
    expect(root).toMatchObject({ mode: 'module', modeReason: 'vendor/ is there, but go.mod says go 1.13: used from go 1.14 on' })
  })
})
