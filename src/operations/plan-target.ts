import { join } from 'node:path'
import { listDropped, listPackageGraph, type ListedPackage } from '../go/index.js'
import type { IncidentFacts } from '../incidents/index.js'
import type { Finding } from '../report/index.js'
import {
  concludePlan,
  describeCgo,
  formatTarget,
  targetEnvironment,
  type PlanLoss,
  type PlanStep,
  type Target,
  type TargetPlan,
} from '../targets/index.js'
import { adviseTarget } from './advise.js'
import { diagnose, recognise } from './diagnose.js'
import { below, findBrokenUses, findLosses, type BrokenUse } from './find-losses.js'
import { asDroppedFiles } from './loss-findings.js'
import { ignoredCompilerVariables, planC, type CFailure, type CPlan } from './plan-c.js'
import type { RecordedRoot, Recording } from './record-project.js'
import type { Session } from './session.js'

function failurePlace(recording: Recording, root: RecordedRoot, target: string): Parameters<typeof recognise>[1] {
  const { directory, path } = root.reading.place
  return { source: 'targets', project: recording.directory, directory: path, root: directory, target, title: `${target} cannot be built` }
}

/** What the build would print of these failures, each below the header of its package. */
function foretold(failures: readonly CFailure[]): string {
  return failures.map((failure) => `${failure.output.startsWith('#') ? '' : `# ${failure.package}\n`}${failure.output}`).join('\n')
}

/** The findings that the build would make of these failures; what was really seen is their evidence. */
function findingsOf(
  recording: Recording,
  root: RecordedRoot,
  target: Target,
  facts: IncidentFacts,
  failures: readonly CFailure[],
): readonly Finding[] {
  const [first] = failures
  if (first === undefined) return []
  const name = formatTarget(target)
  const found = recognise(foretold(failures), failurePlace(recording, root, name), facts)
  if (found.length > 0)
    return found.map((finding) => {
      const seen = failures.find((failure) => finding.evidence.some((line) => failure.output.includes(line)))?.seen
      return seen === undefined ? finding : Object.assign({}, finding, { evidence: seen })
    })
  const unknown: Finding = {
    rule: 'go/unrecognised',
    severity: 'error',
    state: 'new',
    title: `${name} cannot be built`,
    message: `The C compiler refuses ${first.package}, for a reason that this version does not recognise; what it says is below.`,
    subject: { target: name, package: first.package },
    evidence: first.seen ?? first.output.trim().split('\n').slice(0, 12),
    fix: [],
    source: 'targets',
    root: root.reading.place.directory,
  }
  return [unknown]
}

function ignoredVariable(target: Target, root: RecordedRoot, names: readonly string[]): Finding {
  const [name = ''] = names
  return {
    rule: 'cgo/compiler-wrong-target',
    severity: 'warning',
    state: 'new',
    title: `go build does not read ${name}`,
    message: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set, and go build takes its compilers from CC and CXX alone: only the build of Go itself reads such variables.`,
    subject: { target: formatTarget(target), key: name },
    evidence: names.map((one) => `${one}=${root.go.env[one] ?? ''}`.slice(0, 200)),
    fix: [
      { edit: `set ${name.startsWith('CXX') ? 'CXX' : 'CC'} for the job of ${target.goos}/${target.goarch}`, why: 'go build reads it' },
    ],
    source: 'targets',
    root: root.reading.place.directory,
  }
}

function versionFinding(
  target: Target,
  root: RecordedRoot,
  { package: path, library, path: file, header, version }: CPlan['mismatches'][number],
): Finding {
  return {
    rule: 'cgo/version-mismatch',
    severity: 'warning',
    state: 'new',
    title: `${header} and lib${library} are of different versions`,
    message: `${path} is compiled with a ${header} that says ${version}, and linked with a lib${library} that is of another version. It builds; what the header promises may not be there when it runs.`,
    subject: { target: formatTarget(target), package: path, library },
    evidence: [`${header}: ${version}`, `${file}: ${version} is not in it`],
    fix: [
      {
        edit: `take header and library of ${library} from one place: one -dev package, or -I and -L into the same folder`,
        why: 'both are then of one version',
      },
    ],
    source: 'targets',
    root: root.reading.place.directory,
  }
}

function cgoStep(target: Target): PlanStep {
  return { question: 'cgo', answer: describeCgo(target), state: target.cgoReason === 'no-compiler' ? 'warning' : 'ok' }
}

function countWith(packages: readonly ListedPackage[], has: (one: ListedPackage) => boolean): number {
  return packages.filter(has).length
}

/** Whether a package needs C, or could do without. */
function needStep({ path, standard }: ListedPackage, affected: readonly PlanLoss[]): PlanStep {
  const loss = affected.find((one) => one.package === path)
  const answer = standard
    ? 'of the standard library, which does without'
    : loss?.whole === true
      ? 'needs C: without cgo nothing of it is left'
      : (loss?.replacements.length ?? 0) > 0
        ? `without cgo ${loss?.replacements.join(', ') ?? ''} would stand in`
        : 'loses files without cgo, and nothing takes their place'
  return { question: path, answer, state: 'ok' }
}

function lossSteps(losses: readonly PlanLoss[]): readonly PlanStep[] {
  return losses.slice(0, 50).map((loss) => {
    const instead = loss.whole
      ? 'nothing of the package is left'
      : loss.replacements.length > 0
        ? `${loss.replacements.join(', ')} in their place`
        : 'nothing in their place'
    return { question: loss.package, answer: `without ${loss.files.join(', ')}; ${instead}`, state: 'warning' }
  })
}

/** What go says of a use of what is lost; the name and the place are known, nothing was compiled. */
function undefinedName(base: string, { package: path, directory, file, line, column, name }: BrokenUse): CFailure {
  const inside = below(base, directory)
  const place = inside === null ? join(directory, file) : inside === '.' ? `./${file}` : `${inside}/${file}`
  const at = `${place}:${String(line)}:${String(column)}`
  return { package: path, output: `${at}: undefined: ${name}\n`, seen: [`${at}: ${name} is used, and left out without cgo`] }
}

/** Decides one target of one root. */
export async function planTarget(
  { host }: Pick<Session, 'host'>,
  recording: Recording,
  root: RecordedRoot,
  target: Target,
  packages: readonly string[],
): Promise<TargetPlan> {
  const name = formatTarget(target)
  const env = targetEnvironment(target)
  const steps: PlanStep[] = [
    { question: 'platform', answer: `${target.goos}/${target.goarch} is one that this go builds for`, state: 'ok' },
    cgoStep(target),
  ]
  const findings: Finding[] = []
  const ignored = target.cgo ? ignoredCompilerVariables(host.env, target) : []
  if (ignored.length > 0) {
    findings.push(ignoredVariable(target, root, ignored))
    steps.push({ question: 'other variables', answer: `go build does not read ${ignored.join(', ')}`, state: 'warning' })
  }
  const [listed, found, dropped] = await Promise.all([
    listPackageGraph(root.go, env, packages, { broken: false }),
    target.cgo ? null : findLosses(host, root, target, packages),
    target.cgo ? listDropped(root.go, env, packages) : null,
  ])
  const affected = dropped?.ok === true ? dropped.packages : []
  const losses = (found ?? []).map(({ package: path, files, replacements, whole }): PlanLoss => ({
    package: path,
    files: files.map((file) => file.name),
    replacements,
    whole,
  }))
  const facts: IncidentFacts = {
    ...recording.facts,
    goos: target.goos,
    goarch: target.goarch,
    cgoEnabled: target.cgo,
    target: name,
    ...(found === null ? {} : { droppedByCgo: found.map(asDroppedFiles) }),
  }
  if (!listed.ok) {
    const unlisted = diagnose(listed.result, failurePlace(recording, root, name), facts)
    steps.push({ question: 'packages', answer: unlisted[0]?.title ?? 'go cannot list them', state: 'stop', steps: lossSteps(losses) })
    return concludePlan(name, steps, [...findings, ...unlisted], losses)
  }
  const all = countWith(listed.packages, ({ standard }) => !standard)
  const withC = listed.packages.filter(({ files }) => files.CgoFiles.length > 0)
  steps.push({
    question: 'packages',
    answer: `${String(all)} outside the standard library, ${withC.length === 0 ? 'none' : String(withC.length)} with C in all`,
    state: 'ok',
    steps: withC.map((one) => needStep(one, affected)),
  })
  if (losses.length > 0) {
    const answer = `files of ${losses.length === 1 ? 'one package' : `${String(losses.length)} packages`}`
    steps.push({ question: 'left out without cgo', answer, state: 'warning', steps: lossSteps(losses) })
  }
  const broken = await findBrokenUses(host, found ?? [], listed.packages)
  for (const { package: path, name: symbol } of broken)
    steps.push({ question: path, answer: `uses ${symbol}, which is left out`, state: 'stop' })
  findings.push(
    ...findingsOf(
      recording,
      root,
      target,
      facts,
      broken.map((use) => undefinedName(root.reading.place.path, use)),
    ),
  )
  const c: CPlan | null = await planC(host, root.go, target, listed.packages)
  if (c === null && target.cgo) steps.push({ question: 'C compiler', answer: 'none is asked for: no package has C', state: 'ok' })
  if (c !== null) {
    steps.push(c.step)
    // Files of others are named as they are: a place there is nothing to open and mend.
    const own = listed.packages.filter(({ module }) => module?.main === true)
    const directories = Object.fromEntries(own.map(({ path, directory }) => [path, directory]))
    findings.push(...findingsOf(recording, root, target, { ...facts, directories }, c.failures))
    for (const mismatch of c.mismatches) findings.push(versionFinding(target, root, mismatch))
  }
  // Where its C is no trouble, nobody needs the advice.
  if (c === null || c.failures.length > 0) findings.push(...adviseTarget(target, root.reading.place.directory, listed.packages))
  const failed = [...broken, ...(c?.failures ?? [])].map((one) => one.package)
  return concludePlan(name, steps, findings, losses, [...new Set(failed)])
}
