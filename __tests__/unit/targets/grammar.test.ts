import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { ParityError } from '../../../src/errors.js'
import {
  checkVariant,
  decideCgo,
  expandTargets,
  formatTarget,
  parseTarget,
  parseTargets,
  type WantedTarget,
} from '../../../src/targets/index.js'
import { DIST, FACTS } from './dist.js'

function show(wanted: WantedTarget): string {
  const cgo = wanted.cgo === null ? '' : wanted.cgo ? '+cgo' : '-cgo'
  return `${wanted.goos}/${wanted.goarch}${wanted.variant === null ? '' : `/${wanted.variant}`}${cgo}`
}

function expand(text: string | readonly string[], goVersion?: string): readonly string[] {
  return expandTargets(parseTargets(text), { ...FACTS, ...(goVersion === undefined ? {} : { goVersion }) }).map((one) => show(one))
}

function refusal(text: string | readonly string[], goVersion?: string): ParityError {
  try {
    expand(text, goVersion)
  } catch (error) {
    if (error instanceof ParityError) return error
    throw error
  }
  throw new Error(`${String(text)} was taken`)
}

describe('targets that are taken', () => {
  it.each<readonly [string, readonly string[]]>([
    ['linux/amd64', ['linux/amd64']],
    ['linux/amd64+cgo', ['linux/amd64+cgo']],
    ['linux/amd64-cgo', ['linux/amd64-cgo']],
    ['js/wasm-cgo', ['js/wasm-cgo']],
    [' linux/amd64 ,\twindows/arm64 ', ['linux/amd64', 'windows/arm64']],
    ['linux/amd64\nwindows/arm64\n', ['linux/amd64', 'windows/arm64']],
    ['linux/amd64,\r\nwindows/arm64', ['linux/amd64', 'windows/arm64']],
    ['default', ['linux/arm64']],
    ['host', ['linux/amd64']],
    ['host+cgo,default-cgo', ['linux/amd64+cgo', 'linux/arm64-cgo']],
    ['', ['linux/arm64']],
    [' \n ', ['linux/arm64']],
    ['linux/amd64,linux/amd64', ['linux/amd64']],
    ['linux/amd64,host', ['linux/amd64']],
    ['linux/amd64,linux/amd64-cgo,linux/amd64+cgo', ['linux/amd64', 'linux/amd64-cgo', 'linux/amd64+cgo']],
    [
      'linux/amd64/v1,linux/amd64/v2,linux/amd64/v3,linux/amd64/v4',
      ['linux/amd64/v1', 'linux/amd64/v2', 'linux/amd64/v3', 'linux/amd64/v4'],
    ],
    ['linux/arm/5', ['linux/arm/5']],
    ['linux/arm/6+cgo', ['linux/arm/6+cgo']],
    ['linux/arm/7,softfloat', ['linux/arm/7,softfloat']],
    ['linux/arm/7,hardfloat+cgo,linux/amd64', ['linux/arm/7,hardfloat+cgo', 'linux/amd64']],
    ['linux/arm/5,linux/arm/6', ['linux/arm/5', 'linux/arm/6']],
    ['linux/arm64/v8.0', ['linux/arm64/v8.0']],
    ['linux/arm64/v9.5,crypto,lse', ['linux/arm64/v9.5,lse,crypto']],
    ['linux/arm64/v8.0,lse,linux/386', ['linux/arm64/v8.0,lse', 'linux/386']],
    ['linux/arm64/v8.1,lse,lse', ['linux/arm64/v8.1,lse']],
    ['linux/386/sse2,linux/386/softfloat', ['linux/386/sse2', 'linux/386/softfloat']],
    ['linux/mips/softfloat,linux/mipsle/hardfloat', ['linux/mips/softfloat', 'linux/mipsle/hardfloat']],
    ['linux/mips64/hardfloat,linux/mips64le/softfloat', ['linux/mips64/hardfloat', 'linux/mips64le/softfloat']],
    ['linux/ppc64/power8,linux/ppc64le/power10', ['linux/ppc64/power8', 'linux/ppc64le/power10']],
    ['linux/riscv64/rva20u64,linux/riscv64/rva23u64', ['linux/riscv64/rva20u64', 'linux/riscv64/rva23u64']],
    ['js/wasm/satconv', ['js/wasm/satconv']],
    ['wasip1/wasm/signext,satconv', ['wasip1/wasm/satconv,signext']],
    ['*/riscv64', ['linux/riscv64', 'openbsd/riscv64']],
    ['windows/*', ['windows/386', 'windows/amd64', 'windows/arm64']],
    ['windows/arm*', ['windows/arm64']],
    ['linux/mips*le', ['linux/mips64le', 'linux/mipsle']],
    ['d*/amd64-cgo', ['darwin/amd64-cgo', 'dragonfly/amd64-cgo']],
    ['*/wasm', ['js/wasm', 'wasip1/wasm']],
    ['*/arm/7', ['android/arm/7', 'freebsd/arm/7', 'linux/arm/7', 'netbsd/arm/7', 'openbsd/arm/7', 'plan9/arm/7']],
    ['windows/arm64,windows/*', ['windows/arm64', 'windows/386', 'windows/amd64']],
    ['plan9/*,linux/386', ['plan9/386', 'plan9/amd64', 'plan9/arm', 'linux/386']],
  ])('%j is %j', (text, expected) => {
    expect(expand(text)).toEqual(expected)
  })

  it('takes every target of the list for */*, in its order', () => {
    expect(expand('*/*')).toEqual(DIST.map((row) => `${row.goos}/${row.goarch}`))
  })

  it('takes those that can for a pattern with +cgo', () => {
    const able = DIST.filter((row) => row.goos === 'openbsd' && row.cgoSupported).map((row) => `${row.goos}/${row.goarch}+cgo`)
    expect(able).not.toContain('openbsd/ppc64+cgo')
    expect(expand('openbsd/*+cgo')).toEqual(able)
  })

  it('reads a list of lists like one list', () => {
    expect(expand(['linux/arm/7,softfloat', '', 'host'])).toEqual(['linux/arm/7,softfloat', 'linux/amd64'])
    expect(expand(['linux/arm/7', 'softfloat'])).toEqual(['linux/arm/7,softfloat'])
  })
})

describe('targets that are refused', () => {
  it.each<readonly [string, RegExp, RegExp]>([
    // Misspelt, or with the names of other tools.
    ['linux/amd46', /unknown target "linux\/amd46"/, /did you mean linux\/amd64/],
    ['linuxx/amd64', /unknown target "linuxx\/amd64"/, /linux\/amd64/],
    ['amd64/linux', /unknown target/, /did you mean linux\/amd64\?/],
    ['linux-amd64', /unknown target/, /did you mean linux\/amd64\?/],
    ['linux_arm64', /unknown target/, /did you mean linux\/arm64\?/],
    ['linux arm64', /unknown target/, /did you mean linux\/arm64\?/],
    ['linux-arm64-cgo', /unknown target/, /did you mean linux\/arm64\?/],
    ['linux/x86_64', /unknown target/, /did you mean linux\/amd64\?/],
    ['linux-x86_64', /unknown target/, /did you mean linux\/amd64\?/],
    ['x86-64/linux', /unknown target/, /did you mean linux\/amd64\?/],
    ['linux/aarch64', /unknown target/, /did you mean linux\/arm64\?/],
    ['macos/arm64', /unknown target/, /did you mean darwin\/arm64\?/],
    ['macOS-aarch64', /unknown target/, /did you mean darwin\/arm64\?/],
    ['osx/x64', /unknown target/, /did you mean darwin\/amd64\?/],
    ['win/amd64', /unknown target/, /did you mean windows\/amd64\?/],
    ['linux/i386', /unknown target/, /did you mean linux\/386\?/],
    ['windows/i686', /unknown target/, /did you mean windows\/386\?/],
    ['Linux/AMD64', /unknown target/, /did you mean linux\/amd64\?/],
    ['linux/armv7', /unknown target/, /did you mean linux\/arm\/7\?/],
    ['linux/wasm32', /unknown target/, /js\/wasm|wasip1\/wasm|linux\//],
    ['js/amd64', /unknown target/, /did you mean js\/wasm\?/],
    ['linux', /unknown target "linux"/, /linux\/amd64/],
    ['arm64', /unknown target "arm64"/, /\/arm64/],
    ['linux/', /unknown target/, /linux\/amd64/],
    ['/amd64', /unknown target/, /amd64/],
    ['linux/sparc64', /unknown target/, /linux\//],
    ['__proto__/amd64', /unknown target/, /amd64/],
    ['constructor', /unknown target/, /did you mean/],
    ['linux/amd64;rm -rf', /unknown target/, /linux\/amd64/],
    // Suffixes.
    ['linux/amd64+race', /"\+race", which is no suffix/, /\+cgo and -cgo/],
    ['linux/amd64+CGO', /no suffix/, /\+cgo and -cgo/],
    ['linux/amd64+cgo/v3', /no suffix/, /at the end/],
    ['linux/amd64+cgo-cgo', /two cgo suffixes/, /one of/],
    ['linux/amd64-cgo+cgo', /two cgo suffixes/, /one of/],
    ['js/wasm+cgo', /asks for cgo, and go has no cgo for js\/wasm/, /write js\/wasm-cgo/],
    ['*/wasm+cgo', /no cgo for any of these/, /write \*\/wasm-cgo/],
    // Form.
    ['linux/amd64/v3/x', /too many parts/, /goos\/goarch/],
    ['linux/amd64/', /ends in a slash/, /leave the slash out/],
    ['linux/amd64,,windows/amd64', /empty item/, /comma/],
    [',', /empty item/, /comma/],
    ['linux/amd64,', /empty item/, /comma/],
    ['softfloat', /"softfloat" stands alone/, /linux\/arm\/7,softfloat/],
    ['host,softfloat', /stands alone/, /belongs behind one/],
    ['linux/arm/7+cgo,softfloat', /behind the cgo suffix/, /linux\/arm\/7,softfloat\+cgo/],
    ['solaris/arm*', /matches nothing/, /dist list/],
    ['x*/y*', /matches nothing/, /dist list/],
    ['linux/*/v3', /a variant to a pattern/, /one architecture/],
    // Variants.
    ['linux/amd64/v5', /"v5" is no GOAMD64/, /v1, v2, v3 or v4/],
    ['linux/amd64/3', /"3" is no GOAMD64/, /write v3/],
    ['linux/amd64/v3,softfloat', /no GOAMD64/, /v1, v2/],
    ['linux/arm/v7', /"v7" is no GOARM/, /write 7/],
    ['linux/arm/8', /no GOARM/, /5, 6 or 7/],
    ['linux/arm/7,lse', /no GOARM/, /softfloat/],
    ['linux/arm/7,softfloat,hardfloat', /contradicts itself/, /softfloat or/],
    ['linux/arm,softfloat', /unknown target "linux\/arm,softfloat"/, /linux\/arm/],
    ['linux/arm64/v8', /no GOARM64/, /write v8\.0/],
    ['linux/arm64/v8.10', /no GOARM64/, /v8\.9/],
    ['linux/arm64/v9.6', /no GOARM64/, /v9\.5/],
    ['linux/arm64/lse', /no GOARM64/, /v8\.0/],
    ['linux/386/387', /no GO386/, /sse2/],
    ['linux/mips/hard', /no GOMIPS"?/, /softfloat/],
    ['linux/mips64/o32', /no GOMIPS64/, /softfloat/],
    ['linux/ppc64le/power7', /no GOPPC64/, /power8/],
    ['linux/riscv64/rva24u64', /no GORISCV64/, /rva23u64/],
    ['js/wasm/threads', /no GOWASM/, /satconv/],
    ['linux/s390x/z14', /GOARCH s390x has no variants/, /leave the variant out/],
    ['linux/loong64/v1', /GOARCH loong64 has no variants/, /leave the variant out/],
    ['linux/amd64/__proto__', /no GOAMD64/, /v1/],
  ])('%j', (text, message, hint) => {
    const error = refusal(text)
    expect(error.code).toBe('target-invalid')
    expect(error.message).toMatch(message)
    expect(error.hint).toMatch(hint)
  })

  it.each([
    ['linux/arm64/v8.1', 'go1.22.12', 'go1.23'],
    ['linux/riscv64/rva23u64', 'go1.24.9', 'go1.25'],
    ['linux/arm/7,softfloat', 'go1.21.13', 'go1.22'],
    ['linux/ppc64/power10', 'go1.19', 'go1.20'],
  ])('%s with %s, which would ignore it', (text, goVersion, since) => {
    expect(refusal(text, goVersion).message).toContain(`known from ${since} on, and this is ${goVersion}`)
    expect(expand(text, `${since}.1`)).toHaveLength(1)
    expect(expand(text, 'devel go1.27-abcdef')).toHaveLength(1)
  })

  it('names a default that go cannot build as what it is', () => {
    expect(() => expandTargets([], { ...FACTS, defaultTarget: { goos: 'nosuch', goarch: 'amd64' } })).toThrow(
      /"default" stands for a GOOS and GOARCH that this go cannot build/,
    )
  })

  it('shows neither control characters nor endless text of a target', () => {
    const error = refusal(`linux/\u001b[31m\u202e${'x'.repeat(10_000)}`)
    // eslint-disable-next-line no-control-regex -- that none is there is the point
    expect(error.message).not.toMatch(/[\u0000-\u001f\u202e]/)
    expect(error.message.length).toBeLessThan(200)
  })

  it('refuses an endless list in one sentence', () => {
    expect(refusal('linux/amd64,'.repeat(100_000)).message).toMatch(/has \d+ items; 1000 are allowed/)
  })
})

describe('round trip', () => {
  const variants: Readonly<Record<string, readonly string[]>> = {
    amd64: ['v1', 'v4'],
    arm: ['5', '7,softfloat', '6,hardfloat'],
    arm64: ['v8.0', 'v9.5,lse,crypto', 'v8.3,crypto'],
    '386': ['sse2', 'softfloat'],
    riscv64: ['rva22u64'],
    wasm: ['satconv,signext'],
  }
  const target = fc.constantFrom(...DIST).chain((row) =>
    fc.record({
      row: fc.constant(row),
      variant: fc.constantFrom(null, ...(variants[row.goarch] ?? [])),
      cgo: row.cgoSupported ? fc.boolean() : fc.constant(false),
    }),
  )

  it('reads every canonical name back as the target it names, alone and in a list', () => {
    fc.assert(
      fc.property(fc.array(target, { minLength: 1, maxLength: 5 }), (targets) => {
        const named = targets.map(({ row, variant, cgo }) => formatTarget({ ...row, variant, cgo }))
        const wanted = expandTargets(parseTargets(named.join(',')), FACTS)
        expect(wanted.map((one) => formatTarget({ ...one, cgo: one.cgo ?? !one.cgoSupported }))).toEqual([...new Set(named)])
        expect(parseTarget(named[0] ?? '').text).toBe(named[0])
      }),
    )
  })

  it('gives for any text targets or a target-invalid error', () => {
    const word = fc.constantFrom(
      'linux',
      'amd64',
      'arm',
      '7',
      '/',
      ',',
      '*',
      '+cgo',
      '-cgo',
      'softfloat',
      'host',
      ' ',
      '\n',
      'v3',
      'é',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
        ),
        (text) => {
          let thrown: unknown = null
          try {
            for (const one of expandTargets(parseTargets(text), FACTS)) {
              expect(DIST).toContainEqual(expect.objectContaining({ goos: one.goos, goarch: one.goarch }))
              expect(one.variant === null || checkVariant(one.goarch, one.variant).ok).toBe(true)
            }
          } catch (error) {
            thrown = error
          }
          expect(thrown === null || (thrown instanceof ParityError && thrown.code === 'target-invalid' && thrown.hint !== undefined)).toBe(
            true,
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('keeps the canonical name through a decision about cgo', () => {
    const facts = { host: FACTS.host, cgoEnabled: true, cgoOrigin: 'default', cc: 'gcc', variantValue: null } as const
    const [one] = expandTargets(parseTargets('linux/amd64/v3'), FACTS)
    expect(one === undefined ? null : formatTarget(decideCgo(one, facts))).toBe('linux/amd64/v3+cgo')
  })
})
