import { goPlace } from '../go-errors.js'
import type { IncidentRule, Match, Sighting } from '../incident.js'
import { isStandard } from '../platforms.js'
import { MODULE, VERSION, enumerate } from '../words.js'

const MODULES_TXT = 'vendor/modules.txt'
/** Lines above in which the line before of the same list is looked for: other output may come between. */
const ABOVE = 3

/** One line of go's list; groups: module, version, what is wrong. */
const DIFFERENCE = new RegExp(
  String.raw`(?:^|\s)(${MODULE})(?:@(${VERSION}))?: is ((?:explicitly required in|marked as (?:explicit|replaced)|replaced (?:by \S{1,300} )?in)(?=\s|$)[^\n]{0,400})`,
)
const INCONSISTENT = /inconsistent vendoring in \S/
const TO_SYNC = /(?:^|\s|')(go (?:mod|work) vendor)(?='|\s|$)/

function differs(text: string): boolean {
  return DIFFERENCE.test(text)
}

/** The first line of a list stands for all of it: one command brings all of them together. */
function readInconsistent(match: Match): Sighting | null {
  const { line } = match
  if (match.near.some(({ index, text }) => index < line.index && index >= line.index - ABOVE && differs(text))) return null
  const list = [line, ...match.after].filter(({ text }) => differs(text))
  const details = list.map(({ text }) => {
    const [, module = '', version = '', what = ''] = DIFFERENCE.exec(text) ?? []
    return `${module}${version === '' ? '' : `@${version}`} is ${what.trim()}`
  })
  const first = DIFFERENCE.exec(line.text)
  const head = match.near.filter(({ index, text }) => index < line.index && INCONSISTENT.test(text)).slice(-1)
  const how = match.after.filter(({ text }) => TO_SYNC.test(text)).slice(0, 1)
  const module = first === null ? {} : { module: `${first[1] ?? ''}${first[2] === undefined ? '' : `@${first[2]}`}` }
  return {
    culprit: { ...module, file: MODULES_TXT },
    location: { file: MODULES_TXT },
    details: [...details, ...how.map(({ text }) => TO_SYNC.exec(text)?.[1] ?? '')],
    evidence: [...head, ...list, ...how],
  }
}

const inconsistent: IncidentRule = {
  id: 'vendor/inconsistent',
  summary: 'vendor/ does not fit go.mod',
  confidence: 'certain',
  wordings: [
    { anchor: ': is explicitly required', when: [DIFFERENCE] },
    { anchor: ': is marked as ', when: [DIFFERENCE] },
    { anchor: ': is replaced ', when: [DIFFERENCE] },
    // A log that ends before the list.
    { anchor: 'inconsistent vendoring in ', when: [INCONSISTENT], unless: [DIFFERENCE], reach: ABOVE },
  ],
  read: readInconsistent,
  explain({ details }) {
    const modules = [...new Set(details.filter((detail) => detail.includes(' is ')).map((detail) => detail.split(' ', 1)[0] ?? ''))]
    const command =
      details.includes('go work vendor') || details.some((detail) => detail.includes('in a go.mod')) ? 'go work vendor' : 'go mod vendor'
    const first = details.find((detail) => detail.includes(' is '))
    // Nothing is marked at all: the folder or its list is not there.
    const empty =
      details.length > 1 &&
      modules.length > 1 &&
      details.every((detail) => !detail.includes(' is ') || detail.includes('not marked as explicit'))
    return {
      cause:
        `${command === 'go work vendor' ? 'The go.mod files of the workspace' : 'go.mod'} and ${MODULES_TXT} do not agree` +
        (modules.length === 0 ? '' : ` on ${enumerate(modules)}${first === undefined ? '' : ` (${first})`}`) +
        '. Somebody changed the one without the other, mostly an upgrade or a merge' +
        (empty ? ', or vendor/ did not get here (not committed, left out by .dockerignore)' : '') +
        '. go does not build from a vendor folder that is not the one of go.mod.',
      fix: [
        {
          command,
          why: 'Writes vendor/ anew from go.mod; commit it together with go.mod and go.sum. Run it with the Go version that go.mod asks for.',
        },
        ...(command === 'go mod vendor'
          ? [
              {
                command: 'go mod tidy && go mod vendor',
                why: 'Where go then misses an entry of go.sum or asks for updates: brings go.mod and go.sum into order first.',
              },
            ]
          : [
              {
                command: 'go work sync && go work vendor',
                why: 'Where the modules of the workspace ask for different versions: agrees on one of each first.',
              },
            ]),
      ],
    }
  },
  doc:
    'vendor/modules.txt lists what was vendored. From `go 1.14` in go.mod on, go compares it with the require and replace lines and refuses to build when they differ. ' +
    '-mod=mod makes the message go away: what is then built is not what was vendored and reviewed. Editing modules.txt by hand only hides that the files are others. See https://go.dev/ref/mod#vendoring.',
}

const DISABLED = new RegExp(
  String.raw`cannot find (?:module providing package|module for path) "?(${MODULE})"?: import lookup disabled by -mod=vendor`,
)
/** Go 1.14 to 1.20 name the package above, where they say that they look for its module. */
const NO_QUERY = /(?:^|[\s:])cannot query module due to -mod=vendor/
/** Go 1.11 to 1.13. */
const NO_MODULE = new RegExp(String.raw`(?:^|[\s:])cannot find module for path (${MODULE})`)
const VENDORING = /-mod[= ]vendor/
const FINDING = new RegExp(String.raw`(?:^|\s)finding module for package (${MODULE})`)
const NOWHERE = /cannot find package "([^"\s]{1,300})" in(?: any of)?:/
const VENDOR_PATH = new RegExp(String.raw`[/\\]vendor[/\\](${MODULE.replace('/+', String.raw`/+\\`)})`)
const LOOKED = 6

function readMissing(match: Match): Sighting | null {
  const place = goPlace(match)
  const location = place === null ? {} : { location: place }
  if (NOWHERE.test(match.line.text)) {
    const named = match.part(1)
    // Below it stands where it was looked for.
    const below = match.after.slice(0, 2).map(({ text }) => VENDOR_PATH.exec(text)?.[1])
    const path = named === '.' ? (below.find((found) => found !== undefined) ?? match.part(1, 1)).replaceAll('\\', '/') : named
    return isStandard(path) ? null : { culprit: { package: path }, ...location }
  }
  if (NO_QUERY.test(match.line.text)) {
    const wanted = match.near.filter(({ text }) => FINDING.test(text))
    const paths = [...new Set(wanted.map(({ text }) => FINDING.exec(text)?.[1] ?? ''))]
    const [only] = paths
    if (only !== undefined && paths.length === 1) return { culprit: { package: only }, ...location, evidence: wanted.slice(0, 1) }
    return {
      culprit: place === null ? { file: MODULES_TXT } : { file: place.file },
      ...location,
      details: paths,
      evidence: wanted.slice(0, LOOKED),
    }
  }
  return { culprit: { package: match.part(1) }, ...location }
}

const missingPackage: IncidentRule = {
  id: 'vendor/missing-package',
  summary: 'vendor/ lacks a package',
  confidence: 'certain',
  wordings: [
    { anchor: 'import lookup disabled by -mod=vendor', when: [DISABLED] },
    { anchor: 'due to -mod=vendor', when: [NO_QUERY] },
    { anchor: 'cannot find module for path', when: [NO_MODULE, VENDORING], unless: [DISABLED], confidence: 'likely' },
    { anchor: 'cannot find package "', when: [NOWHERE, VENDOR_PATH], reach: 2 },
    { anchor: 'cannot find package "', when: [NOWHERE, /\(vendor tree\)/], reach: LOOKED, confidence: 'likely' },
  ],
  read: readMissing,
  explain({ culprit, location, details }) {
    const what = culprit.package ?? (details.length === 0 ? 'a package' : enumerate(details))
    const place = location === undefined ? '' : `${location.file}${location.line === undefined ? '' : `:${String(location.line)}`}`
    return {
      cause:
        `${place === '' ? 'The code' : place} imports ${what}, and vendor/ does not have it. With a vendor folder go looks nowhere else. ` +
        'The import was added without vendoring it, or files of vendor/ did not get here (a .gitignore or .dockerignore rule that also fits below vendor/).',
      fix: [
        {
          command: 'go mod vendor',
          why: 'Writes vendor/ anew, with this package if go.mod already requires its module; commit it. In a workspace it is `go work vendor`.',
        },
        {
          command: 'go mod tidy && go mod vendor',
          why: 'Where go.mod does not require its module yet: adds it first.',
        },
      ],
    }
  },
  doc:
    'From `go 1.14` in go.mod on, a folder vendor/ is used by default and everything that is imported must lie in it. ' +
    '-mod=mod lets go download what is missing instead: the build then depends on the network and on files that nobody reviewed. See https://go.dev/ref/mod#vendoring.',
}

export const vendorRules: readonly IncidentRule[] = [inconsistent, missingPackage]
