import type { Fix } from '../../report/index.js'
import { GO_PLACE, goPlace } from '../go-errors.js'
import type { IncidentRule, Match, Sighting } from '../incident.js'
import { cachedModule } from '../module-cache.js'
import { MODULE, VERSION, enumerate } from '../words.js'

/** Packages of the standard library by the Go release that brought them: an older Go says that they are not there. */
const ARRIVED: Readonly<Record<string, string>> = {
  embed: '1.16',
  'io/fs': '1.16',
  'testing/fstest': '1.16',
  'runtime/metrics': '1.16',
  'debug/buildinfo': '1.18',
  'net/netip': '1.18',
  'go/doc/comment': '1.19',
  'crypto/ecdh': '1.20',
  'runtime/coverage': '1.20',
  cmp: '1.21',
  'log/slog': '1.21',
  maps: '1.21',
  slices: '1.21',
  'testing/slogtest': '1.21',
  'go/version': '1.22',
  'math/rand/v2': '1.22',
  iter: '1.23',
  structs: '1.23',
  unique: '1.23',
  'crypto/fips140': '1.24',
  'crypto/hkdf': '1.24',
  'crypto/mlkem': '1.24',
  'crypto/pbkdf2': '1.24',
  'crypto/sha3': '1.24',
  'testing/synctest': '1.25',
  weak: '1.24',
}

const REQUIRES = new RegExp(
  String.raw`(?:^|[\s:])(go\.mod|go\.work|\S{0,300}/go\.(?:mod|work)|${MODULE}@${VERSION})(?:: module \S{1,300})? requires go >= ([\w.]{1,30}) \(running go ([\w.\-+ ]{1,40})(?:; GOTOOLCHAIN=([\w.+-]{1,40}))?\)`,
)
/** What go mod tidy of an older Go says; groups: wanted, running. */
const NOT_SUPPORTED =
  /go\.mod file indicates go (\d[\w.]{0,20}), but maximum (?:supported version|version supported by tidy) is (\d[\w.]{0,20})/
const STANDARD_PACKAGE = /(?:^|[\s:])package ([a-z][\w/]{1,40}) is not in (?:GOROOT|std)\b/
/** A feature of the language; where go.mod itself holds it back, its go line is to blame. */
const FEATURE = /\.go:\d{1,7}(?::\d{1,6})?: [^\n]{1,300} requires go(1\.\d{1,3}) or later(?! \(-lang was set)/
const NOTE = /(?:^|[\s:])(?:note: )?module requires Go (\d[\w.]{0,20})/

function read(match: Match): Sighting | null {
  const { text } = match.line
  if (REQUIRES.test(text)) {
    const who = match.part(1)
    const details = [match.part(2), match.part(3).replace(/^go/, ''), match.part(4)]
    // Every package of a build repeats what its go.mod or its dependency asks for.
    if (who.includes('@')) return { culprit: { module: who, tool: 'go' }, details }
    return { culprit: { file: who, tool: 'go' }, location: { file: who }, details }
  }
  if (NOT_SUPPORTED.test(text))
    return { culprit: { file: 'go.mod', tool: 'go' }, location: { file: 'go.mod' }, details: [match.part(1), match.part(2)] }
  if (NOTE.test(text) || FEATURE.test(text)) {
    // What a dependency asks for stands in its own go.mod.
    const file = [match.line, ...match.near]
      .filter((line) => line.package === match.line.package)
      .map((line) => GO_PLACE.exec(line.text)?.[1])
      .find((path) => path !== undefined && path.includes('@v'))
    const module = file === undefined ? undefined : cachedModule(file.replace(/[/\\][^/\\]*$/, ''))?.module
    if (module !== undefined) return { culprit: { module, tool: 'go' }, details: [match.part(1)] }
    return { culprit: { file: 'go.mod', tool: 'go' }, location: { file: 'go.mod' }, details: [match.part(1)] }
  }
  const wanted = ARRIVED[match.part(1)]
  if (wanted === undefined) return null
  const location = goPlace(match)
  return { culprit: { tool: 'go' }, ...(location === null ? {} : { location }), details: [`${match.part(1)} ${wanted}`] }
}

function raise(version: string): Fix {
  const release = version.split('.').slice(0, 2).join('.')
  return {
    edit: `Raise the Go of this job to ${version} or newer: \`go-version-file: go.mod\` with actions/setup-go, \`FROM golang:${release}\` in a Dockerfile.`,
    why: 'The job then builds with the Go that the code is written for.',
  }
}

/** The newest of `package 1.21`, as `1.21`. */
function newest(details: readonly string[]): string {
  const minors = details.map((detail) => Number(detail.slice(detail.lastIndexOf('.') + 1)))
  return `1.${String(Math.max(...minors))}`
}

const tooOld: IncidentRule = {
  id: 'toolchain/too-old',
  summary: 'Go is too old for this build',
  confidence: 'certain',
  wordings: [
    { anchor: 'requires go >=', when: [REQUIRES] },
    { anchor: 'but maximum ', when: [NOT_SUPPORTED] },
    { anchor: 'module requires Go', when: [NOTE], confidence: 'likely' },
    { anchor: ' or later', when: [FEATURE], confidence: 'likely' },
    { anchor: ' is not in ', when: [STANDARD_PACKAGE], confidence: 'likely' },
  ],
  absorbs: /./,
  read: (match) => read(match),
  explain({ culprit, details }, facts) {
    const standard = culprit.module === undefined && culprit.file === undefined
    const [wanted = '', said = '', policy = ''] = standard ? [newest(details)] : details
    const running = said === '' ? (facts.goVersion ?? '').replace(/^go/, '') : said
    const runs = running === '' ? 'the Go that runs here is older' : `this job runs Go ${running}`
    const names = details.map((detail) => detail.slice(0, detail.indexOf(' ')))
    const who = standard
      ? `The code imports ${enumerate(names)} of the standard library, which`
      : (culprit.module ?? culprit.file ?? 'go.mod')
    const asks = standard ? `${names.length === 1 ? 'is' : 'are'} there only since Go ${wanted}` : `asks for Go ${wanted} or newer`
    const local = policy === 'local' || policy === ''
    const stays =
      policy === ''
        ? ''
        : policy === 'local'
          ? ', and GOTOOLCHAIN=local keeps it from fetching a newer one'
          : `, and GOTOOLCHAIN=${policy} does not lead to a newer one`
    return {
      cause: `${who} ${asks}; ${runs}${stays}. Nothing is built until the job has that Go; a job with a newer Go builds the same commit.`,
      fix: [
        raise(wanted),
        ...(local && !/^1\.(?:\d|1\d|20)(?:\.|$)/.test(running)
          ? [
              {
                command: 'GOTOOLCHAIN=auto go build ./...',
                why: 'Lets go fetch the toolchain that go.mod names, through the module proxy (Go 1.21 and newer).',
              },
            ]
          : []),
      ],
    }
  },
  doc:
    'The `go` line of go.mod, go.work or of a dependency asks for a newer Go than the one that runs, and GOTOOLCHAIN does not allow to fetch it. ' +
    'Official golang images set GOTOOLCHAIN=local. Lowering the `go` line is no fix while the code or a dependency needs what the newer Go brings.',
}

export const toolchainRules: readonly IncidentRule[] = [tooOld]
