import type { EnvironmentDrift } from '../report/index.js'
import type { Job, Json } from '../snapshot/index.js'

type DriftClass = EnvironmentDrift['class']
type Kind = 'os' | 'arch' | 'go'

/** One axis of a matrix over the jobs that are compared. */
export interface Axis {
  readonly name: string
  /** One per job, types kept apart; the same text is the same value. `null` for a job of another matrix, of which the axis says nothing. */
  readonly values: readonly (string | null)[]
  /** One per job as a person writes it; `null` for a job that does not have the axis. */
  readonly texts: readonly (string | null)[]
  readonly kinds: ReadonlySet<Kind>
}

/** Axes that are looked at: far more than a matrix that people write has. */
const MOST_AXES = 20

/** What one job says: a value, `null` for "not there", `undefined` for nothing at all. */
export type Said = string | null | undefined

const SHAPES: Readonly<Record<Kind, RegExp>> = {
  os: /(?:^|[^a-z])(?:ubuntu|windows|macos|linux|darwin|debian|alpine|fedora|rockylinux|almalinux|centos|opensuse|archlinux|bookworm|trixie|bullseye|freebsd|netbsd|openbsd|android|ios|plan9|solaris|illumos|aix|js|wasip1)(?:[^a-z]|$)/i,
  arch: /(?:^|[^a-z0-9])(?:amd64|arm64|x86_64|x64|x86|aarch64|386|arm|armv[67]l?|riscv64|ppc64(?:le)?|s390x|loong64|mips(?:64)?(?:le)?|wasm)(?:[^a-z0-9]|$)/i,
  go: /^(?:go|golang:)?1\.\d+(?:\.\d+|\.x|rc\d+|beta\d+)?(?:-[a-z]\w*)*$|^(?:stable|oldstable|tip)$/i,
}

/** What an axis of a kind may move; a difference of another class has another cause, however well it fits. */
const MOVES: Readonly<Record<Kind, readonly DriftClass[]>> = {
  os: ['platform', 'runner', 'path'],
  arch: ['platform', 'runner'],
  go: ['version'],
}

const ABSENT = '\0'

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The legs of one matrix have this in common. */
function matrixOf({ provider, workflow, name }: Job): string {
  return JSON.stringify([provider, workflow, name])
}

/**
 * The axes of all jobs, sorted as they first appear. A leg without an axis that other legs of its matrix have (`include` makes such)
 * has a value of its own there; to a job of another matrix the axis does not apply.
 */
export function axesOf(jobs: readonly Job[]): readonly Axis[] {
  const matrices = jobs.map(matrixOf)
  const names = [...new Set(jobs.flatMap((job) => Object.keys(job.matrix)))].slice(0, MOST_AXES)
  return names.map((name) => {
    const found = jobs.map(({ matrix }) => (Object.hasOwn(matrix, name) ? matrix[name] : undefined))
    const own = new Set(matrices.filter((_, at) => found[at] !== undefined))
    const texts = found.map((value) => (value === undefined ? null : textOf(value)))
    const kinds = (['os', 'arch', 'go'] as const).filter((kind) => texts.every((text) => text === null || SHAPES[kind].test(text)))
    const values = found.map((value, at) => (value === undefined ? (own.has(matrices[at] ?? '') ? ABSENT : null) : JSON.stringify(value)))
    return { name, values, texts, kinds: new Set(kinds) }
  })
}

/** Whether each value on the left has one value on the right; places at which the left has none do not count. */
function decides(left: readonly (string | null)[], right: readonly string[]): boolean {
  const seen = new Map<string, string>()
  for (const [at, value] of left.entries()) {
    if (value === null) continue
    const other = right[at] ?? ''
    const before = seen.get(value)
    if (before === undefined) seen.set(value, other)
    else if (before !== other) return false
  }
  return true
}

/** A version without the `go` before it. */
function bare(version: string): string {
  return version.replace(/^go(?=\d)/, '')
}

/** `true` is how a matrix writes 1, and `1.26` what it writes for go1.26.8. */
function isSameValue(text: string, value: string | null): boolean {
  if (value === null) return false
  const plain = text === 'true' ? '1' : text === 'false' ? '0' : text
  return plain === value || bare(plain) === bare(value) || (/^\d+\.\d+$/.test(bare(plain)) && bare(value).startsWith(`${bare(plain)}.`))
}

/** A key that only some versions of Go have: its absence is a matter of the version. */
function isOnlyMissing(values: readonly (string | null)[]): boolean {
  return values.includes(null) && new Set(values).size === 2
}

/** `null` and texts told apart, as keys of maps. */
export function keyOf(value: string | null): string {
  return value === null ? ABSENT : value
}

/** An axis at the places of the jobs that say something. */
function axisAt(axis: Axis, places: readonly number[]): Axis {
  const pick = (list: readonly (string | null)[]): readonly (string | null)[] => places.map((place) => list[place] ?? null)
  return { ...axis, values: pick(axis.values), texts: pick(axis.texts) }
}

/** The axis has several values here, each with one value of the key, and jobs of another matrix have nothing that its own do not have. */
function accountsFor({ values }: Axis, keys: readonly string[]): boolean {
  const own = new Set(keys.filter((_, place) => values[place] !== null))
  return (
    new Set(values.filter((value) => value !== null)).size > 1 &&
    decides(values, keys) &&
    keys.every((key, place) => values[place] !== null || own.has(key))
  )
}

function mayMove(axis: Axis, class_: DriftClass, values: readonly (string | null)[]): boolean {
  if ([...axis.kinds].some((kind) => MOVES[kind].includes(class_))) return true
  if (axis.kinds.has('go') && isOnlyMissing(values)) return true
  return axis.texts.every((text, place) => text === null || isSameValue(text, values[place] ?? null))
}

/** Whether one axis knows all that another does, and not the other way round: then the other, coarser one suffices. */
function isFinerThan(axis: Axis, other: Axis): boolean {
  return decides(axis.values, other.values.map(keyOf)) && !decides(other.values, axis.values.map(keyOf))
}

/**
 * Which axis alone accounts for the values of a key, one per job: `the os axis`. Each value of the axis has one value of the key,
 * and the key is of a class that this axis may move, or the axis writes the key's own values.
 * Axes that always move together cannot be told apart, and it says so. `null`: none does.
 */
export function explainByAxes(said: readonly Said[], class_: DriftClass, axes: readonly Axis[]): string | null {
  const places = said.flatMap((value, place) => (value === undefined ? [] : [place]))
  const values = places.map((place) => said[place] ?? null)
  const keys = values.map(keyOf)
  const fitting = axes
    .map((axis) => (places.length === said.length ? axis : axisAt(axis, places)))
    .filter((axis) => accountsFor(axis, keys) && mayMove(axis, class_, values))
  const causes = fitting.filter((axis) => !fitting.some((other) => other !== axis && isFinerThan(axis, other)))
  const [first] = causes
  if (first === undefined) return null
  if (causes.length === 1) return `the ${first.name} axis`
  const names = causes.map(({ name }) => name)
  return `the ${names.slice(0, -1).join(', ')} or the ${names.at(-1) ?? ''} axis: they always move together, cannot tell which`
}

/** Whether two jobs that say something share a value of the axis: only then could a difference have shown that the axis is not its cause. */
export function isTested(said: readonly Said[], { values }: Axis): boolean {
  const own = values.filter((value, place) => value !== null && said[place] !== undefined)
  return new Set(own).size < own.length
}
