// What each entry of dist/ costs to load: the bytes that stand behind its static imports, and what is loaded on the paths that people take.
//   node bench/bundles.mjs [--json]
// The heavy clients (artifact, cache, octokit) must be loaded by nobody who does not use them: a loader hook notes every module.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** Chunks of the clients by the names that the build gives to them. */
const CLIENTS = {
  artifact: /^(?:actions-artifact|azure-)/,
  cache: /^actions-cache/,
  octokit: /^(?:actions-github|octokit-|bottleneck)/,
}

function clientsIn(files) {
  const names = files.map((file) => file.replace(/^chunks\//, ''))
  return Object.keys(CLIENTS).filter((client) => names.some((name) => CLIENTS[client].test(name)))
}

function describe(names, files) {
  const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
  return { ...names, bytes, files: files.length, clients: clientsIn(files) }
}

/** An entry and all files behind its static imports; the build writes each import on a line of its own. */
function staticFiles(entry) {
  const found = new Set([entry])
  for (const file of found) {
    const text = readFileSync(join(dist, file), 'utf8')
    for (const [, target] of text.matchAll(/^(?:import|export)\b[^\n]*?"(\.{1,2}\/[^"\n]+)";?$/gm))
      found.add(relative(dist, resolve(dist, dirname(file), target)))
  }
  return [...found]
}

/** Runs node and gives the files of dist/ that it loaded. */
function loadedFiles(scratch, args, env) {
  const notes = join(scratch, 'loads')
  rmSync(notes, { force: true })
  const done = spawnSync(process.execPath, ['--import', join(root, 'bench', 'note-loads.mjs'), ...args], {
    cwd: root,
    env: { ...env, GOPARITY_LOADS: notes },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${done.status}:\n${done.stdout}${done.stderr}`)
  const paths = readFileSync(notes, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'))
    .map((url) => relative(dist, fileURLToPath(url)))
  return [...new Set(paths)].filter((path) => !path.startsWith('..'))
}

/** No network, nothing of the developer's own settings. */
function environment(scratch) {
  return {
    PATH: process.env['PATH'],
    HOME: scratch,
    GOPATH: join(scratch, 'gopath'),
    GOCACHE: join(root, '.cache', 'go-build'),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOPROXY: 'off',
    GOTELEMETRY: 'off',
  }
}

/** The environment of a step on a runner that offers no services. */
function stepEnvironment(scratch, inputs) {
  const files = ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map((name) => {
    const path = join(scratch, name.toLowerCase())
    writeFileSync(path, '')
    return [`GITHUB_${name}`, path]
  })
  return {
    ...environment(scratch),
    ...Object.fromEntries(files),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: root,
    GITHUB_REPOSITORY: 'octo/lab',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'check',
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_REF: 'refs/heads/topic',
    RUNNER_TEMP: join(scratch, 'runner'),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
}

function fileOf(name) {
  return join(dist, `${name}.js`)
}

/** What people do, with the files of dist/ that are loaded for it. */
function benchPaths(scratch) {
  const plain = environment(scratch)
  const recorded = { 'working-directory': 'examples/hello', targets: 'host', baseline: 'none', 'artifact-prefix': 'none' }
  const reported = { snapshots: join(scratch, 'runner', 'goparity'), baseline: 'none', check: 'false' }
  const taken = {
    'cli --version': ['cli', [fileOf('cli'), '--version'], plain],
    'cli check': ['cli', [fileOf('cli'), 'check', '-C', 'examples/hello', '--baseline', 'none'], plain],
    'record, no artifact, no baseline': ['record', [fileOf('record')], stepEnvironment(scratch, recorded)],
    'record, all it does': [
      'record',
      [fileOf('record')],
      stepEnvironment(scratch, { ...recorded, baseline: 'auto', 'artifact-prefix': 'goparity-' }),
    ],
    'record-post': ['record-post', [fileOf('record-post')], stepEnvironment(scratch, {})],
    'report of a folder, no token': ['report', [fileOf('report')], stepEnvironment(scratch, reported)],
    library: ['index', ['--input-type=module', '--eval', `await import(${JSON.stringify(fileOf('index'))})`], plain],
  }
  mkdirSync(join(scratch, 'runner'), { recursive: true })
  return Object.entries(taken).map(([path, [entry, args, env]]) => describe({ path, entry }, loadedFiles(scratch, args, env)))
}

/** Bytes of every entry, bytes and clients on every path. Needs dist/ and go; throws when a path ends badly. */
function measureBundles() {
  const entries = ['cli', 'record', 'record-post', 'report', 'index', 'testing'].filter((name) => existsSync(join(dist, `${name}.js`)))
  const scratch = mkdtempSync(join(tmpdir(), 'goparity-bundles-'))
  try {
    return {
      all: describe({}, allFiles()),
      entries: entries.map((entry) => describe({ entry }, staticFiles(`${entry}.js`))),
      paths: benchPaths(scratch),
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function allFiles() {
  return readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.js') && !name.startsWith('types'))
}

function printRow(name, { bytes, files, clients }) {
  const size = `${(bytes / 1024).toFixed(0).padStart(6)} KiB ${String(files).padStart(3)} files`
  console.log(`${name.padEnd(34)} ${size}   ${clients.join(', ') || 'no client'}`)
}

function print({ all, entries, paths }) {
  printRow('dist/, all of it', all)
  console.log('\nbehind static imports')
  for (const found of entries) printRow(found.entry, found)
  console.log('\nloaded on the way')
  for (const found of paths) printRow(found.path, found)
}

const measured = measureBundles()
if (process.argv.includes('--json')) console.log(JSON.stringify(measured))
else print(measured)
