import type { IncidentRule, Match, Sighting } from '../incident.js'
import { isStandard } from '../platforms.js'
import { cleanPath } from '../words.js'

const NOT_STANDARD = /(?:^|[\s:])package ([a-z][\w/]{1,60}) is not in (?:GOROOT|std) \(([^)\n]{1,300})\)/
const NOT_FOUND = /(?:^|[\s:])cannot find package "([a-z][\w/]{1,60})" in any of:/
const FROM_GOROOT = /^\s*(\S[^\n]{0,300}) \(from \$GOROOT\)/
/** Always there: an installation that lacks one of them is broken, whatever its release. */
const ALWAYS: ReadonlySet<string> = new Set(
  (
    'archive/tar archive/zip bufio bytes context crypto crypto/sha256 crypto/tls encoding/hex encoding/json errors flag fmt hash io io/ioutil log math ' +
    'math/rand net net/http net/url os os/exec path path/filepath reflect regexp runtime runtime/internal/atomic runtime/internal/sys sort strconv ' +
    'strings sync sync/atomic syscall testing text/template time unicode unicode/utf8 unsafe internal/abi internal/cpu internal/bytealg internal/race'
  ).split(' '),
)
const NO_GOROOT = /(?:^|[\s:])cannot find GOROOT directory:? ?([^\n]{0,300})/
const TOOL_VERSION = /compile: version "(go[^"\n]{1,60})" does not match go tool version "(go[^"\n]{1,60})"/
const OBJECT_VERSION = /object is \[\w{1,20} \w{1,20} (go\S{1,40})[^\]\n]{0,120}\] expected \[\w{1,20} \w{1,20} (go\S{1,40})/
const TOOL = '(compile|link|asm|cgo|vet|buildid|covdata)'
const NO_TOOL = new RegExp(String.raw`(?:^|\s)go(?: tool)?: no such tool "${TOOL}"`)
const TOOL_GONE = new RegExp(
  String.raw`(?:fork/exec|exec:|open|stat|lstat) "?(\S{0,300}[/\\]pkg[/\\]tool[/\\][a-z0-9_]{1,30}[/\\]${TOOL}(?:\.exe)?)"?: (?:no such file|The system cannot find|file does not exist)`,
)
/** The go command of one release asks a tool of an older one. */
const OLD_TOOL = /flag provided but not defined: -(?:V|p|trimpath|lang|buildid|std|goversion|c|pack|complete|symabis|dwarf)\b/
const TOOL_FAILED = new RegExp(String.raw`(?:^|\s)go tool ${TOOL}: exit status \d|usage: (?:compile|asm|link) \[options\]`)
/** Errors in Go's own sources; groups: file, message. */
const IN_SOURCES =
  /(?:^|\s)((?:[A-Za-z]:)?[^\s:]{0,300}?[/\\]src[/\\]([a-z][a-z0-9]{1,20})[/\\][^\s:]{1,200}\.(?:go|s)):\d{1,7}(?::\d{1,6})?: ((?:\S{1,80} )?(?:redeclared|undefined|undeclared|missing function body|unknown field|too many errors|duplicate|cannot use|not declared|syntax error|could not import)[^\n]{0,200})/
const INSTALLED = /(?:^|[/\\])(?:go|golang|Go|goroot|libexec|go-?\d[\w.]{0,20}|x64|arm64|toolchain@v[\w.-]{1,60})[/\\]src[/\\]/
const FROM_SOURCES =
  /(?:^|\s)((?:[A-Za-z]:)?[^\s:]{0,300}?[/\\]src[/\\][a-z][\w/\\]{1,200}\.go):\d{1,7}:\d{1,6}: package ([a-z][\w/]{1,80}) is not in (?:GOROOT|std)/
const INTERNAL = /(?:^|\s)(?:package |imports )?([a-z][\w/]{1,100}): use of internal package ([a-z][\w/]{1,100}) not allowed/
const CYCLE = /(?:^|\s)import cycle not allowed$/
const CYCLE_LINK = /^\s+imports ([\w./~-]{1,200})(?:$| from)/

function rootOf(path: string): string {
  const clean = cleanPath(path)
  const at = clean.indexOf('/src/')
  return at === -1 ? clean : clean.slice(0, at)
}

/** Whether the last links of the chain below are all Go's own: a project cannot make such a circle. */
function isStandardCycle(match: Match): boolean {
  const links = match.near.map((line) => CYCLE_LINK.exec(line.text)?.[1]).filter((path) => path !== undefined)
  const last = links.at(-1)
  return (
    last !== undefined &&
    links.length > 1 &&
    isStandard(last) &&
    !last.includes('.') &&
    links.slice(-2).every((path) => isStandard(path) && !path.includes('.'))
  )
}

function sight(detail: string, confidence: 'certain' | 'likely' = 'certain'): Sighting {
  return { culprit: { key: 'GOROOT', tool: 'go' }, details: [detail], confidence }
}

function read(match: Match): Sighting | null {
  const { text } = match.line
  // With no room left for the build cache go says the same of a package that is there.
  const needed = FROM_SOURCES.exec(text)
  if (needed !== null && INSTALLED.test(needed[1] ?? ''))
    return sight(`${cleanPath(needed[1] ?? '')} needs the package ${needed[2] ?? ''}, which is not there`, 'likely')
  const absent = NOT_STANDARD.exec(text)
  if (absent !== null)
    return ALWAYS.has(absent[1] ?? '') ? sight(`${rootOf(absent[2] ?? '')} has no package ${absent[1] ?? ''}`, 'likely') : null
  if (NOT_FOUND.test(text)) {
    const looked = match.after.slice(0, 4).find((line) => FROM_GOROOT.test(line.text))
    const path = match.part(1)
    if (looked === undefined || !ALWAYS.has(path)) return null
    return { ...sight(`${rootOf(FROM_GOROOT.exec(looked.text)?.[1] ?? '')} has no package ${path}`), evidence: [looked] }
  }
  const versions = TOOL_VERSION.exec(text) ?? OBJECT_VERSION.exec(text)
  if (versions !== null) return sight(`the compiler or what it made is of ${versions[1] ?? ''} and the go command of ${versions[2] ?? ''}`)
  const missing = NO_GOROOT.exec(text)
  if (missing !== null) return sight(`there is no folder ${missing[1]?.trim() ?? ''}`)
  const tool = NO_TOOL.exec(text)
  if (tool !== null) return sight(`the tool ${tool[1] ?? ''} is not there`)
  const gone = TOOL_GONE.exec(text)
  if (gone !== null) return sight(`${cleanPath(gone[1] ?? '')} is not there`)
  if (OLD_TOOL.test(text)) return sight('a tool is of another release than the go command')
  const inside = IN_SOURCES.exec(text)
  if (inside !== null) {
    const [, file = '', top = '', message = ''] = inside
    const isOwn = match.line.package !== null && isStandard(match.line.package) && !match.line.package.includes('.')
    if (!isStandard(top) || (!isOwn && !INSTALLED.test(file)) || /[/\\]cgo[/\\]/.test(file)) return null
    return sight(`${cleanPath(file)} does not compile: ${message}`, isOwn ? 'certain' : 'likely')
  }
  const internal = INTERNAL.exec(text)
  if (internal !== null) {
    // Of two paths without a host only those of Go have a first element that it knows.
    const isGo = [internal[1], internal[2]].every((path) => path !== undefined && isStandard(path))
    return isGo ? sight(`${internal[1] ?? ''} of one release meets another one`) : null
  }
  return CYCLE.test(text) && isStandardCycle(match)
    ? sight('packages of the standard library import one another in a circle', 'likely')
    : null
}

/** The files of Go do not belong together. */
export const brokenGoroot: IncidentRule = {
  id: 'toolchain/broken-goroot',
  summary: 'The installation of Go is broken',
  confidence: 'certain',
  wordings: [
    { anchor: ' is not in ', when: [NOT_STANDARD] },
    { anchor: 'cannot find package "', when: [NOT_FOUND] },
    { anchor: 'cannot find GOROOT directory', when: [NO_GOROOT] },
    { anchor: 'does not match go tool version', when: [TOOL_VERSION] },
    { anchor: 'object is [', when: [OBJECT_VERSION] },
    { anchor: 'no such tool "', when: [NO_TOOL] },
    { anchor: 'tool', when: [TOOL_GONE] },
    { anchor: 'flag provided but not defined', when: [OLD_TOOL, TOOL_FAILED], reach: 3 },
    { anchor: '/src/', when: [IN_SOURCES] },
    { anchor: '\\src\\', when: [IN_SOURCES] },
    { anchor: 'use of internal package', when: [INTERNAL] },
    { anchor: 'import cycle not allowed', when: [CYCLE, CYCLE_LINK], reach: 10 },
  ],
  absorbs: /./,
  read,
  explain({ details, confidence }) {
    return {
      cause:
        `The Go that runs here does not fit together: ${details.slice(0, 3).join('; ')}. Nothing of it is the fault of the project. ` +
        'Mostly a newer archive was unpacked over an older installation, GOROOT names another one than the go on PATH, or the files were cut short.' +
        (confidence === 'likely'
          ? ' Where a package is said to be missing that is there, look at the disk of GOCACHE first (`df -h`): a full one ends in the same words.'
          : ''),
      fix: [
        {
          command: 'unset GOROOT GOTOOLDIR; go version && go build ./...',
          why: 'Where GOROOT leads go astray: go finds its own folder by itself, so take the variable out of the job too.',
        },
        {
          edit: 'Remove the folder of Go as a whole (`go env GOROOT` names it) and install it anew from https://go.dev/dl; never unpack one archive over another.',
          why: 'Files of the older release stay among those of the newer one otherwise.',
        },
      ],
    }
  },
  doc:
    'Errors inside of the standard library look like errors of code, and no change to the project mends them. ' +
    'Cleaning the build cache (`go clean -cache`) helps only where the cache holds objects of another installation. See https://go.dev/doc/install.',
}
