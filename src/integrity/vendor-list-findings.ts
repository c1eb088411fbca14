import { diffVendorLists, findReplacement, findRequirement, type VendorList, type VendorListChange } from '../modules/index.js'
import type { Finding, Severity } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { locate } from './location.js'
import type { VendorDifference } from './vendor-differences.js'
import { vendorAnew, vendoredFile, vendorFinding, type VendorComparison } from './vendor-findings.js'

/** The list of a vendor folder, below it. */
export const LIST = 'modules.txt'
/** Modules named one by one. */
const MAX_FINDINGS = 100
/** Files named in the evidence of a module that was vendored from elsewhere. */
const SHOWN = 5

type Words = readonly [title: string, message: string]

function replacementWords({ path, expected, found }: VendorListChange): Words {
  if (found === '') return [`does not replace ${path}`, `does not say that ${path} is replaced by ${expected}.`]
  return expected === ''
    ? [`replaces ${path}`, `says that ${path} is replaced by ${found}, but nothing replaces it.`]
    : [`replaces ${path} by ${found}`, `says that ${path} is replaced by ${found}, but it is replaced by ${expected}.`]
}

function packageWords({ path, expected, found }: VendorListChange): Words {
  const parts = [
    ...(expected === '' ? [] : [`does not list the packages ${expected} of ${path}, which the build needs`]),
    ...(found === '' ? [] : [`lists the packages ${found} of ${path}, which nothing needs`]),
  ]
  return [`lists other packages of ${path}`, `${parts.join(', and ')}.`]
}

function goVersionWords({ path, expected, found }: VendorListChange): Words {
  const says = found === '' ? 'no go version' : `go ${found}`
  const should = expected === '' ? 'has none' : `says go ${expected}`
  return [
    `gives ${path} another language version`,
    `gives ${path} ${says}, but its go.mod ${should}: go compiles its packages by the rules of the version in this list.`,
  ]
}

/** What is wrong with the list, in words: a title and what it means. */
const WORDS: Readonly<Record<VendorListChange['change'], (change: VendorListChange) => Words>> = {
  added: ({ found }) => [`lists ${found}`, `lists ${found}, which is not vendored here.`],
  removed: ({ expected }) => [`does not list ${expected}`, `does not list ${expected}, which the build needs.`],
  version: ({ path, expected, found }) => [
    `lists ${path} ${found}`,
    `says that ${path} ${found} is vendored, but the build asks for ${expected}.`,
  ],
  explicit: ({ path, expected }) =>
    expected === ''
      ? [`marks ${path} as explicit`, `marks ${path} as required by go.mod, which does not require it.`]
      : [`does not mark ${path} as explicit`, `does not mark ${path} as required by go.mod, which requires it.`],
  replacement: replacementWords,
  packages: packageWords,
  'go-version': goVersionWords,
}

/** Whether go itself compares this with go.mod and refuses to build (cmd/go/internal/modload, checkVendorConsistency). */
function isRefused({ change, required }: VendorListChange): boolean {
  return change === 'explicit' || change === 'replacement' || (required && (change === 'version' || change === 'removed'))
}

function toFinding(
  { reading, command, against }: VendorComparison,
  change: VendorListChange,
  differences: readonly VendorDifference[],
): Finding {
  const { place, files } = reading
  const file = vendoredFile(reading, LIST)
  const [title, message] = WORDS[change.change](change)
  const refused = isRefused(change)
  const mods = [...files.goMods, ...(files.goWork === null ? [] : [files.goWork])]
  const asked = mods.flatMap(({ name, text }) => {
    const line = change.change === 'replacement' ? findReplacement(text, change.path) : findRequirement(text, change.path)
    return line === null
      ? []
      : [`${locate(place, name).file}:${String(line)}: ${redact(text.split('\n')[line - 1]?.trim() ?? '').slice(0, 200)}`]
  })
  const counted = differences.length === 0 ? '' : ` ${String(differences.length)} files of it differ.`
  return {
    ...vendorFinding(reading),
    rule: refused ? 'vendor/inconsistent' : 'vendor/modified',
    severity: 'error',
    title: `${file} ${title}`,
    message: `${file} ${message}${refused ? ' Go refuses to build from such a folder.' : ' Go does not notice.'}${counted}`,
    subject: { module: change.path, file },
    location: { file, line: change.line ?? 1 },
    evidence: [
      `compared with ${against}: ${change.path}: ${change.expected === '' ? 'nothing' : change.expected} expected, ${change.found === '' ? 'nothing' : change.found} found`,
      ...asked,
      ...differences.slice(0, SHOWN).map((difference) => `${vendoredFile(reading, difference.path)}: ${difference.change}`),
      ...(differences.length > SHOWN ? [`and ${String(differences.length - SHOWN)} more files`] : []),
    ],
    fix: [vendorAnew(reading, command)],
  }
}

/** A list that says the same in other words. */
function otherwise({ reading, command, against }: VendorComparison, severity: Severity, title: string, message: string): Finding {
  const file = vendoredFile(reading, LIST)
  return {
    ...vendorFinding(reading),
    severity,
    title: `${file} ${title}`,
    message: `${file} ${message}`,
    subject: { file },
    location: { file, line: 1 },
    evidence: [`compared with ${against}`],
    fix: [vendorAnew(reading, command)],
  }
}

/** What came of comparing two lists. */
export interface ListFindings {
  readonly findings: readonly Finding[]
  /** Findings that are errors, shown or not. */
  readonly failed: number
  /** The differences that no module of the list accounts for. */
  readonly rest: readonly VendorDifference[]
}

/** Changes after which every file of a module is another: they are told as one. */
const WHOLE: ReadonlySet<VendorListChange['change']> = new Set(['added', 'removed', 'version', 'replacement'])

/**
 * Names what vendor/modules.txt says otherwise than go would write it, module by module. Files of a module that was vendored from
 * another version or place are counted with it. `differences` are all of the folder, the list itself among them when its bytes differ.
 */
export function listFindings(
  comparison: VendorComparison,
  lists: { readonly expected: VendorList; readonly found: VendorList },
  differences: readonly VendorDifference[],
): ListFindings {
  const own = differences.find(({ path, change }) => path === LIST && change === 'modified')
  if (own === undefined) return { findings: [], failed: 0, rest: differences }
  const { changes, otherRelease } = diffVendorLists(lists.expected, lists.found)
  const whole = new Set(changes.filter(({ change }) => WHOLE.has(change)).map(({ path }) => path))
  const byModule = new Map<string, VendorDifference[]>()
  const rest: VendorDifference[] = []
  for (const difference of differences) {
    if (difference === own) continue
    const path = comparison.findOwner(difference.path)?.module.path
    if (path === undefined || !whole.has(path)) rest.push(difference)
    else byModule.set(path, [...(byModule.get(path) ?? []), difference])
  }
  const told = new Set<string>()
  const findings = changes.map((change) => {
    const files = told.has(change.path) ? [] : (byModule.get(change.path) ?? [])
    told.add(change.path)
    return toFinding(comparison, change, files)
  })
  const shown = findings.slice(0, MAX_FINDINGS)
  const last = shown.at(-1)
  if (last !== undefined && findings.length > shown.length)
    shown.splice(-1, 1, { ...last, message: `${last.message} ${String(findings.length - shown.length)} more differences of the list.` })
  if (otherRelease)
    shown.push(
      otherwise(
        comparison,
        'note',
        'was written by another Go release',
        'differs in that it has no `## go` markers of modules, or has them: Go releases before 1.17, and a go.mod below go 1.17, write none. The vendored code is not concerned.',
      ),
    )
  else if (findings.length === 0)
    shown.push(
      otherwise(
        comparison,
        'note',
        'is not as go writes it',
        'says the same as go would write, but not in the same words: it was edited or merged by hand.',
      ),
    )
  return { findings: shown, failed: findings.length, rest }
}
