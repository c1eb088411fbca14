import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openBench, says, show } from '../docs/claims/bench.js'
import type { Shown } from '../docs/claims/claim.js'
import { appMod, start } from '../docs/claims/program.js'
import { makeFolder, writeTree } from '../support/project.js'

const bench = openBench()
const has = (tool: string): boolean => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined
const LOADER = '/lib/ld-musl-x86_64.so.1'
const BUILD = ['build', '-o', 'app', '.']
const C = { CGO_ENABLED: '1' }

/** A program with C above its import, that prints what an expression of C gives. */
function program(preamble: string, expression: string): Readonly<Record<string, string>> {
  return { 'go.mod': appMod(), 'main.go': `package main\n\n/*\n${preamble}\n*/\nimport "C"\n\nfunc main() { println(${expression}) }\n` }
}

async function expectOfMusl(): Promise<void> {
  const project = bench.project(program('#include <gnu/libc-version.h>', 'C.GoString(C.gnu_get_libc_version())'))
  expect((await show(project, BUILD, { set: C })).exitCode).toBe(0)
  const ran = start(project, [LOADER, './app'])
  expect([ran.exitCode, says(ran, 'Error relocating'), says(ran, 'gnu_get_libc_version: symbol not found')]).toEqual([127, true, true])
  expect(says(ran, 'killed by') || says(ran, '__libc_start_main')).toBe(false)

  const plain = bench.project(program('static int two(void) { return 2; }', 'C.two()'))
  expect((await show(plain, BUILD, { set: C })).exitCode).toBe(0)
  expect(start(plain, [LOADER, './app'])).toMatchObject({ exitCode: 0, output: ['2'] })

  const musl = await show(project, BUILD, { set: { ...C, CC: 'musl-gcc' } })
  expect([musl.exitCode, says(musl, 'gnu/libc-version.h: No such file or directory')]).toEqual([1, true])
}

// Go does not know when a header appears or goes: what was compiled before says nothing.
const cross = openBench({ GOCACHE: join(makeFolder(), 'build') })
/** Debian has the headers of libc for the target in a package that the compiler only recommends: libc6-dev-arm64-cross. */
const hasLibc = existsSync('/usr/aarch64-linux-gnu/include/stdlib.h')

async function buildForArm64(preamble: string): Promise<Shown> {
  const project = cross.project(program(preamble, 'C.quote_two()'))
  // A library of the machine that builds.
  writeTree(project.folder, { 'host/quote.txt': 'int quote_two(void) { return 2; }\n' })
  const host = join(project.folder, 'host')
  expect(start(project, ['gcc', '-shared', '-fPIC', '-x', 'c', '-o', join(host, 'libquote.so'), join(host, 'quote.txt')]).exitCode).toBe(0)
  const set = { ...C, GOOS: 'linux', GOARCH: 'arm64', CC: 'aarch64-linux-gnu-gcc', CGO_LDFLAGS: `-L${host}` }
  return await show(project, BUILD, { set })
}

async function expectOfLibc(): Promise<void> {
  const libc = await buildForArm64('#include <stdlib.h>\nstatic int quote_two(void) { return abs(-2); }')
  expect([libc.exitCode, libc.output.some((line) => /fatal error: \S+\.h: No such file/.test(line))]).toEqual(
    hasLibc ? [0, false] : [1, true],
  )
}

async function expectOfOthers(): Promise<void> {
  const header = await buildForArm64('#include <libquote/quote.h>')
  expect([header.exitCode, says(header, 'libquote/quote.h: No such file or directory')]).toEqual([1, true])
  const library = await buildForArm64('#cgo LDFLAGS: -lquote\nint quote_two(void);')
  expect([library.exitCode, says(library, 'skipping incompatible'), says(library, 'cannot find -lquote')]).toEqual([1, true, true])
}

describe('what docs/claims.md says with C compilers that are not everywhere', () => {
  ;(has('musl-gcc') && existsSync(LOADER) ? it : it.skip)('claim 29 (needs musl-gcc and the loader of musl)', expectOfMusl)

  const hasCross = has('aarch64-linux-gnu-gcc')
  ;(hasCross ? it : it.skip)('claim 30: libc has headers where its package is installed (needs gcc-aarch64-linux-gnu)', expectOfLibc)
  ;(hasCross && hasLibc ? it : it.skip)(
    'claim 30: other libraries have none (needs gcc-aarch64-linux-gnu and libc6-dev-arm64-cross)',
    expectOfOthers,
  )
})
