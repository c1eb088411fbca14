import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Config } from '../../src/config/index.js'
import {
  check,
  record,
  run,
  saveBaseline,
  type CheckOptions,
  type Outcome,
  type RunOutcome,
  type Session,
} from '../../src/operations/index.js'
import { testHost } from '../support/project.js'
import type { Project } from './modules-project.js'

export { APP, GO_MOD, MODULES, goDo, makeProject, WORDS, type Project } from './modules-project.js'

/** A target that compiles fast and needs no C compiler. */
export const TARGET = 'linux/386-cgo'

type Variables = Readonly<Record<string, string | undefined>>

function sessionOf(directory: string, env: Variables): Session {
  return { host: testHost(directory, env), progress: () => undefined }
}

function optionsOf(project: Project, config: Config): CheckOptions {
  return { directory: project.app, config: { targets: [TARGET], ...config }, version: '0.0.0-test', job: { name: 'leg' } }
}

/** The main job on a project. */
export async function checkProject(
  project: Project,
  config: Config = {},
  more: Partial<CheckOptions> = {},
  env: Variables = {},
): Promise<Outcome> {
  return await check(sessionOf(project.app, { ...project.env, ...env }), { ...optionsOf(project, config), ...more })
}

export async function saveProject(project: Project, config: Config = {}): Promise<void> {
  const { saved } = await saveBaseline(sessionOf(project.app, project.env), optionsOf(project, config))
  if (saved === null) throw new Error('nothing was saved')
}

export async function runIn(project: Project, ...command: readonly string[]): Promise<RunOutcome> {
  return await run(sessionOf(project.app, project.env), { ...optionsOf(project, {}), command })
}

export async function recordIn(directory: string, env: Variables): Promise<Outcome> {
  return await record(sessionOf(directory, env), { directory, config: {}, version: '0.0.0-test', job: { name: 'leg' } })
}

/** The project with a `go` in front of the real one that notes its arguments. */
export function spyOnGo(project: Project): { readonly project: Project; readonly calls: () => readonly string[] } {
  const bin = join(project.folder, 'bin')
  const log = join(project.folder, 'calls.log')
  mkdirSync(bin, { recursive: true })
  const path = project.env['PATH'] ?? ''
  writeFileSync(join(bin, 'go'), `#!/bin/sh\necho "$*" >>'${log}'\nPATH='${path}' exec go "$@"\n`)
  chmodSync(join(bin, 'go'), 0o755)
  const env = { ...project.env, PATH: `${bin}${delimiter}${path}` }
  return {
    project: { ...project, env },
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
  }
}

/** Rules of the findings, in order. */
export function rulesOf({ report }: Pick<Outcome, 'report'>): readonly string[] {
  return report.findings.map(({ rule, state }) => (state === 'new' ? rule : `${rule} (${state})`))
}
