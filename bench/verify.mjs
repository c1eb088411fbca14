// What hashing a module cache costs: zip and directory of every module of a graph, by goparity and by `go mod verify`, in turn on one machine.
//   node bench/verify.mjs [--module helm.sh/helm/v3@v3.19.2] [--rounds 5] [--json FILE]
// Both read the same files from a warm page cache. The sources are bundled on the fly.
import { execFileSync, spawnSync } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const here = fileURLToPath(import.meta.url)
const root = resolve(dirname(here), '..')
const { values: options } = parseArgs({
  options: {
    module: { type: 'string', default: 'helm.sh/helm/v3@v3.19.2' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string', default: '' },
    // Steps of it, for the tests: to bundle the hashing alone into a folder, and to measure one run over a list of modules.
    out: { type: 'string', default: '' },
    bundle: { type: 'string', default: '' },
    list: { type: 'string', default: '' },
    threads: { type: 'string', default: '' },
  },
})

async function bundleHashing(folder) {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    cwd: root,
    input: { hashing: 'src/host/node-hashing.ts', 'hash-worker': 'src/host/hash-worker.ts' },
    platform: 'node',
    transform: { target: 'node20', define: { GOPARITY_VERSION: '"bench"' } },
  })
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js' })
  await bundle.close()
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
}

/** Hashes the modules of a list, zips and directories; prints what it cost and how many hashes are not the expected ones. */
async function measure(folder, list, parallelism) {
  const { nodeHashing } = await import(pathToFileURL(join(folder, 'hashing.js')).href)
  const modules = JSON.parse(readFileSync(list, 'utf8'))
  let threads = 0
  subscribe('worker_threads', () => (threads += 1))
  const start = performance.now()
  const hashing = nodeHashing(parallelism)
  const waiting = [...modules]
  const results = []
  // As many at once as `verify` has.
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { key, zip, directory, sum } = next
      const both = await Promise.all([hashing.zip(zip, key), hashing.directory(directory, key)])
      results.push(...both.map((result) => ({ wrong: result?.h1 !== sum, bytes: result?.bytes ?? 0 })))
    }
  }
  await Promise.all(Array.from({ length: 16 }, work))
  const ms = performance.now() - start
  // Not maxRSS, in which the process that started this one may count.
  const rssMb = Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024)
  const wrong = results.filter((result) => result.wrong).length
  console.log(JSON.stringify({ ms, wrong, threads, rssMb, bytes: results.reduce((sum, { bytes }) => sum + bytes, 0) }))
}

if (options.out !== '') {
  await bundleHashing(options.out)
  process.exit(0)
}
if (options.bundle !== '') {
  await measure(options.bundle, options.list, options.threads === '' ? availableParallelism() : Number(options.threads))
  process.exit(0)
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

const scratch = mkdtempSync(join(tmpdir(), 'goparity-bench-'))
const cache = join(root, '.cache', 'bench', 'mod')
mkdirSync(cache, { recursive: true })
const env = { ...process.env, GOMODCACHE: cache, GOFLAGS: '-modcacherw', GOWORK: 'off' }
const go = (args, cwd) => execFileSync('go', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 })
try {
  await bundleHashing(scratch)
  const { Dir } = JSON.parse(go(['mod', 'download', '-json', options.module], scratch))
  const project = join(scratch, 'project')
  cpSync(Dir, project, { recursive: true })
  execFileSync('chmod', ['-R', 'u+w', project])
  if (existsSync(join(project, 'vendor'))) rmSync(join(project, 'vendor'), { recursive: true })
  const listed = go(['mod', 'download', '-json'], project)
  const modules = JSON.parse(`[${listed.replaceAll(/\n}\n(?=\{)/g, '\n},\n')}]`).map(({ Path, Version, Zip, Dir: directory, Sum }) => ({
    key: `${Path}@${Version}`,
    zip: Zip,
    directory,
    sum: Sum,
  }))
  const list = join(scratch, 'modules.json')
  writeFileSync(list, JSON.stringify(modules))

  const ours = () => JSON.parse(execFileSync(process.execPath, [here, '--bundle', scratch, '--list', list], { encoding: 'utf8' }))
  const theirs = () => {
    const start = performance.now()
    const { status } = spawnSync('go', ['mod', 'verify'], { cwd: project, env, stdio: 'ignore' })
    if (status !== 0) throw new Error('go mod verify failed')
    return performance.now() - start
  }
  const rows = { goparity: [], go: [], rssMb: [], bytes: 0 }
  ours()
  theirs()
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const { ms, wrong, rssMb, bytes } = ours()
    if (wrong > 0) throw new Error(`${wrong} hashes are not those of go`)
    rows.goparity.push(ms)
    rows.rssMb.push(rssMb)
    rows.bytes = bytes
    rows.go.push(theirs())
  }
  const show = (numbers) => `${Math.round(Math.min(...numbers))} ms min, ${Math.round(median(numbers))} ms median`
  console.log(`${options.module}: ${modules.length} modules, ${Math.round(rows.bytes / 1024 / 1024)} MB hashed (zips and directories)`)
  console.log(`goparity       ${show(rows.goparity)}, ${Math.max(...rows.rssMb)} MB at most`)
  console.log(`go mod verify  ${show(rows.go)}`)
  console.log(`ratio          x${(median(rows.goparity) / median(rows.go)).toFixed(2)}`)
  if (options.json !== '')
    writeFileSync(options.json, `${JSON.stringify({ module: options.module, modules: modules.length, ...rows }, null, 2)}\n`)
} finally {
  execFileSync('chmod', ['-R', 'u+w', scratch])
  rmSync(scratch, { recursive: true, force: true })
}
