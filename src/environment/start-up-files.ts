import { isShellVariable } from './shell-variables.js'

/** A line of a shell start-up file that gives a variable of go a value. */
export interface ShellAssignment {
  /** As people write it: `~/.bashrc`, `/etc/profile`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly name: string
}

/** Longer lines are no assignment that a person wrote. */
const LONGEST = 4096
/** Begins a command that may assign several variables: `export A=1 B=2`. */
const DECLARES = /^(?:export|declare|typeset)\s/
const NAMES = /(?<![\w$./-])(?<name>[A-Z][A-Z0-9_]*)=/g
const FIRST_NAME = /^(?<name>[A-Z][A-Z0-9_]*)=/

function namesIn(command: string): readonly string[] {
  if (DECLARES.test(command)) return [...command.matchAll(NAMES)].map(({ groups }) => groups?.['name'] ?? '')
  const name = FIRST_NAME.exec(command)?.groups?.['name']
  return name === undefined ? [] : [name]
}

/**
 * Where a start-up file assigns variables that go reads, in order. Read by its words, never run: a line in a branch that is
 * not taken counts too, so it tells where to look for a value that a shell really has, and nothing more.
 */
export function findAssignments(file: string, text: string): readonly ShellAssignment[] {
  return text.split('\n').flatMap((raw, at): readonly ShellAssignment[] => {
    if (raw.length > LONGEST) return []
    const commands = raw.split(/;|&&|\|\||\b(?:then|do|else)\s/).map((part) => part.trim())
    const names = commands[0]?.startsWith('#') === true ? [] : commands.flatMap(namesIn)
    return [...new Set(names)].filter(isShellVariable).map((name) => ({ file, line: at + 1, name }))
  })
}
