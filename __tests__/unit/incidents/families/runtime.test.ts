import { describe, expect, it } from '@jest/globals'
import { classify } from '../../../../src/incidents/index.js'

/** `rule file library` of each incident, `~` behind those that are only likely. */
function told(log: string): readonly string[] {
  return classify(log).map(({ rule, confidence, culprit }) =>
    [`${rule}${confidence === 'certain' ? '' : '~'}`, culprit.file ?? culprit.package, culprit.library]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

const cases: readonly (readonly [name: string, log: string, verdict: readonly string[]])[] = [
  [
    'several versions of glibc, the highest of which counts',
    "./app: /lib/libm.so.6: version `GLIBC_2.29' not found (required by ./app)\n./app: /lib/libc.so.6: version `GLIBC_2.34' not found (required by ./app)\n./app: /lib/libc.so.6: version `GLIBC_2.4' not found (required by ./app)\n",
    ['runtime/glibc-too-old app GLIBC_2.34'],
  ],
  [
    'a line that was wrapped',
    "/usr/local/go/pkg/tool/linux_amd64/6g: /lib64/libc.so.6: version `GLIBC_2.14' not found\n(required by /usr/local/go/pkg/tool/linux_amd64/6g)\n",
    ['runtime/glibc-too-old /usr/local/go/pkg/tool/linux_amd64/6g GLIBC_2.14'],
  ],
  [
    'the C++ library',
    "./app: /usr/lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by ./app)\n",
    ['runtime/glibc-too-old app GLIBCXX_3.4.29'],
  ],
  [
    'a library of a test',
    "/tmp/go-build1/b001/x.test: /lib/libc.so.6: version `GLIBC_2.38' not found (required by /src/libone.so)\nFAIL\tx.example/x\t0.01s\n",
    ['runtime/glibc-too-old /src/libone.so GLIBC_2.38'],
  ],
  [
    'the loader of glibc under musl',
    'Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /app)\n',
    ['runtime/libc-mismatch /app'],
  ],
  ['a name that only glibc has', 'Error relocating /app: __vfprintf_chk: symbol not found\n', ['runtime/libc-mismatch /app']],
  ['a name that anything may have', 'Error relocating /app: frobnicate: symbol not found\n', ['runtime/libc-mismatch~ /app']],
  [
    'a library that is not there, and the names that it lacks',
    'Error loading shared library libone.so: No such file or directory (needed by /app)\nError relocating /app: one: symbol not found\n',
    [],
  ],
  [
    'a library of musl under glibc',
    './app: error while loading shared libraries: libc.musl-x86_64.so.1: cannot open shared object file\n',
    ['runtime/libc-mismatch app'],
  ],
  ['any other library', './app: error while loading shared libraries: libone.so: cannot open shared object file\n', []],
  [
    'an emulator',
    "qemu-x86_64: Could not open '/lib64/ld-linux-x86-64.so.2': No such file or directory\n",
    ['runtime/libc-mismatch~ /lib64/ld-linux-x86-64.so.2'],
  ],
  ['a container', 'exec /app/server: no such file or directory\n', ['runtime/libc-mismatch~ /app/server']],
  [
    'a container of old',
    'standard_init_linux.go:228: exec user process caused: no such file or directory\n',
    ['runtime/libc-mismatch~ libc'],
  ],
  [
    'a file that ldd looked at',
    'sh: ./app: not found\n$ file app\napp: ELF 64-bit LSB executable, dynamically linked, interpreter /lib64/ld-linux-x86-64.so.2\n',
    ['runtime/libc-mismatch~ app'],
  ],
  ['a file that is really not there', 'sh: ./app: not found\nbash: ./other: No such file or directory\n', []],
  [
    'the race detector under musl',
    "# runtime/race\nrace_linux_amd64.syso: in function `x':\ngotsan.cc:(.text+0x1): undefined reference to `__libc_malloc'\n",
    ['runtime/libc-mismatch~ runtime/race'],
  ],
  ['bash', 'bash: ./app: cannot execute binary file: Exec format error\n', ['runtime/wrong-architecture app']],
  ['zsh', 'zsh: exec format error: ./app\n', ['runtime/wrong-architecture~ app']],
  ['a container', 'exec /app: exec format error\n', ['runtime/wrong-architecture~ /app']],
  ['a container of old', 'standard_init_linux.go:211: exec user process caused "exec format error"\n', ['runtime/wrong-architecture~']],
  ['macOS', '-bash: ./app: Bad CPU type in executable\n', ['runtime/wrong-architecture app']],
  ['Windows', 'fork/exec C:\\app.exe: %1 is not a valid Win32 application.\n', ['runtime/wrong-architecture C:/app.exe']],
  ['Python', "OSError: [Errno 8] Exec format error: './app'\n", ['runtime/wrong-architecture~ app']],
  ['go run', 'fork/exec /tmp/go-build22/b001/exe/tool: exec format error\n', ['runtime/wrong-architecture tool']],
  ['words about it', 'The exec format of this plugin has no error handling.\n', []],
]

describe('the rules of programs that do not start', () => {
  it.each(cases)('recognise, or not: %s', (_name, log, verdict) => {
    expect(told(log)).toStrictEqual(verdict)
  })

  it('offer no build of a program that others made', () => {
    const [incident] = classify("node: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.28' not found (required by node)\n")
    expect(incident?.fix.map(({ command }) => command)).toStrictEqual([undefined])
  })

  it('tell Go itself from a program of the project', () => {
    const [incident] = classify('bash: /usr/local/go/bin/go: cannot execute binary file: Exec format error\n')
    expect(incident?.fix.map(({ command }) => command)).toStrictEqual([undefined])
    expect(incident?.cause).toContain('Go itself')
  })
})
