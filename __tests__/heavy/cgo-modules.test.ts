import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import pLimit from 'p-limit'
import * as v from 'valibot'
import { CGO_MODULES, PURE_MODULES, type WithoutCgo } from '../../src/cgo-modules/index.js'
import { makeFolder } from '../support/project.js'
import { realModulesEnv } from './plain-go.js'

const start = promisify(execFile)
const scratch = makeFolder()
const env = { ...realModulesEnv(scratch), GOFLAGS: '-modcacherw -mod=mod', GOOS: 'linux', GOARCH: 'amd64' }
const limit = pLimit(3)
let count = 0

interface Ended {
  readonly ok: boolean
  readonly output: string
}

async function go(cwd: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> {
  try {
    const { stdout } = await start('go', args, { cwd, env: { ...env, ...more }, maxBuffer: 64 * 1024 * 1024 })
    return { ok: true, output: stdout }
  } catch (error) {
    const { stdout, stderr } = v.parse(v.object({ stdout: v.string(), stderr: v.string() }), error)
    return { ok: false, output: `${stdout}${stderr}` }
  }
}

/** A program that imports one package at a version. */
async function programWith(path: string, version: string): Promise<string> {
  count += 1
  const folder = join(scratch, `program-${String(count)}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.24\n')
  writeFileSync(join(folder, 'main.go'), `package main\n\nimport _ "${path}"\n\nfunc main() {}\n`)
  const got = await go(folder, ['get', `${path}@${version}`])
  if (!got.ok) throw new Error(`${path}@${version}: ${got.output}`)
  // Some import what their own go.mod does not name. Tidying fetches what only their tests need, too: gigabytes in all.
  const listed = await go(folder, ['list', '-deps', '.'], { CGO_ENABLED: '1' })
  if (!listed.ok) await go(folder, ['mod', 'tidy'])
  return folder
}

/** The packages outside the standard library with cgo files that a program is built of. */
async function withC(folder: string, goos = 'linux'): Promise<readonly string[]> {
  const format = '{{if and (not .Standard) .CgoFiles}}{{.ImportPath}}{{end}}'
  const { output } = await go(folder, ['list', '-e', '-deps', '-f', format, '.'], { CGO_ENABLED: '1', GOOS: goos })
  return output.split('\n').filter((line) => line !== '')
}

async function buildWithout(folder: string): Promise<WithoutCgo> {
  const { ok, output } = await go(folder, ['build', '-ldflags=-s -w', '-o', '/dev/null', '.'], { CGO_ENABLED: '0' })
  if (ok) return 'builds'
  return output.includes('build constraints exclude all Go files') ? 'excluded' : 'fails'
}

describe('what is said of modules with C is what the real modules are', () => {
  it('they have cgo files, and without cgo becomes of them what is said', async () => {
    const seen = await Promise.all(
      CGO_MODULES.flatMap(({ path, package: own = path, version, without, goos }) =>
        version === null
          ? []
          : [
              limit(async () => {
                const folder = await programWith(own, version)
                return { own, has: (await withC(folder, goos)).includes(own), without: await buildWithout(folder), said: without }
              }),
            ],
      ),
    )
    expect(seen.filter(({ has, without, said }) => !has || without !== said)).toEqual([])
    expect(seen.length).toBeGreaterThanOrEqual(36)
  })

  it('what is offered instead, and what is pure Go already, builds without cgo and has none with all that it imports', async () => {
    const offered = new Map(
      [...CGO_MODULES.flatMap(({ alternatives }) => alternatives), ...PURE_MODULES].map((one) => [one.path, one.version]),
    )
    const seen = await Promise.all(
      [...offered].map(async ([path, version]) =>
        limit(async () => {
          const folder = await programWith(path, version)
          return { path, c: await withC(folder), without: await buildWithout(folder) }
        }),
      ),
    )
    expect(seen.filter(({ c, without }) => c.length > 0 || without !== 'builds')).toEqual([])
  })

  it.each([
    ['-race', /-race requires cgo/],
    ['-msan', /-msan requires cgo/],
    ['-asan', /-asan requires cgo/],
    ['-buildmode=plugin', /requires external \(cgo\) linking/],
    ['-buildmode=c-shared', /requires external \(cgo\) linking/],
  ])('go refuses %s without cgo', async (flag, message) => {
    const folder = plainProgram()
    const { ok, output } = await go(folder, ['build', flag, '-o', '/dev/null', '.'], { CGO_ENABLED: '0' })
    expect({ ok, output }).toEqual({ ok: false, output: expect.stringMatching(message) })
  })

  it('go makes an archive for C without cgo that has no header, and a position independent program', async () => {
    const folder = plainProgram()
    const make = async (mode: string, file: string): Promise<boolean> =>
      (await go(folder, ['build', `-buildmode=${mode}`, '-o', file, '.'], { CGO_ENABLED: '0' })).ok
    writeFileSync(join(folder, 'add.go'), 'package main\n\nimport "C"\n\n//export Add\nfunc Add(a, b int32) int32 { return a + b }\n')
    expect([await make('c-archive', 'out.a'), await make('pie', 'out')]).toEqual([true, true])
    expect(readdirSync(folder).toSorted()).toEqual(['add.go', 'go.mod', 'main.go', 'out', 'out.a'])
    await go(folder, ['build', '-buildmode=c-archive', '-o', 'withc.a', '.'], { CGO_ENABLED: '1' })
    expect(readFileSync(join(folder, 'withc.h'), 'utf8')).toContain('Add(')
  })

  it('the standard library answers that there are no plugins, and does not link runtime/cgo without cgo', async () => {
    const folder = plainProgram()
    writeFileSync(
      join(folder, 'main.go'),
      'package main\n\nimport (\n\t"fmt"\n\t"plugin"\n)\n\nfunc main() {\n\t_, err := plugin.Open("x.so")\n\tfmt.Println(err)\n}\n',
    )
    expect(await go(folder, ['run', '.'], { CGO_ENABLED: '0' })).toEqual({ ok: true, output: 'plugin: not implemented\n' })
    writeFileSync(join(folder, 'main.go'), 'package main\n\nimport _ "runtime/cgo"\n\nfunc main() {}\n')
    expect((await go(folder, ['build', '-o', '/dev/null', '.'], { CGO_ENABLED: '0' })).ok).toBe(false)
    expect((await go(folder, ['build', '-o', '/dev/null', '.'], { CGO_ENABLED: '1' })).ok).toBe(true)
  })

  it('-race builds for macOS without cgo', async () => {
    const more = { CGO_ENABLED: '0', GOOS: 'darwin', GOARCH: 'arm64' }
    expect((await go(plainProgram(), ['build', '-race', '-o', '/dev/null', '.'], more)).ok).toBe(true)
  })

  it.each([
    ['android/arm64', true],
    ['android/amd64', false],
    ['ios/arm64', false],
    ['darwin/arm64', true],
  ])('%s links without cgo: %s', async (target, links) => {
    const [goos = '', goarch = ''] = target.split('/')
    const folder = plainProgram()
    expect((await go(folder, ['build', '-o', '/dev/null', '.'], { CGO_ENABLED: '0', GOOS: goos, GOARCH: goarch })).ok).toBe(links)
  })
})

function plainProgram(): string {
  count += 1
  const folder = join(scratch, `program-${String(count)}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.21\n')
  writeFileSync(join(folder, 'main.go'), 'package main\n\nfunc main() {}\n')
  return folder
}
