import { describe, expect, it } from '@jest/globals'
import { classify } from '../../../../src/incidents/index.js'

/** `rule file-or-tool package` of each incident, `~` behind those that are only likely. */
function told(log: string): readonly string[] {
  return classify(log).map(({ rule, confidence, culprit }) =>
    [`${rule}${confidence === 'certain' ? '' : '~'}`, culprit.file ?? culprit.tool ?? culprit.key, culprit.package]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

const cases: readonly (readonly [name: string, log: string, verdict: readonly string[]])[] = [
  ['a write of go', 'write /tmp/go-build1234/b001/_pkg_.a: no space left on device\n', ['host/disk-full /tmp']],
  [
    'the module cache',
    'go: open /root/go/pkg/mod/cache/download/x/@v/v1.zip.tmp: no space left on device\n',
    ['host/disk-full /root/go/pkg/mod'],
  ],
  ['the build cache', 'open /root/.cache/go-build/3f/3f2c-d: no space left on device\n', ['host/disk-full /root/.cache/go-build']],
  [
    'a file that is copied',
    'copying /tmp/go-build1/b001/exe/a.out to /out/app: write /out/app: no space left on device\n',
    ['host/disk-full /out/app'],
  ],
  ['the linker', '/usr/bin/ld: final link failed: No space left on device\n', ['host/disk-full disk']],
  [
    'an assembler',
    "{standard input}: Fatal error: can't write 64 bytes to section .text of /tmp/ccAbC123.o: 'No space left on device'\n",
    ['host/disk-full /tmp'],
  ],
  ['Windows', 'go: write D:\\a\\gomod\\cache\\download\\x.tmp: There is not enough space on the disk.\n', ['host/disk-full D:/a/gomod']],
  [
    'German',
    "cp: Fehler beim Schreiben von '/out/app': Auf dem Gerät ist kein Speicherplatz mehr verfügbar\n",
    ['host/disk-full /out/app'],
  ],
  [
    'a cache action',
    "Error: ENOSPC: no space left on device, write '/home/runner/go/pkg/mod/x'\n",
    ['host/disk-full /home/runner/go/pkg/mod'],
  ],
  ['a count of watches', 'inotify_add_watch(7): no space left on device\n', []],
  [
    'compilers of several packages',
    'go build a.example/a: /usr/lib/go/pkg/tool/linux_amd64/compile: signal: killed\ngo build b.example/b: /usr/lib/go/pkg/tool/linux_amd64/link: signal: killed\n',
    ['host/out-of-memory~ compile a.example/a'],
  ],
  [
    'a linker of old',
    'go build x.example/x: /usr/src/go/pkg/tool/linux_amd64/6l: signal: killed\n',
    ['host/out-of-memory~ 6l x.example/x'],
  ],
  ['a C compiler', '# x.example/x\ngcc: fatal error: Killed signal terminated program cc1\n', ['host/out-of-memory~ cc1 x.example/x']],
  ['a system linker', 'collect2: fatal error: ld terminated with signal 9 [Killed]\n', ['host/out-of-memory~ ld']],
  ['the kernel', '[12.5] Out of memory: Killed process 4339 (compile) total-vm:8936312kB\n', ['host/out-of-memory compile']],
  ['a fork', 'go build x: fork/exec /usr/local/go/pkg/tool/linux_arm/compile: cannot allocate memory\n', ['host/out-of-memory compile']],
  ['Windows', 'runtime: VirtualAlloc of 8192 bytes failed with errno=1455\nfatal error: out of memory\n', ['host/out-of-memory go']],
  ['a test', 'signal: killed\nFAIL\tx.example/x\t4.2s\n', ['host/out-of-memory~ go x.example/x']],
  ['a shell', '$ go build ./...\n./build.sh: line 12:  4711 Killed                  go build ./...\n', ['host/out-of-memory~ go']],
  [
    'a test that took too long',
    '*** Test killed with quit: ran too long (11m0s).\nsignal: killed\nFAIL\tx.example/x\t660.0s\n',
    ['code/test-failure x.example/x'],
  ],
  ['a child of a test', '    stop_test.go:3: child ended: signal: killed\nok  \tx.example/x\t0.1s\n', []],
  ['a process without go', 'Killed\n', []],
  [
    'git of another owner, its older words',
    "error obtaining VCS status: exit status 128\nfatal: unsafe repository ('/src' is owned by someone else)\n",
    ['host/vcs-status /src'],
  ],
  ['git of another owner without go', "fatal: detected dubious ownership in repository at '/src'\n", ['host/vcs-status~ /src']],
  ['no git', 'error obtaining VCS status: exec: "git": executable file not found in $PATH\n', ['host/vcs-status git']],
]

describe('the rules of the machine', () => {
  it.each(cases)('recognise, or not: %s', (_name, log, verdict) => {
    expect(told(log)).toStrictEqual(verdict)
  })

  it('never print a command for a full disk', () => {
    for (const [, log, verdict] of cases.filter(([, , [first]]) => first?.startsWith('host/disk-full') ?? false))
      for (const { rule, fix } of classify(log)) {
        expect([verdict.length, rule]).toStrictEqual([1, 'host/disk-full'])
        expect(fix.length).toBeGreaterThan(0)
        expect(fix.filter(({ command }) => command !== undefined)).toStrictEqual([])
      }
  })

  it('print only folders that a shell takes as they are', () => {
    const [incident] = classify(
      "error obtaining VCS status: exit status 128\nfatal: detected dubious ownership in repository at '/src/$(id)'\n",
    )
    expect(incident?.rule).toBe('host/vcs-status')
    for (const { command } of incident?.fix ?? []) expect(command ?? '').not.toContain('$(id)')
  })
})
