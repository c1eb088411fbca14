import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import * as fc from 'fast-check'
import { bytesSource, readBinary, summarise, type Binary, type ByteSource } from '../../src/binaries/index.js'
import { makeFolder, writeTree } from '../support/project.js'
import { BUILDS, fatOf, has, openBench, type Bench } from '../unit/binaries/built.js'
import { mutated, mutations } from '../unit/binaries/mutations.js'
import { fileSource, ownFacts, readelfFacts } from '../unit/binaries/readelf.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(300_000)

/** What Go's own packages say of a file: debug/elf, debug/macho, debug/pe, debug/buildinfo. */
const ORACLE = `package main

import (
	"debug/buildinfo"
	"debug/elf"
	"debug/macho"
	"debug/pe"
	"encoding/json"
	"os"
	"strings"
)

type facts struct {
	Version, Path string
	Settings      [][2]string
	Libraries     []string
	Machine       string
}

func main() {
	all := map[string]facts{}
	for _, path := range os.Args[1:] {
		info, err := buildinfo.ReadFile(path)
		if err != nil {
			panic(err)
		}
		f := facts{Version: info.GoVersion, Path: info.Path, Settings: [][2]string{}, Libraries: []string{}}
		for _, s := range info.Settings {
			f.Settings = append(f.Settings, [2]string{s.Key, s.Value})
		}
		if e, err := elf.Open(path); err == nil {
			f.Machine = e.Machine.String()
			f.Libraries, _ = e.ImportedLibraries()
		} else if m, err := macho.Open(path); err == nil {
			f.Machine = m.Cpu.String()
			f.Libraries, _ = m.ImportedLibraries()
		} else if p, err := pe.Open(path); err == nil {
			seen := map[string]bool{}
			symbols, _ := p.ImportedSymbols()
			for _, s := range symbols {
				if _, lib, ok := strings.Cut(s, ":"); ok && !seen[lib] {
					seen[lib] = true
					f.Libraries = append(f.Libraries, lib)
				}
			}
		}
		if f.Libraries == nil {
			f.Libraries = []string{}
		}
		all[path] = f
	}
	json.NewEncoder(os.Stdout).Encode(all)
}
`

let bench: Bench
const here = BUILDS.filter(({ compiler }) => compiler === undefined || has(compiler))
const missing = BUILDS.filter((build) => !here.includes(build))

beforeAll(() => {
  bench = openBench(makeFolder())
})

function one(path: string): Binary {
  const source = fileSource(path)
  try {
    const reading = readBinary(source)
    if (reading.kind !== 'binary' || reading.fat) throw new Error(`${path} is no thin binary`)
    return reading.binaries[0]
  } finally {
    source.close()
  }
}

function isHere(name: string): boolean {
  return !missing.some((build) => build.name === name)
}

function expectBinary(name: string, expected: Partial<Binary>): () => void {
  return () => {
    expect(one(bench.byName(name))).toMatchObject(expected)
  }
}

function expectOfReadelf(): void {
  for (const build of here.filter(({ env = {} }) => !['darwin', 'windows'].includes(env['GOOS'] ?? ''))) {
    const path = bench.build(build)
    const expected = readelfFacts(path)
    expect({ path, ...ownFacts(path, expected) }).toEqual({ path, ...expected, faults: [] })
  }
}

const OBJDUMP = 'x86_64-w64-mingw32-objdump'

function expectOfObjdump(): void {
  const path = bench.byName('windows-cgo')
  const printed = execFileSync(OBJDUMP, ['-p', path], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const names = [...printed.matchAll(/^\s*DLL Name: (\S+)/gm)].map((match) => match[1])
  expect(names.length).toBeGreaterThan(0)
  expect(one(path).needed).toEqual(names)
}

describe('binaries that go builds', () => {
  it('carry the build info, the libraries and the processor that Go’s own packages read', () => {
    const paths = here.map((build) => bench.build(build))
    writeTree(join(bench.folder, 'oracle'), { 'main.go': ORACLE })
    const text = execFileSync('go', ['run', './oracle', ...paths], { cwd: bench.folder, env: bench.env, encoding: 'utf8' })
    const expected: unknown = JSON.parse(text)
    const own = Object.fromEntries(
      paths.map((path) => {
        const { go, needed, faults } = one(path)
        expect(faults).toEqual([])
        return [
          path,
          { Version: go?.version, Path: go?.path, Settings: go?.settings.map(({ key, value }) => [key, value]), Libraries: needed },
        ]
      }),
    )
    expect(expected).toMatchObject(own)
    expect(paths.length).toBeGreaterThanOrEqual(12)
  })

  it.each<[string, Partial<Binary>]>([
    ['pure', { goos: 'linux', goarch: 'amd64', linkage: 'static', libc: null, cgo: false, stripped: false, kind: 'executable' }],
    ['pure-stripped', { linkage: 'static', cgo: false, stripped: true, debugInfo: false }],
    ['pure-pie', { linkage: 'dynamic', kind: 'pie', interpreter: '/lib64/ld-linux-x86-64.so.2', needed: [], glibc: null, cgo: false }],
    ['pure-386', { goarch: '386', bits: 32, linkage: 'static' }],
    ['pure-arm64', { goarch: 'arm64', bits: 64 }],
    ['pure-s390x', { goarch: 's390x', endian: 'big' }],
    ['pure-mips', { goarch: 'mips', endian: 'big', bits: 32 }],
    ['pure-freebsd', { goos: 'freebsd', goarch: 'amd64' }],
    ['pure-darwin-amd64', { format: 'mach-o', goos: 'darwin', goarch: 'amd64', linkage: 'dynamic', cgo: false }],
    ['pure-darwin-arm64', { format: 'mach-o', goarch: 'arm64', interpreter: '/usr/lib/dyld', stripped: false }],
    ['pure-windows', { format: 'pe', goos: 'windows', goarch: 'amd64', needed: ['kernel32.dll'], cgo: false, stripped: false }],
    ['pure-windows-386', { format: 'pe', goarch: '386', bits: 32 }],
  ])('without C are what they were built for: %s', (name, expected) => {
    expect(one(bench.byName(name))).toMatchObject(expected)
  })

  const withC: readonly [string, Partial<Binary>][] = [
    ['glibc-net', { libc: 'glibc', linkage: 'dynamic', cgo: true, libcResolver: true, needed: ['libc.so.6'] }],
    ['glibc', { libc: 'glibc', cgo: true, libcResolver: false, interpreter: '/lib64/ld-linux-x86-64.so.2' }],
    ['glibc-stripped', { libc: 'glibc', cgo: true, stripped: true }],
    ['glibc-static', { libc: 'glibc', linkage: 'static', cgo: true, glibc: null }],
    ['glibc-lib', { needed: ['libone.so', 'libc.so.6'] }],
    ['glibc-shared.so', { kind: 'shared-library', libc: 'glibc', interpreter: null, cgo: true }],
    ['glibc-plugin.so', { kind: 'shared-library', libc: 'glibc', interpreter: null, cgo: true }],
    ['musl', { libc: 'musl', interpreter: '/lib/ld-musl-x86_64.so.1', needed: ['libc.so'], glibc: null, cgo: true }],
    ['musl-static', { libc: null, linkage: 'static', cgo: true }],
    ['windows-cgo', { format: 'pe', goos: 'windows', cgo: true }],
  ]
  for (const [name, expected] of withC)
    (isHere(name) ? it : it.skip)(
      `with C are what the compiler made of them: ${name} (needs ${BUILDS.find((build) => build.name === name)?.compiler ?? ''})`,
      expectBinary(name, expected),
    )

  ;(has('readelf') ? it : it.skip)('carry what readelf says of them (needs readelf)', expectOfReadelf)

  // Of what Go links by itself objdump takes another section for the table; Go's own debug/pe does not.
  ;(has(OBJDUMP) && isHere('windows-cgo') ? it : it.skip)(`import the libraries that ${OBJDUMP} prints`, expectOfObjdump)

  it('are told apart in a fat file', () => {
    const reading = readBinary(bytesSource(fatOf([bench.byName('pure-darwin-amd64'), bench.byName('pure-darwin-arm64')])))
    expect(reading).toMatchObject({ kind: 'binary', fat: true, binaries: [{ goarch: 'amd64' }, { goarch: 'arm64' }] })
  })

  it('have a summary that a snapshot can carry', () => {
    const summary = summarise(one(bench.byName('pure-pie')))
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
    expect(summary).toEqual({
      format: 'elf',
      goos: 'linux',
      goarch: 'amd64',
      linkage: 'dynamic',
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      needed: [],
      libc: 'glibc',
      glibc: null,
      cgo: false,
      go: expect.stringMatching(/^go1\.\d+/),
    })
  })

  it('built from vendor carry no sum of their modules, and say so', () => {
    const app = join(bench.folder, 'vendored')
    writeTree(app, {
      'go.mod': 'module example.com/vendored\n\ngo 1.23\n\nrequire example.com/dep v1.0.0\n',
      'main.go': 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Name) }\n',
      'vendor/modules.txt': '# example.com/dep v1.0.0\n## explicit; go 1.21\nexample.com/dep\n',
      'vendor/example.com/dep/dep.go': 'package dep\n\nconst Name = "dep"\n',
    })
    const built = spawnSync('go', ['build', '-o', 'app', '.'], { cwd: app, env: { ...bench.env }, encoding: 'utf8' })
    expect(built.stderr).toBe('')
    expect(one(join(app, 'app')).go).toMatchObject({
      dependencies: [{ path: 'example.com/dep', version: 'v1.0.0', sum: null }],
      sums: 'none',
    })
  })
})

/** A source that refuses what no reader may ask for, and counts. */
function watched(bytes: Uint8Array): ByteSource & { readonly total: () => number } {
  let total = 0
  return {
    size: bytes.length,
    readAt(offset, length) {
      expect(Number.isSafeInteger(offset) && offset >= 0 && Number.isSafeInteger(length) && length >= 0).toBe(true)
      const read = bytesSource(bytes).readAt(offset, length)
      total += read.length
      return read
    },
    total: () => total,
  }
}

describe('damaged binaries', () => {
  it.each(['pure-stripped', 'glibc', 'pure-s390x', 'pure-386', 'pure-pie', 'pure-darwin-arm64', 'pure-windows', 'fat'])(
    'end as a reading or a fault, and read no more than a few times their size: %s',
    (name) => {
      const absent = missing.some((build) => build.name === name)
      const whole =
        name === 'fat'
          ? fatOf([bench.byName('pure-darwin-amd64'), bench.byName('pure-darwin-arm64')])
          : readFileSync(bench.byName(absent ? 'pure' : name))
      fc.assert(
        fc.property(mutations(whole.length), (changes) => {
          const source = watched(mutated(whole, changes))
          const reading = readBinary(source)
          expect(['binary', 'other']).toContain(reading.kind)
          // Twenty slices of a fat file may be the same one.
          expect(source.total()).toBeLessThan((name === 'fat' ? 60 : 8) * whole.length + 2 ** 21)
        }),
        { numRuns: 150 },
      )
    },
  )

  it.each([0, 1, 4, 15, 16, 63])('are no binary when less than a header is left: %d bytes', (cut) => {
    expect(readBinary(bytesSource(readFileSync(bench.byName('pure-pie')).subarray(0, cut))).kind).toBe('other')
  })

  it.each([64, 100, 400, 600, 4096, 100_000])('are read as far as they go: %d bytes', (cut) => {
    const reading = readBinary(bytesSource(readFileSync(bench.byName('pure-pie')).subarray(0, cut)))
    expect(reading).toMatchObject({ kind: 'binary', binaries: [{ machine: 'x86-64', goarch: 'amd64' }] })
    expect(reading.kind === 'binary' && reading.binaries[0].faults.length).toBeGreaterThan(0)
  })

  it('that hold themselves do not go round for ever', () => {
    const bytes = new Uint8Array(64)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, 0xcafebabe)
    view.setUint32(4, 2)
    for (const row of [8, 28]) view.setUint32(row + 12, 64)
    expect(readBinary(bytesSource(bytes))).toMatchObject({ kind: 'other' })
  })

  it.each([
    ['#!/bin/sh\n', 'a script'],
    ['', 'empty'],
    ['\0asm\u0001\0\0\0', 'WebAssembly'],
    ['!<arch>\n', 'an archive of object files'],
    ['package main\n', 'no format of programs (ELF, Mach-O, PE)'],
    ['\u007FELF', 'damaged: the ELF header lies behind the end of the file'],
    ['MZ', 'damaged: the DOS header lies behind the end of the file'],
  ])('and other files are called by their name: %j', (text, what) => {
    const path = join(makeFolder(), 'file')
    writeFileSync(path, text, 'latin1')
    const source = fileSource(path)
    expect(readBinary(source)).toEqual({ kind: 'other', what })
    source.close()
  })
})
