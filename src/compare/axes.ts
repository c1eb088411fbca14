import type { EnvironmentDrift } from '../report/index.js'
import type { Job, Json } from '../snapshot/index.js'

type DriftClass = EnvironmentDrift['class']
type Kind = 'os' | 'arch' | 'go'

/** One axis of a matrix over the jobs that are compared. */
export interface Axis {
  readonly name: string
  /** One per job, types kept apart; the same text is the same value. */
  readonly values: readonly string[]
  /** One per job as a person writes it; `null` for a job that does not have the axis. */
  readonly texts: readonly (string | null)[]
  readonly kinds: ReadonlySet<Kind>
}

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

/** The axes of all jobs, sorted as they first appear. */
export function axesOf(jobs: readonly Job[]): readonly Axis[] {
  const names = [...new Set(jobs.flatMap((job) => Object.keys(job.matrix)))]
  return names.map((name) => {
    const found = jobs.map(({ matrix }) => (Object.hasOwn(matrix, name) ? matrix[name] : undefined))
    const texts = found.map((value) => (value === undefined ? null : textOf(value)))
    const kinds = (['os', 'arch', 'go'] as const).filter((kind) => texts.every((text) => text !== null && SHAPES[kind].test(text)))
    return { name, values: found.map((value) => (value === undefined ? ABSENT : JSON.stringify(value))), texts, kinds: new Set(kinds) }
  })
}

/** Whether each value on the left has one value on the right. */
export function decides(left: readonly string[], right: readonly string[]): boolean {
  const seen = new Map<string, string>()
  for (const [at, value] of left.entries()) {
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
function isSameValue(text: string | null, value: string | null): boolean {
  if (text === null || value === null) return false
  const plain = text === 'true' ? '1' : text === 'false' ? '0' : text
  return plain === value || bare(plain) === bare(value) || (/^\d+\.\d+$/.test(bare(plain)) && bare(value).startsWith(`${bare(plain)}.`))
}

/** A key that only some versions of Go have: its absence is a matter of the version. */
function isOnlyMissing(values: readonly (string | null)[]): boolean {
  return values.includes(null) && new Set(values).size === 2
}

function mayMove(axis: Axis, class_: DriftClass, values: readonly (string | null)[]): boolean {
  if ([...axis.kinds].some((kind) => MOVES[kind].includes(class_))) return true
  if (axis.kinds.has('go') && isOnlyMissing(values)) return true
  return axis.texts.every((text, at) => isSameValue(text, values[at] ?? null))
}

/** `null` and texts told apart, as keys of maps. */
export function keyOf(value: string | null): string {
  return value === null ? ABSENT : value
}

/**
 * Which axis alone accounts for the values of a key, one per job: `the os axis`. Each value of the axis has one value of the key,
 * and the key is of a class that this axis may move, or the axis writes the key's own values.
 * Axes that always move together cannot be told apart, and it says so. `null`: none does.
 */
export function explainByAxes(values: readonly (string | null)[], class_: DriftClass, axes: readonly Axis[]): string | null {
  const keys = values.map(keyOf)
  const fitting = axes.filter((axis) => new Set(axis.values).size > 1 && decides(axis.values, keys) && mayMove(axis, class_, values))
  // Where one axis decides the other but not the other way round, the coarser one suffices.
  const causes = fitting.filter(
    (axis) => !fitting.some((other) => other !== axis && decides(axis.values, other.values) && !decides(other.values, axis.values)),
  )
  const [first] = causes
  if (first === undefined) return null
  if (causes.length === 1) return `the ${first.name} axis`
  const names = causes.map(({ name }) => name)
  return `the ${names.slice(0, -1).join(', ')} or the ${names.at(-1) ?? ''} axis: they always move together, cannot tell which`
}
