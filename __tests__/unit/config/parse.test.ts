import { describe, expect, it } from '@jest/globals'
import { parseConfig } from '../../../src/config/index.js'
import { ParityError, toError } from '../../../src/errors.js'

/** `message | hint` of the refusal; fails when nothing is refused. */
async function refusal(text: string): Promise<string> {
  try {
    await parseConfig(text, '.goparity.yml')
  } catch (error) {
    if (!(error instanceof ParityError) || error.code !== 'config-invalid') throw toError(error)
    return error.hint === undefined ? error.message : `${error.message} | ${error.hint}`
  }
  throw new Error('nothing was refused')
}

describe('parseConfig', () => {
  it('reads every key', async () => {
    const text = `
targets: [linux/arm64, windows/amd64+cgo]
packages:
  - ./cmd/...
modules: [services/api, tools]
baseline: git:main
fail-on: warning
expect:
  go: 1.20
  env:
    CGO_ENABLED: 0
    GOSUMDB: on
    GOFLAGS: ""
  flags:
    require: [-trimpath]
    forbid: [-mod=mod]
ignore:
  - rule: env/drift
    key: GOPATH
    reason: differs on purpose
  - module: example.com/*
    reason: vendored by hand
rules:
  runner/drift:
    severity: off
    reason: images move weekly
`
    expect(await parseConfig(text, 'x')).toStrictEqual({
      targets: ['linux/arm64', 'windows/amd64+cgo'],
      packages: ['./cmd/...'],
      modules: ['services/api', 'tools'],
      baseline: 'git:main',
      failOn: 'warning',
      expect: {
        go: '1.20',
        env: { CGO_ENABLED: '0', GOSUMDB: 'on', GOFLAGS: '' },
        flags: { require: ['-trimpath'], forbid: ['-mod=mod'] },
      },
      ignore: [
        { rule: 'env/drift', key: 'GOPATH', reason: 'differs on purpose' },
        { module: 'example.com/*', reason: 'vendored by hand' },
      ],
      rules: { 'runner/drift': { severity: 'off', reason: 'images move weekly' } },
    })
  })

  it.each(['', '\n', '# only a comment\n', '---\n', '{}'])('takes %j as an empty configuration', async (text) => {
    expect(await parseConfig(text, 'x')).toStrictEqual({})
  })

  it.each([
    ['1.20', '1.20'],
    ['1.2', '1.2'],
    ['"1.20"', '1.20'],
    ["'>=1.24 <1.27'", '>=1.24 <1.27'],
    ['0x1A', '0x1A'],
    ['true', 'true'],
    ['null', 'null'],
  ])('keeps the scalar %s as it is written', async (written, read) => {
    expect((await parseConfig(`expect: { go: ${written} }`, 'x')).expect?.go).toBe(read)
  })

  it.each([
    [
      'target: [host]',
      '.goparity.yml:1:1: unknown key "target"; did you mean "targets"? | allowed here: targets, packages, modules, baseline, fail-on, checksum-database, build-cache, private, expect, ignore, rules',
    ],
    ['failOn: error', '.goparity.yml:1:1: unknown key "failOn"; did you mean "fail-on"?'],
    ['fail_on: error', '.goparity.yml:1:1: unknown key "fail_on"; did you mean "fail-on"?'],
    ['zzz: 1', '.goparity.yml:1:1: unknown key "zzz" | allowed'],
    ['__proto__: 1', '.goparity.yml:1:1: unknown key "__proto__"'],
    ['constructor: 1', '.goparity.yml:1:1: unknown key "constructor"'],
    [
      'baseline: auto\nexpect:\n  CGO_ENABLED: 0',
      '.goparity.yml:3:3: unknown key "CGO_ENABLED" in expect; go env keys stand in expect.env',
    ],
    ['expect:\n  flags:\n    forbidden: [-x]', '.goparity.yml:3:5: unknown key "forbidden" in expect.flags; did you mean "forbid"?'],
    ['ignore:\n  - rule: env/drift\n    because: x\n    reason: y', '.goparity.yml:3:5: unknown key "because" in ignore[0]'],
    ['rules:\n  env/drift: { level: off, reason: x }', 'unknown key "level" in rules.env/drift'],
    ['targets: linux/arm64', '.goparity.yml:1:1: targets must be a list | write targets: [linux/arm64]'],
    ['targets:', '.goparity.yml:1:1: targets must be a list'],
    ['targets: []', '.goparity.yml:1:1: targets must hold at least one entry'],
    ['targets: [a, [b]]', '.goparity.yml:1:14: targets[1] must be a text'],
    ['packages: [""]', 'packages[0] must not be empty'],
    ['baseline: [a]', '.goparity.yml:1:1: baseline must be a text'],
    [
      'fail-on: warnings',
      '.goparity.yml:1:1: fail-on: "warnings" is not understood; did you mean "warning"? | allowed: error, warning, note, unknown, unverified, never',
    ],
    ['modules: [../other]', 'modules[0] must stay inside the project'],
    ['modules: [a/../../b]', 'modules[0] must stay inside the project'],
    ['modules: [/abs]', 'modules[0] must be relative to the directory of the project'],
    ['modules: ["C:\\\\x"]', 'modules[0] must be relative'],
    ['ignore:\n  - rule: env/drift', '.goparity.yml:2:5: ignore[0] has no reason | say in one sentence why: reason: …'],
    ['ignore:\n  - rule: env/drift\n    reason: ""', '.goparity.yml:3:5: ignore[0].reason must not be empty'],
    ['ignore:\n  - reason: x', '.goparity.yml:2:5: ignore[0] must name at least one of rule, key, module, target and package'],
    ['ignore:\n  - rule: env/drfit\n    reason: x', '.goparity.yml:2:5: there is no rule "env/drfit"; did you mean "env/drift"?'],
    ['ignore:\n  - rule: nothing/*\n    reason: x', 'there is no rule "nothing/*"'],
    ['rules:\n  env/drift: { severity: off }', 'rules.env/drift has no reason'],
    [
      'rules:\n  env/drift: { severity: warn, reason: x }',
      'rules.env/drift.severity: "warn" is not understood; did you mean "warning"? | allowed: off, note, warning, error',
    ],
    ['rules:\n  checksum/gosum_mismatch: { severity: off, reason: x }', 'did you mean "checksum/gosum-mismatch"?'],
    ['rules:\n  cgo: { severity: off, reason: x }', 'there is no rule "cgo"'],
    ['rules:\n  env/drift: off', '.goparity.yml:2:3: rules.env/drift must hold keys with values | allowed here: severity, reason'],
    [
      'expect:\n  env:\n    cgo_enabled: 0',
      '.goparity.yml:3:5: expect.env.cgo_enabled must be the name of a go env key, such as CGO_ENABLED',
    ],
    ['expect:\n  env:\n    CGO_ENABLED: [0]', 'expect.env.CGO_ENABLED must be a text'],
    ['- a\n- b', '.goparity.yml:1:3: the file must hold keys with values'],
    ['just text', '.goparity.yml:1:1: the file must hold keys with values'],
    ['targets: [a]\ntargets: [b]', '.goparity.yml:2:1: the key "targets" is given twice'],
    ['targets: [a', '.goparity.yml:1:'],
    ['targets:\n\t- a', '.goparity.yml:2:'],
    ['a: 1\n---\nb: 2', 'holds a second YAML document'],
    ['targets: &a [host]\npackages: *a', '.goparity.yml:2:11: YAML aliases are not allowed | write the value out'],
    ['baseline: !!js/function "x"', '.goparity.yml:1:11: is not valid YAML'],
    ['<<: { targets: [a] }', 'unknown key "<<"'],
    ['? [a]\n: b', 'a key must be a text'],
  ])('refuses %j and says where and what instead', async (text, said) => {
    expect(await refusal(text)).toContain(said)
  })

  it('names the first mistake in the file and counts the others', async () => {
    expect(await refusal('baseline: [x]\npackages: 1\nfail-on: no\n')).toMatch(
      /^\.goparity\.yml:1:1: baseline must be a text \(and 2 more mistakes\)/,
    )
  })

  it('takes a pattern of rules that some rule matches', async () => {
    expect((await parseConfig('ignore: [{ rule: "env/*", reason: x }]', 'x')).ignore).toHaveLength(1)
  })

  it('refuses an alias bomb without expanding it', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `a${String(level + 1)}: &a${String(level + 1)} [*a${String(level)}, *a${String(level)}]`,
    )
    expect(await refusal(`a0: &a0 [x, x]\n${levels.join('\n')}`)).toContain('YAML aliases are not allowed')
  })

  it.each([
    ['nested far too deeply', `targets: ${'['.repeat(100_000)}`],
    ['nested too deeply', `targets: ${'['.repeat(40)}x${']'.repeat(40)}`],
    ['far too long', `# ${'x'.repeat(300_000)}`],
    ['with too many entries', `targets:\n${'- a\n'.repeat(1001)}`],
  ])('refuses a file %s', async (_name, text) => {
    expect(await refusal(text)).toMatch(/^\.goparity\.yml:\d+:\d+: /)
  })

  it('refuses as many keys as fit in the file in linear time', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${String(index)}: 1`)
    expect(await refusal(keys.join('\n'))).toContain('unknown key "k0"')
  })

  it('keeps a message short when the file quotes nonsense', async () => {
    expect((await refusal(`${'x'.repeat(500)}: 1`)).length).toBeLessThan(300)
  })
})
