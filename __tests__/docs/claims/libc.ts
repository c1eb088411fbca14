import { join } from 'node:path'
import { writeTree } from '../../support/project.js'
import { says, show, type Bench } from './bench.js'
import type { Claim, Measurement } from './claim.js'
import { appMod, note, recognised, start } from './program.js'

const PROGRAM = 'package main\n\nimport "os"\n\nfunc main() { os.Stdout.WriteString("started\\n") }\n'

async function loader(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': PROGRAM, 'c.go': 'package main\n\nimport "C"\n' })
  // The path of a loader that no machine has: a program linked to one libc, on a system that has the other.
  const external = '-linkmode=external -extldflags=-Wl,--dynamic-linker=/lib/ld-other-libc.so.1'
  const flags = ['build', `-ldflags=${external}`, '-o', 'app', '.']
  const built = await show(project, flags, { set: { CGO_ENABLED: '1' } })
  const listed = start(project, ['ls', 'app'])
  const ran = start(project, ['env', './app'])
  const rebuilt = await show(project, ['build', '-o', 'app', '.'], { set: { CGO_ENABLED: '0' } })
  const pure = start(project, ['env', './app'])
  return {
    shown: [built, listed, ran, rebuilt, pure],
    facts: {
      'A program whose loader is not there ends with "No such file or directory", although the program itself is there.':
        built.exitCode === 0 && listed.exitCode === 0 && ran.exitCode === 127 && says(ran, 'No such file or directory'),
      'No signal is involved, and no symbol is named.': !says(ran, 'killed by') && !says(ran, '__libc_start_main'),
      'Built with CGO_ENABLED=0 it has no loader and starts.': rebuilt.exitCode === 0 && pure.exitCode === 0 && says(pure, 'started'),
    },
  }
}

const HEADER = 'static inline int quote_two(void) { return 2; }\n'

function including(header: string): string {
  return `package main\n\n// #include <${header}>\nimport "C"\n\nfunc main() { println("compiled") }\n`
}

async function headers(bench: Bench): Promise<Measurement> {
  const ofLibc = bench.project({ 'go.mod': appMod(), 'main.go': including('stdlib.h') })
  const other = bench.project({ 'go.mod': appMod(), 'main.go': including('libquote/quote.h') })
  writeTree(join(other.folder, 'sysroot'), { 'include/libquote/quote.h': HEADER })
  const build = ['build', '-o', 'app', '.']
  const on = { CGO_ENABLED: '1' }
  const libc = await show(ofLibc, build, { set: on })
  const missing = await show(other, build, { set: on, only: /fatal error|^compilation/ })
  const found = await show(other, build, { set: { ...on, CGO_CFLAGS: `-I${join(other.folder, 'sysroot/include')}` } })
  return {
    shown: [
      note('grep include main.go', '// #include <stdlib.h>'),
      libc,
      note('grep include main.go', '// #include <libquote/quote.h>'),
      missing,
      found,
    ],
    facts: {
      'With a C compiler alone a file that includes a header of libc is compiled.': libc.exitCode === 0,
      'One that includes the header of another library is not: "No such file or directory".':
        missing.exitCode === 1 && says(missing, 'libquote/quote.h: No such file or directory'),
      'It is, once the header lies where CGO_CFLAGS says.': found.exitCode === 0,
    },
    found: recognised([missing], { cgoEnabled: true }),
  }
}

/** What is said of the C library, and of the others. */
export const LIBC_CLAIMS: readonly Claim[] = [
  {
    number: 29,
    says: 'A program built for glibc and started on musl, or the other way round, ends with SIGSEGV or with `undefined symbol: __libc_start_main`.',
    verdict: 'false',
    truth:
      'Mostly it does not even start: the kernel does not find the loader that the program names, and the shell says "No such file or directory" of a file that is there. Where a loader is found, it names the symbol that it lacks: `Error relocating …: symbol not found` on musl, `version … not found` on an older glibc.',
    rules: ['runtime/libc-mismatch', 'runtime/glibc-too-old'],
    measure: loader,
    byTools: {
      tools: 'musl-gcc',
      says: 'The loader of musl says "Error relocating" and "symbol not found" of a program that was linked to glibc and calls what musl has not, exit 127; and starts without a word one that calls nothing of the kind.',
    },
  },
  {
    number: 30,
    says: '`apt-get install gcc-aarch64-linux-gnu` is what a missing C header wants.',
    verdict: 'partly true',
    truth:
      'It brings a compiler, and the headers of libc for that target with libc6-dev-arm64-cross, which it only recommends: with `--no-install-recommends` not even those come. The header of any other library comes with the -dev package of that library for that architecture (`dpkg --add-architecture arm64`, then `apt-get install libfoo-dev:arm64`), or from a folder that CGO_CFLAGS and CGO_LDFLAGS name. A library of the machine that builds is of no use: the linker passes over it as incompatible.',
    rules: ['cgo/header-missing', 'cgo/library-missing'],
    measure: headers,
    byTools: {
      tools: 'gcc-aarch64-linux-gnu',
      says: 'For linux/arm64 that compiler finds stdlib.h only where libc6-dev-arm64-cross is installed too, and then still no header of another library; its linker passes over a library of the machine that builds.',
    },
  },
]
