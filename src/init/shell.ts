/** How a command is joined to the next one. */
export type ShellOperator = '&&' | '||' | '|' | '&' | ';' | ''

/** One simple command of a script, as far as its order needs it. */
export interface ShellCommand {
  /** Words without quotes; variable assignments before the command are in `assignments`. */
  readonly words: readonly string[]
  readonly assignments: ReadonlyMap<string, string>
  /** Where each of them begins in the script. */
  readonly assignedAt: ReadonlyMap<string, number>
  /** Where its first word begins in the script. */
  readonly at: number
  /** What stands between it and the next command; empty at the end. */
  readonly after: ShellOperator
  /** It stands in the condition of an `if`, a `while` or behind `!`: its failure is looked at, not lost. */
  readonly condition: boolean
  /** It begins a group: `{ …` or `( …`. */
  readonly opens: boolean
}

interface Word {
  readonly text: string
  /** As written, so that a quoted keyword is no keyword. */
  readonly raw: string
  readonly at: number
}

const OPENING = new Set(['if', 'elif', 'while', 'until'])
const FILLERS = new Set(['then', 'else', 'do', 'fi', 'done', 'esac', '{', '}', '(', ')', 'time', 'function'])

/** Where `$(…)`, `${…}`, a backtick or a quoted text that begins at an offset has ended. */
function skipNested(text: string, from: number): number {
  const two = text.slice(from, from + 3)
  if (two === '${{') {
    const end = text.indexOf('}}', from)
    return end === -1 ? text.length : end + 2
  }
  if (text[from] === '`') {
    const end = text.indexOf('`', from + 1)
    return end === -1 ? text.length : end + 1
  }
  const [open, close] = text[from + 1] === '(' ? ['(', ')'] : ['{', '}']
  let depth = 0
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\\') at += 1
    else if (character === "'" && open === '(') {
      const end = text.indexOf("'", at + 1)
      if (end === -1) return text.length
      at = end
    } else if (character === open) depth += 1
    else if (character === close) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return text.length
}

function readWord(text: string, from: number): Word & { readonly end: number } {
  let word = ''
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (/[\s;&|()<>]/.test(character)) break
    if (character === '\\') {
      if (text[at + 1] !== '\n') word += text[at + 1] ?? ''
      at += 2
    } else if (character === "'") {
      const end = text.indexOf("'", at + 1)
      word += text.slice(at + 1, end === -1 ? text.length : end)
      at = end === -1 ? text.length : end + 1
    } else if (character === '"') {
      at += 1
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\\') at += 1
        const next = text[at] === '$' && /[({]/.test(text.charAt(at + 1)) ? skipNested(text, at) : at + 1
        word += text.slice(at, next)
        at = next
      }
      at += 1
    } else if ((character === '$' && /[({]/.test(text.charAt(at + 1))) || character === '`') {
      const end = skipNested(text, at)
      word += text.slice(at, end)
      at = end
    } else {
      word += character
      at += 1
    }
  }
  return { text: word, raw: text.slice(from, at), at: from, end: Math.max(at, from + 1) }
}

/** Puts the words of one command together; `null` when nothing is left of it but keywords. */
function finish(words: readonly Word[], after: ShellOperator): ShellCommand | null {
  let [first, condition, opens] = [0, false, false]
  for (; first < words.length; first += 1) {
    const { raw = '' } = words[first] ?? {}
    if (OPENING.has(raw) || raw === '!') condition = true
    else if (!FILLERS.has(raw)) break
    if (raw === '{' || raw === '(') opens = true
  }
  const assignments = new Map<string, string>()
  const assignedAt = new Map<string, number>()
  for (; first < words.length; first += 1) {
    const { text = '', at = 0 } = words[first] ?? {}
    const [, name, value = ''] = /^([A-Za-z_]\w*)\+?=([\s\S]*)$/.exec(text) ?? []
    if (name === undefined) break
    assignments.set(name, value)
    assignedAt.set(name, at)
  }
  const rest = words.slice(first)
  const start = rest[0] ?? words[0]
  if (start === undefined || (rest.length === 0 && assignments.size === 0)) return null
  return { words: rest.map(({ text }) => text), assignments, assignedAt, at: start.at, after, condition, opens }
}

/**
 * Splits a shell script into its simple commands: at line ends, `;`, `&&`, `||`, `|`, `&`. Continued lines are joined;
 * comments, here-documents, redirections and keywords are left out. Reads every character a bounded number of times.
 */
export function splitShell(text: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = []
  let words: Word[] = []
  let waiting: { readonly end: string; readonly tabs: boolean }[] = []
  let at = 0
  const close = (operator: ShellOperator): void => {
    const command = finish(words, operator)
    words = []
    if (command !== null) commands.push(command)
  }
  const skipDocuments = (): void => {
    for (const { end, tabs } of waiting) {
      while (at < text.length) {
        const stop = text.indexOf('\n', at)
        const line = text.slice(at, stop === -1 ? text.length : stop)
        at = stop === -1 ? text.length : stop + 1
        if ((tabs ? line.replace(/^\t+/, '') : line).replace(/\r$/, '') === end) break
      }
    }
    waiting = []
  }
  while (at < text.length) {
    const character = text.charAt(at)
    const two = text.slice(at, at + 2)
    if (character === '\n') {
      // `a &&` at the end of a line goes on in the next one: an empty command is none.
      close(';')
      at += 1
      skipDocuments()
    } else if (/\s/.test(character)) at += 1
    else if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at = text.indexOf('\n', at) + 1
    else if (character === '#') {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end
    } else if (two === '&&' || two === '||') {
      close(two)
      at += 2
    } else if (two === '&>' || two === '>&' || two === '|&') {
      if (two === '|&') close('|')
      at += 2
      if (two !== '|&') at = skipTarget(text, at)
    } else if (character === ';' || character === '|' || character === '&') {
      close(character)
      at += character === ';' && two === ';;' ? 2 : 1
    } else if (character === '(' || character === ')') {
      if (character === ')') close(closing(text, at))
      else words.push({ text: '(', raw: '(', at })
      at += 1
    } else if (two === '<<' && text[at + 2] !== '<') {
      const tabs = text[at + 2] === '-'
      const from = at + (tabs ? 3 : 2)
      const { text: end, end: after } = readWord(text, from + (/^[ \t]*/.exec(text.slice(from, from + 20))?.[0].length ?? 0))
      waiting.push({ end, tabs })
      at = after
    } else if (character === '<' || character === '>') {
      at += /^(?:<<<|>>|<>|>\||<&|<\(|>\()/.exec(text.slice(at, at + 3))?.[0].length ?? 1
      at = skipTarget(text, at)
    } else {
      const word = readWord(text, at)
      // The number of `2>&1` belongs to the redirection.
      if (!(/^\d$/.test(word.raw) && /[<>]/.test(text.charAt(word.end)))) words.push(word)
      at = word.end
    }
  }
  close('')
  return joinLines(commands)
}

/** What follows a group in parentheses holds for its last command, too. */
function closing(text: string, at: number): ShellOperator {
  const after = /^\)[ \t]*(&&|\|\||\||&|;|\n|$)/.exec(text.slice(at, at + 40))?.[1]
  return after === '&&' || after === '||' || after === '|' || after === '&' ? after : ';'
}

function skipTarget(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at < text.length && !/[\n;&|]/.test(text.charAt(at)) ? readWord(text, at).end : at
}

function joinLines(commands: readonly ShellCommand[]): readonly ShellCommand[] {
  const last = commands.at(-1)
  if (last === undefined || last.after === '&' || last.after === '|') return commands
  return [...commands.slice(0, -1), { ...last, after: '' }]
}
