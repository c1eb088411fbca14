import { setFlagsFromString } from 'node:v8'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { redact } from '../../../src/snapshot/index.js'

// Put together here, so that no scanner of secrets takes this file for a leak.
const join = (...parts: readonly string[]): string => parts.join('')
const A36 = 'a1B2'.repeat(9)
const TOKENS: readonly (readonly [string, string])[] = [
  ['GitHub classic', join('ghp_', A36)],
  ['GitHub app', join('ghs_', A36)],
  ['GitHub app, long form with dots', join('ghs_', '12345_eyJhbGciOiJ.', A36, '.', A36)],
  ['GitHub fine-grained', join('github_pat_', '11ABCDEFG0', '_', A36)],
  ['GitLab', join('glpat-', 'abcdEFGH1234_-ab5678')],
  ['GitLab with routing', join('glpat-', 'abcdEFGH1234ab5678', '.01.', '0a1b2c3d4')],
  ['GitLab CI job', join('glcbt-', '64_abcdEFGH1234ab5678')],
  ['AWS key id', join('AKIA', 'IOSFODNN7EXAMPLE')],
  ['Slack bot', join('xoxb-', '123456789012-abcdefABCDEF')],
  ['npm', join('npm_', A36)],
  ['PyPI', join('pypi-', 'AgEIcHlwaS5vcmc', A36, A36)],
  ['Vault', join('hvs.', A36)],
  ['JWT', join('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxIn0', '.', A36)],
]

/** A flood takes a second or two; a loaded machine must not fail the test for its slowness. */
const SLOW_MACHINE_MS = 120_000

function flood(unit: string, megabytes: number): string {
  return unit.repeat(Math.ceil((megabytes * 1024 * 1024) / unit.length))
}

// In a long-lived process the engine stops optimizing new expressions, and a greedy one then keeps a state for each letter.
beforeAll(() => {
  setFlagsFromString('--no-regexp-optimization')
})
afterAll(() => {
  setFlagsFromString('--regexp-optimization')
})

describe('redact', () => {
  it.each(TOKENS)('takes out a token of %s wherever it stands', (_name, token) => {
    expect(redact(token)).toBe('***')
    expect(redact(`remote: "${token}", next`)).toBe('remote: "***", next')
    expect(redact(`fetch ${token}\nok`)).toBe('fetch ***\nok')
  })

  it.each([
    ['https://user:pa55@proxy.example.com/x', 'https://***@proxy.example.com/x'],
    ['https://onlytoken@github.com/a/b.git', 'https://***@github.com/a/b.git'],
    ['https://a:b@one.example,https://c:d@two.example|direct', 'https://***@one.example,https://***@two.example|direct'],
    ['https://u:p@ss@host/x', 'https://***@host/x'],
    ['ssh://git@github.com/a/b', 'ssh://git@github.com/a/b'],
    ['ssh://git:pw@github.com/a/b', 'ssh://***@github.com/a/b'],
    ['https://proxy.example.org,direct', 'https://proxy.example.org,direct'],
    ['https://sum.golang.org/lookup/example.com/a@v1.0.0', 'https://sum.golang.org/lookup/example.com/a@v1.0.0'],
    ['https://h/?a=1&access_token=s3cret&b=2', 'https://h/?a=1&access_token=***&b=2'],
    ['https://h/?key=AbC,direct', 'https://h/?key=***,direct'],
    ['https://h/?X-Amz-Signature=abc&X-Amz-Expires=60', 'https://h/?X-Amz-Signature=***&X-Amz-Expires=60'],
    ['https://h/?sig=a%2Bb#frag', 'https://h/?sig=***#frag'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['AUTHORIZATION: basic dXNlcjpwYXNz', 'AUTHORIZATION: basic ***'],
    ['-c http.extraheader="Authorization: token abc" fetch', '-c http.extraheader="Authorization: token ***" fetch'],
    ['{"Authorization": "opaque-123456"}', '{"Authorization": "***"}'],
    ['curl -H "PRIVATE-TOKEN: abc" https://h', 'curl -H "PRIVATE-TOKEN: ***" https://h'],
    ['bearer abcdefgh12345678', 'bearer ***'],
    ['Basic dXNlcjpwYXNzd29yZA==', 'Basic ***'],
    ['MY_API_KEY=abc go build', 'MY_API_KEY=*** go build'],
    ['GITHUB_TOKEN=x', 'GITHUB_TOKEN=***'],
    [`PASSWORD='two words' next`, `PASSWORD='***' next`],
    [`DB_PASSWORD="q\\"uote" next`, `DB_PASSWORD="***" next`],
    ['-ldflags=-X main.apiKey=abc -s', '-ldflags=-X main.apiKey=*** -s'],
    [`'-ldflags=-X=example.com/a/config.ClientSecret=abc' -trimpath`, `'-ldflags=-X=example.com/a/config.ClientSecret=***' -trimpath`],
    ['-DAUTH_TOKEN=abc -DNDEBUG', '-DAUTH_TOKEN=*** -DNDEBUG'],
    ['--password=hunter2', '--password=***'],
    ['  NPM_TOKEN: abc', '  NPM_TOKEN: ***'],
    ['{"password": "p w", "user": "me"}', '{"password": "***", "user": "me"}'],
    ['TOKEN="never closed', 'TOKEN="*** closed'],
    ['https://hooks.slack.com/services/T000/B000/abcDEF', 'https://hooks.slack.com/services/***'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  it('takes out a private key, whole or cut off', () => {
    const begin = join('-----BEGIN RSA ', 'PRIVATE KEY-----')
    const end = join('-----END RSA ', 'PRIVATE KEY-----')
    const body = 'MIIEowIBAAKCAQEAabcdefgh1234\nMIIEowIBAAKCAQEAabcdefgh1234\n'
    expect(redact(`a\n${begin}\n${body}${end}\nb`)).toBe(`a\n${begin}***${end}\nb`)
    expect(redact(`${begin}\n${body}go: build failed`)).toBe(`${begin}***\ngo: build failed`)
    expect(redact(`${begin}\\nMIIEowIBAAKCAQEAabcdefgh1234\\n${end}`)).toBe(`${begin}***${end}`)
    expect(redact(`${begin}\n${body}${begin}\n${body}${end}`)).toBe(`${begin}***\n${begin}***${end}`)
  })

  it.each([
    'syntax error: unexpected token: =',
    'x.go:3:5: undefined: token',
    'if token == other { key := m[k] }',
    'persist-credentials: false, token=false',
    'cache-key=go-1.26-abc, tokenizer=bert, max_tokens=100',
    'TOKEN_FILE=/run/token SECRET_NAME=x',
    'authorization: access denied for module',
    'a basic understanding of internationalization',
    'example.com/a v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'GOAUTH=netrc GOPRIVATE=*.example.com GOFLAGS=-mod=readonly',
    'mail someone@example.com about https://go.dev/issue/1',
    'npm_config_registry=https://registry.example.com',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text)
  })

  it('never changes a text without secrets', () => {
    const word = fc.constantFrom(
      'go:',
      'building',
      './...',
      'https://proxy.example.org',
      'h1:abc+/DEF=',
      'example.com/a@v1.2.3',
      '-X',
      'main.version=1.2',
      '-tags=a,b',
      'x.go:1:2:',
      'GOOS=linux',
      '"quoted"',
      `'single'`,
      '{"key": "value"}',
      'ssh://git@host/x',
      '===',
      '://',
      '@',
      '$HOME/go',
      'eyJ',
      'ghp_',
      '-----BEGIN',
      'basic',
      'Bearer',
    )
    const gap = fc.constantFrom(' ', '\n', '\t', '\r\n', ', ')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 40 }), (words) => {
        const text = words.flat().join('')
        expect(redact(text)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing more the second time', () => {
    const piece = fc.constantFrom(
      ...TOKENS.map(([, token]) => token),
      'https://',
      '://',
      'u:p@h',
      '@',
      '/',
      '?',
      '&',
      '=',
      ':',
      ' ',
      '\n',
      '"',
      `'`,
      'token',
      'TOKEN',
      'password=',
      'Authorization: ',
      'Bearer ',
      'basic ',
      'x-api-key: ',
      join('-----BEGIN ', 'PRIVATE KEY-----'),
      join('-----END ', 'PRIVATE KEY-----'),
      'MIIEowIBAAKCAQEAabcdefgh1234',
      'abcdefgh12345678',
      '***',
      '.',
      '-',
      '_',
      'A',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = redact(pieces.join(''))
        expect(redact(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes a planted secret out of any surroundings that leave it whole', () => {
    const around = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '"', '=', '/', '@', ':', '.'), maxLength: 30 })
    fc.assert(
      fc.property(around, fc.constantFrom(...TOKENS.map(([, token]) => token)), around, (before, token, after) => {
        expect(redact(`${before} ${token} ${after}`)).not.toContain(token)
      }),
      { numRuns: 500 },
    )
  })

  const FLOODS = [
    '://',
    'a',
    'a@',
    '=',
    'token=',
    'TOKEN="',
    `TOKEN="\\"`,
    '"token":"',
    'eyJ',
    'eyJaaaaaaaaa.',
    '-eyJaaaaaaaaa',
    'ghp_',
    'authorization:',
    'x-a-',
    join('-----BEGIN ', 'PRIVATE KEY-----'),
    join('-----BEGIN ', 'PRIVATE KEY-----', '\nMIIEowIBAAKCAQEAabcdefgh1234\n'),
  ]
  const OTHER_FLOODS = [
    '@',
    `TOKEN='`,
    '?token=a&',
    '://a',
    'a.',
    'a/',
    'ghp_a',
    'authorization=',
    'authorization: bearer ',
    'bearer ',
    'basic/',
    'x-a-token:',
    'A: ',
    'A_TOKEN: ',
    '\\"',
    'xoxb-',
    join('-----END ', 'PRIVATE KEY-----'),
    '-----BEGIN A',
    '\nMIIEowIBAAKCAQEAabcdefgh1234',
  ]
  const BEGINNINGS = [
    'bearer ',
    'Authorization: Basic ',
    'authorization:',
    'token=',
    'TOKEN="',
    'PRIVATE-TOKEN: ',
    '://',
    '?key=',
    'xoxb-',
    'ghp_',
    'pypi-',
    'hooks.slack.com/services/',
    'eyJ',
    'eyJaaaaaaaa.',
    join('-----BEGIN ', 'PRIVATE KEY-----', '\n'),
  ]

  it.each<[string, number]>([
    ...FLOODS.map((unit): [string, number] => [unit, 10]),
    ...OTHER_FLOODS.map((unit): [string, number] => [unit, 1]),
  ])(
    'still finds the secret behind a flood of %j over %i MB',
    (unit, megabytes) => {
      expect(redact(`${flood(unit, megabytes)}\n\nAPI_TOKEN=tail`).endsWith('\nAPI_TOKEN=***')).toBe(true)
    },
    SLOW_MACHINE_MS,
  )

  it.each(BEGINNINGS)(
    'survives %j before a word of 10 MB',
    (beginning) => {
      expect(redact(`${beginning}${flood('a', 10)}\n\nAPI_TOKEN=tail`).endsWith('\nAPI_TOKEN=***')).toBe(true)
    },
    SLOW_MACHINE_MS,
  )
})
