import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { judgePlace, parsePlace, PLACES, placeNames, type Binary, type Place } from '../../../src/binaries/index.js'

const STATIC: Binary = {
  format: 'elf',
  bits: 64,
  endian: 'little',
  goos: 'linux',
  goarch: 'amd64',
  machine: 'x86-64',
  kind: 'executable',
  linkage: 'static',
  interpreter: null,
  needed: [],
  soname: null,
  rpath: [],
  runpath: [],
  libc: null,
  glibc: null,
  glibcSymbols: [],
  versions: [],
  provides: [],
  stripped: false,
  debugInfo: true,
  cgo: false,
  libcResolver: false,
  go: null,
  minimumSystem: null,
  faults: [],
}
const GLIBC: Binary = {
  ...STATIC,
  linkage: 'dynamic',
  libc: 'glibc',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libc.so.6'],
  glibc: '2.34',
  glibcSymbols: ['pthread_create'],
  cgo: true,
}
const MUSL: Binary = { ...GLIBC, libc: 'musl', interpreter: '/lib/ld-musl-x86_64.so.1', needed: ['libc.musl-x86_64.so.1'], glibc: null }
const MUSL_LIBRARY: Binary = { ...MUSL, kind: 'shared-library', interpreter: null }
const GLIBC_LIBRARY: Binary = { ...GLIBC, kind: 'shared-library', interpreter: null }

function place(text: string): Place {
  const found = parsePlace(text)
  if (found === null) throw new Error(text)
  return found
}

function say(binary: Binary, where: string, goarch: string | null = null): string {
  const { starts, findings } = judgePlace(binary, place(where), goarch)
  return [starts, ...findings.map(({ rule, severity }) => `${severity} ${rule}`)].join(', ')
}

const NO_LIBC = 'no, error runtime/libc-mismatch'
const TOO_OLD = 'no, error runtime/glibc-too-old'
const WRONG = 'no, error runtime/wrong-architecture'

describe('judgePlace', () => {
  it.each<[string, Binary, string, string]>([
    ['static', STATIC, 'scratch', 'yes'],
    ['static', STATIC, 'alpine:3.20', 'yes'],
    ['static', STATIC, 'debian:12', 'yes'],
    ['glibc 2.34', GLIBC, 'debian:12', 'yes'],
    ['glibc 2.34', GLIBC, 'ubuntu:22.04', 'yes'],
    ['glibc 2.34', GLIBC, 'glibc:2.34', 'yes'],
    ['glibc 2.34', GLIBC, 'rhel:9', 'yes'],
    ['glibc 2.34', GLIBC, 'gcr.io/distroless/base-debian12', 'yes'],
    ['glibc 2.34', GLIBC, 'debian:11', TOO_OLD],
    ['glibc 2.34', GLIBC, 'ubuntu:20.04', TOO_OLD],
    ['glibc 2.34', GLIBC, 'glibc:2.17', TOO_OLD],
    ['glibc 2.34', GLIBC, 'centos:7', TOO_OLD],
    ['glibc 2.4', { ...GLIBC, glibc: '2.4' }, 'glibc:2.17', 'yes'],
    ['glibc', GLIBC, 'alpine:3.20', NO_LIBC],
    ['glibc', GLIBC, 'musl', NO_LIBC],
    ['glibc', GLIBC, 'scratch', NO_LIBC],
    ['glibc', GLIBC, 'distroless', NO_LIBC],
    ['musl', MUSL, 'alpine:3.20', 'yes'],
    ['musl', MUSL, 'musl:1.2.5', 'yes'],
    ['musl', MUSL, 'debian:12', NO_LIBC],
    ['musl', MUSL, 'scratch', NO_LIBC],
    ['a library of musl', MUSL_LIBRARY, 'debian:12', NO_LIBC],
    ['a library of musl', MUSL_LIBRARY, 'alpine:3.19', 'yes'],
    ['a library of glibc', GLIBC_LIBRARY, 'alpine:3.20', 'unknown, warning runtime/libc-mismatch'],
    ['a library of glibc', GLIBC_LIBRARY, 'scratch', NO_LIBC],
    ['a library of glibc', GLIBC_LIBRARY, 'debian:11', TOO_OLD],
    [
      'of Android',
      { ...MUSL, libc: 'bionic', goos: 'android', interpreter: '/system/bin/linker64', needed: ['libc.so'] },
      'alpine:3.20',
      NO_LIBC,
    ],
    [
      'with a loader elsewhere',
      { ...GLIBC, interpreter: '/nix/store/x-glibc/lib/ld-linux-x86-64.so.2' },
      'debian:12',
      'unknown, warning runtime/libc-mismatch',
    ],
    ['for 32-bit ARM', { ...GLIBC, goarch: 'arm', interpreter: '/lib/ld-linux-armhf.so.3' }, 'debian:12', 'yes'],
    ['with libgcc', { ...MUSL, needed: [...MUSL.needed, 'libgcc_s.so.1'] }, 'alpine:3.20', 'no, error runtime/library-missing'],
    ['with libgcc', { ...GLIBC, needed: [...GLIBC.needed, 'libgcc_s.so.1'] }, 'debian:12', 'yes'],
    ['with OpenSSL', { ...MUSL, needed: ['libssl.so.3'] }, 'alpine:3.20', 'yes'],
    ['with a library of nobody', { ...GLIBC, needed: ['libsnappy.so.1'] }, 'debian:12', 'unknown, warning runtime/library-missing'],
    ['with a library of nobody', { ...GLIBC, needed: ['libsnappy.so.1'] }, 'distroless/cc-debian12', 'no, error runtime/library-missing'],
    ['for Windows', { ...STATIC, format: 'pe', goos: 'windows' }, 'debian:12', WRONG],
    ['for macOS', { ...STATIC, format: 'mach-o', goos: 'darwin' }, 'scratch', WRONG],
    ['for FreeBSD', { ...STATIC, goos: 'freebsd' }, 'debian:12', WRONG],
    ['an object file', { ...STATIC, kind: 'object' }, 'debian:12', 'unknown'],
  ])('%s: says whether it starts: %#', (_name, binary, where, expected) => {
    expect(say(binary, where)).toBe(expected)
  })

  it.each<[Binary, string, string]>([
    [STATIC, 'amd64', 'yes'],
    [STATIC, 'arm64', WRONG],
    [{ ...STATIC, goarch: '386' }, 'amd64', 'yes'],
    [{ ...GLIBC, goarch: '386', interpreter: '/lib/ld-linux.so.2' }, 'amd64', WRONG],
    [{ ...STATIC, goarch: 'arm' }, 'arm64', WRONG],
    [{ ...STATIC, goarch: null, machine: 'machine 190' }, 'amd64', WRONG],
  ])('holds the processor against that of the place: %#', (binary, goarch, expected) => {
    expect(say(binary, 'debian:12', goarch)).toBe(expected)
  })

  it('names a newer libstdc++', () => {
    const binary: Binary = {
      ...GLIBC,
      needed: ['libstdc++.so.6', 'libc.so.6'],
      versions: [{ library: 'libstdc++.so.6', versions: ['GLIBCXX_3.4', 'GLIBCXX_3.4.32', 'CXXABI_1.3'] }],
    }
    expect(say(binary, 'ubuntu:24.04')).toBe('yes')
    expect(judgePlace(binary, place('debian:12')).findings.map(({ title }) => title)).toEqual([
      'needs GLIBCXX_3.4.32, and libstdc++ of debian:12 has 3.4.30',
    ])
  })

  it('says which symbols ask for the newer glibc, and offers no cgo-free build for what go did not build', () => {
    const [finding] = judgePlace(GLIBC, place('debian:11')).findings
    expect(finding?.evidence).toEqual(['GLIBC_2.34: pthread_create'])
    expect(finding?.fix.map(({ command }) => command)).toEqual([undefined])
  })

  it('puts no path into a command that a shell would read otherwise', () => {
    const go = { version: 'go1.26', path: 'x; rm -rf $HOME', main: null, dependencies: [], settings: [], sums: 'nothing' } as const
    const [finding] = judgePlace({ ...GLIBC, go }, place('scratch')).findings
    expect(finding?.fix[0]?.command).toBe('CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build .')
  })

  it('mentions what a static glibc and a newer processor level mean', () => {
    const go = {
      version: 'go1.26',
      path: null,
      main: null,
      dependencies: [],
      settings: [{ key: 'GOAMD64', value: 'v3' }],
      sums: 'nothing',
    } as const
    const { starts, notes } = judgePlace({ ...STATIC, libc: 'glibc', go }, place('scratch'))
    expect(starts).toBe('yes')
    expect(notes).toEqual([expect.stringContaining('NSS'), expect.stringContaining('GOAMD64=v3')])
  })
})

describe('parsePlace', () => {
  it.each([
    ['alpine:3.20.3', 'alpine:3.20'],
    ['docker.io/library/alpine:3.20', 'alpine:3.20'],
    ['debian:bookworm-slim', 'debian:12'],
    ['debian:12.7-slim', 'debian:12'],
    ['debian:bookworm-20240904-slim', 'debian:12'],
    ['ubuntu:jammy', 'ubuntu:22.04'],
    ['gcr.io/distroless/static-debian12:nonroot', 'distroless/static'],
    ['gcr.io/distroless/base-debian12', 'distroless/base-debian12'],
    ['distroless', 'distroless/static'],
    ['registry.access.redhat.com/ubi9/ubi-minimal', 'rhel:9'],
    ['almalinux:9.4', 'rhel:9'],
    ['GLIBC:2.17', 'glibc:2.17'],
    ['musl', 'musl'],
    [' scratch ', 'scratch'],
  ])('knows %j', (text, name) => {
    expect(parsePlace(text)?.name).toBe(name)
  })

  it.each(['', 'debian', 'alpine', 'alpine:edge', 'debian:99', 'glibc:', 'glibc:x', 'glibc:2', 'constructor', '../../etc', 'windows'])(
    'does not guess: %j',
    (text) => {
      expect(parsePlace(text)).toBeNull()
    },
  )

  it('knows the places that docs/inspect.md lists, no more and no fewer', () => {
    const rows = [...readFileSync(resolve('docs/inspect.md'), 'utf8').matchAll(/^\| `([^`]+)` \| (none|(?:glibc|musl) [\d.]+) \|$/gm)]
    expect(rows.map(([, name, libc]) => [name, libc])).toEqual(
      PLACES.map(({ name, libc }) => [name, libc === null ? 'none' : `${libc.kind} ${libc.version ?? ''}`]),
    )
  })

  it('knows every name that it offers, each with its source', () => {
    for (const name of placeNames()) expect(parsePlace(name)).not.toBeNull()
    for (const { source } of PLACES) expect(source).toMatch(/^https:\/\//)
  })
})
