import { InvalidArgumentError } from '@commander-js/extra-typings'
import type { FailOn } from '../compare/index.js'
import { BUILD_CACHE, CHECKSUM_DATABASE, INPUTS, nearest, type BuildCache, type ChecksumDatabase } from '../config/index.js'
import { splitWords } from '../environment/index.js'

export type Format = 'text' | 'json' | 'markdown' | 'sarif'

/** What `--format` allows. */
export const FORMATS: readonly Format[] = ['text', 'json', 'markdown', 'sarif']
/** What `--fail-on` allows. */
export const FAIL_ON: readonly FailOn[] = ['error', 'warning', 'note', 'unknown', 'unverified', 'never']

/** The line of the table of inputs that says what a flag is for, as plain text. */
export function doc(input: string): string {
  const row = INPUTS.find(({ name }) => name === input)
  if (row === undefined) throw new Error(`there is no input ${input}`)
  return row.doc.replaceAll('`', '').replace(/\.$/, '')
}

/** `a,b, c` as a list; `undefined` when it holds nothing, which counts as not given. */
export function parseList(text: string): readonly string[] | undefined {
  const entries = text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return entries.length === 0 ? undefined : entries
}

function choose<T extends string>(text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === text)
  if (chosen !== undefined) return chosen
  const near = nearest(text, choices)
  throw new InvalidArgumentError(`${near === null ? '' : `Did you mean ${near}? `}Allowed: ${choices.join(', ')}.`)
}

/** A format of reports; the ones that are still to come are refused by name. Empty is not given. */
export function parseFormat(text: string): Format {
  if (text === '') return 'text'
  if (text === 'html') throw new InvalidArgumentError('This version cannot write HTML yet; use text, json, markdown or sarif.')
  return choose(text, FORMATS)
}

/** A mode of `--checksum-database`; `undefined` when empty, which counts as not given. */
export function parseChecksumDatabase(text: string): ChecksumDatabase | undefined {
  return text === '' ? undefined : choose(text, CHECKSUM_DATABASE)
}

/** A mode of `--build-cache`; `undefined` when empty, which counts as not given. */
export function parseBuildCache(text: string): BuildCache | undefined {
  return text === '' ? undefined : choose(text, BUILD_CACHE)
}

/** A level of `--fail-on`; `undefined` when empty, which counts as not given. */
export function parseFailOn(text: string): FailOn | undefined {
  return text === '' ? undefined : choose(text, FAIL_ON)
}

/** The words of a client: one word at least. */
export function parseEngine(text: string): readonly [string, ...string[]] {
  const [program, ...flags] = splitWords(text) ?? []
  if (program === undefined) throw new InvalidArgumentError('Allowed: a command, such as docker or "podman --runtime runc".')
  return [program, ...flags]
}
