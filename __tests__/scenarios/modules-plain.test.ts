import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf, h1 } from '../support/project.js'
import { APP, GO_MOD, makeProject, MODULES, readOne, WORDS, WORDS_FORK } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

/** The hash of one line of the right go.sum. */
function sum(line: string): string {
  const found = goSumOf(MODULES)
    .split('\n')
    .find((text) => text.startsWith(`${line} `))
  return found?.split(' ')[2] ?? ''
}

describe('the build list of a plain module', () => {
  it('holds every module with its hashes, how go finds packages and the files by hash', async () => {
    const { root, findings, degraded, failed, members } = await readOne(makeProject(APP))
    expect(root).toEqual({
      directory: '.',
      main: ['example.com/app'],
      mode: 'module',
      modeReason: 'go.mod without vendor/',
      goLine: '1.21',
      toolchainLine: null,
      files: { 'go.mod': expect.stringMatching(/^[0-9a-f]{64}$/), 'go.sum': expect.stringMatching(/^[0-9a-f]{64}$/) },
      otherSums: [],
      vendor: null,
      modules: [
        { path: 'example.com/app', version: null, main: true },
        {
          path: 'example.com/greet',
          version: 'v1.2.0',
          sum: sum('example.com/greet v1.2.0'),
          goModSum: sum('example.com/greet v1.2.0/go.mod'),
        },
        {
          path: 'example.com/words',
          version: 'v1.0.0',
          indirect: true,
          sum: sum('example.com/words v1.0.0'),
          goModSum: h1({ 'go.mod': 'module example.com/words\n\ngo 1.21\n' }),
        },
      ],
      missingSums: [],
    })
    expect({ findings, degraded, failed, members }).toEqual({ findings: [], degraded: [], failed: null, members: ['.'] })
  })

  it('is the same wherever the project, its home and its module cache lie', async () => {
    const [one, two] = await Promise.all([readOne(makeProject(APP)), readOne(makeProject(APP))])
    expect(one.root).toEqual(two.root)
  })

  it('names the toolchain line, and reads go and the mode of a module without requirements', async () => {
    const { root } = await readOne(makeProject({ 'go.mod': 'module m\n\ngo 1.21\n\ntoolchain go1.22.0\n', 'm.go': 'package m\n' }))
    expect(root).toMatchObject({ toolchainLine: 'go1.22.0', modules: [{ path: 'm', version: null, main: true }], missingSums: [] })
  })

  it('has the hashes of a replacement, not of the module it replaces', async () => {
    const files = {
      ...APP,
      'go.mod': `${GO_MOD}\nreplace example.com/words => example.com/fork v1.1.0\n`,
      'go.sum': goSumOf([...MODULES, WORDS_FORK]),
    }
    const { root } = await readOne(makeProject(files))
    const [line = ''] = goSumOf([WORDS_FORK]).split('\n')
    expect(root.modules.find(({ path }) => path === 'example.com/words')).toMatchObject({
      version: 'v1.0.0',
      replace: { path: 'example.com/fork', version: 'v1.1.0' },
      sum: line.split(' ')[2],
    })
    expect(root.missingSums).toEqual([])
  })

  it('tells that a folder in place of a module is covered by no checksum, at its line of go.mod', async () => {
    const files = {
      ...APP,
      'go.mod': `${GO_MOD}\nreplace example.com/words => ./words\n`,
      'words/go.mod': 'module example.com/words\n\ngo 1.21\n',
      'words/words.go': WORDS.files['words.go'] ?? '',
    }
    const { root, findings } = await readOne(makeProject(files))
    expect(root.modules.find(({ path }) => path === 'example.com/words')).toEqual({
      path: 'example.com/words',
      version: 'v1.0.0',
      indirect: true,
      replace: { path: './words', version: null },
    })
    expect(findings).toMatchObject([
      {
        rule: 'modules/not-covered',
        severity: 'note',
        subject: { module: 'example.com/words@v1.0.0' },
        location: { file: 'go.mod', line: 9 },
      },
    ])
  })

  it('lists the other modules when a replacement folder is missing, and warns of it', async () => {
    const { root, findings, failed } = await readOne(makeProject({ ...APP, 'go.mod': `${GO_MOD}\nreplace example.com/words => ./gone\n` }))
    expect(failed).toBeNull()
    expect(root.modules.map(({ path }) => path)).toEqual(['example.com/app', 'example.com/greet', 'example.com/words'])
    expect(findings).toMatchObject([{ rule: 'modules/not-covered', severity: 'warning', location: { file: 'go.mod', line: 9 } }])
    expect(findings[0]?.message).toContain('./gone')
  })

  it('has no modules with GO111MODULE=off and says why', async () => {
    const project = makeProject(APP, { env: { GO111MODULE: 'off' } })
    const { root, failed } = await readOne(project)
    expect(root).toMatchObject({ mode: 'gopath', modeReason: 'GO111MODULE=off (process environment)', modules: [], main: [] })
    expect(failed).toBeNull()
    expect(project.ran.filter((args) => !args.startsWith('env'))).toEqual([])
  })

  it('tells what is wrong with a module without a path of this machine', async () => {
    const files = { ...APP, 'go.mod': GO_MOD.replace('words v1.0.0', 'words v1.9.9') }
    const project = makeProject(files)
    const { root, failed } = await readOne(project)
    expect(failed).toBeNull()
    const error = root.modules.find(({ path }) => path === 'example.com/words')?.error
    expect(error).toContain('v1.9.9')
    expect(JSON.stringify(root)).not.toContain(project.folder)
  })

  it('gives back the command when go cannot list the modules', async () => {
    const wrong = goSumOf(MODULES).replace(/(words v1\.0\.0\/go\.mod h1:)..../, '$1AAAA')
    const { root, failed } = await readOne(makeProject({ ...APP, 'go.sum': wrong }))
    expect(failed?.stderr.text).toContain('verifying example.com/words@v1.0.0/go.mod: checksum mismatch')
    expect(root).toMatchObject({ main: ['example.com/app'], mode: 'module', modules: [] })
  })
})
