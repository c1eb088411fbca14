// What one answer over a whole matrix costs: snapshots of 10, 64 and 256 jobs with 2,000 modules each, folded against one another
// and against a baseline of as many.
//   node bench/fold.mjs [--jobs 10,64,256] [--modules 2000] [--rounds 7] [--only equal,odd,…] [--json FILE]
// The sources are bundled on the fly: nothing has to be built before. Each row runs in a process of its own, so that memory is its own.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const here = fileURLToPath(import.meta.url)
const root = resolve(dirname(here), '..')
const { values: options } = parseArgs({
  options: {
    jobs: { type: 'string', default: '10,64,256' },
    modules: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    json: { type: 'string', default: '' },
    // Of the process that measures one row.
    row: { type: 'string', default: '' },
    bundle: { type: 'string', default: '' },
  },
})

const hash = (text) => `h1:${text.padEnd(43, '0').slice(0, 43)}=`

function moduleOf(at, changed = '') {
  const path = `example.com/organisation${at % 97}/module${String(at).padStart(5, '0')}`
  return { path, version: 'v1.2.3', indirect: true, sum: hash(`zip${at}${changed}`), goModSum: hash(`mod${at}`) }
}

function target(name, outcome) {
  return {
    root: '.',
    target: name,
    goos: 'linux',
    goarch: 'amd64',
    cgo: false,
    cgoReason: 'cross',
    outcome,
    failedPackages: outcome === 'failed' ? ['example.com/main/cmd'] : [],
    ...(outcome === 'failed' ? { rule: 'code/compile-error', reason: 'undefined: x' } : {}),
  }
}

function snapshotOf(at, jobs, modules, { go = '1.26', files = 'a', flags = '' } = {}) {
  const matrix = { go, os: at % 2 === 0 ? 'ubuntu-latest' : 'windows-latest', shard: at }
  const values = {
    GOOS: 'linux',
    GOHOSTOS: at % 2 === 0 ? 'linux' : 'windows',
    GOVERSION: `go${go}.1`,
    GOFLAGS: flags,
    GOPROXY: 'https://proxy.example.org',
    ...Object.fromEntries(Array.from({ length: 40 }, (_, key) => [`GOKEY${key}`, `value ${key}`])),
  }
  return {
    schema: 'goparity/snapshot/1',
    tool: { version: '0.0.0' },
    job: {
      id: `github:ci.yml#check${JSON.stringify(matrix)}`,
      label: `ci / check (${at})`,
      provider: 'github',
      workflow: '.github/workflows/ci.yml',
      name: 'check',
      matrix,
      leg: { index: at, total: jobs },
    },
    environment: { values, origins: {}, unknownKeys: 0 },
    toolchain: { running: `go${go}.1`, requested: 'local', host: 'linux/amd64' },
    cCompiler: null,
    libc: null,
    runner: null,
    roots: [
      {
        directory: '.',
        main: ['example.com/main'],
        mode: 'module',
        modeReason: 'there is no vendor folder',
        goLine: '1.24',
        toolchainLine: null,
        files: { 'go.mod': 'f'.repeat(64), 'go.sum': files.padStart(64, '0') },
        vendor: null,
        modules,
        missingSums: [],
        otherSums: Array.from(
          { length: 1000 },
          (_, other) => `example.com/other${String(other).padStart(4, '0')} v1.0.0/go.mod ${hash(`o${other}`)}`,
        ),
      },
    ],
    integrity: null,
    targets: ['linux/amd64-cgo', 'linux/arm64-cgo', 'windows/amd64-cgo', 'darwin/arm64-cgo'].map((name, place) =>
      target(name, place === 3 ? 'failed' : 'ok'),
    ),
  }
}

/** What differs in job `at` of `jobs`. */
const CASES = {
  'all equal': () => ({}),
  'one odd job': (at, jobs) => (at === jobs - 1 ? { changed: [7], files: 'odd', flags: '-mod=mod' } : {}),
  'each another hash': (at) => ({ changed: [at * 7], files: `job${at}` }),
  'half and half': (at) => (at % 2 === 0 ? {} : { changed: 'all', files: 'half' }),
}

/** Texts of their own, as a reader of JSON makes them: nothing is shared between jobs. */
const copy = (value) => JSON.parse(JSON.stringify(value))

function makeInput(name, jobs, count) {
  const plain = Array.from({ length: count }, (_, at) => moduleOf(at))
  const baseline = Array.from({ length: jobs }, (_, at) => copy(snapshotOf(at, jobs, plain)))
  const snapshots = Array.from({ length: jobs }, (_, at) => {
    const { changed = [], files, flags } = CASES[name](at, jobs)
    const modules =
      changed === 'all'
        ? plain.map((_module, place) => moduleOf(place, 'x'))
        : plain.map((module, place) => (changed.includes(place) ? moduleOf(place, `x${at}`) : module))
    return { name: `${at}.json`, snapshot: copy(snapshotOf(at, jobs, modules, { files, flags })) }
  })
  return { snapshots, expected: { total: null, jobs: [] }, baseline, change: null, ignore: [] }
}

async function bundleSources() {
  const { rolldown } = await import('rolldown')
  await mkdir(join(root, '.cache'), { recursive: true })
  const folder = await mkdtemp(join(root, '.cache', 'bench-fold-'))
  const bundle = await rolldown({ cwd: root, input: { fold: 'src/compare/index.ts' }, platform: 'node' })
  await bundle.write({ dir: folder, format: 'esm' })
  await bundle.close()
  return folder
}

/** One row, in a process of its own: prints it as JSON. */
async function measureRow() {
  const { name, jobs, modules, rounds } = JSON.parse(options.row)
  const { foldRun } = await import(pathToFileURL(join(options.bundle, 'fold.js')).href)
  const input = makeInput(name, jobs, modules)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const times = []
  let findings = 0
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now()
    findings = foldRun(input).findings.length
    times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({
      name,
      jobs,
      modules,
      findings,
      minMs: times[0],
      medianMs: times[Math.floor(times.length / 2)],
      maxMs: times.at(-1),
      inputMb: before / 1024 / 1024,
      peakMb: peak,
    }),
  )
}

async function main() {
  const folder = await bundleSources()
  const rows = []
  try {
    const wanted =
      options.only === ''
        ? Object.keys(CASES)
        : Object.keys(CASES).filter((name) => options.only.split(',').some((word) => name.includes(word)))
    console.log('case               jobs  modules   min ms  median ms  growth  input MB  peak MB  findings')
    for (const name of wanted) {
      let previous = null
      for (const jobs of options.jobs.split(',').map(Number)) {
        const row = JSON.stringify({ name, jobs, modules: Number(options.modules), rounds: Number(options.rounds) })
        const done = spawnSync(process.execPath, ['--expose-gc', here, '--row', row, '--bundle', folder], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        if (done.status !== 0) throw new Error(`${name} with ${jobs} jobs ended with ${done.status}`)
        const measured = JSON.parse(done.stdout)
        // 1 is linear: as many times the work as there are jobs more.
        const growth = previous === null ? null : measured.minMs / previous.minMs / (jobs / previous.jobs)
        rows.push({ ...measured, growth })
        previous = measured
        console.log(
          [
            name.padEnd(17),
            String(jobs).padStart(5),
            String(measured.modules).padStart(8),
            measured.minMs.toFixed(1).padStart(8),
            measured.medianMs.toFixed(1).padStart(10),
            (growth === null ? '' : `×${growth.toFixed(2)}`).padStart(7),
            measured.inputMb.toFixed(0).padStart(9),
            measured.peakMb.toFixed(0).padStart(8),
            String(measured.findings).padStart(9),
          ].join(' '),
        )
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (options.json !== '') await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`)
}

await (options.row === '' ? main() : measureRow())
