import type { Finding, FindingState, Severity } from './model.js'

/** Findings that say the same of several targets, as one. */
export interface FindingGroup {
  readonly finding: Finding
  /** In the order found, each once; empty when it is about no target. */
  readonly targets: readonly string[]
}

const SEVERITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }
const STATE: Readonly<Record<FindingState, number>> = { new: 0, known: 1, fixed: 2 }

function weight({ state, severity, rule }: Finding): number {
  // That a target broke is told best by why: its incidents go first.
  return STATE[state] * 100 + SEVERITY[severity] * 10 + (rule === 'target/broken' ? 1 : 0)
}

/** New before known before fixed, errors before warnings before notes; otherwise the causal order in which they came. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => weight(a) - weight(b))
}

/** The same cause in several targets is one thing to read. Keeps the order of first appearance. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { finding: Finding; targets: Set<string> }>()
  for (const finding of findings) {
    const { target, ...subject } = finding.subject
    const { rule, severity, state, message, location, evidence, fix, root, jobs } = finding
    const told = target === undefined ? finding.title : finding.title.replaceAll(target, '').replaceAll(target.replace(/[+-]cgo$/, ''), '')
    // Two findings are one when nothing but the target differs.
    const key = JSON.stringify([rule, severity, state, told, message, location, subject, evidence, fix, root, jobs])
    const group = groups.get(key) ?? { finding, targets: new Set<string>() }
    groups.set(key, group)
    if (target !== undefined) group.targets.add(target)
  }
  return [...groups.values()].map(({ finding, targets }) => ({ finding, targets: [...targets] }))
}
