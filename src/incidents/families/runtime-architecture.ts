import type { IncidentRule, Match, Sighting } from '../incident.js'
import { MODULE, cleanPath } from '../words.js'

/** A program or library as loaders print it. */
export const FILE: string = String.raw`((?:[A-Za-z]:)?[^\s:'"‘’\`()]{1,300})`
/** Lines behind one in which its consequence stands. */
export const NEXT: number = 6
const BASH_BINARY = new RegExp(String.raw`(?:^|[\s:])${FILE}: cannot execute binary file(?:: (?:Exec format error|[^\n]{1,80}))?`)
const EXEC_FORMAT = new RegExp(
  String.raw`(?:fork/exec ${FILE}: exec format error|(?:^|[\s:'"])${FILE}['"’]?: [Ee]xec format error|[Ee]xec format error: '?${FILE}|(?:^|[\s:"'])(?:exec user process caused[":\s]{1,4})?[Ee]xec format error)`,
)
/** Shells and interpreters that name the program last. */
const NAMED_LAST = /[Ee]xec format error: ['"]?((?:[A-Za-z]:)?[^\s'"]{1,300})/
const OTHERS = new RegExp(
  String.raw`(?:(?:^|\s)${FILE}: Bad CPU type in executable|bad CPU type in executable(?:: ${FILE})?|fork/exec ${FILE}: (?:%1 is not a valid Win32 application|This version of %1 is not compatible)|Program '([^'\n]{1,200})' failed to run: The specified executable is not a valid application|(?:^|\s)${FILE}: Invalid ELF image for this architecture)`,
)
/** dash and busybox, which take a program of another machine for a script. */
const AS_SCRIPT = new RegExp(
  String.raw`(?:^|\s)${FILE}: (?:line )?1: (?:[Ss]yntax error: (?:"\(" unexpected|unexpected "\("|"\)" unexpected|word unexpected|EOF in backquote)|\S{0,20}ELF\S{0,60}: not found)`,
)
const BUILT_BY_GO = /go-build\d+|go-test|[\\/]_obj[\\/]exe[\\/]|[\\/]exe[\\/][\w.-]+$|\.test(?:\.exe)?$/
const MACHINE = /\b(AArch64|ARM aarch64|arm64|aarch64|x86-64|x86_64|amd64|80386|ARM, EABI5|RISC-V|s390|PowerPC)\b/
const ELF_TEXT = /\bELF (?:32|64)-bit|^\s*Machine:|Mach-O/
export const FAIL_PACKAGE: RegExp = new RegExp(String.raw`(?:^|\s)FAIL\s{1,10}(${MODULE})\s{1,10}(?:\d[\d.]{0,12}m?s|\[build failed\])`)

function readArchitecture(match: Match): Sighting {
  const { text } = match.line
  const file = NAMED_LAST.exec(text)?.[1] ?? [1, 2, 3, 4, 5].map((at) => match.part(at)).find((name) => name !== '') ?? ''
  const clean = cleanPath(file)
  const byGo = BUILT_BY_GO.test(clean)
  const elf = match.near.find((line) => ELF_TEXT.test(line.text) && MACHINE.test(line.text))
  const machine = MACHINE.exec(elf?.text ?? '')?.[1]
  const failed = match.after.slice(0, 6).find((line) => FAIL_PACKAGE.test(line.text))
  const tested = FAIL_PACKAGE.exec(failed?.text ?? '')?.[1]
  const base = clean.split('/').at(-1) ?? ''
  return {
    culprit:
      clean === ''
        ? { key: 'GOARCH' }
        : { file: byGo && clean.includes('go-build') ? base : clean, ...(tested === undefined ? {} : { package: tested }) },
    details: [byGo ? '#run' : /(?:^|\/)(?:go|compile|link|asm|cgo)$/.test(clean) ? '#go' : '#own', machine ?? ''],
    evidence: [elf, failed].filter((line) => line !== undefined),
    confidence: byGo || BASH_BINARY.test(text) || machine !== undefined || OTHERS.test(text) ? 'certain' : 'likely',
  }
}

/** A program of another machine. */
export const wrongArchitecture: IncidentRule = {
  id: 'runtime/wrong-architecture',
  summary: 'The program was built for another processor or system',
  confidence: 'likely',
  wordings: [
    { anchor: 'cannot execute binary file', when: [BASH_BINARY] },
    { anchor: 'xec format error', when: [EXEC_FORMAT] },
    ...['ad CPU type in', 'valid Win32 application', 'This version of %1', 'not a valid application', 'Invalid ELF image'].map(
      (anchor) => ({
        anchor,
        when: [OTHERS] as const,
      }),
    ),
    ...['yntax error: ', 'ELF'].map((anchor) => ({
      anchor,
      when: [AS_SCRIPT, /\bELF\b|platform \(linux|does not match|GOARCH|go build/] as const,
      reach: 12,
    })),
  ],
  read: readArchitecture,
  explain({ culprit, details }, facts) {
    const [kind = '#own', machine = ''] = details
    const file = culprit.file ?? 'The program'
    const host = facts.hostGoarch === undefined ? '' : ` (${facts.hostGoos ?? 'linux'}/${facts.hostGoarch})`
    const base = `${file} is a program for another processor or system${machine === '' ? '' : ` (${machine})`} than the machine on which it was started${host}. `
    if (kind === '#run')
      return {
        cause: `${base}go built it for GOOS and GOARCH, which are set to a foreign target here, and go test, go run and go generate then start what they built.`,
        fix: [
          {
            command: 'env -u GOOS -u GOARCH go test ./...',
            why: 'Tests (the same for run and generate) on this machine, for this machine. `go env -u GOOS GOARCH` where they were set with `go env -w`.',
          },
          {
            edit: 'To test the foreign target itself: an emulator (`docker/setup-qemu-action`, `go test -exec qemu-aarch64-static`), or a runner of that kind.',
            why: 'Then the processor is the right one.',
          },
        ],
      }
    if (kind === '#go')
      return {
        cause: `${base}It is Go itself: the archive of another platform was installed.`,
        fix: [
          {
            edit: 'Install Go for this machine: `uname -m` says x86_64 for linux-amd64, aarch64 for linux-arm64 (https://go.dev/dl/); in a container, an image of the right platform.',
            why: 'Then the commands of Go can run.',
          },
        ],
      }
    return {
      cause: `${base}It did not start. Mostly GOARCH or GOOS of the build, or the platform of the image (an arm64 Mac and an amd64 server), is not the one of the machine.`,
      fix: [
        { command: 'env -u GOOS -u GOARCH go build ./...', why: 'Builds for the machine on which it is run, where that is the same one.' },
        {
          edit: 'For another machine, build for it: `GOARCH=amd64` or `GOARCH=arm64` (`uname -m` there says which), `docker build --platform linux/amd64` for an image.',
          why: 'The program and the machine then agree.',
        },
        {
          edit: 'Or let an emulator run it (`docker/setup-qemu-action`, the package qemu-user-static with binfmt).',
          why: 'Slow, but enough for a test.',
        },
      ],
    }
  },
  doc:
    'The kernel refuses programs of another processor or system. An empty file or a script without `#!` gives the same words: `file NAME` tells. Making the file executable again does not help. ' +
    'See https://pkg.go.dev/cmd/go#hdr-Environment_variables (GOOS, GOARCH).',
}
