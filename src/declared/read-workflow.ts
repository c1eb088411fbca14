import { entriesOf, itemsAt, linesInText, nodeAt, textAt, type YamlFile, type YamlNode } from '../init/index.js'
import { openBudget } from './budget.js'
import { declareGo, declareInline, declareSetting, underToolchain } from './declare.js'
import { matrixValues, onlyValue, possibleValues, type Context, type Possible } from './expressions.js'
import { readImage } from './image.js'
import type { Declaration, DeclaredEnvironment, DeclaredGo, GoCommand, Setting } from './model.js'
import { joinPath } from './paths.js'
import { isTold } from './settings.js'
import { readSetupGo, setsUpGo, type VersionFile } from './setup-go.js'
import { openShell, type Shell } from './shell.js'

/** What other files say that a workflow names. */
export interface WorkflowNeighbours {
  readonly versionFile: (path: string) => VersionFile | null
  /** Whether an action of the repository sets up Go. */
  readonly setsUpGo: (action: string) => boolean
  /** Every value that a caller in the repository gives to an input of this file; `null` without a caller. */
  readonly inputs: (file: string, name: string) => readonly Possible[] | null
}

const MAX_JOBS = 200
const MAX_STEPS = 500
const MAX_CALLS = 5000

interface JobPlace {
  readonly file: YamlFile
  readonly name: string
  readonly context: Context
  readonly neighbours: WorkflowNeighbours
  /** Counts what is run. */
  readonly spend: (script: string) => void
}

function isTrue(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && text.trim() !== 'false'
}

function isNever(node: YamlNode): boolean {
  return /^(?:false|\$\{\{\s*false\s*\}\})$/.test(textAt(node, 'if')?.trim() ?? '')
}

/** The variables of one `env`, each with the one value it has. */
function readEnv({ file, context }: JobPlace, node: YamlNode | undefined): ReadonlyMap<string, Setting> {
  return new Map(
    entriesOf(nodeAt(node, 'env'))
      .slice(0, 500)
      .flatMap(([name, value, at]): readonly (readonly [string, Setting])[] =>
        value.kind === 'text'
          ? [[name, { value: onlyValue(value.text, context), location: { file: file.name, line: file.lineOf(at) }, inline: false }]]
          : [],
      ),
  )
}

/** Declarations of an `env`: one for each value that a setting can have. */
function declareEnv({ file, name, context }: JobPlace, node: YamlNode | undefined): readonly Declaration[] {
  return entriesOf(nodeAt(node, 'env'))
    .slice(0, 500)
    .flatMap(([setting, value, keyAt]) =>
      value.kind === 'text' && isTold(setting)
        ? possibleValues(value.text, keyAt, context).map(({ text, at }) =>
            declareSetting(
              name,
              setting,
              { value: text, location: { file: file.name, line: file.lineOf(at ?? keyAt) }, inline: false },
              value.text,
            ),
          )
        : [],
    )
}

/** The Go of the image that a job runs in. */
function readContainer(place: JobPlace, job: YamlNode): readonly DeclaredGo[] {
  const { file, name, context } = place
  const node = nodeAt(job, 'container', 'image') ?? nodeAt(job, 'container')
  if (node?.kind !== 'text') return []
  return possibleValues(node.text, node.at, context).flatMap(({ text, at }) => {
    const facts = readImage(text ?? '?')
    if (facts.go === null) return []
    const location = { file: file.name, line: file.lineOf(at ?? node.at) }
    return [declareGo(name, facts.name, facts.go, location, { fixed: facts.fixed ? true : null })]
  })
}

/** Whether the image of a job has a C compiler. Runners have one. */
function compilerOf(place: JobPlace, job: YamlNode): boolean | null {
  const node = nodeAt(job, 'container', 'image') ?? nodeAt(job, 'container')
  if (node === undefined) return true
  const image = node.kind === 'text' ? onlyValue(node.text, place.context) : null
  return image === null ? null : readImage(image).compiler
}

/** Contexts that name the commit a workflow runs for. */
const OWN_COMMIT =
  /^github\.(?:sha|ref|ref_name|head_ref|event\.(?:after|pull_request\.(?:head\.\w{1,20}|merge_commit_sha|number)|workflow_run\.head_\w{1,20}|merge_group\.head_\w{1,20}))$/

/** Whether a reference that a checkout names is the commit that its workflow runs for. */
function isOwnCommit(reference: string): boolean {
  const inner = /^(?:refs\/(?:pull|heads|tags)\/)?\$\{\{([^}]{1,300})\}\}(?:\/(?:merge|head))?$/.exec(reference)?.[1]
  return inner !== undefined && inner.split('||').every((part) => OWN_COMMIT.test(part.trim()))
}

/** Takes the code that a checkout brings; `true`: another version of it, `false`: the one that is read here, `null`: neither. */
function checkOut(step: YamlNode, shell: Shell): boolean | null {
  const [repository, path, ref] = ['repository', 'path', 'ref'].map((key) => textAt(step, 'with', key)?.trim() ?? '')
  if (repository !== undefined && !/^(?:\$\{\{\s*github\.repository\s*\}\})?$/.test(repository)) {
    const folder = joinPath('.', path ?? '')
    if (folder === null || folder === '.') shell.leave(true)
    else shell.leaveFolder(folder)
    return null
  }
  if (ref !== undefined && ref !== '' && !isOwnCommit(ref)) return true
  if (textAt(step, 'if') !== undefined || path !== '') return null
  shell.leave(false)
  return false
}

interface Steps {
  readonly go: readonly DeclaredGo[]
  readonly partly: readonly Declaration[]
  readonly commands: readonly GoCommand[]
  readonly anyGo: boolean
}

function readSteps(
  place: JobPlace,
  items: readonly YamlNode[],
  shell: Shell,
  inherited: readonly (YamlNode | undefined)[],
  loose: boolean,
  container: readonly DeclaredGo[],
): Steps {
  const { file, name, context, neighbours, spend } = place
  const inherit = (key: string): string | undefined =>
    inherited.map((node) => textAt(node, 'defaults', 'run', key)).find((text) => text !== undefined)
  const go: DeclaredGo[] = [...container]
  const partly: Declaration[] = []
  const commands: GoCommand[] = []
  let [active, known, anyGo] = [container, container.length > 0, false]
  // What lies there is another version of the code, which may ask for another Go.
  let isOtherVersion = false
  for (const step of items.slice(0, MAX_STEPS)) {
    if (step.kind !== 'map' || isNever(step)) continue
    partly.push(...declareEnv(place, step))
    const env = readEnv(place, step)
    const uses = textAt(step, 'uses')
    // A step with a condition does not run for every leg.
    const isLoose = loose || isTrue(textAt(step, 'continue-on-error')) || textAt(step, 'if') !== undefined
    if (setsUpGo(step)) {
      const around = env.get('GOTOOLCHAIN') ?? shell.get('GOTOOLCHAIN')
      active = readSetupGo(file, step, {
        environment: name,
        context,
        toolchain: around === undefined ? undefined : around.value,
        versionFile: neighbours.versionFile,
      })
      // A step that runs only sometimes leaves another Go in place at other times.
      if (textAt(step, 'if') !== undefined) active = active.map((one) => ({ ...one, fixed: null }))
      go.push(...active)
      known = active.length > 0
    } else if (uses?.startsWith('./') === true && neighbours.setsUpGo(uses)) [active, known] = [[], true]
    else if (uses !== undefined && /(?:^|[/-])(?:setup|install)[\w-]*go(?:lang)?(?:[@/-]|$)|mise-action@|asdf|devbox|nix/.test(uses))
      [active, known, anyGo] = [[], true, true]
    if (uses?.startsWith('actions/checkout@') === true) isOtherVersion = checkOut(step, shell) ?? isOtherVersion
    const run = nodeAt(step, 'run')
    spend(run?.kind === 'text' ? run.text : '')
    if (run?.kind !== 'text') {
      if (uses !== undefined && container.length > 0) shell.doubtCompiler()
      continue
    }
    const folder = textAt(step, 'working-directory') ?? inherit('working-directory') ?? '.'
    const plain = onlyValue(folder, context)
    shell.enter(plain === null ? null : joinPath('.', plain))
    const found = shell.run(run.text, {
      file: file.name,
      lineOf: linesInText(file, run),
      go: isOtherVersion ? [] : active,
      loose: isLoose,
      env,
    })
    commands.push(...found)
    if (!known && found.some(({ verb }) => verb !== 'make')) anyGo = true
  }
  return { go, partly, commands, anyGo }
}

/** Where expressions of a job look up their names. */
function contextOf(file: YamlFile, job: YamlNode | undefined, neighbours: WorkflowNeighbours): Context {
  const context =
    (depth: number): Context =>
    (path) => {
      const [root = '', ...rest] = path
      const unknown: readonly Possible[] = [{ text: null, at: null }]
      if (depth > 4) return unknown
      if (root === 'matrix') return matrixValues(nodeAt(job, 'strategy', 'matrix'), rest)
      if (root === 'inputs' && rest[0] !== undefined) return neighbours.inputs(file.name, rest[0]) ?? unknown
      if (root !== 'env' || rest[0] === undefined) return unknown
      const value = nodeAt(job, 'env', rest[0]) ?? nodeAt(file.root, 'env', rest[0])
      return value?.kind === 'text' ? possibleValues(value.text, value.at, context(depth + 1)) : unknown
    }
  return context(0)
}

function readJob(
  file: YamlFile,
  id: string,
  job: YamlNode,
  keyAt: number,
  neighbours: WorkflowNeighbours,
  spend: JobPlace['spend'],
): DeclaredEnvironment | null {
  if (isNever(job)) return null
  const name = `workflow ${file.name.split('/').at(-1) ?? file.name}, job ${id}`
  const place: JobPlace = { file, name, context: contextOf(file, job, neighbours), neighbours, spend }
  const shell = openShell(compilerOf(place, job), '.')
  const scopes = [file.root, job, nodeAt(job, 'container')]
  for (const scope of scopes) for (const [key, setting] of readEnv(place, scope)) shell.set(key, setting)
  const container = underToolchain(readContainer(place, job), shell.get('GOTOOLCHAIN'))
  const steps = readSteps(place, itemsAt(job, 'steps'), shell, [job, file.root], isTrue(textAt(job, 'continue-on-error')), container)
  return {
    name,
    kind: 'workflow',
    file: file.name,
    line: file.lineOf(keyAt),
    job: id,
    go: steps.go,
    settings: scopes.flatMap((scope) => declareEnv(place, scope)),
    partly: [...steps.partly, ...declareInline(name, steps.commands)],
    commands: steps.commands,
    anyGo: steps.anyGo,
  }
}

/** The jobs of a workflow, or the steps of an action of the repository as one environment. */
export function readWorkflow(file: YamlFile, neighbours: WorkflowNeighbours): readonly DeclaredEnvironment[] {
  const runs = nodeAt(file.root, 'runs')
  const spend = openBudget(file.name)
  if (nodeAt(file.root, 'jobs') === undefined && runs !== undefined) {
    const name = `action ${file.name.split('/').slice(0, -1).join('/')}`
    const place: JobPlace = { file, name, context: contextOf(file, undefined, neighbours), neighbours, spend }
    // It runs in whatever environment calls it.
    const shell = openShell(null, null)
    const { go, partly, commands } = readSteps(place, itemsAt(runs, 'steps'), shell, [], true, [])
    return [
      {
        name,
        kind: 'workflow',
        file: file.name,
        line: file.lineOf(runs.at),
        go,
        settings: [],
        partly: [...partly, ...declareInline(name, commands)],
        commands,
        anyGo: false,
      },
    ]
  }
  return entriesOf(nodeAt(file.root, 'jobs'))
    .slice(0, MAX_JOBS)
    .flatMap(([id, job, at]) => readJob(file, id, job, at, neighbours, spend) ?? [])
}

/** What the steps and jobs of a file call in the repository, with what they give to it. */
export function findCalls(
  file: YamlFile,
): readonly { readonly target: string; readonly inputs: ReadonlyMap<string, readonly Possible[]> }[] {
  const callers: { readonly job: YamlNode | undefined; readonly node: YamlNode }[] = []
  for (const [, job] of entriesOf(nodeAt(file.root, 'jobs')).slice(0, MAX_JOBS)) {
    callers.push({ job, node: job })
    for (const node of itemsAt(job, 'steps').slice(0, MAX_STEPS)) callers.push({ job, node })
  }
  for (const node of itemsAt(file.root, 'runs', 'steps').slice(0, MAX_STEPS)) callers.push({ job: undefined, node })
  return callers.slice(0, MAX_CALLS).flatMap(({ job, node }) => {
    const uses = textAt(node, 'uses')
    if (uses?.startsWith('./') !== true) return []
    const context = contextOf(file, job, { versionFile: () => null, setsUpGo: () => false, inputs: () => null })
    const inputs = new Map(
      entriesOf(nodeAt(node, 'with')).flatMap(([name, value]) =>
        value.kind === 'text' ? [[name, possibleValues(value.text, value.at, context)] as const] : [],
      ),
    )
    return [{ target: uses.replace(/^\.\//, '').replace(/\/$/, ''), inputs }]
  })
}
