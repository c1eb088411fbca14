import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll } from '@jest/globals'
import * as v from 'valibot'

/** Kept between runs: modules at pinned versions do not change, and a cold build of the large ones takes minutes. */
const CACHE = resolve('.cache', 'real-modules')
/** Of either cache in KiB: machines of CI have small disks. */
const MOST_KEPT = 2 * 1024 * 1024

/** Removes a cache that has grown too large; what is missing then is fetched and built anew. */
export function trimCaches(): void {
  for (const name of ['mod', 'build']) {
    const folder = join(CACHE, name)
    const size = Number.parseInt(spawnSync('du', ['-sk', folder], { encoding: 'utf8' }).stdout, 10)
    if (size > MOST_KEPT) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

// Of each test file that uses them.
afterAll(trimCaches)

/** The environment of both sides: the machine's own proxy and checksum database, nothing else of its settings. */
export function realModulesEnv(scratch: string): Record<string, string | undefined> {
  mkdirSync(join(CACHE, 'mod'), { recursive: true })
  mkdirSync(join(scratch, 'home'), { recursive: true })
  const machine = go(['env', '-json', 'GOPROXY', 'GOSUMDB'], process.cwd(), process.env)
  const { GOPROXY, GOSUMDB } = v.parse(
    v.pipe(v.string(), v.parseJson(), v.object({ GOPROXY: v.string(), GOSUMDB: v.string() })),
    machine.stdout,
  )
  return {
    PATH: process.env['PATH'],
    HOME: join(scratch, 'home'),
    LANG: 'C.UTF-8',
    GOPATH: join(scratch, 'gopath'),
    GOMODCACHE: join(CACHE, 'mod'),
    GOCACHE: join(CACHE, 'build'),
    GOFLAGS: '-modcacherw',
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOTELEMETRY: 'off',
    GOPROXY,
    GOSUMDB,
  }
}

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function go(args: readonly string[], cwd: string, env: Readonly<Record<string, string | undefined>>): Ended {
  const done = spawnSync('go', args, { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] })
  if (done.error !== undefined) throw done.error
  return { status: done.status, stdout: done.stdout, stderr: done.stderr }
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) makeWritable(path)
    else if (entry.isFile()) chmodSync(path, 0o644)
  }
}

/** Fetches a module at a version through the proxy and copies it to a new writable folder. */
export function checkOutModule(module: string, folder: string, env: Readonly<Record<string, string | undefined>>): void {
  const got = go(['mod', 'download', '-json', module], resolve(folder, '..'), env)
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), v.object({ Dir: v.string() })), got.stdout)
  if (!read.success) throw new Error(`${module} cannot be fetched:\n${got.stdout}${got.stderr}`)
  cpSync(read.output.Dir, folder, { recursive: true })
  makeWritable(folder)
}

/** How many modules the build list of a project holds. */
export function countModules(folder: string, env: Readonly<Record<string, string | undefined>>): number {
  return go(['list', '-m', 'all'], folder, env).stdout.trim().split('\n').length
}

/** What `go build` itself says of a target. */
export interface PlainVerdict {
  readonly ok: boolean
  /** Import paths that `go build -json` reports as failed, sorted. */
  readonly packages: readonly string[]
  /** The first `file.go:line` that is printed, as printed; null when none is. */
  readonly place: string | null
  readonly output: string
}

const Event = v.object({ ImportPath: v.optional(v.string(), ''), Action: v.string() })

/** `goos/goarch+cgo` as a target is written, built as a person would: the variables in front of `go build`. */
export function plainBuild(
  target: string,
  patterns: readonly string[],
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): PlainVerdict {
  const [, goos, goarch, cgo] = /^([^/]+)\/([^/]+)([+-])cgo$/.exec(target) ?? []
  if (goos === undefined || goarch === undefined) throw new Error(`the test wants a target with its cgo suffix, not ${target}`)
  const there = { ...env, GOOS: goos, GOARCH: goarch, CGO_ENABLED: cgo === '+' ? '1' : '0' }
  const text = go(['build', '-o', '/dev/null', ...patterns], folder, there)
  const events = text.status === 0 ? '' : go(['build', '-json', '-o', '/dev/null', ...patterns], folder, there).stdout
  const failed = events
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(v.pipe(v.string(), v.parseJson(), Event), line))
    .filter(({ Action }) => Action === 'build-fail')
  return {
    ok: text.status === 0,
    packages: [...new Set(failed.map(({ ImportPath }) => ImportPath))].toSorted(),
    place: /^(\S+\.go:\d+):/m.exec(text.stderr)?.[1] ?? null,
    output: text.stderr,
  }
}
