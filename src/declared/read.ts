import { ParityError, toError } from '../errors.js'
import { readYamlFile, textAt, type YamlFile } from '../init/index.js'
import { byteOrder } from '../snapshot/index.js'
import { findBuildArguments, findMentionedLines } from './build-arguments.js'
import { declaringKind, type DeclaringKind } from './declaring.js'
import type { BuildArguments } from './docker-stage.js'
import { MAX_DOCKERFILE } from './dockerfile-words.js'
import type { Possible } from './expressions.js'
import type { Declaration, DeclaredEnvironment, DeclaredEnvironments, DeclaredModule, ImageStage, UnreadableFile } from './model.js'
import { MAX_DEVCONTAINER, readDevcontainer, type ReadDevcontainer } from './read-devcontainer.js'
import { readDockerfile } from './read-dockerfile.js'
import { readGitlab } from './read-gitlab.js'
import { readMakefile } from './read-makefile.js'
import { MAX_TOML, readMise } from './read-mise.js'
import { readModule } from './read-module.js'
import { readGoVersionFile, readToolVersions } from './read-versions.js'
import { findCalls, readWorkflow, type WorkflowNeighbours } from './read-workflow.js'
import type { VersionFile } from './setup-go.js'
import { readWantedGo } from './wanted-go.js'

/** More than any repository says. */
const MAX_DECLARATIONS = 10_000
const MAX_BYTES = 1024 * 1024
/** Characters of one kind of file, all together: a repository that has more is not read to its end. */
const MAX_TOTAL = 16 * 1024 * 1024
const LIMITS: Partial<Readonly<Record<DeclaringKind, number>>> = {
  dockerfile: MAX_DOCKERFILE,
  devcontainer: MAX_DEVCONTAINER,
  mise: MAX_TOML,
}

interface Source {
  readonly file: string
  readonly kind: DeclaringKind
  readonly text: string
}

/** Why a file says nothing, in one line. */
function reasonOf(error: unknown, file: string): string {
  const text = toError(error).message.split('\n', 1)[0] ?? ''
  if (error instanceof RangeError) return 'it nests too deeply'
  return (error instanceof ParityError ? text.replace(`${file}:`, 'line ') : text).slice(0, 300)
}

/** Picks the files that say something, and says why others do not. */
function pick(files: ReadonlyMap<string, string>, unreadable: UnreadableFile[]): readonly Source[] {
  const found: Source[] = []
  let total = 0
  for (const file of [...files.keys()].toSorted(byteOrder)) {
    const kind = declaringKind(file)
    const text = files.get(file) ?? ''
    if (kind === null) continue
    const limit = LIMITS[kind] ?? MAX_BYTES
    total += Math.min(text.length, limit)
    if (text.length > limit) unreadable.push({ file, reason: `it has more than ${String(limit)} characters` })
    else if (total > MAX_TOTAL) unreadable.push({ file, reason: 'the files before it hold more than is read' })
    else if (text.includes('\0')) unreadable.push({ file, reason: 'it is no text' })
    else found.push({ file, kind, text })
  }
  return found
}

/** What `go-version-file` gets of each file that it can name. */
function versionFiles(modules: readonly DeclaredModule[], environments: readonly DeclaredEnvironment[]): ReadonlyMap<string, VersionFile> {
  const found = new Map<string, VersionFile>()
  for (const { file, go, toolchain } of modules)
    if (go !== null)
      found.set(file, {
        file,
        line: go.line,
        go: readWantedGo(go.version),
        toolchain: toolchain === null || toolchain.version === 'default' ? null : readWantedGo(toolchain.version),
      })
  for (const { kind, file, go } of environments) {
    const [first] = go
    if (kind === 'versions' && first !== undefined) found.set(file, { file, line: first.location.line, go: first.wanted, toolchain: null })
  }
  return found
}

/** The files that a call of an action or a workflow of the repository may mean. */
function namesOf(target: string): readonly string[] {
  return [target, `${target}/action.yml`, `${target}/action.yaml`]
}

function neighboursOf(workflows: readonly YamlFile[], versions: ReadonlyMap<string, VersionFile>): WorkflowNeighbours {
  const calls = workflows.flatMap((file) => findCalls(file))
  const byName = new Map(workflows.map((file) => [file.name, file] as const))
  const defaultOf = (file: string, name: string): string | null => {
    const root = byName.get(file)?.root
    const text = textAt(root, 'on', 'workflow_call', 'inputs', name, 'default') ?? textAt(root, 'inputs', name, 'default')
    return text === undefined || text.includes('${{') ? null : text
  }
  const sets = new Set(workflows.filter(({ text }) => /setup-go@/.test(text)).map(({ name }) => name))
  return {
    versionFile: (path) => versions.get(path) ?? null,
    setsUpGo: (action) => namesOf(action.replace(/^\.\//, '').replace(/\/$/, '')).some((name) => sets.has(name)),
    inputs: (file, name) => {
      const own = calls.filter(({ target }) => namesOf(target).includes(file))
      if (own.length === 0) return null
      // A caller that does not give it takes the default.
      return own.flatMap(({ inputs }): readonly Possible[] =>
        (inputs.get(name) ?? [{ text: defaultOf(file, name), at: null }]).map(({ text }) => ({ text, at: null })),
      )
    },
  }
}

/** The arguments that builds of one Dockerfile are given by files of the repository. */
function argumentsOf(file: string, names: readonly string[], devcontainers: readonly ReadDevcontainer[]): BuildArguments {
  const found = new Map<string, string | null>()
  const builders = devcontainers.flatMap(({ dockerfile }) => (dockerfile?.file === file ? [dockerfile.args] : []))
  if (builders.length > 0) {
    for (const args of builders)
      for (const [name, value] of args) found.set(name, found.has(name) && found.get(name) !== value ? null : value)
    return found
  }
  for (const name of names) found.set(name, null)
  return found
}

function unique(declarations: readonly Declaration[]): readonly Declaration[] {
  const seen = new Set<string>()
  return declarations.filter(({ setting, value, location }) => {
    const key = JSON.stringify([setting, value, location.file, location.line])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function declareModules(modules: readonly DeclaredModule[]): readonly Declaration[] {
  return modules.flatMap(({ file, go, toolchain }) =>
    (
      [
        ['go', go],
        ['toolchain', toolchain],
      ] as const
    ).flatMap(([setting, found]) =>
      found === null ? [] : [{ environment: file, setting, value: found.version, known: true, location: { file, line: found.line } }],
    ),
  )
}

/**
 * Reads what the files of a repository (POSIX paths from its top, with their texts) say of the environments that build it.
 * Never throws for a file: one that cannot be read is `unreadable`, with its reason.
 */
export async function readDeclarations(files: ReadonlyMap<string, string>): Promise<DeclaredEnvironments> {
  const unreadable: UnreadableFile[] = []
  const modules: DeclaredModule[] = []
  const environments: DeclaredEnvironment[] = []
  const stages: (readonly ImageStage[])[] = []
  const workflows: YamlFile[] = []
  const devcontainers: ReadDevcontainer[] = []
  const mentioned = new Set<string>()
  const names = new Set<string>()
  let elsewhere = false
  const sources = pick(files, unreadable)
  const each = async (kinds: readonly DeclaringKind[], read: (source: Source) => Promise<void> | void): Promise<void> => {
    for (const source of sources) {
      if (!kinds.includes(source.kind)) continue
      try {
        await read(source)
      } catch (error) {
        unreadable.push({ file: source.file, reason: reasonOf(error, source.file) })
      }
    }
  }
  await each(['module'], ({ file, text }) => void modules.push(readModule(file, text)))
  await each(['go-version'], ({ file, text }) => void environments.push(readGoVersionFile(file, text)))
  await each(['tool-versions'], ({ file, text }) => void environments.push(readToolVersions(file, text)))
  await each(['mise'], async ({ file, text }) => void environments.push(await readMise(file, text)))
  await each(['makefile'], ({ file, text }) => void environments.push(readMakefile(file, text)))
  await each(['devcontainer'], async ({ file, text }) => {
    const read = await readDevcontainer(file, text)
    devcontainers.push(read)
    environments.push(read.environment)
  })
  await each(['workflow', 'action', 'gitlab', 'other-ci', 'builds', 'makefile'], ({ text, kind }) => {
    for (const name of findBuildArguments(text)) names.add(name)
    if (kind === 'other-ci') {
      const lines = findMentionedLines(text)
      for (const line of lines) mentioned.add(line)
      elsewhere ||= lines.length === 0 && /\bgo (?:test|build|vet|run)\b|\bmake\b/.test(text)
    }
    if (kind !== 'builds' && kind !== 'makefile')
      for (const [, line = ''] of text.matchAll(/golang:(1\.\d{1,2})(?!\d)/g)) if (kind !== 'gitlab') mentioned.add(line)
  })
  await each(['workflow', 'action'], async ({ file, text }) => void workflows.push(await readYamlFile(file, text)))
  const neighbours = neighboursOf(workflows, versionFiles(modules, environments))
  await each(['workflow', 'action'], ({ file }) => {
    const read = workflows.find(({ name }) => name === file)
    if (read !== undefined) environments.push(...readWorkflow(read, neighbours))
  })
  await each(['gitlab'], async ({ file, text }) => void environments.push(...readGitlab(await readYamlFile(file, text))))
  await each(['dockerfile'], async ({ file, text }) => {
    const isDevelopment = /(?:^|\/)\.devcontainer\//.test(file)
    const read = await readDockerfile(file, text, argumentsOf(file, [...names], devcontainers), isDevelopment ? 'devcontainer' : 'image')
    stages.push(read.stages)
    environments.push(...read.environments)
  })
  const declarations = unique([
    ...declareModules(modules),
    ...environments.flatMap(({ go, settings, partly }) => [...go.filter(({ borrowed }) => !borrowed), ...settings, ...partly]),
  ])
  if (declarations.length > MAX_DECLARATIONS)
    unreadable.push({ file: '.', reason: `more than ${String(MAX_DECLARATIONS)} declarations: the rest is left out` })
  return {
    declarations: declarations.slice(0, MAX_DECLARATIONS),
    environments,
    modules,
    stages,
    mentioned: [...mentioned],
    elsewhere,
    unreadable,
  }
}
