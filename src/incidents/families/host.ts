import type { Fix } from '../../report/index.js'
import type { IncidentFacts, IncidentRule, Match, Sighting, Wording } from '../incident.js'
import { installFixes } from '../install.js'
import type { LogLine } from '../log.js'
import { MODULE, cleanPath, enumerate, targetVariables } from '../words.js'

/** What the system says in the languages in which logs come. */
const FULL = String.raw`[Nn]o space left on device|ENOSPC: |[Dd]isk quota exceeded|[Tt]here is not enough space on the disk|file ?system is full|kein Speicherplatz mehr|Aucun espace disponible|[Nn]o queda espacio en|[Nn]ão há espaço disponível|Spazio esaurito|не осталось свободного места|[Bb]rak miejsca na|设备上没有空间|空き領域がありません`
const NO_SPACE = new RegExp(FULL)
const PATH = String.raw`((?:[A-Za-z]:)?[^\n:"'‘’]{1,400})`
/** What was written where, by Go, by C tools, by Node; group: path. */
const WRITING: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:^|[\s:(])(?:open|write|mkdir|copy|copying|create|creating|rename|close|fsync|sync|mmap|truncate|symlink|link|fallocate|writing|can(?:no|')t (?:write(?: to)?|create|open)) (?!\d{1,12} bytes)['"‘]?${PATH}['"’]?:`,
    'g',
  ),
  / of '?((?:[A-Za-z]:)?[/\\][^\s:'"]{1,300}): /g,
  /, [a-z]{2,12} '([^'\n]{1,400})'/g,
  /['‘"]((?:[A-Za-z]:)?[/\\][^'’"\n]{1,300})['’"]/g,
  /(?:^|\s)((?:\/|\$WORK|[A-Za-z]:\\)[^\s:"'’]{0,400}): /g,
]
/** Who writes, not where. */
const PROGRAM = /[/\\](?:pkg[/\\]tool|bin|libexec)[/\\]/
/** Watches of files run out with the same words, and a database that fills its own disk is no build. */
const OTHER_STORY = /inotify|file watch|fsnotify|could not (?:write to|extend|create|open) file "|Errcode: 28|WAL|pg_/

/** The folder that is full: what go makes up in it has another name in each run. */
function folderOf(path: string): string {
  const clean = cleanPath(path.trim())
  for (const known of [
    /^(.*?\/go-build)\/[0-9a-f]{2}(?:\/|$)/,
    /^(.+?)\/(?:go-build|go-link-|go-tool-|cgo-|cc[A-Za-z0-9]{6}\.)[^/]*/,
    /^(.*?\/pkg\/mod)(?:\/|$)/,
    /^(.+?)\/cache\/(?:download|vcs|lock)\b/,
  ]) {
    const folder = known.exec(clean)?.[1]
    if (folder !== undefined) return folder
  }
  return clean
}

function fullPath({ text }: LogLine): string | undefined {
  if (!NO_SPACE.test(text)) return undefined
  // What was called last stands last: `copying a to b: write b: no space left on device`.
  const path = WRITING.map((pattern) => [...text.matchAll(pattern)].at(-1)?.[1]).find(
    (found) => found !== undefined && /[/\\$]/.test(found) && !PROGRAM.test(found),
  )
  return path === undefined ? undefined : folderOf(path)
}

/** A full disk: what may be removed is for a person to say, so no command is offered. */
const diskFull: IncidentRule = {
  id: 'host/disk-full',
  summary: 'The disk is full',
  confidence: 'certain',
  wordings: [
    'o space left on device',
    'ENOSPC: ',
    'isk quota exceeded',
    'not enough space on the disk',
    'system is full',
    'kein Speicherplatz mehr',
    'Aucun espace disponible',
    'o queda espacio',
    'ão há espaço',
    'Spazio esaurito',
    'свободного места',
    'rak miejsca na',
    '设备上没有空间',
    '空き領域がありません',
  ].map((anchor): Wording => ({ anchor, when: [NO_SPACE] })),
  absorbs: /pack: |write failed|linker command failed|ld returned|mmap|write error|final link failed/,
  read(match) {
    if (OTHER_STORY.test(match.line.text)) return null
    // Once full, everything fails: one incident, named after the first folder that was told.
    const told = match.near.map(fullPath).filter((path) => path !== undefined)
    const [first] = told
    return { culprit: first === undefined ? { key: 'disk' } : { file: first }, details: told }
  },
  explain({ culprit, details }) {
    return {
      cause:
        `There is no room left on the disk${details.length === 0 ? '' : ` for ${enumerate(details)}`}, or its inodes or a quota are used up. Whatever else fails in this log may only follow from it: half-written archives, linkers that cannot write their output. ` +
        'go writes to GOTMPDIR (else TMPDIR, else /tmp) while it builds, and keeps what it made in GOCACHE and GOMODCACHE.',
      fix: [
        {
          edit: `Look where the room went (\`df -h\`, \`df -i\`, \`go env GOCACHE GOMODCACHE GOTMPDIR\`) and make some${culprit.file === undefined ? '' : ` on the file system of ${culprit.file}`}, or give the machine a larger disk. What lies in the build cache comes back with the next builds.`,
          why: 'Which data may be deleted is for a person to say.',
        },
        {
          edit: 'When it is /tmp that is full: let TMPDIR or GOTMPDIR name a folder on a larger disk; for a cache, GOCACHE or GOMODCACHE.',
          why: '/tmp is often a small one in memory.',
        },
      ],
    }
  },
  doc:
    'The disk, its inodes, or the quota of this user is used up. No command is printed: what is to be deleted has to be decided by a person. ' +
    'Building again without making room fails at another place. See https://pkg.go.dev/cmd/go#hdr-Build_and_test_caching.',
}

/** A tool that was ended from outside; group: tool. */
const KILLED_TOOL =
  /(?:^|[\s/\\])(compile|link|asm|cgo|vet|cover|pack|[568][agcl]|cc1|cc1plus|ld|as|gcc|g\+\+|cc|clang|collect2)(?:\.exe)?["']?: signal: killed/
/** For which package; groups: package. */
const KILLED_FOR = new RegExp(
  String.raw`(?:(?:^|\s)go (?:build|test|vet|install) (${MODULE})|(?:^|\s)([A-Za-z0-9][\w-]{0,100}\.[\w.~\-/+]{1,300})): \S{0,400}: signal: killed`,
)
const KILLED_BUILD = new RegExp(String.raw`(?:^|\s)go (?:build|test|vet|install) (${MODULE}): signal: killed`)
/** The driver of a C compiler about its parts; group: tool. */
const KILLED_PART =
  /(?:Killed signal terminated program|internal compiler error: Killed \(program|(?:^|[\s:])(?:ld|collect2)[^\n]{0,40}terminated with signal 9|unable to execute command: Killed)(?: (\w{2,20}))?/
/** Asked for and refused; groups: program, program. */
const REFUSED =
  /(?:^|[\s:])(?:runtime: out of memory|fatal error: (?:runtime: )?(?:out of memory|cannot allocate (?:heap )?memory)|runtime: cannot allocate (?:heap )?memory|fatal error: failed to reserve page summary memory|(cc1(?:plus)?|as|ld|collect2|lto1): out of memory|[Vv]irtual memory exhausted|LLVM ERROR: out of memory|(?:fork\/exec|mmap|fork|exec|open|read|write) ?(\S{0,300}): (?:[Cc]annot allocate memory|not enough memory)|[^\s:]{0,200}ld: (?:final link failed: )?(?:[Mm]emory exhausted|Cannot allocate memory))|paging file is too small|VirtualAlloc of \d{1,20} bytes failed with errno=(?:1455|8)\b/
/** The kernel about what it ended; group: program. */
const REAPED = /(?:[Oo]ut of memory: Kill(?:ed)? process \d{1,9} \(([\w.-]{1,40})\)|oom-kill:|invoked oom-killer)/
const SHELL_KILLED = /^(?:\S{1,200}: line \d{1,6}: +\d{1,9} )?(?:signal: killed|Killed)(?: {2,}\S.{0,200})?\s*$|: signal: killed$/
const FAIL_PACKAGE = new RegExp(String.raw`(?:^|\s)FAIL\s{1,10}(${MODULE})\s{1,10}(?:\d[\d.]{0,12}s|\[build failed\])`)
const RAN_GO = /(?:^|[^\w])go (?:build|test|install|vet|run|list|generate)\b|^FAIL\s/
/** Somebody else ended it: a limit of time, a person. On macOS an unsigned program is killed, too. */
const ENDED =
  /ran too long|[Tt]imed? ?out|deadline exceeded|cancell?ed\b|received a shutdown signal|SIGINT|darwin|(?:child|process|command|plugin)[^\n]{0,60}: signal: killed/

/** Whom a line says to have been ended or refused. */
function victim(line: LogLine): { readonly tool: string; readonly package?: string } | undefined {
  const { text } = line
  const killed = KILLED_TOOL.exec(text)
  const owned = KILLED_FOR.exec(text)
  const named = [owned?.[1], owned?.[2], KILLED_BUILD.exec(text)?.[1]].find((path) => path !== undefined) ?? line.package
  const owner = named === null || named === 'testmain' ? {} : { package: named }
  if (killed !== null) return { tool: killed[1] ?? '', ...owner }
  if (KILLED_BUILD.test(text)) return { tool: 'compile', ...owner }
  if (KILLED_PART.test(text)) return { tool: KILLED_PART.exec(text)?.[1] ?? 'ld', ...owner }
  const refused = REFUSED.exec(text)
  if (refused === null) return undefined
  const opened = /[/\\](compile|link|asm)(?:\.exe)?: cannot open file /.exec(text)?.[1]
  const tool = opened ?? /([\w.+-]{1,40}?)(?:\.exe)?$/.exec(cleanPath(refused[1] ?? refused[2] ?? ''))?.[1]
  return { tool: tool ?? (line.package === null ? 'go' : 'compile'), ...owner }
}

function readMemory(match: Match): Sighting | null {
  const { text } = match.line
  const failed = match.near.filter((line) => line.index > match.line.index && FAIL_PACKAGE.test(line.text)).slice(0, 1)
  const tested = FAIL_PACKAGE.exec(failed[0]?.text ?? '')?.[1]
  const victims = match.near.map(victim).filter((found) => found !== undefined)
  const [first] = victims
  if (first !== undefined) {
    const packages = victims.map(({ package: path }) => path).filter((path) => path !== undefined)
    const owner = first.package ?? (packages.length === 0 && /\[build failed\]/.test(failed[0]?.text ?? '') ? tested : undefined)
    return {
      culprit: { tool: first.tool, ...(owner === undefined ? {} : { package: owner }) },
      details: packages,
      evidence: failed.filter(({ text: line }) => line.includes('[build failed]')),
    }
  }
  const reaped = REAPED.exec(text)?.[1] ?? match.near.map((line) => REAPED.exec(line.text)?.[1]).find((name) => name !== undefined)
  if (REAPED.test(text)) return { culprit: { tool: reaped ?? 'go' } }
  return {
    culprit: { tool: reaped ?? 'go', ...(tested === undefined ? {} : { package: tested }) },
    details: tested === undefined ? [] : ['#test'],
    evidence: failed,
  }
}

const outOfMemory: IncidentRule = {
  id: 'host/out-of-memory',
  summary: 'The machine has too little memory for this build',
  confidence: 'certain',
  wordings: [
    // Who killed is not said: a limit of time, or a person, does it in the same way.
    { anchor: 'signal: killed', when: [KILLED_TOOL], unless: [ENDED], reach: 12, confidence: 'likely' },
    { anchor: 'signal: killed', when: [KILLED_BUILD], unless: [ENDED], reach: 12, confidence: 'likely' },
    { anchor: 'illed', when: [KILLED_PART], unless: [ENDED], reach: 12, confidence: 'likely' },
    { anchor: 'signal 9', when: [KILLED_PART], unless: [ENDED], reach: 12, confidence: 'likely' },
    ...['memory', 'paging file', 'VirtualAlloc of'].map((anchor): Wording => ({ anchor, when: [REFUSED] })),
    { anchor: 'emory: Kill', when: [REAPED] },
    { anchor: 'oom-kill', when: [REAPED] },
    { anchor: 'illed', when: [SHELL_KILLED, RAN_GO], unless: [ENDED], reach: 12, confidence: 'likely' },
  ],
  absorbs: /./,
  read: readMemory,
  explain({ culprit, details, confidence }, facts) {
    const packages = details.filter((detail) => !detail.startsWith('#'))
    const isTest = details.includes('#test')
    const who = isTest
      ? `The test of ${culprit.package ?? 'a package'}`
      : `${culprit.tool ?? 'A tool of the build'}${packages.length === 0 ? '' : ` (at work on ${enumerate(packages)})`}`
    return {
      cause:
        confidence === 'certain'
          ? `${who} was killed, or got no memory: the machine, or the limit of its container, has too little for what runs at once. The code is not at fault.`
          : `${who} was killed from outside: mostly the kernel does that when memory runs out, a time limit of the job does it as well. The code is not at fault.`,
      fix: [
        isTest
          ? { command: 'go test -p 1 ./...', why: 'The tests of one package at a time: it takes longer, and a fraction of the memory.' }
          : {
              command: `${targetVariables(facts)}go build -p 1 ./...`,
              why: 'One compiler at a time: it takes longer, and a fraction of the memory. For tests: go test -p 1.',
            },
        {
          edit: 'Give the job or the container more memory (two gigabytes for each processor are ample), or swap.',
          why: 'go runs as many compilers as there are processors, whatever the limit on memory.',
        },
      ],
    }
  },
  doc:
    'The kernel kills with signal 9, and a tool that is killed cannot say why: `dmesg` of the machine or the events of the pod do. ' +
    'Running the job again helps only when something else used the memory. See https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies (-p).',
}

const VCS_STATUS = /error obtaining VCS status: ([^\n]{1,200})/
const DUBIOUS = /detected dubious ownership in repository at '([^'\n]{1,300})'/
const UNSAFE = /unsafe repository \('([^'\n]{1,300})' is owned by someone else\)/
const SAFE_DIRECTORY = /git config --global --add safe\.directory (\S{1,300})/

function safeDirectory(directory: string): Fix {
  return {
    command: `git config --global --add safe.directory ${directory}`,
    why: 'Says that this repository may be read although it belongs to another user. Only for a folder that you trust.',
  }
}

function readVcs(match: Match): Sighting {
  const { text } = match.line
  const owned = DUBIOUS.exec(text)?.[1] ?? UNSAFE.exec(text)?.[1]
  const near = match.near.map((line) => DUBIOUS.exec(line.text)?.[1] ?? UNSAFE.exec(line.text)?.[1] ?? SAFE_DIRECTORY.exec(line.text)?.[1])
  const directory = owned ?? near.find((found) => found !== undefined)
  const details = directory !== undefined ? ['#owner'] : /executable file not found/.test(text) ? ['#no-git'] : [match.part(1)]
  return { culprit: { tool: 'git', ...(directory === undefined ? {} : { file: cleanPath(directory) }) }, details }
}

function vcsFixes(directory: string | undefined, noGit: boolean, facts: IncidentFacts): readonly Fix[] {
  return [
    ...(directory === undefined || !/^[\w./~-]+$/.test(directory) ? [] : [safeDirectory(directory)]),
    ...(noGit ? installFixes({ apt: 'git', apk: 'git', dnf: 'git', brew: 'git' }, 'git', facts) : []),
    {
      command: `${targetVariables(facts)}go build -buildvcs=false ./...`,
      why: 'Builds without the commit in the program (go version -m does not show it then); GOFLAGS=-buildvcs=false for a whole job.',
    },
  ]
}

const vcsStatus: IncidentRule = {
  id: 'host/vcs-status',
  summary: 'go cannot ask git for the commit that it builds',
  confidence: 'certain',
  wordings: [
    { anchor: 'error obtaining VCS status', when: [VCS_STATUS] },
    { anchor: 'dubious ownership', when: [DUBIOUS], confidence: 'likely' },
    { anchor: 'unsafe repository', when: [UNSAFE], confidence: 'likely' },
  ],
  read: readVcs,
  explain({ culprit, details }, facts) {
    const noGit = details.includes('#no-git')
    const why =
      culprit.file !== undefined || details.includes('#owner')
        ? `git refuses to read ${culprit.file ?? 'the repository'}, because it belongs to another user: a container runs as root over files of the host, or the other way round.`
        : noGit
          ? 'there is a .git folder, and git is not installed.'
          : `git ends with an error (${details[0] ?? ''}): the .git folder is incomplete, of a worktree or submodule whose repository is not here, or of an owner that git does not trust.`
    return {
      cause: `go (1.18 and newer) writes the commit into a program, and asks git for it; ${why} The code is not at fault.`,
      fix: vcsFixes(culprit.file, noGit, facts),
    }
  },
  doc:
    'go stamps main packages with the commit and whether the tree is clean. `safe.directory "*"` trusts every repository on the machine. ' +
    'A .git that is a file (worktree, submodule) names a folder outside: mount it too, or build without the stamp. See https://go.dev/doc/go1.18#debug/buildinfo.',
}

export const hostRules: readonly IncidentRule[] = [diskFull, outOfMemory, vcsStatus]
