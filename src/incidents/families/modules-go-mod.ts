import type { Fix } from '../../report/index.js'
import { goPlace } from '../go-errors.js'
import type { Explanation, IncidentFacts, IncidentRule, Match, Sighting } from '../incident.js'
import { MODULE, VERSION, cleanPath, placeOf } from '../words.js'

/** Lines in which what belongs to a line is looked for. */
const NEXT = 3

const UPDATES = /(?:^|[\s:])updates to go\.(mod|sum|work) needed(?:, disabled by -mod=(readonly|vendor))?/
const SUGGESTED = new RegExp(String.raw`(?:^|\s)(go get(?: -[td])? ${MODULE}(?:@(?:latest|${VERSION}))?)\s*$`)
const NO_REQUIRED = new RegExp(String.raw`(?:^|[\s:(])no required module provides package "?(${MODULE})"?(?=$|[;:,)\s])`)
const LOOKUP = new RegExp(
  String.raw`(?:^|[\s:])cannot find module (?:for path|providing package) "?(${MODULE})"?(?:$|: import lookup disabled by -mod=readonly)`,
)
const IMPLICIT = new RegExp(String.raw`(?:^|[\s:])package (${MODULE}) imports (${MODULE}) from implicitly required module`)
const NOT_REQUIRED = new RegExp(String.raw`(?:^|[\s:])module (${MODULE}) provides package (${MODULE}) and is replaced but not required`)
const NEWER = new RegExp(
  String.raw`(?:^|[\s:])package (${MODULE}) provided by (${MODULE}) at latest version (${VERSION}) but not at required version (${VERSION})`,
)
const LACKS = new RegExp(
  String.raw`(?:^|[\s:])module (${MODULE})@([\w.\-+]{1,100}) found(?: \((${VERSION})[^)\n]{0,400}\))?, but does not contain package (${MODULE})`,
)
const SELECTS = /(?:^|\s)but go (1\.\d{1,3}) would (?:select|fail to locate)/
const COMPAT = /(?:^|\s)(go mod tidy(?: -go=[\d.]{1,10})? -compat=[\d.]{1,10})\s*$/
const TIDY_DIFF = /(?:^|\s)diff current\/(\S{0,300}go\.(?:mod|sum)) tidy\//
const GIT_DIFF = /(?:^|\s)diff --git a\/(\S{0,300}go\.(?:mod|sum)) b\//
const SAYS_TIDY = /(?:^|[^\w])(?:go mod tidy|not tidy|untidy|is(?:n't| not) tid(?:y|ied))(?=$|[^\w])/
const REPLACEMENT = new RegExp(String.raw`(?:^|[\s:])(${MODULE})(?:@(${VERSION}))?: replacement directory (\S[^\n]{0,400}?) does not exist`)
const REPLACED_BY = new RegExp(
  String.raw`(?:^|[\s:])(${MODULE})(?:@(${VERSION}))? \(replaced by ((?:\.{0,2}[/\\]|[A-Za-z]:)[^\n)]{0,400})\): reading [^\n]{1,500}(?:no such file|cannot find the )`,
)
const UNKNOWN = new RegExp(
  String.raw`(?:^|[\s:])(${MODULE})@([\w.\-+/]{1,200}): (?:invalid (?:version|pseudo-version)|reading \S{1,300} at revision \S{1,200}): (unknown revision [\w.\-+/]{1,200}|(?:does not match|revision is|preceding tag|version before|tag \(|major version without|missing )[^\n]{1,300})`,
)
/** `go.mod:5: unknown directive: <<<<<<<`; groups: file, line, column, message. */
const UNREADABLE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']{0,300}\bgo\.mod):(\d{1,7})(?::(\d{1,6}))?: (\S[^\n]{0,400})/
const PARSING = /errors? parsing \S{0,400}go\.mod:/
/** What an older Go says of words that a newer one knows is for other rules, and so is what a module proxy answers. */
const NOT_HERE =
  /^(?:unknown (?:directive|block type): (?:toolchain|godebug|tool|ignore)\b|invalid (?:go version|toolchain)|[^\n]*(?:https?|file):\/\/)/

/** A command among the details. */
const PROPOSAL = /^go (?:get|mod) /

/** What is wrong; the mark keeps it apart from every path among the details. */
type Kind = '#updates' | '#missing' | '#compat' | '#diff' | '#replacement' | '#version' | '#unreadable' | '#lacks' | '#older'

function suggestion(match: Match): Pick<Sighting, 'evidence'> & { readonly command: string } {
  const next = match.after.slice(0, NEXT).find((line) => SUGGESTED.test(line.text))
  return next === undefined ? { command: '' } : { command: SUGGESTED.exec(next.text)?.[1] ?? '', evidence: [next] }
}

function aboutPackage(kind: Kind, match: Match, path: string, more: readonly string[] = []): Sighting {
  const place = goPlace(match)
  const { command, ...evidence } = suggestion(match)
  return {
    culprit: { package: path },
    ...(place === null ? {} : { location: place }),
    details: [kind, ...more, ...(command === '' ? [] : [command])],
    ...evidence,
  }
}

function aboutGoMod(kind: Kind, file: string, more: readonly string[] = []): Sighting {
  return { culprit: { file }, location: { file }, details: [kind, ...more] }
}

function read(match: Match): Sighting | null {
  const { text } = match.line
  if (UPDATES.test(text)) {
    const file = `go.${match.part(1)}`
    return aboutGoMod('#updates', file, match.part(2) === '' ? [] : [match.part(2)])
  }
  if (NO_REQUIRED.test(text) || LOOKUP.test(text)) return aboutPackage('#missing', match, match.part(1))
  if (IMPLICIT.test(text)) return aboutPackage('#missing', match, match.part(2))
  if (NOT_REQUIRED.test(text)) return aboutPackage('#missing', match, match.part(2))
  if (NEWER.test(text)) return aboutPackage('#older', match, match.part(1), [match.part(2), match.part(3), match.part(4)])
  if (LACKS.test(text))
    return aboutPackage('#lacks', match, match.part(4), [match.part(1), match.part(3) === '' ? match.part(2) : match.part(3)])
  if (SELECTS.test(text)) {
    const offer = match.after.find((line) => COMPAT.test(line.text))
    const command = COMPAT.exec(offer?.text ?? '')?.[1] ?? ''
    return {
      culprit: { file: 'go.mod' },
      location: { file: 'go.mod' },
      details: ['#compat', match.part(1), ...(command === '' ? [] : [command])],
      ...(offer === undefined ? {} : { evidence: [offer] }),
    }
  }
  if (TIDY_DIFF.test(text) || GIT_DIFF.test(text)) return aboutGoMod('#diff', match.part(1).replace(/sum$/, 'mod'))
  if (REPLACEMENT.test(text) || REPLACED_BY.test(text)) {
    const place = goPlace(match)
    return {
      culprit: { module: match.part(1), file: cleanPath(match.part(3)) },
      ...(place === null ? {} : { location: place }),
      details: ['#replacement', match.part(2)],
    }
  }
  if (UNKNOWN.test(text)) return { culprit: { module: `${match.part(1)}@${match.part(2)}` }, details: ['#version', match.part(3)] }
  if (NOT_HERE.test(match.part(4))) return null
  const file = cleanPath(match.part(1))
  return { culprit: { file }, location: placeOf(file, match.part(2), match.part(3)), details: ['#unreadable', match.part(4)] }
}

const preview: Fix = { command: 'go mod tidy -diff', why: 'Shows what it would change, and changes nothing (Go 1.23 and newer).' }
const tidy: Fix = { command: 'go mod tidy', why: 'Brings go.mod and go.sum in line with the imports; commit both.' }
const tidyVendor: Fix = {
  command: 'go mod tidy && go mod vendor',
  why: 'Brings go.mod and go.sum in line with the imports and vendor/ with them; commit all of it.',
}

/** `go mod tidy -diff` came with Go 1.23. */
function hasDiff({ goVersion = '' }: IncidentFacts): boolean {
  const minor = /^(?:go)?1\.(\d{1,3})/.exec(goVersion)?.[1]
  return minor === undefined || Number(minor) >= 23
}

function proposed(command: string): readonly Fix[] {
  return command === '' ? [] : [{ command, why: 'What go itself proposes: requires the module that provides it.' }]
}

function explainKind(name: string, details: readonly string[], facts: IncidentFacts): Explanation {
  const command = details.find((detail) => PROPOSAL.test(detail)) ?? ''
  const [kind = '', first = '', second = '', third = ''] = details.filter((detail) => !PROPOSAL.test(detail))
  switch (kind) {
    case '#updates':
      return {
        cause:
          `${name} is not what the build needs: a requirement is missing, too low or no longer right, and ${first === '' ? 'a build' : `with -mod=${first} a build`} does not change it. ` +
          'Mostly an edit of go.mod, or a merge, was committed without `go mod tidy`.',
        fix: [first === 'vendor' ? tidyVendor : tidy, ...(hasDiff(facts) ? [preview] : [])],
      }
    case '#missing':
      return {
        cause:
          `The code imports ${name}, and no module of go.mod provides it. Either the change that brought the import was committed without go.mod, ` +
          'or the path is misspelt, or it is a package of this project that is not here (generated code, a folder that was not checked out).',
        fix: [...proposed(command), { ...tidy, why: 'Adds every requirement that is missing; commit go.mod and go.sum.' }],
      }
    case '#older':
      return {
        cause: `go.mod asks for ${first} ${third}, which does not have package ${name} yet; ${second} has it.`,
        fix: [{ command: `go get ${first}@${second} && go mod tidy`, why: 'Raises that module to a version that has the package.' }],
      }
    case '#lacks':
      return {
        cause: `Package ${name} is not in ${first} ${second}: it was moved, removed or never there, or the path is misspelt. Nothing that imports it is built.`,
        fix: [
          {
            edit: `Import what took its place, or require a version of ${first} that still has it.`,
            why: 'A person has to decide; the release notes of the module say where the package went. If a dependency imports it, raise that dependency.',
          },
        ],
      }
    case '#compat':
      return {
        cause: `With the module graph of Go ${first} other versions would be chosen than with the one of the go line of go.mod, so two Go releases would build different programs. \`go mod tidy\` stops there.`,
        fix:
          command === ''
            ? [
                {
                  edit: 'Run the one of the two commands that go prints below the message.',
                  why: 'It depends on whether the older Go must go on building this.',
                },
              ]
            : [{ command, why: `When nobody builds this with Go ${first} any more: keeps what is chosen now.` }],
      }
    case '#diff':
      return {
        cause: `${name} or its go.sum is not tidy: what is committed differs from what \`go mod tidy\` writes, so this check fails.`,
        fix: [{ ...tidy, why: 'Writes what the check expects, with the Go version that go.mod asks for; commit go.mod and go.sum.' }],
      }
    case '#version':
      return {
        cause: `go.mod, or a dependency, asks for ${name}, and its repository has no such version (${first}). The tag or commit was removed or never pushed, or the version is misspelt.`,
        fix: [
          {
            edit: `Ask for a version that exists: \`go get\` the module at a tag, a branch or a commit hash; go writes the right version into go.mod.`,
            why: 'Which version is meant, a person has to decide. If a dependency asks for it, raise that dependency or replace the module.',
          },
        ],
      }
    default: {
      const markers = /<{7}|={7}|>{7}/.test(first)
      return {
        cause:
          `${name} cannot be read: ${first}. ` +
          (markers ? 'These are the markers of a merge that was left unresolved. ' : '') +
          'No go command does anything in this module until that line is right.',
        fix: [
          {
            edit: markers
              ? `Resolve the conflict in ${name}: keep the higher version of each module, and remove the markers.`
              : `Correct that line of ${name}.`,
            why: 'What is meant there, a person has to decide.',
          },
          { ...tidy, why: 'Afterwards: brings go.mod and go.sum in line with the imports.' },
        ],
      }
    }
  }
}

/** go.mod itself has to change before anything is built. */
export const goModNeedsUpdate: IncidentRule = {
  id: 'modules/go-mod-needs-update',
  summary: 'go.mod has to change first',
  confidence: 'certain',
  wordings: [
    { anchor: 'updates to go.', when: [UPDATES] },
    // A misspelt path and a package that is not checked out are said in the same words.
    { anchor: 'no required module provides package', when: [NO_REQUIRED], confidence: 'likely' },
    { anchor: 'cannot find module ', when: [LOOKUP], confidence: 'likely' },
    { anchor: 'from implicitly required module', when: [IMPLICIT] },
    { anchor: 'is replaced but not required', when: [NOT_REQUIRED] },
    { anchor: 'but not at required version', when: [NEWER] },
    { anchor: 'but does not contain package', when: [LACKS], confidence: 'likely' },
    { anchor: ' would select', when: [SELECTS] },
    { anchor: ' would fail to locate', when: [SELECTS] },
    { anchor: 'diff current/', when: [TIDY_DIFF] },
    { anchor: 'diff --git a/', when: [GIT_DIFF, SAYS_TIDY], confidence: 'likely' },
    { anchor: 'replacement directory ', when: [REPLACEMENT], confidence: 'likely' },
    { anchor: '(replaced by ', when: [REPLACED_BY], confidence: 'likely' },
    { anchor: ': invalid ', when: [UNKNOWN], unless: [/https?:\/\//], reach: 0, confidence: 'likely' },
    { anchor: ' at revision ', when: [UNKNOWN], unless: [/https?:\/\//], reach: 0, confidence: 'likely' },
    { anchor: 'go.mod:', when: [UNREADABLE, PARSING], reach: 8, confidence: 'likely' },
  ],
  read,
  explain({ culprit, details }, facts) {
    const [kind, of = ''] = details
    if (kind === '#replacement') {
      const module = culprit.module ?? ''
      const directory = culprit.file ?? ''
      return {
        cause:
          `go.mod replaces ${module} by the folder ${directory}, which is not here. Such a line fits the machine of the person who wrote it; ` +
          'elsewhere the folder is missing, unless the job checks it out or the Dockerfile copies it.',
        fix: [
          {
            command: `go mod edit -dropreplace=${module}${of === '' ? '' : ` -dropreplace=${module}@${of}`} && go mod tidy`,
            why: 'When the line was committed by accident: builds with the released module again.',
          },
          {
            edit: `Check out or copy ${directory} beside this module before the build.`,
            why: 'When the replacement is meant: then it has to be there in every job.',
          },
        ],
      }
    }
    return explainKind(culprit.package ?? culprit.module ?? culprit.file ?? 'go.mod', details, facts)
  },
  doc:
    'go.mod does not say what the build needs: a requirement is missing or too low, a replaced folder or a version does not exist, or the file cannot be read. Builds only read go.mod, so it must be put right and committed. ' +
    '-mod=mod lets each build write its own go.mod: what is built is then no longer what was reviewed. See https://go.dev/ref/mod#go-mod-tidy.',
}
