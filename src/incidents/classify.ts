import type { Subject } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { catalogue } from './catalogue.js'
import type { Confidence, EvidenceLine, Incident, IncidentFacts, IncidentRule, Match, Sighting, Wording } from './incident.js'
import { factsOfLog } from './infer.js'
import { breakingsOf } from './layout.js'
import { readLog, type LogLine } from './log.js'
import { partsOf, type LogPart } from './parts.js'

/** Lines before and behind a line that count as near it. */
const BEFORE = 20
const BEHIND = 40
/** Places at which one wording is looked at closely, incidents of one rule, and lines shown for one incident. */
const MAX_MATCHES = 2000
const MAX_INCIDENTS = 100
const MAX_EVIDENCE = 12
const MAX_EVIDENCE_LENGTH = 500
const MAX_DETAILS = 200

interface Draft {
  readonly sighting: Sighting
  readonly details: Set<string>
  readonly lines: Map<number, LogLine>
  location: Sighting['location']
  confidence: Confidence
}

/** What earlier rules have explained. */
interface Explained {
  readonly lines: Set<number>
  readonly packages: Map<string, RegExp[]>
}

/** Where the pattern holds: on the line, else on the nearest line behind it, else on the nearest before it. */
function findNear(
  pattern: RegExp,
  lines: readonly LogLine[],
  index: number,
  reach: number,
): { readonly found: RegExpExecArray; readonly line: LogLine } | null {
  const stream = lines[index]?.stream
  for (let distance = 0; distance <= Math.min(BEHIND, reach); distance += 1) {
    const line = lines[index + distance]
    const found = line?.stream !== stream || line === undefined ? null : pattern.exec(line.text)
    if (line !== undefined && found !== null) return { found, line }
  }
  for (let distance = 1; distance <= Math.min(BEFORE, reach); distance += 1) {
    const line = lines[index - distance]
    const found = line?.stream !== stream || line === undefined ? null : pattern.exec(line.text)
    if (line !== undefined && found !== null) return { found, line }
  }
  return null
}

function matchAt(
  wording: Wording,
  lines: readonly LogLine[],
  line: LogLine,
  explained: Explained,
): { readonly match: Match; readonly seen: readonly LogLine[] } | null {
  const [first, ...others] = wording.when
  const found = first.exec(line.text)
  if (found === null) return null
  const results = [found]
  const reach = wording.reach ?? BEHIND
  const seen = [line]
  for (const pattern of others) {
    const other = findNear(pattern, lines, line.index, reach)
    if (other === null) return null
    results.push(other.found)
    seen.push(other.line)
  }
  for (const pattern of wording.unless ?? []) if (findNear(pattern, lines, line.index, reach) !== null) return null
  const isBeside = ({ stream }: LogLine): boolean => stream === line.stream
  const match: Match = {
    line,
    part: (index, pattern = 0) => results[pattern]?.[index] ?? '',
    near: lines.slice(Math.max(0, line.index - BEFORE), line.index + BEHIND + 1).filter(isBeside),
    after: lines.slice(line.index + 1, line.index + BEHIND + 1).filter(isBeside),
    isExplained: (other) => explained.lines.has(other.index),
  }
  return { match, seen }
}

/** The output of one package. */
function blockOf({ stream, package: path }: LogLine): string {
  return `${stream}\n${path ?? ''}`
}

function isExplained(line: LogLine, explained: Explained): boolean {
  if (explained.lines.has(line.index)) return true
  const patterns = line.package === null ? undefined : explained.packages.get(blockOf(line))
  return patterns?.some((pattern) => pattern.test(line.text)) ?? false
}

function add(drafts: Map<string, Draft>, sighting: Sighting, confidence: Confidence, seen: readonly LogLine[]): void {
  const key = JSON.stringify(Object.entries(sighting.culprit).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  let draft = drafts.get(key)
  if (draft === undefined) {
    if (drafts.size >= MAX_INCIDENTS) return
    draft = { sighting, details: new Set(), lines: new Map(), location: sighting.location, confidence }
    drafts.set(key, draft)
  }
  draft.location ??= sighting.location
  if (confidence === 'certain') draft.confidence = 'certain'
  for (const detail of sighting.details ?? []) if (draft.details.size < MAX_DETAILS) draft.details.add(redact(detail))
  for (const line of [...seen, ...(sighting.evidence ?? [])]) draft.lines.set(line.index, line)
}

/** All sightings of a rule in lines that no earlier rule has explained, by culprit. */
function collect(rule: IncidentRule, lines: readonly LogLine[], facts: IncidentFacts, explained: Explained): readonly Draft[] {
  const found: { readonly sighting: Sighting; readonly confidence: Confidence; readonly seen: readonly LogLine[] }[] = []
  const taken = new Set<number>()
  for (const wording of rule.wordings) {
    if (wording.needs?.(facts) === false) continue
    let matches = 0
    for (const line of lines) {
      if (!line.text.includes(wording.anchor) || taken.has(line.index) || isExplained(line, explained)) continue
      const at = matchAt(wording, lines, line, explained)
      if (at === null) continue
      matches += 1
      if (matches > MAX_MATCHES) break
      const sighting = rule.read(at.match, facts)
      if (sighting === null) continue
      taken.add(line.index)
      found.push({ sighting, confidence: sighting.confidence ?? wording.confidence ?? rule.confidence, seen: at.seen })
    }
  }
  // In the order of the log, whatever wording it was: the first place is the one to open.
  const drafts = new Map<string, Draft>()
  for (const { sighting, confidence, seen } of found.toSorted((a, b) => (a.seen[0]?.index ?? 0) - (b.seen[0]?.index ?? 0))) {
    add(drafts, sighting, confidence, seen)
  }
  return [...drafts.values()]
}

function remember(rule: IncidentRule, draft: Draft, explained: Explained): void {
  for (const line of draft.lines.values()) {
    explained.lines.add(line.index)
    if (rule.absorbs === undefined || line.package === null) continue
    const patterns = explained.packages.get(blockOf(line)) ?? []
    if (!patterns.includes(rule.absorbs)) explained.packages.set(blockOf(line), [...patterns, rule.absorbs])
  }
}

function evidenceOf(draft: Draft): readonly EvidenceLine[] {
  // Compilers repeat themselves, for each file and each package.
  const texts = new Set<string>()
  return [...draft.lines.values()]
    .toSorted((a, b) => a.index - b.index)
    .filter(({ shown }) => texts.size < MAX_EVIDENCE && !texts.has(shown) && texts.add(shown))
    .map((line) => ({ line: line.number, text: redact(line.shown).slice(0, MAX_EVIDENCE_LENGTH) }))
}

function incidentOf(rule: IncidentRule, draft: Draft, facts: IncidentFacts): Incident {
  const culprit: Subject = Object.fromEntries(Object.entries(draft.sighting.culprit).map(([key, value]) => [key, redact(value)]))
  const details = [...draft.details]
  const { cause, fix } = rule.explain({ culprit, location: draft.location, details, confidence: draft.confidence }, facts)
  return {
    rule: rule.id,
    confidence: draft.confidence,
    culprit,
    ...(draft.location === undefined ? {} : { location: draft.location }),
    cause: redact(cause),
    evidence: evidenceOf(draft),
    fix,
  }
}

/**
 * What a log of the go command, a C compiler or a linker says went wrong, in causal order: what comes first can be the cause of
 * what follows. Empty when nothing is recognised: never a guess. The log may come from anywhere and hold anything; it is read
 * as text only, in linear time, and of a very long one the beginning and the end.
 */
export function classify(log: string, facts: IncidentFacts = {}): readonly Incident[] {
  return classifyParts(partsOf(log), facts)
}

/** `classify` for a log of which only parts are at hand. */
export function classifyParts(parts: readonly LogPart[], facts: IncidentFacts): readonly Incident[] {
  const asGiven = classifyLines(readLog(parts), facts)
  // Whether lines were broken cannot be told for sure: joined lines count where they say more.
  const known = new Set(asGiven.map(({ rule }) => rule))
  for (const { goesOn, isSure } of breakingsOf(parts)) {
    const joined = classifyLines(readLog(parts, goesOn), facts)
    const findsMore = joined.some(({ rule }) => !known.has(rule) && !rule.startsWith('code/'))
    if (joined.length > 0 && isSure) return joined
    if (findsMore) return joined.map((incident) => Object.assign({}, incident, { confidence: 'likely' as const }))
  }
  return asGiven
}

function classifyLines(lines: readonly LogLine[], facts: IncidentFacts): readonly Incident[] {
  const known: IncidentFacts = { ...factsOfLog(lines), ...facts }
  const explained: Explained = { lines: new Set(), packages: new Map() }
  const incidents: Incident[] = []
  for (const rule of catalogue) {
    const drafts = collect(rule, lines, known, explained).toSorted((a, b) => Math.min(...a.lines.keys()) - Math.min(...b.lines.keys()))
    for (const draft of drafts) {
      remember(rule, draft, explained)
      incidents.push(incidentOf(rule, draft, known))
    }
  }
  return incidents
}
