import type { Degrade, Finding, Fix } from '../report/index.js'
import { redact, type GoEnvironment } from '../snapshot/index.js'
import { makeFold, type Fold, type Folds } from './fold.js'
import { normaliseValue } from './normalise.js'
import { changeSetting, describeOrigin, valueOf } from './setting.js'
import { consequenceOf, isShellVariable, shellVariables } from './shell-variables.js'
import type { ShellAssignment } from './start-up-files.js'
import { findGoEnvKey } from './table.js'

/** What a program gets from one way of starting a shell with nothing but a home folder. */
export interface ShellReading {
  /** `bash` */
  readonly shell: string
  readonly kind: 'login' | 'interactive'
  /** Exported, not empty, and among `shellVariables`; as they are, credentials too. */
  readonly variables: Readonly<Record<string, string>>
}

/** What the shells of an account give to programs that are started from them. */
export interface ShellAnswers {
  readonly readings: readonly ShellReading[]
  /** In the order in which the files were read. */
  readonly assignments: readonly ShellAssignment[]
  /** Shells that said nothing, with the reason. */
  readonly degraded: readonly Degrade[]
}

/** Longest value that is shown. */
const SHOWN = 200

function cut(value: string): string {
  return value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
}

/** Go reads some spellings as the same: unset is what makes its default. */
function meaningOf(name: string, value: string): string {
  return name === 'GO111MODULE' && value === 'on' ? '' : value
}

/** The value as a snapshot holds it; `null` where go takes no notice of it. */
function comparable(name: string, value: string, fold: Fold): string | null {
  if (name === 'CGO_ENABLED' && value !== '0' && value !== '1') return null
  const row = findGoEnvKey(name)
  return row === null ? redact(fold(value)) : normaliseValue(row, value, fold)
}

interface Seen {
  readonly value: string
  readonly reading: ShellReading
}

function describeShells(seen: readonly Seen[]): string {
  return seen.map(({ reading: { shell, kind } }) => `${kind === 'login' ? 'a login' : 'an interactive'} ${shell}`).join(' and ')
}

function describeHere(environment: GoEnvironment, name: string, value: string): string {
  if (value === '') return 'not set'
  const origin = valueOf(environment, name) === null ? 'set in the environment of this process' : describeOrigin(environment, name)
  return `${cut(value)} (${origin})`
}

function giveHere(environment: GoEnvironment, name: string, value: string): Fix {
  const why = 'gives this process what a terminal has'
  return value.length > SHOWN ? { edit: `set ${name} here as the terminal does`, why } : changeSetting(environment, name, value, why)
}

function shellFinding(
  environment: GoEnvironment,
  name: string,
  { here, seen, at }: { readonly here: string; readonly seen: readonly Seen[]; readonly at: ShellAssignment | undefined },
): Finding {
  const [first] = seen
  const value = first?.value ?? ''
  const same = seen.filter((other) => other.value === value)
  const { severity, meaning } = consequenceOf(name)
  const place = at === undefined ? '' : `, set in ${at.file}:${String(at.line)}`
  const present = describeHere(environment, name, here)
  const takeOut: readonly Fix[] =
    at === undefined ? [] : [{ edit: `take ${name} out of ${at.file}:${String(at.line)}`, why: 'gives a terminal what this process has' }]
  return {
    rule: 'env/shell-only',
    severity,
    state: 'new',
    title: here === '' ? `${name} is set in a terminal only` : `${name} has another value in a terminal`,
    message: `${name} is ${cut(value)} in ${describeShells(same)}${place}; here it is ${present}. ${meaning}`,
    subject: { key: name },
    ...(at === undefined ? {} : { location: { file: at.file, line: at.line } }),
    evidence: [...seen.map((one) => `${describeShells([one])}: ${name}=${cut(one.value)}`), `here: ${name} is ${present}`],
    fix: [giveHere(environment, name, value), ...takeOut],
    source: 'environment',
  }
}

/**
 * Findings (`env/shell-only`), one a variable, for what only the start-up files of a shell set: go in a terminal then does
 * something else than go in this process. Values are compared as go takes them: a shell that sets go's default makes none.
 * `env` is the process environment, for variables that go env does not print.
 */
export function findShellOnly(
  environment: GoEnvironment,
  env: Readonly<Record<string, string | undefined>>,
  folds: Folds,
  shells: ShellAnswers,
): readonly Finding[] {
  const fold = makeFold(folds)
  return shellVariables.flatMap((name) => {
    const own = (Object.hasOwn(env, name) ? env[name] : undefined) ?? ''
    const here = valueOf(environment, name) ?? comparable(name, own, fold) ?? ''
    const seen = shells.readings.flatMap((reading): readonly Seen[] => {
      const raw = Object.hasOwn(reading.variables, name) ? (reading.variables[name] ?? '') : ''
      const value = raw === '' ? null : comparable(name, raw, fold)
      return value === null || value === '' || meaningOf(name, value) === meaningOf(name, here) ? [] : [{ value, reading }]
    })
    // The last one wins, as in the shell.
    const at = shells.assignments.findLast((assignment) => assignment.name === name)
    return seen.length === 0 ? [] : [shellFinding(environment, name, { here, seen, at })]
  })
}

/** The variables of one shell's environment that decide what go does; all others are dropped. */
export function keepShellVariables(entries: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].filter(([name, value]) => isShellVariable(name) && value !== ''))
}
