import type { Finding, Report } from './model.js'

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
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const ESCAPED = /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|(?<=##)\[/g

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
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
    targets,
    comparison: { baseline: comparison.baseline, environment: comparison.environment, modules: comparison.modules },
    degraded,
    timings: { totalMs: timings.totalMs, goMs: timings.goMs, steps: timings.steps },
  }
  return `${JSON.stringify(exact, null, 2).replaceAll(ESCAPED, escape)}\n`
}
