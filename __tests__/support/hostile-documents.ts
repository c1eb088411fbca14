import { gzipSync } from 'node:zlib'
import { formatBaseline } from '../../src/baseline/index.js'
import type { ParityErrorCode } from '../../src/errors.js'
import { canonicalJson, type Snapshot } from '../../src/snapshot/index.js'
import { jobOf, snapshotOf, targetOf } from '../unit/compare/fixtures.js'

/** A file that must be refused: with which code, and a word of the reason. */
export interface HostileDocument {
  readonly title: string
  /** Made when it is asked for: some are large. */
  readonly bytes: () => Buffer
  readonly code: ParityErrorCode
  readonly word: string
}

type Path = readonly (string | number)[]

const benign: Snapshot = snapshotOf({ job: jobOf('build', { go: '1.20' }), targets: [targetOf('linux/arm64-cgo')] })
/** A snapshot that is accepted: what the hostile ones are made of. */
export const benignText: string = canonicalJson(benign)
/** Likewise a baseline. */
export const benignBaselineText: string = formatBaseline([benign])

/** A part of the text replaced, which must be there. */
function edited(part: string, by: string, text: string = benignText): string {
  if (!text.includes(part)) throw new Error(`the text has no ${part}`)
  return text.replace(part, () => by)
}

/** The snapshot with another value at a place. */
function changed(path: Path, value: unknown): string {
  const copy: unknown = JSON.parse(benignText)
  let place: unknown = copy
  for (const key of path.slice(0, -1)) place = typeof place === 'object' && place !== null ? Reflect.get(place, key) : undefined
  if (typeof place !== 'object' || place === null) throw new Error(`nothing at ${path.join('.')}`)
  Reflect.set(place, path.at(-1) ?? '', value)
  return JSON.stringify(copy)
}

function document(title: string, word: string, content: string | Buffer, code: ParityErrorCode = 'snapshot-unreadable'): HostileDocument {
  return { title, word, bytes: () => Buffer.from(content), code }
}

function field(title: string, word: string, path: Path, value: unknown): HostileDocument {
  return document(title, word, changed(path, value))
}

const DEEP = 100_000
const MANY = 1_000_000

/** A list with a million of one item. */
function many(title: string, part: string, item: string): HostileDocument {
  const [head = '', tail = ''] = benignText.split(part)
  const bytes = (): Buffer =>
    Buffer.concat([Buffer.from(head + part), Buffer.alloc(MANY * (item.length + 1), `${item},`), Buffer.from(tail)])
  return { title, word: 'at most 33554432', code: 'archive-refused', bytes }
}

const ITEMS = {
  module: JSON.stringify({ path: 'example.com/a', version: 'v1.0.0', sum: `h1:${'a'.repeat(43)}=` }),
  target: JSON.stringify(benign.targets[0]),
}

const texts: readonly HostileDocument[] = [
  document('nothing', 'empty', ''),
  document('blank lines', 'empty', ' \n\t\r\n'),
  document('a byte order mark alone', 'empty', '\uFEFF'),
  document('half a snapshot', 'truncated', benignText.slice(0, benignText.length / 2)),
  document('all but the last brace', 'no JSON', benignText.trimEnd().slice(0, -1)),
  document('a page of HTML', 'JSON', '<!DOCTYPE html><script>alert(1)</script>'),
  document('two snapshots', 'no JSON', benignText + benignText),
  document('a snapshot and a bracket', 'no JSON', `${benignText}]`),
  document('a comma too many', 'no JSON', edited('"schema"', ',"schema"')),
  document('a comment', 'no JSON', edited('{', '{ // hello\n')),
  document('NaN', 'no JSON', edited('"unknownKeys": 0', '"unknownKeys": NaN')),
  document('Infinity', 'no JSON', edited('"unknownKeys": 0', '"unknownKeys": Infinity')),
  document('a hexadecimal number', 'no JSON', edited('"unknownKeys": 0', '"unknownKeys": 0x10')),
  document('a control character in a text', 'no JSON', edited('"local"', '"lo\u0000cal"')),
  document('half an escape', 'no JSON', edited('"local"', String.raw`"\u12"`)),
  document('UTF-16', 'JSON', Buffer.from(benignText, 'utf16le')),
  document('gzip', 'JSON', gzipSync(benignText)),
  document('null', 'an object', 'null'),
  document('a list', 'an object', `[${benignText}]`),
  document('a text', 'an object', JSON.stringify(benignText)),
  document('a number', 'an object', '7'),
]

const depths: readonly HostileDocument[] = [
  document('brackets, 100,000 deep', 'an object', '['.repeat(DEEP) + ']'.repeat(DEEP)),
  document('open brackets, 100,000', 'truncated', '['.repeat(DEEP)),
  document('an axis 100,000 lists deep', 'deeper than', edited('"1.20"', '['.repeat(DEEP) + ']'.repeat(DEEP))),
  document('an axis 100,000 objects deep', 'deeper than', edited('"1.20"', `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`)),
  document('an axis 50 lists deep', 'deeper than', edited('"1.20"', '['.repeat(50) + ']'.repeat(50))),
  document('an axis of 1e999', 'too large', edited('"1.20"', '1e999')),
  document('an axis of minus 1e999', 'too large', edited('"1.20"', '[-1e999]')),
  document('a count of 1e999', 'too large', edited('"unknownKeys": 0', '"unknownKeys": 1e999')),
]

const prototypes: readonly HostileDocument[] = [
  document('__proto__ at the top', 'not allowed', edited('"schema"', '"__proto__": {"schema": "x"}, "schema"')),
  document('__proto__ as an axis', 'not allowed', edited('"go": "1.20"', '"__proto__": {"go": "1.20"}')),
  document('__proto__ written with escapes', 'not allowed', edited('"go": "1.20"', String.raw`"\u005f_proto__": "1.20"`)),
  document('__proto__ as a key of the environment', 'not allowed', edited('"CGO_ENABLED": "1"', '"__proto__": "1"')),
  document('__proto__ as a file', 'not allowed', edited('"go.mod":', '"__proto__":')),
  document('constructor as an axis', 'not allowed', edited('"go": "1.20"', '"constructor": {"prototype": {"go": 1}}')),
  document('constructor as an origin', 'not allowed', edited('"CGO_ENABLED": "default"', '"constructor": "default"')),
  document('prototype deep in an axis', 'not allowed', edited('"1.20"', '[[{"a":{"prototype":1}}]]')),
]

const fields: readonly HostileDocument[] = [
  field('no schema', 'schema', ['schema'], undefined),
  field('the schema of a report', 'schema', ['schema'], 'goparity/report/1'),
  field('a schema that is a number', 'schema', ['schema'], 1),
  field('a schema with an escape sequence', 'schema', ['schema'], '\u001B[2Jgoparity/snapshot/1'),
  document('a later schema', 'goparity/snapshot/2', changed(['schema'], 'goparity/snapshot/2'), 'snapshot-newer'),
  field('a later schema with a number of its own', 'schema', ['schema'], 'goparity/snapshot/1e9'),
  field('a field too many', 'unknown field', ['html'], '<b>'),
  field('a field too many that is a command', 'unknown field', ['\n::error::x'], 1),
  field('a field too many in a module', 'unknown field', ['roots', 0, 'modules', 0, 'toString'], 'x'),
  field('a negative count', '>=0', ['environment', 'unknownKeys'], -1),
  field('half a count', 'whole number', ['environment', 'unknownKeys'], 0.5),
  field('a count that is a text', 'number', ['environment', 'unknownKeys'], '1'),
  field('a count of a million digits', 'number', ['integrity', 'layers', 0, 'checked'], '9'.repeat(MANY)),
  field('an unknown provider', 'provider', ['job', 'provider'], 'evil'),
  field('a name that is a list', 'string', ['job', 'name'], ['build']),
  field('a matrix that is a list', 'id', ['job', 'matrix'], ['1.20']),
  field('a leg before the first', '>=0', ['job', 'leg'], { index: -1, total: 2 }),
  field('an environment value that is an object', 'string', ['environment', 'values', 'GOOS'], { toString: 'linux' }),
  field('an unknown origin', 'origins', ['environment', 'origins', 'GOOS'], '<b>'),
  field('roots by name', 'roots', ['roots'], { '.': {} }),
  field('a module that is null', 'modules', ['roots', 0, 'modules', 0], null),
  field('a main module that is none', 'main', ['roots', 0, 'modules', 0, 'main'], false),
  field('an unknown outcome', 'outcome', ['targets', 0, 'outcome'], 'excellent'),
  field('cgo that is a word', 'cgo', ['targets', 0, 'cgo'], 'yes'),
]

const sizes: readonly HostileDocument[] = [
  many('a million modules', '"modules": [', ITEMS.module),
  many('a million targets', '"targets": [', ITEMS.target),
  { title: '40 million blanks', word: 'at most 33554432', code: 'archive-refused', bytes: () => Buffer.alloc(40_000_000, ' ') },
]

/** Ids that are not what provider, workflow, name and matrix make. */
const identities: readonly HostileDocument[] = [
  field('the id of another job', 'id', ['job', 'id'], 'github:ci.yml#deploy{"go":"1.20"}'),
  field('the id of another provider', 'id', ['job', 'provider'], 'local'),
  field('the id of another workflow', 'id', ['job', 'workflow'], '.github/workflows/release.yml'),
  field('the id of another leg', 'id', ['job', 'matrix', 'go'], '1.2'),
  field('the id of a leg of another type', 'id', ['job', 'matrix', 'go'], 1.2),
  field('the id of a job with an axis less', 'id', ['job', 'matrix', 'os'], 'linux'),
  field('an empty id', 'id', ['job', 'id'], ''),
  document('two ids, the second that of another job', 'id', edited('"label":', String.raw`"\u0069d": "github:ci.yml#deploy", "label":`)),
]

function baseline(title: string, word: string, content: string, code: ParityErrorCode = 'baseline-unreadable'): HostileDocument {
  return document(title, word, content, code)
}

const inBaseline = (part: string, by: string): string => edited(part, by, benignBaselineText)

/** What must not be read as a snapshot. */
export const hostileSnapshots: readonly HostileDocument[] = [...texts, ...depths, ...prototypes, ...fields, ...sizes, ...identities]

/** What must not be read as a baseline. */
export const hostileBaselines: readonly HostileDocument[] = [
  baseline('nothing', 'empty', ''),
  baseline('half a baseline', 'no complete JSON', benignBaselineText.slice(0, benignBaselineText.length / 2)),
  baseline('two baselines', 'no complete JSON', benignBaselineText + benignBaselineText),
  baseline('a list', 'no JSON object', `[${benignBaselineText}]`),
  baseline('a snapshot', 'schema', benignText),
  baseline('no schema', 'schema', inBaseline('"schema": "goparity/baseline/1",', '')),
  baseline('a later schema', 'later version', inBaseline('goparity/baseline/1', 'goparity/baseline/2'), 'baseline-newer'),
  baseline('a snapshot of a later schema', 'later version', inBaseline('goparity/snapshot/1', 'goparity/snapshot/2'), 'baseline-newer'),
  baseline(
    'a field too many',
    'unknown field',
    inBaseline('"schema": "goparity/baseline/1"', '"schema": "goparity/baseline/1", "extra": 1'),
  ),
  baseline(
    '__proto__ at the top',
    'unknown field',
    inBaseline('"schema": "goparity/baseline/1"', '"schema": "goparity/baseline/1", "__proto__": {}'),
  ),
  baseline('__proto__ in a snapshot', 'not allowed', inBaseline('"go": "1.20"', '"__proto__": "1.20"')),
  baseline('snapshots by name', 'no list', '{"schema": "goparity/baseline/1", "snapshots": {"0": {}}}'),
  baseline('a snapshot that is null', 'snapshots[0]', '{"schema": "goparity/baseline/1", "snapshots": [null]}'),
  baseline('a job twice', 'twice', formatBaseline([benign, benign])),
  baseline('brackets, 100,000 deep', 'deeper than', inBaseline('"1.20"', '['.repeat(DEEP) + ']'.repeat(DEEP))),
  baseline('the marks of a merge', 'merge', `<<<<<<< ours\n${benignBaselineText}`),
  baseline('a number beyond all bounds', 'null', inBaseline('"unknownKeys": 0', '"unknownKeys": 1e999')),
]
