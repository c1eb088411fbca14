import type { IncidentRule, Match, Sighting } from '../incident.js'
import { refetch, splitModule } from '../module-cache.js'
import { MODULE, VERSION, cleanPath } from '../words.js'

const VERIFYING = new RegExp(String.raw`(?:^|[\s:])verifying (${MODULE})@(${VERSION})(/go\.mod)?: checksum mismatch`)
/** Since Go 1.13 the module comes first where the checksum database was asked. */
const VERIFYING_ASKED = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): verifying (module|go\.mod): checksum mismatch`)
const DOWNLOADED = /(?:^|\s)downloaded: (h1:[\w+/]{20,60}=?)/
const IN_GO_SUM = /(?:^|\s)(\S*go(?:\.work)?\.sum): {1,10}(h1:[\w+/]{20,60}=?)/
const IN_DATABASE = /(?:^|\s)(?!downloaded:|\S*\.sum:)([a-z0-9][a-z0-9.-]*): {1,10}(h1:[\w+/]{20,60}=?)/
/** How the fetcher of Bazel's Gazelle says it; groups: what came, what was recorded. */
const FETCHED = /resulting module with sum (h1:[\w+/]{20,60}=?); expected sum (h1:[\w+/]{20,60}=?)/
/** The checksum database contradicts itself, or what came contradicts it, in the words below the first line alone. */
const MISBEHAVES = /go\.sum database server misbehavior detected/
const NOT_REPORTED = /This download does NOT match the one reported by the checksum server/
const NAMED_BY_SERVER = new RegExp(String.raw`(?:^|\s)module=(${MODULE})(?:\s|$)`)
const MISMATCH = 6

function readMismatch(match: Match): Sighting {
  if (MISBEHAVES.test(match.line.text) || NOT_REPORTED.test(match.line.text)) {
    const module = match.near.map(({ text }) => NAMED_BY_SERVER.exec(text)?.[1]).find((path) => path !== undefined)
    const version = match.near.map(({ text }) => /(?:^|\s)version=(v\d[\w.\-+]*)/.exec(text)?.[1]).find((found) => found !== undefined)
    return {
      culprit: module === undefined ? { tool: 'checksum database' } : { module: `${module}${version === undefined ? '' : `@${version}`}` },
    }
  }
  if (FETCHED.test(match.line.text)) {
    const repository = /failed to fetch ([\w.~\-+@]{1,200}):/.exec(match.line.text)?.[1]
    return {
      culprit: { ...(repository === undefined ? {} : { module: repository }), file: 'go.sum' },
      details: [match.part(1), match.part(2), 'go.sum'],
    }
  }
  const [module, version, suffix] = [
    match.part(1),
    match.part(2),
    match.part(3) === '/go.mod' || match.part(3) === 'go.mod' ? '/go.mod' : '',
  ]
  const file = cleanPath(match.part(1, 2))
  return {
    culprit: { module: `${module}@${version}${suffix}`, ...(/go(?:\.work)?\.sum$/.test(file) ? { file } : {}) },
    ...(/go(?:\.work)?\.sum$/.test(file) ? { location: { file } } : {}),
    details: [match.part(1, 1), match.part(2, 2), match.part(1, 2)],
  }
}

export const goSumMismatch: IncidentRule = {
  id: 'checksum/gosum-mismatch',
  summary: 'The download is not what go.sum recorded',
  confidence: 'certain',
  wordings: [
    { anchor: 'checksum mismatch', when: [VERIFYING, DOWNLOADED, IN_GO_SUM], reach: MISMATCH },
    { anchor: 'resulting module with sum', when: [FETCHED] },
    // A log that ends before the hashes.
    { anchor: 'checksum mismatch', when: [VERIFYING], unless: [DOWNLOADED], reach: MISMATCH, confidence: 'likely' },
  ],
  read: (match) => readMismatch(match),
  explain({ culprit, details }) {
    const [path, version, suffix] = splitModule(culprit.module ?? '')
    const [downloaded = '', recorded = '', file = 'go.sum'] = details
    if (version === '')
      return {
        cause:
          `What was downloaded for ${path === '' ? 'a module' : path} hashes to ${downloaded}, and ${recorded} was recorded. One of the two is wrong: ` +
          'the tag was moved after it was recorded, a proxy serves other bytes, or the record was written wrongly.',
        fix: [
          {
            edit: 'Find out which hash is right: `go mod download -json MODULE@VERSION` in an empty folder asks the checksum database.',
            why: 'Only then correct the record, or leave the proxy that serves other bytes.',
          },
        ],
      }
    const what = suffix === '' ? 'module' : 'go.mod file of the module'
    return {
      cause:
        `The ${what} ${path}@${version} that was downloaded hashes to ${downloaded}, but ${file} recorded ${recorded}. One of the two is wrong: ` +
        'the tag was moved after it was recorded, a proxy or the module cache serves other bytes, or the line was written wrongly. ' +
        'go refuses to build with it, and so should everybody until it is known which side lies.',
      fix: [
        {
          command: `(cd "$(mktemp -d)" && GOWORK=off GOFLAGS=-modcacherw GOMODCACHE="$PWD/cache" go mod download -json ${path}@${version})`,
          why: `Fetches it anew and asks the checksum database, away from this project: \`${suffix === '' ? 'Sum' : 'GoModSum'}\` is the hash that both confirm. A private module is not in the database: ask its owner whether the tag was moved.`,
        },
        {
          command: refetch(path, version),
          why: `If that hash is the one in ${file}: the module cache or the proxy served other bytes. Removes this one module from the cache and fetches it again; check GOPROXY when it comes back wrong.`,
        },
        {
          edit: `In ${file}, replace the hash of \`${path} ${version}${suffix}\` by the confirmed one, in a commit that says why.`,
          why: `Only if the confirmed hash is the downloaded one: then the line in ${file} is wrong.`,
        },
      ],
    }
  },
  doc:
    'What was downloaded differs from what go.sum recorded. The usual causes are a tag that was moved, a private proxy or cache that serves other bytes, ' +
    'and a merge that went wrong. Deleting go.sum, GOSUMDB=off, GONOSUMDB and -mod=mod only make the message go away: the unknown bytes are then built.',
}

export const sumDbMismatch: IncidentRule = {
  id: 'checksum/sumdb-mismatch',
  summary: 'The download is not what the checksum database knows',
  confidence: 'certain',
  wordings: [
    { anchor: 'checksum mismatch', when: [VERIFYING_ASKED, DOWNLOADED, IN_DATABASE], reach: MISMATCH },
    { anchor: 'checksum mismatch', when: [VERIFYING, DOWNLOADED, IN_DATABASE], unless: [IN_GO_SUM], reach: MISMATCH },
    { anchor: 'misbehavior detected', when: [MISBEHAVES] },
    { anchor: 'does NOT match the one reported', when: [NOT_REPORTED], unless: [VERIFYING, VERIFYING_ASKED], confidence: 'likely' },
  ],
  read: (match) => readMismatch(match),
  explain({ culprit, details }) {
    const [path, version, suffix] = splitModule(culprit.module ?? '')
    const [downloaded = '', known = '', database = ''] = details
    if (downloaded === '')
      return {
        cause:
          `${path === '' ? 'What was downloaded' : path} does not agree with the checksum database, which everybody asks. ` +
          'The proxy, the network or the origin changed it after publication, or serves a database of its own. Do not build with it.',
        fix: [
          {
            edit: 'Find out who answers in the place of the database and of the module: compare with another network or another GOPROXY.',
            why: 'A person has to decide: every setting that silences this check lets the changed code into the build.',
          },
        ],
      }
    return {
      cause:
        `${path}@${version}${suffix} was downloaded with the hash ${downloaded}; ${database}, which everybody asks, knows ${known}. ` +
        'These are not the bytes that the rest of the world got for this version: the proxy, the network or the origin changed them after publication. Do not build with them.',
      fix: [
        {
          edit: 'Find out who serves these bytes: compare with another network or another GOPROXY, and ask whoever runs the proxy.',
          why: 'A person has to decide: every setting that silences this check lets the changed code into the build.',
        },
        {
          edit: `Depend on another version of ${path} that verifies, and report this one to its authors.`,
          why: 'A moved tag never verifies again; a new version does.',
        },
      ],
    }
  },
  doc:
    'The checksum database is the memory of all public modules. A module that differs from it was changed after publication, on its way or at its origin. ' +
    'There is no command that makes this right; GOSUMDB=off, GONOSUMDB and GOINSECURE only hide it.',
}
