import type { Finding, Fix, Location, ModuleDrift } from '../report/index.js'
import { showValue } from './environment-findings.js'

/** Modules that a finding lists; the comparison has all. */
const LISTED = 20

/** A file of a root within the project. */
export function inRoot(root: string, file: string): string {
  return root === '.' ? file : `${root}/${file}`
}

function plural(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${String(count)} ${one}s`
}

/** One line for a person: `example.com/m v1.0.0 → v1.1.0`. */
export function describeModuleDrift({ path, change, before, after }: ModuleDrift): string {
  if (change === 'added') return `${path} added ${showValue(after)}`
  if (change === 'removed') return `${path} removed ${showValue(before)}`
  return `${path} ${change === 'moved' ? '' : `${change} `}${showValue(before)} → ${showValue(after)}`
}

function listed(drifts: readonly ModuleDrift[]): readonly string[] {
  const lines = drifts.slice(0, LISTED).map(describeModuleDrift)
  return drifts.length > LISTED ? [...lines, `and ${String(drifts.length - LISTED)} more`] : lines
}

/** The module proxy protocol writes an upper-case letter as ! and its lower-case one. */
function escapeUpper(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)
}

/** Only what a shell can take unquoted becomes part of a command. */
function lookupFix(path: string, version: string | null): readonly Fix[] {
  if (version === null || !/^[A-Za-z0-9][\w.~/-]*$/.test(path) || !/^v[0-9A-Za-z.+-]+$/.test(version)) return []
  return [
    {
      command: `curl -fsS 'https://sum.golang.org/lookup/${escapeUpper(path)}@${escapeUpper(version)}'`,
      why: 'shows the hash that the checksum database has for a public module: the side that differs from it is the wrong one',
    },
  ]
}

/** Where the change under review brings a difference; `null`: nobody knows. */
export type PlaceOf = (drift: ModuleDrift) => Location | null

function sumFinding(drift: ModuleDrift, version: string | null, placeOf: PlaceOf): Finding {
  const { root, path, before, after } = drift
  const name = version === null ? path : `${path}@${version}`
  return {
    rule: 'modules/sum-drift',
    severity: 'error',
    state: 'new',
    title: `${name} has another hash than in the baseline`,
    message: `The version is the same, its content is not: somebody changed what ${name} stands for, or changed go.sum. Do not build it before you know which.`,
    subject: { module: name },
    location: placeOf(drift) ?? { file: inRoot(root, 'go.sum') },
    evidence: [`baseline: ${showValue(before)}`, `now: ${showValue(after)}`],
    fix: [
      ...lookupFix(path, version),
      {
        edit: `put the right hash of ${path} back into ${inRoot(root, 'go.sum')}`,
        why: 'when the checksum database agrees with the baseline; when it agrees with neither, report it to the authors of the module',
      },
    ],
    source: 'modules',
    root,
  }
}

function unexplainedFinding(root: string, drifts: readonly ModuleDrift[]): Finding {
  const [first] = drifts
  return {
    rule: 'modules/drift',
    severity: 'warning',
    state: 'new',
    title: `go.mod is the same, yet the build list is not: ${plural(drifts.length, 'module')}`,
    message:
      'Other modules are built than in the baseline, though go.mod asks for the same. A replaced directory, a workspace member, another Go or a flag such as -modfile can do that.',
    subject: drifts.length === 1 && first !== undefined ? { module: first.path } : {},
    location: { file: inRoot(root, 'go.mod') },
    evidence: listed(drifts),
    fix: [
      { command: 'go list -m all', why: 'lists what is built here; go mod graph shows who asks for it' },
      { command: 'goparity baseline save', why: 'keeps the new list, when it was changed on purpose' },
    ],
    source: 'modules',
    root,
  }
}

/** The first place that is known; only what a finding lists is looked for. */
function firstPlace(drifts: readonly ModuleDrift[], placeOf: PlaceOf): Location | null {
  for (const drift of drifts.slice(0, LISTED)) {
    const place = placeOf(drift)
    if (place !== null) return place
  }
  return null
}

function explainedFinding(root: string, drifts: readonly ModuleDrift[], placeOf: PlaceOf): Finding {
  const reasons = [...new Set(drifts.map((drift) => drift.explained ?? ''))].join('; ')
  return {
    rule: 'modules/drift',
    severity: 'note',
    state: 'new',
    title: `${plural(drifts.length, 'module')} changed, and it is known why`,
    message: `The build list differs from the baseline: ${reasons}.`,
    subject: {},
    location: firstPlace(drifts, placeOf) ?? { file: inRoot(root, 'go.mod') },
    evidence: listed(drifts),
    fix: [],
    source: 'modules',
    root,
  }
}

/**
 * Findings for what differs in the build lists: an error for each version with another hash,
 * per root one warning for changes that go.mod does not explain, and one note for those it does.
 * `versionOf` names the version that a changed hash belongs to, `placeOf` the line of the change that brings a difference.
 */
export function moduleFindings(
  drifts: readonly ModuleDrift[],
  versionOf: (drift: ModuleDrift) => string | null,
  placeOf: PlaceOf = () => null,
): readonly Finding[] {
  const findings: Finding[] = []
  const byRoot = new Map<string, { unexplained: ModuleDrift[]; explained: ModuleDrift[] }>()
  for (const drift of drifts) {
    const ignored = drift.explained?.startsWith('ignored: ') === true
    if (ignored) continue
    if (drift.change === 'sum') {
      findings.push(sumFinding(drift, versionOf(drift), placeOf))
      continue
    }
    const group = byRoot.get(drift.root) ?? { unexplained: [], explained: [] }
    byRoot.set(drift.root, group)
    if (drift.explained === undefined) group.unexplained.push(drift)
    else group.explained.push(drift)
  }
  for (const [root, { unexplained, explained }] of byRoot) {
    if (unexplained.length > 0) findings.push(unexplainedFinding(root, unexplained))
    if (explained.length > 0) findings.push(explainedFinding(root, explained, placeOf))
  }
  return findings
}
