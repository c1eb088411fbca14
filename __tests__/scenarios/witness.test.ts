import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openGo, readGoEnv } from '../../src/go/index.js'
import { askChecksumDatabase, type WitnessLine, type WitnessOptions, type WitnessResult } from '../../src/integrity/witness.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from '../support/project.js'
import { startDatabase, type Database, type DatabaseEntry, type Fault } from './witness-database.js'

const h1 = (letter: string): string => `h1:${letter.repeat(43)}=`

function entry(name: string, letter = 'A'): DatabaseEntry {
  return { path: `example.org/${name}`, version: 'v1.0.0', h1: h1(letter), goMod: h1('M') }
}

const ENTRIES = ['a', 'b', 'c', 'd', 'e'].map((name) => entry(name))

interface Question {
  readonly database: Database
  readonly lines?: readonly WitnessLine[]
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly options?: Partial<WitnessOptions>
  /** Below the user's GOPATH. */
  readonly gopath?: FileTree
  /** Default: through the proxy. */
  readonly direct?: true
}

/** Asks with the real go, as a user who has nothing set but the database and the proxy. */
async function ask({ database, lines = ENTRIES, env: more = {}, options = {}, gopath = {}, direct }: Question): Promise<WitnessResult> {
  const folder = makeFolder()
  writeTree(join(folder, 'gopath'), gopath)
  const way = direct === true ? { GOSUMDB: database.direct } : { GOSUMDB: database.proxied }
  const env = goTestEnv(folder, { GOPROXY: database.proxy, GONOSUMDB: 'none', ...way, ...more })
  const host = testHost(folder, env)
  const go = openGo(host, { directory: folder })
  const answer = await readGoEnv(go)
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  return askChecksumDatabase(host, go, { values: answer.values, origins: {} }, lines, { mode: 'auto', remembered: new Set(), ...options })
}

const status =
  (code: number, pattern: RegExp): Fault =>
  (path, response) => {
    if (!pattern.test(path)) return false
    response.statusCode = code
    response.end('told by the test')
    return true
  }

describe('a checksum database of one’s own', () => {
  it('is asked at the address in GOSUMDB, and no proxy is', async () => {
    const database = await startDatabase(ENTRIES)
    const result = await ask({ database, direct: true })
    expect(result.layer).toStrictEqual({ outcome: 'ok', checked: 5, failed: 0 })
    expect(result.database).toBe('sums.example.org')
    expect(database.requests.filter((path) => !path.startsWith('/db/'))).toStrictEqual([])
    expect(database.requests.filter((path) => path.startsWith('/db/lookup/')).toSorted((x, y) => (x < y ? -1 : 1))).toStrictEqual(
      ENTRIES.map(({ path }) => `/db/lookup/${path}@v1.0.0`),
    )
  })

  it('is asked through a proxy that passes it on: no module is fetched, and no private path is ever named', async () => {
    const database = await startDatabase(ENTRIES)
    const secret = ['corp.example/secret', 'git.corp.example/team/secret', 'own.example/secret'].map((path) => ({
      path,
      version: 'v1.0.0',
      h1: h1('A'),
      goMod: h1('M'),
    }))
    const result = await ask({
      database,
      lines: [...secret, ...ENTRIES],
      env: { GOPRIVATE: 'corp.example', GONOSUMDB: '*.corp.example' },
      options: { privatePatterns: ['own.example'] },
    })
    expect(result.layer).toMatchObject({ outcome: 'ok', checked: 5, reason: expect.stringContaining('3 module versions are private') })
    expect(database.requests.filter((path) => path.includes('/lookup/'))).toHaveLength(5)
    expect(database.requests.filter((path) => !path.startsWith('/proxy/sumdb/sums.example.org/') || path.includes('secret'))).toStrictEqual(
      [],
    )
  })

  it('names the one hash that is another, whatever lies in the module cache of the user', async () => {
    const database = await startDatabase(ENTRIES)
    const forged: WitnessLine = { ...entry('c', 'F'), places: { h1: { file: 'go.sum', line: 5 } } }
    // A lookup that says what the forger wants, where go keeps its own.
    const planted = `pkg/mod/cache/download/sumdb/sums.example.org/lookup/example.org/c@v1.0.0`
    const told = database.record('example.org/c', 'v1.0.0')?.replace(h1('A'), h1('F')) ?? ''
    const result = await ask({
      database,
      lines: [...ENTRIES.filter(({ path }) => path !== 'example.org/c'), forged],
      gopath: { [planted]: told },
    })
    expect(result.layer).toStrictEqual({ outcome: 'failed', checked: 5, failed: 1 })
    expect(result.findings).toStrictEqual([
      expect.objectContaining({
        subject: { module: 'example.org/c@v1.0.0' },
        location: { file: 'go.sum', line: 5 },
        evidence: [`go.sum:5: example.org/c v1.0.0 ${h1('F')}`, `sums.example.org: example.org/c v1.0.0 ${h1('A')}`],
      }),
    ])
  })

  it('is asked as the go env file says, when nothing else names it', async () => {
    const database = await startDatabase(ENTRIES)
    const goenv = join(makeFolder(), 'env')
    writeFileSync(goenv, `GOPROXY=${database.proxy}\nGOSUMDB=${database.proxied}\nGOPRIVATE=example.org/a\nGOFLAGS=-mod=vendor\n`)
    const unset = { GOPROXY: undefined, GOSUMDB: undefined, GONOSUMDB: undefined }
    const result = await ask({ database, env: { ...unset, GOENV: goenv } })
    expect(result.answers.get('example.org/a@v1.0.0')).toStrictEqual({ says: 'private', pattern: 'example.org/a' })
    expect(result.layer).toMatchObject({ outcome: 'ok', checked: 4 })
    expect(database.requests.filter((path) => path.includes('example.org/a@'))).toStrictEqual([])
  })
})

describe('what a database does wrong has its outcome and its sentence', () => {
  it.each<readonly [string, Fault, 'unknown-there' | 'no-answer', RegExp]>([
    ['404', status(404, /^\/lookup\/example\.org\/b@/), 'unknown-there', /b@v1\.0\.0: it knows no such version/],
    ['410', status(410, /^\/lookup\/example\.org\/b@/), 'unknown-there', /b@v1\.0\.0: it knows no such version/],
    ['403', status(403, /^\/lookup\/example\.org\/b@/), 'no-answer', /b@v1\.0\.0: .* refuses to answer/],
    ['500', status(500, /^\/lookup\/example\.org\/b@/), 'no-answer', /b@v1\.0\.0: .* server error/],
    [
      'a closed connection',
      (path, { socket }) => {
        if (!path.includes('/lookup/example.org/b@')) return false
        socket?.destroy()
        return true
      },
      'no-answer',
      /b@v1\.0\.0: it cannot be reached/,
    ],
  ])('%s for one module leaves the others alone', async (_, fault, says, reason) => {
    const database = await startDatabase(ENTRIES)
    database.fail(fault)
    const result = await ask({ database })
    expect(result.answers.get('example.org/b@v1.0.0')?.says).toBe(says)
    expect(result.layer).toStrictEqual({ outcome: 'unknown', checked: 4, failed: 0, reason: expect.stringMatching(reason) })
    expect(result.findings).toStrictEqual([])
  })

  it.each([
    [403, /5 module versions: .* refuses to answer/],
    [500, /5 module versions: .* server error/],
  ])('%i for all', async (code, reason) => {
    const database = await startDatabase(ENTRIES)
    database.fail(status(code, /./))
    const result = await ask({ database })
    expect(result.layer).toStrictEqual({ outcome: 'unknown', checked: 0, failed: 0, reason: expect.stringMatching(reason) })
  })

  it('no answer at all ends with the deadline', async () => {
    const database = await startDatabase(ENTRIES)
    database.fail((path) => path.includes('/lookup/'))
    const result = await ask({ database, options: { deadlineMs: 1500 } })
    expect(result.layer).toMatchObject({
      outcome: 'unknown',
      checked: 0,
      reason: expect.stringMatching(/5 module versions: it did not answer within \d seconds/),
    })
  })

  it('the record of another module is no answer', async () => {
    const database = await startDatabase(ENTRIES)
    const other = database.record('example.org/a', 'v1.0.0')
    database.fail((path, response) => {
      if (!path.includes('/lookup/example.org/b@')) return false
      response.end(other)
      return true
    })
    const result = await ask({ database, lines: [entry('b', 'F'), entry('c')] })
    expect(result.layer).toMatchObject({
      outcome: 'unknown',
      checked: 1,
      reason: expect.stringContaining('b@v1.0.0: what it sent is about something else'),
    })
  })

  it('a record that its tree does not prove is no answer', async () => {
    const database = await startDatabase(ENTRIES)
    const forged = database.record('example.org/b', 'v1.0.0')?.replace(h1('A'), h1('F'))
    database.fail((path, response) => {
      if (!path.includes('/lookup/example.org/b@')) return false
      response.end(forged)
      return true
    })
    const result = await ask({ database, lines: [entry('b', 'F'), entry('c')] })
    expect(result.answers.get('example.org/b@v1.0.0')).toStrictEqual({
      says: 'no-answer',
      reason: expect.stringContaining('does not fit the tree'),
    })
    expect(result.layer.outcome).toBe('unknown')
  })

  it('a tree that was signed with another key is no answer', async () => {
    const [database, other] = [await startDatabase(ENTRIES), await startDatabase(ENTRIES)]
    const result = await ask({ database: { ...database, proxied: other.proxied } })
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('does not fit the tree') })
  })

  it('a tree that is shorter than the one this machine knows was rolled back', async () => {
    const database = await startDatabase(ENTRIES)
    const gopath = { 'pkg/sumdb/sums.example.org/latest': database.head() }
    database.hold(ENTRIES.slice(0, 3))
    database.forget()
    const result = await ask({ database, lines: ENTRIES.slice(0, 3), gopath })
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('it was rolled back') })
  })

  it('a tree that contradicts the one this machine knows is a finding with go’s proof', async () => {
    const database = await startDatabase(ENTRIES)
    const gopath = { 'pkg/sumdb/sums.example.org/latest': database.head() }
    database.hold([entry('a', 'F'), ...ENTRIES.slice(1), entry('f')])
    const result = await ask({ database, lines: [entry('a', 'F')], gopath })
    expect(result.layer).toMatchObject({ outcome: 'unknown', checked: 0, reason: expect.stringContaining('two histories') })
    expect(result.findings.map(({ rule, title }) => ({ rule, title }))).toStrictEqual([
      { rule: 'checksum/sumdb-mismatch', title: 'sums.example.org shows two histories' },
    ])
    expect(result.findings[0]?.evidence.join('\n')).toContain('proof of misbehavior')
  })

  it('a tree head of this machine that is not signed by it keeps it from being asked', async () => {
    const database = await startDatabase(ENTRIES)
    const gopath = { 'pkg/sumdb/sums.example.org/latest': database.head().replace('\n5\n', '\n4\n') }
    const result = await ask({ database, gopath })
    expect(result.layer).toMatchObject({
      outcome: 'unknown',
      checked: 0,
      reason: expect.stringContaining('tree head that this machine kept'),
    })
  })
})
