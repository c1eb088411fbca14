// Cuts GitHub's own API description down to the operations that goparity calls: the fake GitHub of the tests checks requests and answers with it.
//   node scripts/openapi-cut.mjs        writes __tests__/contract/github-openapi.json
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = '@octokit/openapi@23.0.2'
const FILE = 'package/generated/api.github.com.json'

/** Only these, and what they refer to. */
const OPERATIONS = [
  ['get', '/repos/{owner}/{repo}'],
  ['get', '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}'],
  ['get', '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts'],
  ['get', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'],
  ['post', '/repos/{owner}/{repo}/check-runs'],
  ['get', '/repos/{owner}/{repo}/check-runs/{check_run_id}'],
  ['patch', '/repos/{owner}/{repo}/check-runs/{check_run_id}'],
  ['get', '/repos/{owner}/{repo}/commits'],
  ['get', '/repos/{owner}/{repo}/commits/{ref}/check-runs'],
  ['get', '/repos/{owner}/{repo}/compare/{basehead}'],
  ['get', '/repos/{owner}/{repo}/contents/{path}'],
  ['get', '/repos/{owner}/{repo}/git/ref/{ref}'],
  ['get', '/repos/{owner}/{repo}/pulls'],
]

function byName(entries) {
  return Object.fromEntries(
    Object.keys(entries)
      .toSorted()
      .map((name) => [name, entries[name]]),
  )
}

const target = resolve(dirname(fileURLToPath(import.meta.url)), '..', '__tests__/contract/github-openapi.json')
const folder = mkdtempSync(join(tmpdir(), 'openapi-cut-'))
try {
  const packed = execFileSync('npm', ['pack', '--silent', SOURCE], { cwd: folder, encoding: 'utf8' }).trim().split('\n').at(-1)
  execFileSync('tar', ['-xzf', packed, FILE], { cwd: folder })
  const whole = JSON.parse(readFileSync(join(folder, FILE), 'utf8'))
  const cut = { openapi: whole.openapi, info: whole.info, 'x-cut-from': SOURCE, paths: {}, components: {} }

  /** Copies a node without what no validator reads, and brings every component it refers to along. */
  const keep = (node) => {
    if (Array.isArray(node)) return node.map(keep)
    if (node === null || typeof node !== 'object') return node
    const kept = {}
    for (const [key, value] of Object.entries(node)) {
      const prose = key === 'description' && typeof value === 'string' && !('$ref' in node)
      if (prose || key === 'example' || key === 'examples' || key === 'x-github' || key === 'externalDocs') continue
      if (key === '$ref' && value.startsWith('#/components/')) {
        const [, , section, name] = value.split('/')
        cut.components[section] ??= {}
        if (!(name in cut.components[section])) {
          cut.components[section][name] = {}
          cut.components[section][name] = keep(whole.components[section][name])
        }
      }
      kept[key] = keep(value)
    }
    return kept
  }
  for (const [method, path] of OPERATIONS) {
    const operation = whole.paths[path]?.[method]
    if (operation === undefined) throw new Error(`${SOURCE} has no ${method} ${path}`)
    cut.paths[path] ??= {}
    cut.paths[path][method] = keep(operation)
  }
  for (const section of Object.keys(cut.components)) cut.components[section] = byName(cut.components[section])
  cut.components = byName(cut.components)
  writeFileSync(target, `${JSON.stringify(cut, null, 2)}\n`)
  execFileSync('npx', ['oxfmt', target], { stdio: 'ignore' })
  console.log(`${target}: ${OPERATIONS.length} operations`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
