import type { Fix } from '../../report/index.js'
import type { Explanation, IncidentRule, Match, Sighting } from '../incident.js'
import { MODULE, cleanPath, placeOf } from '../words.js'

const DIRECTORY = String.raw`(\S[^\n]{0,300}?)`
/** A path that a shell takes as it stands. */
const PLAIN = /^[A-Za-z0-9_./~@+-]{1,300}$/

const NOT_LISTED = new RegExp(
  String.raw`(?:^|\s)(?:directory ${DIRECTORY}|current directory) is contained in a module that is not one of the workspace modules`,
)
const NOT_IN_EDITOR = /(?:^|\s)This file is within module "([^"\n]{1,300})", which is not included in your workspace/
const OUTSIDE = new RegExp(
  String.raw`(?:^|[\s:\x60'"])directory (?:prefix )?${DIRECTORY} (?:does not contain|outside) modules listed in go\.work or their selected`,
)
const CANNOT_LOAD =
  /(?:^|\s)cannot load module (?:(\S[^\n]{0,300}?) )?listed in go\.work file:? {0,2}(?:open ([^\n]{1,400}?)[/\\]go\.mod: )?([^\n]{0,300})/
const TOO_LOW =
  /(?:^|\s)module (\S[^\n]{0,300}?) listed in go\.work file requires go >= ([\w.]{1,30}), but go\.work (?:lists|implicitly requires) go ([\w.]{1,30})/
const FLAG =
  /(?:^|\s)-(mod may only be set to readonly[^\n]{0,20} when in workspace mode, but it is set to "?(\w{0,20})|modfile cannot be used in workspace mode)/
const NO_MODULES = /(?:^|[\s:])no modules were found in the current workspace/
const TWICE = /(?:^|[\s:])(module|path) (\S[^\n]{0,300}?) appears multiple times in workspace/
const CONFLICT = new RegExp(String.raw`(?:^|\s)conflicting replacements for (${MODULE}(?:@v[\w.\-+]{1,100})?):`)
const REPLACED = new RegExp(String.raw`(?:^|\s)workspace module (${MODULE})(?:@\S{0,60})? is replaced at all versions in the go\.work file`)
const CANNOT_VENDOR = /'go mod vendor' cannot be run in workspace mode/
const NO_WORK = /(?:^|\s)(?:no go\.work file found|(?:go: )?reading go\.work: open (\S[^\n]{0,300}?): no such file)/
const BAD_GOWORK = /(?:^|\s)(?:invalid GOWORK: not an absolute path|the path provided to GOWORK must be an absolute path)/
/** `go.work:3: unknown directive: usee`; groups: file, line, message. */
const UNREADABLE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']{0,300}\bgo\.work):(\d{1,7})(?::\d{1,6})?: (?!path )(\S[^\n]{0,300})/
/** What an older Go says of words that a newer one knows is for another rule. */
const NEWER = /^(?:unknown (?:directive|block type): (?:toolchain|godebug|tool|ignore)\b|invalid (?:go version|toolchain))/

/** What is wrong; the mark keeps it apart from every path among the details. */
type Kind =
  | '#unlisted'
  | '#outside'
  | '#gone'
  | '#low'
  | '#flag'
  | '#empty'
  | '#twice'
  | '#conflict'
  | '#vendor'
  | '#absent'
  | '#unreadable'

function sight(kind: Kind, culprit: Sighting['culprit'], details: readonly string[] = []): Sighting {
  return { culprit, details: [kind, ...details] }
}

function read(match: Match): Sighting | null {
  const { text } = match.line
  if (NOT_LISTED.test(text) || NOT_IN_EDITOR.test(text)) {
    const directory = cleanPath(match.part(1) === '' ? '.' : match.part(1))
    const use = match.after.slice(0, 3).find((line) => /(?:^|\s)go work use \S/.test(line.text))
    return { ...sight('#unlisted', { file: directory }, [directory]), ...(use === undefined ? {} : { evidence: [use] }) }
  }
  if (OUTSIDE.test(text)) return sight('#outside', { file: cleanPath(match.part(1)) }, [cleanPath(match.part(1))])
  if (CANNOT_LOAD.test(text)) {
    const directory = cleanPath(match.part(1) === '' ? match.part(2) : match.part(1))
    const reason = match.part(3)
    if (/no such file|cannot find the (?:file|path)/.test(reason))
      return sight('#gone', { file: directory === '' ? 'go.work' : directory }, [directory])
    return sight('#unreadable', { file: directory === '' ? 'go.work' : directory }, [reason])
  }
  if (TOO_LOW.test(text)) return sight('#low', { file: 'go.work' }, [match.part(2), match.part(3)])
  if (FLAG.test(text))
    return sight('#flag', { key: 'GOFLAGS' }, [match.part(1).startsWith('modfile') ? '-modfile' : `-mod=${match.part(2)}`])
  if (NO_MODULES.test(text)) return sight('#empty', { file: 'go.work' })
  if (TWICE.test(text)) {
    const what = match.part(2)
    return sight('#twice', match.part(1) === 'module' ? { module: what } : { file: cleanPath(what) }, [what])
  }
  if (CONFLICT.test(text) || REPLACED.test(text)) return sight('#conflict', { module: match.part(1) }, [match.part(1)])
  if (CANNOT_VENDOR.test(text)) return sight('#vendor', { file: 'go.work' })
  if (NO_WORK.test(text) || BAD_GOWORK.test(text))
    return sight('#absent', match.part(1) === '' ? { key: 'GOWORK' } : { key: 'GOWORK', file: cleanPath(match.part(1)) })
  const file = cleanPath(match.part(1))
  if (NEWER.test(match.part(3))) return null
  return { culprit: { file }, location: placeOf(file, match.part(2)), details: ['#unreadable', match.part(3)] }
}

/** `go work use dir`, when the directory can stand in a command. */
function listing(directory: string, why: string, flag = ''): readonly Fix[] {
  return PLAIN.test(directory) && !directory.startsWith('-')
    ? [{ command: `go work use ${flag}${directory}`, why }]
    : [{ edit: `Add ${directory} to the \`use\` lines of go.work.`, why }]
}

/** Takes a folder that is gone out of go.work, where it stands as go prints it, but for a leading `./`. */
function dropping(directory: string): readonly Fix[] {
  if (directory === '' || !PLAIN.test(directory) || directory.startsWith('/')) return []
  const written = directory.startsWith('.') ? directory : `./${directory}`
  return [
    {
      command: `go work edit -dropuse=${written}`,
      why: 'When the module is gone for good: takes its line out of go.work. Run it beside that file.',
    },
  ]
}

const alone: Fix = {
  command: 'GOWORK=off go build ./...',
  why: 'Builds the module of this folder for itself, as others build it who do not have the workspace.',
}
const commit: Fix = {
  edit: 'Take go.work out of the commit (.gitignore) when it is meant for one machine only.',
  why: 'A workspace mostly describes what one person has checked out.',
}

function explainKind(kind: string, first: string, second: string): Explanation {
  switch (kind) {
    case '#unlisted':
      return {
        cause: `The module in ${first === '.' ? 'this folder' : first} is not one of those that go.work lists, and while a workspace is in effect go builds no other.`,
        fix: [...listing(first, 'Lists the module in go.work.'), alone],
      }
    case '#outside':
      return {
        cause: `${first === '.' ? 'This folder' : first} is in none of the modules that go.work lists, so the pattern of the command fits no package.`,
        fix: [
          { command: "go build $(go list -f '{{.Dir}}/...' -m)", why: 'Builds every package of every module that go.work lists.' },
          ...listing(first, 'Lists the modules in and below this folder too.', '-r '),
          alone,
        ],
      }
    case '#gone':
      return {
        cause: `go.work lists ${first === '' ? 'a module' : `the module in ${first}`}, which is not here: not checked out, not copied into the image, or moved. go builds nothing until the list is right.`,
        fix: [
          {
            edit: `Bring ${first === '' ? 'the folder' : first} here, with its go.mod: submodules, sparse checkout and the COPY lines of a Dockerfile are where to look.`,
            why: 'When the build needs the module.',
          },
          ...dropping(first),
          alone,
          commit,
        ],
      }
    case '#low':
      return {
        cause: `A module that go.work lists asks for Go ${first}, go.work itself for ${second}: the workspace may not ask for less than its modules. Nothing is built.`,
        fix: [{ command: 'go work use', why: `Raises the go line of go.work to ${first}.` }, alone],
      }
    case '#flag':
      return {
        cause: `${first} is set, on the command line or in GOFLAGS, and a workspace is in effect: there go may not change go.mod files by the way. Nothing is built.`,
        fix: [
          {
            edit: `Take the ${first.split('=', 1)[0] ?? ''} flag out of the command or out of GOFLAGS (\`go env GOFLAGS\`).`,
            why: 'The default is right in a workspace.',
          },
          alone,
        ],
      }
    case '#empty':
      return {
        cause: 'go.work is in effect and lists no module, so there is nothing to build.',
        fix: [{ command: 'go work use -r .', why: 'Lists the modules in and below this folder.' }, alone],
      }
    case '#twice':
      return {
        cause: `Two \`use\` lines of go.work lead to ${first}: the same folder twice, or two folders whose go.mod files have the same module path.`,
        fix: [
          { edit: `Leave one \`use\` line of go.work for ${first}.`, why: 'Which of two copies is meant, a person has to decide.' },
          alone,
        ],
      }
    case '#conflict':
      return {
        cause: `The modules of the workspace replace ${first} by different things, or go.work replaces one of its own modules: go cannot decide which one is built.`,
        fix: [
          {
            edit: `Write one \`replace\` for ${first} into go.work, or make those of the modules the same.`,
            why: 'Which replacement is right, a person has to decide; one in go.work is stronger than those of the modules.',
          },
          alone,
        ],
      }
    case '#vendor':
      return {
        cause: 'A workspace is in effect: its modules share one vendor folder beside go.work, and `go mod vendor` would write another.',
        fix: [
          { command: 'go work vendor', why: 'Vendors the whole workspace.' },
          { command: 'GOWORK=off go mod vendor', why: 'Vendors the module of this folder for itself.' },
        ],
      }
    case '#absent':
      return {
        cause:
          'The command needs a go.work file and finds none: neither here nor in a parent folder, or GOWORK names a file that is not there.',
        fix: [
          { command: 'go env GOWORK', why: 'Shows which file is in effect; GOWORK must be `off`, or the full path of a file that exists.' },
          alone,
        ],
      }
    default:
      return {
        cause: `go.work, or the go.mod of a module that it lists, cannot be read: ${first}. Nothing is built in this workspace.`,
        fix: [
          {
            edit: 'Correct that line; markers of a merge mean that a conflict was left unresolved.',
            why: 'A person has to decide which side is right.',
          },
          alone,
        ],
      }
  }
}

/** The workspace and what is built do not fit together. */
export const workspaceMismatch: IncidentRule = {
  id: 'modules/workspace-mismatch',
  summary: 'go.work does not fit what is built',
  confidence: 'certain',
  wordings: [
    { anchor: 'is contained in a module that is not one of the workspace modules', when: [NOT_LISTED] },
    { anchor: 'which is not included in your workspace', when: [NOT_IN_EDITOR] },
    { anchor: 'modules listed in go.work or their', when: [OUTSIDE] },
    { anchor: 'listed in go.work file requires go >=', when: [TOO_LOW] },
    { anchor: 'listed in go.work file', when: [CANNOT_LOAD] },
    { anchor: 'in workspace mode', when: [FLAG] },
    { anchor: 'no modules were found in the current workspace', when: [NO_MODULES] },
    { anchor: 'multiple times in workspace', when: [TWICE] },
    { anchor: 'conflicting replacements for ', when: [CONFLICT] },
    { anchor: 'in the go.work file', when: [REPLACED] },
    { anchor: 'cannot be run in workspace mode', when: [CANNOT_VENDOR] },
    { anchor: 'no go.work file found', when: [NO_WORK] },
    { anchor: 'reading go.work: open ', when: [NO_WORK] },
    { anchor: ' GOWORK', when: [BAD_GOWORK] },
    { anchor: 'go.work:', when: [UNREADABLE, /errors? (?:parsing|loading) go\.work:|reading go\.work:/], reach: 5 },
  ],
  read,
  explain({ details }) {
    const [kind = '', first = '', second = ''] = details
    return explainKind(kind, first, second)
  },
  doc:
    'A go.work file in this or a parent folder turns workspace mode on for every go command below it. Its `use` lines must lead to modules that are there, its go line may not be lower than theirs, and only these modules are built. ' +
    'Deleting the module’s own go.mod, or -mod=mod, is no way out. See https://go.dev/ref/mod#workspaces.',
}
