import type { Fix } from '../../report/index.js'
import type { IncidentFacts, IncidentRule, Match, Sighting } from '../incident.js'
import { placeOf } from '../words.js'
import { brokenGoroot } from './toolchain-goroot.js'

/** `go: errors parsing go.mod:` and the line below it: `/src/go.mod:3: …`; groups: file, line. */
const FILE = String.raw`(?:^|[\s:])((?:[A-Za-z]:)?[^\s:"']{0,300}?go\.(?:mod|work)):(\d{1,7})(?::\d{1,6})?: `

/** Directives by the Go release that brought them. */
const ARRIVED: Readonly<Record<string, string>> = {
  exclude: '1.11',
  replace: '1.11',
  retract: '1.16',
  use: '1.18',
  toolchain: '1.21',
  godebug: '1.23',
  tool: '1.24',
  ignore: '1.25',
}

const INVALID = new RegExp(String.raw`${FILE}invalid go version '([^'\n]{1,40})': must match format (\S{1,60})`)
const INVALID_SHORT = /invalid go version '([^'\n]{1,40})': must match format (\S{1,60})/
const UNKNOWN = new RegExp(String.raw`${FILE}unknown (?:directive|block type): ([a-z]{2,12})\b`)
/** That it is the go command that reads. */
const PARSING = /errors? parsing \S{0,400}go\.(?:mod|work)|(?:^|[\s:])go: /

function runningGo(facts: IncidentFacts): string {
  return facts.goVersion === undefined ? 'the Go that runs here' : `Go ${facts.goVersion.replace(/^go/, '')}`
}

function raise(version: string): Fix {
  return {
    edit: `Raise the Go of this job to ${version} or newer: \`go-version-file: go.mod\` with actions/setup-go, \`FROM golang:${version}\` in a Dockerfile.`,
    why: 'The job then reads the file as it is meant.',
  }
}

function fileOf(match: Match): Pick<Sighting, 'culprit' | 'location'> {
  const location = placeOf(match.part(1), match.part(2))
  return { culprit: { file: location.file, tool: 'go' }, location }
}

const invalidGoVersion: IncidentRule = {
  id: 'toolchain/invalid-go-version',
  summary: 'The go line is in a form that this Go does not know',
  confidence: 'certain',
  wordings: [
    { anchor: "invalid go version '", when: [INVALID] },
    { anchor: "invalid go version '", when: [INVALID_SHORT], confidence: 'likely' },
  ],
  read: (match) =>
    INVALID.test(match.line.text)
      ? { ...fileOf(match), details: [match.part(3), match.part(4)] }
      : { culprit: { file: 'go.mod', tool: 'go' }, details: [match.part(1), match.part(2)] },
  explain({ culprit, details }, facts) {
    const [version = '', format = ''] = details
    const release = /^1\.\d{1,3}/.exec(version)?.[0]
    const isNewForm = /^1\.(?:2[1-9]|[3-9]\d)(?:\.\d+|rc\d+|beta\d+)?$/.test(version)
    return {
      cause: isNewForm
        ? `${culprit.file ?? 'go.mod'} says \`go ${version}\`, a form that Go 1.21 and newer write. ${runningGo(facts)} is older, knows only two numbers (${format}), and does not read any further.`
        : `${culprit.file ?? 'go.mod'} says \`go ${version}\`, which is no version of Go: ${format} is expected.`,
      fix: isNewForm
        ? [raise(release ?? version)]
        : [
            {
              edit: `Write the version with two or three numbers in the go line of ${culprit.file ?? 'go.mod'}, as \`go version\` prints it without "go".`,
              why: 'Go reads that line before anything else.',
            },
          ],
    }
  },
  doc:
    'Go up to 1.20 reads `go 1.20` and refuses `go 1.20.3`; `go mod tidy` of 1.21 and newer writes the longer form. ' +
    'Cutting the line to two numbers helps only until the next tidy of a newer Go. See https://go.dev/doc/toolchain.',
}

const unknownDirective: IncidentRule = {
  id: 'toolchain/unknown-directive',
  summary: 'go.mod has a line that this Go does not know',
  confidence: 'certain',
  wordings: [
    { anchor: 'unknown directive: ', when: [UNKNOWN, PARSING] },
    { anchor: 'unknown block type: ', when: [UNKNOWN, PARSING] },
    // Other programs read go.mod with a parser of their own.
    { anchor: 'unknown directive: ', when: [UNKNOWN], confidence: 'likely' },
    { anchor: 'unknown block type: ', when: [UNKNOWN], confidence: 'likely' },
  ],
  read(match) {
    const since = ARRIVED[match.part(3)]
    // A word that no Go knows is a mistake in the file.
    return since === undefined ? null : { ...fileOf(match), details: [match.part(3)] }
  },
  explain({ culprit, details }, facts) {
    const newest = details.map((name) => ARRIVED[name] ?? '1.11').toSorted((a, b) => Number(b.slice(2)) - Number(a.slice(2)))[0] ?? ''
    const names = details.map((name) => `\`${name}\``).join(', ')
    const isToolchain = details.length === 1 && details[0] === 'toolchain'
    return {
      cause: `${culprit.file ?? 'go.mod'} has ${details.length === 1 ? 'the line' : 'the lines'} ${names}, which Go ${newest} brought. ${runningGo(facts)} is older and reads no further.`,
      fix: [
        raise(newest),
        ...(isToolchain
          ? [
              {
                command: 'go mod edit -toolchain=none',
                why: 'With a newer Go: takes the line out, where no dependency needs the newer Go. It comes back when one does.',
              },
            ]
          : []),
      ],
    }
  },
  doc:
    'An older go command does not skip what it does not know in go.mod or go.work: it stops. ' +
    'Deleting the line only moves the failure to whoever needs it. See https://go.dev/ref/mod#go-mod-file.',
}

const NOT_AVAILABLE = /go: download (go[\w.-]{1,40}) for (\S{1,60}): toolchain not available/
const DOWNLOAD = /go: download (go[\w.-]{1,40})(?: for \S{1,60})?: ([^\n]{1,400})/
const NO_PATH = /go: cannot find "(go[\w.-]{1,40})" in PATH/
/** groups: what was given, in quotes or as the go command names a toolchain. */
const INVALID_TOOLCHAIN =
  /(?:^|\s)(?:go: |go\.(?:mod|work):\d{1,7}: )?(?:invalid (?:minimum toolchain in )?GOTOOLCHAIN|invalid toolchain(?: version)?:?|cannot use GOTOOLCHAIN) ["']?([\w.+-]{1,60})(?:["']|$| is a language version|:)/
/** The toolchain line itself; groups: file, line, what it says. */
const IN_FILE = new RegExp(String.raw`${FILE}invalid toolchain version '([^'\n]{1,60})'`)
const SETUP_GO = /Unable to find Go version '?([^'\n]{1,40}?)'? for platform (\w{1,20}) and architecture (\w{1,20})/

/** `go1.24` names a language; since 1.21 the release is `go1.24.0`. */
function isNoRelease(version: string): boolean {
  return /^go1\.(?:2[1-9]|[3-9]\d)$/.test(version)
}

function readDownload(match: Match): Sighting {
  const { text } = match.line
  const written = IN_FILE.exec(text)
  if (written !== null) {
    const location = placeOf(written[1] ?? '', written[2] ?? '')
    return { culprit: { file: location.file, tool: written[3] ?? '' }, location, details: ['#line'] }
  }
  const version = NO_PATH.exec(text)?.[1] ?? SETUP_GO.exec(text)?.[1] ?? DOWNLOAD.exec(text)?.[1] ?? match.part(1)
  const why = NO_PATH.test(text)
    ? '#path'
    : SETUP_GO.test(text)
      ? '#setup'
      : NOT_AVAILABLE.test(text)
        ? '#unavailable'
        : (DOWNLOAD.exec(text)?.[2] ?? '#invalid')
  return { culprit: { tool: version }, details: [why], ...(/disabled by GOSUMDB/.test(text) ? { confidence: 'likely' } : {}) }
}

const downloadFailed: IncidentRule = {
  id: 'toolchain/download-failed',
  summary: 'The toolchain that is asked for cannot be had',
  confidence: 'certain',
  wordings: [
    { anchor: 'toolchain not available', when: [NOT_AVAILABLE] },
    { anchor: 'go: download go', when: [DOWNLOAD] },
    { anchor: 'go: cannot find "go', when: [NO_PATH] },
    { anchor: 'Unable to find Go version', when: [SETUP_GO] },
    { anchor: 'invalid GOTOOLCHAIN', when: [INVALID_TOOLCHAIN] },
    { anchor: 'invalid toolchain', when: [INVALID_TOOLCHAIN] },
  ],
  absorbs: /./,
  read: readDownload,
  explain({ culprit, details }) {
    const version = culprit.tool ?? ''
    const [why = ''] = details
    const asked = `The go or toolchain line of go.mod or go.work, GOTOOLCHAIN, or a dependency asks for ${version}`
    if (why === '#line')
      return {
        cause: `The toolchain line of ${culprit.file ?? 'go.mod'} says ${version}, and go stops there: only the name of a release (go1.24.1) or \`default\` may stand there.`,
        fix: [
          {
            edit: `Write ${/^\d/.test(version) ? `\`toolchain go${version}\`` : 'the name of a release'} there, or take the line out.`,
            why: 'The line is optional: without it the go line alone counts. `local` and `auto` are words of GOTOOLCHAIN.',
          },
        ],
      }
    if (isNoRelease(version))
      return {
        cause: `${asked}, and there is no release of that name: since Go 1.21 the first one of a series is called ${version}.0.`,
        fix: [
          {
            command: `GOTOOLCHAIN=local go mod edit -toolchain=${version}.0`,
            why: 'Names a release that exists, when it is the toolchain line that has it.',
          },
          { command: `GOTOOLCHAIN=local go mod edit -go=${version.slice(2)}.0`, why: 'The same for the go line.' },
        ],
      }
    if (why === '#path')
      return {
        cause: `${asked}, and GOTOOLCHAIN allows only what is on PATH, where no ${version} is.`,
        fix: [
          { command: 'GOTOOLCHAIN=auto go build ./...', why: 'Lets go fetch it through the module proxy.' },
          {
            command: `go install golang.org/dl/${version}@latest && ${version} download`,
            why: `Puts ${version} into GOBIN; PATH has to name that folder.`,
          },
        ],
      }
    if (why === '#setup')
      return {
        cause: `actions/setup-go is asked for Go ${version}, and finds no such release for this runner: it is not released yet, never was, or not for this platform.`,
        fix: [
          {
            edit: 'Ask for a release that exists: `go-version-file: go.mod`, or `go-version: stable`. Quote it: 1.20 without quotes is the number 1.2.',
            why: 'https://go.dev/dl lists all of them.',
          },
        ],
      }
    if (why === '#unavailable')
      return {
        cause: `${asked}, and the module proxy has no such toolchain for this platform: it was never released, or GOPROXY is off or knows no toolchains.`,
        fix: [
          {
            edit: `Correct the version in the go or toolchain line (\`GOTOOLCHAIN=local go mod edit -toolchain=none\` takes the latter out), or install ${version} and set GOTOOLCHAIN=local.`,
            why: 'https://go.dev/dl/?mode=json&include=all lists all releases.',
          },
          {
            command: 'GOTOOLCHAIN=local go env GOPROXY GOSUMDB',
            why: 'Says where it was looked for. Toolchains come as golang.org/toolchain through GOPROXY; `off` and `direct` have none.',
          },
        ],
      }
    if (why === '#invalid')
      return {
        cause: `${version} is no toolchain that GOTOOLCHAIN, or the toolchain line of go.mod, may name: a release like go1.24.1, \`local\`, \`auto\` or \`path\` is.`,
        fix: [
          {
            command: 'GOTOOLCHAIN=local go env -u GOTOOLCHAIN',
            why: 'Takes back what was written by go env -w; in a workflow or Dockerfile, correct it there.',
          },
        ],
      }
    return {
      cause: `${asked}, and it could not be downloaded: ${why}. Toolchains come as golang.org/toolchain from the module proxy and are checked against the checksum database.`,
      fix: [
        {
          command: 'GOTOOLCHAIN=local go env GOPROXY GOSUMDB',
          why: 'Says whom go asks. A proxy of a company has to let golang.org/toolchain through.',
        },
        {
          edit: `Install ${version} itself in this job (actions/setup-go, \`FROM golang:${version.slice(2)}\`).`,
          why: 'Nothing has to be downloaded by go then.',
        },
      ],
    }
  },
  doc:
    'Since Go 1.21 a go command fetches the toolchain that go.mod asks for. `go1.24` is a language version, `go1.24.0` a release. ' +
    'GOTOOLCHAIN=local makes the message another one: the Go that runs is still too old. GONOSUMDB or GOSUMDB=off take away the check of the toolchain itself. See https://go.dev/doc/toolchain.',
}

export const toolchainFileRules: readonly IncidentRule[] = [downloadFailed, invalidGoVersion, unknownDirective, brokenGoroot]
