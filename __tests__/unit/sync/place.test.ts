import { describe, expect, it } from '@jest/globals'
import { formatPlace, parsePlace } from '../../../src/sync/index.js'

describe('a place', () => {
  it.each([
    ['docker:dev', { kind: 'docker', name: 'dev', directory: null }],
    ['docker:dev:/work/a b', { kind: 'docker', name: 'dev', directory: '/work/a b' }],
    ['devcontainer', { kind: 'devcontainer' }],
    ['ssh://build-1/src', { kind: 'ssh', user: null, host: 'build-1', port: null, directory: '/src' }],
    ['ssh://me@10.0.0.7:2222/~/app', { kind: 'ssh', user: 'me', host: '10.0.0.7', port: 2222, directory: '~/app' }],
    ['ssh://[fe80::1]:22/src', { kind: 'ssh', user: null, host: 'fe80::1', port: 22, directory: '/src' }],
    ['exec:kubectl exec -i pod/dev --', { kind: 'exec', command: ['kubectl', 'exec', '-i', 'pod/dev', '--'] }],
    ["exec:env -C '/work/a b'", { kind: 'exec', command: ['env', '-C', '/work/a b'] }],
  ])('%s is read, and written as it was', (text, place) => {
    expect(parsePlace(text)).toStrictEqual(place)
    expect(formatPlace(parsePlace(text))).toBe(text)
  })

  it.each([
    ['', 'is not understood'],
    ['dev', 'is not understood'],
    ['/work/app', 'is a directory of this machine'],
    ['docker:', 'names no container'],
    ['docker:-v', 'names no container'],
    ['docker:a/b', 'names no container'],
    ['docker:dev:work', 'has a directory that is not absolute'],
    ['ssh://-oProxyCommand=x/src', 'names no host and no absolute directory'],
    ['ssh://host', 'names no host and no absolute directory'],
    ['ssh://a b/src', 'names no host and no absolute directory'],
    ['ssh://host:99999/src', 'has a port that does not exist'],
    ['exec:', 'has no command'],
    ["exec:'unclosed", 'has no command'],
    ['docker:dev:/work\nrm', 'holds a control character'],
  ])('%j is refused, with what is allowed', (text, why) => {
    expect(() => parsePlace(text)).toThrow(expect.objectContaining({ code: 'usage', message: `the place ${JSON.stringify(text)} ${why}` }))
  })
})
