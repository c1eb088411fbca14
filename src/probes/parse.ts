import * as v from 'valibot'
import { ParityError } from '../errors.js'
import type { ProbeDocument } from './document.js'

/** Far more than any probe has. */
export const MAX_PROBE_BYTES: number = 4 * 1024 * 1024
const MAX_ROWS = 500

const text = v.pipe(v.string(), v.maxLength(2000))
const maybe = v.nullable(text)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const amount = v.pipe(v.number(), v.finite())
const build = v.picklist(['nocgo', 'nocgo+netgo', 'nocgo+netcgo', 'cgo', 'cgo+netgo', 'cgo+netcgo'])
const resolver = v.picklist(['go', 'libc'])

function rows<Schema extends v.GenericSchema>(
  row: Schema,
): v.SchemaWithPipe<readonly [v.ArraySchema<Schema, undefined>, v.MaxLengthAction<v.InferOutput<Schema>[], number, undefined>]> {
  return v.pipe(v.array(row), v.maxLength(MAX_ROWS))
}

// Fields of a later goparity are left out, not refused: a schema version only grows.
const schema = v.object({
  schema: v.literal('goparity/probe/1'),
  tool: v.object({ version: text }),
  go: v.object({ version: text, goos: text, goarch: text, cgoDefault: v.boolean() }),
  builds: rows(v.object({ name: build, outcome: v.picklist(['built', 'failed']), reason: maybe })),
  here: v.object({
    resolvConf: v.nullable(v.object({ nameservers: count, searchDomains: count, options: rows(text) })),
    hosts: maybe,
    netdns: maybe,
    tags: rows(text),
    variables: rows(text),
    resolvers: rows(v.object({ build, order: text, resolver })),
    clockSource: maybe,
  }),
  matrix: rows(
    v.object({
      build,
      netdns: v.picklist(['', 'netdns=go', 'netdns=cgo']),
      resolver,
      order: text,
      says: text,
      answered: v.boolean(),
      asked: rows(text),
    }),
  ),
  selection: rows(v.object({ build, when: text, order: text, resolver })),
  forms: rows(v.object({ build, inSource: v.boolean(), godebug: text, resolver })),
  options: rows(
    v.object({ resolver, option: v.picklist(['search', 'ndots', 'timeout', 'attempts']), honoured: v.boolean(), evidence: text }),
  ),
  waits: rows(
    v.object({
      resolver,
      way: v.picklist(['lookup', 'dial', 'http']),
      where: text,
      limitMs: v.nullable(count),
      ms: amount,
      asked: count,
      answered: v.boolean(),
      timeout: v.boolean(),
      error: text,
    }),
  ),
  deadlines: rows(
    v.object({
      resolver,
      deadline: v.picklist(['context', 'net.Dialer.Timeout', 'http.Client.Timeout', 'http.DefaultTransport (30 s for a dial)']),
      covers: v.boolean(),
      evidence: text,
    }),
  ),
  users: rows(v.object({ build, where: text, found: v.boolean(), name: maybe, groups: v.nullable(count), error: text })),
  clocks: rows(
    v.object({
      build,
      locked: v.boolean(),
      medianNs: amount,
      p99Ns: amount,
      resolutionNs: amount,
      backwards: count,
      handoverNs: amount,
      moved: v.nullable(count),
      samples: count,
    }),
  ),
  libc: rows(v.object({ build, kind: v.picklist(['glibc', 'other', 'none']), version: text, loaded: rows(text) })),
  degraded: rows(v.object({ what: text, why: text })),
})

function unreadable(name: string, why: string, cause?: unknown): ParityError {
  return new ParityError(
    'snapshot-unreadable',
    `${name} is no result of a probe: ${why}`,
    'write one with goparity probe --format json -o FILE',
    {
      cause,
    },
  )
}

/**
 * Reads a result of a probe of unknown origin; `name` is what errors call it (a path).
 * Throws `snapshot-unreadable`, naming the field, or `snapshot-newer`.
 */
export function parseProbe(printed: string, name: string): ProbeDocument {
  if (printed.length > MAX_PROBE_BYTES) throw unreadable(name, `it has ${String(printed.length)} characters`)
  let value: unknown
  try {
    value = JSON.parse(printed)
  } catch (error) {
    throw unreadable(name, 'it is no JSON', error)
  }
  const parsed = v.safeParse(schema, value, { abortEarly: true })
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const path = v.getDotPath(issue)?.slice(0, 120) ?? 'the whole'
  const written = v.safeParse(v.object({ schema: v.pipe(v.string(), v.regex(/^goparity\/probe\/[1-9]\d{0,8}$/)) }), value)
  if (written.success && written.output.schema !== 'goparity/probe/1')
    throw new ParityError('snapshot-newer', `${name} was written by a later goparity (schema ${written.output.schema})`, 'update goparity')
  throw unreadable(name, issue.received === 'undefined' ? `it has no ${path}` : `${path} must be ${issue.expected ?? 'shorter'}`)
}
