import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { checkBuildCache, trustedBuildCache, type BuildCacheCheck } from '../../src/integrity/build-cache.js'
import { findRestoredCaches } from '../../src/integrity/restored-cache.js'
import { goSumOf, makeFolder, testHost, type ProxyModule } from '../support/project.js'
import { goDo, goValues, makeProject, type Project } from '../scenarios/modules-project.js'

// Each check of a build cache compiles a part of the standard library.
jest.setTimeout(300_000)

const WORDS: ProxyModule = {
  path: 'example.com/words',
  version: 'v1.0.0',
  files: { 'words.go': 'package words\n\n//go:noinline\nfunc Hello() string { return "good words" }\n' },
}
const GREET: ProxyModule = {
  path: 'example.com/greet',
  version: 'v1.2.0',
  files: {
    'go.mod': 'module example.com/greet\n\ngo 1.21\n\nrequire example.com/words v1.0.0\n',
    'greet.go': 'package greet\n\nimport "example.com/words"\n\n//go:noinline\nfunc Greet() string { return words.Hello() }\n',
  },
}
const MODULES = [WORDS, GREET]

const FILES = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire (\n\texample.com/greet v1.2.0\n\texample.com/words v1.0.0 // indirect\n)\n',
  'go.sum': goSumOf(MODULES),
  'main.go':
    'package main\n\nimport (\n\t"errors"\n\n\t"example.com/greet"\n)\n\nfunc main() { println(errors.New(greet.Greet()).Error()) }\n',
}
const NATIVE = '// static int length(void) { return 7; }\nimport "C"\n'
const CGO_FILES = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n',
  'native/native.go': `package native\n\n${NATIVE}\n//go:noinline\nfunc Name() string { return "good words" }\n\nfunc Length() int { return int(C.length()) }\n`,
  'main.go': 'package main\n\nimport "example.com/app/native"\n\nfunc main() { println(native.Name(), native.Length()) }\n',
}

/** A project whose build cache nobody else uses, filled by a build. */
async function makeBuilt(files: Readonly<Record<string, string>>, cgo: '0' | '1'): Promise<Project> {
  const project = makeProject(files, { modules: MODULES, env: { GOCACHE: join(makeFolder(), 'cache'), CGO_ENABLED: cgo } })
  await goDo(project, ['build', '-o', '/dev/null', '.'])
  return project
}

function cacheOf(project: Project): string {
  return project.env['GOCACHE'] ?? ''
}

/** Puts a build cache back as it was. */
function copyCache(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
}

async function archiveOf(project: Project, path: string): Promise<string> {
  return (await goDo(project, ['list', '-export', '-f', '{{.Export}}', path])).trim()
}

function replaceBytes(file: string, from: string, to: string): Buffer {
  const text = readFileSync(file, 'latin1')
  expect(text).toContain(from)
  expect(to).toHaveLength(from.length)
  return Buffer.from(text.replaceAll(from, to), 'latin1')
}

/** Another compiled package under its right hash, and the entry of the action pointed to it: all that go looks at is consistent. */
async function poison(project: Project, path: string, from: string, to: string): Promise<void> {
  const archive = await archiveOf(project, path)
  const content = replaceBytes(archive, from, to)
  const hash = createHash('sha256').update(content).digest('hex')
  const cache = cacheOf(project)
  mkdirSync(join(cache, hash.slice(0, 2)), { recursive: true })
  writeFileSync(join(cache, hash.slice(0, 2), `${hash}-d`), content)
  const output = basename(archive).replace(/-d$/, '')
  let entries = 0
  for (const folder of readdirSync(cache).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of readdirSync(join(cache, folder)).filter((file) => file.endsWith('-a'))) {
      const [version, id, out, , time = ''] = readFileSync(join(cache, folder, name), 'utf8').split(/\s+/)
      if (out !== output) continue
      const fields = [version, id, hash, String(content.length).padStart(20), time.padStart(20)]
      writeFileSync(join(cache, folder, name), `${fields.join(' ')}\n`)
      entries++
    }
  expect(entries).toBe(1)
}

/** The compiled package changed where it lies. */
async function poisonInPlace(project: Project, path: string, from: string, to: string): Promise<void> {
  const archive = await archiveOf(project, path)
  writeFileSync(archive, replaceBytes(archive, from, to))
}

/** What the program says that go builds now; with the `program` of an earlier build in its place, if it is kept. */
async function runApp(project: Project, kept?: 'kept'): Promise<string> {
  const program = join(project.folder, 'program')
  if (kept === undefined) rmSync(program, { force: true })
  await goDo(project, ['build', '-o', program, '.'])
  const { stderr } = await project.host.processes.run(program, [], { cwd: project.app, env: project.env })
  return stderr.text.trim()
}

async function check(project: Project, mode: 'verify' | 'fresh'): Promise<BuildCacheCheck> {
  const place = { directory: '.', path: project.app, goMod: join(project.app, 'go.mod'), goWork: null }
  return checkBuildCache(project.host, project.go, { mode, roots: [{ place, packages: ['./...'] }], env: {} })
}

function subjectsOf({ findings }: BuildCacheCheck): readonly string[] {
  return findings.map(({ rule, severity, subject }) => `${severity} ${rule} ${subject.package ?? subject.module ?? ''}`)
}

describe('the build cache of a program with dependencies', () => {
  let project: Project
  let clean: string
  beforeAll(async () => {
    project = await makeBuilt(FILES, '0')
    clean = join(makeFolder(), 'clean')
    copyCache(cacheOf(project), clean)
  })
  beforeEach(() => {
    copyCache(clean, cacheOf(project))
  })

  it.each(['verify', 'fresh'] as const)('is ok by %s when nobody touched it, the standard library among it', async (mode) => {
    const { layer, findings, degraded } = await check(project, mode)
    expect({ outcome: layer.outcome, failed: layer.failed, findings, degraded }).toEqual({
      outcome: 'ok',
      failed: 0,
      findings: [],
      degraded: [],
    })
    expect(layer.checked).toBeGreaterThan(20)
    expect(readdirSync(join(project.folder, 'tmp')).filter((name) => name.startsWith('goparity-'))).toEqual([])
  })

  it.each(['verify', 'fresh'] as const)('is seen by %s to hold a dependency of other source, which go links', async (mode) => {
    await poison(project, 'example.com/words', 'good words', 'evil words')
    expect(await runApp(project)).toBe('evil words')
    expect(await goDo(project, ['mod', 'verify'])).toContain('all modules verified')
    const result = await check(project, mode)
    expect(subjectsOf(result)).toEqual(['error checksum/layer-mismatch example.com/words'])
    expect(result.layer).toMatchObject({ outcome: 'failed', failed: 1 })
    expect(result.findings[0]?.fix[0]?.command).toBe('go clean -cache')
    await goDo(project, ['clean', '-cache'])
    // The fix says so: go takes the program for up to date.
    expect(await runApp(project, 'kept')).toBe('evil words')
    expect(await runApp(project)).toBe('good words')
  })

  it.each(['verify', 'fresh'] as const)('is seen by %s to hold a file that was changed in place', async (mode) => {
    await poisonInPlace(project, 'example.com/words', 'good words', 'evil words')
    expect(await runApp(project)).toBe('evil words')
    const archive = await archiveOf(project, 'example.com/words')
    const result = await check(project, mode)
    expect(subjectsOf(result)).toEqual(['error checksum/layer-mismatch example.com/words'])
    // What was found is still there for whoever looks.
    expect(readFileSync(archive, 'latin1')).toContain('evil words')
  })

  it.each(['verify', 'fresh'] as const)('is seen by %s to hold another standard library', async (mode) => {
    await poison(project, 'errors', 'errors.go', 'errorz.go')
    expect(subjectsOf(await check(project, mode))).toEqual(['error checksum/layer-mismatch errors'])
  })

  it('has every package named by fresh, and the first by verify', async () => {
    await poison(project, 'example.com/words', 'good words', 'evil words')
    await poison(project, 'errors', 'errors.go', 'errorz.go')
    expect(subjectsOf(await check(project, 'fresh')).toSorted()).toEqual([
      'error checksum/layer-mismatch errors',
      'error checksum/layer-mismatch example.com/words',
    ])
    expect(subjectsOf(await check(project, 'verify'))).toHaveLength(1)
  })

  it('is seen by verify to list other files than the folder of a module has', async () => {
    const folder = (await goDo(project, ['list', '-m', '-f', '{{.Dir}}', 'example.com/words'])).trim()
    const host = testHost(project.app, project.env)
    await host.processes.run('chmod', ['-R', 'u+w', dirname(folder)], { cwd: '/', env: project.env })
    writeFileSync(join(folder, 'extra.go'), 'package words\n\nfunc init() { println("extra") }\n')
    try {
      // Go still builds by its list.
      expect(await runApp(project)).toBe('good words')
      expect(subjectsOf(await check(project, 'verify'))).toEqual(['error checksum/layer-mismatch example.com/words@v1.0.0'])
      expect(subjectsOf(await check(project, 'fresh'))).toEqual(['error checksum/layer-mismatch example.com/words'])
    } finally {
      rmSync(join(folder, 'extra.go'))
    }
  })

  it('is not looked at unless asked, which is said, and where it comes from too', async () => {
    const { values } = await goValues(project)
    expect(trustedBuildCache(await findRestoredCaches(project.host, values))).toEqual({
      outcome: 'not-applicable',
      checked: 0,
      failed: 0,
      reason: 'trusted as go trusts it; --build-cache verify or fresh checks it',
    })
    const inCi = await findRestoredCaches(testHost(project.app, { ...project.env, CI: 'true' }), values)
    expect(inCi.build).toContain('not empty when this began')
    expect(trustedBuildCache(inCi).reason).not.toContain('not empty when this began')
    expect(inCi.modules).toContain('not empty when this began')
  })
})

describe('the build cache of a program with cgo', () => {
  let project: Project
  beforeAll(async () => {
    project = await makeBuilt(CGO_FILES, '1')
  })

  it.each(['verify', 'fresh'] as const)('is ok by %s when nobody touched it', async (mode) => {
    expect(await check(project, mode)).toMatchObject({ layer: { outcome: 'ok', failed: 0 }, findings: [], degraded: [] })
  })

  it('holds a cgo package that differs: not judged, and said', async () => {
    await poison(project, 'example.com/app/native', 'good words', 'evil words')
    const fresh = await check(project, 'fresh')
    expect(fresh).toMatchObject({ findings: [], layer: { outcome: 'unknown' } })
    expect(fresh.layer.reason).toContain('example.com/app/native')
    expect(fresh.degraded).toEqual([
      { what: 'the compiled example.com/app/native in the build cache was not judged', why: 'a C compiler has a part in them' },
    ])
    const verify = await check(project, 'verify')
    expect(verify).toMatchObject({ findings: [], layer: { outcome: 'unknown' } })
    expect(verify.layer.reason).toContain('example.com/app/native, which uses cgo')
  })
})
