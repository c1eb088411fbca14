import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { zipSync } from 'fflate'
import * as v from 'valibot'
import { nodeHost } from '../../src/host/index.js'
import { faultOfFileName, openNameTree, parseJsonSequence } from '../../src/modules/index.js'
import { askDirhash } from '../support/dirhash.js'
import { buildZip } from '../support/hostile-zip.js'
import { sampleTrees, writeModuleTree } from '../support/module-trees.js'
import { makeFolder } from '../support/project.js'
import { checkOutModule, realModulesEnv } from './plain-go.js'

const { hashing } = nodeHost()

const BATCHES = 10
const BATCH = 1000

describe('the hash of generated modules', () => {
  it('is that of golang.org/x/mod for 10,000 directories and for the zips of those that a zip may hold', async () => {
    const folder = makeFolder()
    const hashes = new Set<string>()
    let zips = 0
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const trees = sampleTrees(BATCH, 100 + batch).map((files, at) => {
        const place = join(folder, String(batch), String(at))
        const prefix = `example.com/m${String(batch)}@v1.0.${String(at)}`
        writeModuleTree(place, files)
        const names = openNameTree()
        const mayBeZipped = Object.keys(files).every((name) => faultOfFileName(name) === null && names.add(name, false) === null)
        if (mayBeZipped) {
          const entries = Object.entries(files).map(([name, text]) => [`${prefix}/${name}`, Buffer.from(text, 'latin1')] as const)
          writeFileSync(`${place}.zip`, zipSync(Object.fromEntries(entries), { level: at % 2 === 0 ? 0 : 6 }))
        }
        return { place, prefix, mayBeZipped }
      })
      const zipped = trees.filter(({ mayBeZipped }) => mayBeZipped)
      const ours = await Promise.all([
        ...trees.map(async ({ place, prefix }) => hashing.directory(place, prefix)),
        ...zipped.map(async ({ place, prefix }) => hashing.zip(`${place}.zip`, prefix)),
      ])
      const theirs = askDirhash([
        ...trees.map(({ place, prefix }) => ({ kind: 'directory', path: place, prefix }) as const),
        ...zipped.map(({ place }) => ({ kind: 'zip', path: `${place}.zip` }) as const),
      ])
      expect(ours.map((result) => result?.h1 ?? result?.fault)).toEqual(theirs.map(({ h1 }) => h1))
      theirs.slice(0, BATCH).forEach(({ h1 }) => hashes.add(h1))
      zips += zipped.length
      rmSync(join(folder, String(batch)), { recursive: true })
    }
    expect(hashes.size).toBe(BATCHES * BATCH)
    expect(zips).toBeGreaterThan(3000)
  })
})

const Downloaded = v.object({ Path: v.string(), Version: v.string(), Zip: v.string(), Dir: v.string(), Sum: v.string() })

describe('the hash of published modules', () => {
  it('is that of go for over 300 zips and directories', async () => {
    const scratch = makeFolder()
    const env = realModulesEnv(scratch)
    const modules = new Map<string, v.InferOutput<typeof Downloaded>>()
    for (const [name, module] of [
      ['helm', 'helm.sh/helm/v3@v3.22.0'],
      ['prometheus', 'github.com/prometheus/prometheus@v0.307.3'],
    ] as const) {
      const folder = join(scratch, name)
      checkOutModule(module, folder, env)
      const listed = execFileSync('go', ['mod', 'download', '-json'], { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 26 })
      for (const one of parseJsonSequence(listed, 'go mod download')) {
        const found = v.parse(Downloaded, one)
        modules.set(`${found.Path}@${found.Version}`, found)
      }
    }
    expect(modules.size).toBeGreaterThan(300)
    const differing: unknown[] = []
    let files = 0
    for (const [key, { Zip, Dir, Sum }] of modules) {
      const [zip, directory] = await Promise.all([hashing.zip(Zip, key), hashing.directory(Dir, key)])
      if (zip?.h1 !== Sum || directory?.h1 !== Sum || zip.files !== directory.files) differing.push({ key, Sum, zip, directory })
      files += directory?.files ?? 0
    }
    expect(differing).toEqual([])
    expect(files).toBeGreaterThan(20_000)
  })
})

describe('the memory of hashing', () => {
  const MIB = 1024 * 1024
  const folder = makeFolder()
  const prefix = 'example.com/m@v1.0.0'
  const bundle = join(folder, 'bundle')
  const Measured = v.object({ wrong: v.number(), rssMb: v.number(), bytes: v.number() })
  interface Listed {
    readonly key: string
    readonly zip: string
    readonly directory: string
    readonly sum: string
  }

  function sumOf(name: string, sha256: string): string {
    return `h1:${createHash('sha256').update(`${sha256}  ${prefix}/${name}\n`).digest('base64')}`
  }

  function measure(list: readonly Listed[]): v.InferOutput<typeof Measured> {
    mkdirSync(bundle, { recursive: true })
    execFileSync(process.execPath, ['bench/verify.mjs', '--out', bundle])
    const file = join(folder, 'list.json')
    writeFileSync(file, JSON.stringify(list))
    const args = ['bench/verify.mjs', '--bundle', bundle, '--list', file, '--threads', '2']
    return v.parse(Measured, JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })))
  }

  it('does not grow with the number of modules', () => {
    const modules = Array.from({ length: 24 }, (_, at): Listed => {
      const content = randomBytes(4 * MIB)
      const directory = join(folder, String(at))
      mkdirSync(directory)
      writeFileSync(join(directory, 'data.bin'), content)
      writeFileSync(`${directory}.zip`, buildZip([{ name: `${prefix}/data.bin`, content }]))
      return { key: prefix, zip: `${directory}.zip`, directory, sum: sumOf('data.bin', createHash('sha256').update(content).digest('hex')) }
    })
    const few = measure(modules)
    const many = measure(Array.from({ length: 20 }, () => modules).flat())
    expect([few.wrong, many.wrong]).toEqual([0, 0])
    expect(many.bytes).toBe(20 * few.bytes)
    process.stdout.write(`\n${String(few.rssMb)} MB for 24 modules, ${String(many.rssMb)} MB for 480\n`)
    expect(many.rssMb).toBeLessThan(few.rssMb + 48)
  })

  it('stays below 160 MB for one file of 480 MiB', () => {
    const size = 480 * MIB
    const directory = join(folder, 'large')
    mkdirSync(directory)
    const file = openSync(join(directory, 'data.bin'), 'w')
    ftruncateSync(file, size)
    closeSync(file)
    writeFileSync(`${directory}.zip`, buildZip([{ name: `${prefix}/data.bin`, content: Buffer.alloc(size) }]))
    const hash = createHash('sha256')
    const zeros = Buffer.alloc(MIB)
    for (let at = 0; at < size; at += MIB) hash.update(zeros)
    const { wrong, rssMb, bytes } = measure([
      { key: prefix, zip: `${directory}.zip`, directory, sum: sumOf('data.bin', hash.digest('hex')) },
    ])
    expect({ wrong, bytes }).toEqual({ wrong: 0, bytes: 2 * size })
    process.stdout.write(`\n${String(rssMb)} MB for a file of 480 MiB\n`)
    expect(rssMb).toBeLessThan(160)
  })
})
