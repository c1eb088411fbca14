import { describe, expect, it } from '@jest/globals'
import {
  buildTarget,
  listDistTargets,
  listDropped,
  locatePackages,
  resolveTargetFacts,
  type Go,
  type GoOptions,
  type GoResult,
} from '../../../src/go/index.js'
import type { WantedTarget } from '../../../src/targets/index.js'

interface Call {
  readonly args: readonly string[]
  readonly options: GoOptions
}

interface Answer {
  readonly stdout?: string
  readonly stderr?: string
  readonly exitCode?: number
}

function captured(text = ''): GoResult['stdout'] {
  return { text, bytes: text.length, truncated: false }
}

/** A go command that answers from memory and remembers what it was asked. */
function answering(answer: (call: Call) => Answer, env: Go['env'] = {}): { readonly go: Go; readonly calls: readonly Call[] } {
  const calls: Call[] = []
  const go: Go = {
    directory: '/src',
    env,
    in: () => go,
    async run(args, options = {}) {
      calls.push({ args, options })
      const { stdout, stderr, exitCode = 0 } = answer({ args, options })
      return await Promise.resolve({ args, ending: 'exited', exitCode, stdout: captured(stdout), stderr: captured(stderr), durationMs: 1 })
    },
  }
  return { go, calls }
}

function wanted(goarch: string, more: Partial<WantedTarget> = {}): WantedTarget {
  return { goos: 'linux', goarch, variant: null, variantKey: null, cgo: null, cgoSupported: true, ...more }
}

describe('the list of targets', () => {
  it('is read with what go says of each, without a platform from the environment', async () => {
    const { go, calls } = answering(() => ({
      stdout:
        '[{"GOOS":"js","GOARCH":"wasm","CgoSupported":false,"FirstClass":false,"Later":1},{"GOOS":"linux","GOARCH":"amd64","CgoSupported":true}]',
    }))
    expect(await listDistTargets(go)).toEqual([
      { goos: 'js', goarch: 'wasm', cgoSupported: false, firstClass: false },
      { goos: 'linux', goarch: 'amd64', cgoSupported: true, firstClass: false },
    ])
    expect(calls).toEqual([{ args: ['tool', 'dist', 'list', '-json'], options: { env: { GOOS: undefined, GOARCH: undefined } } }])
  })

  it.each<readonly [string, Answer, RegExp]>([
    ['fails', { exitCode: 1, stderr: 'go: no such tool "dist"\nmore\n' }, /^go tool dist list -json failed: go: no such tool "dist"$/],
    ['prints no JSON', { stdout: 'linux/amd64' }, /did not print JSON/],
    ['prints other JSON', { stdout: '[{"GOOS":1}]' }, /something else than expected/],
  ])('is go-unreadable when the command %s', async (_, answer, message) => {
    await expect(listDistTargets(answering(() => answer).go)).rejects.toMatchObject({
      code: 'go-unreadable',
      message: expect.stringMatching(message),
    })
  })
})

describe('what go says under a target', () => {
  const ENV = '{"GOHOSTOS":"linux","GOHOSTARCH":"amd64","CGO_ENABLED":"0","CC":"gcc","GOARM":"7"}'

  it('is asked for once a platform, with the variant that was asked for', async () => {
    const { go, calls } = answering(() => ({ stdout: ENV }))
    const arm = wanted('arm', { variantKey: 'GOARM', variant: '6' })
    const facts = await resolveTargetFacts(go, [arm, { ...arm, cgo: true }, wanted('s390x')], { cgoOrigin: 'goenv' })
    expect(facts).toEqual([
      { host: { goos: 'linux', goarch: 'amd64' }, cgoEnabled: false, cgoOrigin: 'goenv', cc: 'gcc', variantValue: '7' },
      { host: { goos: 'linux', goarch: 'amd64' }, cgoEnabled: false, cgoOrigin: 'goenv', cc: 'gcc', variantValue: '7' },
      { host: { goos: 'linux', goarch: 'amd64' }, cgoEnabled: false, cgoOrigin: 'goenv', cc: 'gcc', variantValue: null },
    ])
    expect(calls.map(({ args, options }) => [args.slice(6), options.env])).toEqual([
      [['GOARM'], { GOOS: 'linux', GOARCH: 'arm', GOARM: '6' }],
      [[], { GOOS: 'linux', GOARCH: 's390x' }],
    ])
  })

  it.each([
    [undefined, 'goenv'],
    ['', 'goenv'],
    ['0', 'process'],
    ['1', 'process'],
    ['yes', 'default'],
  ])('takes CGO_ENABLED=%j of the process as go does', async (value, origin) => {
    const { go } = answering(() => ({ stdout: ENV }), { CGO_ENABLED: value })
    expect(await resolveTargetFacts(go, [wanted('amd64')], { cgoOrigin: 'goenv' })).toMatchObject([{ cgoOrigin: origin }])
  })

  it('keeps a variant that an older go refuses, for a finding', async () => {
    const { go } = answering(
      ({ options }) => (options.env?.['GOARM'] === '5' ? { stdout: ENV } : { exitCode: 2, stderr: 'go: invalid GOARM: must be 5, 6, 7\n' }),
      { GOARM: '9' },
    )
    expect(await resolveTargetFacts(go, [wanted('arm', { variantKey: 'GOARM' })], { cgoOrigin: 'default' })).toMatchObject([
      { variantValue: '9' },
    ])
  })

  it('is go-unreadable when go refuses something else', async () => {
    const { go } = answering(() => ({ exitCode: 2, stderr: 'go: invalid GOTOOLCHAIN "x"\n' }))
    await expect(resolveTargetFacts(go, [wanted('arm', { variantKey: 'GOARM' })], { cgoOrigin: 'default' })).rejects.toMatchObject({
      code: 'go-unreadable',
    })
  })
})

describe('commands with package patterns', () => {
  it('builds to nowhere, with nothing else that changes the build', async () => {
    const { go, calls } = answering(() => ({ exitCode: 1 }))
    expect((await buildTarget(go, { GOOS: 'linux' }, ['./a', './b'], { deadlineMs: 5 })).exitCode).toBe(1)
    const device = process.platform === 'win32' ? 'NUL' : '/dev/null'
    expect(calls).toEqual([
      { args: ['build', '-o', device, './a', './b'], options: { env: { GOOS: 'linux' }, deadlineMs: 5, maxOutputBytes: 4 * 1024 * 1024 } },
    ])
  })

  it.each(['-toolexec=evil', '-o', ''])('refuse %j, which would be a flag', async (pattern) => {
    const { go, calls } = answering(() => ({}))
    await expect(buildTarget(go, {}, [pattern])).rejects.toMatchObject({ code: 'usage' })
    await expect(listDropped(go, {}, ['./...', pattern])).rejects.toMatchObject({ code: 'usage' })
    await expect(locatePackages(go, {}, [pattern])).rejects.toMatchObject({ code: 'usage' })
    expect(calls).toEqual([])
  })

  it('says what failed when packages cannot be listed', async () => {
    const { go } = answering(() => ({ exitCode: 1, stderr: 'go: errors parsing go.mod:\n' }))
    expect(await listDropped(go, {}, ['./...'])).toMatchObject({ ok: false, result: { exitCode: 1 } })
    expect(await locatePackages(go, {}, ['./a'])).toEqual([])
  })

  it('does not ask where nothing is, and leaves out what go does not find', async () => {
    const { go, calls } = answering(() => ({
      stdout: '{"ImportPath":"a","Dir":"/src/a"}\n{"ImportPath":"nowhere"}\n{"ImportPath":"fmt","Dir":"/go/src/fmt","Standard":true}\n',
    }))
    expect(await locatePackages(go, {}, [])).toEqual([])
    expect(calls).toEqual([])
    expect(await locatePackages(go, {}, ['a', 'nowhere', 'fmt'])).toEqual([
      { package: 'a', directory: '/src/a', standard: false },
      { package: 'fmt', directory: '/go/src/fmt', standard: true },
    ])
  })
})
