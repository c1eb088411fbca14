import { matchesEveryModule, splitWords } from '../environment/index.js'
import type { Finding, Severity } from '../report/index.js'
import { list, makeFinding, type ShowFile } from './finding.js'
import type { DeclaredEnvironment, DeclaredEnvironments, Place } from './model.js'
import { isAside } from './paths.js'

/** What a value takes away. */
interface Weakness {
  readonly what: string
  readonly severity: Severity
}

interface Weakened extends Weakness {
  readonly key: string
  readonly value: string
  readonly location: Place
}

function warning(what: string): Weakness {
  return { what, severity: 'warning' }
}

function weaknessOf(key: string, value: string): Weakness | null {
  if (key === 'GOSUMDB') return value === 'off' ? warning('the checksum database is not asked') : null
  if (key === 'GONOSUMDB' || key === 'GOPRIVATE')
    return matchesEveryModule(value) ? warning('no module is looked up in the checksum database') : null
  if (key === 'GOINSECURE') {
    if (value === '') return null
    return matchesEveryModule(value)
      ? warning('modules may come over plain HTTP')
      : { what: 'some modules may come over plain HTTP', severity: 'note' }
  }
  if (key !== 'GOFLAGS') return null
  const words = splitWords(value) ?? []
  const mod = words.findLast((word) => /^--?mod=/.test(word))
  if (mod?.endsWith('=mod') === true) return warning('go.mod and go.sum are rewritten instead of checked')
  return words.some((word) => /^--?insecure$/.test(word)) ? warning('modules may come over plain HTTP') : null
}

const KEYS = ['GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GOINSECURE', 'GOFLAGS'] as const
/** Commands that take modules as they are written down; others are there to rewrite them. */
const CHECKED = new Set(['build', 'install', 'test', 'vet', 'mod download', 'make'])

/** Nothing is fetched: what would check it does not matter. */
function fetchesNothing(settings: ReadonlyMap<string, string | null>): boolean {
  return /-mod=vendor/.test(settings.get('GOFLAGS') ?? '') || settings.get('GOPROXY') === 'off'
}

function findInSettings(values: ReadonlyMap<string, { readonly value: string | null; readonly location: Place }>): readonly Weakened[] {
  const plain = new Map([...values].map(([key, { value }]) => [key, value] as const))
  if (fetchesNothing(plain)) return []
  return KEYS.flatMap((key) => {
    const setting = values.get(key)
    const weakness = setting?.value == null ? null : weaknessOf(key, setting.value)
    return setting?.value == null || weakness === null ? [] : [{ ...weakness, key, value: setting.value, location: setting.location }]
  })
}

function findWeakened({ kind, settings, commands }: DeclaredEnvironment): readonly Weakened[] {
  const whole = new Map(settings.map((one) => [one.setting, { value: one.known ? one.value : null, location: one.location }] as const))
  if (kind === 'makefile' || kind === 'devcontainer' || kind === 'versions') return findInSettings(whole)
  return commands.filter(({ verb }) => CHECKED.has(verb)).flatMap((command) => findInSettings(command.settings))
}

/** Settings that take checks off modules in one place, while another place keeps them. */
export function findWeakenedPlaces(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  const builders = declared.environments.filter(
    ({ file, kind, commands, go, settings }) =>
      !isAside(file) && (commands.length > 0 || go.length > 0 || (kind !== 'image' && settings.length > 0)),
  )
  const weakened = builders.map((environment) => ({ environment, found: findWeakened(environment) }))
  return weakened.flatMap(({ environment, found }) =>
    found.flatMap((one) => {
      const others = builders.filter(
        (other, index) =>
          other !== environment &&
          (other.commands.length > 0 || other.go.length > 0) &&
          weakened[index]?.found.every(({ key }) => key !== one.key) === true &&
          // A value that only a run can tell may be the same.
          [...other.settings, ...other.partly].every(({ setting, known }) => known || setting !== one.key),
      )
      const [first] = others
      if (first === undefined) return []
      return [
        makeFinding(show, {
          rule: 'env/contradiction',
          severity: one.severity,
          title: `${one.key}=${one.value} in one place only`,
          message: `In ${environment.name} ${one.what}. ${list(others.map(({ name }) => name))} ${others.length === 1 ? 'does' : 'do'} not say so: what passes here can fail there, or be another module.`,
          key: one.key,
          location: one.location,
          evidence: [
            [one.location, `${one.key}=${one.value}`],
            [{ file: first.file, line: first.line }, `${first.name}: ${one.key} is not set so`],
          ],
          fix: [
            { edit: `leave ${one.key}=${one.value} out`, why: 'checks modules here as everywhere else; list private modules in GOPRIVATE' },
          ],
        }),
      ]
    }),
  )
}
