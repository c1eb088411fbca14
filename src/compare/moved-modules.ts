import { compareVersions } from '../modules/index.js'
import type { EnvironmentDrift, Fix, Location, ModuleDrift } from '../report/index.js'
import type { TargetResult } from '../snapshot/index.js'
import { does, locate, type ChangedFiles } from './changed-files.js'
import type { ComparedRoot } from './compared-job.js'
import { editedModuleFiles, findBump, nameFiles } from './explain-change.js'
import { describeModuleDrift } from './module-findings.js'

/** A target that newly fails in one job. */
export interface FailureFacts {
  readonly root: ComparedRoot
  readonly result: TargetResult
  readonly environment: readonly EnvironmentDrift[]
  readonly change: ChangedFiles | null
}

/** What of the change a failure belongs to. It never says that it is the cause. */
export interface Attribution {
  readonly sentences: readonly string[]
  readonly evidence: readonly string[]
  readonly location: Location | null
  readonly fix: readonly Fix[]
}

/** Names that a sentence has. */
export const NAMED = 5

/** `a, b and 3 more` */
export function nameAll(names: readonly string[], limit: number = NAMED): string {
  // Never half of a surrogate pair.
  const shown = names.slice(0, limit).map((name) => (name.length > 200 ? `${name.slice(0, 200).replace(/[\uD800-\uDBFF]$/, '')}…` : name))
  if (names.length > limit) return `${shown.join(', ')} and ${String(names.length - limit)} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : (shown[0] ?? '')
}

/** A moved module and how the change has to do with it. */
export interface Moved {
  readonly text: string
  /** `which this pull request bumps at go.mod:7` */
  readonly how: string
  /** `go.mod:7`, where a line of the change names it. */
  readonly at: string | null
  readonly location: Location | null
  /** Whether the change asks for it, as far as anybody can tell. */
  readonly asked: boolean
}

const VERBS = { added: 'adds', replaced: 'replaces', moved: 'bumps', removed: 'edits', sum: 'edits' } as const

function verbOf({ change, before, after }: ModuleDrift): 'adds' | 'replaces' | 'bumps' | 'downgrades' | 'edits' {
  if (change === 'moved' && before !== null && after !== null && compareVersions(after, before) < 0) return 'downgrades'
  return VERBS[change]
}

/** Says how a module moved, and which line of the change asks for it. */
export function movedHow(drift: ModuleDrift, { root, change }: FailureFacts): Moved {
  // A changed hash has a finding of its own, with both.
  const text = drift.change === 'sum' ? drift.path : describeModuleDrift(drift)
  const none = { text, at: null, location: null }
  if (drift.change === 'sum') return { ...none, how: 'whose content is not what the baseline has', asked: false }
  if (change === null) return { ...none, how: 'which moved since the baseline', asked: false }
  const files = editedModuleFiles(change, root.before, root.after)
  const bump = findBump(change, files, root.after, drift.path)
  if (bump !== null) {
    const how = `which ${does(change, verbOf(drift))} at ${bump.explained}`
    return { text, how, at: bump.explained, location: bump.location, asked: true }
  }
  const [first] = files
  if (first !== undefined) {
    const how = `which moved with the build list: ${does(change, 'edits')} ${nameFiles(change, files)}`
    return { text, how, at: null, location: locate(change, first), asked: true }
  }
  const how = change.complete ? `which moved since that baseline, not in ${change.name}` : 'which moved since that baseline'
  return { ...none, how, asked: false }
}

/** A way back to the version of the baseline, for one that a line of the change asks for; only of what a shell can take unquoted. */
export function backFix({ path, change, before }: ModuleDrift, root: string): readonly Fix[] {
  if (change !== 'moved' || before === null || !/^v[0-9A-Za-z.+-]{1,100}$/.test(before)) return []
  if (!/^[A-Za-z0-9][\w.~/-]{0,200}$/.test(path) || !/^[A-Za-z0-9_.][\w./-]{0,200}$/.test(root)) return []
  const go = root === '.' ? 'go' : `go -C ${root}`
  return [{ command: `${go} get ${path}@${before}`, why: 'goes back to the version with which it built' }]
}
