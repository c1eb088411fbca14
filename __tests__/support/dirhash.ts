import { execFileSync } from 'node:child_process'
import { tool } from './tools.js'

/** What is asked of golang.org/x/mod. */
export type DirhashQuestion =
  | { readonly kind: 'directory'; readonly path: string; readonly prefix: string }
  | { readonly kind: 'zip'; readonly path: string }
  | { readonly kind: 'rules'; readonly path: string; readonly prefix: string }
  | { readonly kind: 'name'; readonly path: string }

export interface DirhashAnswer {
  /** Empty when there is an error, and where only rules are asked for. */
  readonly h1: string
  /** Empty when there is none. */
  readonly error: string
}

/** Answers of Go's own code, in the order of the questions. */
export function askDirhash(questions: readonly DirhashQuestion[]): readonly DirhashAnswer[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n')
  const output = execFileSync(tool('dirhash'), { input, encoding: 'utf8', maxBuffer: 1 << 28 })
  const answers: DirhashAnswer[] = output
    .trimEnd()
    .split('\n')
    .map((line) => {
      const parsed: unknown = JSON.parse(line)
      const { h1, error } = Object(parsed)
      return { h1: String(h1), error: String(error) }
    })
  if (answers.length !== questions.length) throw new Error(`${String(answers.length)} answers to ${String(questions.length)} questions`)
  return answers
}
