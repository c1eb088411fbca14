import { dirname, join, posix } from 'node:path'
import { ParityError } from '../errors.js'
import type { Host } from '../host/index.js'
import {
  ACTION_REFERENCE,
  configText,
  githubJobs,
  insertInto,
  isActionReference,
  isOwnAction,
  workflowText,
  type YamlFile,
} from '../init/index.js'
import { posixFrom, readProjectText, repositoryTop } from './ci-files.js'
import { requireDirectory } from './find-places.js'
import { guessProject, type Guess } from './init-guess.js'
import { CONFIG_FILE } from './load-config.js'
import type { Session } from './session.js'

/** Options of `planInit`. */
export interface InitOptions {
  /** Absolute directory of the project. */
  readonly directory: string
  /** What a written workflow calls: `owner/goparity@commit`; default `ACTION_REFERENCE`. */
  readonly reference?: string
  /** An existing workflow (absolute path) that gets the steps, instead of a new one. */
  readonly into?: string
  /** With `into`: ids of the jobs that record. */
  readonly jobs?: readonly string[]
  /** Also replaces files of other content. */
  readonly force?: boolean
}

/** One file of a plan. */
export interface PlannedFile {
  readonly path: string
  /** From the top of the repository, POSIX. */
  readonly name: string
  /** `new` and `changed` are to be written; `same` has this content already; `kept` has another one, and stays. */
  readonly state: 'new' | 'changed' | 'same' | 'kept'
  readonly before: string | null
  readonly after: string
}

/** What `init` would write, and what a person should know first. */
export interface InitPlan {
  readonly files: readonly PlannedFile[]
  readonly notes: readonly string[]
}

const WORKFLOW_FILE = '.github/workflows/goparity.yml'

/** Where go.mod or go.work of a project lies: here, above it in the repository, or one folder below. */
async function findGoFile(host: Host, top: string, project: string): Promise<string> {
  const isFile = async (path: string): Promise<boolean> => (await host.files.status(path))?.kind === 'file'
  for (let here = project; ; here = dirname(here)) {
    // The Go of a workspace is that of go.work.
    for (const name of ['go.work', 'go.mod']) if (await isFile(join(here, name))) return join(here, name)
    if (here === top || dirname(here) === here) break
  }
  for (const { name, kind } of await host.files.list(project))
    if (kind === 'directory' && /^[\w.-]+$/.test(name) && (await isFile(join(project, name, 'go.mod'))))
      return join(project, name, 'go.mod')
  throw new ParityError(
    'module-missing',
    `there is no go.mod in ${project}, above it or below it`,
    'run it in the folder of a module (-C DIR), or make one: go mod init example.com/name',
  )
}

async function planFile(host: Host, path: string, name: string, after: string, force: boolean): Promise<PlannedFile> {
  const status = await host.files.status(path)
  if (status !== null && status.kind !== 'file')
    throw new ParityError('usage', `${name} is no plain file`, 'take away what is in its place')
  const before = await readProjectText(host, path, name)
  const state = before === null ? 'new' : before === after ? 'same' : force ? 'changed' : 'kept'
  return { path, name, state, before, after }
}

/** Where the recorder runs already. */
function findRecorder(workflows: readonly YamlFile[], reference: string): string | undefined {
  return workflows
    .filter(({ name }) => name !== WORKFLOW_FILE)
    .flatMap((file) =>
      githubJobs(file).flatMap(({ steps }) =>
        steps.flatMap(({ uses, line }) => (isOwnAction(uses ?? '', reference) === 'record' ? [`${file.name}:${String(line)}`] : [])),
      ),
    )[0]
}

function notesOf({ notes, matrix, targets }: Guess, options: InitOptions, reference: string): string[] {
  return [
    ...notes,
    ...(reference === ACTION_REFERENCE ? [`${reference} is a placeholder: name the action and its commit with --action`] : []),
    ...(options.into === undefined && matrix.from === null
      ? ['no workflow sets up Go on machines of GitHub: the matrix begins with ubuntu-latest']
      : []),
    ...(targets.length === 0 ? ['nothing cross-compiles here: the only target is what go builds by itself'] : []),
  ]
}

async function planInto(
  host: Host,
  top: string,
  directory: string,
  into: string,
  reference: string,
  jobs: readonly string[],
): Promise<{ readonly file: PlannedFile; readonly notes: readonly string[] }> {
  const name = posixFrom(top, into)
  const text = await readProjectText(host, into, name)
  if (text === null) throw new ParityError('usage', `there is no workflow ${name}`, 'name a file such as .github/workflows/ci.yml')
  const inserted = await insertInto({ name, text, reference, jobs, directory })
  return { file: { path: into, name, state: 'changed', before: text, after: inserted.text }, notes: inserted.notes }
}

/**
 * Plans the workflow, or the steps in an existing one, and the configuration of a project. Writes nothing.
 * Throws `directory-missing`, `module-missing`, `usage` and `config-invalid`.
 */
export async function planInit({ host }: Session, options: InitOptions): Promise<InitPlan> {
  const { reference = ACTION_REFERENCE } = options
  if (!isActionReference(reference))
    throw new ParityError(
      'usage',
      `${JSON.stringify(reference)} is no action that a workflow can call`,
      'write owner/goparity@COMMIT, or ./ for an action of this repository',
    )
  const project = await requireDirectory(host, options.directory)
  const top = await repositoryTop(host, project)
  const directory = posixFrom(top, project)
  if (/[\p{Cc}\p{Cf}]|\$\{\{/u.test(directory))
    throw new ParityError('usage', 'the path of the project holds characters that no workflow can hold', 'rename the folder')
  const goFile = await findGoFile(host, top, project)
  const guess = await guessProject(host, top, project)
  const notes = notesOf(guess, options, reference)
  const files: PlannedFile[] = []
  if (options.into === undefined) {
    const recorder = options.force === true ? undefined : findRecorder(guess.workflows, reference)
    if (recorder !== undefined) notes.push(`goparity runs in ${recorder} already: no workflow is written; --force writes one all the same`)
    else {
      const text = workflowText({ ...guess, reference, directory, goFile: posixFrom(top, goFile) })
      files.push(await planFile(host, join(top, ...WORKFLOW_FILE.split('/')), WORKFLOW_FILE, text, options.force === true))
    }
  } else {
    const { file, notes: more } = await planInto(host, top, directory, options.into, reference, options.jobs ?? [])
    files.push(file)
    notes.push(...more)
  }
  files.push(
    await planFile(host, join(project, CONFIG_FILE), posix.join(directory, CONFIG_FILE), configText(guess.targets), options.force === true),
  )
  return { files, notes }
}

/** Writes the files of a plan that are new or change, each as a whole or not at all. Throws `write-failed`; gives the names that were written. */
export async function writeInit({ host }: Session, plan: InitPlan): Promise<readonly string[]> {
  const written: string[] = []
  for (const { path, name, state, before, after } of plan.files) {
    if (state !== 'new' && state !== 'changed') continue
    // What was shown is what is replaced.
    if ((await readProjectText(host, path, name)) !== before)
      throw new ParityError('write-failed', `${name} has changed since it was shown: it stays as it is`, 'run the command again')
    await host.files.writeAtomically(path, after)
    written.push(name)
  }
  return written
}
