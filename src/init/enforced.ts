import type { ShellCommand } from './shell.js'

/** What the shell of a script stops at when it begins. */
export interface ShellMode {
  /** `set -e` */
  readonly errexit: boolean
  /** `set -o pipefail` */
  readonly pipefail: boolean
}

/** The options that a `set` command, or the command line of a shell, leaves behind. */
export function applyOptions(mode: ShellMode, words: readonly string[]): ShellMode {
  let { errexit, pipefail } = mode
  for (const [index, word] of words.entries()) {
    const on = word.startsWith('-')
    if (!/^[-+][a-zA-Z]+$/.test(word)) continue
    if (word.includes('e')) errexit = on
    if (!word.endsWith('o')) continue
    if (words[index + 1] === 'pipefail') pipefail = on
    if (words[index + 1] === 'errexit') errexit = on
  }
  return { errexit, pipefail }
}

/** Longer lists of commands than anybody writes are not followed. */
const MAX_LIST = 200

/** What a `||` in front of it makes of a failure: nothing at all. */
function isHarmless({ words }: ShellCommand): boolean {
  const [name = '', argument] = words
  if (['true', ':', '/bin/true', 'echo', 'printf', 'warn'].includes(name)) return true
  return name === 'exit' && argument === '0'
}

/** Whether the list that a command begins ends the script after a failure: `echo no && exit 1`. */
function stopsAfterwards(commands: readonly ShellCommand[], from: number): boolean {
  for (let index = from; index < Math.min(commands.length, from + MAX_LIST); index += 1) {
    const { words, after } = commands[index] ?? { words: [], after: '' as const }
    if (words[0] === 'false' || ((words[0] === 'exit' || words[0] === 'return') && words[1] !== '0')) return true
    if (after !== '&&') return false
  }
  return false
}

/**
 * Why the failure of a command of a script does not fail the script, in words that follow its name; `null` when it does,
 * or where that cannot be told. `mode` is what holds when the command starts.
 */
export function looseness(commands: readonly ShellCommand[], index: number, mode: ShellMode): string | null {
  const command = commands[index]
  if (command === undefined || command.condition) return null
  if (command.after === '&') return 'runs in the background (`&`), and nobody looks at its result'
  if (command.after === '|' && !mode.pipefail)
    return 'stands before a pipe, and without `set -o pipefail` only the last command of a pipe counts'
  let end = index
  for (; end < commands.length && end - index < MAX_LIST; end += 1) {
    const operator = commands[end]?.after
    const next = commands[end + 1]
    if (operator === '||') {
      if (next === undefined || next.opens || !isHarmless(next) || stopsAfterwards(commands, end + 1)) return null
      return `is followed by \`|| ${next.words.slice(0, 2).join(' ')}\`, which takes its failure away`
    }
    if (operator !== '&&' && operator !== '|') break
  }
  const after = commands[end + 1]
  if (after === undefined) return null
  // Somebody who asks for the exit code decides for himself.
  if ([...after.words, ...after.assignments.values()].some((word) => word.includes('$?'))) return null
  if (!mode.errexit) return 'is not the last command, and this shell goes on after a failure (no `set -e`)'
  if (end > index && command.after === '&&') return 'stands before `&&` with more commands below: `set -e` does not stop there'
  return null
}
