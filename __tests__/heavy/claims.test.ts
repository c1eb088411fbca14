import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openBench } from '../docs/claims/bench.js'
import { RELEASES, type Claim } from '../docs/claims/claim.js'
import { GROUPS } from '../docs/claims/claims.js'
import { CAN_ISOLATE } from '../docs/claims/isolation.js'
import { makeFolder, writeTree } from '../support/project.js'
import { realModulesEnv } from './plain-go.js'

const scratch = makeFolder()
const env = realModulesEnv(scratch)

function go(program: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}): string {
  return execFileSync(program, args, { cwd, env: { ...env, ...more }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The folder of the go command of a release, fetched as a toolchain through the machine's own proxy. */
function folderOf(release: string): string {
  return join(go('go', ['env', 'GOROOT'], scratch, { GOTOOLCHAIN: `go${release}` }).trim(), 'bin')
}

const HASH = /"Sum": "(h1:[^"]+)"/
/** As every release has computed them; both are in the checksum database. */
const TEXT = 'h1:g61tztE5qeGQ89tm6NTjjM9VPIm088od1l6aSorWRWg='
const MUX = [
  'github.com/gorilla/mux v1.8.0 h1:i40aqfkR1h2SlN9hojwV5ZA91wcXFOvkdNIeFDP5koI=',
  'github.com/gorilla/mux v1.8.0/go.mod h1:DVbg23sWSpFRCP0SfiEN6jmj59UnW/n46BH5rLB71So=',
]

const SQLITE = 'github.com/mattn/go-sqlite3 v1.14.22'
const CLAIMS = GROUPS.flatMap(({ claims }) => claims)

/** A program that imports a package of a real module, in a folder of its own. */
function programOf(folder: string, requirement: string, main: string): string {
  const app = join(folder, 'app')
  writeTree(app, { 'go.mod': `module example.com/app\n\ngo 1.20\n\nrequire ${requirement}\n`, 'main.go': main })
  return app
}

function blank(path: string): string {
  return `package main\n\nimport _ "${path}"\n\nfunc main() {}\n`
}

describe.each(RELEASES)('what docs/claims.md says holds on Go %s', (release) => {
  const bin = folderOf(release)
  const bench = openBench({ PATH: `${bin}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin` })

  it('is measured with that very release', () => {
    expect(go(join(bin, 'go'), ['version'], scratch)).toContain(`go version go${release} `)
  })

  const falseOf = async ({ measure }: Claim): Promise<readonly string[]> =>
    Object.entries((await measure(bench)).facts).flatMap(([fact, isTrue]) => (isTrue ? [] : [fact]))

  it.each(CLAIMS.filter(({ isolated }) => isolated !== true))('claim $number', async (claim) => {
    expect(await falseOf(claim)).toEqual([])
  })

  const expectOfResolver = async (): Promise<void> => {
    for (const claim of CLAIMS.filter(({ isolated }) => isolated === true))
      expect([claim.number, await falseOf(claim)]).toEqual([claim.number, []])
  }
  ;(CAN_ISOLATE ? it : it.skip)('the claims about the resolver (needs unshare -rmn)', expectOfResolver)

  it('claims 1 and 3, by network: real modules have the hashes that every release gave them', () => {
    const folder = makeFolder()
    const here = { GOMODCACHE: join(folder, 'mod') }
    const app = join(folder, 'app')
    writeTree(app, {
      'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire github.com/gorilla/mux v1.8.0\n',
      'main.go': 'package main\n\nimport _ "github.com/gorilla/mux"\n\nfunc main() {}\n',
    })
    const text = go(join(bin, 'go'), ['mod', 'download', '-json', 'golang.org/x/text@v0.3.0'], scratch, here)
    expect(HASH.exec(text)?.[1]).toBe(TEXT)
    go(join(bin, 'go'), ['mod', 'tidy'], app, here)
    expect(readFileSync(join(app, 'go.sum'), 'utf8').trim().split('\n')).toEqual(MUX)
  })

  /** Packages outside the standard library that the program is built from with cgo on and that have files with C in them. */
  const withC = (app: string, goos: string): readonly string[] => {
    const format = '{{if not .Standard}}{{if ne .ImportPath "example.com/app"}}{{.ImportPath}} {{len .CgoFiles}}{{end}}{{end}}'
    const listed = go(join(bin, 'go'), ['list', '-deps', '-f', format, '.'], app, { GOOS: goos, CGO_ENABLED: '1' }).trim().split('\n')
    // A list without the module itself would say nothing.
    if (listed.length === 1 && listed[0] === '') throw new Error('no package was listed')
    return listed.filter((line) => !line.endsWith(' 0'))
  }
  const tidy = (app: string): string => go(join(bin, 'go'), ['mod', 'tidy'], app)

  it('claim 21, by network: mattn/go-sqlite3 without cgo is built, opens, and returns the error of its stub', () => {
    const main =
      'package main\n\nimport (\n\t"database/sql"\n\t"fmt"\n\n\t_ "github.com/mattn/go-sqlite3"\n)\n\nfunc main() {\n\tdb, err := sql.Open("sqlite3", ":memory:")\n\tfmt.Println(err)\n\t_, err = db.Exec("select 1")\n\tfmt.Println(err)\n}\n'
    const app = programOf(makeFolder(), SQLITE, main)
    tidy(app)
    expect(go(join(bin, 'go'), ['run', '.'], app, { CGO_ENABLED: '0' }).trim().split('\n')).toEqual([
      '<nil>',
      "Binary was compiled with 'CGO_ENABLED=0', go-sqlite3 requires cgo to work. This is a stub",
    ])
  })

  it('claims 22 and 33, by network: lib/pq and pgx have no file with C; mattn/go-sqlite3 has', () => {
    const pq = programOf(makeFolder(), 'github.com/lib/pq v1.10.9', blank('github.com/lib/pq'))
    const pgx = programOf(makeFolder(), 'github.com/jackc/pgx/v5 v5.5.5', blank('github.com/jackc/pgx/v5/pgxpool'))
    const sqlite = programOf(makeFolder(), SQLITE, blank('github.com/mattn/go-sqlite3'))
    for (const app of [pq, pgx, sqlite]) tidy(app)
    for (const goos of ['linux', 'darwin', 'windows']) {
      expect([goos, withC(pq, goos), withC(pgx, goos)]).toEqual([goos, [], []])
      expect(withC(sqlite, goos)).toEqual([expect.stringContaining('github.com/mattn/go-sqlite3 ')])
    }
    // All packages of pgx, not only those that pgxpool needs.
    const dir = go(join(bin, 'go'), ['list', '-m', '-f', '{{.Dir}}', 'github.com/jackc/pgx/v5'], pgx).trim()
    const texts = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.go'))
      .map((name) => readFileSync(join(dir, name), 'utf8'))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((text) => text.includes('WithConnConfig') || /^import "C"$/m.test(text))).toEqual([])
  })

  it('claim 32, by network: mattn/go-sqlite3 brings SQLite along, and links that of the system with -tags libsqlite3 only', () => {
    const app = programOf(makeFolder(), SQLITE, blank('github.com/mattn/go-sqlite3'))
    tidy(app)
    const list = (...tags: readonly string[]): string =>
      go(join(bin, 'go'), ['list', ...tags, '-f', '{{.CFiles}} {{.CgoLDFLAGS}}', 'github.com/mattn/go-sqlite3'], app, { CGO_ENABLED: '1' })
    expect(list()).toContain('sqlite3-binding.c')
    expect(list()).not.toContain('-lsqlite3')
    expect(list('-tags', 'libsqlite3')).toContain('-lsqlite3')
  })
})
