import { sumsOf } from '../modules/index.js'
import { byteOrder, type Root } from '../snapshot/index.js'
import { referenceList, type ReferenceList, type SharedRoot } from './build-lists.js'

/** A line of go.sum that not all jobs have. */
export interface SumLine {
  /** `path version h1:…` or `path version/go.mod h1:…` */
  readonly line: string
  readonly path: string
  /** Without `/go.mod`. */
  readonly version: string
  readonly goMod: boolean
  readonly hash: string
  readonly change: 'extra' | 'missing'
  /** Places of the jobs that have it otherwise than most, ascending. */
  readonly places: readonly number[]
}

/** The go.sum of one root over all jobs. */
export interface SharedSums {
  /** Places of the jobs whose go.sum is known as a whole, ascending. */
  readonly places: readonly number[]
  /** Of the files that go.sum consists of, the first that is not the same everywhere. */
  readonly file: string
  /** Sorted. */
  readonly lines: readonly SumLine[]
  /** There were more lines, and the rest was not looked at. */
  readonly cut: boolean
  /** Every line of one of the jobs: with `lines`, all that there is. */
  readonly common: ReadonlySet<string>
}

function isSumFile(name: string): boolean {
  return /(?:^|\/)go\.(?:work\.)?sum$/.test(name)
}

/** The same text is the same file, byte for byte, and so the same lines. */
function signatureOf({ files }: Root): string {
  return JSON.stringify(
    Object.entries(files)
      .filter(([name]) => isSumFile(name))
      .toSorted(([a], [b]) => byteOrder(a, b)),
  )
}

/** Lines of one root that differ: far more than jobs of one commit have, and little enough to be told. */
export const MOST_LINES = 20_000

interface Group {
  readonly root: Root
  readonly places: number[]
}

/** Jobs by what their go.sum is, the group of the first job first. */
function groupJobs(roots: readonly (Root | null)[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const [place, root] of roots.entries()) {
    if (root?.otherSums === undefined) continue
    const signature = signatureOf(root)
    const group = groups.get(signature)
    if (group === undefined) groups.set(signature, { root, places: [place] })
    else group.places.push(place)
  }
  return [...groups.values()]
}

function otherSumsOf({ otherSums = [] }: Root): readonly string[] {
  return otherSums
}

function isSameText(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}

/** The go.sum that the others are held against, as a set. */
interface ReferenceSums {
  readonly root: Root
  readonly list: ReferenceList
  readonly lines: ReadonlySet<string>
  readonly others: ReadonlySet<string>
}

/** Those of some lines that a root has after all, under another module or among the lines of no module. */
function present(candidates: ReadonlySet<string>, root: Root, reference: ReferenceSums, sameOthers: boolean): ReadonlySet<string> {
  const found = new Set<string>()
  if (candidates.size === 0) return found
  const paths = new Set([...candidates].map((line) => line.slice(0, line.indexOf(' '))))
  for (const module of root.modules) {
    if (!paths.has((module.replace ?? module).path)) continue
    for (const line of sumsOf(module)) if (candidates.has(line)) found.add(line)
  }
  if (sameOthers) {
    for (const line of candidates) if (reference.others.has(line)) found.add(line)
  } else {
    for (const line of otherSumsOf(root)) if (candidates.has(line)) found.add(line)
  }
  return found
}

/** Lines that a root has and the reference has not, or the other way round. */
function flipped(root: Root, reference: ReferenceSums): readonly string[] {
  const { paths, own } = reference.list.delta(root.modules)
  const extra = new Set<string>()
  const missing = new Set<string>()
  for (const path of paths) {
    const [mine, other] = [own.get(path), reference.list.byPath.get(path)]
    for (const line of mine === undefined ? [] : sumsOf(mine)) if (!reference.lines.has(line)) extra.add(line)
    for (const line of other === undefined ? [] : sumsOf(other)) missing.add(line)
  }
  const sameOthers = isSameText(otherSumsOf(root), otherSumsOf(reference.root))
  if (!sameOthers) {
    for (const line of otherSumsOf(root)) if (!reference.lines.has(line)) extra.add(line)
    for (const line of reference.others) missing.add(line)
  }
  const there = present(missing, root, reference, sameOthers)
  return [...extra, ...[...missing].filter((line) => !there.has(line))]
}

function referenceOf(root: Root): ReferenceSums {
  const others = new Set(otherSumsOf(root))
  return {
    root,
    list: referenceList(root.modules),
    others,
    lines: new Set([...root.modules.flatMap((module) => sumsOf(module)), ...others]),
  }
}

/** The parts of a line; `path version hash`, whatever a hostile snapshot wrote. */
function partsOf(line: string): Pick<SumLine, 'path' | 'version' | 'goMod' | 'hash'> {
  const [path = '', text = '', hash = ''] = line.split(' ', 3)
  const goMod = text.endsWith('/go.mod')
  return { path, version: goMod ? text.slice(0, -'/go.mod'.length) : text, goMod, hash }
}

function changedFile(a: Root, b: Root): string {
  const names = [...new Set([...Object.keys(a.files), ...Object.keys(b.files)])].filter(isSumFile).toSorted(byteOrder)
  return names.find((name) => a.files[name] !== b.files[name]) ?? 'go.sum'
}

/**
 * Compares go.sum over all jobs as a set of lines, each against what most jobs have (of two, the first). `null` where there is nothing
 * to compare: fewer than two jobs recorded it, or it is the same file everywhere. Linear in jobs times lines.
 */
export function compareSumLines({ roots }: SharedRoot): SharedSums | null {
  const groups = groupJobs(roots)
  const [first, second] = groups
  if (first === undefined || second === undefined) return null
  const reference = referenceOf(first.root)
  const flips = new Map<string, number[]>()
  let cut = false
  for (const { root, places } of groups.slice(1)) {
    for (const line of flipped(root, reference)) {
      const known = flips.get(line)
      if (known === undefined && flips.size >= MOST_LINES) cut = true
      else if (known === undefined) flips.set(line, [...places])
      else for (const place of places) known.push(place)
    }
  }
  const all = groups.flatMap(({ places }) => places).toSorted((a, b) => a - b)
  const lines = [...flips].map(([line, places]): SumLine => {
    const has = reference.lines.has(line)
    // Of equally many, those that have it as the first job are "most".
    const few = places.length * 2 <= all.length
    const own = new Set(places)
    const odd = few ? places.toSorted((a, b) => a - b) : all.filter((place) => !own.has(place))
    return Object.assign(partsOf(line), { line, change: has === few ? ('missing' as const) : ('extra' as const), places: odd })
  })
  return {
    places: all,
    file: changedFile(first.root, second.root),
    lines: lines.toSorted((a, b) => byteOrder(a.line, b.line)),
    cut,
    common: reference.lines,
  }
}
