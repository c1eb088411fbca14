import type { Comparison, EnvironmentDrift, Finding, ModuleDrift, Report, ReportTarget } from './model.js'

function finding(entry: Finding): Finding {
  const { rule, severity, state, title, message, subject, location, evidence, fix, jobs, source, root } = entry
  return {
    rule,
    severity,
    state,
    title,
    message,
    subject,
    ...(location === undefined ? {} : { location }),
    evidence,
    fix,
    ...(jobs === undefined ? {} : { jobs }),
    source,
    ...(root === undefined ? {} : { root }),
  }
}

/** What a terminal or a runner could obey, where JSON may write it as an escape: the value stays the same. */
const ESCAPED =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|(?<=##)\[/gu

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
}

/** The same JSON value with nothing in it that a terminal or a runner could obey. */
export function escapeJson(json: string): string {
  return json.replaceAll(ESCAPED, escape)
}

/** The fields that a row has when several jobs were compared. */
function among({ explained, from, jobs }: EnvironmentDrift | ModuleDrift): Pick<EnvironmentDrift, 'explained' | 'from' | 'jobs'> {
  return {
    ...(explained === undefined ? {} : { explained }),
    ...(from === undefined ? {} : { from }),
    ...(jobs === undefined ? {} : { jobs }),
  }
}

function comparisonOf({ baseline, environment, modules, sums }: Comparison): Comparison {
  return {
    baseline: baseline === null ? null : { source: baseline.source, ref: baseline.ref, trusted: baseline.trusted, reason: baseline.reason },
    environment: environment.map((row) => ({ key: row.key, class: row.class, before: row.before, after: row.after, ...among(row) })),
    modules: modules.map((row) => ({
      root: row.root,
      path: row.path,
      change: row.change,
      before: row.before,
      after: row.after,
      ...among(row),
    })),
    ...(sums === undefined
      ? {}
      : {
          sums: sums.map(({ root, line, change, jobs, explained }) => ({
            root,
            line,
            change,
            jobs,
            ...(explained === undefined ? {} : { explained }),
          })),
        }),
  }
}

function targetOf({ job, root, target, goos, goarch, cgo, outcome, reason, durationMs, rule, state }: ReportTarget): ReportTarget {
  return {
    ...(job === undefined ? {} : { job }),
    ...(root === undefined ? {} : { root }),
    target,
    goos,
    goarch,
    cgo,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    durationMs,
    ...(rule === undefined ? {} : { rule }),
    ...(state === undefined ? {} : { state }),
  }
}

/** The report as JSON of schema `goparity/report/1`: exactly its fields, indented by two spaces, with a final line feed. */
export function renderJson(report: Report): string {
  const { schema, tool, verdict, jobs, findings, integrity, targets, comparison, degraded, timings } = report
  const exact: Report = {
    schema,
    tool: { version: tool.version },
    verdict,
    jobs: jobs.map(({ id, label, matrix, outcome }) => ({ id, label, matrix, outcome })),
    findings: findings.map(finding),
    integrity: { outcome: integrity.outcome, layers: integrity.layers },
    targets: targets.map(targetOf),
    comparison: comparisonOf(comparison),
    degraded,
    timings: { totalMs: timings.totalMs, goMs: timings.goMs, steps: timings.steps },
  }
  return `${escapeJson(JSON.stringify(exact, null, 2))}\n`
}
