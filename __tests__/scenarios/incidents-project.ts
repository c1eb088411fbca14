import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { classify, type Incident, type IncidentFacts } from '../../src/incidents/index.js'
import { goTestEnv, makeFolder, writeProxy, writeTree, type FileTree, type ProxyModule } from '../support/project.js'

/** A project in a folder of its own, and go commands in it. */
export interface IncidentProject {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Runs a program there; both streams, and whether it succeeded. */
  readonly run: (
    command: readonly string[],
    env?: Readonly<Record<string, string | undefined>>,
  ) => { readonly ok: boolean; readonly output: string }
  /** Runs go, which must fail, and says what is recognised in its output. */
  readonly fail: (
    args: readonly string[],
    options?: { readonly env?: Readonly<Record<string, string | undefined>>; readonly facts?: IncidentFacts },
  ) => readonly Incident[]
}

/** Writes the files (go.mod of `example.com/app` unless given) and serves the modules from a file proxy. */
export function makeProject(files: FileTree, modules: readonly ProxyModule[] = []): IncidentProject {
  const base = makeFolder()
  const folder = join(base, 'app')
  writeTree(folder, { 'go.mod': 'module example.com/app\n\ngo 1.21\n', ...files })
  const env = goTestEnv(base, modules.length === 0 ? {} : { GOPROXY: writeProxy(join(base, 'proxy'), modules) })
  const run: IncidentProject['run'] = ([program = '', ...args], more = {}) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, env: { ...env, ...more }, encoding: 'utf8' })
    if (error !== undefined) throw error
    return { ok: status === 0, output: `${stderr}${stdout}` }
  }
  return {
    folder,
    env,
    run,
    fail(args, { env: more, facts } = {}) {
      const { ok, output } = run(['go', ...args], more)
      if (ok) throw new Error(`go ${args.join(' ')} did not fail:\n${output}`)
      return classify(output, facts)
    },
  }
}
