import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { plan } from '../../src/operations/index.js'
import { planToMermaid, type TargetPlan } from '../../src/targets/index.js'
import { MATH, missingTools, NATIVE, planAndBuild, QUICK_CASES, ZLIB } from '../support/plan-cases.js'
import { goTestEnv, makeFolder, testHost, writeTree } from '../support/project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

/** What a plan may run: questions. A compiler that gets none of these would compile. */
const QUESTION = /^(?:go (?:env|list|tool dist|mod|version)\b|pkg-config |\S+ .*(?:-E\b|-dM\b|-print-\S+|--version|-dumpmachine))/

/** How `go env` itself finds out which flags a C compiler takes: an empty standard input. */
const GO_ASKS = / -x c (?:-c )?-(?: -o \/dev\/null)?$/

describe('the plan of a target', () => {
  it.each(QUICK_CASES.map((one) => [one.name, one] as const))(
    'is what go build then does, by the same rule, and compiles nothing: %s',
    async (_name, one) => {
      expect(missingTools(one)).toEqual([])
      const truth = await planAndBuild(one)
      expect({ cannot: truth.verdict === 'cannot', rule: truth.rule, output: truth.output }).toEqual({
        cannot: !truth.builds,
        rule: truth.buildRule,
        output: truth.output,
      })
      expect(truth.calls.filter((call) => !QUESTION.test(call) && !GO_ASKS.test(call))).toEqual([])
    },
  )

  it('warns of a header and a library that are of different versions, and not of those that belong together', async () => {
    const folder = makeFolder()
    const app = join(folder, 'app')
    writeTree(app, {
      'go.mod': 'module example.com/app\n\ngo 1.21\n',
      ...ZLIB,
      'one/zlib.h': '#define ZLIB_VERSION "1.2.3"\nconst char *zlibVersion(void);\n',
      'two/zlib.h': '#define ZLIB_VERSION "1.3.1"\nconst char *zlibVersion(void);\n',
      'lib/z.txt': 'const char *zlibVersion(void) { return "1.2.3"; }\n',
    })
    execFileSync('gcc', ['-x', 'c', '-c', 'z.txt', '-o', 'z.o'], { cwd: join(app, 'lib') })
    execFileSync('ar', ['rcs', 'libz.a', 'z.o'], { cwd: join(app, 'lib') })
    const planned = async (headers: string): Promise<readonly TargetPlan[]> => {
      const env = { ...goTestEnv(folder), CGO_CFLAGS: `-I${join(app, headers)}`, CGO_LDFLAGS: `-L${join(app, 'lib')}` }
      const session = { host: testHost(app, env), progress: () => undefined }
      const options = { directory: app, config: { targets: [`${NATIVE}+cgo`] }, version: '0.0.0-test', job: { name: 'leg' } }
      return (await plan(session, options)).document.roots.flatMap(({ plans }) => plans)
    }
    expect(await planned('one')).toMatchObject([{ verdict: 'builds', findings: [] }])
    expect(await planned('two')).toMatchObject([
      {
        verdict: 'builds',
        findings: [{ rule: 'cgo/version-mismatch', severity: 'warning', subject: { package: 'example.com/app', library: 'z' } }],
      },
    ])
  })

  it('names a compiler variable that go does not read, and the file of each library', async () => {
    const folder = makeFolder()
    const app = join(folder, 'app')
    writeTree(app, { 'go.mod': 'module example.com/app\n\ngo 1.21\n', ...MATH })
    const session = { host: testHost(app, { ...goTestEnv(folder), CC_FOR_TARGET: 'other-gcc' }), progress: () => undefined }
    const options = { directory: app, config: { targets: [`${NATIVE}+cgo`] }, version: '0.0.0-test', job: { name: 'leg' } }
    const { document, exitCode } = await plan(session, options)
    const [made] = document.roots.flatMap(({ plans }) => plans)
    expect(made?.findings).toMatchObject([
      { severity: 'warning', subject: { key: 'CC_FOR_TARGET' }, evidence: ['CC_FOR_TARGET=other-gcc'] },
    ])
    expect(JSON.stringify(made?.steps)).toMatch(/"-lm","answer":"\/[^"]+libm\.(?:so|a)"/)
    expect(planToMermaid(made === undefined ? [] : [made])).toMatch(/^flowchart TD\n {2}t0\(\["linux\/\w+\+cgo: will build"\]\)\n/)
    expect(exitCode).toBe(0)
  })

  it('knows of pure Go for the same where the C of a module stops it, and keeps still where that C is no trouble', async () => {
    const folder = makeFolder()
    const app = join(folder, 'app')
    writeTree(app, {
      'go.mod':
        'module example.com/app\n\ngo 1.21\n\nrequire github.com/DataDog/zstd v1.0.0\n\nreplace github.com/DataDog/zstd => ./zstd\n',
      'main.go': 'package main\n\nimport _ "github.com/DataDog/zstd"\n\nfunc main() {}\n',
      'zstd/go.mod': 'module github.com/DataDog/zstd\n',
      'zstd/zstd.go': 'package zstd\n\nimport "C"\n',
    })
    const session = { host: testHost(app, { ...goTestEnv(folder), CC: 'gcc' }), progress: () => undefined }
    const options = { directory: app, config: {}, version: '0.0.0-test', job: { name: 'leg' } }
    const advised = async (target: string): Promise<readonly unknown[]> => {
      const { document } = await plan(session, { ...options, config: { targets: [target] } })
      return document.roots.flatMap(({ plans }) => plans).flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'note'))
    }
    expect(await advised(NATIVE === 'linux/arm64' ? 'linux/amd64+cgo' : 'linux/arm64+cgo')).toMatchObject([
      {
        rule: 'cgo/pure-go-alternative',
        title: 'Zstandard is to be had without C',
        evidence: ['imported by example.com/app'],
        fix: [{ command: 'go get github.com/klauspost/compress/zstd@latest' }],
      },
    ])
    expect(await advised(`${NATIVE}+cgo`)).toEqual([])
  })
})
