import type { Finding } from '../report/index.js'
import type { Snapshot, TargetResult } from '../snapshot/index.js'
import { binaryFindings } from './binary-findings.js'

/** Tells targets of several roots apart. NUL can be in neither part. */
export function targetKey({ root, target }: Pick<TargetResult, 'root' | 'target'>): string {
  return `${root}\0${target}`
}

/** A target was really compiled, or is known to be what was compiled. */
export function builds(result: TargetResult): boolean {
  return result.outcome === 'ok' || result.outcome === 'proved'
}

function findingOf(rule: string, result: TargetResult, words: Pick<Finding, 'severity' | 'title' | 'message'> & Partial<Finding>): Finding {
  return {
    rule,
    state: 'new',
    subject: { target: result.target },
    evidence: [],
    fix: [],
    source: 'targets',
    ...(result.root === '.' ? {} : { root: result.root }),
    ...words,
  }
}

function broken(result: TargetResult): Finding {
  const packages = result.failedPackages.slice(0, 10)
  return findingOf('target/broken', result, {
    severity: 'error',
    title: `${result.target} no longer builds`,
    message: 'It built in the baseline and does not build now.',
    evidence: [...(result.reason === undefined ? [] : [result.reason]), ...packages],
  })
}

function fixed(result: TargetResult): Finding {
  return findingOf('target/fixed', result, {
    severity: 'note',
    state: 'fixed',
    title: `${result.target} builds again`,
    message: 'It failed in the baseline and builds now.',
    fix: [{ command: 'goparity baseline save', why: 'keeps it so: from then on a failure is a new one' }],
  })
}

function removed(result: TargetResult, reason: string): Finding {
  return findingOf('target/removed', result, {
    severity: 'note',
    title: `${result.target} is no longer built`,
    message: `The baseline has it; ${reason}.`,
  })
}

function added(results: readonly TargetResult[]): Finding[] {
  return results.map((result) =>
    findingOf('target/added', result, {
      severity: 'note',
      title: `${result.target} is new`,
      message: 'The baseline does not have this target: there is nothing to compare it with yet.',
    }),
  )
}

function dropped(before: TargetResult, now: TargetResult): Finding {
  const platform = before.target.replace(/[+-]cgo$/, '')
  return findingOf('cgo/silently-dropped', now, {
    severity: 'warning',
    title: `${platform} is built without cgo now`,
    message:
      'The baseline built it with cgo. Here no C compiler is on PATH, so go turned cgo off without a word and left files out that import "C".',
    evidence: [`baseline: ${before.target}`, `now: ${now.target}`],
    fix: [
      { edit: 'install a C compiler in this job', why: 'go then turns cgo on again by itself' },
      { edit: `ask for ${platform}-cgo`, why: 'when cgo off is what you want: then it is off everywhere' },
    ],
  })
}

/** The same platform with cgo the other way round. */
function twin(result: TargetResult): string {
  const other = result.target.endsWith('+cgo') ? result.target.replace(/\+cgo$/, '-cgo') : result.target.replace(/-cgo$/, '+cgo')
  return targetKey({ root: result.root, target: other })
}

/** Findings for targets that build no longer, build again, build other programs, are new or are gone. */
export function targetFindings(baseline: Snapshot, present: Snapshot): readonly Finding[] {
  const before = new Map(baseline.targets.map((result) => [targetKey(result), result]))
  const now = new Map(present.targets.map((result) => [targetKey(result), result]))
  const findings: Finding[] = []
  const fresh: TargetResult[] = []
  for (const result of present.targets) {
    const was = before.get(targetKey(result))
    const other = before.get(twin(result))
    if (was === undefined) {
      const lostCgo = other !== undefined && !now.has(twin(result)) && result.cgoReason === 'no-compiler'
      if (lostCgo) findings.push(dropped(other, result))
      else fresh.push(result)
    } else if (builds(was) && result.outcome === 'failed') findings.push(broken(result))
    else if (was.outcome === 'failed' && builds(result)) findings.push(fixed(result))
    else if (builds(was) && builds(result)) findings.push(...binaryFindings(was, result))
    else if (was.outcome !== 'skipped' && result.outcome === 'skipped') findings.push(removed(result, result.reason ?? 'it was skipped'))
  }
  // A snapshot that only records has no targets at all: that is not "all were removed".
  if (present.targets.length > 0 && baseline.targets.length > 0) {
    findings.push(...added(fresh))
    for (const result of baseline.targets) {
      const replaced = now.get(twin(result))?.cgoReason === 'no-compiler'
      if (!now.has(targetKey(result)) && !replaced) findings.push(removed(result, 'nobody asks for it any more'))
    }
  }
  return findings
}

/** Whether a target fails as it did before: by the same rule, in no further package. */
export function isSameFailure(was: TargetResult, now: TargetResult): boolean {
  if (was.outcome !== 'failed' || now.outcome !== 'failed' || now.rule !== was.rule) return false
  const before = new Set(was.failedPackages)
  return now.failedPackages.every((path) => before.has(path))
}

/** Failures of this target that the baseline has too. */
function isKnown(finding: Finding, was: TargetResult, now: TargetResult | undefined): boolean {
  // Several incidents of one failure: when the failure as a whole is the old one, all of them are.
  if (now !== undefined && isSameFailure(was, now)) return true
  const name = finding.subject.package
  return finding.rule === was.rule && (name === undefined || was.failedPackages.length === 0 || was.failedPackages.includes(name))
}

/**
 * Marks what the baseline knows: a finding of a target that failed there by the same rule becomes `known`.
 * With the present snapshot, all findings of a failure that is the old one (same rule, no further package) do.
 * Everything else keeps its state.
 */
export function stateOf(findings: readonly Finding[], baseline: Snapshot, present?: Snapshot): readonly Finding[] {
  const failed = new Map(baseline.targets.filter((result) => result.outcome === 'failed').map((result) => [targetKey(result), result]))
  const now = new Map((present?.targets ?? []).map((result) => [targetKey(result), result]))
  return findings.map((entry) => {
    if (entry.state !== 'new' || entry.subject.target === undefined) return entry
    if (entry.source !== 'targets' && entry.source !== 'packages') return entry
    const key = targetKey({ root: entry.root ?? '.', target: entry.subject.target })
    const was = failed.get(key)
    return was !== undefined && isKnown(entry, was, now.get(key)) ? { ...entry, state: 'known' } : entry
  })
}
