import { describe, expect, it, jest } from '@jest/globals'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { APP, goDo, layersOf, makeProject, verifyOne, withEnv, type Project } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

async function vendored(): Promise<Project> {
  const project = makeProject(APP)
  await goDo(project, ['mod', 'vendor'])
  return project
}

const WORDS = 'vendor/example.com/words'

describe('a vendor folder', () => {
  it('is ok when it is what go mod vendor writes, and the comparison leaves nothing behind', async () => {
    const project = await vendored()
    const made: string[] = []
    const { files } = project.host
    const makeTemporaryDirectory = async (prefix: string): Promise<string> => {
      const path = await files.makeTemporaryDirectory(prefix)
      made.push(path)
      return path
    }
    const verified = await verifyOne({ ...project, host: { ...project.host, files: { ...files, makeTemporaryDirectory } } })
    expect(layersOf(verified)[5]).toBe('vendor ok 0/4')
    expect(verified).toMatchObject({ mayBuild: true, findings: [], integrity: { outcome: 'ok' } })
    expect(verified.evidence.map(({ args }) => args.slice(0, 2).join(' '))).toEqual(['mod download', 'mod verify', 'mod vendor'])
    expect(made).toHaveLength(1)
    expect(await Promise.all(made.map(async (path) => files.status(path)))).toEqual([null])
  })

  it('fails with the very file for each that was edited, added, removed or linked', async () => {
    const project = await vendored()
    const words = `${project.app}/${WORDS}`
    writeFileSync(`${project.app}/vendor/example.com/greet/greet.go`, 'package greet\n\nfunc Greet() string { return "evil" }\n')
    writeFileSync(`${words}/more.go`, 'package words\n')
    rmSync(`${words}/LICENSE`)
    rmSync(`${words}/words.go`)
    symlinkSync(`${project.app}/main.go`, `${words}/words.go`)
    const verified = await verifyOne(project)
    expect(verified.findings.map(({ rule, severity, location, title }) => [rule, severity, location?.file, title])).toEqual([
      ['vendor/modified', 'error', 'vendor/example.com/greet/greet.go', 'vendor/example.com/greet/greet.go was edited'],
      ['vendor/modified', 'error', `${WORDS}/LICENSE`, `${WORDS}/LICENSE is missing`],
      ['vendor/modified', 'error', `${WORDS}/more.go`, `${WORDS}/more.go does not belong there`],
      ['vendor/modified', 'error', `${WORDS}/words.go`, `${WORDS}/words.go is a link`],
    ])
    expect(layersOf(verified)[5]).toBe('vendor failed 4/5')
    expect(verified).toMatchObject({ mayBuild: false, failed: null, integrity: { outcome: 'failed' } })
  })

  it('is told apart when git changed line ends, or another Go release wrote modules.txt', async () => {
    const project = await vendored()
    const change = (file: string, edit: (text: string) => string): void => {
      writeFileSync(`${project.app}/${file}`, edit(readFileSync(`${project.app}/${file}`, 'utf8')))
    }
    change(`${WORDS}/words.go`, (text) => text.replaceAll('\n', '\r\n'))
    change('vendor/modules.txt', (text) => text.replaceAll('; go 1.21', ''))
    writeFileSync(`${project.app}/vendor/.gitkeep`, '')
    const verified = await verifyOne(project)
    expect(verified.findings.map(({ severity, title }) => [severity, title])).toEqual([
      ['warning', 'vendor/.gitkeep does not belong there'],
      ['warning', `${WORDS}/words.go has other line ends`],
      ['note', 'vendor/modules.txt was written by another Go release'],
    ])
    expect(verified).toMatchObject({ mayBuild: true, integrity: { outcome: 'ok' } })
  })

  it('is unknown without network, and go may build from it', async () => {
    const project = await vendored()
    const verified = await verifyOne(withEnv(project, { GOPROXY: 'off', GOMODCACHE: `${project.folder}/empty` }))
    expect(verified).toMatchObject({ mayBuild: true, failed: null, integrity: { outcome: 'unknown' } })
    const vendor = verified.integrity.layers.find(({ layer }) => layer === 'vendor')
    expect(vendor?.outcome).toBe('unknown')
    expect(vendor?.reason).toMatch(/^the modules cannot be downloaded: /)
  })

  it('is not looked at when that is switched off, and says so', async () => {
    const project = await vendored()
    const verified = await verifyOne(project, { vendor: false })
    expect(verified.integrity.layers.find(({ layer }) => layer === 'vendor')).toEqual({
      layer: 'vendor',
      outcome: 'not-applicable',
      checked: 0,
      failed: 0,
      reason: 'switched off',
    })
    expect(verified.evidence).toHaveLength(2)
  })

  it('is not compared with modules that failed', async () => {
    const project = await vendored()
    const wrong = (APP['go.sum'] ?? '').replace(/(words v1\.0\.0 h1:)..../, '$1AAAA')
    writeFileSync(`${project.app}/go.sum`, wrong)
    const verified = await verifyOne(project)
    expect(verified.mayBuild).toBe(false)
    expect(layersOf(verified)[5]).toBe('vendor unknown 0/0')
    expect(verified.evidence).toHaveLength(1)
  })
})
