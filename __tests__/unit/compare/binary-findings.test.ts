import { describe, expect, it } from '@jest/globals'
import { targetFindings } from '../../../src/compare/target-findings.js'
import type { Finding } from '../../../src/report/index.js'
import type { Snapshot, TargetBinary } from '../../../src/snapshot/index.js'
import { snapshotOf, targetOf } from './fixtures.js'

const STATIC: TargetBinary = { package: 'example.com/hello', linkage: 'static', interpreter: null, needed: [], libc: null, glibc: null }
const DYNAMIC: TargetBinary = {
  ...STATIC,
  linkage: 'dynamic',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libc.so.6'],
  libc: 'glibc',
  glibc: '2.9',
}

function of(...binaries: readonly TargetBinary[]): Snapshot {
  return snapshotOf({ targets: [targetOf('linux/amd64+cgo', 'ok', { binaries })] })
}

function drift(was: Partial<TargetBinary>, now: Partial<TargetBinary>, target: string = 'linux/amd64+cgo'): readonly Finding[] {
  const one = (binary: Partial<TargetBinary>): Snapshot =>
    snapshotOf({ targets: [targetOf(target, 'ok', { binaries: [{ ...DYNAMIC, ...binary }] })] })
  return targetFindings(one(was), one(now))
}

describe('programs that a target built before and builds now', () => {
  it.each<[string, Partial<TargetBinary>, Partial<TargetBinary>, string]>([
    ['a newer glibc, by number and not by letter', { glibc: '2.9' }, { glibc: '2.34' }, 'now needs glibc 2.34'],
    ['a glibc where none was', { glibc: null }, { glibc: '2.17' }, 'now needs glibc 2.17'],
    ['a loader where none was', STATIC, {}, 'is no longer static'],
    ['another C library', {}, { libc: 'musl', glibc: null, interpreter: '/lib/ld-musl-x86_64.so.1' }, 'is built for musl now'],
    ['another library', {}, { needed: ['libc.so.6', 'libz.so.1'] }, 'now needs libz.so.1'],
    ['another loader', {}, { interpreter: '/opt/lib/ld-linux-x86-64.so.2' }, 'asks for another loader'],
  ])('need %s: a warning that names target and program', (_name, was, now, title) => {
    const found = drift(was, now)
    expect(found.map(({ rule, severity, subject }) => ({ rule, severity, subject }))).toEqual([
      { rule: 'abi/drift', severity: 'warning', subject: { target: 'linux/amd64+cgo', package: 'example.com/hello' } },
    ])
    expect(found[0]?.title).toBe(`example.com/hello in linux/amd64+cgo ${title}`)
  })

  it.each<[string, Partial<TargetBinary>, Partial<TargetBinary>]>([
    ['the same', {}, {}],
    ['an older glibc', { glibc: '2.34' }, { glibc: '2.9' }],
    ['nothing any more', {}, STATIC],
    ['a library less', { needed: ['libc.so.6', 'libz.so.1'] }, {}],
    ['another part of the same C library', {}, { needed: ['libc.so.6', 'libpthread.so.0', 'libresolv.so.2'] }],
  ])('need %s: nothing is said', (_name, was, now) => {
    expect(drift(was, now)).toEqual([])
  })

  it('need other libraries of the system on macOS: nothing is said', () => {
    expect(
      drift({ libc: null, glibc: null }, { libc: null, glibc: null, needed: ['/usr/lib/libresolv.9.dylib'] }, 'darwin/arm64+cgo'),
    ).toEqual([])
  })

  it('are compared program by program, and only those that are in both', () => {
    const other = { ...DYNAMIC, package: 'example.com/other' }
    expect(targetFindings(of(DYNAMIC), of(DYNAMIC, { ...other, glibc: '2.34' }))).toEqual([])
    const found = targetFindings(of(DYNAMIC, other), of(DYNAMIC, { ...other, glibc: '2.34' }))
    expect(found.map(({ subject }) => subject.package)).toEqual(['example.com/other'])
  })
})
