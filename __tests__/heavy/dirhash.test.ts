import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { cachePlaces } from '../../src/go/index.js'
import { nodeHost } from '../../src/host/index.js'
import { parseGoSum } from '../../src/modules/index.js'
import { askDirhash } from '../support/dirhash.js'
import { sampleTrees, writeModuleTree } from '../support/module-trees.js'
import { makeFolder } from '../support/project.js'
import { checkOutModule, realModulesEnv } from './plain-go.js'

const { hashing } = nodeHost()

describe('the hash of a module', () => {
  it('is that of golang.org/x/mod for 10,000 generated directories', async () => {
    const folder = makeFolder()
    const questions = sampleTrees(10_000, 7).map((files, at) => {
      const path = join(folder, String(at))
      writeModuleTree(path, files)
      return { kind: 'directory', path, prefix: `example.com/m@v1.0.${String(at)}` } as const
    })
    const ours = await Promise.all(questions.map(async ({ path, prefix }) => (await hashing.directory(path, prefix))?.h1))
    const theirs = askDirhash(questions).map(({ h1 }) => h1)
    expect(ours.filter((h1, at) => h1 !== theirs[at])).toEqual([])
  })

  it('is that of go.sum for the zips and directories of more than 200 published modules, in flat memory', async () => {
    const scratch = makeFolder()
    const env = realModulesEnv(scratch)
    const cache = env['GOMODCACHE'] ?? ''
    mkdirSync(join(scratch, 'projects'))
    const known = new Map<string, { readonly path: string; readonly version: string; readonly hash: string }>()
    for (const [at, program] of [
      'helm.sh/helm/v3@v3.19.2',
      'k8s.io/kubectl@v0.34.1',
      'github.com/prometheus/prometheus@v0.307.3',
    ].entries()) {
      const folder = join(scratch, 'projects', String(at))
      checkOutModule(program, folder, env)
      execFileSync('go', ['mod', 'download'], { cwd: folder, env })
      for (const { path, version, goMod, hash } of parseGoSum(readFileSync(join(folder, 'go.sum'), 'utf8')).lines)
        if (!goMod) known.set(`${path}@${version}`, { path, version, hash })
    }
    const before = process.memoryUsage().rss
    let most = 0
    let zips = 0
    const wrong: string[] = []
    for (const [key, { path, version, hash }] of known) {
      const places = cachePlaces(cache, path, version)
      const [zip, directory] = await Promise.all([hashing.zip(places.zip, key), hashing.directory(places.directory, key)])
      if (zip !== null) zips += 1
      if ((zip !== null && zip.h1 !== hash) || (directory !== null && directory.h1 !== hash)) wrong.push(key)
      most = Math.max(most, process.memoryUsage().rss - before)
    }
    expect(wrong).toEqual([])
    expect(zips).toBeGreaterThanOrEqual(200)
    // What is hashed is read in pieces: gigabytes of modules leave no more than some buffers.
    expect(most).toBeLessThan(300 * 1024 * 1024)
  })
})
