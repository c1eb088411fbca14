import { openGo, type Go } from '../../src/go/index.js'
import type { Host } from '../../src/host/index.js'
import { findRoots, readRoot, verifyRoot, type GoValues, type RootReading, type RootVerification } from '../../src/integrity/index.js'
import { goSumOf, goTestEnv, makeFolder, testHost, writeProxy, writeTree, type FileTree, type ProxyModule } from '../support/project.js'

/** Three modules: `greet` needs `words`, `plain` needs nothing. */
export const WORDS: ProxyModule = {
  path: 'example.com/words',
  version: 'v1.0.0',
  files: { 'words.go': 'package words\n\nfunc Hello() string { return "hello" }\n', LICENSE: 'free\n' },
}
export const GREET: ProxyModule = {
  path: 'example.com/greet',
  version: 'v1.2.0',
  files: {
    'go.mod': 'module example.com/greet\n\ngo 1.21\n\nrequire example.com/words v1.0.0\n',
    'greet.go': 'package greet\n\nimport "example.com/words"\n\nfunc Greet() string { return words.Hello() }\n',
  },
}
export const WORDS_FORK: ProxyModule = {
  path: 'example.com/fork',
  version: 'v1.1.0',
  files: { 'go.mod': 'module example.com/words\n\ngo 1.21\n', 'words.go': 'package words\n\nfunc Hello() string { return "fork" }\n' },
}
export const MODULES: readonly ProxyModule[] = [WORDS, GREET]

export const GO_MOD = `module example.com/app

go 1.21

require example.com/greet v1.2.0

require example.com/words v1.0.0 // indirect
`
export const MAIN = 'package main\n\nimport "example.com/greet"\n\nfunc main() { println(greet.Greet()) }\n'
export const APP: FileTree = { 'go.mod': GO_MOD, 'go.sum': goSumOf(MODULES), 'main.go': MAIN }

/** A project on disk with its own module cache and a proxy of files. */
export interface Project {
  /** Holds everything: `app` (the project), `gopath`, `proxy`. */
  readonly folder: string
  readonly app: string
  readonly cache: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly host: Host
  readonly go: Go
  /** Arguments of every go command that ran. */
  readonly ran: readonly string[]
}

export function makeProject(files: FileTree, options: { modules?: readonly ProxyModule[]; env?: Record<string, string> } = {}): Project {
  const folder = makeFolder()
  const app = `${folder}/app`
  writeTree(app, files)
  const proxy = writeProxy(`${folder}/proxy`, options.modules ?? [...MODULES, WORDS_FORK])
  const env = goTestEnv(folder, { GOPROXY: proxy, ...options.env })
  return openProject(folder, env)
}

/** The same project with other variables: `GOPROXY: 'off'`. */
export function withEnv(project: Project, more: Record<string, string>): Project {
  return openProject(project.folder, { ...project.env, ...more })
}

function openProject(folder: string, env: Readonly<Record<string, string | undefined>>): Project {
  const app = `${folder}/app`
  const host = testHost(app, env)
  const ran: string[] = []
  const go = openGo(host, { directory: app, onResult: ({ args }) => ran.push(args.join(' ')) })
  return { folder, app, cache: `${folder}/gopath/pkg/mod`, env, host, go, ran }
}

/** Runs go in the project; fails the test when go does. */
export async function goDo(project: Project, args: readonly string[], directory: string = project.app): Promise<string> {
  const result = await project.go.in(directory).run(args)
  if (result.exitCode !== 0) throw new Error(`go ${args.join(' ')}: ${result.stderr.text}`)
  return result.stdout.text
}

export async function goValues(project: Project, directory: string = project.app): Promise<GoValues> {
  const values: Record<string, string> = {}
  const parsed: unknown = JSON.parse(await goDo(project, ['env', '-json'], directory))
  for (const [key, value] of Object.entries(Object(parsed))) if (typeof value === 'string') values[key] = value
  const set = Object.entries(project.env).filter(([, value]) => value !== undefined)
  return { values, origins: Object.fromEntries(set.map(([key]) => [key, 'process'])) }
}

/** Finds the roots and reads each. */
export async function readAll(project: Project, directory: string = project.app): Promise<readonly RootReading[]> {
  const { roots } = await findRoots(project.host, directory, await goValues(project, directory))
  const readings: RootReading[] = []
  for (const place of roots) readings.push(await readRoot(project.host, project.go, place, await goValues(project, place.path)))
  return readings
}

/** The only root of a project. */
export async function readOne(project: Project): Promise<RootReading> {
  const [reading, ...more] = await readAll(project)
  if (reading === undefined || more.length > 0) throw new Error('not exactly one root')
  return reading
}

export async function verifyOne(project: Project, options: { vendor?: boolean } = {}): Promise<RootVerification> {
  return verifyRoot(project.host, project.go, await readOne(project), { vendor: true, env: await goValues(project), ...options })
}

/** Layer outcomes in one line each: `ziphash failed 1/2`. */
export function layersOf({ integrity }: RootVerification): readonly string[] {
  return integrity.layers.map(({ layer, outcome, checked, failed }) => `${layer} ${outcome} ${String(failed)}/${String(checked)}`)
}
