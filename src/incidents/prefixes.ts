/** Escape sequences of terminals: colours, cursor movement, titles and links. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g

/** What CI systems, container builds and loggers put before a line. Each is taken off as often as it stands there. */
const PREFIXES: readonly RegExp[] = [
  // `gh run view --log`: job, step, time.
  /^[^\t]{1,120}\t[^\t]{1,120}\t(?=\d{4}-\d\d-\d\dT)/,
  // Times; GitLab adds a stream mark.
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?: \d\d[OE]\+?(?= |$))?(?: |$)/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?:? /,
  // syslog and journald
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,80} [\w.\-/]{1,80}(?:\[\d{1,10}\])?: /,
  // BuildKit, and its excerpt of a failed step
  /^#\d{1,5} (?:\d{1,6}\.\d{1,4} )?/,
  /^\d{1,6}\.\d{1,4} (?=\S)/,
  // Azure and GitHub runner commands
  /^##\[[a-z-]{1,20}\]/,
  /^::[a-z-]{1,20}(?: [^:]{0,300})?::/,
  // docker compose: service | line
  /^[A-Za-z][\w.-]{0,60} {0,30}\| /,
  // Jenkins, Maven, many runners: [stage] line
  /^\[[A-Za-z][\w./:-]{0,60}\] /,
  // Levels of loggers
  /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|ERRO|FATAL)(?:\[\d{1,8}\]|:)? +/,
  // Quotes and traces of a shell
  /^(?:>{1,2}|[+│┃»]) /,
]
const MAX_ROUNDS = 6

/** Text without escape sequences, control characters (tabs stay) and marks that reorder or hide text. */
export function withoutControls(text: string): string {
  return text.replace(SEQUENCE, '').replace(CONTROL, '')
}

/** A line without what the log put before it. */
export function stripPrefixes(line: string): string {
  let text = line
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = text
    for (const prefix of PREFIXES) text = text.replace(prefix, '')
    if (text === before) break
  }
  return text
}
