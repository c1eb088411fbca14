import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { makeFold, normaliseEnvironment, type Folds } from '../../../src/environment/index.js'

const NONE: Folds = { goroot: [], gopath: [], gomodcache: [], workspace: [], temp: [], home: [] }
const UNIX: Folds = {
  goroot: ['/usr/local/go'],
  gopath: ['/home/ann/go'],
  gomodcache: ['/home/ann/go/pkg/mod'],
  workspace: ['/home/ann/src/app', '/data/disk1/app'],
  temp: ['/var/folders/x/T', '/private/var/folders/x/T'],
  home: ['/home/ann'],
}

function one(key: string, value: string, folds: Folds = UNIX): string | undefined {
  return normaliseEnvironment({ [key]: value }, folds).values[key]
}

/** go env on a machine with these folders. */
function rawOf(home: string, temp: string, work: string): Record<string, string> {
  return {
    GOPATH: `${home}/go`,
    GOMODCACHE: `${home}/go/pkg/mod`,
    GOCACHE: `${home}/.cache/go-build`,
    GOMOD: `${work}/go.mod`,
    GOTMPDIR: `${temp}/x`,
    CGO_CFLAGS: `-I${work}/c -I${home}/include`,
    GOROOT: '/usr/local/go',
  }
}

function foldsOf(home: string, temp: string, work: string): Folds {
  return {
    goroot: ['/usr/local/go'],
    gopath: [`${home}/go`],
    gomodcache: [`${home}/go/pkg/mod`],
    workspace: [work],
    temp: [temp],
    home: [home],
  }
}

describe('normaliseEnvironment', () => {
  it.each([
    ['GOPATH', '/home/ann/go', '$HOME/go'],
    ['GOMODCACHE', '/home/ann/go/pkg/mod', '$GOPATH/pkg/mod'],
    ['GOROOT', '/usr/local/go', '/usr/local/go'],
    [
      'GOROOT',
      '/home/ann/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.25.3.linux-amd64',
      '$GOMODCACHE/golang.org/toolchain@v0.0.1-go1.25.3.linux-amd64',
    ],
    ['GOTOOLDIR', '/usr/local/go/pkg/tool/linux_amd64', '$GOROOT/pkg/tool/linux_amd64'],
    ['GOCACHE', '/home/ann/.cache/go-build', '$HOME/.cache/go-build'],
    ['GOMOD', '/home/ann/src/app/go.mod', '$WORKSPACE/go.mod'],
    ['GOMOD', '/data/disk1/app/go.mod', '$WORKSPACE/go.mod'],
    ['GOMOD', '/dev/null', '/dev/null'],
    ['GOTMPDIR', '/private/var/folders/x/T/t', '$TMP/t'],
    ['GOTMPDIR', '/tmp/t/', '$TMP/t'],
    ['GOPATH', '/home/ann/go:/opt/go', '$HOME/go:/opt/go'],
    ['GOPATH', '/home/ben/go', '$HOME/go'],
    ['GOPATH', '/root/go', '$HOME/go'],
    ['CC', '/home/linuxbrew/bin/gcc', '/home/linuxbrew/bin/gcc'],
    ['CC', '/home/ann/zig/zig cc  -target x86_64-linux-musl', '$HOME/zig/zig cc -target x86_64-linux-musl'],
    ['CGO_CFLAGS', '-I/home/ann/include -isystem/usr/local/go/x -I /home/ann', '-I$HOME/include -isystem$GOROOT/x -I $HOME'],
    ['CGO_CFLAGS', '-I/data/home/ann/include', '-I/data/home/ann/include'],
    ['CGO_CFLAGS', '-I/home/annabel/x -I/usr/local/go1.2/x', '-I$HOME/x -I/usr/local/go1.2/x'],
    ['CGO_LDFLAGS', '-Wl,-rpath,/home/ann/lib -L/home/ann/lib', '-Wl,-rpath,$HOME/lib -L$HOME/lib'],
    ['GOPROXY', 'file:///home/ann/proxy, https://u:p@proxy.example.com|direct', 'file://$HOME/proxy,https://***@proxy.example.com|direct'],
    ['GOFLAGS', '-trimpath  -mod=mod --tags=b -ldflags=-s -tags=a', '-ldflags=-s -mod=mod -tags=b -tags=a -trimpath'],
    ['GOFLAGS', `-trimpath '-ldflags=-X main.apiToken=abc'`, `'-ldflags=-X main.apiToken=***' -trimpath`],
    ['GOFLAGS', `'-open`, `'-open`],
    ['GOFLAGS', '-modcacherw -overlay=/home/ann/src/app/o.json', '-modcacherw -overlay=$WORKSPACE/o.json'],
    ['GOGCCFLAGS', '-fPIC -m64 -ffile-prefix-map=/tmp/go-build12=/tmp/go-build -pthread', '-fPIC -m64 -pthread'],
    ['GOGCCFLAGS', '-fdebug-prefix-map=/x/go-build99=/tmp/go-build -fPIC', '-fPIC'],
    ['GOPRIVATE', 'b.example.com/, a.example.com,,b.example.com', 'a.example.com,b.example.com'],
    ['GOSUMDB', 'sum.golang.org', 'sum.golang.org'],
    ['GOAUTH', 'git /home/ann/src/app', 'git $WORKSPACE'],
  ])('%s: %s → %s', (key, value, expected) => {
    expect(one(key, value)).toBe(expected)
  })

  it.each([
    ['GOROOT', 'c:\\hostedtoolcache\\go\\1.26.8\\x64', 'C:\\hostedtoolcache\\go\\1.26.8\\x64'],
    ['GOPATH', 'C:\\Users\\Ann\\go;D:\\go', '$HOME/go;D:\\go'],
    ['GOCACHE', 'c:/users/ann/AppData/Local/go-build', '$HOME/AppData/Local/go-build'],
    ['GOMOD', 'D:\\a\\App\\app\\go.mod', '$WORKSPACE/go.mod'],
    ['GOMOD', 'd:\\A\\app\\APP\\sub\\go.mod', '$WORKSPACE/sub/go.mod'],
    ['GOMOD', 'NUL', 'NUL'],
    ['CGO_CFLAGS', '-ID:\\a\\app\\app\\inc\\x -DX', '-I$WORKSPACE/inc/x -DX'],
    ['GOTOOLDIR', 'C:\\hostedtoolcache\\go\\1.26.8\\x64\\pkg\\tool', '$GOROOT/pkg/tool'],
  ])('folds Windows paths whatever their case and slashes: %s: %s', (key, value, expected) => {
    const folds = { ...NONE, goroot: ['C:\\hostedtoolcache\\go\\1.26.8\\x64'], workspace: ['D:\\a\\app\\app'], home: ['C:\\Users\\ann'] }
    expect(one(key, value, folds)).toBe(expected)
  })

  it('copies no key that is not in the table, and counts those', () => {
    const { values, unknownKeys } = normaliseEnvironment({ GOFUTURE: 's3cret', GOOS: 'linux', constructor: 'x', SECRET: 'y' }, NONE)
    expect(values).toEqual({ GOOS: 'linux' })
    expect(unknownKeys).toBe(3)
  })

  it('gives its keys in the order of bytes', () => {
    expect(Object.keys(normaliseEnvironment({ GOOS: 'a', AR: 'b', GO386: 'c', CC: 'd' }, NONE).values)).toEqual([
      'AR',
      'CC',
      'GO386',
      'GOOS',
    ])
  })

  it('takes a root folder for no base', () => {
    expect(one('GOMOD', '/app/go.mod', { ...NONE, home: ['/'], workspace: [''] })).toBe('/app/go.mod')
    expect(one('GOMOD', 'C:\\app\\go.mod', { ...NONE, home: ['C:\\'] })).toBe('C:\\app\\go.mod')
  })

  it('does not depend on HOME, TMPDIR or the place of the project', () => {
    const folder = fc
      .array(fc.constantFrom('a', 'b', 'home', 'tmp', 'x.y', 'Zé'), { minLength: 2, maxLength: 4 })
      .map((parts) => `/${parts.join('/')}`)
    const reference = normaliseEnvironment(rawOf('/h', '/t', '/w'), foldsOf('/h', '/t', '/w'))
    fc.assert(
      fc.property(folder, folder, folder, (a, b, c) => {
        const [home, temp, work] = [`/1${a}`, `/2${b}`, `/3${c}`]
        expect(normaliseEnvironment(rawOf(home, temp, work), foldsOf(home, temp, work))).toEqual(reference)
      }),
    )
  })

  it('is stable: a second time changes nothing', () => {
    const raw = {
      GOPATH: '/home/ann/go',
      GOFLAGS: `-b '-a=x y' -b=2`,
      GOPROXY: 'https://u:p@h , direct',
      GOPRIVATE: 'b,a',
      CC: ' gcc  -m64 ',
    }
    const once = normaliseEnvironment(raw, UNIX)
    expect(normaliseEnvironment(once.values, UNIX)).toEqual(once)
  })
})

describe('makeFold', () => {
  it('ends in time on a text that is all beginnings of a base', () => {
    const fold = makeFold({ ...NONE, home: ['/aa/aa'] })
    const text = '/aa'.repeat(1_000_000)
    expect(fold(text)).toBe(`$HOME${'/aa'.repeat(999_998)}`)
  })
})
