import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { openGo, readGoEnv } from '../../src/go/index.js'
import type { Host } from '../../src/host/index.js'
import type { GoValues } from '../../src/integrity/roots.js'
import { askChecksumDatabase, type WitnessLine, type WitnessResult } from '../../src/integrity/witness.js'
import { parseGoSum } from '../../src/modules/index.js'
import { startDatabase, type DatabaseEntry } from '../scenarios/witness-database.js'
import { makeFolder, testHost, writeTree } from '../support/project.js'
import { checkOutModule, realModulesEnv } from './plain-go.js'

/** Releases with another cmd/go than this one, from the oldest supported on; each is fetched by go itself. */
const RELEASES = ['go1.20.14', 'go1.21.13', 'go1.22.12', 'go1.24.9', 'go1.25.3', 'go1.26.0']
const FORGED = `h1:${'A'.repeat(43)}=`

const scratch = makeFolder()
const env = realModulesEnv(scratch)
const project = join(scratch, 'helm')
let lines: readonly WitnessLine[] = []

/** Of the go.sum of somebody else's project: every version with its zip. */
function readLines(folder: string): readonly WitnessLine[] {
  const { lines: all } = parseGoSum(readFileSync(join(folder, 'go.sum'), 'utf8'))
  return all
    .filter(({ goMod }) => !goMod)
    .map(({ path, version, hash }) => ({
      path,
      version,
      h1: hash,
      goMod: all.find((one) => one.goMod && one.path === path && one.version === version)?.hash ?? null,
    }))
}

function forge(line: WitnessLine, which: 'h1' | 'goMod'): WitnessLine {
  return { ...line, [which]: FORGED }
}

function entry(name: string, letter: string): DatabaseEntry {
  return { path: `example.org/${name}`, version: 'v1.0.0', h1: `h1:${letter.repeat(43)}=`, goMod: FORGED }
}

interface Asked {
  readonly result: WitnessResult
  readonly ms: number
  /** Temporary folders that were made, and those that are still there. */
  readonly made: number
  readonly left: readonly string[]
}

async function ask(of: readonly WitnessLine[], more: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const machine = testHost(project, { ...env, GOPATH: join(makeFolder(), 'gopath'), ...more })
  const made: string[] = []
  const makeTemporaryDirectory: Host['files']['makeTemporaryDirectory'] = async (prefix) => {
    const path = await machine.files.makeTemporaryDirectory(prefix)
    made.push(path)
    return path
  }
  const host: Host = { ...machine, files: { ...machine.files, makeTemporaryDirectory } }
  const go = openGo(host, { directory: makeFolder() })
  const answer = await readGoEnv(go)
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  const values: GoValues = { values: answer.values, origins: {} }
  const began = host.clock.now()
  const result = await askChecksumDatabase(host, go, values, of, { mode: 'auto', remembered: new Set() })
  return { result, ms: host.clock.now() - began, left: made.filter((path) => existsSync(path)), made: made.length }
}

/** PATH with a release of Go before all others. */
function pathOf(release: string): string {
  const { stdout } = spawnSync('go', ['env', 'GOROOT'], {
    cwd: scratch,
    env: { ...env, GOTOOLCHAIN: release },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return `${join(stdout.trim(), 'bin')}:${env['PATH'] ?? ''}`
}

beforeAll(() => {
  checkOutModule('helm.sh/helm/v3@v3.17.0', project, env)
  lines = readLines(project)
})

describe('the checksum database that everybody asks', () => {
  it('has each of more than 150 real modules just as go.sum has it, and leaves nothing behind', async () => {
    const { result, ms, made, left } = await ask(lines)
    expect(lines.length).toBeGreaterThan(150)
    expect(result.layer).toStrictEqual({ outcome: 'ok', checked: lines.length, failed: 0 })
    expect(result.findings).toStrictEqual([])
    expect(result.attested).toHaveLength(lines.reduce((sum, { goMod }) => sum + (goMod === null ? 1 : 2), 0))
    expect(made).toBeGreaterThan(0)
    expect(left).toStrictEqual([])
    process.stderr.write(`${String(lines.length)} module versions asked in ${(ms / 1000).toFixed(1)} s, no lookup kept\n`)
  })

  it('names exactly the two lines that were forged, with the true hashes', async () => {
    const forged = new Set([lines[17]?.path, lines.at(-3)?.path])
    const { result } = await ask(lines.map((line) => (forged.has(line.path) ? forge(line, 'h1') : line)))
    const others = [...result.answers].filter(([, { says }]) => says !== 'same')
    const truth = lines
      .filter(({ path }) => forged.has(path))
      .map(({ path, version, h1 }) => [`${path}@${version}`, { says: 'other', hash: h1 }] as const)
    expect(truth).toHaveLength(2)
    expect(Object.fromEntries(others)).toStrictEqual(Object.fromEntries(truth))
    expect(result.layer).toStrictEqual({ outcome: 'failed', checked: lines.length, failed: 2 })
    expect(new Set(result.findings.map(({ subject }) => subject.module))).toStrictEqual(new Set(truth.map(([key]) => key)))
  })

  it('leaves an old Go no way to believe a planted lookup, or the record of another module', async () => {
    const database = await startDatabase([entry('a', 'T'), entry('b', 'T')])
    const other = database.record('example.org/b', 'v1.0.0') ?? ''
    const gopath = join(makeFolder(), 'gopath')
    const lookup = 'pkg/mod/cache/download/sumdb/sums.example.org/lookup/example.org/a@v1.0.0'
    writeTree(gopath, { [lookup]: other, 'pkg/sumdb/sums.example.org/latest': database.head() })
    const settings = {
      PATH: pathOf('go1.21.13'),
      GOPROXY: database.proxy,
      GOSUMDB: database.proxied,
      GOPATH: gopath,
      GOMODCACHE: join(gopath, 'pkg/mod'),
    }
    const planted = await ask([entry('a', 'F')], settings)
    expect(planted.result.answers.get('example.org/a@v1.0.0')).toStrictEqual({ says: 'other', hash: entry('a', 'T').h1 })
    database.fail((path, response) => {
      if (!path.includes('/lookup/')) return false
      response.end(other)
      return true
    })
    const served = await ask([entry('a', 'F')], settings)
    expect(served.result.layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('about something else') })
    expect(database.requests.filter((path) => path.includes('/@v/'))).toStrictEqual([])
  })

  it.each(RELEASES)('answers %s just so', async (release) => {
    const few = [...lines.slice(0, 5), ...lines.slice(5, 6).map((line) => forge(line, 'goMod')), ...lines.slice(6, 12)]
    const { result } = await ask(few, { PATH: pathOf(release) })
    expect(result.layer).toStrictEqual({ outcome: 'failed', checked: 12, failed: 1 })
    const key = `${few[5]?.path ?? ''}@${few[5]?.version ?? ''}/go.mod`
    expect(result.answers.get(key)).toStrictEqual({ says: 'other', hash: lines[5]?.goMod })
    expect(result.degraded.map(({ what }) => what)).toStrictEqual([expect.stringContaining(`as sure as ${release} checks it`)])
  })

  it('does not hide 20 modules behind one that it does not know, and one whose name nobody could fetch', async () => {
    const odd: readonly WitnessLine[] = [
      { path: 'golang.org/x/text', version: 'v0.999.0', h1: FORGED, goMod: null },
      { path: 'toolchain', version: 'v1.0.0', h1: FORGED, goMod: null },
      { path: '-x.example/a', version: 'v1.0.0', h1: FORGED, goMod: null },
      { path: 'golang.org/x/text', version: 'v0.3', h1: FORGED, goMod: null },
      { path: 'golang.org/x/text/v2', version: 'v1.0.0', h1: FORGED, goMod: null },
    ]
    const { result } = await ask([...odd, ...lines.slice(0, 20)])
    expect(odd.map(({ path, version }) => result.answers.get(`${path}@${version}`)?.says)).toStrictEqual([
      'unknown-there',
      'no-answer',
      'no-answer',
      'no-answer',
      'unknown-there',
    ])
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 20, failed: 0 })
  })
})
