import { describe, expect, it } from '@jest/globals'
import { findDisabledVerification } from '../../../src/environment/index.js'
import type { Finding } from '../../../src/report/index.js'
import type { EnvironmentOrigin } from '../../../src/snapshot/index.js'

type Variables = Readonly<Record<string, string>>

/** Findings about settings that all come from one place. */
function found(values: Variables, origin: EnvironmentOrigin = 'goenv', env: Variables = {}): readonly Finding[] {
  const origins = Object.fromEntries(Object.keys(values).map((key) => [key, origin]))
  return findDisabledVerification({ values: { GOENV: '$HOME/.config/go/env', ...values }, origins, unknownKeys: 0 }, env)
}

describe('a go env file', () => {
  it.each<[string, Variables]>([
    ['private modules and proxies', { GOPRIVATE: 'git.example.com', GONOSUMDB: 'git.example.com', GOPROXY: 'https://proxy.example.org' }],
    ['folders', { GOPATH: '$HOME/go', GOBIN: '$HOME/bin', GOMODCACHE: '/cache', GOCACHE: '/cache' }],
    ["go's defaults", { GO111MODULE: 'on', GOTOOLCHAIN: 'local' }],
    ['flags that change no program', { GOFLAGS: '-buildvcs=false -v -p=2 -modcacherw' }],
  ])('that sets %s is no finding, in CI neither', (_name, values) => {
    expect(found(values)).toEqual([])
    expect(found(values, 'goenv', { CI: 'true' })).toEqual([])
  })

  it('that sets what is built is a note on a desk and a warning in CI, with file and keys', () => {
    const values = { CGO_ENABLED: '0', GOFLAGS: '-tags=pro' }
    const [note, ...more] = found(values)
    expect(more).toEqual([])
    expect(note).toMatchObject({
      rule: 'env/verification-disabled',
      severity: 'note',
      title: 'a go env file sets CGO_ENABLED, GOFLAGS',
      subject: { key: 'GOENV' },
      evidence: ['$HOME/.config/go/env: CGO_ENABLED=0', '$HOME/.config/go/env: GOFLAGS=-tags=pro'],
    })
    expect(note?.fix.map(({ command }) => command)).toEqual(['go env -u CGO_ENABLED', 'go env -u GOFLAGS'])
    expect(found(values, 'goenv', { GITHUB_ACTIONS: 'true' }).map(({ severity }) => severity)).toEqual(['warning'])
    expect(found(values, 'goenv', { CI: 'false' }).map(({ severity }) => severity)).toEqual(['note'])
  })

  it('of GOROOT is told as such', () => {
    expect(
      found({ GOEXPERIMENT: 'rangefunc', GOTOOLCHAIN: 'go1.25.3' }, 'goroot').map(({ subject, message }) => [subject.key, message]),
    ).toEqual([['GOROOT', expect.stringContaining('$GOROOT/go.env sets GOEXPERIMENT, GOTOOLCHAIN.')]])
  })

  it('is not told again for a flag that has a finding of its own', () => {
    expect(found({ GOFLAGS: '-toolexec=/opt/wrap -v' }).map(({ title }) => title)).toEqual(['GOFLAGS holds -toolexec=/opt/wrap'])
  })

  it('is no finding where the environment of the process sets the same', () => {
    expect(found({ CGO_ENABLED: '0', GOFLAGS: '-tags=pro' }, 'process', { CI: 'true' })).toEqual([])
  })
})

describe('-mod=mod', () => {
  it.each<[EnvironmentOrigin, string]>([
    ['process', 'GOFLAGS is set in the environment of this process.'],
    ['goenv', 'GOFLAGS is set in the go env file $HOME/.config/go/env.'],
    ['goroot', 'GOFLAGS is set in $GOROOT/go.env.'],
  ])('in CI says what it does there and where it is set: %s', (origin, place) => {
    const [finding] = found({ GOFLAGS: '-mod=mod' }, origin, { CI: 'true' })
    expect(finding).toMatchObject({ severity: 'warning', title: 'GOFLAGS holds -mod=mod' })
    expect(finding?.message).toContain('In CI nobody sees what was rewritten')
    expect(finding?.message.endsWith(place)).toBe(true)
  })

  it('elsewhere does not speak of CI', () => {
    expect(found({ GOFLAGS: '-mod=mod' }, 'process')[0]?.message).not.toContain('In CI')
  })
})
