// What goparity costs, measured against the plain go commands one after another, and how soon each face says its first word.
//   npm run bench [-- --modules fzf,helm] [--targets LIST] [--rounds N] [--cold-rounds N] [--starts N] [--only modules|start-up|fold|bundles]
// Prints tables and writes bench/results.json. Both sides run in turn on one machine, with the same environment and targets.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure, spread, timeToFirstOutput } from './measure.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist', 'cli.js')
const MODULES = {
  fzf: 'github.com/junegunn/fzf@v0.65.2',
  helm: 'helm.sh/helm/v3@v3.22.0',
}

const { values: options } = parseArgs({
  options: {
    modules: { type: 'string', default: Object.keys(MODULES).join(',') },
    targets: { type: 'string', default: 'linux/amd64,linux/arm64,windows/amd64' },
    rounds: { type: 'string', default: '5' },
    'cold-rounds': { type: 'string', default: '1' },
    starts: { type: 'string', default: '15' },
    only: { type: 'string' },
  },
})
if (options.only === 'fold' || options.only === 'bundles') {
  execFileSync(process.execPath, [join(root, 'bench', `${options.only}.mjs`)], { stdio: 'inherit' })
  process.exit(0)
}
if (!existsSync(cli)) throw new Error('dist/cli.js is not there: npm run build')
const targets = options.targets.split(',')

const scratch = mkdtempSync(join(tmpdir(), 'goparity-bench-'))
const cache = join(root, '.cache', 'real-modules')
mkdirSync(join(cache, 'mod'), { recursive: true })

/** The environment of both sides. CGO_ENABLED is said, so that both build the same files. */
const environment = {
  ...process.env,
  GOENV: 'off',
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-modcacherw',
  GOMODCACHE: join(cache, 'mod'),
  GOTELEMETRY: 'off',
  CGO_ENABLED: '0',
  CI: '',
  GITHUB_ACTIONS: '',
}
// The machine's own proxy and checksum database, also when they stand in its GOENV file.
for (const key of ['GOPROXY', 'GOSUMDB']) environment[key] = execFileSync('go', ['env', key], { encoding: 'utf8' }).trim()

function checkOut(name) {
  const answer = execFileSync('go', ['mod', 'download', '-json', MODULES[name]], { env: environment, encoding: 'utf8', cwd: scratch })
  const folder = join(scratch, name)
  cpSync(JSON.parse(answer).Dir, folder, { recursive: true })
  execFileSync('chmod', ['-R', 'u+w', folder])
  // The download of dependencies is the network's time, not ours: it happens before any clock starts.
  execFileSync('go', ['mod', 'download'], { env: environment, cwd: folder })
  return folder
}

const plain = [
  'go env -json',
  'go mod download',
  'go mod verify',
  'go list -m -json all',
  ...targets.map((target) => {
    const [goos, goarch] = target.split('/')
    return `GOOS=${goos} GOARCH=${goarch} CGO_ENABLED=0 go build -o /dev/null ./...`
  }),
].join(' &&\n')

function benchModule(name) {
  const folder = checkOut(name)
  const sides = {
    plain: ['bash', ['-c', plain]],
    goparity: [process.execPath, [cli, 'check', '-C', folder, '--targets', options.targets, '--format', 'json']],
  }
  const runs = { cold: { plain: [], goparity: [] }, warm: { plain: [], goparity: [] } }
  const goCaches = {}
  for (let round = 0; round < Number(options['cold-rounds']); round += 1) {
    for (const [side, command] of Object.entries(sides)) {
      if (goCaches[side] !== undefined) rmSync(goCaches[side], { recursive: true, force: true })
      goCaches[side] = mkdtempSync(join(scratch, 'go-build-'))
      runs.cold[side].push(measure(command, { cwd: folder, env: { ...environment, GOCACHE: goCaches[side] } }))
    }
  }
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [side, command] of Object.entries(sides)) {
      runs.warm[side].push(measure(command, { cwd: folder, env: { ...environment, GOCACHE: goCaches[side] } }))
    }
  }
  for (const path of Object.values(goCaches)) rmSync(path, { recursive: true, force: true })

  const rows = Object.entries(runs).map(([state, of]) => {
    const [ours, theirs] = [spread(of.goparity), spread(of.plain)]
    return {
      module: MODULES[name],
      state,
      plain: theirs,
      goparity: ours,
      ratio: ours.wallMs.min / theirs.wallMs.min,
      cpuRatio: ours.cpuMs.min / theirs.cpuMs.min,
    }
  })
  for (const row of rows) {
    console.log(
      `${name.padEnd(6)} ${row.state.padEnd(5)} plain ${text(row.plain)}   goparity ${text(row.goparity)}   wall ×${row.ratio.toFixed(2)}  cpu ×${row.cpuRatio.toFixed(2)}`,
    )
  }
  return rows
}

function seconds(ms) {
  return (ms / 1000).toFixed(2)
}

function text({ wallMs, cpuMs, count }) {
  return `wall ${seconds(wallMs.min)}/${seconds(wallMs.median)} s cpu ${seconds(cpuMs.min)}/${seconds(cpuMs.median)} s (${count})`
}

/** The environment of a step on a runner, with nobody to talk to. */
function stepEnvironment() {
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'].map((name) => {
      const path = join(scratch, name.toLowerCase())
      writeFileSync(path, '')
      return [name, path]
    }),
  )
  return {
    ...environment,
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: root,
    GITHUB_REPOSITORY: 'octo/lab',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'bench',
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    RUNNER_TEMP: scratch,
    'INPUT_WORKING-DIRECTORY': 'examples/hello',
    INPUT_TARGETS: 'host',
    INPUT_MATRIX: '{}',
  }
}

async function benchStartUp() {
  const nodes = { [process.version]: process.execPath }
  const fetched = execFileSync(process.execPath, [join(root, 'scripts', 'tools.mjs'), 'node24'], { encoding: 'utf8' })
    .trim()
    .split('\t')[1]
  nodes[execFileSync(fetched, ['--version'], { encoding: 'utf8' }).trim()] = fetched
  const faces = {
    'bare node': { args: ['-e', '0'], until: 'exit' },
    'cli --version': { args: [cli, '--version'], until: 'exit' },
    'cli, first line': { args: [cli, 'check', '-C', join(root, 'examples', 'hello')], until: 'output' },
    'recorder, first line': { args: [join(root, 'dist', 'record.js')], until: 'output', env: stepEnvironment() },
    'reporter, first line': { args: [join(root, 'dist', 'report.js')], until: 'output', env: stepEnvironment() },
  }
  const rows = []
  const samples = new Map()
  // In turns: a neighbour's load falls on all of them alike.
  for (let turn = 0; turn < Number(options.starts); turn += 1) {
    for (const [version, node] of Object.entries(nodes)) {
      for (const [face, { args, until, env }] of Object.entries(faces)) {
        const ms = await timeToFirstOutput(node, args, { cwd: root, env: env ?? environment, until })
        const key = `${version}\t${face}`
        samples.set(key, [...(samples.get(key) ?? []), { wallMs: ms, cpuMs: 0 }])
      }
    }
  }
  for (const [key, taken] of samples) {
    const [node, face] = key.split('\t')
    const { wallMs } = spread(taken)
    rows.push({ node, face, minMs: wallMs.min, medianMs: wallMs.median, count: taken.length })
    console.log(
      `${node.padEnd(10)} ${face.padEnd(24)} min ${wallMs.min.toFixed(0).padStart(4)} ms   median ${wallMs.median.toFixed(0).padStart(4)} ms`,
    )
  }
  return rows
}

try {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    processors: availableParallelism(),
    node: process.version,
    go: execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', env: environment }).trim(),
  }
  console.log(
    `${machine.cpu}, ${machine.processors} processors, ${machine.go}, node ${machine.node}; targets ${options.targets}; min/median (runs)\n`,
  )
  // What is not measured this time stays as it was.
  const file = join(root, 'bench', 'results.json')
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { modules: [], startUp: [] }
  const modules = options.only === 'start-up' ? before.modules : options.modules.split(',').flatMap(benchModule)
  const startUp = options.only === 'modules' ? before.startUp : await benchStartUp()
  writeFileSync(file, `${JSON.stringify({ machine, targets, modules, startUp }, null, 2)}\n`)
} finally {
  execFileSync('chmod', ['-R', 'u+w', scratch])
  rmSync(scratch, { recursive: true, force: true })
}
