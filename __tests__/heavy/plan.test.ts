import { resolve } from 'node:path'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import {
  AARCH64,
  MATH,
  missingTools,
  NATIVE,
  OWN_C,
  planAndBuild,
  QUICK_CASES,
  SLOW_CASES,
  ZLIB,
  type PlanCase,
  type PlanTruth,
} from '../support/plan-cases.js'
import { makeFolder } from '../support/project.js'
import { tool } from '../support/tools.js'
import { checkOutModule, realModulesEnv } from './plain-go.js'

// The go command and C compilers do the work, on a machine that may be busy.
jest.setTimeout(600_000)

const SQLITE = 'github.com/mattn/go-sqlite3@v1.14.22'
const ZSTD = 'github.com/DataDog/zstd@v1.5.6'
const FZF = 'github.com/junegunn/fzf@v0.65.2'
const AARCH64_GCC = ['aarch64-linux-gnu-gcc']

/** Modules that others wrote. */
const REAL: readonly (PlanCase & { readonly module: string })[] = [
  { name: 'go-sqlite3, natively', module: SQLITE, files: {}, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'go-sqlite3 without cgo', module: SQLITE, files: {}, target: `${NATIVE}-cgo` },
  {
    name: 'go-sqlite3 for arm64 by gcc of this machine',
    module: SQLITE,
    files: {},
    target: 'linux/arm64+cgo',
    env: { CC: 'gcc' },
    tools: ['gcc'],
  },
  { name: 'go-sqlite3 for arm64 by its compiler', module: SQLITE, files: {}, target: 'linux/arm64+cgo', env: AARCH64, tools: AARCH64_GCC },
  {
    name: 'go-sqlite3 with a sqlite of arm64 that is not there',
    module: SQLITE,
    files: {},
    target: 'linux/arm64+cgo',
    env: { ...AARCH64, GOFLAGS: '-modcacherw -tags=libsqlite3' },
    tools: AARCH64_GCC,
  },
  { name: 'zstd, natively', module: ZSTD, files: {}, target: `${NATIVE}+cgo`, tools: ['gcc'] },
  { name: 'fzf for macOS with cgo', module: FZF, files: {}, target: 'darwin/arm64+cgo' },
  { name: 'fzf for Windows', module: FZF, files: {}, target: 'windows/amd64' },
]

/** zig builds a C library for a target once, in a minute or two. */
const ZIG = {
  ZIG_GLOBAL_CACHE_DIR: resolve('.cache', 'zig'),
  CC: `${tool('zig')} cc -target aarch64-linux-musl`,
  CXX: `${tool('zig')} c++ -target aarch64-linux-musl`,
}
const BY_ZIG: readonly PlanCase[] = [
  { name: 'C code for arm64 by zig', files: OWN_C, target: 'linux/arm64+cgo', env: ZIG },
  { name: 'libraries of the C library for arm64 by zig', files: MATH, target: 'linux/arm64+cgo', env: ZIG },
  { name: 'zlib for arm64 by zig, which has none', files: ZLIB, target: 'linux/arm64+cgo', env: ZIG },
  { name: 'C code for this machine by zig for arm64', files: OWN_C, target: `${NATIVE}+cgo`, env: ZIG },
]

const truths: PlanTruth[] = []

function expectTruth(truth: PlanTruth): void {
  truths.push(truth)
  expect({ cannot: truth.verdict === 'cannot', rule: truth.rule, output: truth.output }).toEqual({
    cannot: !truth.builds,
    rule: truth.buildRule,
    output: truth.output,
  })
}

describe('the plan of a target', () => {
  const own = [...QUICK_CASES, ...SLOW_CASES, ...BY_ZIG]
  it.each(own.map((one) => [one.name, one] as const))('is what go build then does, by the same rule: %s', async (_name, one) => {
    expect(missingTools(one)).toEqual([])
    expectTruth(await planAndBuild(one))
  })

  it.each(REAL.map((one) => [one.name, one] as const))('is what go build then does with %s', async (_name, one) => {
    expect(missingTools(one)).toEqual([])
    const env = realModulesEnv(makeFolder())
    expectTruth(await planAndBuild(one, env, (app) => checkOutModule(one.module, app, env)))
  })

  afterAll(() => {
    const failed = truths.filter(({ builds }) => !builds)
    const reasons = [...new Set(failed.map(({ rule }) => rule ?? 'none'))].toSorted()
    const counts = `${String(truths.length)} combinations, ${String(failed.length)} cannot be built`
    console.log(`${counts}, for ${String(reasons.length)} reasons: ${reasons.join(', ')}`)
  })
})
