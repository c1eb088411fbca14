import { ParityError } from '../errors.js'

/** Characters of scripts in one file, counted as often as they run: aliases can make a great many of few. */
const MAX_CHARACTERS = 4 * 1024 * 1024

/** Counts the scripts of one file. What it gives throws `config-invalid` when they are more than any CI has. */
export function openBudget(file: string): (script: string) => void {
  let left = MAX_CHARACTERS
  return (script) => {
    left -= script.length + 100
    if (left < 0) throw new ParityError('config-invalid', `${file}:1: has more steps than any file of a CI: it is not read`)
  }
}
