import type { EnvironmentDrift, ModuleDrift } from '../report/index.js'
import type { TargetResult } from '../snapshot/index.js'
import { lookBeside, movedWorld } from './beside.js'
import type { ChangedFile } from './change.js'
import { does, joinPath, locate, shownPath, type ChangedFiles } from './changed-files.js'
import { showValue } from './environment-findings.js'
import { isRunningToolchain } from './facts.js'
import { backFix, movedHow, nameAll, NAMED, type Attribution, type FailureFacts, type Moved } from './moved-modules.js'
import { ownersIn, type Owner } from './owners.js'

/** Packages that are looked at. */
const LOOKED_AT = 200

function upper(letter: string): string {
  return letter.toUpperCase()
}

/** Files of a package that the change touches, those that are named for the target's platform first. */
function touchedFiles(change: ChangedFiles, owner: Owner, { goos, goarch }: TargetResult): readonly ChangedFile[] {
  const found = owner.folders.flatMap((folder) => {
    const path = joinPath(change.directory, folder)
    return path === null ? [] : (change.sources.get(path) ?? [])
  })
  const rank = ({ path }: ChangedFile): number => {
    const parts = path
      .slice(path.lastIndexOf('/') + 1)
      .split(/[_.]/)
      .slice(1, -1)
    if (parts.includes(goos) || parts.includes(goarch)) return 0
    return parts.length === 0 ? 1 : 2
  }
  return [...new Set(found)].toSorted((a, b) => rank(a) - rank(b))
}

/** Failing packages, sorted by what they belong to. */
interface Sorted {
  readonly modules: Map<string, { readonly drift: ModuleDrift; readonly packages: string[] }>
  readonly files: Map<ChangedFile, string>
  readonly ofGo: string[]
  /** Of which the change touches nothing itself, and the folders they can be in. */
  readonly untouched: string[]
  readonly folders: Set<string>
}

function sortPackages(facts: FailureFacts): Sorted {
  const { root, result, change } = facts
  const drifts = new Map(root.drifts.map((drift) => [drift.path, drift]))
  const find = ownersIn(root.after)
  const sorted: Sorted = { modules: new Map(), files: new Map(), ofGo: [], untouched: [], folders: new Set() }
  for (const path of result.failedPackages.slice(0, LOOKED_AT)) {
    const owner = find(path)
    const drift = owner === null ? undefined : drifts.get(owner.module.path)
    const files = owner === null || change === null ? [] : touchedFiles(change, owner, result)
    for (const file of files) if (!sorted.files.has(file)) sorted.files.set(file, path)
    if (drift !== undefined) {
      const group = sorted.modules.get(drift.path) ?? { drift, packages: [] }
      sorted.modules.set(drift.path, group)
      group.packages.push(path)
    } else if (owner === null && !path.split('/', 1)[0]?.includes('.')) sorted.ofGo.push(path)
    if (drift !== undefined || files.length > 0) continue
    sorted.untouched.push(path)
    for (const folder of owner?.folders ?? []) sorted.folders.add(folder)
  }
  return sorted
}

function moduleSentence(packages: readonly string[], { text, how }: Moved): string {
  return `The failing ${packages.length === 1 ? 'package' : 'packages'} ${nameAll(packages, 2)} ${packages.length === 1 ? 'belongs' : 'belong'} to ${text}, ${how}.`
}

function fileSentence(change: ChangedFiles, files: ReadonlyMap<ChangedFile, string>): string {
  const packages = [...new Set(files.values())]
  const names = [...files.keys()].map((file) => shownPath(change, file.path))
  return `${does(change, 'touches')} ${names.length === 1 ? 'a file' : 'files'} of ${nameAll(packages, 2)}: ${nameAll(names)}.`.replace(
    /^./,
    upper,
  )
}

/** Packages of Go itself, when another Go builds. */
function goSentence(packages: readonly string[], environment: readonly EnvironmentDrift[]): string | null {
  const drift = environment.find(({ key }) => isRunningToolchain(key))
  if (packages.length === 0 || drift === undefined) return null
  const belong = packages.length === 1 ? 'belongs' : 'belong'
  return `The failing ${packages.length === 1 ? 'package' : 'packages'} ${nameAll(packages, 2)} ${belong} to Go itself, which is another one: ${showValue(drift.before)} → ${showValue(drift.after)}.`
}

/** Says what of the change the failing packages of a newly broken target belong to. Linear in packages, modules and files. */
export function attribute(facts: FailureFacts): Attribution {
  const { change, environment } = facts
  const sorted = sortPackages(facts)
  const modules = [...sorted.modules.values()]
    .slice(0, NAMED)
    .map(({ drift, packages }) => ({ drift, packages, moved: movedHow(drift, facts) }))
  const sentences = modules.map(({ packages, moved }) => moduleSentence(packages, moved))
  let location = modules.find(({ moved }) => moved.location !== null)?.moved.location ?? null
  const [file] = sorted.files.keys()
  if (change !== null && file !== undefined) {
    sentences.push(fileSentence(change, sorted.files))
    location ??= locate(change, file, file.added[0]?.line)
  }
  const ofGo = goSentence(sorted.ofGo, environment)
  if (ofGo !== null) sentences.push(ofGo)
  // What the failing packages themselves belong to says enough; what lies beside them is only told where that is nothing.
  if (sentences.length === 0) return lookBeside(facts, sorted)
  const fix = modules.flatMap(({ drift, moved }) => (moved.at === null ? [] : backFix(drift, facts.root.after.directory)))
  return { sentences, evidence: movedWorld(environment), location, fix }
}
