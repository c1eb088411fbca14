import { ParityError } from '../errors.js'
import type { Finding, Fix } from '../report/index.js'
import { byteOrder, type GoEnvironment, type Toolchain } from '../snapshot/index.js'
import { isInGoRange, parseGoRange } from './go-range.js'
import { normaliseValue } from './normalise.js'
import { changeSetting, describeOrigin, valueOf } from './setting.js'
import { findGoEnvKey } from './table.js'
import { flagName, joinWords, splitWords } from './words.js'

/** Declared facts of the environment. */
export interface Expectations {
  /** The Go that runs: `1.26.3`, `1.26`, `1.26.x`, `>=1.24 <1.27`. */
  readonly go?: string
  /** go env keys and the value each must have; `on`: any but off; empty: none. */
  readonly env?: Readonly<Record<string, string>>
  /** Flags that GOFLAGS must or must not hold: `-trimpath`, `-mod=vendor`, or by name alone `-tags`. */
  readonly flags?: { readonly require?: readonly string[]; readonly forbid?: readonly string[] }
}

/** Keys whose value is a place or a list, and `off` where they are switched off. */
const SWITCHES: ReadonlySet<string> = new Set(['GOSUMDB', 'GOPROXY', 'GOENV', 'GOWORK', 'GOAUTH', 'GOFIPS140'])
/** What `on` becomes in a fix. */
const SWITCHED_ON: Readonly<Record<string, string>> = { GOSUMDB: 'sum.golang.org', GOAUTH: 'netrc', GOFIPS140: 'latest' }

function violated(key: string, title: string, message: string, evidence: readonly string[], fix: readonly Fix[]): Finding {
  return {
    rule: 'env/expectation',
    severity: 'error',
    state: 'new',
    title,
    message,
    subject: { key },
    evidence,
    fix,
    source: 'environment',
  }
}

function show(value: string | null): string {
  if (value === null) return 'not printed by this go env'
  return value === '' ? 'empty' : value
}

function checkGo(wanted: string, running: string): readonly Finding[] {
  const range = parseGoRange(wanted)
  const fits = isInGoRange(range, running)
  if (fits === true) return []
  const release = range.find(({ operator }) => operator === '=' || operator === '>=')
  const message =
    fits === null
      ? `The configuration expects Go ${wanted}, and the version of the Go that runs, ${show(running)}, cannot be read.`
      : `The configuration expects Go ${wanted}; ${running} builds. Another Go compiles other code and resolves modules by other rules.`
  return [
    violated(
      'GOVERSION',
      `Go is ${running}, expected ${wanted}`,
      message,
      [`wanted: ${wanted}`, `found: ${running} (go env GOVERSION)`],
      [
        {
          edit: release === undefined ? `install a Go that is ${wanted}` : `install Go ${release.version} in this job`,
          why: 'builds with the Go that was declared',
        },
      ],
    ),
  ]
}

function meets(key: string, wanted: string, found: string): boolean {
  if (wanted === 'on' && SWITCHES.has(key)) return found !== '' && found !== 'off'
  // Module mode is the default: an empty value is on.
  if (wanted === 'on' && key === 'GO111MODULE') return found === '' || found === 'on'
  return found === wanted
}

function checkKey(key: string, written: string, environment: GoEnvironment): readonly Finding[] {
  const row = findGoEnvKey(key)
  if (row === null) {
    throw new ParityError(
      'config-invalid',
      `expect.env names ${JSON.stringify(key.slice(0, 80))}, which is no go env key of Go 1.21 to 1.26`,
      'see the keys with: go env',
    )
  }
  const wanted = normaliseValue(row, written)
  if (key === 'CGO_ENABLED' && wanted !== '0' && wanted !== '1') {
    throw new ParityError(
      'config-invalid',
      `expect.env.CGO_ENABLED is ${JSON.stringify(written.slice(0, 80))}; go knows 0 and 1`,
      'write "0" or "1"',
    )
  }
  const found = valueOf(environment, key)
  if (meets(key, wanted, found ?? '')) return []
  const target = wanted === 'on' && SWITCHES.has(key) ? (SWITCHED_ON[key] ?? null) : wanted
  const why = `gives ${key} the value that was declared`
  const fix = target === null ? { edit: `give ${key} a value other than off`, why } : changeSetting(environment, key, target, why)
  const origin = describeOrigin(environment, key)
  return [
    violated(
      key,
      `${key} is ${show(found)}, expected ${show(wanted)}`,
      `The configuration expects ${key} to be ${show(wanted)}; it is ${show(found)}, ${origin}. It decides: ${row.doc}.`,
      [`wanted: ${key}=${wanted}`, `found: ${key}=${found ?? ''} (${origin})`],
      [fix],
    ),
  ]
}

function withoutTrue(word: string): string {
  return word.replace(/^--(?=[^-])/, '-').replace(/=true$/, '')
}

/** Whether a word of GOFLAGS is the flag that is meant: by name alone any value, else this value; `-race` is `-race=true`. */
function matchesFlag(word: string, wanted: string): boolean {
  const name = flagName(wanted)
  if (flagName(word) !== name) return false
  return !wanted.includes('=') || withoutTrue(word) === withoutTrue(wanted)
}

function isFalse(word: string): boolean {
  return /=(?:false|0|f|F|FALSE|False)$/.test(word)
}

/** Whether a word has the flag, and switched on where no value is asked for. */
function holds(word: string, wanted: string): boolean {
  return matchesFlag(word, wanted) && (wanted.includes('=') || !isFalse(word))
}

/** `-ldflags` and its like may stand more than once, for several package patterns; of the others the last one counts. */
function isOverruled(words: readonly string[], at: number): boolean {
  const name = flagName(words[at] ?? '')
  return !name.endsWith('flags') && words.slice(at + 1).some((later) => flagName(later) === name)
}

function checkFlags(flags: NonNullable<Expectations['flags']>, environment: GoEnvironment): readonly Finding[] {
  const text = valueOf(environment, 'GOFLAGS') ?? ''
  const words = splitWords(text) ?? []
  const origin = describeOrigin(environment, 'GOFLAGS')
  const evidence = (wanted: string): readonly string[] => [wanted, `found: GOFLAGS=${text} (${origin})`]
  const inEffect = words.filter((_word, at) => !isOverruled(words, at))
  const missing = (flags.require ?? []).filter((flag) => !inEffect.some((word) => holds(word, flag)))
  const present = (flags.forbid ?? []).filter((flag) => words.some((word) => holds(word, flag)))
  const withFlag = (flag: string): string => joinWords([...words, flag].filter((_word, at, all) => !isOverruled(all, at)))
  return [
    ...missing.map((flag) =>
      violated(
        'GOFLAGS',
        `GOFLAGS lacks ${flag}`,
        `The configuration expects ${flag} in GOFLAGS, for every go command of this job; GOFLAGS is ${show(text)}, ${origin}.`,
        evidence(`wanted: ${flag}`),
        [changeSetting(environment, 'GOFLAGS', withFlag(flag), 'adds the flag that was declared')],
      ),
    ),
    ...present.map((flag) =>
      violated(
        'GOFLAGS',
        `GOFLAGS holds ${flag}`,
        `The configuration forbids ${flag} in GOFLAGS; GOFLAGS is ${text}, ${origin}.`,
        evidence(`forbidden: ${flag}`),
        [
          changeSetting(
            environment,
            'GOFLAGS',
            joinWords(words.filter((word) => !matchesFlag(word, flag))),
            'takes the flag away and keeps the others',
          ),
        ],
      ),
    ),
  ]
}

/**
 * Findings (`env/expectation`, errors) for every declared fact that does not hold, each with what was wanted, what was
 * found, where that is set and how to change it. Throws `config-invalid` for a range or key that cannot be understood.
 */
export function checkExpectations(expect: Expectations, environment: GoEnvironment, toolchain: Toolchain): readonly Finding[] {
  const keys = Object.entries(expect.env ?? {}).toSorted(([a], [b]) => byteOrder(a, b))
  return [
    ...(expect.go === undefined ? [] : checkGo(expect.go, toolchain.running)),
    ...keys.flatMap(([key, wanted]) => checkKey(key, wanted, environment)),
    ...(expect.flags === undefined ? [] : checkFlags(expect.flags, environment)),
  ]
}
