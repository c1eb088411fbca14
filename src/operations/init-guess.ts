import { join } from 'node:path'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import {
  goreleaserTargets,
  GORELEASER_FILES,
  guessBranch,
  guessMatrix,
  mergeTargets,
  readYamlFile,
  scriptTargets,
  workflowTargets,
  type GuessedTarget,
  type SeenTarget,
  type YamlFile,
} from '../init/index.js'
import { posixFrom, readProjectText } from './ci-files.js'

/** What a project tells of itself before anything is written. */
export interface Guess {
  readonly targets: readonly GuessedTarget[]
  readonly matrix: ReturnType<typeof guessMatrix>
  readonly branch: string
  readonly workflows: readonly YamlFile[]
  /** Files that could not be read: they told nothing. */
  readonly notes: readonly string[]
}

const MAKEFILES = ['GNUmakefile', 'makefile', 'Makefile']
const SCRIPT_FOLDERS = ['.', 'scripts', 'script', 'hack', 'build', 'ci', '.ci']
const MAX_SCRIPTS = 100

/** Names that may stand in a comment of a written file. */
function isPlain(name: string): boolean {
  return /^[\w. +@-]{1,100}$/.test(name)
}

/** The branch that `git clone` found to be the default one, or the one that is checked out when it has the name of one. */
async function branchOfGit(host: Host, top: string): Promise<string | undefined> {
  const readRef = async (...path: readonly string[]): Promise<string> => {
    const bytes = await host.files.read(join(top, '.git', ...path), 10_000).catch(() => null)
    return bytes === null ? '' : new TextDecoder().decode(bytes).trim()
  }
  const remote = /^ref: refs\/remotes\/origin\/([\w./-]+)$/.exec(await readRef('refs', 'remotes', 'origin', 'HEAD'))?.[1]
  const local = /^ref: refs\/heads\/(main|master|trunk)$/.exec(await readRef('HEAD'))?.[1]
  return remote ?? local
}

/** Looks at workflows, GoReleaser's configuration, Makefiles and scripts; never fails because of them. */
export async function guessProject(host: Host, top: string, project: string): Promise<Guess> {
  const notes: string[] = []
  const seen: SeenTarget[] = []
  const workflows: YamlFile[] = []
  const read = async (path: string, use: (name: string, text: string) => Promise<void> | void): Promise<boolean> => {
    const name = posixFrom(top, path)
    try {
      if ((await host.files.status(path))?.kind !== 'file') return false
      const text = await readProjectText(host, path, name)
      if (text === null) return false
      await use(name, text)
      return true
    } catch (error) {
      if (!(error instanceof ParityError)) throw error
      notes.push(`told nothing: ${toError(error).message}`)
      return false
    }
  }
  const folder = join(top, '.github', 'workflows')
  for (const { name } of (await host.files.list(folder)).slice(0, MAX_SCRIPTS)) {
    if (!/\.ya?ml$/.test(name) || !isPlain(name)) continue
    await read(join(folder, name), async (file, text) => {
      const workflow = await readYamlFile(file, text)
      workflows.push(workflow)
      seen.push(...workflowTargets(workflow))
    })
  }
  for (const place of new Set([project, top]))
    for (const name of GORELEASER_FILES) {
      const found = await read(join(place, name), async (file, text) => {
        seen.push(...goreleaserTargets(await readYamlFile(file, text)))
      })
      if (found) break
    }
  const scripts = MAKEFILES.map((name) => join(project, name))
  for (const inner of SCRIPT_FOLDERS)
    for (const { name } of await host.files.list(join(project, inner)))
      if (name.endsWith('.sh') && isPlain(name)) scripts.push(join(project, inner, name))
  for (const path of scripts.slice(0, MAX_SCRIPTS))
    await read(path, (file, text) => {
      seen.push(...scriptTargets(file, text))
    })
  return {
    targets: mergeTargets(seen),
    matrix: guessMatrix(workflows),
    branch: (await branchOfGit(host, top)) ?? guessBranch(workflows) ?? 'main',
    workflows,
    notes,
  }
}
