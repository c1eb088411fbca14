import { isOwnAction } from './action-reference.js'
import { applyOptions, type ShellMode } from './enforced.js'
import { normalDirectory, type Event } from './event.js'
import { readEvents, type EventReader } from './event-reader.js'
import { nodeAt, entriesOf, itemsAt, textAt, type YamlFile, type YamlNode } from './yaml-file.js'

/** One step of a job, and what it does to the modules. */
export interface GithubStep {
  readonly node: YamlNode
  readonly uses: string | undefined
  readonly line: number
  readonly events: readonly Event[]
}

/** One job of a workflow that has steps, or the steps of a composite action. */
export interface GithubJob {
  readonly id: string
  readonly node: YamlNode
  readonly line: number
  readonly steps: readonly GithubStep[]
  /** The events of all steps, and what the job's own image may hold before them. */
  readonly events: readonly Event[]
}

/** A path of a cache that holds modules: `~/go/pkg/mod`, `$GOMODCACHE`, `${{ steps.go.outputs.modcache }}`. */
export function holdsModules(path: string): boolean {
  return /pkg[\\/]+mod(?:$|[^\w-])|mod-?_?cache|go-?_?mod|^[ \t]*(?:~|\$HOME|\/root|\$\{HOME\}|\/home\/\w+)\/go\/?[ \t]*$|^[ \t]*(?:\$GOPATH|\$\{GOPATH\}|\/go|\.go)\/?(?:pkg\/?)?[ \t]*$/im.test(
    path,
  )
}

/** Whether a literal value says yes; an expression says nothing. */
function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(?:true|\$\{\{\s*true\s*\}\})$/i.test(text.trim())
}

function isFalse(text: string | undefined): boolean {
  return text !== undefined && /^(?:false|\$\{\{\s*false\s*\}\}|\$\{\{\s*always\(\)\s*&&\s*false\s*\}\})$/i.test(text.trim())
}

/** Why nothing that a step or a job finds fails the run; `null` when it does. */
function looseOf(node: YamlNode, what: 'step' | 'job'): string | null {
  const verb = what === 'step' ? 'stands' : 'runs in a job'
  if (isTrue(textAt(node, 'continue-on-error'))) return `${verb} under \`continue-on-error: true\``
  if (isFalse(textAt(node, 'if'))) return `${verb} under \`if: false\` and never runs`
  return null
}

function modeOf(shell: string | undefined): ShellMode {
  if (shell === undefined || shell === '' || shell === 'sh') return { errexit: true, pipefail: false }
  if (/^(?:bash|sh|zsh|dash|ash)\s/.test(shell)) return applyOptions({ errexit: false, pipefail: false }, shell.split(/\s+/))
  // Of other shells only `bash` is known to stop, and none is known not to.
  return { errexit: true, pipefail: true }
}

/** `actions/cache@v4` → `actions/cache` */
function nameOf(uses: string): string {
  return uses.split('@', 1)[0] ?? ''
}

function isRestore(uses: string, step: YamlNode): boolean {
  const name = nameOf(uses)
  if (/(?:^|\/)setup-go$/.test(name)) {
    const cache = textAt(step, 'with', 'cache')
    // Before its fourth version it brought nothing back unless told so.
    return /@v[123](?:\.|$)/.test(uses) ? isTrue(cache) : !isFalse(cache)
  }
  if (/(?:golang|go)-?(?:mod-)?cache/.test(name)) return true
  if (isTrue(textAt(step, 'with', 'lookup-only')) || name.endsWith('/save')) return false
  if (!/cache(?:\/restore)?$|-cache-action$|download-artifact$/.test(name)) return false
  return holdsModules(textAt(step, 'with', 'path') ?? '') || (/nscloud-cache/.test(name) && textAt(step, 'with', 'cache') === 'go')
}

/** Actions that compile, or load as the compiler does, what is checked out. */
const COMPILING =
  /^(?:golangci\/golangci-lint-action|goreleaser\/goreleaser-action|github\/codeql-action\/(?:autobuild|analyze)|securego\/gosec|golang\/govulncheck-action|dominikh\/staticcheck-action|reviewdog\/action-golangci-lint|robherley\/go-test-action|ncruces\/go-coverage-report|gotestyourself\/.*)$/

function eventsOfUses(reader: EventReader, uses: string, step: YamlNode, line: number, loose: string | null): readonly Event[] {
  const what = uses.length > 80 ? `${uses.slice(0, 79)}…` : uses.replace(/@[0-9a-f]{40}$/, '')
  const name = nameOf(uses)
  if (isOwnAction(uses) === 'record') {
    if (isFalse(textAt(step, 'with', 'verify'))) return []
    const directory = normalDirectory('.', textAt(step, 'with', 'working-directory') ?? '.')
    return [reader.event({ kind: 'verify', own: true, what, line, directory, loose })]
  }
  if (isOwnAction(uses) === 'report') return []
  if (isRestore(uses, step)) return [reader.event({ kind: 'restore', what, line })]
  if (COMPILING.test(name)) {
    const directory = textAt(step, 'with', 'working-directory') ?? textAt(step, 'with', 'workdir') ?? '.'
    return [reader.event({ kind: 'build', what, line, directory: normalDirectory('.', directory) })]
  }
  return uses.startsWith('./') ? [reader.event({ kind: 'unknown', what, line })] : []
}

function stepsOf(
  file: YamlFile,
  reader: EventReader,
  items: readonly YamlNode[],
  defaults: readonly (YamlNode | undefined)[],
  job: string | null,
): readonly GithubStep[] {
  const inherit = (key: string): string | undefined =>
    defaults.map((node) => textAt(node, 'defaults', 'run', key)).find((found) => found !== undefined)
  return items.flatMap((node) => {
    if (node.kind !== 'map') return []
    const loose = looseOf(node, 'step') ?? job
    const uses = textAt(node, 'uses')
    const line = file.lineOf(nodeAt(node, uses === undefined ? 'run' : 'uses')?.at ?? node.at)
    const run = nodeAt(node, 'run')
    const directory = normalDirectory('.', textAt(node, 'working-directory') ?? inherit('working-directory') ?? '.')
    const events =
      uses !== undefined
        ? eventsOfUses(reader, uses, node, line, loose)
        : run?.kind === 'text'
          ? reader.script(run, { directory, cache: '', loose, mode: modeOf(textAt(node, 'shell') ?? inherit('shell')) })
          : []
    return [{ node, uses, line, events }]
  })
}

/** Images in which nothing but Go is; any other may bring modules along. */
export function isPlainImage(image: string | undefined): boolean {
  return (
    image !== undefined &&
    /^(?:docker\.io\/)?(?:library\/)?(?:golang|alpine|debian|ubuntu|fedora|buildpack-deps|scratch)(?:[:@]|$)/.test(image)
  )
}

/** The jobs of a workflow with their steps in order; for an `action.yml`, its steps as one job. */
export function githubJobs(file: YamlFile): readonly GithubJob[] {
  const reader = readEvents(file)
  const image = (line: number): Event => reader.event({ kind: 'image', what: 'image', line })
  if (nodeAt(file.root, 'jobs') === undefined && nodeAt(file.root, 'runs') !== undefined) {
    const runs = nodeAt(file.root, 'runs')
    const steps = stepsOf(file, reader, itemsAt(runs, 'steps'), [], null)
    // What stood before the call of the action is not known.
    return runs === undefined
      ? []
      : [{ id: 'runs', node: runs, line: file.lineOf(runs.at), steps, events: [image(1), ...steps.flatMap(({ events }) => events)] }]
  }
  return entriesOf(nodeAt(file.root, 'jobs')).flatMap(([id, node, keyAt]) => {
    const items = nodeAt(node, 'steps')
    if (items === undefined) return []
    const steps = stepsOf(file, reader, itemsAt(node, 'steps'), [node, file.root], looseOf(node, 'job'))
    const container = textAt(node, 'container') ?? textAt(node, 'container', 'image')
    const before = container === undefined || isPlainImage(container) ? [] : [image(file.lineOf(keyAt))]
    return [{ id, node, line: file.lineOf(keyAt), steps, events: [...before, ...steps.flatMap(({ events }) => events)] }]
  })
}
