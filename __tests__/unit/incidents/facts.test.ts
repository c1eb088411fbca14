import { describe, expect, it } from '@jest/globals'
import { classify, type IncidentFacts } from '../../../src/incidents/index.js'

const EXCLUDED = 'package example.com/app\n\timports example.com/app/lib: build constraints exclude all Go files in /src/lib\n'
const UNDEFINED = '# example.com/app\n./main.go:3:23: undefined: Two\n'
const QUALIFIED = '# example.com/app\n./main.go:3:23: undefined: clib.Two\n'
const SYSCALL = '# example.com/app\n./main.go:3:23: undefined: syscall.Kill\n'

/** `rule` of each incident, `~` behind those that are only likely. */
function verdicts(log: string, facts?: IncidentFacts): string {
  return classify(log, facts)
    .map(({ rule, confidence }) => (confidence === 'certain' ? rule : `${rule}~`))
    .join(' ')
}

const off: IncidentFacts = { cgoEnabled: false }
const on: IncidentFacts = { cgoEnabled: true }

describe('what is known of the build decides between rules', () => {
  const cases: readonly (readonly [name: string, log: string, facts: IncidentFacts, verdict: string])[] = [
    ['a package without files, nothing known', EXCLUDED, {}, 'target/constraints-exclude-all~'],
    ['… and cgo on', EXCLUDED, on, 'target/constraints-exclude-all'],
    ['… and cgo off', EXCLUDED, off, 'target/constraints-exclude-all~'],
    [
      '… and cgo off, which drops this package',
      EXCLUDED,
      { ...off, droppedByCgo: [{ package: 'example.com/app/lib', files: ['lib.go'] }] },
      'cgo/files-dropped',
    ],
    [
      '… and cgo off, which drops another one',
      EXCLUDED,
      { ...off, droppedByCgo: [{ package: 'example.com/other', files: ['x.go'] }] },
      'target/constraints-exclude-all',
    ],
    [
      '… and the package is runtime/cgo',
      'package runtime/cgo: build constraints exclude all Go files in /usr/local/go/src/runtime/cgo\n',
      off,
      'cgo/files-dropped',
    ],
    ['an undefined name, nothing known', UNDEFINED, {}, 'code/compile-error~'],
    ['… and cgo on for this machine', UNDEFINED, { ...on, hostGoos: 'linux', hostGoarch: 'amd64' }, 'code/compile-error'],
    [
      '… and cgo off, which drops a file of its package',
      UNDEFINED,
      { ...off, droppedByCgo: [{ package: 'example.com/app', files: ['two.go'] }] },
      'cgo/files-dropped~',
    ],
    [
      '… and that file defines it',
      UNDEFINED,
      { ...off, droppedByCgo: [{ package: 'example.com/app', files: ['two.go'], names: ['Two'] }] },
      'cgo/files-dropped',
    ],
    [
      '… and that file does not define it',
      UNDEFINED,
      { ...off, droppedByCgo: [{ package: 'example.com/app', files: ['two.go'], names: ['Three'] }] },
      'code/compile-error~',
    ],
    [
      'a name of another package, which cgo off drops',
      QUALIFIED,
      { ...off, droppedByCgo: [{ package: 'example.com/clib/v2', files: ['two.go'], names: ['Two'] }] },
      'cgo/files-dropped',
    ],
    ['… and nothing is dropped', QUALIFIED, { ...off, droppedByCgo: [] }, 'code/compile-error~'],
    ['… of a known module, cgo off', '# example.com/app\n./main.go:3:23: undefined: sqlite3.ErrBusy\n', off, 'cgo/files-dropped~'],
    ['… of a known module, cgo on', '# example.com/app\n./main.go:3:23: undefined: sqlite3.ErrBusy\n', on, 'code/compile-error~'],
    ['a name of syscall, nothing known', SYSCALL, {}, 'target/undefined-symbol~'],
    [
      '… on a foreign system',
      SYSCALL,
      { goos: 'windows', goarch: 'amd64', hostGoos: 'linux', hostGoarch: 'amd64' },
      'target/undefined-symbol',
    ],
    [
      '… on a foreign processor',
      SYSCALL,
      { goos: 'linux', goarch: 'arm64', hostGoos: 'linux', hostGoarch: 'amd64' },
      'target/undefined-symbol~',
    ],
    [
      '… and cgo off, which drops files',
      SYSCALL,
      { ...off, droppedByCgo: [{ package: 'example.com/app', files: ['two.go'] }] },
      'target/undefined-symbol~',
    ],
    ['an overflow that only 32 bits explain', '# a.example/b\nb.go:1:2: constant 3454992675 overflows int\n', {}, 'target/int-overflow'],
    ['… on a 64-bit target', '# a.example/b\nb.go:1:2: constant 3454992675 overflows int\n', { goarch: 'arm64' }, 'code/compile-error'],
    [
      'an overflow of 64 bits',
      '# a.example/b\nb.go:1:2: constant 36893488147419103232 overflows int\n',
      { goarch: '386' },
      'code/compile-error',
    ],
    [
      '32-bit headers that are not there',
      '# runtime/cgo\n/usr/include/stdlib.h:26:10: fatal error: bits/libc-header-start.h: No such file or directory\n',
      {},
      'cgo/compiler-wrong-target~',
    ],
    [
      '… for a 64-bit target',
      '# example.com/app\n/usr/include/stdlib.h:26:10: fatal error: bits/libc-header-start.h: No such file or directory\n',
      { goarch: 'amd64' },
      'cgo/header-missing',
    ],
  ]
  it.each(cases)('%s', (_name, log, facts, verdict) => {
    expect(verdicts(log, facts)).toBe(verdict)
  })

  it('reads from the log what nobody told, unless it says two things', () => {
    const log = `+ GOOS=linux GOARCH=386 go build\n# a.example/b\nb.go:1:2: cannot use x (untyped int constant) as int value in assignment (overflows)\n`
    expect(verdicts(log)).toBe('target/int-overflow')
    expect(verdicts(`+ GOARCH=amd64 go build\n${log}`)).toBe('code/compile-error')
  })

  it('reports what follows from a cause with the cause, and other errors of the same package on their own', () => {
    const log = '# example.com/w\nw.go:3:2: undefined: unix.InotifyInit1\nw.go:9:3: undefined: mask\nw.go:12:5: declared and not used: x\n'
    expect(classify(log).map(({ rule, location }) => [rule, location?.line])).toStrictEqual([
      ['target/undefined-symbol', 3],
      ['code/compile-error', 12],
    ])
  })

  it('takes the failures of Go itself under a wrong compiler for one', () => {
    const log =
      "# runtime/cgo\ngcc_arm64.S: Assembler messages:\ngcc_arm64.S:30: Error: no such instruction: `stp x29,x30,[sp,'\n" +
      '# runtime/cgo\nlinux_syscall.c:11:10: fatal error: grp.h: No such file or directory\n# example.com/app\n./main.go:4:10: fatal error: zmq.h: No such file or directory\n'
    expect(verdicts(log)).toBe('cgo/compiler-wrong-target cgo/header-missing')
  })
})
