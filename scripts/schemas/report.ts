import * as v from 'valibot'
import type { Report } from '../../src/report/index.js'

const verdict = v.picklist(['ok', 'findings', 'unknown', 'error'])
const layerOutcome = v.picklist(['ok', 'failed', 'unknown', 'not-applicable'])
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const milliseconds = v.pipe(v.number(), v.minValue(0))

const degrade = v.strictObject({ what: v.string(), why: v.string() })

const finding = v.strictObject({
  rule: v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9-]+$/)),
  severity: v.picklist(['error', 'warning', 'note']),
  state: v.picklist(['new', 'known', 'fixed']),
  title: v.string(),
  message: v.string(),
  subject: v.strictObject({
    module: v.exactOptional(v.string()),
    package: v.exactOptional(v.string()),
    target: v.exactOptional(v.string()),
    key: v.exactOptional(v.string()),
    file: v.exactOptional(v.string()),
    library: v.exactOptional(v.string()),
    tool: v.exactOptional(v.string()),
    host: v.exactOptional(v.string()),
  }),
  location: v.exactOptional(
    v.strictObject({
      file: v.string(),
      line: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      column: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  evidence: v.array(v.string()),
  fix: v.array(v.strictObject({ command: v.exactOptional(v.string()), edit: v.exactOptional(v.string()), why: v.string() })),
  jobs: v.exactOptional(v.array(v.string())),
  source: v.picklist(['environment', 'modules', 'integrity', 'packages', 'targets', 'binaries', 'baseline', 'sync']),
  root: v.exactOptional(v.string()),
})

const environmentDrift = v.strictObject({
  key: v.string(),
  class: v.picklist(['platform', 'version', 'path', 'verification', 'build', 'volatile', 'runner']),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
  explained: v.exactOptional(v.string()),
  from: v.exactOptional(v.picklist(['baseline', 'jobs'])),
  jobs: v.exactOptional(v.array(v.string())),
})

const moduleDrift = v.strictObject({
  root: v.string(),
  path: v.string(),
  change: v.picklist(['added', 'removed', 'moved', 'replaced', 'sum']),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
  explained: v.exactOptional(v.string()),
  from: v.exactOptional(v.picklist(['baseline', 'jobs'])),
  jobs: v.exactOptional(v.array(v.string())),
})

const sumDrift = v.strictObject({
  root: v.string(),
  line: v.string(),
  change: v.picklist(['extra', 'missing']),
  jobs: v.array(v.string()),
  explained: v.exactOptional(v.string()),
})

const target = v.strictObject({
  job: v.exactOptional(v.string()),
  root: v.exactOptional(v.string()),
  target: v.string(),
  goos: v.string(),
  goarch: v.string(),
  cgo: v.boolean(),
  outcome: v.picklist(['ok', 'failed', 'skipped', 'proved']),
  reason: v.exactOptional(v.string()),
  durationMs: milliseconds,
  rule: v.exactOptional(v.string()),
  state: v.exactOptional(v.picklist(['broken', 'known', 'fixed', 'new'])),
})

/** `goparity/report/1`. The published JSON Schema allows further fields: within a schema version they are only added. */
export const reportSchema: v.GenericSchema<unknown, Report> = v.pipe(
  v.strictObject({
    schema: v.literal('goparity/report/1'),
    tool: v.strictObject({ version: v.string() }),
    verdict,
    jobs: v.array(v.strictObject({ id: v.string(), label: v.string(), matrix: v.record(v.string(), v.any()), outcome: verdict })),
    findings: v.array(finding),
    integrity: v.strictObject({
      outcome: layerOutcome,
      layers: v.array(
        v.strictObject({
          layer: v.picklist([
            'go.sum',
            'ziphash',
            'zip',
            'directory',
            'go.mod',
            'vendor',
            'checksum-database',
            'build-inputs',
            'build-cache',
          ]),
          outcome: layerOutcome,
          checked: count,
          failed: count,
          reason: v.exactOptional(v.string()),
        }),
      ),
    }),
    targets: v.array(target),
    comparison: v.strictObject({
      baseline: v.nullable(v.strictObject({ source: v.string(), ref: v.string(), trusted: v.boolean(), reason: v.string() })),
      environment: v.array(environmentDrift),
      modules: v.array(moduleDrift),
      sums: v.exactOptional(v.array(sumDrift)),
    }),
    degraded: v.array(degrade),
    timings: v.strictObject({
      totalMs: milliseconds,
      goMs: milliseconds,
      steps: v.array(v.strictObject({ name: v.string(), ms: milliseconds })),
    }),
  }),
  v.title('goparity report'),
  v.description('What check, verify, build and compare print with --format json.'),
)
