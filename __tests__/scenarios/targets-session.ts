import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listDistTargets, openGo, resolveTargetFacts, type Go } from '../../src/go/index.js'
import { decideTargets, expandTargets, parseTargets, type Target, type TargetFacts } from '../../src/targets/index.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from '../support/project.js'

export type Variables = Readonly<Record<string, string | undefined>>

export interface Project {
  readonly folder: string
  readonly directory: string
  readonly env: Variables
}

/** A module `example.com/app` in a folder of its own. */
export function makeProject(files: FileTree, more: Variables = {}): Project {
  const folder = makeFolder()
  const directory = join(folder, 'app')
  writeTree(directory, { 'go.mod': 'module example.com/app\n\ngo 1.21\n', ...files })
  return { folder, directory, env: goTestEnv(folder, more) }
}

export function goOf(project: Project, signal?: AbortSignal): Go {
  return openGo(testHost(project.directory, project.env), { directory: project.directory, ...(signal === undefined ? {} : { signal }) })
}

/** What the go command itself prints for `go env NAME…`. */
function goEnv(project: Project, ...names: readonly string[]): readonly string[] {
  return execFileSync('go', ['env', ...names], { cwd: project.directory, env: project.env, encoding: 'utf8' })
    .trim()
    .split('\n')
}

/** From the text of a user to decided targets, as an operation does it. */
export async function decide(
  go: Go,
  project: Project,
  text: string,
): Promise<{ readonly targets: readonly Target[]; readonly facts: readonly TargetFacts[] }> {
  const [goos = '', goarch = '', hostGoos = '', hostGoarch = ''] = goEnv(project, 'GOOS', 'GOARCH', 'GOHOSTOS', 'GOHOSTARCH')
  const wanted = expandTargets(parseTargets(text), {
    dist: await listDistTargets(go),
    defaultTarget: { goos, goarch },
    host: { goos: hostGoos, goarch: hostGoarch },
  })
  const facts = await resolveTargetFacts(go, wanted, { cgoOrigin: 'default' })
  return { targets: decideTargets(wanted, facts), facts }
}

/** A folder with a `go` of ours in it, to be put first on PATH. */
export function writeFakeGo(folder: string, script: string): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'go'), script)
  chmodSync(join(bin, 'go'), 0o755)
  return bin
}
