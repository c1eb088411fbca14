import { compareGoVersions } from '../environment/index.js'
import type { Finding } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { makeFinding, type ShowFile } from './finding.js'
import type { DeclaredEnvironment, DeclaredEnvironments, DeclaredGo, MeasuredEnvironment } from './model.js'
import { folderOf } from './paths.js'
import { lineOfGo, showWantedGo, wantedLine } from './wanted-go.js'

/** Settings whose value is the same text wherever it is asked. */
const COMPARED = ['CGO_ENABLED', 'GOFLAGS', 'GOSUMDB', 'GO111MODULE', 'GOEXPERIMENT'] as const

/** Whether what runs is what was asked for, or what go.mod made of it. */
function isExplained({ modules }: DeclaredEnvironments, { wanted, fixed }: DeclaredGo, running: string): boolean {
  const line = wantedLine(wanted)
  if (line === null) return true
  if (wanted.kind === 'release' ? compareGoVersions(wanted.version, running) === 0 : line === lineOfGo(running)) return true
  const named = modules.flatMap(({ go, toolchain }) => [go?.version, toolchain?.version])
  return (
    fixed !== true &&
    compareGoVersions(running, line) > 0 &&
    named.some((version) => version !== undefined && lineOfGo(version) === lineOfGo(running))
  )
}

function goOfLeg({ go }: DeclaredEnvironment, matrix: Readonly<Record<string, unknown>>): DeclaredGo | null {
  const [only] = go
  if (go.length === 1 && only !== undefined) return only
  const values = new Set(Object.values(matrix).map(String))
  const found = go.filter(({ value }) => values.has(value))
  return found.length === 1 ? (found[0] ?? null) : null
}

function differentGo(measured: MeasuredEnvironment, declared: DeclaredGo, show: ShowFile, severity: 'warning' | 'note'): Finding {
  const running = measured.go
  return makeFinding(show, {
    rule: 'env/contradiction',
    severity,
    title: `${measured.name} runs ${running}, not Go ${showWantedGo(declared.wanted)}`,
    message: `${declared.environment} asks for Go ${showWantedGo(declared.wanted)}, and ${running} was measured: something else decides which Go runs.`,
    key: 'GOVERSION',
    location: declared.location,
    evidence: [
      [declared.location, declared.value],
      [declared.location, `measured: ${running}`],
    ],
    fix: [{ command: 'go env GOVERSION GOTOOLCHAIN GOROOT', why: 'says which Go runs, and what chose it' }],
  })
}

function findInJob(
  declared: DeclaredEnvironments,
  environment: DeclaredEnvironment,
  measured: MeasuredEnvironment,
  show: ShowFile,
): readonly Finding[] {
  const go = goOfLeg(environment, measured.job?.matrix ?? {})
  const found: Finding[] = go === null || isExplained(declared, go, measured.go) ? [] : [differentGo(measured, go, show, 'warning')]
  for (const key of COMPARED) {
    const said = environment.settings.filter(({ setting }) => setting === key)
    const [one] = said
    const value = Object.hasOwn(measured.settings, key) ? measured.settings[key] : undefined
    // Several: a matrix, or a job that says otherwise than its workflow.
    if (said.length !== 1 || one === undefined || !one.known || value === undefined || value.trim() === one.value.trim()) continue
    found.push(
      makeFinding(show, {
        rule: 'env/contradiction',
        severity: 'warning',
        title: `${key} is not what ${environment.name} says`,
        message: `${environment.name} sets ${key}=${one.value}, and ${value === '' ? 'it was measured empty' : `${value} was measured`}: a step, or the image, sets it anew.`,
        key,
        location: one.location,
        evidence: [
          [one.location, `${key}=${one.value}`],
          [one.location, `measured: ${key}=${value}`],
        ],
        fix: [{ command: `go env ${key}`, why: 'says what holds at a place; set it in one place only' }],
      }),
    )
  }
  return found
}

/** What a snapshot says of the machine that made it; `null` for a job whose file is none of those that are read. */
export function measuredOf({ job, toolchain, environment }: Snapshot): MeasuredEnvironment | null {
  const { label, provider, workflow, name, matrix } = job
  const isCi = provider === 'github' || provider === 'gitlab'
  if (provider === 'jenkins' || (isCi && workflow === null)) return null
  return {
    name: label,
    job: isCi && workflow !== null ? { workflow, id: name, matrix } : null,
    go: toolchain.running,
    settings: environment.values,
  }
}

/** What was measured and is not what the repository declares for that place. */
export function findMeasured(declared: DeclaredEnvironments, measured: readonly MeasuredEnvironment[], show: ShowFile): readonly Finding[] {
  return measured.flatMap((one) => {
    const { job } = one
    if (job === null)
      return declared.environments.flatMap(({ kind, file, go: [go] }) =>
        kind === 'versions' &&
        folderOf(file) === '.' &&
        go !== undefined &&
        wantedLine(go.wanted) !== lineOfGo(one.go) &&
        !isExplained(declared, go, one.go)
          ? [differentGo(one, go, show, 'note')]
          : [],
      )
    const environment = declared.environments.find(
      ({ kind, file, job: id }) => (kind === 'workflow' || kind === 'gitlab') && file === job.workflow && id === job.id,
    )
    return environment === undefined ? [] : findInJob(declared, environment, one, show)
  })
}
