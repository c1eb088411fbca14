import {
  entriesOf,
  GITLAB_GLOBALS,
  itemsAt,
  linesInText,
  nodeAt,
  textAt,
  texts,
  type YamlFile,
  type YamlNode,
  type YamlText,
} from '../init/index.js'
import { openBudget } from './budget.js'
import { declareGo, declareInline, declareSetting, underToolchain } from './declare.js'
import { readImage } from './image.js'
import type { DeclaredEnvironment, DeclaredGo, GoCommand, Setting } from './model.js'
import { isTold } from './settings.js'
import { openShell } from './shell.js'
import { expandPartly, type Lookup } from './variables.js'

const MAX_JOBS = 300
const MAX_LEVELS = 11
const MAX_LINES = 2000

/** A job and what it extends, nearest first; `complete`: all of it stands in this file. */
function lineageOf(root: YamlNode, job: YamlNode): { readonly nodes: readonly YamlNode[]; readonly complete: boolean } {
  const nodes: YamlNode[] = []
  let complete = true
  const follow = (node: YamlNode, level: number): void => {
    if (level > MAX_LEVELS || nodes.length > 50) return
    nodes.push(node)
    // The last one named wins.
    for (const name of texts(itemsAt(node, 'extends')).toReversed()) {
      const parent = nodeAt(root, name)
      if (parent === undefined) complete = false
      else if (!nodes.includes(parent)) follow(parent, level + 1)
    }
  }
  follow(job, 0)
  return { nodes, complete }
}

/** Lines of a script, lists in lists followed; `!reference` is not. */
function linesOf(node: YamlNode | undefined): { readonly lines: readonly YamlText[]; readonly complete: boolean } {
  const lines: YamlText[] = []
  let complete = true
  let visits = 0
  const follow = (here: YamlNode | undefined, level: number): void => {
    visits += 1
    if (visits > MAX_LINES || level > MAX_LEVELS) complete = false
    else if (here?.kind === 'text') lines.push(here)
    else if (here?.kind === 'list' && here.tag !== '' && !here.tag.startsWith('tag:yaml.org')) complete = false
    else if (here?.kind === 'list') for (const item of here.items) follow(item, level + 1)
  }
  follow(node, 0)
  return { lines, complete }
}

interface Scope {
  readonly settings: ReadonlyMap<string, Setting>
  readonly lookup: Lookup
}

/** Variables of a job, nearest first. A pipeline, a project or a group can set others above them: those cannot be seen here. */
function scopeOf(file: YamlFile, nodes: readonly YamlNode[]): Scope {
  const settings = new Map<string, Setting>()
  for (const node of [...nodes, nodeAt(file.root, 'default'), file.root])
    for (const [name, value, at] of entriesOf(nodeAt(node, 'variables')).slice(0, 500)) {
      const text = value.kind === 'text' ? value.text : textAt(value, 'value')
      if (!settings.has(name))
        settings.set(name, { value: text ?? null, location: { file: file.name, line: file.lineOf(at) }, inline: false })
    }
  // Variables name other variables; a circle ends soon.
  const raw: Lookup = (name) => settings.get(name)?.value
  const expanded = new Map(
    [...settings].map(([name, setting]) => {
      const { text, known } = expandPartly(setting.value ?? '$', raw)
      return [name, { ...setting, value: known && !text.includes('$') ? text : null }] as const
    }),
  )
  return { settings: expanded, lookup: (name) => expanded.get(name)?.value }
}

function imageOf(file: YamlFile, nodes: readonly YamlNode[]): YamlText | null {
  for (const node of [...nodes, nodeAt(file.root, 'default'), file.root]) {
    const image = nodeAt(node, 'image', 'name') ?? nodeAt(node, 'image')
    if (image !== undefined) return image.kind === 'text' ? image : null
  }
  return null
}

function readJob(file: YamlFile, id: string, job: YamlNode, isWhole: boolean, spend: (script: string) => void): DeclaredEnvironment {
  const name = `${file.name}, job ${id}`
  const { nodes, complete } = lineageOf(file.root, job)
  const { settings, lookup } = scopeOf(file, nodes)
  const image = imageOf(file, nodes)
  const reference = image === null ? null : expandPartly(image.text, lookup).text
  const facts = readImage(reference ?? '?')
  const literal = image === null ? undefined : settings.get(/:\$\{?([A-Za-z_]\w{0,99})/.exec(image.text)?.[1] ?? '')
  const named: readonly DeclaredGo[] =
    image === null || facts.go === null
      ? []
      : [
          declareGo(name, facts.name, facts.go, literal?.location ?? { file: file.name, line: file.lineOf(image.at) }, {
            fixed: facts.fixed ? true : null,
          }),
        ]
  const go = underToolchain(named, settings.get('GOTOOLCHAIN'))
  const parts = ['before_script', 'script'].map((key) => {
    const own = nodes.map((node) => nodeAt(node, key)).find((node) => node !== undefined)
    return linesOf(own ?? nodeAt(file.root, 'default', key) ?? (key === 'script' ? undefined : nodeAt(file.root, key)))
  })
  const isComplete = isWhole && complete && parts.every((part) => part.complete)
  const shell = openShell(isComplete ? facts.compiler : null, '.')
  for (const [key, setting] of settings) shell.set(key, setting)
  const loose = textAt(job, 'allow_failure') === 'true' || nodeAt(job, 'parallel') !== undefined
  const commands: GoCommand[] = parts.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      spend(line.text)
      return shell.run(line.text, { file: file.name, lineOf: linesInText(file, line), go, loose, goesOn: true })
    }),
  )
  const told = [...settings].flatMap(([key, setting]) => (isTold(key) ? [declareSetting(name, key, setting)] : []))
  return {
    name,
    kind: 'gitlab',
    file: file.name,
    line: file.lineOf(job.at),
    job: id,
    go,
    settings: told,
    partly: declareInline(name, commands),
    commands,
    anyGo: go.length === 0 && commands.some(({ verb }) => verb !== 'make'),
  }
}

/** The jobs of a .gitlab-ci.yml. Hidden ones (`.name`) are what others extend. */
export function readGitlab(file: YamlFile): readonly DeclaredEnvironment[] {
  const spend = openBudget(file.name)
  // What is included may set the defaults.
  const isWhole = nodeAt(file.root, 'include') === undefined
  return entriesOf(file.root)
    .filter(([id, job]) => !GITLAB_GLOBALS.has(id) && !id.startsWith('.') && job.kind === 'map')
    .slice(0, MAX_JOBS)
    .map(([id, job]) => readJob(file, id, job, isWhole, spend))
}
