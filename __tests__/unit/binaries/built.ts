import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { goTestEnv, writeTree } from '../../support/project.js'

/** One binary that go builds. */
export interface Build {
  readonly name: string
  readonly env?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
  /** `pure`: no C of its own, but package net; `c`: a few lines of C; `lib`: also a library of its own; `child`: by a test. */
  readonly package: 'pure' | 'c' | 'lib' | 'child'
  /** The compiler that it needs. */
  readonly compiler?: string
}

const CGO = { CGO_ENABLED: '1' } as const
const STATIC = ['-ldflags', '-linkmode external -extldflags -static'] as const

/** Every kind of binary that matters here. */
export const BUILDS: readonly Build[] = [
  { name: 'pure', package: 'pure' },
  { name: 'pure-stripped', package: 'pure', flags: ['-trimpath', '-ldflags', '-s -w -X "main.quoted=a b"'] },
  { name: 'pure-pie', package: 'pure', flags: ['-buildmode=pie'] },
  { name: 'pure-386', package: 'pure', env: { GOARCH: '386' } },
  { name: 'pure-arm64', package: 'pure', env: { GOARCH: 'arm64' } },
  { name: 'pure-s390x', package: 'pure', env: { GOARCH: 's390x' } },
  { name: 'pure-mips', package: 'pure', env: { GOARCH: 'mips' } },
  { name: 'pure-freebsd', package: 'pure', env: { GOOS: 'freebsd' } },
  { name: 'pure-darwin-amd64', package: 'pure', env: { GOOS: 'darwin' } },
  { name: 'pure-darwin-arm64', package: 'pure', env: { GOOS: 'darwin', GOARCH: 'arm64' } },
  { name: 'pure-windows', package: 'pure', env: { GOOS: 'windows' } },
  { name: 'pure-windows-386', package: 'pure', env: { GOOS: 'windows', GOARCH: '386' } },
  { name: 'glibc-net', package: 'pure', env: CGO, compiler: 'gcc' },
  { name: 'glibc', package: 'c', env: CGO, compiler: 'gcc' },
  { name: 'glibc-stripped', package: 'c', env: CGO, flags: ['-ldflags', '-s -w'], compiler: 'gcc' },
  { name: 'glibc-static', package: 'c', env: CGO, flags: STATIC, compiler: 'gcc' },
  { name: 'glibc-lib', package: 'lib', env: CGO, compiler: 'gcc' },
  { name: 'glibc-shared.so', package: 'c', env: CGO, flags: ['-buildmode=c-shared'], compiler: 'gcc' },
  { name: 'glibc-plugin.so', package: 'c', env: CGO, flags: ['-buildmode=plugin'], compiler: 'gcc' },
  { name: 'musl', package: 'c', env: { ...CGO, CC: 'musl-gcc' }, compiler: 'musl-gcc' },
  { name: 'musl-static', package: 'c', env: { ...CGO, CC: 'musl-gcc' }, flags: STATIC, compiler: 'musl-gcc' },
  { name: 'windows-cgo', package: 'c', env: { ...CGO, GOOS: 'windows', CC: 'x86_64-w64-mingw32-gcc' }, compiler: 'x86_64-w64-mingw32-gcc' },
]

const FILES = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n',
  'pure/main.go':
    'package main\n\nimport "net"\n\nvar quoted string\n\nfunc main() {\n\t_, err := net.LookupPort("tcp", "80")\n\tprintln("ok", err == nil, quoted)\n}\n',
  'c/main.go':
    'package main\n\n/*\n#include <stdio.h>\nstatic void hi(void) { puts("hi from C"); fflush(stdout); }\n*/\nimport "C"\n\nfunc main() { C.hi() }\n',
  'lib/main.go':
    'package main\n\n/*\n#cgo LDFLAGS: -L${SRCDIR}/../libs -lone -Wl,-rpath,$ORIGIN/../libs\nint one(void);\n*/\nimport "C"\n\nfunc main() { println("one is", C.one()) }\n',
  'libs/two.c': '#include <stdio.h>\nint two(void) { return printf("two\\n") > 0 ? 2 : 0; }\n',
  'libs/one.c': 'int two(void);\nint one(void) { return two() - 1; }\n',
}

/** Whether a program is on PATH. */
export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** A folder of binaries and what builds them. */
export interface Bench {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Path of a binary that is built on the first call. */
  build(build: Build): string
  byName(name: string): string
}

/** Makes the sources; nothing is built yet. */
export function openBench(folder: string): Bench {
  writeTree(folder, FILES)
  const env = goTestEnv(join(folder, 'work'))
  const plain = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64', GOFLAGS: '-buildvcs=false' }
  const libraries = (): void => {
    const libs = join(folder, 'libs')
    if (existsSync(join(libs, 'libone.so'))) return
    execFileSync('gcc', ['-shared', '-fPIC', '-o', join(libs, 'libtwo.so'), join(libs, 'two.c')])
    // Without a RUNPATH of its own libone.so would not find libtwo.so: DT_RUNPATH counts for the object that has it only.
    execFileSync('gcc', [
      '-shared',
      '-fPIC',
      '-Wl,-rpath,$ORIGIN',
      '-o',
      join(libs, 'libone.so'),
      join(libs, 'one.c'),
      `-L${libs}`,
      '-ltwo',
    ])
  }
  const build = ({ name, env: own = {}, flags = [], package: package_ }: Build): string => {
    const path = join(folder, 'bin', name)
    if (existsSync(path)) return path
    if (package_ === 'lib') libraries()
    execFileSync('go', ['build', ...flags, '-o', path, `./${package_}`], {
      cwd: folder,
      // The flag with $ORIGIN is one that cgo does not let through by itself.
      env: { ...env, ...plain, CGO_LDFLAGS_ALLOW: '-Wl,-rpath,.*', ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return path
  }
  return {
    folder,
    env: { ...env, ...plain },
    build,
    byName(name) {
      const found = BUILDS.find((candidate) => candidate.name === name)
      if (found === undefined) throw new Error(`there is no build ${name}`)
      return build(found)
    },
  }
}

/** Two thin Mach-O files as one fat file, as lipo makes it. */
export function fatOf(paths: readonly string[]): Uint8Array {
  const parts = paths.map((path) => readFileSync(path))
  const align = 1 << 14
  const header = Buffer.alloc(8 + parts.length * 20)
  header.writeUInt32BE(0xcafebabe, 0)
  header.writeUInt32BE(parts.length, 4)
  const chunks: Buffer[] = []
  let at = align
  for (const [index, part] of parts.entries()) {
    const row = 8 + index * 20
    header.writeUInt32BE(part.readUInt32LE(4), row)
    header.writeUInt32BE(part.readUInt32LE(8), row + 4)
    header.writeUInt32BE(at, row + 8)
    header.writeUInt32BE(part.length, row + 12)
    header.writeUInt32BE(14, row + 16)
    const size = Math.ceil(part.length / align) * align
    chunks.push(part, Buffer.alloc(size - part.length))
    at += size
  }
  return new Uint8Array(Buffer.concat([header, Buffer.alloc(align - header.length), ...chunks]))
}
