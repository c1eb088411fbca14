import { goSumOf, type ProxyModule } from '../../support/project.js'
import type { Project } from '../../scenarios/modules-project.js'
import { cat, says, show, type Bench } from './bench.js'
import type { Claim, Measurement, Shown } from './claim.js'
import { lookUp, serverLog, showConf, times } from './isolation.js'
import { appMod, recognised, start } from './program.js'

/** A database driver in Go alone, as github.com/lib/pq and github.com/jackc/pgx are. */
export const PURE_DRIVER: ProxyModule = {
  path: 'example.com/godriver',
  version: 'v1.0.0',
  files: {
    'go.mod': 'module example.com/godriver\n\ngo 1.20\n',
    'godriver.go':
      'package godriver\n\nimport (\n\t"crypto/tls"\n\t"net"\n)\n\nfunc Dial(address string) error {\n\tconnection, err := net.Dial("tcp", address)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn tls.Client(connection, &tls.Config{}).Handshake()\n}\n',
  },
}

/** Packages of the program that have files with C, with cgo on. */
export async function listC(project: Project, set: Readonly<Record<string, string>>): Promise<Shown> {
  return await show(project, ['list', '-deps', '-f', '{{if .CgoFiles}}{{.ImportPath}}{{end}}', '.'], { set: { ...set, CGO_ENABLED: '1' } })
}

const DIAL = `package main

import (
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	timeout, _ := time.ParseDuration(os.Args[1])
	_, err := (&net.Dialer{Timeout: timeout}).Dial("tcp", "host.:80")
	fmt.Println(err.(net.Error).Timeout(), err)
}
`

async function dial(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': DIAL })
  const built = await show(project, ['build', '-o', 'dial', '.'], { set: { CGO_ENABLED: '0' } })
  const resolvConf = 'nameserver 127.0.0.1\noptions timeout:3 attempts:2\n'
  const ended: string[] = []
  const run = async (timeout: string): Promise<Awaited<ReturnType<typeof lookUp>>> => {
    const looked = await lookUp(project, { resolvConf, answers: null, command: ['./dial', timeout] })
    ended.push(timeout)
    return looked
  }
  const [without, within] = await Promise.all([run('0s'), run('1s')])
  const [all, cut] = [times(without, 'host'), times(within, 'host')]
  return {
    shown: [cat(project, 'main.go'), built, showConf(resolvConf), without.shown, serverLog(without), within.shown, serverLog(within)],
    facts: {
      'Without a Timeout a dial to a name asks a nameserver that never answers twice for each type of address, as resolv.conf says here.':
        all.a === 2 && all.aaaa === 2,
      'With a Timeout of 1 s, shorter than that of resolv.conf, it asks once, ends before the other, and says that it was a timeout.':
        cut.a === 1 && cut.aaaa === 1 && ended[0] === '1s' && says(within.shown, 'true dial tcp: lookup host.'),
    },
  }
}

/** A driver that brings the C of its library along, as github.com/mattn/go-sqlite3 does. */
const BUNDLED: ProxyModule = {
  path: 'example.com/bundled',
  version: 'v1.0.0',
  files: {
    'go.mod': 'module example.com/bundled\n\ngo 1.20\n',
    'bundled.go':
      'package bundled\n\n/*\n#cgo libquote CFLAGS: -DUSE_LIBQUOTE\nint quote_two(void);\n*/\nimport "C"\n\nfunc Two() int { return int(C.quote_two()) }\n',
    'system.go': '//go:build libquote\n\npackage bundled\n\n// #cgo LDFLAGS: -lquote\nimport "C"\n',
    'quote.c': '#ifndef USE_LIBQUOTE\nint quote_two(void) { return 2; }\n#endif\n',
  },
}

async function bundled(bench: Bench): Promise<Measurement> {
  const project = bench.project(
    {
      'go.mod': appMod('example.com/bundled v1.0.0'),
      'go.sum': goSumOf([BUNDLED]),
      'main.go': 'package main\n\nimport "example.com/bundled"\n\nfunc main() { println(bundled.Two()) }\n',
    },
    { modules: [BUNDLED] },
  )
  const set = { CGO_ENABLED: '1' }
  const format = ['-f', '{{.CFiles}} {{.CgoLDFLAGS}}', 'example.com/bundled']
  const listed = await show(project, ['list', ...format], { set })
  const system = await show(project, ['list', '-tags', 'libquote', ...format], { set })
  const built = await show(project, ['build', '-o', 'app', '.'], { set })
  const ran = start(project, ['./app'])
  const refused = await show(project, ['build', '-tags', 'libquote', '-o', 'app', '.'], { set, only: /cannot find -lquote/ })
  return {
    shown: [
      listed,
      built,
      ran,
      system,
      {
        ...refused,
        output: refused.output.map((line) => line.replace(/^.*(cannot find -lquote).*$/, '$1')),
        command: `${refused.command} 2>&1 | grep -o 'cannot find -lquote'`,
        exitCode: 0,
      },
    ],
    facts: {
      'Without the tag its own C file is compiled and no library is asked of the linker: it is built and runs where there is none.':
        listed.output.join('') === '[quote.c] []' && built.exitCode === 0 && says(ran, '2'),
      'With the tag the linker is asked for the library of the system, and fails without it.':
        system.output.join('') === '[quote.c] [-lquote]' && refused.exitCode === 1 && says(refused, 'cannot find -lquote'),
    },
    found: recognised([refused], { cgoEnabled: true }),
  }
}

async function sameFiles(bench: Bench): Promise<Measurement> {
  const project = bench.project(
    {
      'go.mod': appMod('example.com/godriver v1.0.0'),
      'go.sum': goSumOf([PURE_DRIVER]),
      'main.go': 'package main\n\nimport _ "example.com/godriver"\n\nfunc main() {}\n',
    },
    { modules: [PURE_DRIVER] },
  )
  const list = ['list', '-f', '{{.GoFiles}} {{.CgoFiles}} {{.IgnoredGoFiles}}', 'example.com/godriver']
  const on = await show(project, list, { set: { CGO_ENABLED: '1' } })
  const off = await show(project, list, { set: { CGO_ENABLED: '0' } })
  return {
    shown: [on, off],
    facts: {
      'Of a driver in Go alone the same files are built with cgo on and off, and none is left out.': [on, off].every(
        ({ exitCode, output }) => exitCode === 0 && output.join('') === '[godriver.go] [] []',
      ),
    },
  }
}

/** What is said of dials and of database drivers. */
export const DRIVER_CLAIMS: readonly Claim[] = [
  {
    number: 31,
    says: 'The Timeout of a net.Dialer does not cover the lookup of the name.',
    verdict: 'false',
    truth:
      'The time of a dial begins before the name is looked up, and the lookup is cut off with it. What goes beyond is a lookup of its own: net.LookupHost without a context, or a Dialer without Timeout and Deadline.',
    rules: [],
    measure: dial,
    isolated: true,
  },
  {
    number: 32,
    says: 'github.com/mattn/go-sqlite3 needs libsqlite3-dev.',
    verdict: 'false',
    truth:
      'It needs cgo and a C compiler, and brings the C source of SQLite along. Only `-tags libsqlite3` links the library of the system, and wants its header and its .so. A stand-in for it is measured here.',
    rules: ['cgo/library-missing'],
    measure: bundled,
    byNetwork:
      'Of the real github.com/mattn/go-sqlite3 v1.14.22 go lists sqlite3-binding.c among the C files, and -lsqlite3 among the CgoLDFLAGS with `-tags libsqlite3` only.',
  },
  {
    number: 33,
    says: 'github.com/jackc/pgx needs a pure mode for builds without cgo (`pgxpool.WithConnConfig`).',
    verdict: 'false',
    truth:
      'There is no such mode and no such name: all of it is Go, and it is the same with cgo on and off. A stand-in for it is measured here.',
    rules: [],
    measure: sameFiles,
    byNetwork:
      'No package of github.com/jackc/pgx/v5 v5.5.5, and none that its pgxpool needs outside the standard library, has a file with import "C" on linux, darwin and windows; WithConnConfig stands nowhere in it.',
  },
]
