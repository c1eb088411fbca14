import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { openBench } from '../docs/claims/bench.js'
import { RELEASES } from '../docs/claims/claim.js'
import { GROUPS } from '../docs/claims/claims.js'
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

describe.each(RELEASES)('what docs/claims.md says holds on Go %s', (release) => {
  const bin = folderOf(release)
  const bench = openBench({ PATH: `${bin}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin` })

  it('is measured with that very release', () => {
    expect(go(join(bin, 'go'), ['version'], scratch)).toContain(`go version go${release} `)
  })

  it.each(GROUPS.flatMap(({ claims }) => claims))('claim $number', async ({ measure }) => {
    const { facts } = await measure(bench)
    expect(Object.entries(facts).filter(([, isTrue]) => !isTrue)).toEqual([])
  })

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
})
