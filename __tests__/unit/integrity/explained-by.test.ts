import { describe, expect, it } from '@jest/globals'
import { explainedBy } from '../../../src/integrity/explained-by.js'
import { planSources, proxyName } from '../../../src/integrity/proxy-entries.js'
import type { GoValues } from '../../../src/integrity/roots.js'
import { isNameable } from '../../../src/integrity/throwaway-module.js'

const DEFAULTS = { GOPROXY: 'https://proxy.golang.org,direct', GOSUMDB: 'sum.golang.org', GOENV: '/home/user/.config/go/env' }

function environment(values: Readonly<Record<string, string>>, origins: GoValues['origins'] = {}): GoValues {
  return { values: { ...DEFAULTS, ...values }, origins }
}

const keys = (env: GoValues, more?: Readonly<Record<string, string>>): readonly string[] =>
  explainedBy(env, 'example.com/team/m', more).map(({ key, value }) => `${key}=${value}`)

describe('explainedBy', () => {
  it('finds nothing where nothing is set', () => {
    expect(keys(environment({}))).toEqual([])
  })

  it.each([
    [{ GOPROXY: 'https://user:secret@proxy.example.org,direct' }, ['GOPROXY=https://***@proxy.example.org,direct']],
    [{ GOSUMDB: 'off' }, ['GOSUMDB=off']],
    [{ GONOSUMDB: 'example.com/team' }, ['GONOSUMDB=example.com/team']],
    [{ GOPRIVATE: 'example.com', GONOSUMDB: 'example.com' }, ['GOPRIVATE=example.com']],
    [{ GONOSUMDB: 'example.com/other', GOINSECURE: 'example.net' }, []],
    [{ GOINSECURE: '*.com' }, ['GOINSECURE=*.com']],
    [{ GOFLAGS: '-trimpath -mod=mod -insecure' }, ['GOFLAGS=-mod=mod', 'GOFLAGS=-insecure']],
    [{ GOFLAGS: '-mod=readonly -modfile=x.mod' }, ['GOFLAGS=-modfile=x.mod']],
  ])('finds in %j what plays a part', (values, expected) => {
    expect(keys(environment(values))).toEqual(expected)
  })

  it('says where each is set', () => {
    const env = environment({ GOSUMDB: 'off', GOPROXY: 'https://proxy.example.org' }, { GOSUMDB: 'goenv', GOPROXY: 'process' })
    expect(explainedBy(env, 'example.com/m').map(({ where }) => where)).toEqual([
      'set in the environment of this process',
      'set in the go env file /home/user/.config/go/env',
    ])
  })

  it('says of GONOSUMCHECK that it explains nothing', () => {
    expect(explainedBy(environment({}), 'example.com/m', { GONOSUMCHECK: '1' })[0]?.meaning).toMatch(/explains nothing/)
  })
})

const plan = (values: Readonly<Record<string, string>>): readonly string[] => {
  const { ask, silent } = planSources(environment(values), 'example.com/team/m')
  return [...ask.map(({ goproxy }) => goproxy), ...silent.map(({ note }) => note ?? '')]
}

describe('planSources', () => {
  it('asks every entry by itself, whatever stands between them, and the repository', () => {
    expect(plan({ GOPROXY: 'https://a.example.org, file:///proxy|https://b.example.org|direct,https://never.example.org' })).toEqual([
      'https://a.example.org',
      'file:///proxy',
      'https://b.example.org',
      'direct',
    ])
  })

  it('asks for a private path only where go does', () => {
    expect(plan({ GONOPROXY: 'example.com/team' })).toEqual(['direct'])
  })

  it('asks the repository of a public path also where GOPROXY does not name it', () => {
    expect(plan({ GOPROXY: 'https://a.example.org' })).toEqual(['https://a.example.org', 'direct'])
  })

  it.each([{ GONOSUMDB: 'example.com' }, { GOSUMDB: 'off' }])('does not where the path may be a secret: %j', (values) => {
    expect(plan({ GOPROXY: 'https://a.example.org', ...values })).toEqual([
      'https://a.example.org',
      'not asked: GOPROXY does not name direct, and the module may be private',
    ])
  })

  it('asks nobody where go may not, and nobody after off', () => {
    expect(plan({ GOPROXY: 'off' })).toEqual(['not asked: GOPROXY=off forbids it'])
    expect(plan({ GOPROXY: 'https://a.example.org,off,https://b.example.org', GOSUMDB: 'off' })[0]).toBe('https://a.example.org')
    expect(plan({ GOPROXY: 'https://a.example.org,off,https://b.example.org' })).not.toContain('https://b.example.org')
  })

  it.each([
    ['https://user:secret@proxy.example.org/go/?token=secret#x', 'https://proxy.example.org/go'],
    ['user:secret@proxy.example.org', 'proxy.example.org'],
    ['file:///srv/proxy', 'file:///srv/proxy'],
  ])('names %s without its credentials', (entry, name) => {
    expect(proxyName(entry)).toBe(name)
  })
})

describe('isNameable', () => {
  it.each(['github.com/BurntSushi/toml', 'gopkg.in/yaml.v3', 'example.com/m.git', 'k8s.io/api', 'example.com/a~b/_x'])(
    'accepts %s',
    (path) => {
      expect(isNameable({ path, version: 'v1.0.0-20240101000000-abcdefabcdef+incompatible' })).toBe(true)
    },
  )

  it.each([
    ['../up', 'v1.0.0'],
    ['example.com/../../up', 'v1.0.0'],
    ['-json', 'v1.0.0'],
    ['example.com//m', 'v1.0.0'],
    ['/etc', 'v1.0.0'],
    ['example.com/m', 'latest'],
    ['example.com/m', 'v1.0.0/../../x'],
    ['example.com/m', 'v1.0.0 -x'],
    ['example.com/m@v1', 'v1.0.0'],
    ['', 'v1.0.0'],
  ])('refuses %s %s', (path, version) => {
    expect(isNameable({ path, version })).toBe(false)
  })
})
