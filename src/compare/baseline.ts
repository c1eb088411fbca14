import { diffEnvironments } from '../environment/index.js'
import { diffModules, diffRootFiles } from '../modules/index.js'
import type { EnvironmentDrift, Finding, Location, ModuleDrift } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import type { ChangedFiles } from './changed-files.js'
import { environmentFindings, ignoredBecause, type ChangeContext } from './environment-findings.js'
import { editedModuleFiles, explainBuildList, explainerOf, findBump, findSumLine, type Edit } from './explain-change.js'
import { inRoot, moduleFindings } from './module-findings.js'
import { isIgnoredBy, type IgnoreRule } from './policy.js'
import { targetFindings } from './target-findings.js'

/** What differs from a baseline, and what of it a person should see. */
export interface BaselineComparison {
  readonly environment: readonly EnvironmentDrift[]
  readonly modules: readonly ModuleDrift[]
  readonly findings: readonly Finding[]
}

/** The rule under which a difference of the environment is reported, for `ignore`. */
function environmentRule(drift: EnvironmentDrift): string {
  if (drift.key === 'GOVERSION' || drift.key === 'toolchain.running') return 'toolchain/drift'
  return drift.class === 'runner' ? 'runner/drift' : 'env/drift'
}

function markEnvironment(drifts: readonly EnvironmentDrift[], ignore: readonly IgnoreRule[]): readonly EnvironmentDrift[] {
  return drifts.map((drift) => {
    const rule = ignore.find((entry) => isIgnoredBy(entry, { rule: environmentRule(drift), key: drift.key }))
    return rule === undefined ? drift : { ...drift, explained: ignoredBecause(rule.reason) }
  })
}

function markModules(drifts: readonly ModuleDrift[], ignore: readonly IgnoreRule[]): readonly ModuleDrift[] {
  return drifts.map((drift) => {
    const rule = drift.change === 'sum' ? 'modules/sum-drift' : 'modules/drift'
    const found = ignore.find((entry) => isIgnoredBy(entry, { rule, module: drift.path }))
    return found === undefined ? drift : { ...drift, explained: ignoredBecause(found.reason) }
  })
}

/** The version whose hash changed: what is built of that module in a root. */
export function builtVersion(snapshot: Snapshot, drift: ModuleDrift): string | null {
  const module = snapshot.roots.find(({ directory }) => directory === drift.root)?.modules.find(({ path }) => path === drift.path)
  return module?.replace?.version ?? module?.version ?? null
}

/** Files of a vendor tree by content, and its list. Added or removed as a whole is another way to build: GOFLAGS and go.mod tell of it. */
function isVendored(file: string): boolean {
  return file === 'vendor' || file === 'vendor/modules.txt'
}

function vendorFindings(baseline: Snapshot, present: Snapshot): readonly Finding[] {
  const drifts = diffRootFiles(baseline, present).filter(
    ({ file, change, explained }) => isVendored(file) && change === 'edited' && explained === undefined,
  )
  return [...new Set(drifts.map(({ root }) => root))].map((root) => ({
    rule: 'vendor/modified',
    severity: 'warning',
    state: 'new',
    title: `${inRoot(root, 'vendor')} is not what the baseline has`,
    message: 'Files in vendor/ changed, yet go.mod did not. go builds vendor/ as it is and never checks it.',
    subject: { file: inRoot(root, 'vendor') },
    evidence: [],
    fix: [{ command: 'go mod vendor', why: 'writes vendor/ anew from the modules; git diff vendor then shows what was different' }],
    source: 'modules',
    root,
  }))
}

/** What the change accounts for is explained by it, and where it does so is kept. */
function explainEnvironment(
  drifts: readonly EnvironmentDrift[],
  present: Snapshot,
  change: ChangedFiles,
): { readonly rows: readonly EnvironmentDrift[]; readonly context: ChangeContext } {
  const explainer = explainerOf(change, present)
  const edits = new Map<EnvironmentDrift, Edit>()
  const rows = drifts.map((drift) => {
    const edit = explainer.explain(drift, drifts)
    if (edit === null) return drift
    const row = { ...drift, explained: edit.explained }
    edits.set(row, edit)
    return row
  })
  return { rows, context: { change, edits } }
}

/** The environment of a job against that of the baseline. */
export function compareEnvironment(
  baseline: Snapshot,
  present: Snapshot,
  ignore: readonly IgnoreRule[],
  change: ChangedFiles | null,
): Omit<BaselineComparison, 'modules'> {
  const found = diffEnvironments(baseline, present)
  const { rows, context } = change === null ? { rows: found, context: null } : explainEnvironment(found, present, change)
  const environment = markEnvironment(rows, ignore)
  return { environment, findings: environmentFindings(environment, present, context) }
}

function explainModules(
  drifts: readonly ModuleDrift[],
  baseline: Snapshot,
  present: Snapshot,
  change: ChangedFiles,
): readonly ModuleDrift[] {
  const reasons = new Map<string, string | null>()
  for (const root of present.roots) {
    const before = baseline.roots.find(({ directory }) => directory === root.directory) ?? null
    if (drifts.some((drift) => drift.root === root.directory)) reasons.set(root.directory, explainBuildList(change, before, root))
  }
  return drifts.map((drift) => {
    // One version with another hash is never explained: an edited go.sum is how a poisoned module looks.
    const reason = drift.change === 'sum' ? null : (reasons.get(drift.root) ?? null)
    return reason === null ? drift : { ...drift, explained: reason }
  })
}

/** Where the change asks for what is built now, for one drift. */
function placeOf(drift: ModuleDrift, baseline: Snapshot, present: Snapshot, change: ChangedFiles): Location | null {
  const after = present.roots.find(({ directory }) => directory === drift.root)
  if (after === undefined) return null
  const before = baseline.roots.find(({ directory }) => directory === drift.root) ?? null
  if (drift.change === 'sum') return findSumLine(change, before, after, drift)
  return findBump(change, editedModuleFiles(change, before, after), after, drift.path)?.location ?? null
}

/** The build lists of a job, and what it vendored, against those of the baseline. */
export function compareBuildLists(
  baseline: Snapshot,
  present: Snapshot,
  ignore: readonly IgnoreRule[],
  change: ChangedFiles | null,
): Omit<BaselineComparison, 'environment'> {
  const found = diffModules(baseline, present)
  const modules = markModules(change === null ? found : explainModules(found, baseline, present, change), ignore)
  const place = change === null ? () => null : (drift: ModuleDrift) => placeOf(drift, baseline, present, change)
  return {
    modules,
    findings: [...moduleFindings(modules, (drift) => builtVersion(present, drift), place), ...vendorFindings(baseline, present)],
  }
}

/**
 * Compares a job with its baseline. A difference that an ignore rule names is explained by it.
 * Findings are in the order environment, modules, targets; incidents of failed targets are the caller's
 * (`stateOf` marks those that the baseline knows).
 */
export function compareToBaseline(baseline: Snapshot, present: Snapshot, ignore: readonly IgnoreRule[] = []): BaselineComparison {
  const { environment, findings } = compareEnvironment(baseline, present, ignore, null)
  const lists = compareBuildLists(baseline, present, ignore, null)
  return { environment, modules: lists.modules, findings: [...findings, ...lists.findings, ...targetFindings(baseline, present)] }
}
