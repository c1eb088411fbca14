import { fileOf, messageOf, titleOf } from './annotations.js'
import { bytesOf, cutCharacters } from './cut.js'
import { nameJobs, type JobNames } from './job-names.js'
import { escapeJson } from './json.js'
import { LIMITS } from './limits.js'
import type { Finding, Report } from './model.js'
import { oneLine } from './neutral.js'
import { groupFindings, orderFindings, type FindingGroup } from './order.js'

export interface SarifOptions {
  /** The file, from the top of the repository, of findings that have none: code scanning refuses results without a place. */
  readonly fallback: string
  /** The project's directory from the top of the repository, POSIX; locations are below it (default the top). */
  readonly directory?: string
  /**
   * Also what the baseline had and this run has not, as `absent` (default false): code scanning closes an alert when it is
   * no longer uploaded, and takes an absent one for open.
   */
  readonly absent?: boolean
  /** Where the pages of the rules are, without a slash at the end. */
  readonly rulesUrl?: string | null
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const STATE = { new: 'new', known: 'unchanged', fixed: 'absent' } as const

/** FNV-1a, 32 bits, over UTF-16 units; two of them with other beginnings make a fingerprint. Names things, protects nothing. */
function hash(text: string, start: number): string {
  let value = start
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193) >>> 0
  return value.toString(16).padStart(8, '0')
}

/** The same for the same rule, subject and file, on whatever line; a number tells several apart. */
function fingerprint({ rule, subject, root }: Finding, file: string, seen: Map<string, number>): string {
  const { module, package: package_, target, key, file: about, library, tool, host } = subject
  const identity = JSON.stringify([
    rule,
    root ?? '.',
    file,
    module,
    package_,
    target,
    key,
    about,
    library,
    tool,
    ...(host === undefined ? [] : [host]),
  ])
  const name = `${hash(identity, 0x811c_9dc5)}${hash(identity, 0x9e37_79b9)}`
  const times = (seen.get(name) ?? 0) + 1
  seen.set(name, times)
  return `${name}:${String(times)}`
}

/** A link in a message would be made of what was recorded. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (')
}

function ruleOf(id: string, rulesUrl: string | null): object {
  const [family = '', name = ''] = id.split('/')
  return {
    id,
    shortDescription: { text: `${family}: ${name.replaceAll('-', ' ')}` },
    ...(rulesUrl === null || !/^[a-z]{1,30}\/[a-z-]{1,50}$/.test(id) ? {} : { helpUri: `${rulesUrl}/${id}.md` }),
    properties: { tags: ['goparity', family].slice(0, LIMITS.sarifTags) },
  }
}

/** Each part of the path percent-encoded, so that it stays a path. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}

interface Drafting {
  readonly options: SarifOptions
  readonly names: JobNames
  readonly compared: boolean
  readonly rules: Map<string, number>
  readonly seen: Map<string, number>
}

function resultOf(group: FindingGroup, { options, names, compared, rules, seen }: Drafting): object {
  const { finding } = group
  const { location, severity, state } = finding
  const own = location === undefined ? null : fileOf(location.file, options.directory ?? '')
  const file = own ?? fileOf(options.fallback, '') ?? 'go.mod'
  const id = cutCharacters(oneLine(finding.rule), LIMITS.annotationTitleCharacters)
  const index = rules.get(id) ?? rules.size
  rules.set(id, index)
  const column = own === null || location?.line === undefined ? undefined : location.column
  return {
    ruleId: id,
    ruleIndex: index,
    level: severity,
    message: {
      text: withoutLinks(`${titleOf(finding.title)}\n${cutCharacters(messageOf(group, names), LIMITS.annotationMessageCharacters)}`),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: (own === null ? undefined : location?.line) ?? 1, ...(column === undefined ? {} : { startColumn: column }) },
        },
      },
    ],
    // The one name that code scanning goes by; without it, it would take the text of the line.
    partialFingerprints: { primaryLocationLineHash: fingerprint(finding, file, seen) },
    ...(compared ? { baselineState: STATE[state] } : {}),
  }
}

function notification(text: string): object {
  return { level: 'note', message: { text: withoutLinks(cutCharacters(oneLine(cutCharacters(text, 2000)), 2000)) } }
}

/**
 * The report as SARIF 2.1.0, within what code scanning takes: one run, a result for each finding, the most severe first.
 * What was not done, and how many results had no room, are notifications of the run.
 */
export function renderSarif(report: Report, options: SarifOptions): string {
  const wanted = report.findings.filter(({ state }) => options.absent === true || state !== 'fixed')
  const groups = groupFindings(orderFindings(wanted))
  const drafting: Drafting = {
    options,
    names: nameJobs(report),
    compared: report.comparison.baseline !== null,
    rules: new Map(),
    seen: new Map(),
  }
  const results: string[] = []
  // A tenth is left for all that is not a result.
  let room = LIMITS.sarifBytes * 0.9
  for (const group of groups.slice(0, LIMITS.sarifResults)) {
    const result = escapeJson(JSON.stringify(resultOf(group, drafting)))
    room -= bytesOf(result) + 2
    if (room < 0) break
    results.push(result)
  }
  const left = groups.length - results.length
  const notes = [
    ...report.degraded.slice(0, 50).map(({ what, why }) => notification(`${what}: ${why}`)),
    ...(left > 0 ? [notification(`${String(left)} more results are in the JSON report`)] : []),
  ]
  const rules = [...drafting.rules.keys()].map((id) => ruleOf(id, options.rulesUrl ?? null))
  const run = {
    tool: { driver: { name: 'goparity', version: oneLine(cutCharacters(report.tool.version, 100)), rules } },
    invocations: [
      { executionSuccessful: report.verdict !== 'error', ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes }) },
    ],
  }
  const head = `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${escapeJson(JSON.stringify(run)).slice(0, -1)}`
  // A line for each result: many are read in the differences of a file.
  return `${head},"results":[\n${results.join(',\n')}\n]}]}\n`
}
