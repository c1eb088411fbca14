import type { Fix } from '../../report/index.js'
import { goPlace } from '../go-errors.js'
import type { Explanation, IncidentRule, Match, Sighting } from '../incident.js'
import { MODULE, VERSION, cleanPath, enumerate } from '../words.js'

/** Lines in which what belongs to a line is looked for. */
const NEXT = 3
/** Lines in which the list of an ambiguous import stands. */
const MOST = 16

/** Go up to 1.13 broke the line in the middle. */
const AMBIGUOUS = new RegExp(
  String.raw`(?:ambiguous import: |^\s*|[\s"'\x60])found (?:package )?(${MODULE}) in multiple (modules|directories)`,
)
/** Groups: module, version (none for the main module), directory. */
const CANDIDATE = new RegExp(String.raw`(?:^|\s)(${MODULE})(?: (${VERSION}))? \(([^\n]{1,500})\)\s*$`)
const FOLDER = /^\s+((?:[A-Za-z]:)?[/\\.][^\n]{0,500})$/

function readAmbiguous(match: Match): Sighting {
  const place = goPlace(match)
  const path = match.part(1)
  const next = match.after.findIndex(({ text }) => AMBIGUOUS.test(text))
  const details: string[] = []
  // Other output may come between, but only a module that can hold the package belongs to the list.
  const evidence = match.after.slice(0, next === -1 ? MOST : Math.min(next, MOST)).filter(({ text }) => {
    const [, first = '', version] = (match.part(2) === 'modules' ? CANDIDATE : FOLDER).exec(text) ?? []
    if (first === '' || (match.part(2) === 'modules' && !`${path}/`.startsWith(`${first}/`))) return false
    details.push(version === undefined ? cleanPath(first) : `${first}@${version}`)
    return true
  })
  return { culprit: { package: path }, ...(place === null ? {} : { location: place }), details, evidence }
}

const ambiguousImport: IncidentRule = {
  id: 'modules/ambiguous-import',
  summary: 'Two modules have the same package',
  confidence: 'certain',
  wordings: [
    { anchor: 'ambiguous import: found ', when: [AMBIGUOUS] },
    { anchor: ' in multiple modules', when: [AMBIGUOUS, /ambiguous import/], reach: 2 },
  ],
  read: readAmbiguous,
  explain({ culprit, details }) {
    const path = culprit.package ?? ''
    const folders = details.filter((detail) => /^(?:[A-Za-z]:|[/.])/.test(detail))
    const own = details.filter((detail) => !detail.includes('@') && !folders.includes(detail))
    const modules = details.filter((detail) => detail.includes('@')).map((detail) => detail.slice(0, detail.indexOf('@')))
    const byLength = modules.toSorted((a, b) => a.length - b.length)
    const [outer] = byLength
    const inner = byLength.at(-1)
    const raise: Fix[] =
      outer === undefined || own.length > 0
        ? []
        : [
            {
              command: `go get ${outer}@latest && go mod tidy`,
              why: `When the package was moved out of ${outer} into a module of its own, a newer ${outer} has it no longer. Raises that one.`,
            },
          ]
    const drop: Fix[] =
      inner === undefined
        ? []
        : [
            {
              command: `go get ${inner}@none && go mod tidy`,
              why: `Drops ${inner} and whatever needs it: right when ${own[0] ?? outer ?? 'the other'} is the one that is meant.`,
            },
          ]
    return {
      cause:
        `Package ${path} is found in ${details.length === 0 ? 'two places' : enumerate(details)}. go does not choose between them, so nothing that imports it is built. ` +
        (details.length === 0
          ? 'Mostly a package became a module of its own, and an old version of the module it came from is still in the build list.'
          : modules.length > 1
            ? 'Mostly a package became a module of its own, and the build list holds both: the new module, and an old version of the one it came from.'
            : 'The same import path leads to the code of the project itself and to something else.'),
      fix: [
        ...raise,
        ...drop,
        ...(details.length === 0 || folders.length > 0
          ? [
              {
                edit: `Keep one of the copies of ${path}: remove the folder that is not meant, or rename it.`,
                why: 'Which one is meant, a person has to decide.',
              },
            ]
          : [{ command: 'go mod graph', why: 'Shows which modules ask for which version, when neither helps.' }]),
      ],
    }
  },
  doc:
    'An import path may be provided by exactly one module of the build list. Two provide it when a folder of a module became a module of its own, and only one of the two was upgraded. ' +
    'Vendoring or -mod=mod changes nothing; a `replace` to nowhere hides it until the next upgrade. See https://go.dev/ref/mod#resolve-pkg-mod.',
}

const DECLARES = new RegExp(String.raw`(?:^|[\s:])module declares its path as: (${MODULE})`)
const REQUIRED_AS = new RegExp(String.raw`(?:^|\s)but was required as: (${MODULE})`)
const WITH_VERSION = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION})(?:$|: )`)
const PARSING = /parsing \S{0,300}go\.mod:/
/** Go 1.11 and 1.12. */
const UNEXPECTED = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): parsing go\.mod: unexpected module path "(${MODULE})"`)
/** Path and version that do not fit; groups: module and version in go.mod, or of a query. */
const MAJOR = new RegExp(
  String.raw`(?:(?:^|[\s:])require (${MODULE}): version "(${VERSION})" invalid|(?:^|[\s:])(${MODULE})@(${VERSION})(?:: invalid version)?): ` +
    String.raw`(?:module contains a go\.mod file, so m|should be v\d|go\.mod has (?:post|non)-\S{1,40} module path ")`,
)
const CASE = new RegExp(String.raw`case-insensitive import collision: "(${MODULE})" and "(${MODULE})"`)
/** The path that go says fits. */
const FITS = new RegExp(
  String.raw`must match major version \("(${MODULE})"\)|\(or module (${MODULE})\)|go\.mod has post-\S{1,40} module path "(${MODULE})"`,
)
const GO_MOD_LINE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']{0,300}go\.mod):(\d{1,7})/

/** The path under which this version of a module can be required. */
function majorPath(path: string, version: string): string {
  const base = path.replace(/\/v\d+$/, '')
  const major = /^v\d+/.exec(version)?.[0] ?? 'v0'
  return major === 'v0' || major === 'v1' ? base : `${base}/${major}`
}

function readPath(match: Match): Sighting {
  const { text } = match.line
  if (DECLARES.test(text)) {
    const [declared, required] = [match.part(1), match.part(1, 1)]
    const above = match.near.filter(({ index }) => index <= match.line.index && index >= match.line.index - NEXT).toReversed()
    const head = above.find((line) => PARSING.test(line.text))
    const version = head === undefined ? undefined : WITH_VERSION.exec(head.text)?.[2]
    return {
      culprit: { module: version === undefined ? required : `${required}@${version}` },
      details: ['#declares', declared],
      ...(head === undefined ? {} : { evidence: [head] }),
    }
  }
  if (UNEXPECTED.test(text)) return { culprit: { module: `${match.part(1)}@${match.part(2)}` }, details: ['#declares', match.part(3)] }
  if (CASE.test(text)) {
    const place = goPlace(match)
    return { culprit: { package: match.part(1) }, ...(place === null ? {} : { location: place }), details: ['#case', match.part(2)] }
  }
  const [path, version] = match.part(1) === '' ? [match.part(3), match.part(4)] : [match.part(1), match.part(2)]
  const named = FITS.exec(text)
  const right = named?.[1] ?? named?.[2] ?? named?.[3] ?? (text.includes('contains a go.mod file') ? majorPath(path, version) : '')
  const place = GO_MOD_LINE.exec(text)
  return {
    culprit: { module: `${path}@${version}` },
    ...(place === null ? {} : { location: { file: cleanPath(place[1] ?? ''), line: Number(place[2]) } }),
    details: ['#major', right],
  }
}

/** What to do when a module of go.mod calls itself something else. */
function rename(required: string, version: string, declared: string): readonly Fix[] {
  const at = version === '' ? 'latest' : version
  return [
    {
      edit: `Change the imports of ${required} to ${declared}.`,
      why: `When the module has moved: ${declared} is the name under which everybody else gets it.`,
    },
    {
      command: `go mod edit -droprequire=${required} && go get ${declared}@${at} && go mod tidy`,
      why: 'Then: takes it into go.mod under that name.',
    },
    ...(version === ''
      ? []
      : [
          {
            command: `go mod edit -replace=${required}=${declared}@${version} && go mod tidy`,
            why: `When it is a dependency that still asks for ${required}: gives it the module under its present name, until it is changed there.`,
          },
          {
            command: `go mod edit -droprequire=${required} -replace=${declared}=${required}@${version} && go mod tidy`,
            why: `When ${required} is a fork of ${declared} that is meant: import ${declared}, and let the fork take its place.`,
          },
        ]),
  ]
}

/** What to do when a path and a version of another major come together; `right` is the path that go names, if any. */
function explainMajor(path: string, version: string, right: string): Explanation {
  const released = version.replace('+incompatible', '')
  const major = /^v\d+/.exec(version)?.[0] ?? ''
  const fitting = right === '' ? majorPath(path, version) : right
  const cause =
    `${path} and ${version} do not go together: from v2 on the path of a module ends in its major version, and a path without such an ending stands for v0 and v1. ` +
    'go refuses the pair, whether go.mod or a dependency asks for it.'
  if (right === '')
    return {
      cause,
      fix: [
        {
          edit:
            fitting === path
              ? `Ask for another version of ${path}: the go.mod of this one has another module path.`
              : `In go.mod, write \`${fitting} ${released}\` and change the imports to that path, or write a version that fits ${path}.`,
          why: 'Which of the two is meant, a person has to decide.',
        },
      ],
    }
  return {
    cause,
    fix: [
      { edit: `Change the imports of ${path} to ${right}.`, why: 'The path of the major version that is asked for.' },
      {
        command: `go mod edit -droprequire=${path} && go get ${right}@${right.endsWith(`/${major}`) ? released : 'latest'} && go mod tidy`,
        why: 'Then: takes it into go.mod under that path.',
      },
    ],
  }
}

const pathMismatch: IncidentRule = {
  id: 'modules/path-mismatch',
  summary: 'A module is required under a path that is not its own',
  confidence: 'certain',
  wordings: [
    { anchor: 'module declares its path as: ', when: [DECLARES, REQUIRED_AS], reach: NEXT },
    { anchor: 'unexpected module path "', when: [UNEXPECTED] },
    { anchor: 'module contains a go.mod file, so ', when: [MAJOR] },
    { anchor: ' module path "', when: [MAJOR] },
    { anchor: ': should be v', when: [MAJOR] },
    { anchor: 'case-insensitive import collision', when: [CASE] },
  ],
  read: readPath,
  explain({ culprit, details }) {
    const [kind = '', other = ''] = details
    const name = culprit.module ?? culprit.package ?? ''
    const [path = '', version = ''] = name.split('@')
    if (kind === '#case')
      return {
        cause: `${path} and ${other} are the same path but for upper and lower case, and both are imported. go builds neither: file systems that do not tell the two apart would mix them.`,
        fix: [
          {
            edit: `Write ${enumerate([path, other])} in one way in all imports: as the module's own go.mod line says.`,
            why: 'Which one is right, the module itself says.',
          },
          { command: 'go mod tidy', why: 'Then: drops the other one from go.mod.' },
        ],
      }
    if (kind === '#major') return explainMajor(path, version, other)
    const onlyCase = path.toLowerCase() === other.toLowerCase()
    return {
      cause:
        `go.mod, or a dependency, asks for ${name}, but the module there calls itself ${other}` +
        (onlyCase
          ? ': the two differ in upper and lower case only'
          : '; it was renamed, or it is a fork that kept the name of its origin') +
        '. Code in it imports its own packages by the declared path, so go does not take it under another one.',
      fix: rename(path, version, other),
    }
  },
  doc:
    'The module line of a go.mod file says under which path a module is to be imported; asking for it under another path fails. Known from renamed repositories, from forks and from major versions without /v2. ' +
    'A deleted go.sum or another GOPROXY does not change what the module calls itself. See https://go.dev/ref/mod#major-version-suffixes.',
}

export const modulePathRules: readonly IncidentRule[] = [ambiguousImport, pathMismatch]
