import { declareInline, declareSetting } from './declare.js'
import type { Declaration, DeclaredEnvironment, GoCommand, Place, Setting } from './model.js'
import { folderOf } from './paths.js'
import { isTold } from './settings.js'
import { openShell } from './shell.js'

const MAX_LINES = 20_000
const MAX_JOINED = 10_000
const ASSIGNMENT = /^\s*(export\s+|override\s+)*([A-Za-z_]\w{0,99})\s*(::?:?|\?|\+|!)?=\s*(.*)$/

interface Logical {
  readonly text: string
  readonly line: number
}

/** Lines with their continuations joined. */
function* logicalLines(text: string): Generator<Logical> {
  const lines = text.split('\n')
  for (let index = 0; index < lines.length && index < MAX_LINES; index += 1) {
    const line = index + 1
    let joined = (lines[index] ?? '').replace(/\r$/, '')
    while (joined.endsWith('\\') && index + 1 < lines.length && joined.length < MAX_JOINED) {
      index += 1
      joined = `${joined.slice(0, -1)} ${(lines[index] ?? '').replace(/\r$/, '').trimStart()}`
    }
    if (joined.length <= MAX_JOINED) yield { text: joined, line }
  }
}

/** `$(NAME)` and `${NAME}` as a shell writes them, `$$` as `$`. */
function asShell(text: string): string {
  return text.replaceAll(/\$\(([A-Za-z_]\w{0,99})\)/g, (_whole, name: string) => `\${${name}}`).replaceAll('$$', '$')
}

/** What a Makefile exports to its commands, and what its commands set for themselves. */
export function readMakefile(file: string, text: string): DeclaredEnvironment {
  const values = new Map<string, Setting>()
  const exported = new Set<string>()
  const commands: GoCommand[] = []
  const shell = openShell(null, folderOf(file))
  let all = false
  let depth = 0
  for (const { text: written, line } of logicalLines(text)) {
    const location: Place = { file, line }
    if (/^\s*if(?:eq|neq|def|ndef)\b/.test(written)) depth += 1
    else if (/^\s*endif\b/.test(written)) depth -= 1
    if (!written.startsWith('\t')) {
      const [, keyword = '', name = '', operator = '', value = ''] = ASSIGNMENT.exec(written) ?? []
      if (name !== '') {
        // What stands in a condition, is appended, or is a default that the caller may replace is not known.
        const plain =
          depth > 0 || operator === '+' || operator === '!' || /[$`]/.test(value) ? null : (value.split(/\s#/, 1)[0] ?? '').trim()
        const known = values.has(name) ? null : plain
        values.set(name, { value: known, location: known === null ? (values.get(name)?.location ?? location) : location, inline: false })
        if (keyword.includes('export')) exported.add(name)
        continue
      }
      const list = /^\s*export\b(.*)$/.exec(written)?.[1]
      if (list !== undefined) {
        const names = list
          .trim()
          .split(/\s+/)
          .filter((word) => word !== '')
        all ||= names.length === 0
        for (const word of names) exported.add(word)
        continue
      }
    }
    const recipe = /^\t[@+-]*(.*)$/.exec(written)?.[1] ?? ''
    if (/\bgo\b|\bGO/.test(recipe)) commands.push(...shell.run(asShell(recipe), { file, lineOf: () => line, go: [], loose: depth > 0 }))
  }
  const settings: Declaration[] = [...values].flatMap(([name, setting]) =>
    isTold(name) && (all || exported.has(name)) ? [declareSetting(file, name, setting, 'several values')] : [],
  )
  return { name: file, kind: 'makefile', file, line: 1, go: [], settings, partly: declareInline(file, commands), commands, anyGo: false }
}
