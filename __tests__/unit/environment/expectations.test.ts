import { describe, expect, it } from '@jest/globals'
import { checkExpectations, type Expectations } from '../../../src/environment/index.js'
import type { GoEnvironment } from '../../../src/snapshot/index.js'

const environment: GoEnvironment = {
  values: {
    CGO_ENABLED: '1',
    GO111MODULE: '',
    GOENV: '$HOME/.config/go/env',
    GOFLAGS: '-mod=mod -race=false -tags=a,b -trimpath',
    GOPRIVATE: 'a.example.com,b.example.com',
    GOPROXY: 'https://proxy.example.org,direct',
    GOROOT: '/usr/local/go',
    GOSUMDB: 'off',
    GOVERSION: 'go1.26.8',
    GOWORK: '',
  },
  origins: { CGO_ENABLED: 'process', GOFLAGS: 'goenv', GOSUMDB: 'goroot', GOVERSION: 'derived', GOPROXY: 'goroot', GOPRIVATE: 'process' },
  unknownKeys: 0,
}
const toolchain = { running: 'go1.26.8', requested: 'local', host: 'linux/amd64' }

function check(expect_: Expectations): ReturnType<typeof checkExpectations> {
  return checkExpectations(expect_, environment, toolchain)
}

/** The way out for a forbidden -race beside other flags. */
function fixOf(flags: string): unknown {
  const holding = { ...environment, values: { GOFLAGS: `-race ${flags}` } }
  return checkExpectations({ flags: { forbid: ['-race'] } }, holding, toolchain)[0]?.fix[0]
}

describe('checkExpectations', () => {
  it('finds nothing when every declared fact holds', () => {
    expect(
      check({
        go: '>=1.24 <1.27',
        env: {
          CGO_ENABLED: '1',
          GOPROXY: 'on',
          GO111MODULE: 'on',
          GOWORK: '',
          GOPRIVATE: 'b.example.com, a.example.com',
          GOFLAGS: '-trimpath --tags=a,b -race=false -mod=mod',
        },
        flags: { require: ['-trimpath', '-tags', '-tags=a,b', '--mod=mod'], forbid: ['-toolexec', '-mod=vendor', '-race'] },
      }),
    ).toEqual([])
    expect(check({})).toEqual([])
  })

  it('says key, wanted, found, where it is set and how to change it', () => {
    expect(check({ env: { CGO_ENABLED: '0' } })).toEqual([
      {
        rule: 'env/expectation',
        severity: 'error',
        state: 'new',
        title: 'CGO_ENABLED is 1, expected 0',
        message:
          'The configuration expects CGO_ENABLED to be 0; it is 1, set in the environment of this process. It decides: whether files that import "C" are built.',
        subject: { key: 'CGO_ENABLED' },
        evidence: ['wanted: CGO_ENABLED=0', 'found: CGO_ENABLED=1 (set in the environment of this process)'],
        fix: [{ command: 'export CGO_ENABLED=0', why: 'gives CGO_ENABLED the value that was declared' }],
        source: 'environment',
      },
    ])
  })

  it.each<[string, Expectations, string, string | undefined]>([
    ['a checksum database that is off', { env: { GOSUMDB: 'on' } }, 'GOSUMDB is off, expected on', 'export GOSUMDB=sum.golang.org'],
    [
      'a list that must be empty',
      { env: { GOPRIVATE: '' } },
      'GOPRIVATE is a.example.com,b.example.com, expected empty',
      'unset GOPRIVATE',
    ],
    [
      'a value from the go env file',
      { env: { GOFLAGS: '' } },
      'GOFLAGS is -mod=mod -race=false -tags=a,b -trimpath, expected empty',
      'go env -u GOFLAGS',
    ],
    ['a switch that is not set', { env: { GOWORK: 'on' } }, 'GOWORK is empty, expected on', undefined],
    ['a key of a newer Go', { env: { GOAUTH: 'off' } }, 'GOAUTH is not printed by this go env, expected off', 'export GOAUTH=off'],
    [
      'a value with blanks',
      { env: { GOPRIVATE: `it's` } },
      `GOPRIVATE is a.example.com,b.example.com, expected it's`,
      `export GOPRIVATE='it'\\''s'`,
    ],
    [
      'a missing flag',
      { flags: { require: ['-buildvcs=false'] } },
      'GOFLAGS lacks -buildvcs=false',
      `go env -w 'GOFLAGS=-mod=mod -race=false -tags=a,b -trimpath -buildvcs=false'`,
    ],
    [
      'a flag that is switched off',
      { flags: { require: ['-race'] } },
      'GOFLAGS lacks -race',
      `go env -w 'GOFLAGS=-mod=mod -tags=a,b -trimpath -race'`,
    ],
    [
      'a flag with another value',
      { flags: { require: ['-mod=vendor'] } },
      'GOFLAGS lacks -mod=vendor',
      `go env -w 'GOFLAGS=-race=false -tags=a,b -trimpath -mod=vendor'`,
    ],
    [
      'a forbidden flag',
      { flags: { forbid: ['-mod=mod'] } },
      'GOFLAGS holds -mod=mod',
      `go env -w 'GOFLAGS=-race=false -tags=a,b -trimpath'`,
    ],
    [
      'a forbidden flag by name',
      { flags: { forbid: ['-tags'] } },
      'GOFLAGS holds -tags',
      `go env -w 'GOFLAGS=-mod=mod -race=false -trimpath'`,
    ],
    ['another Go', { go: '1.25.3' }, 'Go is go1.26.8, expected 1.25.3', undefined],
    ['a Go out of range', { go: '>=1.24 <1.26' }, 'Go is go1.26.8, expected >=1.24 <1.26', undefined],
  ])('finds %s', (_name, expectations, title, command) => {
    const findings = check(expectations)
    expect(findings.map((finding) => finding.title)).toEqual([title])
    expect(findings.flatMap(({ fix }) => fix.map((way) => way.command))).toEqual([command])
  })

  it('does not take a flag for there that a later one overrules', () => {
    const holding = { ...environment, values: { GOFLAGS: '-mod=readonly -mod=mod -ldflags=-s -ldflags=all=-w' } }
    const missing = checkExpectations({ flags: { require: ['-mod=readonly', '-ldflags=-s'] } }, holding, toolchain)
    expect(missing.map(({ title }) => title)).toEqual(['GOFLAGS lacks -mod=readonly'])
  })

  it('never offers to set what go works out', () => {
    expect(check({ env: { GOVERSION: 'go1.27.0' } })[0]?.fix).toEqual([
      { edit: 'go works GOVERSION out; it cannot be set by itself', why: 'gives GOVERSION the value that was declared' },
    ])
  })

  it('does not put control characters into a command', () => {
    expect(check({ env: { GOPRIVATE: 'a\nrm -rf b' } })[0]?.fix[0]).toEqual({
      edit: String.raw`set GOPRIVATE to "a\nrm -rf b"`,
      why: 'gives GOPRIVATE the value that was declared',
    })
  })

  it('says why a key cannot be empty that go fills itself', () => {
    expect(check({ env: { GOROOT: '' } })[0]?.fix[0]?.edit).toContain('GOROOT is set nowhere')
  })

  it('does not put a folded folder or a redacted credential into a command', () => {
    expect(fixOf('-overlay=$WORKSPACE/o.json')).toMatchObject({ edit: 'set GOFLAGS to "-overlay=$WORKSPACE/o.json"' })
    expect(fixOf('-ldflags=-X=main.token=***')).toMatchObject({ edit: 'set GOFLAGS to "-ldflags=-X=main.token=***"' })
  })

  it('refuses a CGO_ENABLED that go would ignore', () => {
    expect(() => check({ env: { CGO_ENABLED: 'on' } })).toThrow(expect.objectContaining({ code: 'config-invalid' }))
  })

  it('does not show a credential that was declared', () => {
    expect(JSON.stringify(check({ env: { GOPROXY: 'https://u:s3cret@proxy.example.com' } }))).not.toContain('s3cret')
  })

  it('says so when the running Go cannot be read', () => {
    const [found] = checkExpectations({ go: '1.26' }, environment, { ...toolchain, running: '' })
    expect(found?.message).toContain('cannot be read')
  })

  it.each(['NOSUCH', 'PATH', 'constructor'])('refuses to expect %s, which go env does not print', (key) => {
    expect(() => check({ env: { [key]: 'x' } })).toThrow(
      expect.objectContaining({ code: 'config-invalid', message: expect.stringContaining(key) }),
    )
  })
})
