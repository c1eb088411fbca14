// What twelve targets of real programs cost: a shell loop of go build, `goparity build`, gox, and goreleaser's build; with an empty build
// cache, with a full one, and after a change to the README, where goparity finds every target proved by its baseline.
//   node bench/targets.mjs [--modules fzf,age] [--rounds N] [--peers gox,goreleaser] [--json FILE]
// All sides run in turn on one machine, each with its own build cache and the same modules, environment and targets. The peers write
// binaries; the loop and goparity link to nowhere.
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure, spread } from './measure.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist', 'cli.js')
const MODULES = {
  fzf: { module: 'github.com/junegunn/fzf@v0.65.2', main: '.' },
  age: { module: 'filippo.io/age@v1.3.1', main: './cmd/age' },
}
/** What the go command installs. goreleaser asks for a newer Go than some machines have; the go command fetches it. */
const PEERS = { gox: 'github.com/mitchellh/gox@v1.0.1', goreleaser: 'github.com/goreleaser/goreleaser/v2@v2.15.0' }
const TARGETS = [
  ...['amd64', '386', 'arm', 'arm64', 'ppc64le', 's390x', 'mips64le'].map((arch) => `linux/${arch}`),
  'darwin/amd64',
  'windows/amd64',
  'windows/386',
  'freebsd/amd64',
  'openbsd/amd64',
]

const { values: options } = parseArgs({
  options: {
    modules: { type: 'string', default: Object.keys(MODULES).join(',') },
    peers: { type: 'string', default: Object.keys(PEERS).join(',') },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string', default: '' },
  },
})
const peers = options.peers.split(',').filter((name) => name !== '')

const scratch = mkdtempSync(join(tmpdir(), 'goparity-bench-'))
const cache = join(root, '.cache', 'bench')
const bin = join(cache, 'bin')
mkdirSync(join(cache, 'mod'), { recursive: true })

const environment = {
  ...process.env,
  PATH: `${bin}:${process.env['PATH']}`,
  GOENV: 'off',
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-modcacherw -buildvcs=false',
  GOMODCACHE: join(cache, 'mod'),
  GOTELEMETRY: 'off',
  CGO_ENABLED: '0',
  CI: '',
  GITHUB_ACTIONS: '',
}
// The machine's own proxy and checksum database, also when they stand in its GOENV file.
for (const key of ['GOPROXY', 'GOSUMDB']) environment[key] = execFileSync('go', ['env', key], { encoding: 'utf8' }).trim()

function install(name) {
  if (existsSync(join(bin, name))) return
  execFileSync('go', ['install', PEERS[name]], {
    cwd: scratch,
    env: { ...environment, GOBIN: bin, GOTOOLCHAIN: 'auto' },
    stdio: 'inherit',
  })
}

/** The program in a folder of its own, under git as goreleaser wants it, its modules downloaded before any clock starts. */
function checkOut(name) {
  const { module, main } = MODULES[name]
  const { Dir: from } = JSON.parse(
    execFileSync('go', ['mod', 'download', '-json', module], { env: environment, encoding: 'utf8', cwd: scratch }),
  )
  const folder = join(scratch, name)
  cpSync(from, folder, { recursive: true })
  execFileSync('chmod', ['-R', 'u+w', folder])
  execFileSync('go', ['mod', 'download'], { env: environment, cwd: folder })
  writeFileSync(join(folder, '.gitignore'), 'dist/\n')
  const targets = TARGETS.map((target) => target.replace('/', '_'))
  rmSync(join(folder, '.goreleaser.yml'), { force: true })
  writeFileSync(
    join(folder, '.goreleaser.yaml'),
    JSON.stringify({ version: 2, project_name: name, builds: [{ main, binary: name, targets, env: ['CGO_ENABLED=0'], ldflags: ['-w'] }] }),
  )
  const git = (...args) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: folder })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'start')
  git('tag', 'v1.0.0')
  git('remote', 'add', 'origin', 'https://github.com/octo/bench.git')
  return folder
}

function sidesOf(name, folder) {
  const { main } = MODULES[name]
  const loop = TARGETS.map((target) => {
    const [goos, goarch] = target.split('/')
    return `GOOS=${goos} GOARCH=${goarch} go build -ldflags=-w -o /dev/null ${main}`
  }).join(' &&\n')
  const goparity = (command, ...more) => [
    process.execPath,
    [cli, ...command, '-C', folder, '--targets', TARGETS.join(','), '--packages', main, '--quiet', ...more],
  ]
  const all = {
    loop: { build: ['bash', ['-c', loop]] },
    goparity: {
      build: goparity(['build']),
      prepare: goparity(['baseline', 'save'], '--baseline', `file:${join(folder, 'baseline.json')}`),
      afterReadme: goparity(['check'], '--baseline', `file:${join(folder, 'baseline.json')}`),
    },
    gox: { build: ['gox', ['-osarch', TARGETS.join(' '), '-ldflags=-w', '-output', 'dist/{{.OS}}_{{.Arch}}', main]] },
    goreleaser: { build: ['goreleaser', ['build', '--clean', '--skip=validate']] },
  }
  return Object.entries(all).filter(([side]) => ['loop', 'goparity', ...peers].includes(side))
}

function benchModule(name) {
  const folder = checkOut(name)
  const sides = sidesOf(name, folder)
  const taken = Object.fromEntries(sides.map(([side]) => [side, { cold: [], warm: [], readme: [] }]))
  const goCaches = Object.fromEntries(sides.map(([side]) => [side, mkdtempSync(join(scratch, 'go-build-'))]))
  const run = (side, command) => measure(command, { cwd: folder, env: { ...environment, GOCACHE: goCaches[side] } })
  for (const [side, { build }] of sides) taken[side].cold.push(run(side, build))
  for (let round = 0; round < Number(options.rounds); round += 1)
    for (const [side, { build }] of sides) taken[side].warm.push(run(side, build))
  for (const [side, { prepare }] of sides) if (prepare !== undefined) run(side, prepare)
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [side, { build, afterReadme }] of sides) {
      appendFileSync(join(folder, 'README.md'), `\nround ${round} of ${side}\n`)
      taken[side].readme.push(run(side, afterReadme ?? build))
    }
  }
  for (const path of Object.values(goCaches)) rmSync(path, { recursive: true, force: true })
  const cold = spread(taken['loop'].cold).wallMs.min
  return sides.flatMap(([side]) =>
    Object.entries(taken[side]).map(([state, times]) => {
      const { wallMs, cpuMs, count } = spread(times)
      const theirs = spread(taken['loop'][state])
      const row = {
        module: MODULES[name].module,
        side,
        state,
        wallMs,
        cpuMs,
        count,
        ratio: wallMs.min / theirs.wallMs.min,
        ofColdLoop: wallMs.min / cold,
      }
      console.log(
        `${name.padEnd(5)} ${state.padEnd(7)} ${side.padEnd(11)} wall ${seconds(wallMs.min)}/${seconds(wallMs.median)} s  cpu ${seconds(cpuMs.min)} s  ×${row.ratio.toFixed(2)} of the loop, ${(row.ofColdLoop * 100).toFixed(1)} % of the cold loop`,
      )
      return row
    }),
  )
}

function seconds(ms) {
  return (ms / 1000).toFixed(2).padStart(7)
}

try {
  for (const peer of peers) install(peer)
  console.log(`${TARGETS.length} targets; wall min/median of ${options.rounds} rounds, cold once\n`)
  const rows = options.modules.split(',').flatMap(benchModule)
  if (options.json !== '') writeFileSync(options.json, `${JSON.stringify({ targets: TARGETS, rows }, null, 2)}\n`)
} finally {
  execFileSync('chmod', ['-R', 'u+w', scratch])
  rmSync(scratch, { recursive: true, force: true })
}
