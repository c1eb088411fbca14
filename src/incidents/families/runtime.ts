import type { Fix } from '../../report/index.js'
import type { IncidentFacts, IncidentRule, Match, Sighting } from '../incident.js'
import type { LogLine } from '../log.js'
import { cleanPath, enumerate, targetVariables } from '../words.js'
import { FAIL_PACKAGE, FILE, NEXT } from './runtime-architecture.js'

const QUOTE = '[`\'‘"“]'
const VERSION_WANTED = new RegExp(
  String.raw`(?:^|[\s'\"(])(?:${FILE}: )?${FILE}: version ${QUOTE}?((?:GLIBC|GLIBCXX|CXXABI|GCC)_[\d.]{1,20})['’"”]? not found`,
)
const REQUIRED_BY = new RegExp(String.raw`\(?required by ${FILE}\)?`)
const SYMBOL_VERSION = new RegExp(
  String.raw`(?:^|[\s'\"(])${FILE}: (?:undefined symbol: |symbol )(\w{1,100}),? version (GLIBC_[\d.]{1,20})(?:$| not defined)`,
)

const OTHER_PROGRAM =
  /\/(?:node\d*|npm|npx|yarn|bun|deno|python[\d.]*|ruby|perl|java|php|cargo|rustc|cmake|git|bash|sh|curl|tar|docker|dockerd|containerd|go|gofmt|compile|link|asm|cgo|\d[acgl])$/

/** A line that says who needs the version: wrapped, it is the next one. */
function userOf(line: LogLine, next: LogLine | undefined): LogLine | undefined {
  return [line, next].find((one) => one !== undefined && REQUIRED_BY.test(one.text))
}

function numbers(version: string): readonly number[] {
  return version.replace(/^\w+_/, '').split('.').map(Number)
}

/** Of versions such as `GLIBC_2.34` the highest; those of the C library before those of the C++ library. */
function highest(all: readonly string[]): string {
  const libc = all.filter((version) => version.startsWith('GLIBC_'))
  const versions = libc.length === 0 ? all : libc
  return (
    versions
      .toSorted((a, b) => {
        const [x, y] = [numbers(a), numbers(b)]
        return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? 0) - (y[2] ?? 0)
      })
      .at(-1) ?? ''
  )
}

const ZIG: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm64: 'aarch64',
  '386': 'x86',
  riscv64: 'riscv64',
  s390x: 's390x',
  ppc64le: 'powerpc64le',
}

function pure(facts: IncidentFacts): Fix {
  return {
    command: `CGO_ENABLED=0 ${targetVariables(facts)}go build ./...`,
    why: 'Where nothing needs cgo: the program then asks for no C library at all and runs on any Linux.',
  }
}

const glibcTooOld: IncidentRule = {
  id: 'runtime/glibc-too-old',
  summary: 'The program needs a newer C library than this system has',
  confidence: 'certain',
  wordings: [
    { anchor: 'GLIBC', when: [VERSION_WANTED] },
    { anchor: 'CXXABI_', when: [VERSION_WANTED] },
    { anchor: 'GCC_', when: [VERSION_WANTED] },
    { anchor: 'version GLIBC_', when: [SYMBOL_VERSION] },
  ],
  read(match) {
    const isLookup = !VERSION_WANTED.test(match.line.text)
    const user = isLookup ? undefined : userOf(match.line, match.after[0])
    const file = isLookup
      ? match.part(1)
      : (REQUIRED_BY.exec(user?.text ?? '')?.[1] ?? (match.part(1) === '' ? match.part(2) : match.part(1)))
    // The loader names each version that is missing: the highest says how new the system must be.
    const wanted = isLookup
      ? [match.part(3)]
      : match.near.flatMap((line, at) => {
          const version = VERSION_WANTED.exec(line.text)?.[3]
          const other = REQUIRED_BY.exec(userOf(line, match.near[at + 1])?.text ?? '')?.[1]
          return version === undefined || (other !== undefined && other !== file) ? [] : [version]
        })
    const failed = match.after.slice(0, NEXT).filter((line) => FAIL_PACKAGE.test(line.text))
    return {
      culprit: { file: cleanPath(file), library: highest(wanted) },
      details: [...wanted, `!${isLookup ? 'libc.so.6' : (match.part(2).split('/').at(-1) ?? '')}`],
      evidence: [...(user === undefined ? [] : [user]), ...failed],
    }
  },
  explain({ culprit, details }, facts) {
    const versions = details.filter((detail) => !detail.startsWith('!'))
    const needed = highest(versions)
    const library = enumerate(details.filter((detail) => detail.startsWith('!')).map((detail) => detail.slice(1)))
    const isC = needed.startsWith('GLIBC_')
    const file = culprit.file ?? 'The program'
    // What the job itself runs with, such as the node of an action, nobody here builds.
    const own = !OTHER_PROGRAM.test(`/${file}`) && !/^\/(?:usr\/)?lib(?:64)?\//.test(file)
    const arch = ZIG[facts.goarch ?? facts.hostGoarch ?? 'amd64']
    return {
      cause:
        `${file} was linked on a system with a newer ${isC ? 'glibc' : 'C++ library'}: it needs ${enumerate(versions)}, and ${library} here has no such version. ` +
        'The loader stops before main: nothing of the program ran.',
      fix: [
        ...(own && isC ? [pure(facts)] : []),
        ...(own && isC && arch !== undefined
          ? [
              {
                command: `CGO_ENABLED=1 CC="zig cc -target ${arch}-linux-gnu.2.17" CXX="zig c++ -target ${arch}-linux-gnu.2.17" ${targetVariables(facts)}go build ./...`,
                why: 'With cgo: zig links against the symbols of glibc 2.17 (2012), whatever this machine has.',
              },
            ]
          : []),
        {
          edit: own
            ? 'Or build on the oldest system on which it must run (`runs-on:`, the FROM line of the build stage), or run it on one as new as that on which it was built.'
            : `Use a release of ${file} that is made for this system, or a newer base image.`,
          why: 'glibc runs what was linked against an older one, never the other way round.',
        },
      ],
    }
  },
  doc:
    'A program that is linked against glibc needs at least the versions of its symbols. Copying a newer libc.so.6 to the target breaks the system there. ' +
    'A build with cgo takes what the build machine has; a build with CGO_ENABLED=0 is static. See https://pkg.go.dev/cmd/cgo.',
}

const MUSL_LIBRARY = new RegExp(String.raw`Error loading shared library ${FILE}: (?:No such file|[^\n]{1,100})`)
const NEEDED_BY = new RegExp(String.raw`\(needed by ${FILE}\)`)
const GLIBC_FILE = /^(?:ld-linux[\w.-]*|lib(?:c|m|dl|rt|pthread|resolv|util|nsl|crypt|anl|mvec|c_malloc_debug)\.so\.\d)$/
const MUSL_SYMBOL = new RegExp(String.raw`Error relocating ${FILE}: (\w{1,200}): symbol not found`)
/** Names that only glibc has. */
const GLIBC_SYMBOL =
  /^(?:__\w+_chk|__isoc\d\d_\w+|gnu_\w+|__libc_\w+|__res_\w+|[fl]?stat(?:fs|vfs|at)?64|fstatat64|f?(?:open|seeko|tello|truncate|allocate|cntl|reopen)64|(?:openat|creat|lseek|mmap|pread|pwrite|preadv|pwritev|truncate|readdir|sendfile|[gs]etrlimit|prlimit|posix_fadvise|posix_fallocate|mkstemp|mkostemp|scandir|alphasort|glob|globfree|nftw|ftw|tmpfile)64|__(?:finite|isnan|isinf|strdup|xstat|fxstat|lxstat|rawmemchr|sprintf|fprintf|vsnprintf|printf|snprintf|longjmp|fdelt|sched_cpu\w|memcpy|register_atfork|cxa_thread_atexit_impl|ctype_\w|progname|environ|strtok_r|pthread_\w|signbit)\w*|backtrace\w*|mallinfo2?|malloc_\w+|pthread_\w+_np|(?:get|set)context|makecontext|swapcontext|qsort_r|secure_getenv|strtoll_l|error|obstack_\w+|argp_\w+|fts_\w+|initstate_r|random_r|getnameinfo_a|dlvsym|dlinfo|dlmopen|canonicalize_file_name)$/
const GLIBC_LOADER = new RegExp(
  String.raw`error while loading shared libraries: ${FILE}: (?:cannot open shared object file|invalid ELF header|[^\n]{1,120})`,
)
const MUSL_FILE = /(?:^|\/)(?:libc\.musl-[\w-]+\.so\.1|ld-musl-[\w-]+\.so\.1)$|-linux-musl\/libc\.so$/
/** Emulators that look for the loader of the program. */
const EMULATOR =
  /(?:qemu-\w{1,20}(?:-static)?: Could not open '((?:\/[\w.-]{1,40}){1,5}\/ld-[\w.-]{1,60})'|rosetta error: failed to open elf at (\/[\w./-]{1,200}))/
/** A file that is there and is said not to be: its loader is missing. */
const REQUIRED_FILE = new RegExp(String.raw`(?:^|[\s:])${FILE}: cannot execute: required file not found`)
const ENTRYPOINT = /(?:^|\s)exec: (?:line )?\d{1,5}: ((?:\/[\w.+-]{1,60}){1,10}): not found/
const NOT_THERE = new RegExp(
  String.raw`(?:exec user process caused[":\s]{1,4}(?:exec: )?(?:"?no such file or directory)|(?:^|[\s"])exec ${FILE}: no such file or directory|(?:^|[\s:])${FILE}: (?:not found|No such file or directory|no such file or directory)|fork/exec ${FILE}: no such file or directory)`,
)
const OTHER_LOADER =
  /interpreter:? (\/lib(?:64|32)?\/ld-(?:linux|musl)[\w.-]{1,40})|Requesting program interpreter: (\/[\w./-]{1,80})\]|(\/lib\/ld-musl-[\w.-]{1,40})|(\/lib(?:64)?\/ld-linux[\w.-]{1,40})/
/** The race detector of Go up to 1.20 is made for glibc. */
const RACE_RUNTIME = /undefined reference to [`'‘](__libc_\w{1,40}|__\w{1,40}_chk)['’]/
const SOURCE = /\.(?:h|hpp|c|cc|cpp|go|s|S|so|a|o|pc|mod|sum|ya?ml|json|txt)(?:\.\d[\d.]*)?$/
const LDD = new RegExp(String.raw`^\s*(ld-linux[\w.-]{1,40}|libc\.so\.6|libc\.musl-[\w-]{1,20}\.so\.1) => not found`)

function readLibc(match: Match): Sighting | null {
  const { text } = match.line
  if (MUSL_LIBRARY.test(text)) {
    const library = match.part(1).split('/').at(-1) ?? ''
    if (!GLIBC_FILE.test(library)) return null
    return { culprit: { file: cleanPath(NEEDED_BY.exec(text)?.[1] ?? '') }, details: ['#musl', library] }
  }
  if (MUSL_SYMBOL.test(text)) {
    const isGlibc = GLIBC_SYMBOL.test(match.part(2))
    const isFollowUp = match.near.some(
      (line) => line.index < match.line.index && !GLIBC_FILE.test(MUSL_LIBRARY.exec(line.text)?.[1]?.split('/').at(-1) ?? 'libc.so.6'),
    )
    if (!isGlibc && isFollowUp) return null
    return {
      culprit: { file: cleanPath(match.part(1)) },
      details: ['#musl', match.part(2)],
      confidence: isGlibc ? 'certain' : 'likely',
    }
  }
  if (GLIBC_LOADER.test(text)) {
    if (!MUSL_FILE.test(match.part(1))) return null
    const program = /([^\s:]{1,300}): error while loading/.exec(text)?.[1] ?? ''
    return { culprit: { file: cleanPath(program) }, details: ['#glibc', match.part(1).split('/').at(-1) ?? ''] }
  }
  if (RACE_RUNTIME.test(text))
    return {
      culprit: { package: 'runtime/race' },
      details: ['#race', match.part(1)],
      evidence: match.near.filter((line) => line.package === match.line.package && /undefined reference|syso|ld returned/.test(line.text)),
    }
  if (EMULATOR.test(text)) {
    const loader = match.part(1) === '' ? match.part(2) : match.part(1)
    return { culprit: { file: loader }, details: [loader] }
  }
  if (LDD.test(text)) return { culprit: { library: match.part(1) }, details: [match.part(1)] }
  const file = [1, 2, 3].map((at) => match.part(at)).find((name) => name !== '') ?? ''
  // Compilers and shells say the same of files that really are not there.
  if (NOT_THERE.test(text) && file !== '' && (!/[/\\]/.test(file) || SOURCE.test(file))) return null
  const loader = match.near.map((line) => OTHER_LOADER.exec(line.text)).find((found) => found !== null)
  const named = loader?.slice(1).find((name) => name !== undefined)
  return { culprit: file === '' ? { library: named ?? 'libc' } : { file: cleanPath(file) }, details: named === undefined ? [] : [named] }
}

const libcMismatch: IncidentRule = {
  id: 'runtime/libc-mismatch',
  summary: 'The program was linked for another C library',
  confidence: 'certain',
  wordings: [
    { anchor: 'Error loading shared library', when: [MUSL_LIBRARY, NEEDED_BY], reach: 0 },
    { anchor: 'Error loading shared library', when: [MUSL_LIBRARY] },
    { anchor: ': symbol not found', when: [MUSL_SYMBOL] },
    { anchor: 'error while loading shared', when: [GLIBC_LOADER] },
    { anchor: '__libc_', when: [RACE_RUNTIME, /race_linux_\w{1,10}\.syso|^# runtime\/race$/], confidence: 'likely' },
    { anchor: 'qemu-', when: [EMULATOR], confidence: 'likely' },
    { anchor: 'rosetta error', when: [EMULATOR], confidence: 'likely' },
    { anchor: 'required file not found', when: [REQUIRED_FILE], confidence: 'likely' },
    { anchor: 'exec user process caused', when: [NOT_THERE], confidence: 'likely' },
    {
      anchor: ': no such file or directory',
      when: [/(?:^|[\s"])exec ((?:\/[\w.-]{1,60}){1,8}): no such file or directory/],
      confidence: 'likely',
    },
    { anchor: ': not found', when: [ENTRYPOINT], confidence: 'likely' },
    { anchor: ': not found', when: [NOT_THERE, OTHER_LOADER], reach: 12, confidence: 'likely' },
    { anchor: 'o such file or directory', when: [NOT_THERE, OTHER_LOADER], reach: 6, confidence: 'likely' },
    { anchor: ' => not found', when: [LDD], confidence: 'likely' },
  ],
  read: readLibc,
  explain({ culprit, details }, facts) {
    const file = culprit.file === undefined || culprit.file === '' ? 'The program' : culprit.file
    const what = enumerate(details.filter((detail) => !detail.startsWith('#')))
    if (details.includes('#race'))
      return {
        cause: `The race detector of this Go (runtime/race) is made for glibc: under musl (Alpine) ${what} is missing, and nothing with -race links.`,
        fix: [
          {
            edit: 'Run the tests with -race on an image with glibc (`golang:1-bookworm` in place of `golang:1-alpine`), or with Go 1.21 or newer, whose race detector needs no libc.',
            why: 'Its objects then find what they call.',
          },
        ],
      }
    const cause = details.includes('#musl')
      ? `${file} was linked against glibc and runs under musl (Alpine), which has no ${what === '' ? 'such library' : what}.`
      : details.includes('#glibc')
        ? `${file} was linked against musl (Alpine) and runs on a system with glibc, which has no ${what}.`
        : `${file} is there, but the loader that it names${what === '' ? '' : ` (${what})`} is not: it was linked for another C library than the one of this system, mostly built on Debian or Ubuntu and started on Alpine, in a scratch image, or the other way round. (A script with a wrong first line or with CRLF ends says the same.)`
    return {
      cause: `${cause} The program did not start.`,
      fix: [
        pure(facts),
        {
          edit: 'Or build it on the system on which it runs: the same base image for the build stage and the last one (`golang:1-alpine` with alpine, `golang:1-bookworm` with Debian 12).',
          why: 'With cgo a program belongs to the C library of the machine that linked it.',
        },
        {
          command: `CGO_ENABLED=1 ${targetVariables(facts)}go build -ldflags '-linkmode external -extldflags "-static"' ./...`,
          why: 'With cgo, on Alpine or with CC=musl-gcc: puts the C library into the program. With glibc, name lookups and plugins still need its files at run time.',
        },
      ],
    }
  },
  doc:
    'Programs with cgo are linked against glibc or musl, and each names a loader (/lib64/ld-linux-x86-64.so.2, /lib/ld-musl-x86_64.so.1) that only systems of that kind have. ' +
    'The package gcompat and a link from one loader to the other let some programs start and break others at a later call. See https://pkg.go.dev/cmd/cgo.',
}

/** What the loader says, and a linker of what the loader would. */
export const libcRules: readonly IncidentRule[] = [glibcTooOld, libcMismatch]
