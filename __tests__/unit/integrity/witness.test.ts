import { describe, expect, it } from '@jest/globals'
import type { Go, GoResult } from '../../../src/go/index.js'
import type { Environment, Files } from '../../../src/host/index.js'
import { askChecksumDatabase, type WitnessLine, type WitnessOptions, type WitnessResult } from '../../../src/integrity/witness.js'
import { captured } from '../../../src/testing/captured.js'
import { fakeHost, memoryFiles } from '../../../src/testing/index.js'

const h1 = (letter: string): string => `h1:${letter.repeat(43)}=`
const TRUE = { zip: h1('z'), goMod: h1('m') }

function line(path: string, more: Partial<WitnessLine> = {}): WitnessLine {
  return { path, version: 'v1.0.0', h1: TRUE.zip, goMod: TRUE.goMod, ...more }
}

function recordOf(key: string): string {
  const [path = '', version = ''] = key.split('@')
  return `7\n${path} ${version} ${TRUE.zip}\n${path} ${version}/go.mod ${TRUE.goMod}\n\ngo.sum database tree\n`
}

/** What a call of go does: records that it keeps, by `path@version`, errors that it prints, and how it ends. */
interface Said {
  readonly records?: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
  readonly stderr?: string
  readonly ending?: GoResult['ending']
}

interface World {
  readonly lines: readonly WitnessLine[]
  /** What go env says beside the usual. */
  readonly values?: Readonly<Record<string, string>>
  readonly options?: Partial<WitnessOptions>
  /** Default: the database has every module just so. */
  readonly say?: (keys: readonly string[]) => Said
  readonly tree?: Readonly<Record<string, string>>
  readonly files?: (files: Files) => Files
  /** Milliseconds that each call takes. */
  readonly takes?: number
}

interface Call {
  readonly keys: readonly string[]
  readonly env: Environment
  readonly deadlineMs: number | undefined
}

interface Asked {
  readonly result: WitnessResult
  readonly calls: readonly Call[]
  readonly files: Files
}

async function ask({ lines, values = {}, options = {}, say, tree = {}, files: wrap = (one) => one, takes = 0 }: World): Promise<Asked> {
  const files = wrap(memoryFiles(tree))
  const calls: Call[] = []
  let now = 0
  const go: Go = {
    directory: '/project',
    env: { PATH: '/bin', GONOSUMDB: 'of-the-process' },
    in: () => go,
    async run(args, { env = {}, deadlineMs } = {}): Promise<GoResult> {
      const keys = args.slice(3)
      calls.push({ keys, env, deadlineMs })
      now += takes
      const all = Object.fromEntries(keys.map((key) => [key, recordOf(key)]))
      const { records = {}, errors = {}, stderr = '', ending = 'exited' } = say?.(keys) ?? { records: all }
      const folder = `${env['GOMODCACHE'] ?? ''}/cache/download/sumdb/sum.golang.org/lookup`
      for (const [key, record] of Object.entries(records)) await files.writeAtomically(`${folder}/${key}`, record)
      const printed = Object.entries(errors).map(([key, Error]) => {
        const [Path = '', Version = ''] = key.split('@')
        return JSON.stringify({ Path, Version, Error })
      })
      return { args, ending, exitCode: 1, durationMs: 0, stdout: captured(printed.join('\n')), stderr: captured(stderr) }
    },
  }
  const env = { GOVERSION: 'go1.26.8', GOPROXY: 'https://proxy.example.org', GOSUMDB: 'sum.golang.org', GOPATH: '/gopath', ...values }
  const host = fakeHost({ files, clock: { now: () => now } })
  const result = await askChecksumDatabase(host, go, { values: env, origins: {} }, lines, {
    mode: 'auto',
    remembered: new Set(),
    ...options,
  })
  return { result, calls, files }
}

describe('what the checksum database says of the lines of go.sum', () => {
  it('is the same, and can be remembered', async () => {
    const { result } = await ask({ lines: [line('example.org/a')] })
    expect(result.layer).toStrictEqual({ outcome: 'ok', checked: 1, failed: 0 })
    expect([...result.answers]).toStrictEqual([
      ['example.org/a@v1.0.0', { says: 'same' }],
      ['example.org/a@v1.0.0/go.mod', { says: 'same' }],
    ])
    expect(result.attested).toStrictEqual([`example.org/a v1.0.0 ${TRUE.zip}`, `example.org/a v1.0.0/go.mod ${TRUE.goMod}`])
    expect(result.findings).toStrictEqual([])
    expect(result.degraded).toStrictEqual([])
  })

  it('is another hash: an error that names both, the line, and a commit to look for', async () => {
    const places = { h1: { file: 'go.sum', line: 12 } }
    const { result } = await ask({ lines: [line('example.org/a', { h1: h1('f'), places }), line('example.org/b')] })
    expect(result.layer).toStrictEqual({ outcome: 'failed', checked: 2, failed: 1 })
    expect(result.answers.get('example.org/a@v1.0.0')).toStrictEqual({ says: 'other', hash: TRUE.zip })
    expect(result.attested).toHaveLength(3)
    expect(result.findings).toStrictEqual([
      expect.objectContaining({
        rule: 'checksum/sumdb-mismatch',
        severity: 'error',
        subject: { module: 'example.org/a@v1.0.0' },
        location: { file: 'go.sum', line: 12 },
        evidence: [`go.sum:12: example.org/a v1.0.0 ${h1('f')}`, `sum.golang.org: example.org/a v1.0.0 ${TRUE.zip}`],
      }),
    ])
    expect(result.findings[0]?.fix[0]?.command).toBe(`git log --format='%h %an %ad %s' -S '${h1('f')}' -- go.sum`)
  })

  it('is another hash of the go.mod file alone', async () => {
    const { result } = await ask({ lines: [line('example.org/a', { goMod: h1('f') })] })
    expect(result.findings.map(({ subject }) => subject)).toStrictEqual([{ module: 'example.org/a@v1.0.0/go.mod' }])
    expect(result.layer).toMatchObject({ outcome: 'failed', checked: 1, failed: 1 })
  })

  it.each(['$(touch x)/go.sum', '-p', 'a b/go.sum'])(
    'is never told with a command that would do something in a folder called %s',
    async (file) => {
      const { result } = await ask({ lines: [line('example.org/a', { h1: h1('f'), places: { h1: { file, line: 1 } } })] })
      expect(result.findings[0]?.fix.flatMap(({ command }) => command ?? [])).toStrictEqual([])
    },
  )

  it('never comes with the advice to stop asking', async () => {
    const { result } = await ask({ lines: [line('example.org/a', { h1: h1('f'), goMod: h1('f') })] })
    expect(result.findings).toHaveLength(2)
    expect(JSON.stringify(result.findings)).not.toMatch(/GOSUMDB|GONOSUMDB|GOPRIVATE|GOINSECURE|GOFLAGS/)
  })

  it('says nothing of hashes that go itself ignores', async () => {
    const { result, calls } = await ask({ lines: [line('example.org/a', { h1: 'h2:abc', goMod: null })] })
    expect(calls).toStrictEqual([])
    expect(result.layer.outcome).toBe('not-applicable')
  })
})

describe('modules that are nobody else’s business', () => {
  const lines = [line('corp.example/a'), line('git.corp.example/team/b'), line('example.org/c'), line('own.example/d')]
  const values = { GOPRIVATE: 'corp.example', GONOSUMDB: 'corp.example,*.corp.example' }

  it.each(['auto', 'on'] as const)('are never named to go, and it is told not to ask for them either (%s)', async (mode) => {
    const { result, calls, files } = await ask({ lines, values, options: { mode, privatePatterns: ['own.example'] } })
    expect(calls.map(({ keys }) => keys)).toStrictEqual([['example.org/c@v1.0.0']])
    expect(calls[0]?.env['GONOSUMDB']).toBe('none,corp.example,*.corp.example,own.example')
    expect(result.answers.get('git.corp.example/team/b@v1.0.0')).toStrictEqual({ says: 'private', pattern: '*.corp.example' })
    expect(result.layer).toStrictEqual({
      outcome: 'ok',
      checked: 1,
      failed: 0,
      reason:
        '3 module versions are private (corp.example in GOPRIVATE, *.corp.example in GONOSUMDB, own.example in the configuration): they are never asked about and not covered',
    })
    expect(await files.list('/tmp')).toStrictEqual([])
  })

  it('are no failure where there are no others', async () => {
    const { result, calls } = await ask({ lines: lines.slice(0, 1), values })
    expect(calls).toStrictEqual([])
    expect(result.layer).toStrictEqual({
      outcome: 'not-applicable',
      checked: 0,
      failed: 0,
      reason: '1 module version is private (corp.example in GOPRIVATE): it is never asked about and not covered',
    })
  })

  it('are told beside a failure', async () => {
    const { result } = await ask({ lines: [line('corp.example/a'), line('example.org/c', { h1: h1('f') })], values })
    expect(result.layer).toMatchObject({
      outcome: 'failed',
      checked: 1,
      failed: 1,
      reason: expect.stringContaining('1 module version is private'),
    })
  })
})

describe('the questions', () => {
  it('are asked with nothing of the user’s settings but the way to the database', async () => {
    const { calls } = await ask({
      lines: [line('example.org/a')],
      values: { GOFLAGS: '-mod=vendor', GOAUTH: 'netrc', GOROOT: '/go', GOENV: '/home/user/.config/go/env' },
    })
    expect(calls).toHaveLength(1)
    const { GOMODCACHE = '', GOPATH = '', ...env } = calls[0]?.env ?? {}
    expect(env).toStrictEqual({
      PATH: '/go/bin:/bin',
      GO111MODULE: 'on',
      GOAUTH: 'netrc',
      GOENV: 'off',
      GOFLAGS: '-mod=mod',
      GOMAXPROCS: '16',
      GONOPROXY: 'none',
      GONOSUMDB: 'none',
      GOPRIVATE: 'none',
      GOPROXY: 'https://proxy.example.org',
      GOSUMDB: 'sum.golang.org',
      GOTOOLCHAIN: 'local',
      GOWORK: 'off',
    })
    expect([GOMODCACHE, GOPATH].every((path) => path.startsWith('/tmp/'))).toBe(true)
  })

  it('leave no variable empty: go would read the go env file in its place', async () => {
    const { calls } = await ask({ lines: [line('example.org/a')] })
    expect(Object.entries(calls[0]?.env ?? {}).filter(([, value]) => (value ?? '') === '')).toStrictEqual([])
  })

  it('come in batches of at most 100, each module once', async () => {
    const lines = Array.from({ length: 450 }, (_, at) => line(`example.org/m${String(at)}`))
    const { calls, result } = await ask({ lines: [...lines, ...lines.slice(0, 10)] })
    expect(calls.map(({ keys }) => keys.length)).toStrictEqual([90, 90, 90, 90, 90])
    expect(new Set(calls.flatMap(({ keys }) => keys)).size).toBe(450)
    expect(result.layer).toStrictEqual({ outcome: 'ok', checked: 450, failed: 0 })
  })

  it('are not asked again for what a trusted baseline holds, but for another hash of the same version', async () => {
    const { result, calls } = await ask({
      lines: [line('example.org/a'), line('example.org/b', { h1: h1('f') })],
      options: {
        remembered: new Set(
          ['a', 'b'].flatMap((name) => [`example.org/${name} v1.0.0 ${TRUE.zip}`, `example.org/${name} v1.0.0/go.mod ${TRUE.goMod}`]),
        ),
      },
    })
    expect(calls.map(({ keys }) => keys)).toStrictEqual([['example.org/b@v1.0.0']])
    expect(result.layer).toStrictEqual({ outcome: 'failed', checked: 2, failed: 1 })
  })

  it('bring the signed tree head that go kept, and no lookup that somebody kept', async () => {
    const planted = 'cache/download/sumdb/sum.golang.org/lookup/example.org/a@v1.0.0'
    let seen: readonly string[] = []
    const { result } = await ask({
      lines: [line('example.org/a', { h1: h1('f'), goMod: null })],
      values: { GOPATH: '/gopath:/other', GOMODCACHE: '/gopath/pkg/mod' },
      tree: {
        '/gopath/pkg/sumdb/sum.golang.org/latest': 'signed tree head',
        [`/gopath/pkg/mod/${planted}`]: `7\nexample.org/a v1.0.0 ${h1('f')}\n\n`,
      },
      files: (files) => ({
        ...files,
        writeAtomically: async (path, content) => {
          if (path.includes('sumdb'))
            seen = [
              ...seen,
              `${path.replace(/^\/tmp\/[^/]+\//, '')}: ${new TextDecoder().decode(typeof content === 'string' ? new TextEncoder().encode(content) : content)}`,
            ]
          await files.writeAtomically(path, content)
        },
      }),
    })
    expect(seen[0]).toBe('gopath/pkg/sumdb/sum.golang.org/latest: signed tree head')
    expect(result.layer).toMatchObject({ outcome: 'failed', failed: 1 })
  })
})

describe('when nobody is asked', () => {
  it.each([
    ['off', {}, 'not-applicable', /switched off/],
    ['auto', { GOSUMDB: 'off' }, 'not-applicable', /^GOSUMDB=off: go asks no checksum database here/],
    ['auto', { GOPROXY: 'off' }, 'unknown', /^GOPROXY=off forbids the network, so sum\.golang\.org was not asked$/],
    ['on', { GOSUMDB: 'off', GOPROXY: 'off' }, 'unknown', /^GOPROXY=off/],
    ['auto', { GOSUMDB: '../../etc' }, 'unknown', /^GOSUMDB names no database/],
  ] as const)('(%s, %j) the layer is %s and says why', async (mode, values, outcome, reason) => {
    const { result, calls } = await ask({ lines: [line('example.org/a')], values, options: { mode } })
    expect(calls).toStrictEqual([])
    expect(result.answers.size).toBe(0)
    expect(result.layer).toStrictEqual({ outcome, checked: 0, failed: 0, reason: expect.stringMatching(reason) })
  })

  it('asks the public database with `on` although GOSUMDB is off', async () => {
    const { result, calls } = await ask({ lines: [line('example.org/a')], values: { GOSUMDB: 'off' }, options: { mode: 'on' } })
    expect(calls[0]?.env['GOSUMDB']).toBe('sum.golang.org')
    expect(result.layer.outcome).toBe('ok')
  })
})

describe('when the database does not answer', () => {
  it('one module without an answer does not hide the others', async () => {
    const { result } = await ask({
      lines: [line('example.org/a'), line('example.org/b')],
      say: () => ({
        records: { 'example.org/a@v1.0.0': recordOf('example.org/a@v1.0.0') },
        errors: {
          'example.org/b@v1.0.0':
            'verifying module: example.org/b@v1.0.0: reading https://user:secret@proxy.example.org/sumdb/sum.golang.org/lookup/example.org/b@v1.0.0: 404 Not Found',
        },
      }),
    })
    expect(result.answers.get('example.org/b@v1.0.0')?.says).toBe('unknown-there')
    expect(result.layer).toStrictEqual({
      outcome: 'unknown',
      checked: 1,
      failed: 0,
      reason:
        'sum.golang.org did not vouch for example.org/b@v1.0.0: it knows no such version: the module is private, or was never published like that',
    })
  })

  it('ends with its batch, keeps what came before, and says how long it waited', async () => {
    const { result, calls } = await ask({
      lines: [line('example.org/a'), line('example.org/b')],
      say: () => ({ records: { 'example.org/a@v1.0.0': recordOf('example.org/a@v1.0.0') }, ending: 'timed-out' }),
      options: { deadlineMs: 5000 },
    })
    expect(calls[0]?.deadlineMs).toBe(5000)
    expect(result.answers.get('example.org/a@v1.0.0')).toStrictEqual({ says: 'same' })
    expect(result.answers.get('example.org/b@v1.0.0')).toStrictEqual({ says: 'no-answer', reason: 'it did not answer within 5 seconds' })
  })

  it('gives each batch 20 seconds, and all of them no more than the whole has', async () => {
    const lines = Array.from({ length: 700 }, (_, at) => line(`example.org/m${String(at)}`))
    const { calls, result } = await ask({ lines, takes: 15_000 })
    expect(calls.every(({ deadlineMs = 0 }) => deadlineMs > 0 && deadlineMs <= 20_000)).toBe(true)
    expect(calls.length).toBeLessThan(7)
    expect(result.layer).toMatchObject({ outcome: 'unknown', failed: 0, reason: expect.stringContaining('the time to ask it was over') })
  })

  it('takes a record that is cut off for none', async () => {
    const { result } = await ask({
      lines: [line('example.org/a')],
      say: () => ({ records: { 'example.org/a@v1.0.0': `7\nexample.org/a v1.0.0 ${TRUE.zip}\n` }, ending: 'timed-out' }),
    })
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 0 })
  })

  it('takes a proved record of something else for no answer, which old releases of Go took for consent', async () => {
    const { result } = await ask({
      lines: [line('example.org/a')],
      say: () => ({ records: { 'example.org/a@v1.0.0': recordOf('example.org/other@v1.0.0') }, errors: { 'example.org/a@v1.0.0': '' } }),
    })
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('about something else') })
  })

  it('reports two histories as an error with go’s proof, and believes nothing', async () => {
    const proof = 'go: SECURITY ERROR\ngo.sum database server misbehavior detected!\n\nold database:\n\tgo.sum database tree\n\t5\n'
    const { result } = await ask({ lines: [line('example.org/a')], say: () => ({ stderr: proof }) })
    expect(result.findings.map(({ title, evidence }) => ({ title, evidence }))).toStrictEqual([
      {
        title: 'sum.golang.org shows two histories',
        evidence: ['go.sum database server misbehavior detected!', 'old database:', 'go.sum database tree', '5'],
      },
    ])
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('two histories') })
  })

  it('says so when the temporary folder cannot be written', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const { result, calls } = await ask({
      lines: [line('example.org/a')],
      files: (files) => ({ ...files, makeTemporaryDirectory: async () => Promise.reject(full) }),
    })
    expect(calls).toStrictEqual([])
    expect(result.layer).toMatchObject({ outcome: 'unknown', reason: expect.stringContaining('cannot be written') })
  })

  it('goes on without the tree head that go keeps when that cannot be read, and says what is lost', async () => {
    const { result } = await ask({
      lines: [line('example.org/a')],
      files: (files) => ({
        ...files,
        read: async (path, max) =>
          path.startsWith('/gopath') ? Promise.reject(new Error('is not a regular file')) : files.read(path, max),
      }),
    })
    expect(result.layer.outcome).toBe('ok')
    expect(result.degraded).toStrictEqual([
      { what: 'whether sum.golang.org shows the same history as before', why: expect.stringContaining('GOPATH/pkg/sumdb') },
    ])
  })
})

describe('a Go with known ways past the database', () => {
  it('is named once, with what stays open', async () => {
    const { result } = await ask({ lines: [line('example.org/a'), line('example.org/b')], values: { GOVERSION: 'go1.26.5' } })
    expect(result.layer.outcome).toBe('ok')
    expect(result.degraded).toHaveLength(1)
    expect(result.degraded[0]?.why).toMatch(/CVE-2026-56865: a hostile proxy could forge an answer.*1\.25\.13, 1\.26\.6/)
  })

  it('is not named when nobody had to be asked', async () => {
    const { result } = await ask({ lines: [line('corp.example/a')], values: { GOVERSION: 'go1.21.13', GOPRIVATE: 'corp.example' } })
    expect(result.degraded).toStrictEqual([])
  })
})
