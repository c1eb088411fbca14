import { compareGoVersions } from '../environment/index.js'
import type { Finding, Fix, ModuleDrift, SumDrift } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import type { Axis } from './axes.js'
import { shareRoots } from './build-lists.js'
import { ignoredBecause } from './environment-findings.js'
import { nameJobs, type JobLabel } from './job-labels.js'
import { inRoot } from './module-findings.js'
import { isIgnoredBy, type IgnoreRule } from './policy.js'
import { findCauses } from './sum-causes.js'
import { compareSumLines, MOST_LINES, type SharedSums, type SumLine } from './sum-lines.js'

/** What go.sum is compared with and by. */
export interface SumsInput {
  readonly snapshots: readonly Snapshot[]
  readonly axes: readonly Axis[]
  /** One per snapshot, in the same order. */
  readonly jobs: readonly JobLabel[]
  readonly ignore: readonly IgnoreRule[]
  /** Differences of the build lists: a hash that they tell of is not told again. */
  readonly modules: readonly ModuleDrift[]
}

/** A line with its cause. */
interface Told extends SumLine {
  readonly explained: string | null
}

/** Lines that a finding lists; the comparison has all. */
const LISTED = 20
/** Findings on lines with two hashes, one a module version; the rest is one more. */
const HASH_FINDINGS = 50

function namesOf(places: Iterable<number>, jobs: readonly JobLabel[]): readonly JobLabel[] {
  const wanted = new Set(places)
  return jobs.filter((_, place) => wanted.has(place))
}

/** A hash with its algorithm; only hashes of one algorithm contradict one another. */
function keyOf({ path, version, goMod, hash }: Pick<SumLine, 'path' | 'version' | 'goMod' | 'hash'>): string {
  return `${path} ${version}${goMod ? '/go.mod' : ''} ${hash.split(':', 1)[0] ?? ''}`
}

/** One thing for which go.sum holds several hashes. */
interface Contradiction {
  /** Lines that not all jobs have. */
  readonly lines: readonly SumLine[]
  /** The hash of a line that all jobs have besides. */
  readonly common: string | null
}

/** Lines for the same version with different hashes, by what they are about. */
function findContradictions({ lines, common }: SharedSums): ReadonlyMap<string, Contradiction> {
  const groups = new Map<string, SumLine[]>()
  for (const line of lines) {
    const group = groups.get(keyOf(line))
    if (group === undefined) groups.set(keyOf(line), [line])
    else group.push(line)
  }
  // A line that everybody has can be contradicted by one that some have besides it.
  const shared = new Map<string, string>()
  const varied = new Set(lines.map(({ line }) => line))
  for (const line of common) {
    const [path = '', version = '', hash = ''] = line.split(' ', 3)
    if (!varied.has(line)) shared.set(`${path} ${version} ${hash.split(':', 1)[0] ?? ''}`, hash)
  }
  const all = [...groups].map(([key, group]): [string, Contradiction] => [key, { lines: group, common: shared.get(key) ?? null }])
  return new Map(all.filter(([, one]) => one.lines.length > 1 || one.common !== null))
}

/** `path version` of what the build lists already tell of: they hold the same hashes. */
function toldByModules(root: string, lines: readonly SumLine[], modules: readonly ModuleDrift[]): ReadonlySet<string> {
  const own = modules.filter((drift) => drift.root === root && drift.change === 'sum')
  const hashes = new Set(own.flatMap(({ before, after }) => [before, after]).map((text) => (text ?? '').split(' ', 1)[0]))
  return new Set(lines.filter(({ hash }) => hashes.has(hash)).map(({ path, version }) => `${path} ${version}`))
}

function hashFinding(root: string, file: string, { lines, common }: Contradiction, jobs: readonly JobLabel[]): Finding {
  const [first] = lines
  const name = `${first?.path ?? ''} ${first?.version ?? ''}`
  const odd = namesOf(
    lines.flatMap(({ places }) => places),
    jobs,
  )
  return {
    rule: 'modules/sum-drift',
    severity: 'error',
    state: 'new',
    title: `go.sum holds several hashes for ${name}${first?.goMod === true ? ' (go.mod)' : ''}`,
    message:
      'One version of a module has one content. With another line in go.sum a job accepts another one, and go in that job does not notice.',
    subject: { module: `${first?.path ?? ''}@${first?.version ?? ''}` },
    location: { file: inRoot(root, file) },
    evidence: [
      ...(common === null ? [] : [`${common} in all of them`]),
      ...lines
        .slice(0, LISTED)
        .map(({ hash, change, places }) => `${hash} ${change === 'extra' ? 'only in' : 'not in'} ${nameJobs(namesOf(places, jobs))}`),
    ],
    fix: [
      {
        command: 'git diff go.sum',
        why: 'in these jobs: shows whether a step of the workflow wrote the line; goparity verify asks the checksum database which is right',
      },
    ],
    jobs: odd.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

function restFinding(root: string, file: string, groups: readonly Contradiction[], jobs: readonly JobLabel[]): Finding {
  const names = groups.slice(0, LISTED).map(({ lines: [line] }) => `${line?.path ?? ''} ${line?.version ?? ''}`)
  const all = { lines: groups.flatMap((group) => group.lines), common: null }
  return {
    ...hashFinding(root, file, all, jobs),
    title: `go.sum holds several hashes for ${String(groups.length)} more module versions`,
    message: 'So many at once are no accident of one module: these jobs do not have the same go.sum.',
    subject: {},
    evidence: groups.length > LISTED ? [...names, `and ${String(groups.length - LISTED)} more`] : names,
  }
}

/** What to run; `go mod tidy -diff` is there since Go 1.23. */
function fixFor(root: string, snapshots: readonly Snapshot[]): readonly Fix[] {
  const where = root === '.' ? '' : ` in ${root}`
  const newest = snapshots.some(({ toolchain }) => compareGoVersions(toolchain.running, 'go1.23') >= 0)
  return [
    newest
      ? { command: 'go mod tidy -diff', why: `shows${where} which lines do not belong there, and changes nothing` }
      : { command: 'go mod tidy', why: `writes go.sum${where} anew, with what is needed and nothing else` },
    { command: 'git diff go.sum', why: 'in a job that is listed: shows what a step of the workflow wrote into it' },
  ]
}

function describeLine({ line, change, places, explained }: Told, jobs: readonly JobLabel[]): string {
  return `${change === 'extra' ? '+' : '-'} ${line} (${nameJobs(namesOf(places, jobs))}): ${explained ?? 'cause not known'}`
}

function countLines(count: number): string {
  return count === 1 ? '1 line' : `${String(count)} lines`
}

function driftFinding(root: string, { file, cut }: SharedSums, told: readonly Told[], { jobs, snapshots }: SumsInput): Finding {
  const open = told.filter(({ explained }) => explained === null)
  const odd = namesOf(
    told.flatMap(({ places }) => places),
    jobs,
  )
  const whole = open.length === told.length ? 'that' : `${String(open.length)} of them`
  const known = open.length === 0 ? 'It is known why.' : `Nothing that was recorded accounts for ${whole}.`
  const rest = cut ? ` There are more than ${String(MOST_LINES)} such lines; the rest was not looked at.` : ''
  const ordered = [...open, ...told.filter(({ explained }) => explained !== null)]
  return {
    rule: 'modules/go-sum-drift',
    severity: open.length === 0 && !cut ? 'note' : 'warning',
    state: 'new',
    title: `go.sum is not the same in all jobs: ${countLines(told.length)}${open.length === 0 ? ', and it is known why' : ''}`,
    message: `Not all jobs have the same lines in ${inRoot(root, file)}. ${known} Where a line is missing, go stops or fetches it; one too many does no harm, but some step wrote it.${rest}`,
    subject: { file: inRoot(root, file) },
    location: { file: inRoot(root, file) },
    evidence: [
      ...ordered.slice(0, LISTED).map((line) => describeLine(line, jobs)),
      ...(ordered.length > LISTED ? [`and ${countLines(ordered.length - LISTED)} more`] : []),
    ],
    fix: fixFor(root, snapshots),
    jobs: odd.map(({ id }) => id),
    source: 'modules',
    root,
  }
}

function ignored({ path, version }: SumLine, rule: string, ignore: readonly IgnoreRule[]): string | null {
  const found = ignore.find((entry) => isIgnoredBy(entry, { rule, module: `${path}@${version}` }))
  return found === undefined ? null : ignoredBecause(found.reason)
}

interface RootSums {
  readonly rows: readonly SumDrift[]
  readonly findings: readonly Finding[]
}

function compareRoot(shared: ReturnType<typeof shareRoots>[number], sums: SharedSums, input: SumsInput): RootSums {
  const { snapshots, axes, jobs, ignore, modules } = input
  const { directory: root } = shared
  const contradictions = findContradictions(sums)
  const causeOf = findCauses({ shared, sums, snapshots, axes })
  const told = sums.lines.map((line): Told => {
    // Two hashes for one version are never explained: one of the jobs accepts what the others refuse.
    const isHash = contradictions.has(keyOf(line))
    const explained = ignored(line, isHash ? 'modules/sum-drift' : 'modules/go-sum-drift', ignore)
    return { ...line, explained: explained ?? (isHash ? null : causeOf(line)) }
  })
  const open = told.filter(({ explained }) => explained?.startsWith('ignored: ') !== true)
  const known = toldByModules(root, sums.lines, modules)
  const groups = [...contradictions.values()].filter(
    ({ lines: [line] }) =>
      line !== undefined && !known.has(`${line.path} ${line.version}`) && ignored(line, 'modules/sum-drift', ignore) === null,
  )
  const rest = groups.slice(HASH_FINDINGS)
  const drift = open.filter((line) => !contradictions.has(keyOf(line)))
  return {
    rows: told.map(({ line, change, places, explained }) => {
      const ids = places.flatMap((place) => jobs[place]?.id ?? [])
      return Object.assign({ root, line, change, jobs: ids }, explained === null ? {} : { explained })
    }),
    findings: [
      ...groups.slice(0, HASH_FINDINGS).map((group) => hashFinding(root, sums.file, group, jobs)),
      ...(rest.length === 0 ? [] : [restFinding(root, sums.file, rest, jobs)]),
      ...(drift.length === 0 ? [] : [driftFinding(root, sums, drift, input)]),
    ],
  }
}

/**
 * Compares go.sum over the jobs as a set of lines: a row for each that not all have, with its cause, and one finding a root;
 * an error for each version that has several hashes. Jobs that did not record go.sum as a whole are left out.
 */
export function compareSums(input: SumsInput): RootSums {
  const found = shareRoots(input.snapshots).flatMap((shared) => {
    const sums = compareSumLines(shared)
    return sums === null || sums.lines.length === 0 ? [] : [compareRoot(shared, sums, input)]
  })
  return { rows: found.flatMap(({ rows }) => rows), findings: found.flatMap(({ findings }) => findings) }
}
