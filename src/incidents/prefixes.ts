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
  /^[([]?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?[)\]]?:?(?: \d\d[OE]\+?(?= |$))?(?: |$)/,
  /^[([]?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?[)\]]?:?(?: |(?=\[))/,
  /^\d{1,2}\/\d{1,2}\/\d{4},? \d{1,2}:\d\d:\d\d(?: [AP]M)?:? /,
  // Bamboo: kind, time
  /^(?:build|error|simple|command)\t\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\t/,
  // syslog and journald; the loggers of Google and Kubernetes
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,80} [\w.\-/]{1,80}(?:\[\d{1,10}\])?: /,
  /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6} {1,7}\d{1,10} [\w.-]{1,80}:\d{1,6}\] /,
  // BuildKit's excerpt of a failed step
  /^\d{1,6}\.\d{1,4} (?=\S)/,
  // Azure and GitHub runner commands
  /^##\[[a-z-]{1,20}\]/,
  /^::[a-z-]{1,20}(?: [^:]{0,300})?::/,
  // Open Build Service, kernels: seconds
  /^\[ {0,7}\d{1,7}(?:\.\d{1,6})?s?\] /,
  // TeamCity, Ant, the progress of CMake
  /^\[Step \d{1,3}\/\d{1,3}\] /,
  /^ {1,12}\[[a-z]{2,12}\] /,
  /^\[ {0,2}\d{1,3}%\] /,
  // Levels of loggers
  /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|ERRO|FATAL)(?:\[\d{1,8}\]|:)? +/,
  /^\[(?:trace|debug|info|warn|warning|error|fatal|stdout|stderr|exec)\] /i,
  /^(?:npm|lerna) ERR! /,
  /^(?:stderr|stdout|output): /,
  // Answers of a git server, Terraform's provisioners
  /^remote: {1,12}(?=\S)/,
  /^[\w.-]{1,80} \((?:local|remote)-exec\): /,
  // Quotes and traces of a shell
  /^(?:>{1,2}|[+│┃»]) /,
]
/** Prefixes that name one of several outputs which come at the same time; group: the name. */
const STREAMS: readonly RegExp[] = [
  // BuildKit
  /^(#\d{1,5}) (?:\d{1,6}\.\d{1,4} )?/,
  // docker compose, Earthly: service | line
  /^ {0,20}([+A-Za-z][\w.-]{0,60}) {0,30}\| /,
  // Jenkins, Maven, many runners: [stage] line
  /^\[([A-Za-z][\w./:-]{0,60})\] /,
  // Google's Cloud Build
  /^(Step #\d{1,3})(?: - "[^"\n]{1,80}")?: /,
]
const MAX_ROUNDS = 6

/** Text without escape sequences, control characters (tabs stay) and marks that reorder or hide text. */
export function withoutControls(text: string): string {
  return text.replace(SEQUENCE, '').replace(CONTROL, '')
}

/** A line without what the log put before it. */
export interface PeeledLine {
  readonly text: string
  /** Which of several outputs it belongs to; empty when its prefix does not tell. */
  readonly stream: string
}

/** Takes off what a log put before a line. */
export function peel(line: string): PeeledLine {
  let text = line
  let stream = ''
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const before = text
    for (const prefix of PREFIXES) text = text.replace(prefix, '')
    for (const prefix of STREAMS) {
      const found = prefix.exec(text)
      if (found === null) continue
      stream = `${stream}${found[1] ?? ''} `
      text = text.slice(found[0].length)
    }
    if (text === before) break
  }
  return { text, stream }
}

/** As GNU tools quoted for long. */
const OLD_QUOTES = /`([^`'\n]{1,300})'/g
/** What marks a whole line as code. */
const CODE_MARKS = /^`{1,3}(?=[^\s`])|(?<=[^\s`])`{1,3}$/g
const QUOTES = /[\u2018-\u201F]/g
const ENTITY = /&(?:lt|gt|quot|apos|amp|#3[49]|#x2[27]);/gi
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
}

/** A line with the plain quotes and signs that compilers in other languages, web pages and word processors put others for. */
export function straighten(line: string): string {
  return line
    .replace(CODE_MARKS, '')
    .replace(OLD_QUOTES, "'$1'")
    .replace(QUOTES, (quote) => (quote < '\u201C' ? "'" : '"'))
    .replace(ENTITY, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
}
