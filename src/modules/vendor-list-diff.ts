import { byteOrder } from '../snapshot/index.js'
import type { VendoredModule, VendorList } from './vendor-list.js'

/** One thing that vendor/modules.txt says otherwise than it should. */
export interface VendorListChange {
  readonly path: string
  readonly change:
    | 'added' // a module that does not belong there
    | 'removed' // a module that is missing
    | 'version'
    | 'replacement'
    | 'explicit' // the mark for what go.mod requires
    | 'go-version' // the language version of the module
    | 'packages'
  /** What it should say and what it says, for people; empty where there is nothing. */
  readonly expected: string
  readonly found: string
  /** Line of the module in the list that was found; `null` when it is not in it. */
  readonly line: number | null
  /** Whether go.mod requires the module: only of such go checks that both files agree. */
  readonly required: boolean
}

/** How two lists differ. */
export interface VendorListDiff {
  /** Sorted by module. */
  readonly changes: readonly VendorListChange[]
  /** One of them has no `## go` marker at all: Go before 1.17 wrote it, or a go line below 1.17 was in go.mod. */
  readonly otherRelease: boolean
}

/** Names of packages shown of a difference. */
const SHOWN = 5

/** A module that is built, by its path; a replacement that is listed only because go.mod names it, by what it replaces. */
function keyOf({ path, version, explicit, packages }: VendoredModule): string {
  return explicit || packages.length > 0 ? path : `${path} ${version ?? ''} =>`
}

function describe({ path, version }: { readonly path: string; readonly version: string | null }): string {
  return version === null ? path : `${path}@${version}`
}

function some(names: readonly string[]): string {
  return names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${String(names.length - SHOWN)} more` : names.join(', ')
}

/** What of `names` is not in `others`. */
function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others)
  return names.filter((name) => !known.has(name))
}

function diffModule(expected: VendoredModule, found: VendoredModule, comparesGo: boolean): readonly VendorListChange[] {
  const pairs: [VendorListChange['change'], string, string][] = [
    ['version', expected.version ?? '', found.version ?? ''],
    [
      'replacement',
      expected.replace === undefined ? '' : describe(expected.replace),
      found.replace === undefined ? '' : describe(found.replace),
    ],
    ['explicit', expected.explicit ? 'explicit' : '', found.explicit ? 'explicit' : ''],
    ['packages', some(without(expected.packages, found.packages)), some(without(found.packages, expected.packages))],
    ...(comparesGo
      ? [['go-version', expected.goVersion ?? '', found.goVersion ?? ''] as [VendorListChange['change'], string, string]]
      : []),
  ]
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([change, before, after]) => ({
      path: expected.path,
      change,
      expected: before,
      found: after,
      line: found.line,
      required: expected.explicit || found.explicit,
    }))
}

function hasGoVersions({ modules }: VendorList): boolean {
  return modules.some(({ goVersion }) => goVersion !== null)
}

/** Compares what vendor/modules.txt says with what `go mod vendor` writes. `packages`: those that are missing, those too many. */
export function diffVendorLists(expected: VendorList, found: VendorList): VendorListDiff {
  const otherRelease = hasGoVersions(expected) !== hasGoVersions(found)
  const left = new Map(expected.modules.map((module) => [keyOf(module), module]))
  const right = new Map(found.modules.map((module) => [keyOf(module), module]))
  const changes: VendorListChange[] = []
  for (const [key, module] of left) {
    const other = right.get(key)
    const { path, explicit: required } = module
    if (other === undefined) changes.push({ path, change: 'removed', expected: describe(module), found: '', line: null, required })
    else changes.push(...diffModule(module, other, !otherRelease))
  }
  for (const [key, module] of right) {
    const { path, line, explicit: required } = module
    if (!left.has(key)) changes.push({ path, change: 'added', expected: '', found: describe(module), line, required })
  }
  // A replacement without a version stands there twice: at the module, and once more by itself.
  const replaced = new Set(changes.filter(({ change }) => change === 'replacement').map(({ path }) => path))
  const told = changes.filter(({ path, change, required }) => required || change === 'replacement' || !replaced.has(path))
  return { changes: told.toSorted((a, b) => byteOrder(a.path, b.path)), otherRelease }
}
