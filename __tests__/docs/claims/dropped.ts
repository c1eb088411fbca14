import { listDropped } from '../../../src/go/index.js'
import type { IncidentFacts } from '../../../src/incidents/index.js'
import { goSumOf, type ProxyModule } from '../../support/project.js'
import type { Project } from '../../scenarios/modules-project.js'
import { cat, says, show, type Bench } from './bench.js'
import type { Claim, Measurement } from './claim.js'
import { appMod, goAlone, recognised, start } from './program.js'
import { listC, PURE_DRIVER } from './drivers.js'

/** A database driver in C, with a stub for builds without cgo, as github.com/mattn/go-sqlite3 has one. */
const STUBBED: ProxyModule = {
  path: 'example.com/cdriver',
  version: 'v1.0.0',
  files: {
    'go.mod': 'module example.com/cdriver\n\ngo 1.20\n',
    'register.go':
      'package cdriver\n\nimport "database/sql"\n\nfunc init() { sql.Register("cdriver", Driver{}) }\n\n// Driver opens nothing without C.\ntype Driver struct{}\n',
    'cdriver.go':
      'package cdriver\n\n// static int two(void) { return 2; }\nimport "C"\n\nimport (\n\t"database/sql/driver"\n\t"errors"\n)\n\nfunc (Driver) Open(string) (driver.Conn, error) {\n\tif C.two() != 2 {\n\t\treturn nil, errors.New("no C")\n\t}\n\treturn nil, driver.ErrBadConn\n}\n',
    'stub.go':
      '//go:build !cgo\n\npackage cdriver\n\nimport (\n\t"database/sql/driver"\n\t"errors"\n)\n\nfunc (Driver) Open(string) (driver.Conn, error) {\n\treturn nil, errors.New("Binary was compiled with \'CGO_ENABLED=0\', example.com/cdriver requires cgo to work. This is a stub")\n}\n',
  },
}
/** One without. */
const BARE: ProxyModule = {
  path: 'example.com/cbare',
  version: 'v1.0.0',
  files: {
    'go.mod': 'module example.com/cbare\n\ngo 1.20\n',
    'cbare.go': 'package cbare\n\n// static int two(void) { return 2; }\nimport "C"\n\nfunc Two() int { return int(C.two()) }\n',
  },
}
const OFF = { set: { CGO_ENABLED: '0' } }
const BUILD = ['build', '-o', 'app', '.']

/** What goparity knows of a build without cgo: which files it drops. */
async function factsOf(project: Project): Promise<IncidentFacts> {
  const answer = await listDropped(project.go, {}, ['./...'])
  if (!answer.ok) throw new Error(answer.result.stderr.text)
  return { cgoEnabled: false, droppedByCgo: answer.packages }
}

async function stubs(bench: Bench): Promise<Measurement> {
  const main =
    'package main\n\nimport (\n\t"database/sql"\n\t"fmt"\n\n\t_ "example.com/cdriver"\n)\n\nfunc main() {\n\tdb, err := sql.Open("cdriver", "")\n\tfmt.Println("open:", err)\n\t_, err = db.Exec("select 1")\n\tfmt.Println("query:", err)\n}\n'
  const project = bench.project(
    { 'go.mod': appMod('example.com/cdriver v1.0.0'), 'go.sum': goSumOf([STUBBED]), 'main.go': main },
    { modules: [STUBBED] },
  )
  const built = await show(project, BUILD, OFF)
  const ran = start(project, ['./app'])
  const bare = bench.project(
    {
      'go.mod': appMod('example.com/cbare v1.0.0'),
      'go.sum': goSumOf([BARE]),
      'main.go': 'package main\n\nimport "example.com/cbare"\n\nfunc main() { println(cbare.Two()) }\n',
    },
    { modules: [BARE] },
  )
  const refused = await show(bare, BUILD, OFF)
  return {
    shown: [built, ran, { ...refused, command: `${refused.command}    # with example.com/cbare, which has no stub` }],
    facts: {
      'With a stub in the place of its C files the program is built, and sql.Open succeeds.':
        built.exitCode === 0 && says(ran, 'open: <nil>'),
      'The first query returns an ordinary error, and the program goes on: no panic.':
        ran.exitCode === 0 && says(ran, 'query: Binary was compiled with') && !says(ran, 'panic'),
      'Without a stub the build fails.': refused.exitCode === 1 && says(refused, 'build constraints exclude all Go files'),
    },
    found: [...recognised([ran]), ...recognised([refused], await factsOf(bare))],
  }
}

async function pure(bench: Bench): Promise<Measurement> {
  const project = bench.project(
    {
      'go.mod': appMod('example.com/godriver v1.0.0'),
      'go.sum': goSumOf([PURE_DRIVER]),
      'main.go':
        'package main\n\nimport (\n\t"fmt"\n\n\t"example.com/godriver"\n)\n\nfunc main() { fmt.Println(godriver.Dial("127.0.0.1:1")) }\n',
    },
    { modules: [PURE_DRIVER] },
  )
  const listed = await listC(project, {})
  const built = await show(project, BUILD, OFF)
  const ran = start(project, ['./app'])
  return {
    shown: [listed, built, ran],
    facts: {
      'With cgo on, a driver that speaks to its server over TCP by net and crypto/tls has C beside it in packages of the standard library alone.':
        listed.exitCode === 0 && says(listed, 'net') && listed.output.every((path) => !path.includes('.')),
      'Built with CGO_ENABLED=0 it does the same, up to the server that refuses the connection here.':
        built.exitCode === 0 && ran.exitCode === 0 && says(ran, 'connection refused'),
    },
  }
}

const SQRT =
  '//go:build cgo\n\npackage main\n\n// #cgo LDFLAGS: -lm\n// #include <math.h>\nimport "C"\n\nfunc Sqrt(x float64) float64 { return float64(C.sqrt(C.double(x))) }\n'

async function dropped(bench: Bench): Promise<Measurement> {
  const unused = bench.project({ 'go.mod': appMod(), 'main.go': 'package main\n\nfunc main() { println("built") }\n', 'sqrt.go': SQRT })
  const used = bench.project({ 'go.mod': appMod(), 'main.go': 'package main\n\nfunc main() { println(Sqrt(4)) }\n', 'sqrt.go': SQRT })
  const built = await show(unused, BUILD, OFF)
  const ran = start(unused, ['./app'])
  const ignored = await show(unused, ['list', '-f', '{{.GoFiles}} {{.IgnoredGoFiles}}', '.'], OFF)
  const refused = await show(used, BUILD, OFF)
  const undeclared = bench.project({
    'go.mod': appMod(),
    'main.go': 'package main\n\n// int nosuch_quote(void);\nimport "C"\n\nfunc main() { println(C.nosuch_quote()) }\n',
  })
  const linked = await show(undeclared, BUILD, { set: { CGO_ENABLED: '1' } })
  return {
    shown: [cat(unused, 'sqrt.go'), built, ran, ignored, { ...refused, command: `${refused.command}    # where main calls Sqrt` }],
    facts: {
      'The file is left out without a word, and the program is built without it.':
        built.exitCode === 0 && built.output.length === 0 && says(ran, 'built') && ignored.output.join('') === '[main.go] [sqrt.go]',
      'Where something of it is used, the Go compiler says "undefined", and nobody speaks of an undefined reference.':
        refused.exitCode === 1 && says(refused, 'undefined: Sqrt') && !says(refused, 'undefined reference'),
      'That comes with cgo on, from the linker, for a C function that nothing defines.':
        linked.exitCode === 1 && says(linked, 'undefined reference to'),
    },
    found: recognised([refused], await factsOf(used)),
  }
}

/** A program with some text above its main function. */
function file(text: string): Readonly<Record<string, string>> {
  return { 'go.mod': appMod(), 'main.go': `package main\n\n${text}\n\nfunc main() {}\n` }
}

async function preamble(bench: Bench): Promise<Measurement> {
  const flags = ['list', '-f', '{{.CgoLDFLAGS}}', '.']
  const [directive, nothing] = ['// #cgo LDFLAGS: -lnosuchquote', '[]']
  const above = bench.project(file(`${directive}\nimport "C"`))
  const apart = bench.project(file(`${directive}\n\nimport "C"`))
  const none = bench.project(file(directive))
  const set = { set: { CGO_ENABLED: '1' } }
  const listed = [await show(above, flags, set), await show(apart, flags, set), await show(none, flags, set)]
  const built = [await show(above, BUILD, { ...set, only: /cannot find/ }), await show(apart, BUILD, set), await show(none, BUILD, set)]
  const [refused] = built
  const sources = [above, apart, none].map((project) => cat(project, 'main.go'))
  return {
    shown: sources.flatMap((source, at) => [source, listed[at], at === 0 ? undefined : built[at]]).filter((shown) => shown !== undefined),
    facts: {
      'Directly above import "C" the directive counts: go list has the flag, and the linker looks for the library.':
        listed[0]?.output.join('') === '[-lnosuchquote]' && refused !== undefined && refused.exitCode === 1 && says(refused, 'nosuchquote'),
      'With an empty line between the two, or without import "C", it is a comment like any other.':
        listed[1]?.output.join('') === nothing &&
        listed[2]?.output.join('') === nothing &&
        built.slice(1).every(({ exitCode }) => exitCode === 0),
    },
    found: refused === undefined ? [] : recognised([refused], { cgoEnabled: true }),
  }
}

async function hidden(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': 'package main\n\nfunc main() { println(Sqrt(4)) }\n', 'sqrt.go': SQRT })
  const set = { set: { CGO_ENABLED: '1' } }
  const deps = await show(project, ['list', '-f', '{{join .Deps "\\n"}}', '.'], { ...set, only: /^(?:C|m|libm|math|runtime\/cgo)$/ })
  const flags = await show(project, ['list', '-f', '{{.ImportPath}} {{.CgoFiles}} {{.CgoLDFLAGS}}', '.'], {
    set: { ...set.set, PATH: goAlone(project) },
  })
  return {
    shown: [{ ...deps, command: `${deps.command} | grep -xE 'C|m|libm|math|runtime/cgo'` }, flags],
    facts: {
      '.Deps of a program that is linked to libm names runtime/cgo, and neither C nor the library.':
        deps.exitCode === 0 && deps.output.join(' ') === 'runtime/cgo',
      'CgoFiles and CgoLDFLAGS tell it, where there is no C compiler too.': flags.output.join('') === 'example.com/app [sqrt.go] [-lm]',
    },
  }
}

/** What is said of drivers and files that need cgo, where there is none. */
export const DROPPED_CLAIMS: readonly Claim[] = [
  {
    number: 21,
    says: 'A database driver that needs cgo panics in a program built with CGO_ENABLED=0, with `??:??` in the stack.',
    verdict: 'false',
    truth:
      'Either the program is not built at all, or the driver has a stub for such builds: then sql.Open succeeds, and the first use returns an ordinary error that says what is missing. A program that passes over errors runs on without its database. A stand-in for such a driver is measured here.',
    rules: ['cgo/disabled-at-runtime', 'cgo/files-dropped'],
    measure: stubs,
    byNetwork:
      'The real github.com/mattn/go-sqlite3 v1.14.22 behaves like the stand-in: it is built, sql.Open succeeds, the first query returns the error of its stub.',
  },
  {
    number: 22,
    says: 'github.com/lib/pq needs cgo.',
    verdict: 'false',
    truth:
      'It is written in Go and speaks to the server over TCP. What `go list -deps` shows beside it with cgo on are net and runtime/cgo of the standard library, which have a version without C. A stand-in for it is measured here.',
    rules: [],
    measure: pure,
    byNetwork: 'No package of github.com/lib/pq v1.10.9 has a file with import "C" on linux, darwin and windows, with cgo on.',
  },
  {
    number: 23,
    says: 'A file with `//go:build cgo` and `#cgo LDFLAGS` gives `undefined reference` when it is built with CGO_ENABLED=0.',
    verdict: 'false',
    truth:
      'Without cgo the file is not part of the package: nothing is compiled and nothing is linked. If nobody uses what it declares, the build succeeds and the program is another one. If somebody does, the Go compiler says `undefined`. `undefined reference` comes from the linker, which means that cgo was on.',
    rules: ['cgo/silently-dropped', 'cgo/files-dropped', 'cgo/undefined-reference'],
    measure: dropped,
  },
  {
    number: 24,
    says: '`#cgo` acts only in the comment directly above `import "C"`.',
    verdict: 'true',
    truth: 'One empty line between the two is enough to turn the directive into an ordinary comment, without a warning.',
    rules: ['cgo/library-missing'],
    measure: preamble,
  },
  {
    number: 25,
    says: 'The `.Deps` of `go list` show no C libraries.',
    verdict: 'true',
    truth:
      '.Deps are import paths, and a C library has none. The C of a program stands in CgoFiles, CFiles, CgoLDFLAGS and CgoPkgConfig of each package of `go list -deps`, and no C compiler is needed to ask.',
    rules: [],
    measure: hidden,
  },
]
