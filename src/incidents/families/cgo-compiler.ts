import type { IncidentFacts, IncidentRule, Match, Sighting, Wording } from '../incident.js'
import { compilerFixes, crossCompilerFixes, withoutCgo } from '../c-compilers.js'
import { isLibcHeader } from '../c-libraries.js'
import { forTarget, isCross, targetName, targetSubject, targetVariables } from '../words.js'

const NEEDS_CGO = /(?:^|[\s:])-(race|msan|asan) requires cgo/

const raceNeedsCgo: IncidentRule = {
  id: 'cgo/race-needs-cgo',
  summary: 'The race detector needs cgo',
  confidence: 'certain',
  wordings: [{ anchor: ' requires cgo', when: [NEEDS_CGO] }],
  read: (match, facts) => ({
    culprit: { key: 'CGO_ENABLED', ...targetSubject(facts) },
    details: [`-${match.part(1)}`],
  }),
  explain({ details }, facts) {
    const flag = details[0] ?? '-race'
    const cross = isCross(facts) === true
    const because =
      isCross(facts) === null
        ? 'there is no C compiler on PATH or the build is for another platform'
        : cross
          ? 'the build is for another platform'
          : 'there is no C compiler on PATH'
    const setting = `CGO_ENABLED=1 ${targetVariables(facts)}go test ${flag} ./...`
    return {
      cause:
        `${flag} links a runtime written in C, so it needs cgo, and cgo is off${forTarget(facts)}: CGO_ENABLED=0 is set, ` +
        `or go turned it off by itself because ${because}. Nothing was built.`,
      fix: [
        ...(cross ? crossCompilerFixes(facts) : [{ command: setting, why: 'With a C compiler on PATH that is all it needs.' }]),
        ...(cross ? [] : compilerFixes(facts).filter(({ command }) => command?.startsWith('CGO_ENABLED=') !== true)),
        { edit: `Run the tests with ${flag} only in jobs with cgo.`, why: 'The other jobs then test what they build.' },
      ],
    }
  },
  doc: 'The race, memory and address sanitizers are C libraries. Without a C compiler go turns cgo off by itself, which is why the same command works on one machine and not on the next.',
}

const LOOKED_UP =
  /exec: "([^"\s]{1,200})": (?:executable file not found in (?:\$|%)PATH|(?:stat |fork\/exec |CreateFile |GetFileAttributesEx )(?:[A-Za-z]:)?[^:]{1,300}: (?:no such file|The system cannot find the )|no such file or directory|file does not exist)/
const COMPILER =
  /(?:^|[-/\\])(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|clang-cl|gccgo|gfortran|zig|icc|tcc|musl-gcc|xcrun|ccache|sccache)(?:-?\d[\d.]*)?(?:\.exe)?$/
const NAMED_COMPILER = /C compiler \[?"([^"\s]{1,200})"/
/** `import/path: exec: "name"`: go looked for a C++ or Fortran compiler of that package. */
const FOR_PACKAGE = /^([a-z0-9][\w-]*(?:\.[\w-]+)+(?:\/[\w.~+-]+)*): (?:\S{1,100}: )?exec: "/

function readMissing(match: Match, facts: IncidentFacts): Sighting | null {
  const { text } = match.line
  const tool = (NAMED_COMPILER.exec(text)?.[1] ?? match.part(1)).replaceAll('\\', '/')
  const owner = FOR_PACKAGE.exec(text)?.[1]
  const named = text.includes('C compiler') || COMPILER.test(tool)
  if (/pkg-?conf/.test(tool) || (!named && owner === undefined)) return null
  return {
    culprit: { tool, ...targetSubject(facts) },
    details: [owner ?? match.line.package ?? ''],
    ...(named ? {} : { confidence: 'likely' as const }),
  }
}

const compilerMissing: IncidentRule = {
  id: 'cgo/compiler-missing',
  summary: 'The C compiler is missing',
  confidence: 'certain',
  wordings: [{ anchor: 'exec: "', when: [LOOKED_UP] }],
  absorbs: /./,
  read: readMissing,
  explain({ culprit, details }, facts) {
    const tool = culprit.tool ?? 'gcc'
    const owner = details.find((name) => name !== '' && name !== 'runtime/cgo')
    const language = /(?:g|c|clang)\+\+/.test(tool) ? 'C++' : tool.includes('fortran') ? 'Fortran' : 'C'
    const extra =
      language === 'C++' ? { apt: 'g++', apk: 'g++', dnf: 'gcc-c++' } : { apt: 'gfortran', apk: 'gfortran', dnf: 'gcc-gfortran' }
    return {
      cause:
        `cgo is on${forTarget(facts)}, so ${owner ?? 'the build'} needs the ${language} compiler ${tool}, which is not on PATH. ` +
        'No package that needs C can be built here; on a machine with the compiler the same commit builds.',
      fix:
        language === 'C'
          ? compilerFixes(facts)
          : [
              {
                command: `apt-get update && apt-get install -y ${extra.apt}`,
                why: `Debian and Ubuntu, as root: brings a ${language} compiler`,
              },
              { command: `apk add ${extra.apk}`, why: `Alpine, as root: brings a ${language} compiler` },
              { command: `dnf install -y ${extra.dnf}`, why: `Fedora and its relatives, as root: brings a ${language} compiler` },
              withoutCgo(facts),
            ].filter(({ command }) => facts.distribution === undefined || fits(command ?? '', facts.distribution)),
    }
  },
  doc: 'With CGO_ENABLED=1 go calls the compiler that CC names. Without CGO_ENABLED it turns cgo off in silence when there is no compiler, and drops every file with `import "C"`.',
}

function fits(command: string, distribution: string): boolean {
  if (distribution === 'debian' || distribution === 'ubuntu') return !/^(?:apk|dnf) /.test(command)
  if (distribution === 'alpine') return !/^(?:apt-get|dnf) /.test(command)
  return !/^(?:fedora|rhel|centos|rocky|almalinux)$/.test(distribution) || !/^(?:apt-get|apk) /.test(command)
}

const ASSEMBLY = /(?:^|[\s"'/\\])gcc_(\w{2,12})\.S:\d{1,6}(?::\d{1,6})?: (?:[Ee]rror|fatal error): /
/** Options that go passes for a target: a compiler that does not know them builds for another one. */
const OPTION =
  /(?:unrecognized|unrecognised|unknown|unsupported) (?:command[- ]line )?(?:option|argument)s?:? ?[^-\w]{0,12}(-(?:marm|mthumb|m64|m32|m31|mthreads|arch|maix64|mabi=\w{1,10}))(?![\w-])/
const COMPILER_SAYS = /(?:^|[\s/\\])([\w.+-]{0,60}(?:gcc|clang|cc|zig|cc1)(?:-[\d.]{1,8})?)(?:\.exe)?: (?:fatal )?error: /
/** Headers of a 32-bit C library, absent beside a 64-bit one. */
const MULTILIB = /fatal error: '?(bits\/libc-header-start\.h|bits\/wordsize\.h|gnu\/stubs-32\.h)'?(?:: No such file| file not found)/
/** An error in the C files of Go's own runtime/cgo: they compile wherever the compiler is for the target. */
const RUNTIME_SOURCE =
  /(?:^|[\s"'/\\])((?:gcc_|linux_|libcgo|_cgo_export|cgo)[\w.]{0,40}\.[ch]|cgo-gcc-prolog|cgo\.go):\d{1,6}(?::\d{1,6})?: (?:fatal )?error: ([^\n]{0,300})/
const WRONG_OBJECT =
  /(?:file in wrong format|is incompatible with (?:\w{1,20} output|elf\d\d-)|Relocations in generic ELF|unrecogni[sz]ed emulation mode|unknown target CPU|built for unsupported file format|built for [\w-]{1,30} which is not the architecture being linked|unknown\/unsupported architecture name)/
const RUNNING = /(?:^|[\s:])running ([^\s:]{1,200}) failed/

const PROCESSORS: Readonly<Record<string, string>> = { '-marm': 'arm', '-mthumb': 'arm' }

function readWrong(match: Match, facts: IncidentFacts): Sighting | null {
  const { text, package: owner } = match.line
  const assembly = ASSEMBLY.exec(text)?.[1]
  const option = OPTION.exec(text)?.[1]
  const source = RUNTIME_SOURCE.exec(text)
  // Without the headers of the C library at all it is another rule's.
  if (source !== null && assembly === undefined && !MULTILIB.test(text)) {
    const header = /([\w./-]{1,100}\.h)'?(?:: No such file| file not found)/.exec(source[2] ?? '')?.[1]
    if (owner !== 'runtime/cgo' || (header !== undefined && isLibcHeader(header))) return null
  }
  if (MULTILIB.test(text) && facts.goarch !== undefined && facts.goarch !== '386') return null
  const running = match.near.map((line) => RUNNING.exec(line.text)?.[1]).find((name) => name !== undefined)
  const said = COMPILER_SAYS.exec(text)?.[1]
  const tool = (said === 'cc1' ? undefined : said) ?? running ?? facts.cc ?? 'C compiler'
  const meant = assembly ?? (option === undefined ? undefined : PROCESSORS[option]) ?? (MULTILIB.test(text) ? '386' : undefined)
  return {
    culprit: { tool: tool.replaceAll('\\', '/'), ...targetSubject(facts) },
    details: [...(meant === undefined ? [] : [`for ${meant}`]), ...(option === undefined ? [] : [`option ${option}`])],
  }
}

const compilerWrongTarget: IncidentRule = {
  id: 'cgo/compiler-wrong-target',
  summary: 'The C compiler builds for another platform',
  confidence: 'certain',
  wordings: [
    { anchor: '.S:', when: [ASSEMBLY] },
    { anchor: 'option', when: [OPTION] },
    { anchor: 'argument', when: [OPTION] },
    { anchor: 'fatal error:', when: [MULTILIB], confidence: 'likely' },
    { anchor: 'error: ', when: [RUNTIME_SOURCE], confidence: 'likely' },
    ...['wrong format', 'is incompatible with', 'generic ELF', 'emulation mode', 'target CPU', 'file format', 'architecture'].map(
      (anchor): Wording => ({ anchor, when: [WRONG_OBJECT, RUNNING], confidence: 'likely' }),
    ),
  ],
  absorbs: /./,
  read: readWrong,
  explain({ culprit, details }, facts) {
    const tool = culprit.tool ?? 'gcc'
    const processor = details.find((detail) => detail.startsWith('for '))?.slice(4)
    const option = details.find((detail) => detail.startsWith('option '))?.slice(7)
    // What the output itself shows of the target fills what is not known of it.
    const known: IncidentFacts = {
      ...facts,
      ...(facts.goarch === undefined && processor !== undefined ? { goarch: processor, goos: facts.goos ?? 'linux' } : {}),
    }
    const name = targetName(known)
    const host = facts.hostGoos === undefined || facts.hostGoarch === undefined ? 'this machine' : `${facts.hostGoos}/${facts.hostGoarch}`
    const native = isCross(facts) === false
    return {
      cause:
        `cgo is on${forTarget(known)}, but ${tool} builds for ${native ? 'another platform' : host}: it does not understand ` +
        `${option === undefined ? `the code and the settings${name === '' ? ' of the target' : ` of ${name}`}` : `${option}, which go passes for that target`}. ` +
        'So Go’s own runtime/cgo fails, and with it every package that needs C. The program itself is not at fault.',
      fix: native
        ? [
            {
              command: 'CC=gcc go build ./...',
              why: 'The build is for this machine: CC names a cross compiler that was left over from another target.',
            },
            ...compilerFixes(facts),
          ]
        : [...crossCompilerFixes(known), withoutCgo(known)],
    }
  },
  doc:
    'Someone set CGO_ENABLED=1 for a foreign target without saying which compiler builds for it: go then calls the one of the machine. ' +
    'Only CC and CXX are read; variables such as CC_FOR_TARGET or CC_aarch64_linux_gnu are not.',
}

export const cgoCompilerRules: readonly IncidentRule[] = [raceNeedsCgo, compilerMissing, compilerWrongTarget]
