import { splitShell, type ShellCommand } from './shell.js'
import { applyOptions, looseness, type ShellMode } from './enforced.js'

/**
 * What a step does to the modules: brings a cache back, downloads, compiles, verifies. `unknown`: a script that may have
 * done any of it; `image`: a container image that may hold modules.
 */
export type EventKind = 'restore' | 'download' | 'build' | 'verify' | 'unknown' | 'image'

/** One thing that a job does to the modules, in the order of its events. */
export interface Event {
  readonly kind: EventKind
  /** `own`: goparity downloads what it verifies; `go mod verify` does not. */
  readonly own: boolean
  /** As people write it, short. */
  readonly what: string
  readonly line: number
  /** Folder of the module as written, `.` for the top; `*` for any. */
  readonly directory: string
  /** Which module cache: the machine's own is empty, a mounted one has its place. */
  readonly cache: string
  /** Why a failure of a verification fails nothing. */
  readonly loose: string | null
}

/** What one command does; `null`: nothing that matters here. */
export interface Meaning {
  readonly kind: EventKind
  readonly own: boolean
}

const DOWNLOADS = new Set(['tidy', 'vendor', 'graph', 'why', 'download'])
const COMPILES = new Set(['build', 'test', 'vet', 'run', 'generate', 'install'])
/** Programs that load and compile the packages of the module they are started in. */
const TOOLS = new Set([
  'golangci-lint',
  'staticcheck',
  'govulncheck',
  'gosec',
  'gotestsum',
  'ginkgo',
  'goreleaser',
  'ko',
  'gox',
  'nilaway',
  'gomobile',
])
const RUNNERS = new Set(['make', 'gmake', 'task', 'just', 'mage'])
/** Programs that run what other files say. */
const OTHERS = new Set([
  'bash',
  'sh',
  'zsh',
  'ash',
  'dash',
  'source',
  '.',
  'earthly',
  'bazel',
  'bazelisk',
  'npm',
  'yarn',
  'pnpm',
  'devbox',
  'nix',
  'eval',
])

/** `make build`, `make test-unit`: names under which everybody compiles. */
function runsBuild(goals: readonly string[]): boolean {
  if (goals.length === 0) return true
  return goals.some(
    (goal) =>
      /^(?:all|build|test|tests|check|vet|compile|run|bench|cover|coverage|ci|release|unit|integration|e2e|lint)(?:$|[-_/:.])/.test(goal) &&
      !/tool|dep|setup|install|download|generat|proto|image|docker|mod/.test(goal),
  )
}

function meaningOfGo(words: readonly string[]): Meaning | null {
  const [name = '', ...rest] = words
  const first = rest.find((word) => !word.startsWith('-')) ?? ''
  if (name === 'mod') {
    if (first === 'verify') return { kind: 'verify', own: false }
    return DOWNLOADS.has(first) ? { kind: 'download', own: false } : null
  }
  if (name === 'get' || name === 'list' || (name === 'work' && (first === 'sync' || first === 'vendor')))
    return { kind: 'download', own: false }
  if (!COMPILES.has(name)) return null
  // A program of another module, or packages out of vendor/: the modules of this one are not used.
  if (rest.includes('-mod=vendor') || ((name === 'install' || name === 'run') && /@/.test(first))) return null
  return { kind: 'build', own: false }
}

/** What a command does to the modules, by its words without wrappers. */
export function meaningOf(words: readonly string[]): Meaning | null {
  const [path = '', ...rest] = words
  const name = path.split('/').at(-1) ?? ''
  if (path.startsWith('./') || path.startsWith('../') || name.endsWith('.sh')) return { kind: 'unknown', own: false }
  if (/^go(?:1\.\d+(?:\.\d+)?)?(?:\.exe)?$/.test(name))
    return meaningOfGo(rest[0] === '-C' ? rest.slice(2) : rest[0]?.startsWith('-C=') === true ? rest.slice(1) : rest)
  if (/^goparity(?:@[\w.-]+)?$/.test(name))
    return ['check', 'verify', 'run', 'build'].includes(rest[0] ?? '') ? { kind: 'verify', own: true } : null
  if (TOOLS.has(name))
    return /^(?:--?version|version|help|linters|config|init|cache|login|--?help|-h)$/.test(rest[0] ?? '')
      ? null
      : { kind: 'build', own: false }
  if (RUNNERS.has(name)) {
    const goals = rest.filter((word, index) => !/^-|=/.test(word) && !/^(?:-C|-f|-j)$/.test(rest[index - 1] ?? ''))
    return { kind: runsBuild(goals) ? 'build' : 'unknown', own: false }
  }
  if (OTHERS.has(name) || ((name === 'mise' || name === 'rtx') && rest[0] === 'run')) return { kind: 'unknown', own: false }
  return null
}

/** Programs that give another command its tools or its secrets: `mise exec -- go build`. */
const CARRIERS = new Set([
  'mise',
  'rtx',
  'devbox',
  'flox',
  'nix',
  'hermit',
  'aqua',
  'asdf',
  'doppler',
  'op',
  'aws-vault',
  'infisical',
  'dotenv',
])

/** Takes away what stands before a command and only says how it is started. */
export function withoutWrappers(words: readonly string[]): readonly string[] {
  let rest = words
  for (let turn = 0; turn < 8; turn += 1) {
    const [name = ''] = rest
    if (CARRIERS.has(name) && rest.includes('--')) {
      rest = rest.slice(rest.indexOf('--') + 1)
      continue
    }
    if (!['sudo', 'env', 'nice', 'exec', 'command', 'nohup', 'npx', 'xvfb-run', 'time', 'doas', 'ionice'].includes(name)) break
    let next = 1
    while (next < rest.length && (rest[next]?.startsWith('-') === true || /^[A-Za-z_]\w*=/.test(rest[next] ?? ''))) next += 1
    rest = rest.slice(next)
  }
  return rest
}

/** A folder as it is written, without what says nothing. */
export function normalDirectory(base: string, directory: string): string {
  const joined = directory.startsWith('/') || base === '.' || base === '' ? directory : `${base}/${directory}`
  const parts: string[] = []
  for (const part of joined.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const plain = parts.join('/')
  if (joined.startsWith('/')) return `/${plain}`
  return plain === '' ? '.' : plain
}

/** Where a script runs and what holds for all of it. */
export interface ScriptPlace {
  readonly directory: string
  readonly mode: ShellMode
  readonly cache: string
  /** Why no failure of this script fails the job. */
  readonly loose: string | null
  readonly lineOf: (offset: number) => number
}

function short(words: readonly string[]): string {
  const text = words.slice(0, 12).join(' ').slice(0, 200).replaceAll(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function goDirectory(words: readonly string[]): string | undefined {
  if (!/(?:^|\/)go[\d.]*(?:\.exe)?$/.test(words[0] ?? '')) return undefined
  return words[1] === '-C' ? words[2] : words[1]?.startsWith('-C=') === true ? words[1].slice(3) : undefined
}

/** The events of a script that has been split already. */
export function eventsOfCommands(commands: readonly ShellCommand[], place: ScriptPlace): readonly Event[] {
  const events: Event[] = []
  let { directory, mode } = place
  for (const [index, command] of commands.entries()) {
    const words = withoutWrappers(command.words)
    const [name, first] = words
    if (name === 'set') mode = applyOptions(mode, words.slice(1))
    if ((name === 'cd' || name === 'pushd') && first !== undefined) directory = normalDirectory(directory, first)
    const meaning = meaningOf(words)
    if (meaning === null) continue
    const inner = goDirectory(words)
    events.push({
      ...meaning,
      what: short(words),
      line: place.lineOf(command.at),
      directory: inner === undefined ? directory : normalDirectory(directory, inner),
      cache: place.cache,
      loose: meaning.kind === 'verify' ? (place.loose ?? looseness(commands, index, mode)) : null,
    })
    // `goparity run -- go build`: what it starts stands behind the verification.
    if (meaning.own && first === 'run') {
      const started = meaningOf(withoutWrappers(words.slice(words.indexOf('--') + 1)))
      if (started?.kind === 'build')
        events.push({ ...started, what: short(words), line: place.lineOf(command.at), directory, cache: place.cache, loose: null })
    }
  }
  return events
}

/** The events of a script. */
export function eventsOfScript(script: string, place: ScriptPlace): readonly Event[] {
  return eventsOfCommands(splitShell(script), place)
}
