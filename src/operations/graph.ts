import { join } from 'node:path'
import pLimit from 'p-limit'
import { readPreambles } from '../cgo/index.js'
import { nearest } from '../config/index.js'
import { ParityError } from '../errors.js'
import { listPackageGraph, type ListedPackage } from '../go/index.js'
import type { Host } from '../host/index.js'
import { includesOf, makeGraph, whyImported, type CGraph } from '../packages/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { formatTarget, targetEnvironment, type Target } from '../targets/index.js'
import { diagnose } from './diagnose.js'
import { findLosses, type FoundLoss } from './find-losses.js'
import { wantedTargets, type BuildOptions } from './options.js'
import { packagesOf } from './packages-of.js'
import { planC } from './plan-c.js'
import { planTargets } from './plan-targets.js'
import { recordProject, type RecordedRoot, type Recording } from './record-project.js'
import type { Session } from './session.js'

const FILES_AT_ONCE = 16
const MAX_SOURCE = 16 * 1024 * 1024

/** The graph of one target of one root. */
export interface TargetGraph {
  readonly root: string
  /** `null` where go cannot list the packages: the findings say why. */
  readonly graph: CGraph | null
  /** What cgo off leaves out, with cgo on and off compared. */
  readonly losses: readonly FoundLoss[]
  readonly findings: readonly Finding[]
  /** With `why`: the shortest way over imports; `null` when nothing imports it. */
  readonly why?: readonly string[] | null
}

/** What `goparity graph --format json` prints. */
export interface GraphDocument {
  readonly schema: 'goparity/graph/1'
  readonly tool: { readonly version: string }
  readonly graphs: readonly TargetGraph[]
  readonly degraded: readonly Degrade[]
}

/** What `graph` is asked. */
export interface GraphOptions extends BuildOptions {
  /** Import path of a package: how does it come in? */
  readonly why?: string
}

async function readText(host: Host, path: string): Promise<string> {
  const bytes = await host.files.read(path, MAX_SOURCE).catch(() => null)
  return bytes === null ? '' : new TextDecoder().decode(bytes)
}

/** The headers that the C code of each package with cgo includes. */
async function readIncludes(host: Host, packages: readonly ListedPackage[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const limit = pLimit(FILES_AT_ONCE)
  const found = await Promise.all(
    packages
      .filter(({ files }) => files.CgoFiles.length > 0)
      .map(async ({ path, directory, files }) => {
        const read = async (name: string): Promise<string> => limit(readText, host, join(directory, name))
        const preambles = (await Promise.all(files.CgoFiles.map(read))).flatMap((source) => readPreambles(source).map(({ text }) => text))
        const c = await Promise.all([...files.CFiles, ...files.CXXFiles, ...files.HFiles].map(read))
        return [path, [...new Set([...preambles, ...c].flatMap(includesOf))]] as const
      }),
  )
  return new Map(found)
}

async function graphOf(
  session: Session,
  recording: Recording,
  root: RecordedRoot,
  target: Target,
  { packages, why }: { readonly packages: readonly string[]; readonly why: string | undefined },
): Promise<TargetGraph> {
  const { directory, path } = root.reading.place
  const name = formatTarget(target)
  const [listed, losses] = await Promise.all([
    listPackageGraph(root.go, targetEnvironment(target), packages, { broken: false }),
    findLosses(session.host, root, target, packages),
  ])
  if (!listed.ok) {
    const at = {
      source: 'packages',
      project: recording.directory,
      directory: path,
      root: directory,
      target: name,
      title: `${name} cannot be listed`,
    } as const
    const facts = { ...recording.facts, goos: target.goos, goarch: target.goarch, cgoEnabled: target.cgo, target: name }
    return { root: directory, graph: null, losses: [], findings: diagnose(listed.result, at, facts) }
  }
  const [includes, c] = await Promise.all([
    readIncludes(session.host, listed.packages),
    planC(session.host, root.go, target, listed.packages),
  ])
  const made = makeGraph(name, listed.packages, { includes, ...(c === null ? {} : { libraries: c.libraries }) })
  if (why !== undefined && !made.packages.some((node) => node.path === why)) {
    const near = nearest(
      why,
      // A folder above is a word that begins the same, and not what was meant.
      made.packages.map((node) => node.path).filter((one) => !why.startsWith(`${one}/`)),
    )
    throw new ParityError(
      'usage',
      `${why} is no package of ${name}`,
      near === null ? 'goparity graph --all lists them' : `did you mean ${near}?`,
    )
  }
  return {
    root: directory,
    graph: made,
    losses: losses ?? [],
    findings: [],
    ...(why === undefined ? {} : { why: whyImported(made, why) }),
  }
}

/**
 * The packages of each target with the C that go list hides, and what cgo off leaves out. Asks compilers where things are, and compiles
 * nothing. Throws as `recordProject`
 * does, and `usage`, `target-invalid`.
 */
export async function graph(
  session: Session,
  options: GraphOptions,
): Promise<{ readonly document: GraphDocument; readonly exitCode: 0 | 3 }> {
  const recording = await recordProject(session, options)
  const graphs: TargetGraph[] = []
  for (const root of recording.roots) {
    const packages = options.packages ?? options.config.packages ?? packagesOf(root)
    const { targets } = await planTargets(root.go, root.env, wantedTargets(options))
    const made = await Promise.all(targets.map(async (target) => graphOf(session, recording, root, target, { packages, why: options.why })))
    graphs.push(...made)
  }
  return {
    document: { schema: 'goparity/graph/1', tool: { version: options.version }, graphs, degraded: recording.degraded },
    exitCode: graphs.some(({ findings }) => findings.length > 0) ? 3 : 0,
  }
}
