import { matchesModulePatterns } from '../environment/index.js'
import type { ChecksumDatabase } from '../config/index.js'
import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { sumKey } from '../modules/index.js'
import type { Degrade, Finding, Location } from '../report/index.js'
import { lookedAt, notApplicable, notLookedAt, type LayerFacts } from './layers.js'
import type { GoValues } from './roots.js'
import { findSumdbBypass } from './sumdb-bypass.js'
import { forkFinding, mismatchFinding } from './witness-findings.js'
import { lookUpModules, type DatabaseRecord, type Lookups } from './witness-lookups.js'
import type { Silence } from './witness-words.js'

const DEADLINE_MS = 60_000
const DEFAULT_DATABASE = 'sum.golang.org'
/** Patterns, and reasons, named in the sentence of the layer. */
const SHOWN = 5

/** What is to be held against the database: the hashes of one module version, as go.sum has them. */
export interface WitnessLine {
  readonly path: string
  readonly version: string
  /** `h1:…` of the zip, and of the go.mod file; `null`: there is none to compare. */
  readonly h1: string | null
  readonly goMod: string | null
  /** Where they stand, for the findings. */
  readonly places?: { readonly h1?: Location; readonly goMod?: Location }
}

/** What the database says of one hash. */
export type WitnessAnswer =
  | { readonly says: 'same' }
  | { readonly says: 'other'; /** What the database has. */ readonly hash: string }
  /** It was asked, and knows no such version. */
  | { readonly says: 'unknown-there'; readonly reason: string }
  /** It was not asked, because of this pattern. */
  | { readonly says: 'private'; readonly pattern: string }
  | { readonly says: 'no-answer'; readonly reason: string }

export interface WitnessOptions {
  readonly mode: ChecksumDatabase
  /** `path version[/go.mod] h1:…` attested in a trusted baseline: not asked again. */
  readonly remembered: ReadonlySet<string>
  /** In all; default 60 s. */
  readonly deadlineMs?: number
  /** Of the configuration, as in GOPRIVATE. */
  readonly privatePatterns?: readonly string[]
  /** Directory of the root, for the findings. */
  readonly root?: string
}

export interface WitnessResult {
  /** Module versions that were answered for count as checked. */
  readonly layer: LayerFacts
  /** Name of the database; `null` when none was asked. */
  readonly database: string | null
  /** By `sumKey`; empty when none was asked. */
  readonly answers: ReadonlyMap<string, WitnessAnswer>
  /** `path version[/go.mod] h1:…` that the database has just so, remembered ones too: what the next run need not ask. Sorted as given. */
  readonly attested: readonly string[]
  readonly degraded: readonly Degrade[]
  readonly findings: readonly Finding[]
}

const H1 = /^h1:[A-Za-z0-9+/]{43}=$/
/** `host[/path]`, or a verifier key `host[/path]+id+key` (golang.org/x/mod/sumdb/note). */
const DATABASE = /^([A-Za-z0-9][A-Za-z0-9.:-]*(?:\/[\w~-][\w.~-]*)*)(?:\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)?$/

/** The name under which a database keeps its records (cmd/go/internal/modfetch, dbDial); `null` when GOSUMDB cannot be read. */
function databaseName(gosumdb: string): string | null {
  const [key = ''] = gosumdb.trim().split(/\s+/)
  if (key === 'sum.golang.google.cn') return DEFAULT_DATABASE
  return DATABASE.exec(key)?.[1] ?? null
}

interface PrivatePattern {
  readonly pattern: string
  /** `GOPRIVATE`, `GONOSUMDB` or `the configuration`. */
  readonly from: string
}

function patternsIn(list: string, from: string): readonly PrivatePattern[] {
  return list.split(',').flatMap((one) => (one.trim() === '' ? [] : [{ pattern: one.trim(), from }]))
}

/** All patterns of modules that nobody else may hear of, each once, with the setting that names it first. */
function privatePatternsOf({ values }: GoValues, ofConfiguration: readonly string[]): readonly PrivatePattern[] {
  const all = [
    ...patternsIn(values['GOPRIVATE'] ?? '', 'GOPRIVATE'),
    ...patternsIn(values['GONOSUMDB'] ?? '', 'GONOSUMDB'),
    ...patternsIn(ofConfiguration.join(','), 'the configuration'),
  ]
  return all.filter(({ pattern }, at) => all.findIndex((one) => one.pattern === pattern) === at)
}

/** One hash that is to be compared. */
interface Claim {
  readonly line: WitnessLine
  readonly goMod: boolean
  readonly hash: string
  /** As in go.sum. */
  readonly text: string
}

function claimsOf(line: WitnessLine): readonly Claim[] {
  const { path, version, h1, goMod } = line
  const claim = (hash: string | null, isGoMod: boolean): readonly Claim[] =>
    // Go ignores hashes of other algorithms, and so does the database.
    hash === null || !H1.test(hash) ? [] : [{ line, goMod: isGoMod, hash, text: `${path} ${version}${isGoMod ? '/go.mod' : ''} ${hash}` }]
  return [...claim(h1, false), ...claim(goMod, true)]
}

const keyOf = ({ line, goMod }: Claim): string => sumKey(line.path, line.version, goMod)
const moduleOf = ({ line }: Claim): string => sumKey(line.path, line.version, false)

function answerOf({ goMod, hash }: Claim, found: DatabaseRecord | Silence): WitnessAnswer {
  if ('says' in found) return found
  const known = goMod ? found.goMod : found.zip
  if (known === null) return { says: 'no-answer', reason: 'its record of the version has no such line' }
  return known === hash ? { says: 'same' } : { says: 'other', hash: known }
}

function shorten(items: readonly string[]): string {
  const rest = items.length - SHOWN
  return rest > 0 ? `${items.slice(0, SHOWN).join(', ')} and ${String(rest)} more` : items.join(', ')
}

function versions(count: number): string {
  return `${String(count)} module version${count === 1 ? '' : 's'}`
}

/** `12 module versions: it cannot be reached from here` for each reason. */
function reasonsOf(answers: readonly (readonly [module: string, WitnessAnswer])[], database: string): string | undefined {
  const modules = new Map<string, Set<string>>()
  for (const [module, answer] of answers) {
    if (answer.says !== 'no-answer' && answer.says !== 'unknown-there') continue
    modules.set(answer.reason, (modules.get(answer.reason) ?? new Set()).add(module))
  }
  if (modules.size === 0) return undefined
  const parts = [...modules].map(([reason, keys]) => {
    const [only = ''] = keys
    return `${keys.size === 1 ? only : versions(keys.size)}: ${reason}`
  })
  return `${database} did not vouch for ${shorten(parts)}`
}

function privacyOf(answers: readonly (readonly [string, WitnessAnswer])[], patterns: readonly PrivatePattern[]): string | undefined {
  const modules = new Set<string>()
  const used = new Set<string>()
  for (const [module, answer] of answers) {
    if (answer.says !== 'private') continue
    modules.add(module)
    used.add(answer.pattern)
  }
  if (modules.size === 0) return undefined
  const named = patterns.filter(({ pattern }) => used.has(pattern)).map(({ pattern, from }) => `${pattern} in ${from}`)
  const [verb, are] = modules.size === 1 ? ['is', 'it is'] : ['are', 'they are']
  return `${versions(modules.size)} ${verb} private (${shorten(named)}): ${are} never asked about and not covered`
}

const NOTHING_ASKED = { database: null, answers: new Map(), attested: [], degraded: [], findings: [] }

/** Why nobody is asked, with these settings; `null`: somebody is. */
function refusal({ values }: GoValues, mode: ChecksumDatabase, database: string | null): LayerFacts | null {
  if (mode === 'off') return notApplicable('switched off by the checksum-database setting: nobody was asked')
  if (mode === 'auto' && values['GOSUMDB'] === 'off')
    return notApplicable('GOSUMDB=off: go asks no checksum database here, so nobody but go.sum vouches for the modules')
  if (database === null) return notLookedAt('GOSUMDB names no database that go knows, so nobody was asked')
  const first = (values['GOPROXY'] ?? '').split(/[,|]/).find((entry) => entry.trim() !== '')
  if (first?.trim() === 'off') return notLookedAt(`GOPROXY=off forbids the network, so ${database} was not asked`)
  return null
}

function bypassNote({ values }: GoValues, database: string): readonly Degrade[] {
  const bypass = findSumdbBypass(values['GOVERSION'] ?? '')
  if (bypass === null) return []
  const open = bypass.open.length === 0 ? '' : ` What stays open is ${bypass.open.join(', ')}: a hostile proxy could forge an answer.`
  return [
    {
      what: `what ${database} answers is only as sure as ${values['GOVERSION'] ?? 'this Go'} checks it`,
      why:
        `this Go has known ways past the checksum database (${bypass.cves.join(', ')}; ${bypass.sources.join(', ')}). ` +
        `No stored answer was used, and only the signed part of each answer.${open} Go ${bypass.fixed.join(', ')} and later have none of them`,
    },
  ]
}

/**
 * Asks the checksum database, by go, what it knows of module versions, whatever go.sum says; modules of private patterns are never named to
 * anybody. Nothing that an earlier run kept is believed but `remembered`. Never throws for what the network or the database does; throws
 * what running go throws (`go-missing`, `cancelled`).
 */
export async function askChecksumDatabase(
  host: Host,
  go: Go,
  env: GoValues,
  lines: readonly WitnessLine[],
  options: WitnessOptions,
): Promise<WitnessResult> {
  const { mode, remembered, deadlineMs = DEADLINE_MS, privatePatterns = [], root } = options
  const set = env.values['GOSUMDB'] ?? ''
  const gosumdb = set === '' || set === 'off' ? DEFAULT_DATABASE : set
  const database = databaseName(gosumdb)
  const refused = refusal(env, mode, database)
  if (refused !== null || database === null) return { ...NOTHING_ASKED, layer: refused ?? notLookedAt('nobody was asked') }

  const patterns = privatePatternsOf(env, privatePatterns)
  const claims = lines.flatMap(claimsOf)
  const answers = new Map<string, WitnessAnswer>()
  const open: Claim[] = []
  for (const claim of claims) {
    const pattern = patterns.find((one) => matchesModulePatterns(one.pattern, claim.line.path))
    if (pattern !== undefined) answers.set(keyOf(claim), { says: 'private', pattern: pattern.pattern })
    else if (remembered.has(claim.text)) answers.set(keyOf(claim), { says: 'same' })
    else open.push(claim)
  }
  const modules = [...new Map(open.map((claim) => [moduleOf(claim), claim.line])).values()]
  const none: Lookups = { answers: new Map(), fork: null, degraded: [] }
  const asked = { gosumdb, database, privatePatterns: patterns.map(({ pattern }) => pattern), deadlineMs }
  const lookups = modules.length === 0 ? none : await lookUpModules(host, go, env, modules, asked)
  for (const claim of open) {
    const found = lookups.answers.get(moduleOf(claim))
    if (found !== undefined) answers.set(keyOf(claim), answerOf(claim, found))
  }

  const said = claims.flatMap((claim): readonly (readonly [Claim, WitnessAnswer])[] => {
    const answer = answers.get(keyOf(claim))
    return answer === undefined ? [] : [[claim, answer]]
  })
  const byModule = said.map(([claim, answer]) => [moduleOf(claim), answer] as const)
  const countOf = (...what: readonly WitnessAnswer['says'][]): number =>
    new Set(byModule.flatMap(([module, { says }]) => (what.includes(says) ? [module] : []))).size
  const silent = reasonsOf(byModule, database)
  const secret = privacyOf(byModule, patterns)
  const reason = [silent, secret].filter((part) => part !== undefined).join('; ')
  const checked = countOf('same', 'other')
  const layer: LayerFacts =
    checked === 0 && silent === undefined && secret !== undefined
      ? notApplicable(secret)
      : { ...lookedAt(checked, countOf('other'), silent), ...(reason === '' ? {} : { reason }) }
  const findings = said.flatMap(([{ line, goMod, hash }, answer]) =>
    answer.says === 'other' ? [mismatchFinding({ line, goMod, hash, known: answer.hash, database, root })] : [],
  )
  return {
    layer,
    database,
    answers,
    attested: said.flatMap(([{ text }, { says }]) => (says === 'same' ? [text] : [])),
    degraded: [...(modules.length === 0 ? [] : bypassNote(env, database)), ...lookups.degraded],
    findings: [...(lookups.fork === null ? [] : [forkFinding(database, lookups.fork, root)]), ...findings],
  }
}
