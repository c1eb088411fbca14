import type { Finding, Severity } from '../report/index.js'

/** What a rule of the configuration makes of a rule id. */
export interface RuleSetting {
  readonly severity: 'off' | Severity
  readonly reason: string
}

/** Names findings that are no news. Every field that is given must match; `*` stands for any run of characters. */
export interface IgnoreRule {
  readonly rule?: string | undefined
  readonly key?: string | undefined
  /** Module path, or `path@version`. */
  readonly module?: string | undefined
  readonly target?: string | undefined
  readonly package?: string | undefined
  readonly reason: string
}

/** What a project says about findings; a parsed configuration is one. */
export interface Policy {
  readonly rules?: { readonly [rule: string]: RuleSetting } | undefined
  readonly ignore?: readonly IgnoreRule[] | undefined
}

/** A finding that the policy took out, and why. */
export interface SuppressedFinding {
  readonly finding: Finding
  readonly reason: string
}

/** Whether a text matches a pattern in which `*` stands for any run of characters. Never backtracks more than one star. */
export function matchesGlob(pattern: string, text: string): boolean {
  let at = 0
  let next = 0
  let star = -1
  let mark = 0
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next
      next += 1
      mark = at
    } else if (next < pattern.length && pattern[next] === text[at]) {
      next += 1
      at += 1
    } else if (star >= 0) {
      next = star + 1
      mark += 1
      at = mark
    } else return false
  }
  while (pattern[next] === '*') next += 1
  return next === pattern.length
}

/** The path of `path@version`. */
function modulePath(module: string): string {
  const at = module.indexOf('@')
  return at === -1 ? module : module.slice(0, at)
}

/** The fields of a finding, or of a drift, that an ignore rule can name. */
export interface Ignorable {
  readonly rule: string
  readonly key?: string | undefined
  readonly module?: string | undefined
  readonly target?: string | undefined
  readonly package?: string | undefined
}

/** Whether an ignore rule names this. A rule that names nothing matches nothing. */
export function isIgnoredBy(ignore: IgnoreRule, what: Ignorable): boolean {
  const wanted: readonly (readonly [string | undefined, readonly (string | undefined)[]])[] = [
    [ignore.rule, [what.rule]],
    [ignore.key, [what.key]],
    [ignore.module, [what.module, what.module === undefined ? undefined : modulePath(what.module)]],
    [ignore.target, [what.target]],
    [ignore.package, [what.package]],
  ]
  const given = wanted.filter(([pattern]) => pattern !== undefined)
  return (
    given.length > 0 &&
    given.every(([pattern, texts]) => texts.some((text) => text !== undefined && pattern !== undefined && matchesGlob(pattern, text)))
  )
}

/**
 * Applies a project's policy: `ignore` takes findings out, `rules` changes severities or switches a rule off.
 * What was taken out comes back with its reason, so that a report can count it.
 */
export function applyPolicy(
  findings: readonly Finding[],
  policy: Policy,
): { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[] } {
  const kept: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of findings) {
    const ignored = policy.ignore?.find((rule) => isIgnoredBy(rule, { ...finding.subject, rule: finding.rule }))
    // Own properties only: a rule called `constructor` must not find something.
    const setting = Object.hasOwn(policy.rules ?? {}, finding.rule) ? policy.rules?.[finding.rule] : undefined
    if (ignored !== undefined) suppressed.push({ finding, reason: ignored.reason })
    else if (setting === undefined) kept.push(finding)
    else if (setting.severity === 'off') suppressed.push({ finding, reason: setting.reason })
    else kept.push({ ...finding, severity: setting.severity })
  }
  return { findings: kept, suppressed }
}
