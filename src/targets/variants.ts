import type { VariantKey } from './target.js'

/** How one GOARCH spells its variants. */
interface VariantRule {
  readonly key: VariantKey
  /** First values, each with the minor version of the first Go that knows it. */
  readonly bases: Readonly<Record<string, number>>
  /** Words that may follow, comma-separated, likewise. */
  readonly features: Readonly<Record<string, number>>
  /** Features of which only one may be there. */
  readonly exclusive?: true
  /** The features may stand without a base. */
  readonly bare?: true
  /** What is allowed, for people. */
  readonly allowed: string
}

/** Numbered values `prefix0 … prefixN`, all of one Go version. */
function numbered(prefix: string, first: number, last: number, since: number): Record<string, number> {
  const values: Record<string, number> = {}
  for (let number = first; number <= last; number++) values[`${prefix}${String(number)}`] = since
  return values
}

const MIPS_FLOAT = { hardfloat: 10, softfloat: 10 }
const FLOAT_64 = { hardfloat: 11, softfloat: 11 }
const NONE = {}

/**
 * Allowed values as in GOROOT/src/internal/buildcfg/cfg.go of go1.26. Go versions are those of the release notes.
 * Ourselves, because the go command from 1.24 on takes any value without a word and builds for the default.
 */
const MIPS: VariantRule = { key: 'GOMIPS', bases: MIPS_FLOAT, features: NONE, allowed: 'hardfloat or softfloat' }
const MIPS64: VariantRule = { key: 'GOMIPS64', bases: FLOAT_64, features: NONE, allowed: 'hardfloat or softfloat' }
const PPC64: VariantRule = {
  key: 'GOPPC64',
  bases: { power8: 12, power9: 12, power10: 20 },
  features: NONE,
  allowed: 'power8, power9 or power10',
}

const RULES: ReadonlyMap<string, VariantRule> = new Map<string, VariantRule>([
  ['386', { key: 'GO386', bases: { sse2: 0, softfloat: 16 }, features: NONE, allowed: 'sse2 or softfloat' }],
  ['amd64', { key: 'GOAMD64', bases: numbered('v', 1, 4, 18), features: NONE, allowed: 'v1, v2, v3 or v4' }],
  [
    'arm',
    {
      key: 'GOARM',
      bases: numbered('', 5, 7, 0),
      features: { softfloat: 22, hardfloat: 22 },
      exclusive: true,
      allowed: '5, 6 or 7, each with ,softfloat or ,hardfloat behind it if wanted',
    },
  ],
  [
    'arm64',
    {
      key: 'GOARM64',
      bases: { ...numbered('v8.', 0, 9, 23), ...numbered('v9.', 0, 5, 23) },
      features: { lse: 23, crypto: 23 },
      allowed: 'v8.0 to v8.9 or v9.0 to v9.5, with ,lse and ,crypto behind it if wanted',
    },
  ],
  ['mips', MIPS],
  ['mipsle', MIPS],
  ['mips64', MIPS64],
  ['mips64le', MIPS64],
  ['ppc64', PPC64],
  ['ppc64le', PPC64],
  [
    'riscv64',
    {
      key: 'GORISCV64',
      bases: { rva20u64: 23, rva22u64: 23, rva23u64: 25 },
      features: NONE,
      allowed: 'rva20u64, rva22u64 or rva23u64',
    },
  ],
  [
    'wasm',
    {
      key: 'GOWASM',
      bases: NONE,
      features: { satconv: 13, signext: 13 },
      bare: true,
      allowed: 'satconv, signext or both with a comma between',
    },
  ],
])

/** Words that continue the item before them in a comma-separated list: `linux/arm/7,softfloat`. */
export const FEATURE_WORDS: ReadonlySet<string> = new Set([...RULES.values()].flatMap((rule) => Object.keys(rule.features)))

/** Whether a variant that was read, and how it is canonically written; or what is wrong with it. */
export type VariantCheck =
  | { readonly ok: true; readonly variant: string; readonly sinceMinor: number }
  | { readonly ok: false; readonly problem: string; readonly allowed: string | null }

/** The go env key that chooses the variant of a GOARCH, or `null` where there is none (`s390x`, `loong64`). */
export function variantKeyOf(goarch: string): VariantKey | null {
  return RULES.get(goarch)?.key ?? null
}

/** A value that every Go takes for this GOARCH's variant key; `null` where there is no key. */
export function plainVariantOf(goarch: string): string | null {
  const rule = RULES.get(goarch)
  if (rule === undefined) return null
  return Object.keys(rule.bases)[0] ?? ''
}

/** Reads a variant of a GOARCH. Features are put in one order and said once. Empty is no variant. */
export function checkVariant(goarch: string, text: string): VariantCheck {
  const rule = RULES.get(goarch)
  if (rule === undefined) return { ok: false, problem: `GOARCH ${goarch} has no variants`, allowed: null }
  const wrong = (problem: string): VariantCheck => ({ ok: false, problem, allowed: rule.allowed })
  const parts = text.split(',')
  const used = new Set<string>()
  let since = 0
  let base: string | null = null
  for (const [index, part] of parts.entries()) {
    const baseSince = index === 0 && rule.bare !== true && Object.hasOwn(rule.bases, part) ? rule.bases[part] : undefined
    const featureSince = (index > 0 || rule.bare === true) && Object.hasOwn(rule.features, part) ? rule.features[part] : undefined
    const known = baseSince ?? featureSince
    if (known === undefined) return wrong(`${JSON.stringify(text.slice(0, 60))} is no ${rule.key}`)
    if (baseSince === undefined) used.add(part)
    else base = part
    since = Math.max(since, known)
  }
  if (rule.exclusive === true && used.size > 1) return wrong(`${JSON.stringify(text.slice(0, 60))} contradicts itself`)
  const features = Object.keys(rule.features).filter((feature) => used.has(feature))
  return { ok: true, variant: [...(base === null ? [] : [base]), ...features].join(','), sinceMinor: since }
}
