import type { EnvironmentDrift } from '../report/index.js'
import { byteOrder, type GoEnvironment, type Snapshot } from '../snapshot/index.js'
import { explainVersion } from './explain-version.js'
import { compareGoVersions } from './go-version.js'
import { findGoEnvKey } from './table.js'

/** A fact of a snapshot under the name of its key. */
interface Fact {
  readonly key: string
  readonly class: EnvironmentDrift['class']
  readonly before: string | null
  readonly after: string | null
}

type Fields = Readonly<Record<string, string | null>>

function own(values: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null
}

function goEnvFacts(before: Snapshot, after: Snapshot): readonly Fact[] {
  const [left, right] = [before.environment.values, after.environment.values]
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted(byteOrder)
  return keys.map((key) => ({ key, class: findGoEnvKey(key)?.class ?? 'volatile', before: own(left, key), after: own(right, key) }))
}

/** A part of the machine: whole when one side has none, else field by field. */
function partFacts(part: string, before: Fields | null, after: Fields | null, whole: string): readonly Fact[] {
  if (before === null && after === null) return []
  if (before === null || after === null) {
    return [{ key: part, class: 'runner', before: before?.[whole] ?? null, after: after?.[whole] ?? null }]
  }
  const keys = Object.keys(before).toSorted(byteOrder)
  return keys.map((key) => ({ key: `${part}.${key}`, class: 'runner', before: before[key] ?? null, after: after[key] ?? null }))
}

/** What is there although nothing of it has a value must still differ from what is not there. */
function named(fields: Fields | null, whole: string): Fields | null {
  return fields === null ? null : { ...fields, [whole]: fields[whole] ?? '' }
}

function compilerFields({ cCompiler: it }: Snapshot): Fields | null {
  return it === null ? null : { command: it.command, path: it.path, version: it.version, target: it.target }
}

function libcFields({ libc: it }: Snapshot): Fields | null {
  return it === null ? null : { kind: it.kind, version: it.version }
}

function runnerFields({ runner: it }: Snapshot): Fields | null {
  return it === null ? null : { os: it.os, arch: it.arch, image: it.image, version: it.version, environment: it.environment }
}

function machineFacts(before: Snapshot, after: Snapshot): readonly Fact[] {
  return [
    ...partFacts('cCompiler', compilerFields(before), compilerFields(after), 'command'),
    ...partFacts('libc', libcFields(before), libcFields(after), 'kind'),
    ...partFacts('runner', ...oneSided(runnerFields(before), runnerFields(after)), 'image'),
  ]
}

function oneSided(before: Fields | null, after: Fields | null): readonly [Fields | null, Fields | null] {
  return before === null || after === null ? [named(before, 'image'), named(after, 'image')] : [before, after]
}

/** The toolchain repeats go env: each fact is told once, under the key of go env where that shows it. */
function toolchainFacts(before: Snapshot, after: Snapshot, seen: ReadonlySet<string>): readonly Fact[] {
  const rows: readonly (readonly [keyof Snapshot['toolchain'], 'version' | 'platform', readonly string[]])[] = [
    ['running', 'version', ['GOVERSION']],
    ['requested', 'version', ['GOTOOLCHAIN']],
    ['host', 'platform', ['GOHOSTOS', 'GOHOSTARCH']],
  ]
  return rows
    .filter(([, , same]) => !same.some((key) => seen.has(key)))
    .map(([name, keyClass]) => ({
      key: `toolchain.${name}`,
      class: keyClass,
      before: before.toolchain[name],
      after: after.toolchain[name],
    }))
}

function isDifferent({ before, after }: Fact): boolean {
  return before !== after
}

/** Whether somebody set the key: then it follows nothing. */
function isSet(environment: GoEnvironment, key: string): boolean {
  const origin = own(environment.origins, key)
  return origin === 'process' || origin === 'goenv' || origin === 'goroot'
}

/** The compiler that CC names is another one because CC is. */
const MACHINE_FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  cCompiler: ['CC'],
  'cCompiler.command': ['CC'],
  'cCompiler.path': ['CC'],
  'cCompiler.target': ['CC'],
  'cCompiler.version': ['CC'],
}

function followed(key: string, drifting: readonly string[]): string | undefined {
  const keys = findGoEnvKey(key)?.followsKeys ?? (Object.hasOwn(MACHINE_FOLLOWS, key) ? MACHINE_FOLLOWS[key] : undefined)
  return keys?.find((other) => drifting.some((drift) => drift === other || drift.startsWith(`${other}.`)))
}

/** A key that only the newer Go prints. */
function explainNewKey({ key, before, after }: Fact, older: Snapshot, newer: Snapshot): string | undefined {
  const row = findGoEnvKey(key)
  if (row === null || (before === null) === (after === null)) return undefined
  const [without, having] = before === null ? [older, newer] : [newer, older]
  const isNew = compareGoVersions(without.toolchain.running, row.since) < 0 && compareGoVersions(having.toolchain.running, row.since) >= 0
  return isNew ? `go env prints it since Go ${row.since}` : undefined
}

/**
 * What differs between two environments: go env keys, the toolchain, the C compiler, libc and runner image, sorted by key
 * within each. A key that follows another one which differs, and that nobody set, is `explained` by it; GOVERSION by an
 * edited go or toolchain line.
 */
export function diffEnvironments(before: Snapshot, after: Snapshot): readonly EnvironmentDrift[] {
  const fromGo = goEnvFacts(before, after).filter(isDifferent)
  const seen = new Set(fromGo.map(({ key }) => key))
  const facts = [...fromGo, ...[...toolchainFacts(before, after, seen), ...machineFacts(before, after)].filter(isDifferent)]
  const drifting = facts.map(({ key }) => (key === 'toolchain.running' ? 'GOVERSION' : key))
  const explain = (fact: Fact): string | undefined => {
    const newKey = explainNewKey(fact, before, after)
    if (newKey !== undefined) return newKey
    const { key } = fact
    if (key === 'GOVERSION' || key === 'toolchain.running') return explainVersion(before, after)
    if (isSet(before.environment, key) || isSet(after.environment, key)) return undefined
    const leader = followed(key, drifting)
    return leader === undefined ? undefined : `follows ${leader}`
  }
  return facts.map((fact) => {
    const explained = explain(fact)
    return explained === undefined ? fact : Object.assign({}, fact, { explained })
  })
}
