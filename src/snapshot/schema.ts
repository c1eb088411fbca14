import * as v from 'valibot'
import type { Json, Snapshot } from './snapshot.js'

const text = v.string()
const maybeText = v.nullable(v.string())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Far above any real program: what is larger was made to fill memory. */
const many = <T>(item: v.GenericSchema<T>, most: number): v.GenericSchema<readonly T[]> => v.pipe(v.array(item), v.maxLength(most))
const yes = v.exactOptional(v.literal(true))

const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)]),
)

const job = v.strictObject({
  id: text,
  label: text,
  provider: v.picklist(['github', 'gitlab', 'jenkins', 'local']),
  workflow: maybeText,
  name: text,
  matrix: v.record(v.string(), json),
  leg: v.exactOptional(v.strictObject({ index: count, total: count })),
})

const environment = v.strictObject({
  values: v.record(v.string(), v.string()),
  origins: v.record(v.string(), v.picklist(['process', 'goenv', 'goroot', 'default', 'derived'])),
  unknownKeys: count,
})

const toolchain = v.strictObject({ running: text, requested: text, host: text })

const cCompiler = v.strictObject({ command: text, path: maybeText, version: maybeText, target: maybeText })

const libc = v.strictObject({ kind: v.picklist(['glibc', 'musl', 'other']), version: maybeText })

const runner = v.strictObject({ os: maybeText, arch: maybeText, image: maybeText, version: maybeText, environment: maybeText })

const goModule = v.strictObject({
  path: text,
  version: maybeText,
  main: yes,
  indirect: yes,
  replace: v.exactOptional(v.strictObject({ path: text, version: maybeText })),
  sum: v.exactOptional(text),
  goModSum: v.exactOptional(text),
  error: v.exactOptional(text),
})

const root = v.strictObject({
  directory: text,
  main: v.array(text),
  mode: v.picklist(['module', 'vendor', 'workspace', 'workspace-vendor', 'gopath']),
  modeReason: text,
  goLine: maybeText,
  toolchainLine: maybeText,
  files: v.record(v.string(), v.string()),
  vendor: v.nullable(v.strictObject({ files: count, hash: text })),
  modules: many(goModule, 50_000),
  missingSums: many(text, 100_000),
  otherSums: v.exactOptional(many(text, 200_000)),
  tidy: v.exactOptional(many(text, 10_000)),
})

const layer = v.strictObject({
  layer: v.picklist(['go.sum', 'ziphash', 'zip', 'directory', 'go.mod', 'vendor', 'checksum-database', 'build-inputs', 'build-cache']),
  outcome: v.picklist(['ok', 'failed', 'unknown', 'not-applicable']),
  checked: count,
  failed: count,
  reason: v.exactOptional(text),
})

const integrity = v.strictObject({
  outcome: v.picklist(['ok', 'failed', 'unknown', 'not-applicable']),
  layers: v.array(layer),
})

const binary = v.strictObject({
  package: text,
  linkage: v.picklist(['static', 'dynamic']),
  interpreter: v.nullable(text),
  needed: many(text, 1000),
  libc: v.nullable(v.picklist(['glibc', 'musl', 'bionic', 'uclibc'])),
  glibc: v.nullable(text),
})

const target = v.strictObject({
  root: text,
  target: text,
  goos: text,
  goarch: text,
  cgo: v.boolean(),
  cgoReason: v.picklist(['asked', 'environment', 'native', 'cross', 'no-compiler']),
  outcome: v.picklist(['ok', 'failed', 'skipped', 'proved']),
  reason: v.exactOptional(text),
  rule: v.exactOptional(text),
  proof: v.exactOptional(text),
  binaries: v.exactOptional(many(binary, 1000)),
  failedPackages: v.array(text),
})

/** A snapshot, field by field and nothing else. A JSON Schema can be made of it. */
export const snapshotSchema: v.GenericSchema<Snapshot> = v.strictObject({
  schema: v.literal('goparity/snapshot/1'),
  tool: v.strictObject({ version: text }),
  job,
  environment,
  toolchain,
  cCompiler: v.nullable(cCompiler),
  libc: v.nullable(libc),
  runner: v.nullable(runner),
  roots: many(root, 1000),
  integrity: v.nullable(integrity),
  targets: many(target, 10_000),
  contradictions: v.exactOptional(many(text, 1000)),
})
