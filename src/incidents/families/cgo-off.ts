import type { Fix } from '../../report/index.js'
import { compilerFixes, crossCompilerFixes } from '../c-compilers.js'
import { findCgoModule, findCgoModuleNamed } from '../../cgo-modules/index.js'
import { EXCLUDED, UNDEFINED_NAME, goPackage, goPlace, readExcluded } from '../go-errors.js'
import type { DroppedFiles, IncidentFacts, IncidentRule, Match, Sighting } from '../incident.js'
import type { LogLine } from '../log.js'
import { cachedModule } from '../module-cache.js'
import { enumerate, forTarget, isCross, targetVariables } from '../words.js'

/** Packages whose names differ from system to system by themselves: what is missing in them is no matter of cgo. */
export const PLATFORM_PACKAGES: ReadonlySet<string> = new Set(['syscall', 'unix', 'windows', 'plan9'])

function droppedPackage(facts: IncidentFacts, path: string): DroppedFiles | undefined {
  return facts.droppedByCgo?.find((dropped) => dropped.package === path)
}

function readDroppedWhole(match: Match, facts: IncidentFacts): Sighting | null {
  const excluded = readExcluded(match)
  const path = excluded.package
  if (path === null) return null
  const proved = path === 'runtime/cgo' || droppedPackage(facts, path) !== undefined
  if (!proved && (facts.droppedByCgo !== undefined || findCgoModule(path) === null)) return null
  return {
    culprit: { package: path, ...(excluded.module === null ? {} : { module: excluded.module }) },
    ...(excluded.location === null ? {} : { location: excluded.location }),
    details: [],
    confidence: proved && facts.cgoEnabled === false ? 'certain' : 'likely',
  }
}

/** The name by which a program knows a package, when it does not choose another: the last element without its version. */
function nameOf(path: string): string {
  const elements = path.split('/').filter((element) => !/^v\d+$/.test(element))
  return (elements.at(-1) ?? '').replace(/\.v\d+$/, '')
}

function readUndefined(match: Match, facts: IncidentFacts): Sighting | null {
  const [first, second] = [match.part(1), match.part(2)]
  if (PLATFORM_PACKAGES.has(first)) return null
  const location = goPlace(match)
  const here = goPackage(match, location)
  const symbol = second === '' ? first : `${first}.${second}`
  const place = location === null ? {} : { location }
  const sighting = (path: string, confidence: 'certain' | 'likely'): Sighting => ({
    culprit: { package: path },
    ...place,
    details: [symbol],
    confidence,
  })
  if (facts.droppedByCgo !== undefined) {
    const dropped =
      second === ''
        ? here === null
          ? undefined
          : droppedPackage(facts, here)
        : facts.droppedByCgo.find(({ package: path }) => nameOf(path) === first || findCgoModule(path)?.name === first)
    if (dropped === undefined) return null
    const name = second === '' ? first : second
    if (dropped.names !== undefined && !dropped.names.includes(name)) return null
    return sighting(dropped.package, dropped.names !== undefined && facts.cgoEnabled === false ? 'certain' : 'likely')
  }
  if (second === '') return here !== null && findCgoModule(here) !== null ? sighting(here, 'likely') : null
  const module = facts.cgoEnabled === false ? findCgoModuleNamed(first) : null
  return module === null ? null : sighting(module.path, 'likely')
}

function pureFixes(path: string): readonly Fix[] {
  const [pure] = findCgoModule(path)?.alternatives ?? []
  return pure === undefined
    ? []
    : [
        {
          command: `go get ${pure.path}@latest`,
          why: `${pure.path} does it without C, when the imports of ${path} are changed to it. ${pure.limits}`,
        },
      ]
}

const filesDropped: IncidentRule = {
  id: 'cgo/files-dropped',
  summary: 'Files with import "C" are left out, because cgo is off',
  confidence: 'likely',
  wordings: [
    { anchor: 'build constraints exclude all', when: [EXCLUDED], needs: (facts) => facts.cgoEnabled !== true },
    { anchor: ': undefined: ', when: [UNDEFINED_NAME], needs: (facts) => facts.cgoEnabled !== true },
  ],
  absorbs: /: undefined: |too many errors/,
  read: (match, facts) => (match.line.text.includes('build constraints') ? readDroppedWhole(match, facts) : readUndefined(match, facts)),
  explain({ culprit, details }, facts) {
    const path = culprit.package ?? ''
    const files = droppedPackage(facts, path)?.files ?? []
    const named = files.length === 0 ? 'the files with `import "C"`' : enumerate(files)
    const own = findCgoModule(path) === null && culprit.module === undefined
    const standIn = droppedPackage(facts, path)?.standIn
    return {
      cause:
        `cgo is off${forTarget(facts)}, so go leaves out ${named} of ${path}` +
        (details.length === 0 ? ' and nothing of the package remains' : `, and with them ${enumerate(details)}`) +
        '. go turns cgo off by itself for a foreign platform or without a C compiler on PATH; a build with cgo on compiles the same commit.',
      fix: [
        ...(isCross(facts) === true
          ? crossCompilerFixes(facts)
          : [
              {
                command: `CGO_ENABLED=1 ${targetVariables(facts)}go build ./...`,
                why: 'With a C compiler for the target on PATH (or in CC) the files are there again.',
              },
              ...compilerFixes(facts).filter(({ command }) => command?.startsWith('CGO_ENABLED=') !== true),
            ]),
        ...pureFixes(path),
        ...(own && details.length > 0
          ? [
              {
                edit: `Add ${standIn?.name ?? 'a file'} with \`//go:build !cgo\` to ${path} that defines ${standIn === undefined ? enumerate(details) : enumerate(standIn.signatures.map((one) => `\`${one}\``))} without C.`,
                why: `The package then builds on both kinds of target.${standIn === undefined ? '' : ` \`goparity graph\` prints the whole file.`}`,
              },
            ]
          : []),
      ],
    }
  },
  doc:
    'A file with `import "C"` counts only while cgo is on. With cgo off it vanishes without a word; what is printed is an undefined name elsewhere, or a package without files. ' +
    'When no one misses the file, nothing is printed at all and the program is another one.',
}

const STUB = /Binary was compiled with 'CGO_ENABLED=0', (go-sqlite3|[\w./-]{1,80}) requires cgo to work/
const USER = /(?:^|[^\w])user: (\w{1,40}) (?:not implemented on (\w{1,12}\/\w{1,12})|requires cgo)/
const PLUGIN = /(?:^|[\s":])plugin: not implemented/
const SAID =
  /(?:^|[\s"'(:])([a-z0-9][\w.-]{0,60}(?:\/[\w.-]{1,60}){0,6}):? (?:requires cgo to work|(?:was )?(?:built|compiled) without cgo(?: support| enabled)?)/

const FRAME = /^\s{1,10}(\S{1,400}\.go):\d{1,7}(?: \+0x[0-9a-f]{1,16})?$/

/** The module whose code panics: the first frame of the stack behind `goroutine` that lies in the module cache. */
function panickingModule(match: Match): { readonly module: string; readonly line: LogLine } | null {
  if (!/(?:^|\s)panic: /.test(match.line.text)) return null
  const start = match.after.findIndex(({ text }) => /^goroutine \d{1,9} \[/.test(text))
  if (start === -1 || start > 8) return null
  const stack = match.after.slice(start)
  for (const line of stack) {
    const file = FRAME.exec(line.text)?.[1]
    const module = file === undefined ? undefined : cachedModule(file.slice(0, file.lastIndexOf('/')))?.module
    if (module !== undefined) return { module, line }
  }
  return null
}

const disabledAtRuntime: IncidentRule = {
  id: 'cgo/disabled-at-runtime',
  summary: 'The program was built without the cgo that it needs',
  confidence: 'certain',
  wordings: [
    { anchor: 'requires cgo to work', when: [STUB] },
    { anchor: 'user: ', when: [USER] },
    { anchor: 'plugin: not implemented', when: [PLUGIN] },
    { anchor: 'cgo', when: [SAID], confidence: 'likely' },
  ],
  read(match) {
    const { text } = match.line
    const frame = panickingModule(match)
    if (frame !== null) return { culprit: { module: frame.module }, evidence: [frame.line] }
    if (STUB.test(text)) return { culprit: { module: match.part(1) === 'go-sqlite3' ? 'github.com/mattn/go-sqlite3' : match.part(1) } }
    if (USER.test(text)) return { culprit: { package: 'os/user' }, details: [match.part(1)] }
    if (PLUGIN.test(text)) return { culprit: { package: 'plugin' } }
    return { culprit: { module: match.part(1) } }
  },
  explain({ culprit, details }, facts) {
    const path = culprit.module ?? culprit.package ?? ''
    const user = culprit.package === 'os/user'
    return {
      cause:
        `${path} needs cgo, and this program was built without it: the stub in its place compiles and fails only when it is called. ` +
        (user
          ? `user.${details[0] ?? 'Current'} without cgo knows only /etc/passwd, $USER and $HOME${facts.goVersion === undefined ? '' : ` (${facts.goVersion})`}. `
          : '') +
        'The build was green; what it built is another program than the one with cgo.',
      fix: [
        {
          command: `CGO_ENABLED=1 ${targetVariables(facts)}go build ./...`,
          why: 'Builds the real thing; without CGO_ENABLED go turns cgo off by itself when cross-compiling or without a C compiler.',
        },
        ...compilerFixes(facts).filter(({ command }) => command?.startsWith('CGO_ENABLED=') !== true),
        ...pureFixes(path),
        ...(user
          ? [
              {
                edit: 'Set USER and HOME in the environment of the program, or put the user into /etc/passwd.',
                why: 'That is where os/user looks when it has no cgo (Go 1.10 and newer).',
              },
            ]
          : []),
      ],
    }
  },
  doc: 'Some modules keep building without cgo, with stubs that return an error. The difference shows in production only: pin CGO_ENABLED in every job that builds.',
}

export const cgoOffRules: readonly IncidentRule[] = [filesDropped, disabledAtRuntime]
