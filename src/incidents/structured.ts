/** What a structured line says. */
export interface Said {
  readonly text: string
  /** The package it speaks of, where the line says so. */
  readonly package?: string
}

/** Lines that one structured line may unfold to. */
const MAX_UNFOLDED = 4000

/** One value inside an indented document. */
const MEMBER = /^\s*"(?:Output|Error|Err|log|msg|message|stdout|stderr)": ("(?:[^"\\]|\\.)*"),?$/
/** Members in which loggers, docker and tools keep what was printed. */
const KEYS = ['Output', 'log', 'msg', 'message', 'Error', 'Err', 'error', 'stdout', 'stderr', 'textPayload']
/** logfmt: `time="…" level=error msg="…"`. */
const LOGFMT = /^(?:[\w.]{1,40}=(?:"[^"\n]{0,80}"|[^\s"]{0,80}) ){1,8}(?:msg|message|error|err)=("(?:[^"\\]|\\.)*")/
/** A document behind words, as Ansible prints what a task returned. */
const RETURNED = /^[^{\n]{0,200}=> (\{".*\})$/

/** An error that quotes what a command printed, and a test that quotes what it got. */
const QUOTED = /^"(?:[^"\\]|\\.)*"/
const QUOTES_OUTPUT = /error|fail|exit (?:status|code)|stderr|output|returned/i
const IN_TEST = /_test\.go:\d/
const MAX_BEFORE_QUOTE = 400

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readObject(text: string): Said | null {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return null
  const members = new Map<string, unknown>(Object.entries(value))
  const said = KEYS.map((key) => members.get(key)).filter((member) => typeof member === 'string')
  if (said.length === 0) return null
  const path = members.get('ImportPath')
  return { text: said.join('\n'), ...(typeof path === 'string' ? { package: path.replace(/ \[.*$/, '') } : {}) }
}

function readString(quoted: string | undefined): Said | null {
  // A tab as it is may stand in what was quoted by hand, not in JSON.
  const value = quoted === undefined ? undefined : parse(quoted.replaceAll('\t', String.raw`\t`))
  return typeof value === 'string' ? { text: value } : null
}

/** Line ends of an indented list, as a language server passes them on. */
function readEscaped(text: string): Said | null {
  if (!text.includes(String.raw`\n\t`)) return null
  return { text: text.replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\t`, '\t') }
}

function readQuoted(text: string): Said | null {
  if (!text.includes('\\n')) return null
  const at = text.indexOf('"')
  const before = text.slice(0, Math.max(0, at))
  if (before.length > MAX_BEFORE_QUOTE || !QUOTES_OUTPUT.test(before) || IN_TEST.test(before)) return null
  const inner = readString(QUOTED.exec(text.slice(at))?.[0])
  return inner === null ? null : { text: `${before}\n${inner.text}` }
}

function unfold(line: string): Said | null {
  const text = line.trim()
  if (text.startsWith('{"') && text.endsWith('}')) return readObject(text)
  if (text.startsWith('"')) return readString(MEMBER.exec(text)?.[1] ?? text)
  if (text.includes('=> {"')) return readObject(RETURNED.exec(text)?.[1] ?? '')
  if (text.includes('="')) return readString(LOGFMT.exec(text)?.[1])
  return readQuoted(text) ?? readEscaped(text)
}

/**
 * The lines that a structured line holds: `go build -json`, `go mod download -json`, docker's and other loggers, quoted output;
 * `null` when it is a plain line.
 */
export function structuredLines(line: string): readonly Said[] | null {
  const said = unfold(line)
  if (said === null) return null
  return said.text
    .replace(/\n$/, '')
    .split('\n', MAX_UNFOLDED)
    .map((text) => Object.assign({}, said, { text }))
}
