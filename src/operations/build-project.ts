import { isAbsolute, relative, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { describeNeeds } from '../binaries/index.js'
import type { Host } from '../host/index.js'
import { allEnded } from '../integrity/index.js'
import type { Degrade, Finding, ReportTarget } from '../report/index.js'
import type { TargetResult } from '../snapshot/index.js'
import { describeCgo, failedPackages, formatTarget, type Target } from '../targets/index.js'
import { addedFlags, buildsAtOnce, buildTargets, type BuiltTarget } from './build-targets.js'
import { diagnose } from './diagnose.js'
import { findLosses } from './find-losses.js'
import { foreseeFailures } from './foresee.js'
import { asDroppedFiles, lossFindings } from './loss-findings.js'
import { openProver, type Fingerprint } from './prove-targets.js'
import { packagesOf } from './packages-of.js'
import type { RecordedRoot, Recording } from './record-project.js'
import type { Session } from './session.js'

/** What came of the targets of a project. */
export interface Building {
  /** Root after root, targets in the order asked for. */
  readonly results: readonly TargetResult[]
  /** The same, as the report shows them. */
  readonly targets: readonly ReportTarget[]
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
}

const NOTHING: Building = { results: [], targets: [], findings: [], degraded: [] }

/** What `reason` says of a target that was built: why cgo is as it is, unless somebody asked for that. */
function cgoNote(target: Target): string | undefined {
  return target.cgoReason === 'asked' || target.cgoReason === 'native' ? undefined : `cgo ${describeCgo(target)}`
}

/** What `reason` says of a target that was not built because nothing that decides it has changed. */
const PROVED = 'all that decides the build is as it was in the baseline, where it built'

function describe(
  root: string,
  target: Target,
  rest: Pick<TargetResult, 'outcome' | 'failedPackages'> & Partial<TargetResult>,
): TargetResult {
  const { goos, goarch, cgo, cgoReason } = target
  return { root, target: formatTarget(target), goos, goarch, cgo, cgoReason, ...rest }
}

function reported(result: TargetResult, target: Target, severalRoots: boolean, durationMs: number): ReportTarget {
  const { goos, goarch, cgo, outcome, rule } = result
  // Elsewhere everything is dynamic, and everything is there.
  const needs = goos === 'linux' ? describeNeeds(result.binaries ?? []) : null
  const said = outcome === 'proved' ? PROVED : cgoNote(target)
  const reason = result.reason ?? said ?? (needs === null ? undefined : `needs ${needs}`)
  return {
    ...(severalRoots ? { root: result.root } : {}),
    target: result.target,
    goos,
    goarch,
    cgo,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    durationMs: Math.round(durationMs),
    ...(rule === undefined ? {} : { rule }),
  }
}

/** What the builds without cgo left out, and whether that is worth a word. */
async function findDropped(
  host: Host,
  root: RecordedRoot,
  targets: readonly Target[],
  packages: readonly string[],
): Promise<Pick<Building, 'findings' | 'degraded'>> {
  const findings: Finding[] = []
  const degraded: Degrade[] = []
  for (const target of targets) {
    const losses = await findLosses(host, root, target, packages)
    if (losses === null) degraded.push({ what: `which files ${formatTarget(target)} loses without cgo`, why: 'go list failed' })
    else findings.push(...lossFindings(target, root.reading.place.directory, losses))
  }
  return { findings, degraded }
}

/** A file of the module cache or of Go itself by what it belongs to: where those lie is the machine's, and no news. */
function nameFile(file: string, directory: string, values: Readonly<Record<string, string>>): string {
  const path = resolve(directory, file)
  for (const [key, before] of [
    ['GOMODCACHE', ''],
    ['GOROOT', '$GOROOT/'],
  ] as const) {
    const base = values[key] ?? ''
    const inside = base === '' ? '..' : relative(base, path)
    if (!inside.startsWith('..') && !isAbsolute(inside)) return `${before}${inside.split(sep).join('/')}`
  }
  return file
}

function whatFailed(built: BuiltTarget, directory: string, values: Readonly<Record<string, string>>): string {
  const [first] = built.failures
  if (first === undefined)
    return `go build ended with ${built.result.exitCode === null ? 'a signal' : `exit code ${String(built.result.exitCode)}`}`
  const { location, message } = first
  const place =
    location === null
      ? ''
      : `${nameFile(location.file, directory, values)}${location.line === undefined ? '' : `:${String(location.line)}`}: `
  return `${place}${message}`.slice(0, 500)
}

/** Builds every target in every root that may be built; says for the others that they were skipped, and why. */
export async function buildProject(
  session: Session,
  recording: Recording,
  buildable: readonly RecordedRoot[],
  options: Proving & { readonly skipped: string },
): Promise<Building> {
  if (recording.targets.length === 0 || recording.roots.length === 0) return NOTHING
  const severalRoots = recording.roots.length > 1
  const parts = await recording.watch.step(
    'targets',
    `building ${String(recording.targets.length)} ${recording.targets.length === 1 ? 'target' : 'targets'}`,
    async () => {
      const done: Building[] = []
      for (const root of recording.roots) {
        done.push(
          buildable.includes(root)
            ? await buildRoot(session, recording, root, severalRoots, options)
            : skipRoot(root, severalRoots, recording.targets, options.skipped),
        )
      }
      return done
    },
    (done) => done.every(({ results }) => results.every(({ outcome }) => outcome !== 'failed')),
  )
  return parts.reduce(
    (sum, part) => ({
      results: [...sum.results, ...part.results],
      targets: [...sum.targets, ...part.targets],
      findings: [...sum.findings, ...part.findings],
      degraded: [...sum.degraded, ...part.degraded],
    }),
    NOTHING,
  )
}

function skipRoot(root: RecordedRoot, severalRoots: boolean, targets: readonly Target[], skipped: string): Building {
  const { directory } = root.reading.place
  const rows = targets.map((target) => {
    const result = describe(directory, target, { outcome: 'skipped', reason: skipped, failedPackages: [] })
    return { result, shown: reported(result, target, severalRoots, 0) }
  })
  return { ...NOTHING, results: rows.map(({ result }) => result), targets: rows.map(({ shown }) => shown) }
}

/** Whether a target says that a build with these inputs went well. */
export function isProof({ outcome, proof }: TargetResult): boolean {
  return proof !== undefined && (outcome === 'ok' || outcome === 'proved')
}

/** How a proof is remembered: a target of another root, or another target, has another one anyway; both are named for people. */
export function proofKey({ root, target, proof }: Pick<TargetResult, 'root' | 'target' | 'proof'>): string {
  return `${root} ${target} ${proof ?? ''}`
}

function proofOf(prints: ReadonlyMap<Target, Fingerprint>, target: Target): { readonly proof?: string } {
  const proof = prints.get(target)?.proof ?? null
  return proof === null ? {} : { proof }
}

interface Proving {
  readonly packages: readonly string[] | undefined
  /** What a trusted baseline built, by `proofKey`. */
  readonly proofs: ReadonlyMap<string, TargetResult>
  /** Whether proofs are made for a later run also when there is none to look for. */
  readonly keepProofs: boolean
}

async function buildRoot(
  session: Session,
  recording: Recording,
  root: RecordedRoot,
  severalRoots: boolean,
  { packages: wanted, proofs, keepProofs }: Proving,
): Promise<Building> {
  const { directory } = root.reading.place
  const { host } = session
  const packages = wanted ?? packagesOf(root)
  const goflags = root.env.values['GOFLAGS'] ?? ''
  const prover = openProver(host, root)
  const limit = pLimit(buildsAtOnce(host.system.parallelism))
  const fingerprints = async (): Promise<ReadonlyMap<Target, Fingerprint>> =>
    new Map(
      await allEnded(
        recording.targets.map(async (target) =>
          limit(async () => [target, await prover.fingerprint(target, packages, addedFlags(target, goflags))] as const),
        ),
      ),
    )
  // Before anything is built: what is written meanwhile was not what was built.
  const prints = proofs.size > 0 || keepProofs ? await fingerprints() : new Map<Target, Fingerprint>()
  const provedBy = (target: Target): TargetResult | undefined =>
    proofs.get(proofKey({ root: directory, target: formatTarget(target), ...proofOf(prints, target) }))
  const toDo = recording.targets.filter((target) => provedBy(target) === undefined)
  const foreseen = await foreseeFailures(session, recording, root, toDo, packages)
  const toBuild = toDo.filter((target) => !foreseen.has(target))
  const built = await buildTargets(root.go, toBuild, {
    packages,
    goflags,
    goVersion: root.env.values['GOVERSION'] ?? '',
    look: { host, gotmpdir: root.env.values['GOTMPDIR'] ?? '' },
    root: directory,
    parallelism: host.system.parallelism,
    ...(session.signal === undefined ? {} : { signal: session.signal }),
    onStart: (target) => {
      session.progress({ kind: 'target', target: formatTarget(target), root: directory })
    },
    onEnd: ({ target, failures, result, durationMs }) => {
      const ok = failures.length === 0 && result.exitCode === 0
      session.progress({ kind: 'target-end', target: formatTarget(target), root: directory, ok, ms: Math.round(durationMs) })
    },
  })
  const findings: Finding[] = []
  const results: TargetResult[] = []
  const targets: ReportTarget[] = []
  for (const target of recording.targets) {
    const one = built.find((candidate) => candidate.target === target)
    const told = foreseen.get(target)
    const met = one === undefined ? null : await describeFailure(host, recording, root, one, packages)
    const failure = told === undefined ? met : { findings: told.findings, result: describe(directory, target, told.result) }
    findings.push(...(failure?.findings ?? []))
    const outcome = one === undefined ? 'proved' : 'ok'
    const binaries = one?.binaries ?? provedBy(target)?.binaries ?? []
    const described =
      failure?.result ??
      describe(directory, target, {
        outcome,
        failedPackages: [],
        ...proofOf(prints, target),
        ...(binaries.length === 0 ? {} : { binaries }),
      })
    results.push(described)
    targets.push(reported(described, target, severalRoots, one?.durationMs ?? 0))
  }
  // What a proved target loses was said when it was built; a failure has its own findings.
  const green = recording.targets.filter((target, at) => !target.cgo && results[at]?.outcome === 'ok')
  const lost = await findDropped(host, root, green, packages)
  return { results, targets, findings: [...findings, ...lost.findings], degraded: lost.degraded }
}

interface Failure {
  readonly result: TargetResult
  readonly findings: readonly Finding[]
}

/** What is to be said of a build that failed; `null` for one that did not. */
async function describeFailure(
  host: Host,
  recording: Recording,
  root: RecordedRoot,
  built: BuiltTarget,
  packages: readonly string[],
): Promise<Failure | null> {
  const { target, result, failures } = built
  if (result.exitCode === 0 && result.ending === 'exited') return null
  const { directory, path } = root.reading.place
  const name = formatTarget(target)
  // What vanished with cgo decides between a missing compiler and a mistake in the code; asked only when something failed.
  const losses = target.cgo ? null : await findLosses(host, root, target, packages)
  const findings = diagnose(
    result,
    { source: 'targets', project: recording.directory, directory: path, root: directory, target: name, title: `${name} does not build` },
    {
      ...recording.facts,
      goos: target.goos,
      goarch: target.goarch,
      cgoEnabled: target.cgo,
      target: name,
      ...(losses === null ? {} : { droppedByCgo: losses.map(asDroppedFiles) }),
    },
    failures,
  )
  const rule = findings[0]?.rule
  return {
    findings,
    result: describe(directory, target, {
      outcome: 'failed',
      reason: whatFailed(built, recording.directory, root.env.values),
      failedPackages: failedPackages(failures),
      ...(rule === undefined ? {} : { rule }),
    }),
  }
}
