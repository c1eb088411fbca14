import type { Location } from '../report/index.js'
import type { ChangedFile, ChangeFacts } from './change.js'

/** A change, ready to be asked which files it touches. Paths are from the top of the repository unless said otherwise. */
export interface ChangedFiles {
  readonly name: string
  readonly complete: boolean
  readonly directory: string
  readonly byPath: ReadonlyMap<string, ChangedFile>
  /** What a package is compiled of, by its folder; tests are left out. */
  readonly sources: ReadonlyMap<string, readonly ChangedFile[]>
  readonly workflows: readonly ChangedFile[]
  /** What is below `.github/actions`. */
  readonly composites: readonly ChangedFile[]
  /** The lines that the change brings to a file of the module system, by each of their words; worked out once a file. */
  linesWith(file: ChangedFile, word: string): readonly ChangedLine[]
  /** The first line that the change brings to a file and that has this in it; worked out once a file and hint. */
  lineAbout(file: ChangedFile, hint: RegExp | string): number | undefined
}

/** An added line of go.mod or go.sum. */
export interface ChangedLine {
  readonly line: number
  /** Unquoted, without the comment. */
  readonly words: readonly string[]
}

function wordsOf(text: string): readonly string[] {
  const words = text.split(/\s+/).flatMap((word) => (word === '' ? [] : [word.replace(/^["`](.*)["`]$/, '$1')]))
  // A hash may have // inside; a comment stands alone.
  const comment = words.findIndex((word) => word.startsWith('//'))
  return comment === -1 ? words : words.slice(0, comment)
}

function indexWords({ added }: ChangedFile): ReadonlyMap<string, readonly ChangedLine[]> {
  const index = new Map<string, ChangedLine[]>()
  for (const { line, text } of added) {
    const words = wordsOf(text)
    for (const word of new Set(words)) {
      const group = index.get(word)
      if (group === undefined) index.set(word, [{ line, words }])
      else group.push({ line, words })
    }
  }
  return index
}

/** Remembers what was worked out for a key. */
function remember<T extends object>(known: Map<string, T>, key: string, work: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = work()
  known.set(key, made)
  return made
}

/** As the go command takes them (go/build, Package: GoFiles, CgoFiles, CFiles … SysoFiles). */
const SOURCE = /\.(?:go|s|S|sx|c|cc|cpp|cxx|h|hh|hpp|hxx|m|f|F|for|f90|swig|swigcxx|syso)$/

function isSource(path: string): boolean {
  return SOURCE.test(path) && !path.endsWith('_test.go')
}

/** The folder of a file; empty for the top. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Indexes a change; linear in its files. */
export function indexChange(change: ChangeFacts): ChangedFiles {
  const sources = new Map<string, ChangedFile[]>()
  for (const file of change.files) {
    if (!isSource(file.path)) continue
    const folder = folderOf(file.path)
    const group = sources.get(folder)
    if (group === undefined) sources.set(folder, [file])
    else group.push(file)
  }
  const { name, complete, directory, files } = change
  const words = new Map<string, ReturnType<typeof indexWords>>()
  const hints = new Map<string, { readonly line: number | undefined }>()
  return {
    name,
    complete,
    directory,
    byPath: new Map(files.map((file) => [file.path, file])),
    sources,
    workflows: files.filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
    composites: files.filter(({ path }) => path.startsWith('.github/actions/')),
    linesWith: (file, word) => remember(words, file.path, () => indexWords(file)).get(word) ?? [],
    lineAbout: (file, hint) => {
      const has = (text: string): boolean => (typeof hint === 'string' ? text.includes(hint) : hint.test(text))
      return remember(hints, `${file.path}\0${String(hint)}`, () => ({ line: file.added.find(({ text }) => has(text))?.line })).line
    },
  }
}

/** Parts of a POSIX path as one, without `.` and `..`; `null` when it leaves its top. */
export function joinPath(...parts: readonly string[]): string | null {
  const kept: string[] = []
  for (const part of parts.join('/').split('/')) {
    if (part === '..') {
      if (kept.pop() === undefined) return null
    } else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.join('/')
}

/** The file of the change at a path from the project's directory, if the change touches it. */
export function touched(change: ChangedFiles, ...path: readonly string[]): ChangedFile | null {
  const joined = joinPath(change.directory, ...path)
  return joined === null ? null : (change.byPath.get(joined) ?? null)
}

/** How a sentence names a file of the repository: from the project's directory, where it is below it. */
export function shownPath({ directory }: ChangedFiles, path: string): string {
  return directory !== '' && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path
}

/** The place of a file of the change; `null` for what is not below the project, which a location cannot name. */
export function locate(change: ChangedFiles, { path }: ChangedFile, line?: number): Location | null {
  const { directory } = change
  if (directory !== '' && !path.startsWith(`${directory}/`)) return null
  const file = shownPath(change, path)
  return line === undefined ? { file } : { file, line }
}

/** The name of a change with a verb: `this pull request edits`, `the commits since the baseline edit`. */
export function does(
  { name }: Pick<ChangedFiles, 'name'>,
  verb: 'edits' | 'bumps' | 'downgrades' | 'replaces' | 'adds' | 'touches' | 'asks',
): string {
  const plural = verb === 'touches' ? 'touch' : verb.slice(0, -1)
  return `${name} ${/^the \w+s\b/.test(name) ? plural : verb}`
}
