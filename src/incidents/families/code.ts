import { placeInPackage } from '../c-errors.js'
import { GO_PLACE, goPackage } from '../go-errors.js'
import type { IncidentFacts, IncidentRule, Match, Sighting } from '../incident.js'
import { isStandard } from '../platforms.js'
import { MODULE, cleanPath, isCross, placeOf, placePattern } from '../words.js'

/** Messages that nobody but a Go compiler, vet or the loader prints behind a place. */
const MESSAGE =
  /\.go:\d{1,7}(?::\d{1,6})?: (?:undefined: |undeclared name|declared and not used|\S{1,100} declared (?:and|but) not used|"[^"]{1,200}" imported (?:and|but|as)|imported and not used|cannot (?:use|assign|infer|convert|call|range|define|refer|take|embed|find package "\.)|syntax error|expected |missing return|not enough |too many |assignment mismatch|invalid (?:operation|argument|recursive|receiver|character|import path)|non-\w{1,20} |unknown field|duplicate |multiple-value|\S{1,100} redeclared|method redeclared|\S{1,200} undefined|could not (?:determine|import)|impossible |import cycle not allowed|illegal |label |unreachable code|undefined reference|unused |initialization cycle|missing function body|first argument to append|mixture of |misplaced |break |continue |go:embed|pattern |type \S{1,200} is not|constant \S{1,60} overflows|string literal not terminated|newline in string|unexpected |use of (?:internal|vendored) package |no new variables|error: )/
const ANY_ERROR = /\.go:\d{1,7}(?::\d{1,6})?: (?!\d)(\S[^\n]{0,400})/
const C_PLACE = new RegExp(placePattern('go|c|cc|cpp|cxx|m|h|hh|hpp'))
const C_ERROR = /: (?:fatal )?error: (\S[^\n]{0,400})/
const REMARK = /:\d{1,7}(?::\d{1,6})?: (?:warning|note|remark|previous declaration|other declaration|In function|\d)/
const CYCLE = /import cycle not allowed/
const CYCLE_LINK = new RegExp(String.raw`^\s*(?:package|imports) (${MODULE})`)
const INTERNAL = new RegExp(String.raw`(?:^|\s)(?:package |imports )?(${MODULE}): use of (?:internal|vendored) package`)
/** What go says of C files and `#cgo` lines before any compiler sees them. */
const C_SETUP = new RegExp(
  String.raw`(?:^|\s)(?:package )?(\S{1,300}): (C source files not allowed when not using cgo or SWIG: \S{1,200}|invalid #cgo (?:verb|line): [^\n]{1,200})`,
)
const MIXED = /(?:^|\s)found packages \w{1,60} \([^()]{1,100}\) and \w{1,60} \([^()]{1,100}\) in (\S{1,300})/

/** A file below the Go installation: `/usr/local/go/src/fmt/print.go`. */
function inStandardLibrary(file: string): boolean {
  return (
    /(?:^|\/)(?:go|goroot|libexec|go\d[\d.]*|golang(?:-\d[\d.]*)?)\/src\/([a-z]+)\//.exec(file)?.[1] !== undefined &&
    isStandard(/\/src\/(.+)$/.exec(file)?.[1] ?? '')
  )
}

function readError(match: Match, facts: IncidentFacts): Sighting | null {
  const { text, headed } = match.line
  // C compilers write their warnings and hints in the same form.
  if (REMARK.test(text)) return null
  const place = GO_PLACE.exec(text) ?? C_PLACE.exec(text)
  if (place === null) return null
  // A test says where it failed, in the same form but without a column.
  if (!headed && place[3] === undefined && (place[1] ?? '').endsWith('_test.go')) return null
  const printed = placeOf(place[1] ?? '', place[2] ?? '', place[3])
  const owner = goPackage(match, printed)
  // What fails inside Go itself is no fault of the program.
  if (inStandardLibrary(printed.file) || (owner !== null && isStandard(owner) && !printed.file.includes('/'))) return null
  // Tests and programs print places too: without a package's header only what a compiler says counts.
  if (!headed && !MESSAGE.test(text)) return null
  const message = text.slice(place.index + place[0].length).trim()
  const opened = printed.file.endsWith('.go') ? printed : placeInPackage(printed, owner, facts)
  const undefinedName = message.startsWith('undefined: ')
  return {
    culprit: owner === null ? { file: printed.file } : { package: owner },
    ...(opened === null ? {} : { location: opened }),
    details: [message],
    ...(!headed || undefinedName ? { confidence: 'likely' as const } : {}),
  }
}

function readOther(match: Match): Sighting | null {
  const { text } = match.line
  if (CYCLE.test(text)) {
    const links = [...match.near.filter((line) => line.index <= match.line.index).slice(-10), ...match.after.slice(0, 20)].filter((line) =>
      CYCLE_LINK.test(line.text),
    )
    const last = CYCLE_LINK.exec(links.at(-1)?.text ?? '')?.[1]
    // A cycle inside the standard library is a broken installation.
    if (last === undefined || (isStandard(last) && last !== 'main')) return null
    return { culprit: { package: last }, details: ['import cycle not allowed'], evidence: links.slice(0, 8) }
  }
  const path = match.part(1)
  if (C_SETUP.test(text)) return { culprit: path.endsWith('.go') ? { file: cleanPath(path) } : { package: path }, details: [match.part(2)] }
  return INTERNAL.test(text)
    ? { culprit: { package: path }, details: ['use of an internal package'] }
    : { culprit: { file: path }, details: ['two packages in one folder'] }
}

function read(match: Match, facts: IncidentFacts): Sighting | null {
  const { text } = match.line
  if (!GO_PLACE.test(text) && (CYCLE.test(text) || INTERNAL.test(text) || MIXED.test(text) || C_SETUP.test(text))) return readOther(match)
  const sighting = readError(match, facts)
  if (sighting?.confidence === 'likely' && match.line.headed && facts.cgoEnabled === true && isCross(facts) === false)
    return { ...sighting, confidence: 'certain' }
  return sighting
}

const compileError: IncidentRule = {
  id: 'code/compile-error',
  summary: 'The code does not compile',
  confidence: 'certain',
  wordings: [
    { anchor: '.go:', when: [ANY_ERROR] },
    { anchor: 'error: ', when: [C_ERROR] },
    { anchor: 'import cycle not allowed', when: [CYCLE] },
    { anchor: 'use of ', when: [INTERNAL] },
    { anchor: 'found packages ', when: [MIXED] },
    { anchor: 'C source files not allowed', when: [C_SETUP] },
    { anchor: 'invalid #cgo ', when: [C_SETUP] },
  ],
  read,
  explain({ culprit, location, details, confidence }) {
    const who = culprit.package ?? culprit.file ?? 'A package'
    const left = confidence === 'likely' && details.some((detail) => detail.startsWith('undefined: '))
    const place = location === undefined ? '' : ` (${location.file}${location.line === undefined ? '' : `:${String(location.line)}`})`
    const more = details.length > 1 ? `, and ${String(details.length - 1)} more` : ''
    return {
      cause:
        `${who} does not compile${place}: ${(details[0] ?? '').slice(0, 300)}${more}. This is in the code itself, not in the environment: it fails in every job that builds this target` +
        (left ? ', unless the file that defines the name is left out here only (cgo off, a build tag).' : '.'),
      fix: [],
    }
  },
  doc: 'The program’s own fault: a message of the compiler, of vet or of the loader about the code. It is no incident of the environment, and nothing in the environment makes it go away.',
}

/** go test, and what gotestsum makes of it: `=== FAIL: package Test`. */
const FAIL = /(?:^|\s)(?:--- FAIL: |=== FAIL: (?:[^\s(]{1,200} )?(?=Test|Example|Fuzz|Benchmark))([^\s(]{1,200})/
const FAIL_PACKAGE = new RegExp(String.raw`(?:^|\s)FAIL\s{1,10}(${MODULE})\s{1,10}(?:\d[\d.]{0,12}m?s|\(cached\))`)
const TEST_PLACE = /^\s{1,40}([\w.-]{1,100}_test\.go):(\d{1,7}):/

function testPackage(match: Match): string | undefined {
  const found = match.near.find((line) => line.index >= match.line.index && FAIL_PACKAGE.test(line.text))
  return found === undefined ? undefined : FAIL_PACKAGE.exec(found.text)?.[1]
}

function readTest(match: Match, facts: IncidentFacts): Sighting | null {
  if (!FAIL.test(match.line.text)) {
    // The line of the package: told by its tests where there are any.
    const told = match.near.some((line) => line.index < match.line.index && FAIL.test(line.text))
    return told ? null : { culprit: { package: match.part(1) } }
  }
  const owner = testPackage(match)
  const end = match.after.findIndex((line) => FAIL.test(line.text) || /(?:^|\s)(?:FAIL|PASS|ok)(?:\s|$)/.test(line.text))
  const own = end === -1 ? match.after : match.after.slice(0, end)
  // A test that builds or starts something fails with it: what that printed was told already.
  if (own.some((next) => match.isExplained(next))) return null
  const line = own.find((next) => TEST_PLACE.test(next.text))
  const place = line === undefined ? null : TEST_PLACE.exec(line.text)
  const opened = place === null ? null : placeInPackage(placeOf(place[1] ?? '', place[2] ?? ''), owner ?? null, facts)
  return {
    culprit: { ...(owner === undefined ? {} : { package: owner }), key: match.part(1).split('/', 1)[0] ?? '' },
    ...(opened === null ? {} : { location: opened }),
    details: line === undefined ? [] : [line.text.trim()],
    evidence: line === undefined ? [] : [line],
  }
}

const testFailure: IncidentRule = {
  id: 'code/test-failure',
  summary: 'A test fails',
  confidence: 'certain',
  wordings: [
    { anchor: '--- FAIL: ', when: [FAIL] },
    { anchor: '=== FAIL: ', when: [FAIL] },
    { anchor: 'FAIL', when: [FAIL_PACKAGE] },
  ],
  read: readTest,
  explain({ culprit, details }) {
    const test = culprit.key
    const where = culprit.package === undefined ? '' : ` of ${culprit.package}`
    return {
      cause:
        (test === undefined
          ? `The tests${where} failed without naming one (a panic, an exit, or a time-out)`
          : `${test}${where} failed${details[0] === undefined ? '' : `: ${details[0].slice(0, 300)}`}`) +
        '. The code was built; what it does is not what the test asks for.',
      fix: [],
    }
  },
  doc: 'A test ran and failed. That is no incident of the environment; where it fails in one job only, compare the snapshots of the jobs.',
}

export const codeRules: readonly IncidentRule[] = [compileError, testFailure]
