import { redact } from '../snapshot/index.js'

/** Why the database said nothing of a module version. */
export interface Silence {
  readonly says: 'unknown-there' | 'no-answer'
  /** One clause, without machine paths and credentials: `it cannot be reached`. */
  readonly reason: string
}

const OTHER_RECORD = 'what it sent is about something else: a broken or hostile server between here and the database answers like that'
const ROLLED_BACK = 'it does not have the tree that it signed before: it was rolled back, or another server answers in its name'
const NOT_PROVED = 'what it sent does not fit the tree that it signed, so go refused it'

/** Why the database said nothing, by go's words; the first that fits. Errors of one module come after those of the database as a whole. */
const REASONS: readonly (readonly [RegExp, Silence['says'], string])[] = [
  [
    /initializing sumdb\.Client: reading tree/,
    'no-answer',
    'the signed tree head that this machine kept of it (GOPATH/pkg/sumdb) is not its own',
  ],
  // The kept tree head is proved first of all, by the tiles that the database has now.
  [/initializing sumdb\.Client: .*inconsistent tile/, 'no-answer', ROLLED_BACK],
  [/(?:invalid|missing) GOSUMDB|invalid sumdb name/, 'no-answer', 'GOSUMDB names no database that go knows'],
  [/checksum missing from sumdb response/, 'no-answer', OTHER_RECORD],
  [
    /cannot authenticate record|cannot validate record|inconsistent tile|malformed (?:record|tree)|reading tree|invalid signature/,
    'no-answer',
    NOT_PROVED,
  ],
  [/\/tile\/\S*: 4(?:04|10) /, 'no-answer', ROLLED_BACK],
  [/\/lookup\/\S*: 4(?:04|10) /, 'unknown-there', 'it knows no such version: the module is private, or was never published like that'],
  [/: 429 /, 'no-answer', 'it asks to come back later (too many requests)'],
  [/: 4\d\d [A-Z]/, 'no-answer', 'it, or the proxy before it, refuses to answer'],
  [/: 5\d\d [A-Z]/, 'no-answer', 'it, or the proxy before it, answers with a server error'],
  [/module lookup disabled/, 'no-answer', 'GOPROXY=off forbids it'],
  [/x509: |certificate/, 'no-answer', 'its certificate is not trusted here'],
  [
    /connection refused|connection reset|no such host|[Tt]imeout|deadline exceeded|unreachable|server misbehaving|handshake|EOF|dial tcp/,
    'no-answer',
    'it cannot be reached from here',
  ],
]

/** What go's error for one module, or for all, means. */
export function readSilence(error: string): Silence {
  for (const [pattern, says, reason] of REASONS) if (pattern.test(error)) return { says, reason }
  const lines = error.split('\n').map((line) => line.trim())
  const line = lines.find((one) => one !== '' && !one.startsWith('go: downloading')) ?? 'go says nothing'
  // Secrets first: a URL without its beginning is none that they could be found in.
  const words = redact(line).replaceAll(/(?<=^|[\s"'(=])(?:[A-Za-z]:)?[\\/][^\s:"']+/g, '…')
  return { says: 'no-answer', reason: `go could not ask: ${words.slice(0, 200)}` }
}

/** For a record that came, was proved, and does not name what was asked. */
export const SILENT_RECORD: Silence = { says: 'no-answer', reason: OTHER_RECORD }

/** The first words of what go prints when the database shows two histories (golang.org/x/mod/sumdb, checkTrees). */
const MISBEHAVIOUR = /go\.sum database server misbehavior detected!/
const PROOF_LINES = 12

/** What go printed of two histories, bounded; `null` when it printed nothing like it. */
export function readFork(stderr: string): readonly string[] | null {
  const found = MISBEHAVIOUR.exec(stderr)
  if (found === null) return null
  const lines = stderr.slice(found.index).split('\n')
  return lines
    .map((line) => redact(line.trim()).slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, PROOF_LINES)
}
