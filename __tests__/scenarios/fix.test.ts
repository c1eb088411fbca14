import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { applyFix, planFixes, type FixPlan, type Ill, type LocalFix } from '../../src/operations/index.js'
import { CGO_ONLY, DROPPED, NATIVE } from '../support/plan-cases.js'
import { goSumOf, testHost, type FileTree } from '../support/project.js'
import { runHere } from './hard-command.js'
import { APP, GO_MOD, MODULES, WORDS, makeProject, type Project } from './modules-project.js'
import { startDatabase } from './witness-database.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

function sessionOf({ host }: Project): { readonly host: Project['host']; readonly progress: () => undefined } {
  return { host, progress: () => undefined }
}

function optionsOf({ app }: Project): Parameters<typeof planFixes>[1] {
  return { directory: app, config: {}, version: '0.0.0-test', job: { name: 'leg' } }
}

async function planFor(project: Project, ...ills: readonly Ill[]): Promise<FixPlan> {
  return planFixes(sessionOf(project), optionsOf(project), ills)
}

function build({ app, env }: Project): string {
  return execFileSync('go', ['build', '-o', '/dev/null', './...'], { cwd: app, env, encoding: 'utf8', stdio: 'pipe' })
}

function read({ app }: Project, name: string): string {
  return readFileSync(join(app, name), 'utf8')
}

const MISSING: Ill = { rule: 'checksum/gosum-missing-entry', subject: { module: 'example.com/words' } }
const WITHOUT_SUMS: FileTree = { ...APP, 'go.sum': '' }
const WRONG = goSumOf(MODULES).replace(/(words v1\.0\.0) h1:\S+/, `$1 h1:${'A'.repeat(43)}=`)
const MISMATCH: Ill = { rule: 'checksum/gosum-mismatch', subject: { module: 'example.com/words@v1.0.0' } }

/** What the checksum database holds of the modules of the proxy. */
function published(): Parameters<typeof startDatabase>[0] {
  const lines = goSumOf(MODULES)
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  return MODULES.map(({ path, version }) => ({
    path,
    version,
    h1: lines.find(([name, key]) => name === path && key === version)?.[2] ?? '',
    goMod: lines.find(([name, key]) => name === path && key === `${version}/go.mod`)?.[2] ?? '',
  }))
}

describe('a fix', () => {
  it('by go mod tidy is worked out beside the project, and then go builds', async () => {
    const project = makeProject(WITHOUT_SUMS)
    expect(() => build(project)).toThrow(/missing go\.sum entry/)
    const { fixes, left } = await planFor(project, MISSING)
    expect(left).toEqual([])
    expect(fixes).toMatchObject([{ title: 'go mod tidy', changes: [{ name: 'go.sum', before: '', after: goSumOf(MODULES) }] }])
    expect(read(project, 'go.sum')).toBe('')
    const [fix] = fixes
    if (fix === undefined) throw new Error('nothing was planned')
    expect(await applyFix(sessionOf(project), optionsOf(project), fix)).toEqual({ mended: true })
    expect(build(project)).toBe('')
  })

  it('is not offered where vendor/ would have to follow, or tidy fails', async () => {
    const vendored = makeProject({ ...WITHOUT_SUMS, 'vendor/modules.txt': '# nothing\n' })
    expect((await planFor(vendored, MISSING)).left).toMatchObject([{ rule: MISSING.rule, why: expect.stringContaining('go mod vendor') }])
    const broken = makeProject({ ...WITHOUT_SUMS, 'main.go': 'package main\n\nimport _ "example.com/nothere"\n\nfunc main() {}\n' })
    expect((await planFor(broken, MISSING)).fixes).toEqual([])
    expect(read(broken, 'go.mod')).toBe(GO_MOD)
  })

  it('that does not help is taken back, and a file that changed meanwhile is not touched', async () => {
    const project = makeProject(WITHOUT_SUMS)
    const { fixes } = await planFor(project, MISSING)
    const helpless = fixes.map((fix): LocalFix => ({ ...fix, verify: async () => Promise.resolve('it does not help') }))
    for (const fix of helpless)
      expect(await applyFix(sessionOf(project), optionsOf(project), fix)).toEqual({
        mended: false,
        why: 'it does not help; the files are as they were',
      })
    expect(read(project, 'go.sum')).toBe('')
    writeFileSync(join(project.app, 'go.sum'), 'somebody else\n')
    for (const fix of fixes)
      expect(await applyFix(sessionOf(project), optionsOf(project), fix)).toEqual({
        mended: false,
        why: 'go.sum has changed meanwhile; nothing was written',
      })
    expect(read(project, 'go.sum')).toBe('somebody else\n')
  })

  it('takes back what it wrote when it fails by itself, a new file too', async () => {
    const project = makeProject(APP)
    const fix: LocalFix = {
      rules: [],
      title: 'a new file',
      changes: [{ name: 'new.txt', before: null, after: 'new\n' }],
      verify: async () => Promise.reject(new Error('no room')),
    }
    await expect(applyFix(sessionOf(project), optionsOf(project), fix)).rejects.toThrow('no room')
    expect(existsSync(join(project.app, 'new.txt'))).toBe(false)
  })

  it('of a line of go.sum writes what the checksum database has, and only when that is what is served', async () => {
    const database = await startDatabase(published())
    const project = makeProject({ ...APP, 'go.sum': WRONG }, { env: { GOSUMDB: database.direct, GONOSUMDB: 'none', GONOSUMCHECK: '' } })
    expect(() => build(project)).toThrow(/checksum mismatch/)
    const { fixes } = await planFor(project, MISMATCH)
    expect(fixes).toMatchObject([{ changes: [{ name: 'go.sum', before: WRONG, after: goSumOf(MODULES) }] }])
    for (const fix of fixes) expect(await applyFix(sessionOf(project), optionsOf(project), fix)).toEqual({ mended: true })
    expect(build(project)).toBe('')
    // Another content is served than was published: no line of go.sum makes that right.
    const forged = { ...WORDS, files: { ...WORDS.files, 'words.go': 'package words\n\nfunc Hello() string { return "evil" }\n' } }
    const poisoned = makeProject(
      { ...APP, 'go.sum': WRONG },
      { modules: [...MODULES.filter(({ path }) => path !== WORDS.path), forged], env: { GOSUMDB: database.direct, GONOSUMDB: 'none' } },
    )
    expect(await planFor(poisoned, MISMATCH)).toMatchObject({
      fixes: [],
      left: [{ rule: MISMATCH.rule, why: expect.stringContaining('decided by a person') }],
    })
  })

  it('of go.sum never asks anybody about a private module', async () => {
    const database = await startDatabase(published())
    const project = makeProject({ ...APP, 'go.sum': WRONG }, { env: { GOSUMDB: database.direct, GOPRIVATE: 'example.com/words' } })
    expect(await planFor(project, MISMATCH)).toMatchObject({
      fixes: [],
      left: [{ why: expect.stringContaining('not asked about it here') }],
    })
    expect(database.requests).toEqual([])
  })

  it('of a target turns cgo off in the configuration where nothing is lost by it, and keeps its comments', async () => {
    const ill: Ill = { rule: 'cgo/compiler-missing', subject: { target: `${NATIVE}+cgo` } }
    const config = `targets: # for the release\n  - ${NATIVE}+cgo # servers\n  - windows/amd64\n`
    const app = { 'go.mod': 'module example.com/app\n\ngo 1.21\n', '.goparity.yml': config }
    const project = makeProject({ ...app, ...DROPPED })
    const { fixes } = await planFor(project, ill)
    expect(fixes).toMatchObject([{ changes: [{ name: '.goparity.yml', after: config.replace('+cgo', '-cgo') }] }])
    for (const fix of fixes) expect(await applyFix(sessionOf(project), optionsOf(project), fix)).toEqual({ mended: true })
    expect(read(project, '.goparity.yml')).toBe(config.replace('+cgo', '-cgo'))
    // A package of C alone is needed: without cgo it does not build at all.
    expect(await planFor(makeProject({ ...app, ...CGO_ONLY }), ill)).toMatchObject({
      fixes: [],
      left: [{ why: expect.stringContaining('without cgo something is missing, too') }],
    })
  })

  it('is not made up for what only a person, or another machine, can mend', async () => {
    const { fixes, left } = await planFor(makeProject(APP), {
      rule: 'checksum/sumdb-mismatch',
      subject: { module: 'example.com/words@v1.0.0' },
    })
    expect(fixes).toEqual([])
    expect(left).toMatchObject([{ rule: 'checksum/sumdb-mismatch' }])
  })
})

describe('--fix', () => {
  it('shows the change and writes nothing without --yes where nobody can be asked', async () => {
    const project = makeProject(WITHOUT_SUMS)
    const log = join(project.folder, 'build.log')
    writeFileSync(
      log,
      'main.go:3:8: missing go.sum entry for module providing package example.com/greet; to add:\n\tgo get example.com/app\n',
    )
    const host = testHost(project.app, project.env)
    const shown = await runHere(host, 'explain', log, '--fix')
    expect(shown.stderr).toContain('go mod tidy')
    expect(shown.stderr).toContain('+example.com/words v1.0.0/go.mod')
    expect(shown.stderr).toContain('run it again with --fix --yes')
    expect(read(project, 'go.sum')).toBe('')
    const done = await runHere(host, 'explain', log, '--fix', '--yes')
    expect(done.stderr).toContain('mended      go mod tidy')
    expect(build(project)).toBe('')
  })

  it('of check mends a module of the cache that was edited', async () => {
    const project = makeProject(APP)
    execFileSync('go', ['mod', 'download'], { cwd: project.app, env: project.env })
    const edited = join(project.cache, 'example.com/words@v1.0.0/words.go')
    execFileSync('chmod', ['-R', 'u+w', join(project.cache, 'example.com')])
    writeFileSync(edited, 'package words\n\nfunc Hello() string { return "evil" }\n')
    const host = testHost(project.app, project.env)
    const { code, stderr } = await runHere(host, 'check', '--targets', `${NATIVE}-cgo`, '--baseline', 'none', '--fix', '--yes', '--quiet')
    expect(code).toBe(3)
    expect(stderr).toContain('mended      fetch example.com/words@v1.0.0 anew')
    expect(readFileSync(edited, 'utf8')).toBe(WORDS.files['words.go'])
  })
})
