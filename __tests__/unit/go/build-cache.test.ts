import { describe, expect, it } from '@jest/globals'
import { listArchives, parseCacheMismatch, verifyBuildCache } from '../../../src/go/build-cache.js'
import { fakeGo } from '../../../src/testing/index.js'

const OLD = '16e800b0dd9c9017ab66935417706a0d240c2b6bd682f2eb992c468ef2c4300e'
const NEW = '4536705a7800a241fbc42f2e470f622e8818a3893970e869c186f3532a8c41dc'

function panic(hashed: readonly string[], indent: string): string {
  return [
    'go: downloading example.com/other v1.0.0',
    'panic: go: internal cache error: cache verify failed: id=480dff6c0344e8dbf7f0c8a0251e823f00053b0a495fcb495f88b178cda17b65 changed:<<<',
    ...[...hashed, '', '>>>', `old: ${OLD} 4776`, `new: ${NEW} 4776`].map((line) => `${indent}${line}`),
    '',
    'goroutine 29 [running]:',
    'cmd/go/internal/cache.(*DiskCache).putIndexEntry(0x1e3e5269e2e8)',
    '',
  ].join('\n')
}

const COMPILE = [
  'compile',
  'dir /home/user/words',
  'go 1.21',
  'import "example.com/words"',
  'compile compile version go1.26.8 [] []',
  'file words.go k36PFxr7Y-fPD-nEHD7L',
  'import strings MZ-ALXjKZTLflBQbZj1J',
]

describe('parseCacheMismatch', () => {
  it.each([
    ['go 1.21', ''],
    ['go 1.26, which indents', '\t'],
  ])('names the package and both hashes as %s prints them', (_, indent) => {
    expect(parseCacheMismatch(panic(COMPILE, indent))).toEqual({
      package: 'example.com/words',
      indexed: null,
      what: 'compile',
      cached: OLD,
      computed: NEW,
    })
  })

  it('names the folder when the list of its files is what differs', () => {
    const folder = '/home/a user/go/pkg/mod/golang.org/x/text@v0.14.0'
    expect(parseCacheMismatch(panic([`module index go1.26.8 go index v2 ${folder}`], '\t'))).toMatchObject({
      package: null,
      indexed: folder,
    })
  })

  it('names nothing when the entry is neither', () => {
    const what = 'subkey 5fb87eeeba11dee2c435e7fa2c2166362cf5fc9741ce7eaa7a3926fbb1ea4352 "c.cover.cgo1.go"'
    expect(parseCacheMismatch(panic([what], '\t'))).toMatchObject({ package: null, indexed: null, what })
  })

  it('gives nothing for any other failure', () => {
    expect(parseCacheMismatch('pattern ./...: directory prefix . does not contain main module\n')).toBeNull()
  })

  it('takes nothing from behind a text that was cut off', () => {
    const cut = panic(COMPILE, '').split('>>>')[0] ?? ''
    expect(parseCacheMismatch(cut)).toEqual({ package: null, indexed: null, what: '', cached: '', computed: '' })
  })
})

describe('listArchives', () => {
  const listing = [
    { ImportPath: 'unsafe', Standard: true, GoFiles: ['unsafe.go'] },
    { ImportPath: 'errors', Standard: true, GoFiles: ['errors.go'], Export: '/cache/aa/aa-d', BuildID: 'a/b' },
    { ImportPath: 'example.com/c', CgoFiles: ['c.go'], Imports: ['errors'] },
    { ImportPath: 'example.com/onlytests' },
  ]
  const stdout = listing.map((object) => JSON.stringify(object)).join('\n')

  it('reads what is compiled, and leaves out what never is', async () => {
    const answer = await listArchives(fakeGo([{ args: ([command]) => command === 'list', stdout }]), { packages: ['./...'], env: {} })
    expect(answer.ok && answer.archives).toEqual([
      { package: 'errors', file: '/cache/aa/aa-d', buildId: 'a/b', cgo: false, standard: true, imports: [] },
      { package: 'example.com/c', file: null, buildId: '', cgo: true, standard: false, imports: ['errors'] },
    ])
  })

  it('says that go failed', async () => {
    const go = fakeGo([{ args: () => true, exitCode: 1, stderr: 'go: no' }])
    expect(await listArchives(go, { packages: ['.'], env: {} })).toMatchObject({ ok: false, result: { exitCode: 1 } })
  })

  it('refuses a pattern that go would take for a flag', async () => {
    await expect(listArchives(fakeGo([]), { packages: ['-toolexec=x'], env: {} })).rejects.toMatchObject({ code: 'usage' })
  })
})

describe('verifyBuildCache', () => {
  it('asks for the comparison beside what GODEBUG already holds', async () => {
    const go = fakeGo([{ args: () => true, exitCode: 2, stderr: panic(COMPILE, '\t') }], { env: { GODEBUG: 'netdns=go' } })
    const answer = await verifyBuildCache(go, { packages: ['./...'], env: { GOOS: 'linux' } })
    expect(answer).toMatchObject({ ok: false, mismatch: { package: 'example.com/words' } })
    expect(go.calls[0]?.env).toMatchObject({ GOOS: 'linux', GODEBUG: 'netdns=go,gocacheverify=1' })
  })

  it('tells a failure without a difference apart', async () => {
    const go = fakeGo([{ args: () => true, exitCode: 1, stderr: 'no space left on device' }])
    expect(await verifyBuildCache(go, { packages: ['.'], env: {} })).toMatchObject({ ok: false, mismatch: null })
  })
})
