import { diffEnvironments } from '../environment/index.js'
import { diffModules, diffRootFiles } from '../modules/index.js'
import type { EnvironmentDrift, Finding, ModuleDrift } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { environmentFindings, ignoredBecause } from './environment-findings.js'
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

/**
 * Compares a job with its baseline. A difference that an ignore rule names is explained by it.
 * Findings are in the order environment, modules, targets; incidents of failed targets are the caller's
 * (`stateOf` marks those that the baseline knows).
 */
export function compareToBaseline(baseline: Snapshot, present: Snapshot, ignore: readonly IgnoreRule[] = []): BaselineComparison {
  const environment = markEnvironment(diffEnvironments(baseline, present), ignore)
  const modules = markModules(diffModules(baseline, present), ignore)
  return {
    environment,
    modules,
    findings: [
      ...environmentFindings(environment, present),
      ...moduleFindings(modules, (drift) => builtVersion(present, drift)),
      ...vendorFindings(baseline, present),
      ...targetFindings(baseline, present),
    ],
  }
}
