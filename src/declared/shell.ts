import { splitShell, withoutWrappers, type ShellCommand } from '../init/index.js'
import { bringsCompiler } from './install.js'
import type { DeclaredGo, GoCommand, Place, Setting } from './model.js'
import { isWithin, joinPath } from './paths.js'
import { isGoSetting } from './settings.js'
import { expand, expandPartly, type Lookup } from './variables.js'

/** A variable of a shell. */
interface Variable {
  readonly value: string | null
  readonly location: Place
  /** Whether programs see it. */
  readonly exported: boolean
}

/** What holds for one script. */
export interface ScriptPlace {
  readonly file: string
  /** The line of a character of the script. */
  readonly lineOf: (offset: number) => number
  /** The Go that is on PATH, as far as something says so. */
  readonly go: readonly DeclaredGo[]
  /** No failure of it fails anything. */
  readonly loose: boolean
  /** Variables of this script alone. */
  readonly env?: ReadonlyMap<string, Setting>
  /** The next script runs in the same shell. */
  readonly goesOn?: boolean
}

/** A machine on which scripts run one after the other. */
export interface Shell {
  /** Sets a variable for what follows. */
  set(name: string, setting: Setting): void
  get(name: string): Setting | undefined
  /** `null`: not known. */
  enter(directory: string | null): void
  readonly directory: () => string | null
  /** What lies there now is not the code of the repository, or is again. */
  leave(isForeign: boolean): void
  /** The same for one folder. */
  leaveFolder(folder: string): void
  /** Something happened that may have brought a compiler. */
  doubtCompiler(): void
  run(script: string, place: ScriptPlace): readonly GoCommand[]
}

const GO = /^(?:.*\/)?(?:xx-)?go(?:1\.\d{1,3}(?:\.\d{1,3})?)?$|^\$[({]?GO(?:CMD|BIN|_CMD|EXE)?[)}]?$/
const MAKE = new Set(['make', 'gmake', 'mage', 'task', 'just'])
const OF_MODULE = new Set(['build', 'test', 'vet', 'run', 'generate', 'list', 'install'])
const STATIC = /(?:^|[\s"'=])-{1,2}static(?:-pie)?\b|extldflags|musl-gcc|linkmode[ =]internal/
const MAX_COMMANDS = 5000

/** `build`, `mod download`; `null` for what does not touch the module that lies here. */
function verbOf(words: readonly string[]): string | null {
  const [first = '', ...rest] = words
  const named = rest.filter((word) => !word.startsWith('-'))
  if (first === 'mod')
    return ['download', 'tidy', 'vendor', 'verify', 'graph', 'why'].includes(named[0] ?? '') ? `mod ${named[0] ?? ''}` : null
  if (first === 'work') return named[0] === 'sync' || named[0] === 'vendor' ? `work ${named[0]}` : null
  if (!OF_MODULE.has(first)) return null
  // A program of another module.
  if (first === 'run' && (named[0] ?? '').includes('@')) return null
  if (first === 'install' && !rest.some((word) => /^\.{1,2}(?:\/|$)/.test(word)) && named.length > 0) return null
  return first
}

/** Whether flags of the linker or tags ask for a static program, or may. */
function asksStatic(words: readonly string[], lookup: Lookup): boolean {
  return words.some((word) => {
    const { text } = expandPartly(word, lookup)
    // Flags that stand in a variable which only a run knows.
    return STATIC.test(text) || /^(?:--?(?:ldflags|tags)=)?["']?\?["']?$/.test(text)
  })
}

/** What `-o` names; the folder it stands in for a build without. */
function outputOf(words: readonly string[], verb: string, lookup: Lookup): string {
  const at = words.findIndex((word) => /^--?o(?:=|$)/.test(word))
  if (at === -1) return verb === 'build' ? './' : ''
  const word = words[at] ?? ''
  const written = word.includes('=') ? word.slice(word.indexOf('=') + 1) : (words[at + 1] ?? '')
  return expand(written, lookup) ?? ''
}

/** `git checkout v1.2.3`: another version of the code lies there afterwards. Files that are brought back are none. */
function takesCommit([, verb = '', ...rest]: readonly string[]): boolean {
  if (verb !== 'checkout' && verb !== 'switch') return false
  const names = rest.filter((word) => !word.startsWith('-'))
  if (names.length !== 1 || rest.some((word) => /^(?:--|-[bBcC]|--orphan|--create|--force-create)$/.test(word))) return false
  return !/^\.{0,2}\/?$|\.(?:mod|sum|go|json|ya?ml)$|\/$/.test(names[0] ?? '')
}

/** Whether a command names no package of a module by its folder. */
function namesNoPackage(words: readonly string[], verb: string): boolean {
  return /^(?:build|run|install|test|vet)$/.test(verb) && !words.some((word) => /^\.{1,2}\/|^\.\.$/.test(word) && !word.endsWith('.go'))
}

interface Split {
  /** Assignments that hold for this command, also behind `env`. */
  readonly own: ReadonlyMap<string, string>
  readonly words: readonly string[]
  readonly placeOf: (assigned?: string) => Place
}

function splitCommand({ words, assignments, assignedAt, at: start }: ShellCommand, { file, lineOf }: ScriptPlace): Split {
  const own = new Map(assignments)
  let rest = words
  const at = rest.findIndex((word) => word === 'env')
  if (at !== -1 && at <= 1)
    for (const word of rest.slice(at + 1)) {
      const [, name = '', value = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? []
      if (name === '') break
      own.set(name, value)
    }
  rest = withoutWrappers(words)
  return { own, words: rest, placeOf: (assigned = '') => ({ file, line: lineOf(assignedAt.get(assigned) ?? start) }) }
}

/** Begins a shell; `compiler` says whether its machine has a C compiler. */
export function openShell(compiler: boolean | null, start: string | null): Shell {
  let variables = new Map<string, Variable>()
  /** What outlives a script. */
  let kept = new Map<string, Variable>()
  let [hasCompiler, directory, foreign, count] = [compiler, start, false, 0]
  const foreignFolders: string[] = []

  const lookupIn =
    (own: ReadonlyMap<string, Setting>): Lookup =>
    (name) => {
      const found = own.get(name) ?? variables.get(name)
      return found === undefined ? undefined : found.value
    }

  function keep(name: string, value: string | null, location: Place): void {
    variables.set(name, { value, location, exported: true })
    kept.set(name, { value, location, exported: true })
  }

  function settingsFor(own: ReadonlyMap<string, Setting>): ReadonlyMap<string, Setting> {
    const settings = new Map<string, Setting>()
    for (const [name, { value, location, exported }] of variables)
      if (exported && (isGoSetting(name) || name === 'GOOS' || name === 'GOARCH')) settings.set(name, { value, location, inline: false })
    for (const [name, setting] of own) if (isGoSetting(name)) settings.set(name, setting)
    return settings
  }

  /** A command whose folder is not known may be in any. */
  function isElsewhere(): boolean {
    return foreignFolders.some((folder) => directory === null || isWithin(directory, folder))
  }

  function change({ own, words, placeOf }: Split, group: boolean, env: ReadonlyMap<string, Setting>): void {
    const at = placeOf()
    const lookup = lookupIn(env)
    const [name = '', first = ''] = words
    if (words.length === 0)
      for (const [key, value] of own)
        variables.set(key, {
          value: expand(value, lookup),
          location: placeOf(key),
          exported: variables.get(key)?.exported === true || env.has(key),
        })
    if (name === 'export' || name === 'declare' || name === 'typeset')
      for (const word of words.slice(1)) {
        const [, key = '', , value] = /^([A-Za-z_]\w*)(=([\s\S]*))?$/.exec(word) ?? []
        if (key === '') continue
        const before = variables.get(key)
        if (value !== undefined) variables.set(key, { value: expand(value, lookup), location: at, exported: true })
        else if (before !== undefined) variables.set(key, { ...before, exported: true })
      }
    if (name === 'unset') for (const word of words.slice(1)) variables.delete(word)
    if (name === 'cd' || name === 'pushd' || name === 'popd') {
      const to = expand(first, lookup)
      directory = group || name === 'popd' || to === null || to === '' || to === '-' || directory === null ? null : joinPath(directory, to)
    }
    if (name === 'git' && (words.includes('clone') || takesCommit(words))) foreign = true
    if (GO.test(name) && first === 'mod' && words[2] === 'init') foreign = true
    if (GO.test(name) && first === 'env')
      for (const word of words.slice(2)) {
        const [, key = '', value = ''] = /^([A-Z][A-Z0-9_]*)=([\s\S]*)$/.exec(word) ?? []
        // The environment goes before what `go env -w` wrote.
        if (words.includes('-w') && key !== '' && variables.get(key)?.exported !== true) keep(key, expand(value, lookup), at)
      }
  }

  function commandOf(split: Split, shell: ShellCommand, place: ScriptPlace, isBranch: boolean): GoCommand | null {
    const { words } = split
    const [name = '', ...rest] = words
    const location = split.placeOf()
    const env = place.env ?? new Map<string, Setting>()
    const own = new Map(env)
    const lookup = lookupIn(env)
    for (const [key, value] of split.own) own.set(key, { value: expand(value, lookup), location: split.placeOf(key), inline: true })
    const isMake = MAKE.has(name.split('/').at(-1) ?? '')
    if (isMake)
      for (const word of rest) {
        const [, key = '', value = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? []
        if (key !== '') own.set(key, { value: expand(value, lookup), location, inline: true })
      }
    if (foreign || isElsewhere()) return null
    const inner = rest[0] === '-C' ? (rest[1] ?? '') : null
    const verb = isMake ? 'make' : GO.test(name) ? verbOf(inner === null ? rest : rest.slice(2)) : null
    if (verb === null) return null
    const settings = settingsFor(own)
    const text = shell.words.join(' ').replaceAll(/\s+/g, ' ')
    const isCross = name.includes('xx-')
    return {
      verb,
      text: text.length > 60 ? `${text.slice(0, 59)}…` : text,
      location,
      settings: isCross ? new Map([...settings, ['CGO_ENABLED', { value: null, location, inline: true }]]) : settings,
      race: rest.some((word) => /^--?race(?:=true)?$/.test(word)),
      isStatic: asksStatic(rest, lookupIn(own)) || STATIC.test(settings.get('GOFLAGS')?.value ?? ''),
      output: outputOf(rest, verb, lookupIn(own)),
      directory: directory === null ? null : inner === null ? directory : joinPath(directory, inner),
      here: namesNoPackage(rest, verb),
      go: place.go,
      compiler: isCross || settings.has('CC') ? null : hasCompiler,
      loose: place.loose || isBranch || shell.after === '||' || shell.condition,
    }
  }

  return {
    set(name, { value, location }) {
      variables.set(name, { value, location, exported: true })
    },
    get(name) {
      const found = variables.get(name)
      return found === undefined ? undefined : { value: found.value, location: found.location, inline: false }
    },
    enter(to) {
      directory = to
    },
    directory: () => directory,
    leave(isForeign) {
      foreign = isForeign
    },
    leaveFolder(folder) {
      foreignFolders.push(folder)
    },
    doubtCompiler() {
      if (hasCompiler === false) hasCompiler = null
    },
    run(script, place) {
      const found: GoCommand[] = []
      const before = new Map(variables)
      kept = new Map()
      const isBranch = /(?:^|[\s;&|(])(?:if|case)\s/.test(script)
      // Another shell: what it sets is read by none of the rules here.
      for (const [, name = ''] of script.matchAll(/\$env:([A-Za-z_]\w{0,60})/gi))
        variables.set(name.toUpperCase(), { value: null, location: { file: place.file, line: place.lineOf(0) }, exported: true })
      for (const command of splitShell(script)) {
        count += 1
        if (count > MAX_COMMANDS) break
        const split = splitCommand(command, place)
        const made = commandOf(split, command, place, isBranch)
        if (made !== null) found.push(made)
        const env = place.env ?? new Map<string, Setting>()
        change(split, command.opens, env)
        if (split.words.length > 0 && hasCompiler === false) {
          const brought = bringsCompiler(split.words.map((word) => expand(word, lookupIn(env)) ?? '$'))
          if (brought !== false) hasCompiler = brought
        }
      }
      if (script.includes('GITHUB_ENV'))
        for (const [, name = ''] of script.matchAll(/\b([A-Z][A-Z0-9_]{0,60})=/g))
          keep(name, null, { file: place.file, line: place.lineOf(0) })
      if (place.goesOn !== true) variables = new Map([...before, ...kept])
      return found
    },
  }
}
