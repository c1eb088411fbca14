import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { failedPackages, parseBuildOutput } from '../../../src/targets/index.js'

/** `package|file:line:column|message` of each failure. */
function read(output: string): readonly string[] {
  return parseBuildOutput(output).map(({ package: name, location, message }) => {
    const place = location === null ? '' : [location.file, location.line, location.column].filter((part) => part !== undefined).join(':')
    return `${name ?? ''}|${place}|${message.split('\n')[0] ?? ''}`
  })
}

const LINK_COMMAND = `/usr/bin/gcc -m64 -Wl,--build-id=0x95 -o $WORK/b045/exe/a.out /tmp/go-link-1897835721/go.o ${'/tmp/go-link-1897835721/000000.o '.repeat(400)}-O2 -g -lpthread -no-pie`

function event(path: string, output: string): string {
  return JSON.stringify({ ImportPath: path, Action: 'build-output', Output: output })
}

describe('what go build says is wrong', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'a compile error',
      '# example.com/app/b\nb/b.go:2:18: declared and not used: x\n',
      ['example.com/app/b|b/b.go:2:18|declared and not used: x'],
    ],
    ['a file of the directory itself', '# example.com/app\n./m.go:2:14: undefined: y\n', ['example.com/app|m.go:2:14|undefined: y']],
    ['a file above the directory', '# example.com/app\n../m.go:2:14: undefined: y\n', ['example.com/app|../m.go:2:14|undefined: y']],
    ['a file on Windows', '# example.com/app/b\r\nb\\b.go:2:18: undefined: y\r\n', ['example.com/app/b|b/b.go:2:18|undefined: y']],
    [
      'an absolute file on Windows',
      '# example.com/app/b\r\nC:\\src\\b\\b.go:2: undefined: y\r\n',
      ['example.com/app/b|C:/src/b/b.go:2|undefined: y'],
    ],
    [
      'several packages, too many errors',
      '# example.com/a\na/a.go:1:1: one\na/a.go:2:1: too many errors\n# example.com/b\nb/b.go:3:4: two\ntoo many errors\n',
      ['example.com/a|a/a.go:1:1|one', 'example.com/b|b/b.go:3:4|two'],
    ],
    ['a test binary', '# example.com/a [example.com/a.test]\na/a_test.go:1:1: one\n', ['example.com/a|a/a_test.go:1:1|one']],
    [
      'an assembler of Go',
      '# example.com/app/a\na/x.s:2: unrecognized instruction "NOSUCH"\nasm: assembly of a/x.s failed\n',
      ['example.com/app/a|a/x.s:2|unrecognized instruction "NOSUCH"'],
    ],
    [
      'a package whose files are all excluded, imported by another',
      'package example.com/app/c\n\timports example.com/app/a: build constraints exclude all Go files in /tmp/lab/a\n',
      ['example.com/app/a||build constraints exclude all Go files in /tmp/lab/a'],
    ],
    [
      'the same, by itself',
      'package example.com/app: build constraints exclude all Go files in /tmp/lab\n',
      ['example.com/app||build constraints exclude all Go files in /tmp/lab'],
    ],
    [
      'the same, named on the command line',
      'example.com/app/lib: build constraints exclude all Go files in /tmp/lab/lib\n',
      ['example.com/app/lib||build constraints exclude all Go files in /tmp/lab/lib'],
    ],
    [
      'an import cycle',
      'package example.com/app/a\n\timports example.com/app/b from a.go\n\timports example.com/app/a from b.go: import cycle not allowed\n',
      ['example.com/app/a||import cycle not allowed'],
    ],
    [
      'a requirement that is missing',
      'd/d.go:2:8: no required module provides package rsc.io/nosuch; to add it:\n\tgo get rsc.io/nosuch\n',
      ['rsc.io/nosuch|d/d.go:2:8|no required module provides package rsc.io/nosuch; to add it:'],
    ],
    [
      'a line missing in go.sum',
      'm.go:2:8: missing go.sum entry for module providing package rsc.io/x (imported by example.com/app); to add:\n\tgo get example.com/app\n',
      ['rsc.io/x|m.go:2:8|missing go.sum entry for module providing package rsc.io/x (imported by example.com/app); to add:'],
    ],
    [
      'a package of no standard library',
      's/s.go:2:8: package foo/bar is not in std (/usr/local/go/src/foo/bar)\n',
      ['foo/bar|s/s.go:2:8|package foo/bar is not in std (/usr/local/go/src/foo/bar)'],
    ],
    ['a file that is no Go', "f/f.go:1:1: expected 'package', found pack\n", ["|f/f.go:1:1|expected 'package', found pack"]],
    [
      'two packages in one folder',
      'found packages g (g.go) and h (h.go) in /tmp/lab/g\n',
      ['|/tmp/lab/g/h.go|found packages g (g.go) and h (h.go) in /tmp/lab/g'],
    ],
    [
      'a C file without cgo',
      'package example.com/app: C source files not allowed when not using cgo or SWIG: c.c\n',
      ['example.com/app||C source files not allowed when not using cgo or SWIG: c.c'],
    ],
    [
      'a header that is missing',
      '# example.com/app\n./main.go:4:10: fatal error: foo.h: No such file or directory\n    4 | #include <foo.h>\n      |          ^~~~~~~\ncompilation terminated.\n',
      ['example.com/app|main.go:4:10|foo.h: No such file or directory'],
    ],
    [
      'an error in a header',
      '# example.com/app/w\nIn file included from w/w.go:2:\n./x.h:1:10: fatal error: nosuch.h: No such file or directory\ncompilation terminated.\n',
      ['example.com/app/w|x.h:1:10|nosuch.h: No such file or directory'],
    ],
    [
      'an error in a C file behind a warning, with a note',
      "# example.com/app/w\nx.c: In function 'f':\nx.c:1:9: warning: unused variable 'u' [-Wunused-variable]\n    1 | int u;\n      |     ^\nx.c:1:21: error: 'y' undeclared (first use in this function)\nx.c:1:21: note: each undeclared identifier is reported only once\n",
      ["example.com/app/w|x.c:1:21|'y' undeclared (first use in this function)"],
    ],
    [
      'a library that is missing',
      `# example.com/app/l\n/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1\n${LINK_COMMAND}\n/usr/bin/ld: cannot find -lnosuchlib: No such file or directory\ncollect2: error: ld returned 1 exit status\n\n`,
      ['example.com/app/l||/usr/bin/ld: cannot find -lnosuchlib: No such file or directory'],
    ],
    [
      'a symbol that is missing, in files that are gone',
      "# example.com/app\n/usr/local/go/pkg/tool/linux_amd64/link: running gcc failed: exit status 1\n/usr/bin/ld: /tmp/go-link-1/000001.o: in function `_cgo_4d_Cfunc_sq':\n/tmp/go-build/main.cgo2.c:52: undefined reference to `sq'\ncollect2: error: ld returned 1 exit status\n",
      ["example.com/app||undefined reference to `sq'"],
    ],
    [
      'no C compiler',
      '# runtime/cgo\ncgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH\n',
      ['runtime/cgo||cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH'],
    ],
    [
      'a C compiler for another processor',
      "# runtime/cgo\ngcc_arm64.S: Assembler messages:\ngcc_arm64.S:30: Error: no such instruction: `stp x29,x30,[sp,'\n",
      ["runtime/cgo|gcc_arm64.S:30|no such instruction: `stp x29,x30,[sp,'"],
    ],
    [
      'an option the C compiler does not know',
      "# runtime/cgo\ngcc: error: unrecognized command-line option '-marm'\n# runtime/cgo\ngcc: error: unrecognized command-line option '-marm'\n",
      ["runtime/cgo||gcc: error: unrecognized command-line option '-marm'"],
    ],
    [
      'a tool that only fails',
      'runtime/cgo: /usr/local/go/pkg/tool/linux_amd64/cgo: exit status 2\n',
      ['runtime/cgo||/usr/local/go/pkg/tool/linux_amd64/cgo: exit status 2'],
    ],
    [
      'a text of cgo without a form',
      '# runtime/cgo\ncgo: cannot parse $WORK/b003/_cgo_.o as ELF\n',
      ['runtime/cgo||cgo: cannot parse $WORK/b003/_cgo_.o as ELF'],
    ],
    [
      'a flag in #cgo',
      'example.com/app: invalid flag in #cgo CFLAGS: -fplugin=x (see https://go.dev/s/invalidflag)\n',
      ['example.com/app||invalid flag in #cgo CFLAGS: -fplugin=x (see https://go.dev/s/invalidflag)'],
    ],
    ['a #cgo line', '/src/app/main.go: invalid #cgo verb: #cgo NOSUCH: x\n', ['|/src/app/main.go|invalid #cgo verb: #cgo NOSUCH: x']],
    [
      'pkg-config',
      "# example.com/app\n# [pkg-config --cflags  -- nosuchpkg]\nPackage nosuchpkg was not found in the pkg-config search path.\nPackage 'nosuchpkg', required by 'virtual:world', not found\n",
      ['example.com/app||Package nosuchpkg was not found in the pkg-config search path.'],
    ],
    [
      'pkg-config of older releases',
      'go build example.com/app:\n# pkg-config --cflags  -- nosuchpkg\nPackage nosuchpkg was not found in the pkg-config search path.\npkg-config: exit status 1\n',
      ['example.com/app||Package nosuchpkg was not found in the pkg-config search path.'],
    ],
    ['an unknown platform', 'go: unsupported GOOS/GOARCH pair nosuch/amd64\n', ['||go: unsupported GOOS/GOARCH pair nosuch/amd64']],
    [
      'a go line that is too new',
      'go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)\n',
      ['||go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)'],
    ],
    [
      'a pattern without a folder',
      'pattern ./nothing/...: lstat ./nothing/: no such file or directory\n',
      ['||pattern ./nothing/...: lstat ./nothing/: no such file or directory'],
    ],
    [
      'a linker without cgo',
      '-buildmode=pie requires external (cgo) linking, but cgo is not enabled\n',
      ['||-buildmode=pie requires external (cgo) linking, but cgo is not enabled'],
    ],
    ['colours', '\u001b[1m# example.com/b\u001b[0m\n\u001b[31mb/b.go:3:4:\u001b[m two\u0007\n', ['example.com/b|b/b.go:3:4|two']],
    [
      'bytes that are no UTF-8',
      '# example.com/b\nb/b.go:3:4: invalid UTF-8 encoding \ufffd\ufffd\n',
      ['example.com/b|b/b.go:3:4|invalid UTF-8 encoding \ufffd\ufffd'],
    ],
    [
      'packages that -v lists between',
      'example.com/ok\n# example.com/b\nb/b.go:3:4: two\nexample.com/other\nd/d.go:2:8: package foo/bar is not in std (/go/src/foo/bar)\n',
      ['example.com/b|b/b.go:3:4|two', 'foo/bar|d/d.go:2:8|package foo/bar is not in std (/go/src/foo/bar)'],
    ],
    [
      'commands that -x prints between',
      'WORK=/tmp/go-build1\nmkdir -p $WORK/b001/\ncat >$WORK/b001/importcfg << \'EOF\' # internal\n# import config\npackagefile runtime=/c/1-d\nEOF\ncd /src\n/usr/local/go/pkg/tool/linux_amd64/compile -o $WORK/b001/_pkg_.a -trimpath "$WORK/b001=>" -p main ./b.go\n# example.com/b\n./b.go:3:4: two\n',
      ['example.com/b|b.go:3:4|two'],
    ],
    [
      'events of -json',
      '{"ImportPath":"rsc.io/nosuch","Action":"build-output","Output":"bad/b.go:3:8: no required module provides package rsc.io/nosuch; to add it:\\n"}\n{"ImportPath":"rsc.io/nosuch","Action":"build-output","Output":"\\tgo get rsc.io/nosuch\\n"}\n{"ImportPath":"rsc.io/nosuch","Action":"build-fail"}\n{"ImportPath":"example.com/lib","Action":"build-output","Output":"# example.com/lib\\n"}\n{"ImportPath":"example.com/lib","Action":"build-output","Output":"lib/l.go:3:25: undefined: x\\n"}\n',
      [
        'rsc.io/nosuch|bad/b.go:3:8|no required module provides package rsc.io/nosuch; to add it:',
        'example.com/lib|lib/l.go:3:25|undefined: x',
      ],
    ],
    [
      'a gap in what was kept',
      '# example.com/a\na/a.go:1:1: one\n… 50000000 bytes left out …\nb/b.go:3:4: two\n',
      ['example.com/a|a/a.go:1:1|one', '|b/b.go:3:4|two'],
    ],
    ['a text of no known form', 'panic: something new\ngoroutine 1\n', ['||panic: something new']],
    ['nothing', '', []],
    ['downloads only', 'go: downloading example.com/x v1.0.0\n', []],
  ])('%s', (_, output, expected) => {
    expect(read(output)).toEqual(expected)
  })

  it('keeps the lines that belong to a failure', () => {
    const [failure] = parseBuildOutput(
      'main.go:3:8: verifying example.com/x@v1.0.0: checksum mismatch\n\tdownloaded: h1:a=\n\tgo.sum:     h1:b=\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\n',
    )
    expect(failure?.message).toBe(
      'verifying example.com/x@v1.0.0: checksum mismatch\n\tdownloaded: h1:a=\n\tgo.sum:     h1:b=\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.',
    )
  })

  it('does not count a package that only has warnings among those that failed', () => {
    const failures = parseBuildOutput(
      "# example.com/warned\nw.go: In function 'f':\nw.go:3:41: warning: division by zero [-Wdiv-by-zero]\n    3 | x\n      | ^\n# example.com/b\nb/b.go:1:1: one\n",
    )
    expect(failedPackages(failures)).toEqual(['example.com/b'])
  })

  it('sorts failed packages by bytes, each once', () => {
    expect(failedPackages(parseBuildOutput('# b\nb.go:1:1: x\n# a/Z\na.go:1:1: x\n# a/a\na.go:1:1: y\n# b\nb.go:2:1: z\n'))).toEqual([
      'a/Z',
      'a/a',
      'b',
    ])
  })

  it('reads any text without failing, within bounds', () => {
    const piece = fc.constantFrom(
      '# ',
      'example.com/a',
      '\n',
      ':',
      '1',
      '.go',
      '\t',
      'imports ',
      'package ',
      ': ',
      'error',
      '\r',
      '\u001b[',
      '{"ImportPath":',
      'C:\\',
      '…',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
        for (const failure of parseBuildOutput(pieces.join(''))) {
          expect(failure.message.length).toBeLessThanOrEqual(4000)
          expect(failure.message).not.toContain('\u001b')
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['colons', ':'.repeat(4_000_000)],
    ['one word', 'x'.repeat(4_000_000)],
    ['escapes', '\u001b['.repeat(2_000_000)],
    ['blanks', ' '.repeat(4_000_000)],
    ['failures', '# a.b/c\n'.concat('c.go:1:1: x\n'.repeat(300_000))],
    ['slashes', './'.repeat(2_000_000)],
    ['imports', `package a\n${'\timports b\n'.repeat(300_000)}`],
  ])('reads megabytes of %s in linear time', (_, text) => {
    // Anything worse than linear would not end within the test's own deadline.
    expect(parseBuildOutput(text).length).toBeLessThanOrEqual(2000)
  })

  it('keeps packages apart that fail at once and print among one another', () => {
    const output = [
      event('example.com/a', '# example.com/a\n'),
      event('example.com/b', '# example.com/b\n'),
      event('example.com/a', 'a/a.go:3:9: undefined: x\n'),
      event('example.com/b', 'b/b.go:4:1: undefined: y\n'),
    ].join('\n')
    expect(parseBuildOutput(output).map(({ package: path, message }) => [path, message])).toStrictEqual([
      ['example.com/a', 'undefined: x'],
      ['example.com/b', 'undefined: y'],
    ])
  })
})
