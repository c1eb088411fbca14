import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'

const FOLDER = resolve('__tests__', 'corpus')

/** What must be recognised in a log, in causal order. */
export interface Label {
  readonly rule: string
  readonly confidence: 'certain' | 'likely'
  readonly culprit: Readonly<Record<string, string>>
  readonly location?: { readonly file: string; readonly line?: number; readonly column?: number } | undefined
}

const Labels: v.GenericSchema<unknown, { file: string; incidents: Label[] }[]> = v.array(
  v.object({
    file: v.string(),
    incidents: v.array(
      v.object({
        rule: v.string(),
        confidence: v.picklist(['certain', 'likely']),
        culprit: v.record(v.string(), v.string()),
        location: v.exactOptional(v.object({ file: v.string(), line: v.exactOptional(v.number()), column: v.exactOptional(v.number()) })),
      }),
    ),
  }),
)

/** A log of the corpus with its labels. */
export interface LabelledLog {
  readonly file: string
  readonly log: string
  readonly incidents: readonly Label[]
}

/** Names of the logs that lie in the corpus. */
export function logFiles(): readonly string[] {
  return readdirSync(join(FOLDER, 'logs')).toSorted()
}

/** The text of one log. */
export function readLogFile(file: string): string {
  return readFileSync(join(FOLDER, 'logs', file), 'utf8')
}

/** The corpus: output of real tools of several releases, and texts that only look like it (`none-…`). */
export function readCorpus(): readonly LabelledLog[] {
  const labels = v.parse(v.pipe(v.string(), v.parseJson(), Labels), readFileSync(join(FOLDER, 'labels.json'), 'utf8'))
  return labels.map(({ file, incidents }) => ({ file, log: readLogFile(file), incidents }))
}
