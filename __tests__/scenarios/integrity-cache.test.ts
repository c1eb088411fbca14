import { describe, expect, it, jest } from '@jest/globals'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { findLedgerChanges, ledgerOf } from '../../src/integrity/index.js'
import { goSumOf } from '../support/project.js'
import {
  APP,
  goDo,
  GO_MOD,
  layersOf,
  makeProject,
  MODULES,
  readOne,
  verifyOne,
  withEnv,
  WORDS_FORK,
  type Project,
} from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

async function downloaded(): Promise<Project> {
  const project = makeProject(APP)
  await goDo(project, ['mod', 'download'])
  return project
}

/** Files and folders of the module cache are read-only. */
function edit(path: string, text: string): void {
  chmodSync(path, 0o600)
  writeFileSync(path, text)
}

describe('a sound module cache', () => {
  it('is ok in every layer, with a count of what was looked at', async () => {
    const project = makeProject(APP)
    const verified = await verifyOne(project)
    expect(layersOf(verified)).toEqual([
      'go.sum ok 0/4',
      'ziphash ok 0/2',
      'zip ok 0/2',
      'directory ok 0/2',
      'go.mod ok 0/2',
      'vendor not-applicable 0/0',
      'checksum-database not-applicable 0/0',
      'build-inputs ok 0/5',
      'build-cache not-applicable 0/0',
    ])
    expect(verified).toMatchObject({ mayBuild: true, failed: null, findings: [], degraded: [], integrity: { outcome: 'ok' } })
    expect(verified.evidence.map(({ args }) => args.join(' '))).toEqual(['mod download -json', 'mod verify'])
    const { cache } = verified
    expect(await findLedgerChanges(project.host, ledgerOf(project.cache, cache === null ? [] : [cache]))).toEqual([])
  })

  it('is not applicable where nothing is required: what was not looked at is not ok', async () => {
    const verified = await verifyOne(makeProject({ 'go.mod': 'module m\n\ngo 1.21\n', 'm.go': 'package m\n' }))
    expect(verified).toMatchObject({ mayBuild: true, failed: null, integrity: { outcome: 'not-applicable' } })
    expect(layersOf(verified).slice(0, 3)).toEqual(['go.sum not-applicable 0/0', 'ziphash not-applicable 0/0', 'zip not-applicable 0/0'])
  })
})

describe('a module cache that was changed', () => {
  it('fails the directory layer for an edited extracted file, which go would build', async () => {
    const project = await downloaded()
    edit(`${project.cache}/example.com/words@v1.0.0/words.go`, 'package words\n\nfunc Hello() string { return "evil" }\n')
    const verified = await verifyOne(project)
    expect(verified.evidence.at(-1)?.stderr.text).toContain('example.com/words v1.0.0: dir has been modified')
    expect(verified.findings).toMatchObject([
      {
        rule: 'checksum/cache-modified',
        subject: { module: 'example.com/words@v1.0.0', file: 'example.com/words@v1.0.0/words.go' },
        title: 'example.com/words@v1.0.0 was modified in the module cache',
      },
    ])
    expect(verified.findings[0]?.evidence).toContain('example.com/words@v1.0.0/words.go: modified')
    expect(layersOf(verified).slice(1, 4)).toEqual(['ziphash ok 0/2', 'zip ok 0/2', 'directory failed 1/2'])
    expect(verified).toMatchObject({ mayBuild: false, integrity: { outcome: 'failed' } })
  })

  it('fails the zip layer for a zip that is something else', async () => {
    const project = await downloaded()
    const zips = `${project.cache}/cache/download/example.com`
    edit(`${zips}/words/@v/v1.0.0.zip`, readFileSync(`${zips}/greet/@v/v1.2.0.zip`, 'latin1'))
    expect(layersOf(await verifyOne(project)).slice(1, 4)).toEqual(['ziphash ok 0/2', 'zip failed 1/2', 'directory ok 0/2'])
  })

  it('is repaired by the download itself where only the recorded hash is missing', async () => {
    const project = await downloaded()
    rmSync(`${project.cache}/cache/download/example.com/words/@v/v1.0.0.ziphash`)
    const verified = await verifyOne(project)
    expect(verified).toMatchObject({ mayBuild: true, failed: null, integrity: { outcome: 'ok' } })
    expect(layersOf(verified)[1]).toBe('ziphash ok 0/2')
  })

  it('is sound where only the recorded hash goes missing: go computes it anew, and the alarm of go mod verify is told apart', async () => {
    const project = await downloaded()
    // Behind the back of the download, as another process would: the proxy of the test is a folder.
    const words = `${project.cache}/cache/download/example.com/words/@v`
    const base = project.go
    const go: typeof base = {
      ...base,
      in: () => go,
      async run(args, options) {
        if (args.join(' ') === 'mod verify') rmSync(`${words}/v1.0.0.ziphash`)
        return base.run(args, options)
      },
    }
    const verified = await verifyOne({ ...project, go })
    expect(layersOf(verified).slice(1, 4)).toEqual(['ziphash ok 0/1', 'zip ok 0/2', 'directory ok 0/2'])
    expect(verified.evidence.at(-1)?.stderr.text).toContain('missing ziphash')
    expect(verified).toMatchObject({ mayBuild: true, failed: null, findings: [] })
    expect(verified.degraded[0]?.what).toMatch(/^an alarm of go mod verify was not passed on: example.com\/words v1.0.0: missing ziphash/)
  })

  it('fails the directory layer for a replacement, which go mod verify never looks at', async () => {
    const project = makeProject({
      ...APP,
      'go.mod': `${GO_MOD}\nreplace example.com/words => example.com/fork v1.1.0\n`,
      'go.sum': goSumOf([...MODULES, WORDS_FORK]),
    })
    expect(layersOf(await verifyOne(project)).slice(1, 4)).toEqual(['ziphash ok 0/2', 'zip ok 0/2', 'directory ok 0/2'])
    edit(`${project.cache}/example.com/fork@v1.1.0/words.go`, 'package words\n\nfunc Hello() string { return "evil" }\n')
    const verified = await verifyOne(project)
    expect(layersOf(verified)[3]).toBe('directory failed 1/2')
    expect(verified).toMatchObject({
      mayBuild: false,
      failed: null,
      findings: [{ rule: 'checksum/cache-modified', severity: 'error', subject: { module: 'example.com/fork@v1.1.0' } }],
    })
    expect(await goDo(project, ['mod', 'verify'])).toContain('all modules verified')
  })
})

describe('an empty module cache that cannot be filled', () => {
  it('is unknown with the reason, names the module for the diagnosis, and nothing may be built', async () => {
    const project = makeProject(APP, { env: { GOPROXY: 'off' } })
    const verified = await verifyOne(project)
    expect(verified).toMatchObject({ mayBuild: false, integrity: { outcome: 'unknown' } })
    expect(verified.failed?.args).toEqual(['mod', 'download', '-json'])
    expect(verified.failed?.stderr.text).toContain('module lookup disabled by GOPROXY=off')
    const ziphash = verified.integrity.layers.find(({ layer }) => layer === 'ziphash')
    expect(ziphash).toMatchObject({ outcome: 'unknown', checked: 0 })
    expect(ziphash?.reason).toContain('GOPROXY=off')
    expect(project.ran.at(-1)).toBe('mod download -json')
  })

  it('is told module by module when only the zips are missing', async () => {
    const project = makeProject(APP)
    await goDo(project, ['list', '-m', 'all'])
    expect(readdirSync(`${project.cache}/cache/download/example.com/words/@v`)).not.toContain('v1.0.0.zip')
    const verified = await verifyOne(withEnv(project, { GOPROXY: 'off' }))
    expect(verified.failed?.stderr.text).toMatch(/^go: .*GOPROXY=off/m)
    expect(verified.mayBuild).toBe(false)
  })
})

describe('without modules', () => {
  it('nothing can be verified, which is said and runs no go command', async () => {
    const project = makeProject(APP, { env: { GO111MODULE: 'off' } })
    const verified = await verifyOne(project)
    expect(verified.integrity.outcome).toBe('unknown')
    expect(verified.integrity.layers[1]?.reason).toContain('GO111MODULE=off')
    expect(verified).toMatchObject({ failed: null, evidence: [] })
    expect(project.ran.filter((args) => !args.startsWith('env'))).toEqual([])
  })

  it('is only asked of the project, whose files stay as they are', async () => {
    const project = makeProject(APP)
    const before = readdirSync(project.app).map((name) => [name, readFileSync(`${project.app}/${name}`, 'utf8')])
    await verifyOne(project)
    await readOne(project)
    expect(readdirSync(project.app).map((name) => [name, readFileSync(`${project.app}/${name}`, 'utf8')])).toEqual(before)
  })
})
