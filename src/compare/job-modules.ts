import { diffModules } from '../modules/index.js'
import type { Finding, ModuleDrift } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { explainByAxes, type Axis } from './axes.js'
import { countJobs, type JobLabel } from './job-labels.js'
import { describeModuleDrift, inRoot } from './module-findings.js'

/** Jobs that have the same build lists, to the last hash. */
interface Group {
  readonly snapshot: Snapshot
  readonly places: number[]
}

/** One text for all that a build list says: equal texts need no comparison. */
function signatureOf({ roots }: Snapshot): string {
  return JSON.stringify(roots.map(({ directory, modules, files, modeReason }) => [directory, modules, files, modeReason]))
}

function groupJobs(snapshots: readonly Snapshot[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const [at, snapshot] of snapshots.entries()) {
    const signature = signatureOf(snapshot)
    const group = groups.get(signature)
    if (group === undefined) groups.set(signature, { snapshot, places: [at] })
    else group.places.push(at)
  }
  // The largest first; of equally large ones the one that has the first job.
  return [...groups.values()].toSorted((a, b) => b.places.length - a.places.length || (a.places[0] ?? 0) - (b.places[0] ?? 0))
}

interface Row {
  readonly drift: ModuleDrift
  readonly places: number[]
}

function collect(groups: readonly Group[]): { readonly rows: readonly Row[]; readonly missing: ReadonlyMap<string, readonly number[]> } {
  const rows = new Map<string, Row>()
  const missing = new Map<string, number[]>()
  const [common, ...others] = groups
  if (common === undefined) return { rows: [], missing }
  const roots = new Set(common.snapshot.roots.map(({ directory }) => directory))
  for (const { snapshot, places } of others) {
    const own = new Set(snapshot.roots.map(({ directory }) => directory))
    const onlySome = [...roots, ...own].filter((root) => !(roots.has(root) && own.has(root)))
    for (const root of onlySome) missing.set(root, [...(missing.get(root) ?? []), ...places])
    for (const drift of diffModules(common.snapshot, snapshot)) {
      if (!roots.has(drift.root) || !own.has(drift.root)) continue
      const { root, path, change, before, after, explained } = drift
      const key = JSON.stringify([root, path, change, before, after, explained])
      const row = rows.get(key)
      if (row === undefined) rows.set(key, { drift, places: [...places] })
      else row.places.push(...places)
    }
  }
  return { rows: [...rows.values()], missing }
}

/** The go axis may choose another build list (another `go` of a toolchain resolves otherwise); no axis chooses a hash. */
function explain(rows: readonly Row[], jobs: number, axes: readonly Axis[]): readonly Row[] {
  const goAxes = axes.filter(({ kinds }) => kinds.has('go'))
  if (goAxes.length === 0) return rows
  const byModule = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.drift.change === 'sum') continue
    const key = `${row.drift.root}\0${row.drift.path}`
    byModule.set(key, [...(byModule.get(key) ?? []), row])
  }
  const reasons = new Map<Row, string>()
  for (const group of byModule.values()) {
    const values = Array.from({ length: jobs }, (): string | null => group[0]?.drift.before ?? null)
    for (const { drift, places } of group) for (const at of places) values[at] = drift.after
    const reason = explainByAxes(values, 'version', goAxes)
    if (reason !== null) for (const row of group) reasons.set(row, reason)
  }
  return rows.map((row) => {
    const explained = row.drift.explained ?? reasons.get(row)
    return explained === undefined ? row : { ...row, drift: { ...row.drift, explained } }
  })
}

/** Modules that a finding lists; the comparison has all. */
const LISTED = 20

function listed(rows: readonly Row[]): readonly string[] {
  const lines = rows.slice(0, LISTED).map(({ drift }) => describeModuleDrift(drift))
  return rows.length > LISTED ? [...lines, `and ${String(rows.length - LISTED)} more`] : lines
}

function jobsOf(rows: readonly Row[], jobs: readonly JobLabel[]): readonly JobLabel[] {
  const places = new Set(rows.flatMap((row) => row.places))
  return jobs.filter((_, at) => places.has(at))
}

function sumFinding(row: Row, jobs: readonly JobLabel[]): Finding {
  const { root, path, before, after } = row.drift
  const outside = jobsOf([row], jobs)
  return {
    rule: 'modules/sum-drift',
    severity: 'error',
    state: 'new',
    title: `${path} has two hashes for one version`,
    message: `${countJobs(outside)} and the others have the same version of ${path} with another content. One of them builds something else.`,
    subject: { module: path },
    location: { file: inRoot(root, 'go.sum') },
    evidence: [`most jobs: ${before ?? 'not there'}`, `${outside.map(({ label }) => label).join(', ')}: ${after ?? 'not there'}`],
    fix: [{ command: 'goparity verify', why: 'in each of these jobs: says which of them has modules that are not what go.sum says' }],
    jobs: outside.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

function driftFinding(root: string, rows: readonly Row[], jobs: readonly JobLabel[], explained: boolean): Finding {
  const outside = jobsOf(rows, jobs)
  const modules = new Set(rows.map(({ drift }) => drift.path))
  const [first] = modules
  const reasons = [...new Set(rows.map(({ drift }) => drift.explained ?? ''))].join('; ')
  const amount = modules.size === 1 ? '1 module' : `${String(modules.size)} modules`
  return {
    rule: 'modules/drift',
    severity: explained ? 'note' : 'error',
    state: 'new',
    title: explained ? `${amount} differ between the jobs, and it is known why` : `the jobs do not build the same modules: ${amount}`,
    message: explained
      ? `The build lists differ: ${reasons}.`
      : `${countJobs(outside)} and the others have the same go.mod and another build list: they do not build the same program.`,
    subject: modules.size === 1 && first !== undefined ? { module: first } : {},
    location: { file: inRoot(root, 'go.mod') },
    evidence: listed(rows),
    fix: explained
      ? []
      : [{ command: 'go list -m all', why: 'in each of these jobs: lists what is built there; go mod graph shows who asks for it' }],
    jobs: outside.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

function missingFinding(root: string, places: readonly number[], jobs: readonly JobLabel[]): Finding {
  const inside = jobs.filter((_, at) => places.includes(at))
  return {
    rule: 'modules/drift',
    severity: 'note',
    state: 'new',
    title: `not all jobs have ${root}`,
    message: `${countJobs(inside)} and the others do not work on the same modules of the repository; what only some have was not compared.`,
    subject: { file: root },
    evidence: [],
    fix: [],
    jobs: inside.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

/** What differs between the build lists of jobs: rows against what most jobs have, and findings. */
export function compareModules(
  snapshots: readonly Snapshot[],
  axes: readonly Axis[],
  jobs: readonly JobLabel[],
): { readonly rows: readonly ModuleDrift[]; readonly findings: readonly Finding[] } {
  const { rows: found, missing } = collect(groupJobs(snapshots))
  const rows = explain(found, snapshots.length, axes)
  const findings: Finding[] = rows.filter(({ drift }) => drift.change === 'sum').map((row) => sumFinding(row, jobs))
  const roots = [...new Set(rows.map(({ drift }) => drift.root))]
  for (const root of roots) {
    const own = rows.filter(({ drift }) => drift.root === root && drift.change !== 'sum')
    const open = own.filter(({ drift }) => drift.explained === undefined)
    const known = own.filter(({ drift }) => drift.explained !== undefined)
    if (open.length > 0) findings.push(driftFinding(root, open, jobs, false))
    if (known.length > 0) findings.push(driftFinding(root, known, jobs, true))
  }
  for (const [root, places] of missing) findings.push(missingFinding(root, places, jobs))
  return { rows: rows.map(({ drift }) => drift), findings }
}
