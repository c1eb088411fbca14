import { compareGoVersions, findGoEnvKey } from '../environment/index.js'
import type { EnvironmentDrift, Finding, Fix, Severity } from '../report/index.js'
import type { EnvironmentOrigin, Snapshot } from '../snapshot/index.js'
import { does, type ChangedFiles } from './changed-files.js'
import type { Edit } from './explain-change.js'
import { isRunningToolchain, machinePart } from './facts.js'

/** Characters of a value that a finding repeats; the comparison holds the whole of it. */
const SHOWN = 1000

/** How a value is shown: what is not there and what is empty are told apart, and nothing is endless. */
export function showValue(value: string | null): string {
  if (value === null) return 'not there'
  if (value === '') return 'empty'
  if (value.length <= SHOWN) return value
  // Never half of a surrogate pair.
  const cut = value.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut}… (${String(value.length)} characters)`
}

const SEVERITY: Readonly<Record<EnvironmentDrift['class'], Severity | null>> = {
  verification: 'warning',
  build: 'warning',
  platform: 'note',
  version: 'note',
  path: 'note',
  runner: 'note',
  volatile: null,
}

const MEANING: Readonly<Record<EnvironmentDrift['class'], string>> = {
  verification: 'It decides how far modules are checked.',
  build: 'It changes what is compiled.',
  platform: 'It decides what the build is for.',
  version: 'It decides which Go builds.',
  path: 'It changes where go looks, not what it builds.',
  runner: 'It is the machine that builds.',
  volatile: '',
}

/** A value that means the same on any machine and that a shell can take: no folded path, no control character. */
const PASTEABLE = /^[\w.,:;=+/@%*|~ -]*$/

function quote(value: string): string {
  return /^[\w.,:=+/@%-]+$/.test(value) ? value : `'${value}'`
}

function settingFix(drift: EnvironmentDrift, origin: EnvironmentOrigin | undefined): readonly Fix[] {
  const { key, before } = drift
  const was = before ?? ''
  const keep: Fix = { command: 'goparity baseline save', why: `keeps the new value, when ${key} was changed on purpose` }
  if ((findGoEnvKey(key)?.settable ?? 'nowhere') === 'nowhere' || origin === 'derived' || !PASTEABLE.test(was)) return [keep]
  if (origin === 'goenv') {
    const command = was === '' ? `go env -u ${key}` : `go env -w ${quote(`${key}=${was}`)}`
    return [{ command, why: `${key} is set in a go env file (see: go env GOENV); this gives it the value of the baseline` }, keep]
  }
  if (origin === 'process' && was === '') return [{ command: `unset ${key}`, why: `${key} is set in the environment of this job` }, keep]
  return [{ command: `export ${key}=${quote(was)}`, why: 'gives it the value of the baseline' }, keep]
}

/** What a change has to do with differences. */
export interface ChangeContext {
  readonly change: ChangedFiles
  /** The differences that the change accounts for. */
  readonly edits: ReadonlyMap<EnvironmentDrift, Edit>
}

/** One sentence on a difference of the world that the change does not account for; `null` where nobody knows the change. */
function worldMoved(context: ChangeContext | null): string | null {
  if (context === null) return null
  const { change } = context
  return change.complete
    ? `Nothing in ${change.name} asks for that: the world moved.`
    : `Whether ${does(change, 'asks')} for that is not known: the platform named only the first of its files.`
}

/** Likewise on a setting that somebody must have made. */
function setElsewhere(context: ChangeContext | null): string {
  if (context === null || !context.change.complete) return ''
  const { change } = context
  return change.workflows.length + change.composites.length === 0
    ? ` No workflow is edited in ${change.name}: it comes from the runner, from a variable of the repository, or from a step that changed by itself.`
    : ''
}

function placeOf(context: ChangeContext | null, drift: EnvironmentDrift): Pick<Finding, 'location'> {
  const location = context?.edits.get(drift)?.location ?? null
  return location === null ? {} : { location }
}

function toolchainFinding(drift: EnvironmentDrift, context: ChangeContext | null): Finding {
  const { before, after, explained } = drift
  const title = `Go is ${describeMove(before, after)}`
  const wanted = (before ?? '').replace(/^go/, '')
  return {
    rule: 'toolchain/drift',
    severity: explained === undefined ? 'warning' : 'note',
    state: 'new',
    title,
    message:
      explained === undefined
        ? worldMoved(context) === null
          ? 'The baseline was built with another Go, and nothing in this change asks for that. Another Go compiles other code and resolves modules by other rules.'
          : `The baseline was built with another Go. ${worldMoved(context) ?? ''} Another Go compiles other code and resolves modules by other rules.`
        : `The baseline was built with another Go: ${explained}.`,
    subject: { key: 'GOVERSION', tool: 'go' },
    ...placeOf(context, drift),
    evidence: [`baseline: ${showValue(before)}`, `now: ${showValue(after)}`],
    fix:
      explained === undefined
        ? [
            ...(/^\d[\w.]*$/.test(wanted) ? [{ edit: `install Go ${wanted} in this job`, why: 'builds with the Go of the baseline' }] : []),
            { command: 'goparity baseline save', why: 'keeps the new Go, when it was changed on purpose' },
          ]
        : [],
    source: 'environment',
  }
}

/** `go1.26` of `go1.26.8`. */
function languageOf(version: string): string {
  return /^go\d+\.\d+/.exec(version)?.[0] ?? version
}

/** `newer: go1.25.3 → go1.26.8 (minor)`, as far as both can be read. */
export function describeMove(before: string | null, after: string | null): string {
  const arrow = `${showValue(before)} → ${showValue(after)}`
  if (before === null || after === null) return `another: ${arrow}`
  const order = compareGoVersions(after, before)
  if (order === 0) return `another: ${arrow}`
  const size = languageOf(before) === languageOf(after) ? 'patch' : 'minor'
  return `${order > 0 ? 'newer' : 'older'}: ${arrow} (${size})`
}

const MACHINE_PARTS: Readonly<Record<string, string>> = { runner: 'the runner image', cCompiler: 'the C compiler', libc: 'the C library' }

function machineFinding(part: string, drifts: readonly EnvironmentDrift[], context: ChangeContext | null): Finding {
  const name = MACHINE_PARTS[part] ?? part
  const asked = drifts.find((drift) => context?.edits.has(drift) === true)
  const world = asked === undefined ? worldMoved(context) : null
  const tool = part === 'cCompiler' ? { tool: 'cc' } : {}
  return {
    rule: 'runner/drift',
    severity: 'note',
    state: 'new',
    title: `${name} is another one`,
    message: `Differs from the baseline: ${name}${asked === undefined ? '' : `; ${asked.explained ?? ''}`}. ${world === null ? '' : `${world} `}It matters to targets with cgo; pure Go does not use it.`,
    subject: { key: drifts.length === 1 ? (drifts[0]?.key ?? part) : part, ...tool },
    ...(asked === undefined ? {} : placeOf(context, asked)),
    evidence: drifts.map(({ key, before, after }) => `${key}: ${showValue(before)} → ${showValue(after)}`),
    fix: [],
    source: 'environment',
  }
}

function driftFinding(drift: EnvironmentDrift, severity: Severity, present: Snapshot, context: ChangeContext | null): Finding {
  const { key, before, after, explained } = drift
  const why = explained === undefined ? '' : `: ${explained}`
  const elsewhere = explained === undefined && severity === 'warning' ? setElsewhere(context) : ''
  const doc = findGoEnvKey(key)?.doc
  const origins = present.environment.origins
  const origin = Object.hasOwn(origins, key) ? origins[key] : undefined
  return {
    rule: 'env/drift',
    severity,
    state: 'new',
    title: `${key} differs from the baseline`,
    message: `${key}${doc === undefined ? '' : ` (${doc})`} was ${showValue(before)} and is ${showValue(after)}${why}. ${MEANING[drift.class]}${elsewhere}`,
    subject: { key },
    ...placeOf(context, drift),
    evidence: [`baseline: ${key} ${showValue(before)}`, `now: ${key} ${showValue(after)}${origin === undefined ? '' : ` (${origin})`}`],
    fix: severity === 'warning' ? settingFix(drift, origin) : [],
    source: 'environment',
  }
}

/**
 * Findings for what differs in the environment. An explained difference makes none (the explanation is in the comparison),
 * but for the Go that builds, and for what the change itself accounts for: that is always worth a note.
 */
export function environmentFindings(
  drifts: readonly EnvironmentDrift[],
  present: Snapshot,
  context: ChangeContext | null = null,
): readonly Finding[] {
  const findings: Finding[] = []
  const machine = new Map<string, EnvironmentDrift[]>()
  let toolchainSeen = false
  for (const drift of drifts) {
    if (isRunningToolchain(drift.key)) {
      if (!toolchainSeen && !isIgnored(drift)) findings.push(toolchainFinding(drift, context))
      toolchainSeen = true
      continue
    }
    const asked = context?.edits.has(drift) === true
    if (drift.explained !== undefined && !asked) continue
    const part = machinePart(drift)
    if (part !== null) {
      machine.set(part, [...(machine.get(part) ?? []), drift])
      continue
    }
    const severity = SEVERITY[drift.class]
    if (severity !== null) findings.push(driftFinding(drift, asked ? 'note' : severity, present, context))
  }
  for (const [part, rows] of machine) findings.push(machineFinding(part, rows, context))
  return findings
}

/** How a difference that the configuration ignores is explained. */
export function ignoredBecause(reason: string): string {
  return `ignored: ${reason}`
}

function isIgnored(drift: EnvironmentDrift): boolean {
  return drift.explained?.startsWith('ignored: ') === true
}
