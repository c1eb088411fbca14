import { isSecretName, isSecretParameter } from './secret-name.js'

/** What stands in the place of a secret. */
const HIDDEN = '***'

// Every expression here runs in linear time: it starts at a literal or at the beginning of a run (lookbehind),
// and what follows a repetition is never part of it, so nothing is scanned twice. Repetitions have an upper bound, for
// the engine keeps a state for each round and a flood of letters overflows its stack; a value without one is delimited
// by a search for what ends it.

type Range = readonly [from: number, until: number]

/** Replaces the range that `valueOf` tells for each match by `***`; the next match is sought behind it. */
function hideEach(text: string, expression: RegExp, valueOf: (found: RegExpExecArray) => Range | null): string {
  const parts: string[] = []
  let done = 0
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const value = valueOf(found)
    if (value === null) continue
    parts.push(text.slice(done, value[0]), HIDDEN)
    done = value[1]
    expression.lastIndex = done
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

/** From `from` to the first character of `end`, a global expression of one character; `null` when that is nothing. */
function valueUpTo(text: string, from: number, end: RegExp): Range | null {
  end.lastIndex = from
  const at = end.exec(text)?.index ?? text.length
  return at > from ? [from, at] : null
}

const AUTHORITY = /:\/\//g
const AUTHORITY_END = /[\s/?#\\"'<>`]/g

/** Programs log in as these with a key of their own: a name, no secret. */
const SSH_SCHEME = /(?:^|[^a-z])(?:ssh|git\+ssh|svn\+ssh|sftp|rsync)$/i

function hideUserinfo(text: string): string {
  return hideEach(text, AUTHORITY, ({ index }) => {
    const [from, end] = valueUpTo(text, index + 3, AUTHORITY_END) ?? [0, 0]
    const user = text.slice(from, end)
    const length = user.lastIndexOf('@')
    if (length < 1) return null
    const isPlainLogin = !user.slice(0, length).includes(':') && SSH_SCHEME.test(text.slice(Math.max(0, index - 8), index))
    return isPlainLogin ? null : [from, from + length]
  })
}

/** The rest of a token: a dot belongs to it only with more behind it. */
const MORE = String.raw`(?:[\w-]|\.(?=\w))`

/** Tokens that tell what they are, wherever they stand. */
const TOKEN = new RegExp(
  [
    String.raw`(?<![A-Za-z0-9])(?:gh[pousr]_${MORE}{16,2000}`, // GitHub
    String.raw`github_pat_\w{20,2000}`,
    String.raw`gl(?:pat|ptt|dt|rt|rtr|soat|cbt|ft|ffct|imt|agent|oas)-${MORE}{16,2000}`, // GitLab
    String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])`, // AWS access key ids
    String.raw`xox[a-z]-[\w-]{10,2000}`, // Slack
    String.raw`xapp-\d-[\w-]{10,2000}`,
    String.raw`npm_[A-Za-z0-9]{30,2000}`,
    String.raw`pypi-[\w-]{50,2000}`,
    String.raw`dckr_(?:pat|oat)_[\w-]{20,2000}`,
    String.raw`hv[sbr]\.${MORE}{20,2000}`, // HashiCorp Vault
    String.raw`(?:sk|rk)_live_[A-Za-z0-9]{16,2000}`, // Stripe
    String.raw`sk-(?:ant|proj)-[\w-]{20,2000}`,
    String.raw`AIza[\w-]{35}`, // Google
    String.raw`AGE-SECRET-KEY-1[A-Z0-9]{50,2000})`,
    // A JSON Web Token: the header is an object, so it begins with {" in base64.
    String.raw`(?<![\w-])eyJ[\w-]{8,9000}(?:\.[\w-]{0,9000}){2,4}`,
  ].join('|'),
  'g',
)

const SLACK_WEBHOOK = /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/]{8,2000}/g

function hideTokens(text: string): string {
  return text.replaceAll(TOKEN, HIDDEN).replaceAll(SLACK_WEBHOOK, `$1${HIDDEN}`)
}

/** Schemes of RFC 9110 §11 as met in logs; whatever follows one is credentials. */
const AUTHORIZATION =
  /authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:basic|bearer|token|digest|negotiate|ntlm|apikey|aws4-hmac-sha256)[ \t]{1,8}/gi
const AUTHORIZATION_END = /[\r\n"'`]/g
const BARE_AUTHORIZATION = /(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)([\w.~+/-]{8,2000}={0,2})(?=["'`]|[ \t]{0,8}(?:[\r\n]|$))/gi
/** What ends an unquoted value. */
const WORD_END = /[\s"'`]/g
const HEADER =
  /(?<![\w-])(?:private-token|job-token|deploy-token|x-[a-z]{1,20}(?:-[a-z]{1,20}){0,3}-(?:token|key|secret))["']?[ \t]{0,4}:[ \t]{0,4}["']?/gi
const BEARER = /(?<![\w-])((?:bearer|basic)[ \t]{1,8})([\w.~+/-]{12,2000}={0,2})/gi

/** Words of a sentence have no digits and no capitals inside; `name=` is one, too. */
function looksEncoded(value: string): boolean {
  return /\d/.test(value) || /[a-z][A-Z]/.test(value)
}

/** `basic` is a word of many sentences: what follows must be base64 of whole bytes. */
function isBasic(scheme: string, value: string): boolean {
  return !/^basic/i.test(scheme) || (value.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(value) && /[\d=]/.test(value))
}

function hideHeaders(text: string): string {
  const schemes = hideEach(text, AUTHORIZATION, ({ index, 0: header }) => valueUpTo(text, index + header.length, AUTHORIZATION_END))
  const bare = schemes.replaceAll(BARE_AUTHORIZATION, (whole: string, name: string, value: string) =>
    looksEncoded(value) ? `${name}${HIDDEN}` : whole,
  )
  const headers = hideEach(bare, HEADER, ({ index, 0: header }) => valueUpTo(bare, index + header.length, WORD_END))
  return headers.replaceAll(BEARER, (whole: string, scheme: string, value: string) =>
    looksEncoded(value) && isBasic(scheme, value) ? `${scheme}${HIDDEN}` : whole,
  )
}

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g
/** The lines of a key whose end was cut off. */
const KEY_LINES = /(?:(?:\s|\\[nr]){1,8}[A-Za-z0-9+/=]{16,200}){1,1000}/y

function hidePrivateKeys(text: string): string {
  const begins = [...text.matchAll(KEY_BEGIN)]
  if (begins.length === 0) return text
  const ends = [...text.matchAll(KEY_END)].map(({ index }) => index)
  const parts: string[] = []
  let done = 0
  let nextEnd = 0
  for (const [at, begin] of begins.entries()) {
    const from = begin.index + begin[0].length
    if (from < done) continue
    while (nextEnd < ends.length && (ends[nextEnd] ?? 0) < from) nextEnd += 1
    const end = ends[nextEnd] ?? Infinity
    let until = end
    if (end >= (begins[at + 1]?.index ?? Infinity)) {
      KEY_LINES.lastIndex = from
      until = KEY_LINES.test(text) ? KEY_LINES.lastIndex : from
    }
    if (until <= from) continue
    parts.push(text.slice(done, from), HIDDEN)
    done = until
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

/** What stands between name and value: `name=`, `name: ` and, with quotes around either side, `"name": "`. */
const SEPARATOR = /(=)(?![=>])|["']?:[ \t]{0,4}(?=["'])|:[ \t]{1,4}/g
const NAME_LETTER = /[\w./-]/
/** Values that are no secret whatever their name. */
const PLAIN_VALUE = /^(?:true|false|null|nil|none|yes|no|on|off|0|1|\*\*\*)$/i
const PARAMETER_END = /[\s"'`&#,|;<>]/g

/** Where the name that ends at `end` begins. Separators are no part of a name, so no letter is looked at twice. */
function beginOfName(text: string, end: number): number {
  let begin = end
  while (begin > 0 && NAME_LETTER.test(text.charAt(begin - 1))) begin -= 1
  return begin
}

/** Where the quote that opens at `from` closes on the same line; -1 when it does not. By hand: an expression would keep a state per character. */
function closingQuote(text: string, from: number): number {
  const quote = text[from]
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text[at]
    if (char === quote) return at
    if (char === '\n' || char === '\r') return -1
    if (char === '\\' && quote === '"') at += 1
  }
  return -1
}

/** Where the value at `from` begins and ends; `null` when there is none. */
function valueAt(text: string, from: number, isParameter: boolean): Range | null {
  const isQuoted = text[from] === '"' || text[from] === "'"
  const start = isQuoted ? from + 1 : from
  const close = isQuoted ? closingQuote(text, from) : -1
  if (close !== -1) return close > start ? [start, close] : null
  return valueUpTo(text, start, isParameter ? PARAMETER_END : WORD_END)
}

/** Whether `name: value` (no `=`) is an assignment: an environment listing, or a field of JSON. */
function isColonName(name: string, isQuoted: boolean): boolean {
  return isQuoted || /^[A-Z][A-Z0-9_]*$/.test(name)
}

function hideAssignments(text: string): string {
  return hideEach(text, SEPARATOR, ({ index, 0: separator, 1: equals }) => {
    const begin = beginOfName(text, index)
    const name = text.slice(begin, index)
    const before = text[begin - 1]
    const isParameter = equals === '=' && (before === '?' || before === '&' || before === ';')
    if (equals === undefined && !isColonName(name, before === '"' || before === "'")) return null
    if (!(isParameter ? isSecretParameter(name) : isSecretName(name))) return null
    const value = valueAt(text, index + separator.length, isParameter)
    return value === null || PLAIN_VALUE.test(text.slice(value[0], Math.min(value[1], value[0] + 8))) ? null : value
  })
}

/** One rule can uncover work for another only by what it took away; texts settle in one or two rounds. */
const MAX_ROUNDS = 8

/**
 * Replaces credentials by `***`: in URLs, query parameters, headers, `KEY=value` and `-X name=value` where the name tells of a
 * secret, private keys, and the tokens of GitHub, GitLab, AWS, Slack, npm and others.
 * Linear in the length of the text; a text without secrets comes back as it is; redacting twice changes nothing more.
 */
export function redact(text: string): string {
  let before = text
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const after = hideUserinfo(hideTokens(hideHeaders(hideAssignments(hidePrivateKeys(before)))))
    if (after === before) return after
    before = after
  }
  return before
}
