import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'

const FOLDER = resolve('__tests__', 'corpus', 'added')

/** What a person who knows Go says of one failure in a log. */
export interface ExpectedIncident {
  readonly rule: string
  readonly confidence: 'certain' | 'likely'
  /** What the answer must name: in the culprit, its place or the cause. */
  readonly names: readonly string[]
  /** Rules that are right as well. */
  readonly accept?: readonly string[] | undefined
}

/** A log that came to the corpus after the rules, with its labels. */
export interface AddedLog {
  readonly file: string
  readonly log: string
  /** The CI system, builder or editor whose form the log has. */
  readonly ci: string
  /**
   * `retold`: written anew after the thread that is named, with its wordings, order and noise and with other names;
   * `written`: after the messages of the tools that are named.
   */
  readonly origin: 'retold' | 'written'
  readonly source: string
  readonly addedAfterRule: boolean
  /** In causal order; empty where nothing is to be recognised. */
  readonly incidents: readonly ExpectedIncident[]
  /** Rules that may be answered besides. */
  readonly also?: readonly string[] | undefined
}

const Expected = v.object({
  rule: v.string(),
  confidence: v.picklist(['certain', 'likely']),
  names: v.array(v.pipe(v.string(), v.minLength(1))),
  accept: v.optional(v.array(v.string())),
})

const Labels = v.array(
  v.strictObject({
    file: v.string(),
    ci: v.string(),
    origin: v.picklist(['retold', 'written']),
    source: v.pipe(v.string(), v.minLength(5)),
    addedAfterRule: v.boolean(),
    incidents: v.array(Expected),
    also: v.optional(v.array(v.string())),
  }),
)

/** Names of the added logs that lie in the folder. */
export function addedLogFiles(): readonly string[] {
  return readdirSync(FOLDER).toSorted()
}

/** The added logs, by name. */
export function readAddedLogs(): readonly AddedLog[] {
  const labels = v.parse(v.pipe(v.string(), v.parseJson(), Labels), readFileSync(`${FOLDER}.json`, 'utf8'))
  return labels.map((label) => Object.assign(label, { log: readFileSync(join(FOLDER, label.file), 'utf8') }))
}
