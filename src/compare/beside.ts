import type { EnvironmentDrift } from '../report/index.js'
import type { ChangedFile } from './change.js'
import { does, joinPath, shownPath, type ChangedFiles } from './changed-files.js'
import { showValue } from './environment-findings.js'
import { editedModuleFiles } from './explain-change.js'
import { isRunningToolchain, machinePart } from './facts.js'
import { movedHow, nameAll, NAMED, type Attribution, type FailureFacts, type Moved } from './moved-modules.js'

/** What of the environment differs that a build can feel, as `Go go1.26.8 → go1.26.9`. */
export function movedWorld(environment: readonly EnvironmentDrift[]): readonly string[] {
  return environment.flatMap((drift) => {
    const { key, before, after, explained } = drift
    const felt = isRunningToolchain(key) || machinePart(drift) !== null || drift.class === 'build'
    if (!felt || explained?.startsWith('follows ') === true) return []
    return [`${isRunningToolchain(key) ? 'Go' : key} ${showValue(before)} → ${showValue(after)}`.slice(0, 300)]
  })
}

/** Packages of which the change touches nothing, and the folders from the project's directory that they can be in. */
interface Untouched {
  readonly untouched: readonly string[]
  readonly folders: ReadonlySet<string>
}

/** Whether a file below a package's folder can be part of it, as an embedded one is. */
function canBeEmbedded(path: string): boolean {
  return !/(?:^|\/)[._]|\.md$|_test\.go$|(?:^|\/)testdata\//.test(path)
}

/** Files of the change from which a failure of these packages may come, though they are not in the packages' own folders. */
function filesBeside(change: ChangedFiles, { root }: FailureFacts, { folders }: Untouched, moves: boolean): readonly ChangedFile[] {
  const below = [...folders].flatMap((folder) => {
    const path = joinPath(change.directory, folder)
    return path === null ? [] : [path === '' ? '' : `${path}/`]
  })
  const embedded = [...change.byPath.values()].filter(({ path }) => canBeEmbedded(path) && below.some((folder) => path.startsWith(folder)))
  // That modules move says what an edit of go.mod does.
  const asking = moves ? [] : editedModuleFiles(change, root.before, root.after)
  return [...new Set([...asking, ...[...change.sources.values()].flat(), ...embedded, ...change.workflows, ...change.composites])]
}

function listModules(drifts: FailureFacts['root']['drifts'], moved: readonly Moved[]): string {
  const told = moved.map(({ text, at }) => (at === null ? text : `${text} at ${at}`))
  return nameAll([...told, ...drifts.slice(NAMED).map(({ path }) => path)])
}

function withoutChange({ root: { drifts }, environment }: FailureFacts, modules: string, location: Attribution['location']): Attribution {
  const seen = [...(drifts.length === 0 ? [] : [modules]), ...movedWorld(environment)]
  const sentence =
    seen.length === 0
      ? 'Nothing else that was recorded differs from the baseline.'
      : `What else differs from the baseline: ${nameAll(seen)}. The failure may come from there.`
  return { sentences: [sentence], evidence: [], location, fix: [] }
}

function nothing(change: ChangedFiles, name: string, world: readonly string[]): Attribution {
  const moved = world.length === 0 ? '' : ` What moved in its environment: ${nameAll(world)}.`
  const again = world.length === 0 ? ' Nothing else that was recorded differs either: build it again, to see whether it stays.' : moved
  const sentence = change.complete
    ? `Nothing in ${change.name} touches ${name}.${again}`
    : `Whether ${does(change, 'touches')} ${name} is not known: the platform named only the first of its files.${moved}`
  return { sentences: [sentence], evidence: [], location: null, fix: [] }
}

/** Of packages that the change does not touch: what else moved, from which a failure may come; never more than that. */
export function lookBeside(facts: FailureFacts, untouched: Untouched): Attribution {
  const { root, change, environment } = facts
  const { drifts } = root
  const moved = drifts.slice(0, NAMED).map((drift) => movedHow(drift, facts))
  const amount = `${String(drifts.length)} ${drifts.length === 1 ? 'module' : 'modules'}`
  const modules = `${amount} (${listModules(drifts, moved)})`
  const location = moved.find((one) => one.location !== null)?.location ?? null
  if (change === null) return withoutChange(facts, modules, location)
  const world = movedWorld(environment)
  const named = nameAll(untouched.untouched, 2)
  const asked = moved.some((one) => one.asked)
  const files = filesBeside(change, facts, untouched, asked)
  if (drifts.length === 0 && files.length === 0) return nothing(change, named === '' ? 'it' : named, world)
  const told = [
    ...(asked ? [`moves ${modules}`] : []),
    ...(files.length === 0 ? [] : [`edits ${nameAll(files.map(({ path }) => shownPath(change, path)))}`]),
  ]
  const its =
    named === ''
      ? 'which packages failed was not said'
      : `none of the files of ${named} is in ${change.name}${change.complete ? '' : ', as far as the platform named them'}`
  const beside = [
    ...(told.length === 0 ? [] : [`it ${told.join(' and ')}`]),
    ...(asked || drifts.length === 0 ? [] : [`${modules} moved since that baseline`]),
  ]
  return {
    sentences: [`${its.replace(/^./, (letter) => letter.toUpperCase())}; ${beside.join(', and ')}. The failure may come from there.`],
    evidence: world,
    location,
    fix: [],
  }
}
