import type { Fix } from '../../report/index.js'
import type { IncidentRule } from '../incident.js'
import { unescapeModule } from '../../modules/index.js'
import { refetch, splitModule } from '../module-cache.js'
import { MODULE, VERSION, cleanPath, placeOf, placePattern } from '../words.js'
import { goSumMismatch, sumDbMismatch } from './checksum-mismatch.js'

/** Lines in which what belongs to a line is looked for: other output may come between. */
const NEXT = 3

const MALFORMED_LINE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']*\.sum):(\d{1,9}): wrong number of fields (\d{1,9})/
const UNKNOWN_HASH = new RegExp(String.raw`verifying (${MODULE})@(${VERSION})(?:/go\.mod)?: unknown hashes in (go(?:\.work)?\.sum): `)

const goSumMalformed: IncidentRule = {
  id: 'checksum/gosum-malformed',
  summary: 'go.sum cannot be read',
  confidence: 'certain',
  wordings: [
    { anchor: 'wrong number of fields', when: [MALFORMED_LINE] },
    { anchor: 'unknown hashes in', when: [UNKNOWN_HASH] },
  ],
  read(match) {
    if (match.line.text.includes('unknown hashes in'))
      return { culprit: { file: match.part(3), module: `${match.part(1)}@${match.part(2)}` }, location: { file: match.part(3) } }
    const file = cleanPath(match.part(1))
    return { culprit: { file }, location: placeOf(file, match.part(2)), details: [match.part(2), match.part(3)] }
  },
  explain({ culprit, details }) {
    const [line, fields = ''] = details
    const file = culprit.file ?? 'go.sum'
    if (line === undefined)
      return {
        cause: `${file} records ${culprit.module ?? ''} with a hash that this Go does not know, so nothing proves that the module is the one that was meant.`,
        fix: [
          {
            edit: `Replace that line of ${file}: remove it and run \`go mod tidy\`.`,
            why: 'go writes the line again with the h1 hash, checked by the checksum database.',
          },
        ],
      }
    return {
      cause:
        `Line ${line} of ${file} has ${fields} fields where a line has three (module, version, hash). ` +
        (Number(fields) <= 2 ? 'That is what a merge conflict left unresolved looks like. ' : '') +
        'Go 1.22 and newer refuse to do anything with such a file; older ones drop its lines in silence, so the two build with different checks.',
      fix: [
        {
          edit: `Resolve the conflict in ${file}: keep the lines of both sides and remove the markers.`,
          why: 'go.sum may hold more than is needed, so both sides together are right.',
        },
        { command: 'go mod tidy', why: 'Afterwards: removes what is not needed and adds what is missing.' },
      ],
    }
  },
  doc: 'A line of go.sum is not `module version hash`: mostly conflict markers of a merge. Emptying the file would throw away what protects the other modules.',
}

/** go asks for the database and gets what is none; groups: what is wrong. */
const NO_DATABASE =
  /(?:^|[\s:])(?:invalid GOSUMDB: ([^\n]{1,200})|initializing sumdb\.Client: ([^\n]{1,200})|reading (?:https?|file):\/\/\S{0,300}\/sumdb\/\S{1,300}: ([^\n]{1,200}))/
const OF_MODULE = new RegExp(String.raw`(?:^|[\s:])(${MODULE}@${VERSION})(?:/go\.mod)?[ :]`)
const REQUEST = /(?:reading|Get) "?(https?:\/\/[^\s"]+)/

const sumDbUnreachable: IncidentRule = {
  id: 'checksum/sumdb-unreachable',
  summary: 'The checksum database did not answer',
  confidence: 'certain',
  wordings: [
    { anchor: '/lookup/', when: [REQUEST, /(?:^|[\s:])verifying /], reach: 0 },
    { anchor: '/tile/', when: [REQUEST, /(?:^|[\s:])verifying /], reach: 0 },
    { anchor: '/latest', when: [REQUEST, /(?:^|[\s:])verifying /], reach: 0 },
    { anchor: 'invalid GOSUMDB', when: [NO_DATABASE] },
    { anchor: 'initializing sumdb.Client', when: [NO_DATABASE] },
    { anchor: '/sumdb/', when: [NO_DATABASE], confidence: 'likely' },
  ],
  read(match) {
    const odd = NO_DATABASE.exec(match.line.text)
    if (odd !== null) {
      const host = /:\/\/([^/\s@]{1,253})\//.exec(match.line.text)?.[1] ?? 'the checksum database'
      const module = OF_MODULE.exec(match.line.text)?.[1]
      const answer = odd[1] ?? odd[2] ?? odd[3] ?? ''
      return {
        culprit: {
          ...(module === undefined ? {} : { module }),
          ...(odd[1] === undefined ? {} : { key: 'GOSUMDB' }),
          tool: 'checksum database',
        },
        details: [odd[1] === undefined ? answer : `invalid GOSUMDB: ${answer}`, host],
      }
    }
    const url = match.part(1)
    const at = url.indexOf('/lookup/')
    const asked = at === -1 ? '' : unescapeModule(url.slice(at + 8).replace(/:$/, ''))
    const answer = match.line.text.slice(match.line.text.indexOf(url) + url.length).replace(/^"?:? ?/, '')
    const details = [answer, url.split('/')[2]?.replace(/^.*@/, '') ?? '']
    const named = new RegExp(String.raw`^${MODULE}@${VERSION}$`).test(asked)
      ? asked
      : new RegExp(String.raw`(?:^|[\s:])(${MODULE}@${VERSION})(?:/go\.mod)?: `).exec(match.line.text)?.[1]
    // Others answer such paths too: only a lookup, or a tile of a database, is one.
    if (at === -1 && !/\/(?:tile\/\d|latest)/.test(url)) return null
    const response = match.after.slice(0, NEXT).filter((line) => line.text.includes('server response:'))
    return { culprit: named === undefined ? { tool: 'checksum database' } : { module: named }, details, evidence: response }
  },
  explain({ culprit, details }) {
    const [answer = '', host = ''] = details
    const unknown = /^(?:404|410)\b/.test(answer)
    const module = culprit.module ?? 'a module'
    const [path] = splitModule(module)
    const owner = path.split('/').slice(0, 2).join('/')
    const privately: Fix[] =
      culprit.module === undefined
        ? []
        : [
            {
              command: `go env -w GOPRIVATE=${owner}`,
              why: `Only if ${path} is private (list other patterns beside it, with commas): go then neither asks the proxy nor tells the database its name.`,
            },
          ]
    return {
      cause:
        `go asked ${host} for the hash of ${module} and got: ${answer === '' ? 'no answer' : answer.slice(0, 300)}. ` +
        (unknown
          ? 'The database cannot fetch this version: the module is private, or the version does not exist. '
          : 'The database could not be reached from here. ') +
        'go.sum has no line for it, so nothing can vouch for the module and go does not use it.',
      fix: [
        ...(unknown ? privately : []),
        {
          command: 'curl -sSI https://sum.golang.org/latest',
          why: 'Shows whether this machine reaches the database. Where it does not: a GOPROXY that serves the database too (`/sumdb/`) is enough, or a network rule that allows it.',
        },
        ...(unknown ? [] : privately),
        {
          command: 'go mod tidy',
          why: 'On a machine with access: writes the missing lines of go.sum. With them in the commit the database is not asked again.',
        },
      ],
    }
  },
  doc:
    'go needs the checksum database for each module that go.sum does not know. A 404 or 410 means that it cannot see the module: mostly a private one that GOPRIVATE does not name. ' +
    'GOSUMDB=off would take the check away for every public module too.',
}

const MODIFIED = new RegExp(
  String.raw`(?:^|[\s:])(${MODULE})[ @](${VERSION}): (?:(dir|zip) has been modified|(missing ziphash): open |(zip: not a valid zip file)|unexpected (ziphash): ")`,
)
/** Without a version: what go build and go get say of a damaged zip file; group: package. */
const NO_ZIP = new RegExp(
  String.raw`(?:unknown import path "|go get |(?:^|\s)go: )(${MODULE})"?: zip: not a valid zip file|\.go:\d{1,7}:\d{1,6}: zip: not a valid zip file`,
)
const UNZIP = /(?:^|[\s:])unzip (\S+): (zip: not a valid zip file|zip: checksum error|unexpected EOF)/

const cacheModified: IncidentRule = {
  id: 'checksum/cache-modified',
  summary: 'The module cache was changed after the download',
  confidence: 'certain',
  wordings: [
    { anchor: ' has been modified', when: [MODIFIED] },
    { anchor: 'missing ziphash', when: [MODIFIED] },
    { anchor: 'zip: not a valid', when: [MODIFIED] },
    { anchor: 'unexpected ziphash', when: [MODIFIED] },
    { anchor: 'zip: not a valid', when: [NO_ZIP], confidence: 'likely' },
    { anchor: 'unzip ', when: [UNZIP] },
  ],
  read(match) {
    // In a workspace Go 1.20 says this of the main modules, which have no zip.
    if (match.line.text.includes('missing ziphash: open hash')) return null
    if (NO_ZIP.test(match.line.text)) {
      const path = match.part(1)
      return { culprit: path === '' ? { key: 'GOMODCACHE' } : { package: path }, details: ['its zip file is damaged'] }
    }
    if (UNZIP.test(match.line.text)) {
      const path = match.part(1).replaceAll('\\', '/')
      const found = new RegExp(String.raw`/cache/download/([\w.~\-/+!]+)/@v/(v[\w.\-+!]+)\.zip$`).exec(path)
      return found === null
        ? null
        : {
            culprit: { module: `${unescapeModule(found[1] ?? '')}@${unescapeModule(found[2] ?? '')}` },
            details: ['its zip file is damaged'],
          }
    }
    const what =
      match.part(3) === 'dir'
        ? 'its directory differs'
        : match.part(3) === 'zip'
          ? 'its zip file differs'
          : match.part(4) !== ''
            ? 'the record of its hash is missing'
            : match.part(6) !== ''
              ? 'the record of its hash is damaged'
              : 'its zip file is damaged'
    return { culprit: { module: `${match.part(1)}@${match.part(2)}` }, details: [what] }
  },
  explain({ culprit, details }) {
    const [path, version] = splitModule(culprit.module ?? '')
    if (version === '')
      return {
        cause: `The module of ${culprit.package ?? 'an import'} lies in the module cache with a damaged zip file: mostly a download that broke off, a full disk, or a proxy that answered with a page instead of the file.`,
        fix: [
          {
            command: 'go clean -modcache && go mod download',
            why: 'Fetches every module anew; the message does not say which one is damaged.',
          },
        ],
      }
    return {
      cause:
        `${culprit.module ?? ''} in the module cache is no longer what was downloaded: ${details.join(', ')}. go build does not look at this: ` +
        'it compiles the directory as it is, so this machine may build another program than others do. Something wrote into the cache: an editor or a debugger, a restored CI cache, a damaged disk, or somebody else.',
      fix: [
        { command: refetch(path, version), why: 'Removes exactly this module from the cache, downloads it again and verifies the cache.' },
      ],
    }
  },
  doc:
    '`go mod verify` compares each cached zip and directory with the hash that was recorded at the download; it does not look at go.sum. ' +
    'Emptying the whole module cache also helps, but downloads every other module again; where the cache is restored by CI, its key must change too.',
}

const PLACE = new RegExp(placePattern('go|mod'))
const MISSING_PACKAGE = new RegExp(
  String.raw`missing go\.sum entry for module providing package (${MODULE})(?: \(imported by (${MODULE})\))?`,
)
const MISSING_MODULE = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): missing go\.sum entry`)
const SUGGESTED = new RegExp(String.raw`^\s*(go (?:get(?: -t)?|mod download) ${MODULE}(?:@${VERSION})?)\s*$`)

const goSumMissingEntry: IncidentRule = {
  id: 'checksum/gosum-missing-entry',
  summary: 'go.sum lacks a module',
  confidence: 'certain',
  wordings: [
    { anchor: 'missing go.sum entry', when: [MISSING_PACKAGE] },
    { anchor: 'missing go.sum entry', when: [MISSING_MODULE] },
  ],
  read(match) {
    const place = PLACE.exec(match.line.text)
    const location = place === null ? {} : { location: placeOf(place[1] ?? '', place[2] ?? '', place[3]) }
    const next = match.after.slice(0, NEXT).find((line) => SUGGESTED.test(line.text))
    const command = next === undefined ? undefined : SUGGESTED.exec(next.text)?.[1]
    const details = command === undefined ? [] : [command]
    const evidence = command === undefined || next === undefined ? {} : { evidence: [next] }
    if (match.line.text.includes('providing package')) return { culprit: { package: match.part(1) }, ...location, details, ...evidence }
    return { culprit: { module: `${match.part(1)}@${match.part(2)}` }, ...location, details, ...evidence }
  },
  explain({ culprit, details }) {
    const what = culprit.module ?? `the module of package ${culprit.package ?? ''}`
    return {
      cause:
        `go.sum has no hash for ${what}, so go cannot check it and, with -mod=readonly (the default), does not add it. ` +
        'The change that brought the module into the build was committed without its lines of go.sum, or the build sees only a part of the files (a Dockerfile that copies go.mod alone).',
      fix: [
        ...details
          .slice(0, 1)
          .map((command) => ({ command, why: 'What go itself proposes: adds the missing lines, checked by the checksum database.' })),
        { command: 'go mod tidy', why: 'Adds every missing line of go.sum at once; commit go.mod and go.sum afterwards.' },
      ],
    }
  },
  doc: 'The build list needs a module whose hash go.sum does not hold. -mod=mod would let each build write go.sum for itself: what is built is then no longer what was reviewed.',
}

export const checksumRules: readonly IncidentRule[] = [
  goSumMalformed,
  sumDbMismatch,
  goSumMismatch,
  cacheModified,
  sumDbUnreachable,
  goSumMissingEntry,
]
