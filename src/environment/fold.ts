/** Folders of a machine, each as given and with its links resolved; empty where there is none. */
export interface Folds {
  readonly goroot: readonly string[]
  /** Lists as in PATH are taken apart. */
  readonly gopath: readonly string[]
  readonly gomodcache: readonly string[]
  /** The project. */
  readonly workspace: readonly string[]
  readonly temp: readonly string[]
  readonly home: readonly string[]
}

interface Base {
  /** What stands in its place, `$HOME`. */
  readonly name: string
  /** Without a slash at the end; in lower case with slashes when `windows`. */
  readonly path: string
  readonly windows: boolean
}

/** Folders that are temporary whatever TMPDIR says: else another TMPDIR would show in paths it has nothing to do with. */
const TEMPORARY = ['/tmp', '/var/tmp', '/private/tmp', '/private/var/tmp']

/** Lower case without changing the length, as `toLowerCase` may. */
function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function isWindowsPath(path: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\')
}

function comparable(path: string, windows: boolean): string {
  return windows ? lowerAscii(path).replaceAll('\\', '/') : path
}

/** A root folder is no base: everything lies in it. */
function toBase(name: string, given: string): readonly Base[] {
  const windows = isWindowsPath(given)
  const path = comparable(given, windows).replace(/\/+$/, '')
  const isRoot = windows ? /^[a-z]:$/.test(path) || path.length < 3 : !path.startsWith('/')
  return isRoot || path === '' ? [] : [{ name, path, windows }]
}

/** The bases of some folders, longest first; of equal ones the more telling name. */
function basesOf(folds: Folds): readonly Base[] {
  const all = [
    ...folds.gomodcache.flatMap((path) => toBase('$GOMODCACHE', path)),
    ...folds.gopath.flatMap((list) => splitPathList(list)).flatMap((path) => toBase('$GOPATH', path)),
    ...folds.goroot.flatMap((path) => toBase('$GOROOT', path)),
    ...folds.workspace.flatMap((path) => toBase('$WORKSPACE', path)),
    ...[...folds.temp, ...TEMPORARY].flatMap((path) => toBase('$TMP', path)),
    ...folds.home.flatMap((path) => toBase('$HOME', path)),
  ]
  return all.toSorted((a, b) => b.path.length - a.path.length)
}

/** The parts of a PATH-like list; a drive's colon divides nothing. */
export function splitPathList(text: string): readonly string[] {
  return text.includes(';') || isWindowsPath(text) ? text.split(';') : text.split(':')
}

const SEPARATOR = /[\s"'=,:;|(]/
/** How much text before a path is looked at to see where its word begins. */
const LOOK_BACK = 40

/** Whether a path may begin here: at the beginning of a word, or behind a flag (`-I/usr`, `-isystem/usr`) or `file://`. */
function beginsPath(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start <= LOOK_BACK && !SEPARATOR.test(text[start - 1] ?? '')) start -= 1
  const before = text.slice(start, at)
  if (before === '' || before === '@' || /^--?[A-Za-z][A-Za-z-]*$/.test(before)) return true
  return before === '//' && /file:$/i.test(text.slice(Math.max(0, start - 5), start))
}

/** Whether a path ends here, or goes on below. */
function endsName(text: string, at: number): boolean {
  const next = text[at]
  return next === undefined || /[\\/\s"',:;|=)\]}]/.test(next)
}

function replaceBase(text: string, { name, path, windows }: Base): string {
  const searched = comparable(text, windows)
  const parts: string[] = []
  let done = 0
  for (let at = searched.indexOf(path); at !== -1; at = searched.indexOf(path, at + 1)) {
    const end = at + path.length
    if (at < done || !endsName(searched, end) || !beginsPath(text, at)) continue
    parts.push(text.slice(done, at), name)
    done = end
    if (windows) {
      // What is left of the path is written as everywhere else.
      const rest = /^[^\s"';|,]*/.exec(text.slice(end, end + 4096))?.[0] ?? ''
      parts.push(rest.replaceAll('\\', '/'))
      done += rest.length
    }
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

/**
 * Home folders of any account, as systems name them: a GOPATH in /root is the same with another HOME.
 * Linuxbrew and /Users/Shared are no one's home.
 */
const ANY_HOME = /(?:\/root|\/(?:home|Users)\/(?!linuxbrew|Shared)[^/\\\s"',:;|=]+|[A-Za-z]:[\\/]Users[\\/](?!Public)[^/\\\s"',:;|=]+)/g

function replaceHomes(text: string): string {
  return text.replaceAll(ANY_HOME, (whole: string, at: number) =>
    endsName(text, at + whole.length) && beginsPath(text, at) ? '$HOME' : whole,
  )
}

/** Replaces folders of the machine by `$GOMODCACHE $GOPATH $GOROOT $WORKSPACE $TMP $HOME`, at path boundaries, longest first. */
export type Fold = (text: string, options?: { readonly except?: string }) => string

/** A function that folds texts; `except` names a base that is left alone (a key never folds by itself). */
export function makeFold(folds: Folds): Fold {
  const bases = basesOf(folds)
  return (text, { except } = {}) => {
    if (!/[/\\]/.test(text)) return text
    let folded = text
    for (const base of bases) if (base.name !== except) folded = replaceBase(folded, base)
    return replaceHomes(folded)
  }
}
