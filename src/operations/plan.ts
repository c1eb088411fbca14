import { splitWords } from '../environment/index.js'
import { ParityError } from '../errors.js'
import { openGo, readGoEnv } from '../go/index.js'
import { openContainer } from '../host/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { concludePlan, type TargetPlan } from '../targets/index.js'
import { requireDirectory } from './find-places.js'
import { wantedTargets, type BuildOptions } from './options.js'
import { packagesOf } from './packages-of.js'
import { planTarget } from './plan-target.js'
import { planTargets } from './plan-targets.js'
import { recordProject, type RecordedRoot, type Recording } from './record-project.js'
import type { Session } from './session.js'

/** What `goparity plan --format json` prints. */
export interface PlanDocument {
  readonly schema: 'goparity/plan/1'
  readonly tool: { readonly version: string }
  readonly roots: readonly { readonly directory: string; readonly plans: readonly TargetPlan[] }[]
  readonly degraded: readonly Degrade[]
}

/** Flags that belong behind `run`, not before it. */
const RUN_FLAG = /^--(?:ulimit|security-opt|cap-add|cap-drop|userns|pull|platform|user|memory|pids-limit)=/

/** What `plan` gives: 3 when a target cannot be built. */
export interface PlanOutcome {
  readonly document: PlanDocument
  readonly exitCode: 0 | 3
}

/** A target that no go can build, by its own words. */
function impossible(text: string, error: ParityError): TargetPlan {
  const finding: Finding = {
    rule: 'target/unsupported',
    severity: 'error',
    state: 'new',
    title: error.message,
    message: error.hint === undefined ? 'This go does not build it.' : `This go does not build it: ${error.hint}.`,
    subject: { target: text },
    evidence: [],
    fix: [{ command: 'go tool dist list', why: 'prints every target that this go builds' }],
    source: 'targets',
  }
  return concludePlan(text, [{ question: 'platform', answer: error.message, state: 'stop' }], [finding], [])
}

async function planRoot(
  session: Session,
  recording: Recording,
  root: RecordedRoot,
  wanted: readonly string[],
  packages: readonly string[],
): Promise<readonly TargetPlan[]> {
  const plans: TargetPlan[] = []
  for (const text of wanted) {
    try {
      const planned = await planTargets(root.go, root.env, [text])
      const made = await Promise.all(planned.targets.map(async (target) => planTarget(session, recording, root, target, packages)))
      for (const one of made) {
        if (plans.some(({ target }) => target === one.target)) continue
        const own = planned.findings.filter(({ subject }) => subject.target === one.target)
        plans.push(own.length === 0 ? one : { ...one, findings: [...own, ...one.findings] })
      }
    } catch (error) {
      if (!(error instanceof ParityError) || error.code !== 'target-invalid') throw error
      plans.push(impossible(text, error))
    }
  }
  return plans
}

/** Where a plan is made instead of on this machine. */
export interface PlanImage {
  readonly image: string
  /** The command line client, in words; default: docker, else podman, whichever is on PATH. */
  readonly engine?: string
}

/** Inside of an image: the project and the module cache as they are here, everything else as it is there. */
async function planIn(session: Session, options: BuildOptions, { image, engine: named }: PlanImage): Promise<PlanOutcome> {
  const { host, signal } = session
  const directory = await requireDirectory(host, options.directory)
  const answer = await readGoEnv(openGo(host, { directory, ...(signal === undefined ? {} : { signal }) }))
  const moduleCache = answer.ok ? (answer.values['GOMODCACHE'] ?? '') : ''
  const hasCache = moduleCache !== '' && (await host.files.status(moduleCache)) !== null
  const found = named ?? ((await host.processes.find('docker', host.env)) !== null ? 'docker' : 'podman')
  const [program = 'docker', ...flags] = splitWords(found) ?? []
  const container = await openContainer(host, {
    engine: [program, ...flags.filter((flag) => !RUN_FLAG.test(flag))],
    runFlags: flags.filter((flag) => RUN_FLAG.test(flag)),
    image,
    mounts: [directory, ...(hasCache ? [moduleCache] : [])],
    directory,
    // No network inside: what is not in the cache is said to be missing.
    env: {
      ...(hasCache ? { GOMODCACHE: moduleCache } : {}),
      GOPROXY: 'off',
      GOFLAGS: '-mod=readonly',
      GOCACHE: '/tmp/go-build',
      GOTOOLCHAIN: 'local',
    },
    ...(signal === undefined ? {} : { signal }),
  })
  try {
    return await plan({ ...session, host: container.host }, { ...options, directory })
  } finally {
    await container.close()
  }
}

/**
 * Decides every target before anything is built: what stops it, and what it is built without. Lists packages, asks compilers for macros
 * and lets them preprocess; compiles nothing. Throws as `recordProject` does, and `usage`.
 */
export async function plan(session: Session, options: BuildOptions & { readonly in?: PlanImage }): Promise<PlanOutcome> {
  const { in: image, ...here } = options
  if (image !== undefined) return planIn(session, here, image)
  const recording = await recordProject(session, options)
  const roots: PlanDocument['roots'][number][] = []
  for (const root of recording.roots) {
    const packages = options.packages ?? options.config.packages ?? packagesOf(root)
    const plans = await planRoot(session, recording, root, wantedTargets(options), packages)
    roots.push({ directory: root.reading.place.directory, plans })
  }
  const fails = roots.some(({ plans }) => plans.some(({ verdict }) => verdict === 'cannot'))
  return {
    document: { schema: 'goparity/plan/1', tool: { version: options.version }, roots, degraded: recording.degraded },
    exitCode: fails ? 3 : 0,
  }
}
