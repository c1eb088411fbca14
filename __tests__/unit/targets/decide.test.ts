import { describe, expect, it } from '@jest/globals'
import {
  decideTargets,
  describeCgo,
  expandTargets,
  findUnsupportedVariants,
  formatTarget,
  parseTargets,
  targetEnvironment,
  type TargetFacts,
  type WantedTarget,
} from '../../../src/targets/index.js'
import { FACTS } from './dist.js'

const NATIVE: TargetFacts = { host: FACTS.host, cgoEnabled: true, cgoOrigin: 'default', cc: 'gcc', variantValue: '' }

function wanted(text: string): readonly WantedTarget[] {
  return expandTargets(parseTargets(text), FACTS)
}

/** Findings for targets whose environment sets these variants. */
function find(text: string, values: readonly (string | null)[]): readonly string[] {
  const facts = values.map((variantValue) => ({ ...NATIVE, variantValue }))
  return findUnsupportedVariants(decideTargets(wanted(text), facts), facts).map((finding) => `${finding.rule} ${finding.evidence.join()}`)
}

describe('why cgo is on or off', () => {
  it.each<readonly [string, Partial<TargetFacts>, string, string, string]>([
    ['linux/amd64', {}, 'linux/amd64+cgo', 'native', "on: go's default on its own platform with a C compiler"],
    ['linux/amd64', { cgoEnabled: false }, 'linux/amd64-cgo', 'no-compiler', 'off: no C compiler on PATH, so go turned cgo off'],
    ['linux/arm64', { cgoEnabled: false }, 'linux/arm64-cgo', 'cross', 'off: go turns cgo off when cross-compiling'],
    ['linux/arm64', { cgoOrigin: 'process' }, 'linux/arm64+cgo', 'environment', 'on: CGO_ENABLED=1 in the environment or a go env file'],
    [
      'linux/amd64',
      { cgoEnabled: false, cgoOrigin: 'goenv' },
      'linux/amd64-cgo',
      'environment',
      'off: CGO_ENABLED=0 in the environment or a go env file',
    ],
    ['linux/amd64', { cgoEnabled: false, cgoOrigin: 'goroot' }, 'linux/amd64-cgo', 'environment', 'off: CGO_ENABLED=0'],
    ['linux/amd64', { cgoEnabled: false, cgoOrigin: 'derived' }, 'linux/amd64-cgo', 'no-compiler', 'off: no C compiler'],
    ['linux/amd64-cgo', {}, 'linux/amd64-cgo', 'asked', 'off: asked for with -cgo'],
    ['linux/arm64+cgo', { cgoEnabled: false }, 'linux/arm64+cgo', 'asked', 'on: asked for with +cgo'],
    ['linux/amd64+cgo', { cgoEnabled: false, cgoOrigin: 'process' }, 'linux/amd64+cgo', 'asked', 'on: asked for with +cgo'],
    [
      'plan9/amd64',
      { cgoEnabled: false, host: { goos: 'plan9', goarch: 'amd64' } },
      'plan9/amd64-cgo',
      'native',
      'off: go has no cgo for this platform',
    ],
  ])('%s under %j is %s (%s)', (text, facts, name, reason, words) => {
    const [target] = decideTargets(wanted(text), [{ ...NATIVE, ...facts }])
    expect(target).toMatchObject({ cgoReason: reason })
    expect(target === undefined ? '' : formatTarget(target)).toBe(name)
    expect(target === undefined ? '' : describeCgo(target)).toContain(words)
  })

  it('takes a target once that was written in two ways', () => {
    const targets = decideTargets(wanted('linux/amd64,linux/amd64+cgo,linux/amd64-cgo'), [NATIVE, NATIVE, NATIVE])
    expect(targets.map((target) => [formatTarget(target), target.cgoReason])).toEqual([
      ['linux/amd64+cgo', 'native'],
      ['linux/amd64-cgo', 'asked'],
    ])
  })
})

describe('the environment of a target', () => {
  it.each([
    ['linux/arm/7,softfloat', { GOOS: 'linux', GOARCH: 'arm', GOARM: '7,softfloat', CGO_ENABLED: '1' }],
    ['linux/386/softfloat-cgo', { GOOS: 'linux', GOARCH: '386', GO386: 'softfloat', CGO_ENABLED: '0' }],
    ['linux/mips64le/softfloat-cgo', { GOOS: 'linux', GOARCH: 'mips64le', GOMIPS64: 'softfloat', CGO_ENABLED: '0' }],
    ['wasip1/wasm/satconv-cgo', { GOOS: 'wasip1', GOARCH: 'wasm', GOWASM: 'satconv', CGO_ENABLED: '0' }],
    ['linux/s390x-cgo', { GOOS: 'linux', GOARCH: 's390x', CGO_ENABLED: '0' }],
    ['windows/amd64+cgo', { GOOS: 'windows', GOARCH: 'amd64', CGO_ENABLED: '1' }],
  ])('%s says everything', (text, env) => {
    expect(decideTargets(wanted(text), [NATIVE]).map((target) => targetEnvironment(target))).toEqual([env])
  })
})

describe('variants that the environment sets', () => {
  it('are a finding when no Go knows them', () => {
    expect(find('linux/amd64', ['v9'])).toEqual(['target/unsupported GOAMD64=v9'])
    expect(find('linux/arm', ['9'])).toEqual(['target/unsupported GOARM=9'])
  })

  it('are one finding for all targets of that architecture', () => {
    expect(find('linux/amd64,windows/amd64', ['v9', 'v9'])).toEqual(['target/unsupported GOAMD64=v9'])
  })

  it('are none when they are valid, absent, or when the target has its own', () => {
    expect(find('linux/amd64,linux/arm,linux/s390x,js/wasm-cgo', ['v1', '7,hardfloat', null, ''])).toEqual([])
    expect(find('linux/amd64/v2', ['v9'])).toEqual([])
  })
})
