// Writes into the README what the command really prints about the broken example, after `npm run build`:
//   node scripts/readme-output.mjs
// A test holds the two against each other; times in it are those of this run.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const readme = resolve(root, 'README.md')
const env = { ...process.env, GOENV: 'off', GOTOOLCHAIN: 'local', GOPROXY: 'off', GOFLAGS: '', CGO_ENABLED: '' }
const ran = spawnSync(process.execPath, ['dist/cli.js', 'check', '-C', 'examples/broken'], { cwd: root, env, encoding: 'utf8' })
if (ran.status !== 3) throw new Error(`the broken example ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`)
const before = readFileSync(readme, 'utf8')
const after = before.replace(/(<!-- output:broken -->\n```text\n)[\s\S]*?(^```$)/m, (_all, open, close) => `${open}${ran.stdout}${close}`)
if (!after.includes(ran.stdout)) throw new Error('README.md has no block behind <!-- output:broken -->')
writeFileSync(readme, after)
