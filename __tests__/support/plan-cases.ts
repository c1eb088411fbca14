import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { listDropped, openGo } from '../../src/go/index.js'
import { classify } from '../../src/incidents/index.js'
import { plan } from '../../src/operations/index.js'
import type { PlanVerdict } from '../../src/targets/index.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from './project.js'

type Variables = Readonly<Record<string, string | undefined>>

/** One project, one target, one environment. */
export interface PlanCase {
  readonly name: string
  readonly files: FileTree
  readonly target: string
  readonly env?: Variables
  /** Programs that must be there. */
  readonly tools?: readonly string[]
  /** Only this much is on PATH. */
  readonly path?: 'go-only'
}

const C_MAIN = (preamble: string, call: string = 'C.free(nil)'): string =>
  `package main\n\n/*\n${preamble}\n#include <stdlib.h>\n*/\nimport "C"\n\nfunc main() { ${call} }\n`

export const PURE: FileTree = { 'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n' }
export const NET: FileTree = { 'main.go': 'package main\n\nimport "net"\n\nfunc main() { _, _ = net.LookupHost("localhost") }\n' }
export const OWN_C: FileTree = { 'main.go': C_MAIN('') }
const HEADER: FileTree = { 'main.go': C_MAIN('#include <nothere.h>') }
const HEADER_IN_C: FileTree = { 'main.go': C_MAIN(''), 'more.c': '#include "nothere.h"\n' }
const LOCAL_HEADER: FileTree = { 'main.go': C_MAIN('#include "own.h"'), 'own.h': '#define OWN 1\n' }
const LIBRARY: FileTree = { 'main.go': C_MAIN('#cgo LDFLAGS: -lnothere') }
export const MATH: FileTree = { 'main.go': C_MAIN('#cgo LDFLAGS: -lm -lpthread -ldl\n#include <math.h>', 'println(C.sqrt(2))') }
export const ZLIB: FileTree = { 'main.go': C_MAIN('#cgo LDFLAGS: -lz\n#include <zlib.h>', 'println(C.GoString(C.zlibVersion()))') }
const PKG_CONFIG: FileTree = { 'main.go': C_MAIN('#cgo pkg-config: nothere') }
const CXX: FileTree = { 'main.go': C_MAIN(''), 'more.cpp': '#include <vector>\nstatic std::vector<int> v;\n' }
const WINDOWS_LIBRARY: FileTree = { 'main.go': C_MAIN('#cgo LDFLAGS: -lws2_32') }
export const DROPPED: FileTree = {
  'main.go': 'package main\n\nimport "example.com/app/fast"\n\nfunc main() { println(fast.Sum()) }\n',
  'fast/fast_cgo.go': 'package fast\n\n// static int one(void) { return 1; }\nimport "C"\n\nfunc Sum() int { return int(C.one()) }\n',
  'fast/fast_plain.go': '//go:build !cgo\n\npackage fast\n\nfunc Sum() int { return 1 }\n',
}
export const CGO_ONLY: FileTree = {
  'main.go': DROPPED['main.go'] ?? '',
  'fast/fast_cgo.go': DROPPED['fast/fast_cgo.go'] ?? '',
}
const OTHER = { 'fast/other.go': 'package fast\n\nfunc Other() int { return 1 }\n' }
const LOST_NAME: FileTree = { ...CGO_ONLY, ...OTHER }
const LOST_ALIAS: FileTree = {
  ...LOST_NAME,
  'main.go': 'package main\n\nimport f "example.com/app/fast"\n\nfunc main() { println(f.Sum()) }\n',
}
const LOST_INSIDE: FileTree = {
  ...LOST_NAME,
  'main.go': 'package main\n\nimport "example.com/app/fast"\n\nfunc main() { println(fast.Twice()) }\n',
  'fast/twice.go': 'package fast\n\nfunc Twice() int { return 2 * Sum() }\n',
}
const LOST_UNUSED: FileTree = {
  ...LOST_INSIDE,
  'fast/twice.go': 'package fast\n\n// Twice is Sum of both.\nfunc Twice() int { Sum := 1; return 2 * Sum }\n',
}
const SYSTEM_ONLY: FileTree = {
  'main.go': 'package main\n\nimport "example.com/app/sys"\n\nfunc main() { sys.Do() }\n',
  'sys/sys_linux.go': 'package sys\n\nfunc Do() {}\n',
}
const MISSING_MODULE: FileTree = { 'main.go': 'package main\n\nimport _ "example.com/nothere"\n\nfunc main() {}\n' }
const NEW_GO: FileTree = { 'go.mod': 'module example.com/app\n\ngo 1.99\n', ...PURE }

export const NATIVE: string = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`
export const AARCH64: Variables = { CC: 'aarch64-linux-gnu-gcc', CXX: 'aarch64-linux-gnu-g++' }
const MINGW = { CC: 'x86_64-w64-mingw32-gcc', CXX: 'x86_64-w64-mingw32-g++' }

/** Combinations that cost little to build. */
export const QUICK_CASES: readonly PlanCase[] = [
  { name: 'pure Go, natively without cgo', files: PURE, target: `${NATIVE}-cgo` },
  { name: 'pure Go, for another system', files: PURE, target: 'windows/amd64' },
  { name: 'a header that is not there', files: HEADER, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'a header that a C file wants and that is not there', files: HEADER_IN_C, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'a library that is not there', files: LIBRARY, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'a package of pkg-config that is not there', files: PKG_CONFIG, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'C code, natively', files: OWN_C, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'libraries of the C library itself', files: MATH, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'a header of its own', files: LOCAL_HEADER, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'C code without a C compiler, cgo asked for', files: OWN_C, target: `${NATIVE}+cgo`, path: 'go-only' },
  { name: 'C code with a CC that is not there', files: OWN_C, target: `${NATIVE}+cgo`, env: { CC: '/nothere/gcc' } },
  {
    name: 'C code for another processor with the compiler of this one',
    files: OWN_C,
    target: 'linux/arm64+cgo',
    env: { CC: 'gcc' },
    tools: ['gcc'],
  },
  { name: 'C code for Windows with the compiler of Linux', files: OWN_C, target: 'windows/amd64+cgo', env: { CC: 'gcc' }, tools: ['gcc'] },
  { name: 'C code for macOS without clang', files: OWN_C, target: 'darwin/arm64+cgo', path: 'go-only' },
  { name: 'a package with C alone, without cgo', files: CGO_ONLY, target: `${NATIVE}-cgo` },
  { name: 'a package that falls back without cgo', files: DROPPED, target: `${NATIVE}-cgo` },
  { name: 'a name that is lost without cgo', files: LOST_NAME, target: `${NATIVE}-cgo` },
  { name: 'a lost name under another name, for arm64', files: LOST_ALIAS, target: 'linux/arm64' },
  { name: 'a lost name that the package uses itself', files: LOST_INSIDE, target: `${NATIVE}-cgo` },
  { name: 'a lost name that nothing uses', files: LOST_UNUSED, target: `${NATIVE}-cgo` },
  { name: 'a package of another system', files: SYSTEM_ONLY, target: 'windows/amd64' },
  { name: 'a module that nobody requires', files: MISSING_MODULE, target: `${NATIVE}-cgo` },
  { name: 'a target that does not exist', files: PURE, target: 'linux/amd46' },
  { name: '-race without cgo', files: PURE, target: `${NATIVE}-cgo`, env: { GOFLAGS: '-race' } },
]

/** Combinations for whose C code a compiler has to run for seconds. */
export const SLOW_CASES: readonly PlanCase[] = [
  { name: 'package net, natively', files: NET, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'package net for arm64 without cgo', files: NET, target: 'linux/arm64' },
  { name: 'package net for macOS with cgo asked for', files: NET, target: 'darwin/arm64+cgo' },
  {
    name: 'package net for Windows with cgo asked for, by gcc of Linux',
    files: NET,
    target: 'windows/amd64+cgo',
    env: { CC: 'gcc' },
    tools: ['gcc'],
  },
  { name: 'C code for arm64 with its compiler', files: OWN_C, target: 'linux/arm64+cgo', env: AARCH64, tools: ['aarch64-linux-gnu-gcc'] },
  { name: 'libraries of the C library for arm64', files: MATH, target: 'linux/arm64+cgo', env: AARCH64, tools: ['aarch64-linux-gnu-gcc'] },
  {
    name: 'zlib for arm64, of which only the host has one',
    files: ZLIB,
    target: 'linux/arm64+cgo',
    env: AARCH64,
    tools: ['aarch64-linux-gnu-gcc'],
  },
  { name: 'the compiler of arm64 for this machine', files: OWN_C, target: `${NATIVE}+cgo`, env: AARCH64, tools: ['aarch64-linux-gnu-gcc'] },
  {
    name: 'C code for Windows with its compiler',
    files: OWN_C,
    target: 'windows/amd64+cgo',
    env: MINGW,
    tools: ['x86_64-w64-mingw32-gcc'],
  },
  {
    name: 'an import library of Windows',
    files: WINDOWS_LIBRARY,
    target: 'windows/amd64+cgo',
    env: MINGW,
    tools: ['x86_64-w64-mingw32-gcc'],
  },
  { name: 'a library of Windows, natively', files: WINDOWS_LIBRARY, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  {
    name: 'C++ for Windows without its C++ compiler',
    files: CXX,
    target: 'windows/amd64+cgo',
    env: { ...MINGW, CXX: '/nothere/g++' },
    tools: ['x86_64-w64-mingw32-gcc'],
  },
  { name: 'C++, natively', files: CXX, target: `${NATIVE}+cgo`, tools: ['gcc', 'g++'] },
  { name: 'musl-gcc, natively', files: OWN_C, target: `${NATIVE}+cgo`, env: { CC: 'musl-gcc' }, tools: ['musl-gcc'] },
  { name: 'musl-gcc and a library of glibc’s system', files: ZLIB, target: `${NATIVE}+cgo`, env: { CC: 'musl-gcc' }, tools: ['musl-gcc'] },
  { name: '386 by the compiler of amd64', files: OWN_C, target: 'linux/386+cgo', env: { CC: 'gcc' }, tools: ['gcc'] },
  { name: 'a header behind CGO_CFLAGS', files: HEADER, target: `${NATIVE}+cgo`, env: { CGO_CFLAGS: '-I$APP/include' }, tools: ['gcc'] },
  {
    name: 'a sysroot that is empty',
    files: OWN_C,
    target: `${NATIVE}+cgo`,
    env: { CGO_CFLAGS: '--sysroot=$APP/nothere', CGO_LDFLAGS: '--sysroot=$APP/nothere' },
    tools: ['gcc'],
  },
  {
    name: 'a library behind CGO_LDFLAGS',
    files: LIBRARY,
    target: `${NATIVE}+cgo`,
    env: { CGO_LDFLAGS: '-L$APP/lib' },
    tools: ['gcc', 'ar'],
  },
  {
    name: 'a library of another processor behind CGO_LDFLAGS',
    files: LIBRARY,
    target: `${NATIVE}+cgo`,
    env: { CGO_LDFLAGS: '-L$APP/lib-arm64' },
    tools: ['gcc', 'aarch64-linux-gnu-gcc'],
  },
  { name: 'no C compiler, cgo left to go', files: DROPPED, target: NATIVE, path: 'go-only' },
  { name: 'no C compiler, a package with C alone', files: CGO_ONLY, target: NATIVE, path: 'go-only' },
  { name: 'a package that falls back, with cgo', files: DROPPED, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'a package with C alone, for arm64', files: CGO_ONLY, target: 'linux/arm64' },
  { name: 'a variant that no Go knows', files: PURE, target: 'linux/amd64-cgo', env: { GOAMD64: 'v9' } },
  { name: 'a go line that is too new', files: NEW_GO, target: `${NATIVE}-cgo` },
  { name: '-race with cgo', files: PURE, target: `${NATIVE}+cgo`, env: { GOFLAGS: '-race' }, tools: ['gcc'] },
]

/** What the plan said, what the build did, and what was run for the plan. */
export interface PlanTruth {
  readonly verdict: PlanVerdict
  readonly rule: string | undefined
  readonly builds: boolean
  readonly buildRule: string | undefined
  readonly output: string
  /** Command lines of all programs that the plan started. */
  readonly calls: readonly string[]
}

const LOGGED = [
  'go',
  'gcc',
  'g++',
  'clang',
  'musl-gcc',
  'aarch64-linux-gnu-gcc',
  'aarch64-linux-gnu-g++',
  'x86_64-w64-mingw32-gcc',
  'x86_64-w64-mingw32-g++',
  'pkg-config',
]

function find(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate))
}

/** Whether a machine has what a case asks for. */
export function missingTools({ tools = [] }: PlanCase): readonly string[] {
  return tools.filter((name) => find(name, process.env['PATH'] ?? '') === undefined)
}

function onlyGo(folder: string): string {
  const bin = join(folder, 'go-only')
  mkdirSync(bin, { recursive: true })
  for (const name of ['go', 'git', 'sh', 'cat', 'uname', 'getconf']) {
    const real = find(name, process.env['PATH'] ?? '')
    if (real !== undefined && !existsSync(join(bin, name))) symlinkSync(real, join(bin, name))
  }
  return bin
}

/** Programs that note how they are called, before those of a PATH. */
function withLog(folder: string, path: string): { readonly path: string; readonly log: string } {
  const bin = join(folder, 'logged')
  const log = join(folder, 'calls.log')
  mkdirSync(bin, { recursive: true })
  for (const name of LOGGED) {
    const real = find(name, path)
    if (real === undefined) continue
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >>'${log}'\nexec '${real}' "$@"\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return { path: `${bin}${delimiter}${path}`, log }
}

/** Libraries called `nothere` for this machine and for arm64, and its header. */
function addLibraries(app: string): void {
  writeTree(app, { 'include/nothere.h': '#define NOTHERE 1\n', 'nothere.txt': 'int nothere(void) { return 1; }\n' })
  for (const [compiler, folder] of [
    ['gcc', 'lib'],
    ['aarch64-linux-gnu-gcc', 'lib-arm64'],
  ] as const) {
    mkdirSync(join(app, folder), { recursive: true })
    const made = spawnSync(compiler, ['-x', 'c', '-c', join(app, 'nothere.txt'), '-o', join(app, folder, 'nothere.o')])
    if (made.status === 0) spawnSync('ar', ['rcs', join(app, folder, 'libnothere.a'), join(app, folder, 'nothere.o')])
  }
}

/** Plans a case, then builds it with the go command itself. */
export async function planAndBuild(
  { files, target, env: more = {}, path }: PlanCase,
  base: Variables = {},
  checkOut: (app: string) => void = () => undefined,
): Promise<PlanTruth> {
  const folder = makeFolder()
  const app = join(folder, 'app')
  checkOut(app)
  if (Object.keys(files).length > 0) writeTree(app, { 'go.mod': 'module example.com/app\n\ngo 1.21\n', ...files })
  if (Object.values(more).some((value) => value?.includes('$APP') === true)) addLibraries(app)
  const own = Object.fromEntries(Object.entries(more).map(([key, value]) => [key, value?.replaceAll('$APP', app)]))
  const plainPath = path === 'go-only' ? onlyGo(folder) : (process.env['PATH'] ?? '')
  const env = { ...goTestEnv(folder), ...base, ...own, PATH: plainPath }
  const logged = withLog(folder, plainPath)
  const session = { host: testHost(app, { ...env, PATH: logged.path }), progress: () => undefined }
  const options = { directory: app, config: { targets: [target] }, version: '0.0.0-test', job: { name: 'leg' } }
  const { document } = await plan(session, options)
  const made = document.roots[0]?.plans[0]
  if (made === undefined) throw new Error('nothing was planned')
  const calls = existsSync(logged.log) ? readFileSync(logged.log, 'utf8').trimEnd().split('\n') : []

  const [goos = '', rest = ''] = target.split('/')
  const goarch = rest.replace(/[+-]cgo$/, '')
  const cgo = made.target.endsWith('+cgo')
  const asked = /[+-]cgo$/.test(target) ? { CGO_ENABLED: cgo ? '1' : '0' } : {}
  const built = spawnSync('go', ['build', '-o', '/dev/null', './...'], {
    cwd: app,
    env: { ...env, GOOS: goos, GOARCH: goarch, ...asked },
    encoding: 'utf8',
  })
  const builds = built.status === 0
  const go = openGo(testHost(app, env), { directory: app })
  const dropped = builds || cgo ? null : await listDropped(go, { GOOS: goos, GOARCH: goarch }, ['./...'])
  const facts = { goos, goarch, cgoEnabled: cgo, ...(dropped?.ok === true ? { droppedByCgo: dropped.packages } : {}) }
  const output = `${built.stderr}${built.stdout}`
  return {
    verdict: made.verdict,
    rule: made.rule,
    builds,
    buildRule: builds ? undefined : (classify(output, facts)[0]?.rule ?? 'go/unrecognised'),
    output,
    calls,
  }
}
