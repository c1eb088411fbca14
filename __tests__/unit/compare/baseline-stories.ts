import type { ChangedFile, ChangeFacts } from '../../../src/compare/index.js'
import { foldBaseline, type BaselineFold } from '../../../src/compare/fold-baseline.js'
import type { IgnoreRule } from '../../../src/compare/index.js'
import type { Finding } from '../../../src/report/index.js'
import type { Root, Snapshot } from '../../../src/snapshot/index.js'
import { jobOf, moduleOf, rootOf, snapshotOf, targetOf } from './fixtures.js'

/** A file of a change, with the lines it brings. */
export function changed(
  path: string,
  added: Readonly<Record<number, string>> = {},
  status: ChangedFile['status'] = 'modified',
): ChangedFile {
  return { path, status, added: Object.entries(added).map(([line, text]) => ({ line: Number(line), text })) }
}

/** What a pull request does. */
export function pullRequest(touched: readonly ChangedFile[], more: Partial<ChangeFacts> = {}): ChangeFacts {
  return { name: 'this pull request', files: touched, complete: true, directory: '', ...more }
}

interface Story {
  readonly before: readonly Snapshot[] | null
  readonly now: readonly Snapshot[]
  readonly change?: ChangeFacts | null
  readonly ignore?: readonly IgnoreRule[]
}

/** Folds a story; jobs are named by their labels. */
export function tell({ before, now, change = null, ignore = [] }: Story): BaselineFold {
  const labels = now.map(({ job }) => ({ id: job.label, label: job.label }))
  return foldBaseline({ snapshots: now, labels, baseline: before, change, ignore })
}

/** Rule, severity and state of each finding. */
export function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule, severity, state }) => `${rule} ${severity} ${state}`)
}

const MAIN = { path: 'example.com/hello', version: null, main: true } as const

/** The files of a root whose go.mod and go.sum have these hashes. */
export function files(goMod: string, goSum: string = goMod): { readonly 'go.mod': string; readonly 'go.sum': string } {
  return { 'go.mod': goMod.repeat(64), 'go.sum': goSum.repeat(64) }
}

/** A job that builds golang.org/x/sys in a version, with what became of linux/arm64. */
export function withSys(version: string, goMod: string, failedPackages: readonly string[] = [], more: Partial<Snapshot> = {}): Snapshot {
  const outcome = failedPackages.length > 0 ? 'failed' : 'ok'
  return snapshotOf({
    roots: [
      rootOf({ modules: [MAIN, moduleOf('golang.org/x/sys', version), moduleOf('golang.org/x/term', 'v0.1.0')], files: files(goMod) }),
    ],
    targets: [targetOf('linux/amd64+cgo'), targetOf('linux/arm64-cgo', outcome, failedPackages.length > 0 ? { failedPackages } : {})],
    ...more,
  })
}

/** The same recording in three legs of a matrix. */
export function inLegs(snapshot: Snapshot): readonly Snapshot[] {
  return ['1.24', '1.25', '1.26'].map((go) => Object.assign({}, snapshot, { job: jobOf('build', { go }) }))
}

/** A job with one root, in which these packages fail for a target. */
export function building(root: Partial<Root>, failedPackages: readonly string[] = [], target: string = 'linux/arm64-cgo'): Snapshot {
  const outcome = failedPackages.length > 0 ? 'failed' : 'ok'
  return snapshotOf({ roots: [rootOf(root)], targets: [targetOf(target, outcome, { root: root.directory ?? '.', failedPackages })] })
}
