import { describe, expect, it } from '@jest/globals'
import {
  findAssignments,
  findShellOnly,
  goEnvTable,
  keepShellVariables,
  shellVariables,
  type Folds,
  type ShellAnswers,
  type ShellReading,
} from '../../../src/environment/index.js'
import type { Finding } from '../../../src/report/index.js'
import type { GoEnvironment } from '../../../src/snapshot/index.js'

const FOLDS: Folds = { goroot: [], gopath: [], gomodcache: [], workspace: [], temp: [], home: ['/home/me'] }

type Variables = Readonly<Record<string, string>>

const DEFAULTS: Variables = {
  CGO_ENABLED: '1',
  CC: 'gcc',
  GO111MODULE: '',
  GOENV: '$HOME/.config/go/env',
  GOFLAGS: '',
  GOPRIVATE: '',
  GOPROXY: 'https://proxy.golang.org,direct',
  GOSUMDB: 'sum.golang.org',
}

interface Here {
  readonly values?: Variables
  readonly origins?: GoEnvironment['origins']
  readonly env?: Variables
}

function found(answers: Partial<ShellAnswers>, { values = {}, origins = {}, env = {} }: Here = {}): readonly Finding[] {
  const environment = { values: { ...DEFAULTS, ...values }, origins, unknownKeys: 0 }
  return findShellOnly(environment, env, FOLDS, { readings: [], assignments: [], degraded: [], ...answers })
}

function bash(kind: ShellReading['kind'], variables: Variables): ShellReading {
  return { shell: 'bash', kind, variables }
}

describe('findShellOnly', () => {
  it.each<[string, Variables, Here]>([
    [
      'go has by default',
      { CGO_ENABLED: '1', CC: 'gcc', GO111MODULE: 'on', GOSUMDB: 'sum.golang.org', GOENV: '/home/me/.config/go/env' },
      {},
    ],
    ['go would not heed', { CGO_ENABLED: 'yes' }, {}],
    [
      'differs in what does not count',
      { GOFLAGS: ' --tags=a  -mod=mod', GOPRIVATE: 'b.example.com/, a.example.com' },
      { values: { GOFLAGS: '-mod=mod -tags=a', GOPRIVATE: 'a.example.com,b.example.com' } },
    ],
    ['a go env file sets here', { GOFLAGS: '-trimpath' }, { values: { GOFLAGS: '-trimpath' }, origins: { GOFLAGS: 'goenv' } }],
    [
      'this process has, though go env does not print it',
      { LIBRARY_PATH: '/opt/lib', GOARM64: 'v9.0' },
      { env: { LIBRARY_PATH: '/opt/lib', GOARM64: 'v9.0' } },
    ],
    ['is another folder of this machine', { GOPATH: '/data/go', GOBIN: '/data/bin', GOCACHE: '/data/cache', GOMODCACHE: '/data/mod' }, {}],
  ])('finds nothing when a shell sets what %s', (_name, variables, here) => {
    expect(found({ readings: [bash('login', variables), bash('interactive', variables)] }, here)).toEqual([])
  })

  it.each<[Variables, string]>([
    [{ CGO_ENABLED: '0' }, 'warning: CGO_ENABLED has another value in a terminal'],
    [{ GOFLAGS: '-tags=pro' }, 'warning: GOFLAGS is set in a terminal only'],
    [{ GO111MODULE: 'off' }, 'warning: GO111MODULE is set in a terminal only'],
    [{ GOPRIVATE: 'git.example.com' }, 'warning: GOPRIVATE is set in a terminal only'],
    [{ GOENV: 'off' }, 'warning: GOENV has another value in a terminal'],
    [{ GOPROXY: 'https://proxy.example.org' }, 'note: GOPROXY has another value in a terminal'],
    [{ PKG_CONFIG_PATH: '/opt/lib/pkgconfig' }, 'warning: PKG_CONFIG_PATH is set in a terminal only'],
  ])('finds %j', (variables, title) => {
    expect(found({ readings: [bash('interactive', variables)] }).map((one) => `${one.severity}: ${one.title}`)).toEqual([title])
  })

  it('names the shells that have a value, and lists each one', () => {
    const [same] = found({ readings: [bash('login', { CC: 'tcc' }), bash('interactive', { CC: 'tcc' })] })
    expect(same?.message).toContain("CC is tcc in a login bash and an interactive bash; here it is gcc (go's default).")
    const [other] = found({ readings: [bash('login', { CC: 'tcc' }), bash('interactive', { CC: 'zcc' })] })
    expect(other?.message).toContain('CC is tcc in a login bash; here')
    expect(other?.evidence).toEqual(['a login bash: CC=tcc', 'an interactive bash: CC=zcc', "here: CC is gcc (go's default)"])
  })

  it('says where: the last assignment counts', () => {
    const assignments = [
      { file: '/etc/profile', line: 9, name: 'CC' },
      { file: '~/.bashrc', line: 4, name: 'CC' },
      { file: '~/.bashrc', line: 5, name: 'CXX' },
    ]
    const [finding] = found({ readings: [bash('interactive', { CC: 'tcc' })], assignments })
    expect(finding?.location).toEqual({ file: '~/.bashrc', line: 4 })
    expect(found({ readings: [bash('interactive', { CC: 'tcc' })] })[0]?.location).toBeUndefined()
  })

  it('never shows a credential, a folder of the machine or a text without end', () => {
    const text = JSON.stringify(
      found({
        readings: [
          bash('login', {
            GOPROXY: 'https://me:hunter2@proxy.example.org',
            CGO_CFLAGS: '-I/home/me/include',
            CGO_LDFLAGS: 'x'.repeat(9000),
            CPATH: '/home/me/c',
          }),
        ],
      }),
    )
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain('/home/me')
    expect(text).toContain('$HOME/include')
    expect(text).toContain('CPATH=$HOME/c')
    expect(text.length).toBeLessThan(6000)
  })
})

describe('the variables of a shell that are kept', () => {
  it('are those that decide what go does, and no others', () => {
    expect(
      keepShellVariables([
        ['CC', 'tcc'],
        ['CXX', ''],
        ['GOPATH', '/x'],
        ['AWS_SECRET_ACCESS_KEY', 'x'],
        ['PATH', '/bin'],
        ['', 'x'],
      ]),
    ).toEqual({ CC: 'tcc' })
  })

  it('are names that a shell can be asked for as they are', () => {
    expect(shellVariables.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([])
    const classes = goEnvTable.filter(({ key }) => shellVariables.includes(key)).map(({ settable }) => settable)
    expect(new Set(classes)).toEqual(new Set(['everywhere', 'process']))
  })
})

describe('findAssignments', () => {
  it.each<[string, readonly string[]]>([
    ['export CC=tcc', ['1 CC']],
    ['  CC=tcc; export CC', ['1 CC']],
    ['x\n\nexport A=1 CC=tcc CXX="t++"\r\n', ['3 CC', '3 CXX']],
    ['declare -x CC=tcc', ['1 CC']],
    ['typeset -gx CC=tcc', ['1 CC']],
    ['if test -d /x; then export CC=tcc; else CC=gcc; fi', ['1 CC']],
    ['[ -d /x ] && CC=tcc', ['1 CC']],
    ['# export CC=tcc', []],
    ['export CC', []],
    ['echo CC=tcc', []],
    ['export MY_CC=tcc X.CC=1 GOPATH=/x', []],
    ['CC=tcc make', ['1 CC']],
  ])('%j: %j', (text, lines) => {
    expect(findAssignments('f', text).map(({ file, line, name }) => `${file === 'f' ? '' : file}${String(line)} ${name}`)).toEqual(lines)
  })

  it('ends in time on lines made to be slow', () => {
    const line = `export ${'A='.repeat(2000)}`
    expect(findAssignments('f', `${`${line}\n`.repeat(2000)}export CC=tcc\n${'; '.repeat(100_000)}CC=x`)).toEqual([
      { file: 'f', line: 2001, name: 'CC' },
    ])
  })
})
