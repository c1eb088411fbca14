import pLimit from 'p-limit'
import { findCCompiler, findLibc } from '../cgo/index.js'
import { checkExpectations, findDisabledVerification, findShellOnly, normaliseEnvironment, readRunnerImage } from '../environment/index.js'
import { ParityError } from '../errors.js'
import { askShells, openGo, readGoEnv, type Go } from '../go/index.js'
import type { IncidentFacts } from '../incidents/index.js'
import { findRestoredCaches, readRoot, type GoValues, type RestoredCaches, type RootReading } from '../integrity/index.js'
import type { Host } from '../host/index.js'
import type { Degrade, Finding } from '../report/index.js'
import { identifyJob, type Snapshot } from '../snapshot/index.js'
import { applyPolicy } from '../compare/index.js'
import type { Config } from '../config/index.js'
import { diagnose } from './diagnose.js'
import { findPlaces, readValues, requireDirectory } from './find-places.js'
import { withGoLine } from './go-line.js'
import { readFolds } from './folds.js'
import { planTargets, type PlannedTargets } from './plan-targets.js'
import type { ProjectOptions } from './options.js'
import type { Session } from './session.js'
import type { Target } from '../targets/index.js'
import { startStopwatch, type Stopwatch } from './stopwatch.js'

/** A root that was read, with the go command and the go env of its directory. */
export interface RecordedRoot {
  readonly reading: RootReading
  readonly go: Go
  readonly env: GoValues
}

/** What one job is, before anything is verified or built. */
export interface Recording {
  /** The project's directory, absolute, links resolved. */
  readonly directory: string
  readonly snapshot: Snapshot
  readonly roots: readonly RecordedRoot[]
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  /** Why nothing may be downloaded or built; `null` when it may. */
  readonly blocked: string | null
  /** What the classifier may know of this machine. */
  readonly facts: IncidentFacts
  readonly watch: Stopwatch
  /** What is known of where the caches of go come from. */
  readonly restored: RestoredCaches
  /** What is to be built; empty when nobody asked. */
  readonly targets: readonly Target[]
}

/** Roots that are read at once: each lists its build list and hashes its vendor folder. */
const ROOTS_AT_ONCE = 8

interface GoEnvReading {
  readonly values: Readonly<Record<string, string>>
  /** When go could only be asked without what it was asked for. */
  readonly findings: readonly Finding[]
}

/** `go env`; when it fails for the toolchain or the platform that is asked for, that of the installed go, with the reason as findings. */
async function askEnvironment(go: Go, directory: string): Promise<GoEnvReading> {
  const answer = await readGoEnv(go)
  if (answer.ok) return { values: answer.values, findings: [] }
  const at = { source: 'environment', project: directory, directory, root: '.', title: 'go env fails' } as const
  const findings = diagnose(answer.result, at, {})
  // Without what may be wrong: a toolchain that cannot be had, then a platform that this go does not know.
  for (const env of [{ GOTOOLCHAIN: 'local' }, { GOTOOLCHAIN: 'local', GOOS: undefined, GOARCH: undefined }]) {
    const local = await readGoEnv(go, env)
    if (local.ok) return { values: local.values, findings }
  }
  const reason = answer.result.stderr.text.trim().split('\n')[0] ?? ''
  throw new ParityError(
    'go-unreadable',
    `go env fails: ${reason}`,
    'run go env in that directory; goparity can say nothing before it works',
  )
}

/** `ID=` of os-release: which package manager a fix should name. */
async function readDistribution(host: Host): Promise<string | null> {
  if (host.system.platform !== 'linux') return null
  const bytes = await host.files.read('/etc/os-release', 64 * 1024).catch(() => null)
  return bytes === null ? null : (/^ID=["']?([a-z0-9._-]{1,40})/m.exec(new TextDecoder().decode(bytes))?.[1] ?? null)
}

/** One job's environment and modules. Throws `directory-missing`, `module-missing`, `go-missing`, `go-unreadable`, `cancelled`. */
export async function recordProject(session: Session, options: ProjectOptions, wanted?: readonly string[]): Promise<Recording> {
  const { host, signal } = session
  const { config } = options
  const watch = startStopwatch(session)
  const directory = await requireDirectory(host, options.directory)
  const go = openGo(host, {
    directory,
    ...(signal === undefined ? {} : { signal }),
    onResult: (result) => {
      watch.count(result)
    },
  })

  // Takes as long as the start-up files of the account do: the rest does not wait for it.
  const shells = askShells(host, signal === undefined ? {} : { signal })
  const base = await watch.step('environment', 'reading the environment', async () => {
    const asked = await askEnvironment(go, directory)
    const env = await readValues(host, asked.values)
    const [folds, cCompiler, libc, distribution, restored] = await Promise.all([
      readFolds(host, directory, env.values),
      findCCompiler(host, go, env.values),
      findLibc(host),
      readDistribution(host),
      // Before the first command that fills one of them.
      findRestoredCaches(host, env.values),
    ])
    return { asked, env, folds, cCompiler, libc, distribution, restored }
  })
  const { asked, env, folds, cCompiler, libc, distribution, restored } = base
  const { values, unknownKeys } = normaliseEnvironment(env.values, folds)
  const origins = Object.fromEntries(Object.keys(values).map((key) => [key, env.origins[key] ?? 'default']))
  const environment = { values, origins, unknownKeys }
  const toolchain = {
    running: env.values['GOVERSION'] ?? '',
    requested: values['GOTOOLCHAIN'] ?? '',
    host: `${env.values['GOHOSTOS'] ?? ''}/${env.values['GOHOSTARCH'] ?? ''}`,
  }
  const snapshot: Snapshot = {
    schema: 'goparity/snapshot/1',
    tool: { version: options.version },
    job: identifyJob(host.env, { ...options.job, hostLabel: host.system.hostname }),
    environment,
    toolchain,
    cCompiler,
    libc,
    runner: readRunnerImage(host.env),
    roots: [],
    integrity: null,
    targets: [],
  }
  const facts: IncidentFacts = {
    goVersion: toolchain.running,
    goflags: env.values['GOFLAGS'] ?? '',
    hostGoos: env.values['GOHOSTOS'] ?? '',
    hostGoarch: env.values['GOHOSTARCH'] ?? '',
    cc: env.values['CC'] ?? '',
    ...(distribution === null ? {} : { distribution }),
  }
  const expected = config.expect === undefined ? [] : checkExpectations(config.expect, environment, toolchain)
  const findings = [...asked.findings, ...expected, ...findDisabledVerification(environment, host.env)]
  const recording = { directory, snapshot, roots: [], findings, degraded: [], facts, watch, restored, targets: [] }
  const withShells = async (recorded: Recording): Promise<Recording> => {
    const answers = await shells
    const only = findShellOnly(environment, host.env, folds, answers)
    return { ...recorded, findings: [...recorded.findings, ...only], degraded: [...recorded.degraded, ...answers.degraded] }
  }
  if (asked.findings.length > 0)
    return withShells({ ...recording, blocked: 'go does not run with the toolchain or the platform that is asked for' })
  // Declared facts come first: nothing is fetched for an environment that is not the one that was promised.
  if (applyPolicy(expected, config).findings.some(({ severity }) => severity === 'error')) {
    return withShells({ ...recording, blocked: 'the environment is not what the configuration expects' })
  }
  // Both only ask: at once. Both end before an error goes on, so that no process is left.
  const [planned, read] = await watch.step('modules', 'reading the modules', async () =>
    Promise.allSettled([wanted === undefined ? NO_TARGETS : planTargets(go, env, wanted), readModules(host, config, go, env, recording)]),
  )
  if (read.status === 'rejected') throw read.reason
  if (planned.status === 'rejected') {
    // What keeps go from saying its targets (GOFLAGS that it does not know) kept it from listing modules: that is found already.
    if (planned.reason instanceof ParityError && planned.reason.code === 'go-unreadable' && read.value.blocked !== null)
      return withShells(read.value)
    throw planned.reason
  }
  const { targets } = planned.value
  return withShells({ ...read.value, targets, findings: [...read.value.findings, ...planned.value.findings] })
}

const NO_TARGETS: PlannedTargets = { targets: [], findings: [] }

async function readModules(host: Host, config: Config, go: Go, env: GoValues, recording: Omit<Recording, 'blocked'>): Promise<Recording> {
  const found = await findPlaces(host, go, env, config.modules)
  const limit = pLimit(ROOTS_AT_ONCE)
  const roots = await Promise.all(
    found.places.map(async ({ place, env: itsEnv }) =>
      limit(async (): Promise<RecordedRoot> => {
        const itsGo = go.in(place.path)
        return { reading: await readRoot(host, itsGo, place, itsEnv), go: itsGo, env: itsEnv }
      }),
    ),
  )
  const failures = roots.flatMap(({ reading }) => {
    const { failed, place } = reading
    if (failed === null) return []
    const title = place.directory === '.' ? 'the build list cannot be read' : `the build list of ${place.directory} cannot be read`
    const at = { source: 'modules', project: go.directory, directory: place.path, root: place.directory, title } as const
    return diagnose(failed, at, recording.facts).map((finding) => withGoLine(finding, reading))
  })
  const isOff = roots.some(({ reading }) => reading.root.mode === 'gopath')
  const off = 'GO111MODULE=off: go builds from GOPATH, where nothing has a checksum'
  return {
    ...recording,
    snapshot: { ...recording.snapshot, roots: roots.map(({ reading }) => reading.root) },
    roots,
    findings: [...recording.findings, ...roots.flatMap(({ reading }) => reading.findings), ...failures],
    degraded: [...roots.flatMap(({ reading }) => reading.degraded), ...found.degraded],
    blocked: isOff ? off : failures.length > 0 ? 'the build list cannot be read' : null,
  }
}
