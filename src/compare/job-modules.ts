import type { Finding, ModuleDrift } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { explainByAxes, isTested, type Axis, type Said } from './axes.js'
import { shareRoots, type SharedRoot } from './build-lists.js'
import { consensusOf, outliersOf } from './consensus.js'
import { ignoredBecause } from './environment-findings.js'
import { diffLists, MOST_ROWS, type ModuleRow } from './job-build-lists.js'
import { countJobs, nameJobs, type JobLabel } from './job-labels.js'
import { describeModuleDrift, inRoot } from './module-findings.js'
import { isIgnoredBy, type IgnoreRule } from './policy.js'

/** What can account for rows of one root. */
interface Reasons {
  readonly shared: SharedRoot
  readonly goAxes: readonly Axis[]
  readonly ignore: readonly IgnoreRule[]
  /** Jobs of one run have one commit: then another go.mod explains nothing, it is the trouble. */
  readonly oneRun: boolean
}

interface ExplainedRow extends ModuleRow {
  readonly explained: string | null
  /** Another Go may be the cause, and no two jobs with one Go show that it is not. */
  readonly untested: boolean
  /** go.mod or go.work, where the two sides do not have the same. */
  readonly edited: readonly string[]
}

/** The files that ask for modules, as far as they are not the same in two jobs. */
function editedFiles({ roots }: SharedRoot, one: number, other: number): readonly string[] {
  const [left, right] = [roots[one]?.files ?? {}, roots[other]?.files ?? {}]
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => /(?:^|\/)go\.(?:mod|work)$/.test(name))
  return names.filter((name) => left[name] !== right[name])
}

/** Remembers the files of each pair of jobs: every module that differs between them asks for the same. */
function rememberFiles(shared: SharedRoot): (one: number, other: number) => readonly string[] {
  const known = new Map<number, readonly string[]>()
  const jobs = shared.roots.length
  return (one, other) => {
    const key = one * jobs + other
    const files = known.get(key) ?? editedFiles(shared, one, other)
    known.set(key, files)
    return files
  }
}

/** What the go axes say of the values of one module. */
interface ByGo {
  readonly explained: string | null
  readonly untested: boolean
}

/** Rows of one module share their values, and so what accounts for them. */
function rememberAxes(goAxes: readonly Axis[]): (values: ModuleRow['values']) => ByGo {
  const known = new Map<ModuleRow['values'], ByGo>()
  return (values) => {
    const before = known.get(values)
    if (before !== undefined) return before
    const tested = goAxes.filter((axis) => isTested(values, axis))
    const explained = explainByAxes(values, 'version', tested)
    const made = { explained, untested: explained === null && explainByAxes(values, 'version', goAxes) !== null }
    known.set(values, made)
    return made
  }
}

function explainer({ shared, goAxes, ignore, oneRun }: Reasons): (row: ModuleRow) => ExplainedRow {
  const filesOf = rememberFiles(shared)
  const byGo = rememberAxes(goAxes)
  return (row) => {
    const edited = filesOf(row.common, row.places[0] ?? row.common)
    const isSum = row.change === 'sum'
    const rule = ignore.find((entry) => isIgnoredBy(entry, { rule: isSum ? 'modules/sum-drift' : 'modules/drift', module: row.path }))
    if (rule !== undefined) return { ...row, explained: ignoredBecause(rule.reason), untested: false, edited }
    // No axis chooses a hash.
    if (isSum) return { ...row, explained: null, untested: false, edited }
    // Another go of a toolchain may resolve otherwise.
    const { explained: axis, untested } = byGo(row.values)
    const everywhere = edited.length > 0 && row.places.every((place) => filesOf(row.common, place).length > 0)
    const explained = axis ?? (everywhere && !oneRun ? `${edited.join(' and ')} is not the same` : null)
    return { ...row, explained, untested: untested && explained === null, edited }
  }
}

/** Modules that a finding lists; the comparison has all. */
const LISTED = 20
/** Findings on hashes, one a module; the rest is one more. */
const SUM_FINDINGS = 50

function listed(rows: readonly ModuleRow[]): readonly string[] {
  const lines = rows.slice(0, LISTED).map((row) => describeModuleDrift(row))
  return rows.length > LISTED ? [...lines, `and ${String(rows.length - LISTED)} more`] : lines
}

function at(places: Iterable<number>, jobs: readonly JobLabel[]): readonly JobLabel[] {
  const wanted = new Set(places)
  return jobs.filter((_, place) => wanted.has(place))
}

function placesOf(rows: readonly ModuleRow[]): ReadonlySet<number> {
  const places = new Set<number>()
  for (const row of rows) for (const place of row.places) places.add(place)
  return places
}

/** The hashes of one version, which all jobs must agree on. */
function sumFinding(rows: readonly ModuleRow[], jobs: readonly JobLabel[]): Finding {
  const { root = '.', path = '', version = '', before = null, values = [] } = rows[0] ?? {}
  const odd = placesOf(rows)
  const outside = at(odd, jobs)
  const inside = jobs.filter((_, place) => values[place] !== undefined && !odd.has(place))
  return {
    rule: 'modules/sum-drift',
    severity: 'error',
    state: 'new',
    title: `${path} ${version} has ${rows.length === 1 ? 'two' : String(rows.length + 1)} hashes`,
    message: `${countJobs(outside)} and ${inside.length === 1 ? countJobs(inside) : 'the others'} have the same version of ${path} with another content. One of them builds something else.`,
    subject: { module: version.startsWith('v') && !version.includes(' ') ? `${path}@${version}` : path },
    location: { file: inRoot(root, 'go.sum') },
    evidence: [
      `${nameJobs(inside)}: ${before ?? 'not there'}`,
      ...rows.slice(0, LISTED).map(({ places, after }) => `${nameJobs(at(places, jobs))}: ${after ?? 'not there'}`),
      ...(rows.length > LISTED ? [`and ${String(rows.length - LISTED)} more`] : []),
    ],
    fix: [{ command: 'goparity verify', why: 'in each of these jobs: says which of them has modules that are not what go.sum says' }],
    jobs: outside.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

/** More modules with several hashes than anybody reads one by one: no accident of one module. */
function manySumsFinding(root: string, groups: readonly (readonly ModuleRow[])[], jobs: readonly JobLabel[]): Finding {
  const rows = groups.flat()
  const outside = at(placesOf(rows), jobs)
  const names = groups.slice(0, LISTED).map(([row]) => `${row?.path ?? ''} ${row?.version ?? ''}`)
  return {
    rule: 'modules/sum-drift',
    severity: 'error',
    state: 'new',
    title: `${String(groups.length)} more modules have several hashes for one version`,
    message: 'So many at once are no accident of one module: these jobs get their modules from different places.',
    subject: {},
    location: { file: inRoot(root, 'go.sum') },
    evidence: groups.length > LISTED ? [...names, `and ${String(groups.length - LISTED)} more`] : names,
    fix: [
      {
        command: 'go env GOPROXY GOSUMDB GONOSUMDB GOPRIVATE',
        why: 'in each of these jobs: shows where they get their modules from, and who vouches for them',
      },
    ],
    jobs: outside.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

function sumFindings(root: string, rows: readonly ExplainedRow[], jobs: readonly JobLabel[]): readonly Finding[] {
  const groups = new Map<string, ExplainedRow[]>()
  for (const row of rows) {
    const key = `${row.path}\0${row.version ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  const all = [...groups.values()]
  const rest = all.slice(SUM_FINDINGS)
  return [
    ...all.slice(0, SUM_FINDINGS).map((group) => sumFinding(group, jobs)),
    ...(rest.length === 0 ? [] : [manySumsFinding(root, rest, jobs)]),
  ]
}

function messageOf(rows: readonly ExplainedRow[], outside: readonly JobLabel[]): string {
  const files = [...new Set(rows.flatMap(({ edited }) => edited))].join(' and ')
  const whose =
    files === ''
      ? `${countJobs(outside)} and the others have the same go.mod and another build list`
      : `${countJobs(outside)} and the others do not have the same ${files}, though they are jobs of one run: a step edits it, or checks out something else`
  const untested = rows.some((row) => row.untested)
    ? ' Each has another Go, which may be the cause: two jobs with one and the same Go would tell.'
    : ''
  return `${whose}. They do not build the same program.${untested}`
}

function driftFinding(root: string, rows: readonly ExplainedRow[], jobs: readonly JobLabel[], explained: boolean): Finding {
  const outside = at(placesOf(rows), jobs)
  const modules = new Set(rows.map(({ path }) => path))
  const [first] = modules
  const reasons = [...new Set(rows.map((row) => row.explained ?? ''))].join('; ')
  const amount = modules.size === 1 ? '1 module' : `${String(modules.size)} modules`
  return {
    rule: 'modules/drift',
    severity: explained ? 'note' : 'error',
    state: 'new',
    title: explained
      ? `${amount} ${modules.size === 1 ? 'differs' : 'differ'} between the jobs, and it is known why`
      : `the jobs do not build the same modules: ${amount}`,
    message: explained ? `The build lists differ: ${reasons}.` : messageOf(rows, outside),
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

function cutFinding(root: string): Finding {
  return {
    rule: 'modules/drift',
    severity: 'error',
    state: 'new',
    title: `more than ${String(MOST_ROWS)} differences between the modules of the jobs`,
    message: 'These jobs do not build one program. The differences after these were not looked at.',
    subject: {},
    location: { file: inRoot(root, 'go.mod') },
    evidence: [],
    fix: [],
    source: 'modules',
    root,
  }
}

/** Which of the jobs are the odd ones about having a root at all. */
function missingFinding({ directory: root, roots }: SharedRoot, jobs: readonly JobLabel[]): readonly Finding[] {
  const values = roots.map((entry): Said => (entry === null ? null : 'has it'))
  const common = consensusOf(values)
  const places = outliersOf(values, common).flatMap((outlier) => outlier.places)
  if (places.length === 0) return []
  const odd = at(places, jobs)
  return [
    {
      rule: 'modules/drift',
      severity: 'note',
      state: 'new',
      title: `not all jobs have ${root}`,
      message: `${common === null ? 'Only ' : ''}${countJobs(odd)} ${odd.length === 1 ? 'has' : 'have'} ${common === null ? 'it' : 'not got it, the others have'}: what only some have was not compared.`,
      subject: { file: root },
      evidence: [`${common === null ? 'with' : 'without'} it: ${nameJobs(odd)}`],
      fix: [],
      jobs: odd.map(({ id }) => id),
      source: 'modules',
      root,
    },
  ]
}

/** Jobs of one workflow, each once: they were started by one commit. */
function isOneRun(snapshots: readonly Snapshot[]): boolean {
  const jobs = snapshots.map(({ job }) => job)
  return (
    new Set(jobs.map(({ id }) => id)).size === jobs.length &&
    jobs.every(({ provider }) => provider !== 'local') &&
    new Set(jobs.map(({ provider, workflow }) => JSON.stringify([provider, workflow]))).size === 1
  )
}

function driftOf({ root, path, change, before, after, places, explained }: ExplainedRow, jobs: readonly JobLabel[]): ModuleDrift {
  const ids = places.flatMap((place) => jobs[place]?.id ?? [])
  return { root, path, change, before, after, from: 'jobs', jobs: ids, ...(explained === null ? {} : { explained }) }
}

/**
 * What differs between the build lists of jobs: rows against what most jobs have, with the ids of the others, and findings.
 * The go axis may explain another version; nothing explains another hash.
 */
export function compareModules(
  snapshots: readonly Snapshot[],
  axes: readonly Axis[],
  jobs: readonly JobLabel[],
  ignore: readonly IgnoreRule[],
): { readonly rows: readonly ModuleDrift[]; readonly findings: readonly Finding[] } {
  const goAxes = axes.filter(({ kinds }) => kinds.has('go'))
  const oneRun = isOneRun(snapshots)
  const rows: ModuleDrift[] = []
  const sums: Finding[] = []
  const others: Finding[] = []
  for (const shared of shareRoots(snapshots)) {
    const { directory } = shared
    const differences = diffLists(shared)
    const all = differences.rows.map(explainer({ shared, goAxes, ignore, oneRun }))
    for (const row of all) rows.push(driftOf(row, jobs))
    const told = all.filter(({ explained }) => explained?.startsWith('ignored: ') !== true)
    const moved = told.filter(({ change }) => change !== 'sum')
    const open = moved.filter(({ explained }) => explained === null)
    const known = moved.filter(({ explained }) => explained !== null)
    sums.push(
      ...sumFindings(
        directory,
        told.filter(({ change }) => change === 'sum'),
        jobs,
      ),
    )
    if (open.length > 0) others.push(driftFinding(directory, open, jobs, false))
    if (known.length > 0) others.push(driftFinding(directory, known, jobs, true))
    others.push(...missingFinding(shared, jobs), ...(differences.cut ? [cutFinding(directory)] : []))
  }
  return { rows, findings: [...sums, ...others] }
}
