import type { Root, Snapshot } from '../snapshot/index.js'
import { explainByAxes, type Axis, type Said } from './axes.js'
import type { SharedRoot } from './build-lists.js'
import type { SharedSums, SumLine } from './sum-lines.js'

/** What the causes of lines are looked up in. */
export interface SumContext {
  readonly shared: SharedRoot
  readonly sums: SharedSums
  readonly snapshots: readonly Snapshot[]
  readonly axes: readonly Axis[]
}

/** The jobs on both sides of a line, and one of each side to ask. */
interface Sides {
  readonly have: readonly number[]
  readonly lack: readonly number[]
  readonly one: Root
  readonly other: Root
}

function runningGo(snapshot: Snapshot | undefined): string {
  return snapshot?.toolchain.running ?? ''
}

/** `go1.20` of `go1.20.14`. */
function language(version: string): string {
  return /^go\d+\.\d+/.exec(version)?.[0] ?? version
}

function list(values: ReadonlySet<string | null>): string {
  const names = [...values].map((value) => value ?? 'none')
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ')
}

/** What both sides have of something, when no value is on both: `go1.20 against go1.26`. */
function apart(have: readonly (string | null)[], lack: readonly (string | null)[]): string | null {
  const [left, right] = [new Set(have), new Set(lack)]
  return [...left].some((value) => right.has(value)) ? null : `${list(left)} against ${list(right)}`
}

/** Remembers what was worked out for a key. */
function remember<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = work(key)
    known.set(key, made)
    return made
  }
}

/** `path version` of everything that a root builds. */
function builtIn({ modules }: Root): ReadonlySet<string> {
  const built = modules.map(({ path, version, replace }) => replace ?? { path, version })
  return new Set(built.flatMap(({ path, version }) => (version === null ? [] : [`${path} ${version}`])))
}

/** The first job whose `go mod tidy` names a line, by `-line` and `+line`. */
function indexTidy({ roots }: SharedRoot): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  for (const [place, root] of roots.entries()) for (const line of root?.tidy ?? []) if (!index.has(line)) index.set(line, place)
  return index
}

function isRequirementFile(name: string): boolean {
  return /(?:^|\/)go\.(?:mod|work)$/.test(name)
}

/** Names of the files that ask for modules and are not the same on both sides. */
function editedFiles({ one, other }: Sides): readonly string[] {
  const names = [...new Set([...Object.keys(one.files), ...Object.keys(other.files)])].filter(isRequirementFile)
  return names.filter((name) => one.files[name] !== other.files[name])
}

/** Why go.sum was tidied otherwise: the Go of the two sides, or their go lines; an inference, and it says so. */
function explainByGo({ have, lack }: Sides, { snapshots, shared, axes }: SumContext): string | null {
  const values = snapshots.map((): Said => undefined)
  for (const place of have) values[place] = 'has'
  for (const place of lack) values[place] = null
  const goOf = (places: readonly number[]): readonly string[] => places.map((place) => language(runningGo(snapshots[place])))
  const go = apart(goOf(have), goOf(lack))
  if (go !== null) {
    const axis = explainByAxes(
      values,
      'version',
      axes.filter(({ kinds }) => kinds.has('go')),
    )
    return `tidied by another Go: ${go} (likely${axis === null ? '' : `; ${axis}`})`
  }
  const lineOf = (places: readonly number[]): readonly (string | null)[] => places.map((place) => shared.roots[place]?.goLine ?? null)
  const line = apart(lineOf(have), lineOf(lack))
  return line === null ? null : `tidied for another go line: ${line} (likely)`
}

/** What the two sides of a line are, and what of it is the same for every line with these sides. */
interface KnownSides {
  readonly here: ReadonlySet<string>
  readonly there: ReadonlySet<string>
  readonly edited: readonly string[]
  readonly go: string | null
  /** Both sides have a build list, and these are not the same. */
  readonly otherSet: boolean
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one))
}

function sidesReader(context: SumContext): (line: SumLine) => KnownSides | null {
  const { shared, sums } = context
  const built = remember(builtIn)
  const known = new Map<string, KnownSides | null>()
  const work = ({ change, places }: SumLine): KnownSides | null => {
    const odd = new Set(places)
    const most = sums.places.filter((place) => !odd.has(place))
    const [have, lack] = change === 'extra' ? [places, most] : [most, places]
    const [one, other] = [shared.roots[have[0] ?? -1], shared.roots[lack[0] ?? -1]]
    if (one === undefined || one === null || other === undefined || other === null) return null
    const sides = { have, lack, one, other }
    const [here, there] = [built(one), built(other)]
    const listed = one.modules.length > 0 && other.modules.length > 0
    return { here, there, edited: editedFiles(sides), go: explainByGo(sides, context), otherSet: listed && !isSameSet(here, there) }
  }
  return (line) => {
    const key = `${line.change} ${line.places.join(' ')}`
    const before = known.get(key)
    if (before !== undefined) return before
    const made = work(line)
    known.set(key, made)
    return made
  }
}

/** Finds the cause of a line that not all jobs have; `null` when nothing that was recorded accounts for it. */
export function findCauses(context: SumContext): (line: SumLine) => string | null {
  const tidy = indexTidy(context.shared)
  const read = sidesReader(context)
  const goOf = (place: number): string => runningGo(context.snapshots[place])
  return (line) => {
    const sides = read(line)
    if (sides === null) return null
    const name = `${line.path} ${line.version}`
    const [isHere, isThere] = [sides.here.has(name), sides.there.has(name)]
    if (sides.otherSet && isHere && !isThere) return `another module set: only jobs that have the line build ${name}`
    const out = tidy.get(`-${line.line}`)
    if (out !== undefined) return `go mod tidy with ${goOf(out)} takes it out`
    const into = tidy.get(`+${line.line}`)
    if (into !== undefined) return `go mod tidy with ${goOf(into)} puts it in`
    if (sides.edited.length > 0) return `another module set: ${sides.edited.join(' and ')} is not the same`
    if (sides.go !== null) return sides.go
    // Another module set asks for the go.mod of other modules that nobody builds.
    return sides.otherSet && line.goMod && !isHere && !isThere ? 'another module set: the build lists are not the same (likely)' : null
  }
}
