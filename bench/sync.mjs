// What the git hook costs a commit, against the same commit without it, in turn in one repository:
//   node bench/sync.mjs [--rounds 15] [--json FILE]
// nothing staged that concerns it; go.mod staged and the place up (a directory of this machine, so that the way there costs nothing, without
// the download); go.mod staged and the place down.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure, spread } from './measure.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist/cli.js')
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '15' }, json: { type: 'string', default: '' } } })
const rounds = Number(options.rounds)

const folder = mkdtempSync(join(tmpdir(), 'goparity-bench-'))
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'bench',
  GIT_AUTHOR_EMAIL: 'bench@example.com',
  GIT_COMMITTER_NAME: 'bench',
  GIT_COMMITTER_EMAIL: 'bench@example.com',
}
const place = join(folder, 'place')
const repo = join(folder, 'repo')
mkdirSync(place)
mkdirSync(repo)
let count = 0

function git(...args) {
  execFileSync('git', args, { cwd: repo, env, stdio: 'ignore' })
}

function stage(file, text) {
  writeFileSync(join(repo, file), text)
  git('add', file)
}

/** A commit of one changed file, timed as a whole. */
function commit(file, before = []) {
  count += 1
  stage(file, file === 'go.mod' ? `module example.com/bench\n\ngo 1.21\n\n// ${count}\n` : `${count}\n`)
  return measure(['git', [...before, 'commit', '-q', '-m', String(count)]], { cwd: repo, env })
}

const WITHOUT = ['-c', 'core.hooksPath=/dev/null']

function installHook(to) {
  execFileSync(process.execPath, [cli, 'hook', 'install', '--to', to], { cwd: repo, env, stdio: 'ignore' })
}

/** The same commit with and without the hook, in turn. */
function compare(name, file) {
  const [plain, hooked] = [[], []]
  commit(file)
  for (let round = 0; round < rounds; round += 1) {
    plain.push(commit(file, WITHOUT))
    hooked.push(commit(file))
  }
  const [without, with_] = [spread(plain), spread(hooked)]
  return { name, plainMs: without.wallMs.median, hookMs: with_.wallMs.median, moreMs: with_.wallMs.median - without.wallMs.median }
}

try {
  git('init', '-q')
  stage('go.mod', 'module example.com/bench\n\ngo 1.21\n')
  stage('go.sum', '')
  git('commit', '-q', '-m', 'first')
  installHook(`exec:env -C ${place} PATH=/usr/bin:/bin`)
  const rows = [compare('nothing of it staged', 'README.md'), compare('go.mod staged, the place is up', 'go.mod')]
  installHook('exec:false')
  rows.push(compare('go.mod staged, the place is down', 'go.mod'))
  console.log('                                     plain      with    more')
  for (const { name, plainMs, hookMs, moreMs } of rows)
    console.log(
      `${name.padEnd(34)} ${plainMs.toFixed(0).padStart(6)} ms ${hookMs.toFixed(0).padStart(6)} ms ${moreMs.toFixed(0).padStart(5)} ms`,
    )
  if (options.json !== '') writeFileSync(options.json, `${JSON.stringify({ rounds, rows }, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
