/** Characters of a log that are read: the beginning and, mostly, the end of a longer one. */
const HEAD = 4 * 1024 * 1024
const TAIL = 12 * 1024 * 1024

/** A run of whole lines of a log. */
export interface LogPart {
  readonly text: string
  /** Lines of the log before it. */
  readonly before: number
}

/** The text in two parts where it is too long to be read as a whole. */
export function partsOf(log: string): readonly LogPart[] {
  if (log.length <= HEAD + TAIL) return [{ text: log, before: 0 }]
  const start = log.length - TAIL
  let before = 0
  for (let at = log.indexOf('\n'); at !== -1 && at < start; at = log.indexOf('\n', at + 1)) before += 1
  return [
    { text: log.slice(0, HEAD), before: 0 },
    { text: log.slice(start), before },
  ]
}
