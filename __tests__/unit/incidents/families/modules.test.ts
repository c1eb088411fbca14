import { describe, expect, it } from '@jest/globals'
import { classify, type IncidentFacts } from '../../../../src/incidents/index.js'

/** `rule culprit` of each incident, `~` behind those that are only likely. */
function told(log: string): readonly string[] {
  return classify(log).map(
    ({ rule, confidence, culprit }) =>
      `${rule}${confidence === 'certain' ? '' : '~'} ${culprit.module ?? culprit.package ?? culprit.file ?? culprit.key ?? ''}`,
  )
}

function commands(log: string, facts: IncidentFacts = {}): readonly string[] {
  return (classify(log, facts)[0]?.fix ?? []).flatMap(({ command }) => command ?? [])
}

type Case = readonly [log: string, ...verdict: readonly string[]]

const needsUpdate: readonly Case[] = [
  ['go: updates to go.mod needed, disabled by -mod=vendor', 'modules/go-mod-needs-update go.mod'],
  ['stderr=go: updates to go.sum needed, disabled by -mod=readonly', 'modules/go-mod-needs-update go.sum'],
  ['go: updates to go.work needed', 'modules/go-mod-needs-update go.work'],
  [
    'a.go:3:8: no required module provides package rsc.io/quote; to add it:\n\tgo get rsc.io/quote',
    'modules/go-mod-needs-update~ rsc.io/quote',
  ],
  ['could not import rsc.io/quote (no required module provides package "rsc.io/quote")', 'modules/go-mod-needs-update~ rsc.io/quote'],
  [
    '#74 0.708 cannot find module providing package rsc.io/quote/v3: import lookup disabled by -mod=readonly',
    'modules/go-mod-needs-update~ rsc.io/quote/v3',
  ],
  ['build x: cannot load rsc.io/quote: cannot find module providing package rsc.io/quote', 'modules/go-mod-needs-update~ rsc.io/quote'],
  [
    'a.go:3:8: package example.com/app imports rsc.io/quote from implicitly required module; to add missing requirements, run:\n\tgo get rsc.io/quote@v1.5.2',
    'modules/go-mod-needs-update rsc.io/quote',
  ],
  [
    'package rsc.io/quote/x provided by rsc.io/quote at latest version v1.5.2 but not at required version v1.4.0',
    'modules/go-mod-needs-update rsc.io/quote/x',
  ],
  [
    '\trsc.io/quote/x: module rsc.io/quote@latest found (v1.5.2), but does not contain package rsc.io/quote/x',
    'modules/go-mod-needs-update~ rsc.io/quote/x',
  ],
  ['\trsc.io/quote loaded from rsc.io/quote@v1.5.1,\n\tbut go 1.16 would select v1.5.2', 'modules/go-mod-needs-update go.mod'],
  ['+ go mod tidy\n+ git diff --exit-code\ndiff --git a/sub/go.sum b/sub/go.sum', 'modules/go-mod-needs-update~ sub/go.mod'],
  ['diff --git a/go.sum b/go.sum\nindex 1..2'],
  ['a.go:3:8: rsc.io/quote@v1.5.2: replacement directory ./local/quote does not exist', 'modules/go-mod-needs-update~ rsc.io/quote'],
  [
    'go: rsc.io/quote@v1.5.2 (replaced by ../q): reading ..\\q\\go.mod: open C:\\q\\go.mod: The system cannot find the path specified.',
    'modules/go-mod-needs-update~ rsc.io/quote',
  ],
  ['go: rsc.io/quote@v1.5.2 (replaced by rsc.io/fork@v1.0.0): reading rsc.io/fork/go.mod: no such file'],
  ['go: rsc.io/quote@v1.9.9: invalid version: unknown revision v1.9.9', 'modules/go-mod-needs-update~ rsc.io/quote@v1.9.9'],
  [
    'go: rsc.io/quote@v1.9.9: reading rsc.io/quote/go.mod at revision v1.9.9: unknown revision v1.9.9',
    'modules/go-mod-needs-update~ rsc.io/quote@v1.9.9',
  ],
  [
    'go: rsc.io/quote@v0.0.0-2020-abc: invalid pseudo-version: does not match version-control timestamp (expected 20200101000000)',
    'modules/go-mod-needs-update~ rsc.io/quote@v0.0.0-2020-abc',
  ],
  [
    'go: errors parsing go.mod:\ngo.mod:6: unknown directive: <<<<<<<\ngo.mod:8: unknown directive: =======',
    'modules/go-mod-needs-update~ go.mod',
  ],
  ['go: errors parsing go.mod:\n/src/go.mod:5:32: unexpected newline in string', 'modules/go-mod-needs-update~ /src/go.mod'],
]

const paths: readonly Case[] = [
  [
    'go: github.com/Sirupsen/logrus@v1.8.1: parsing go.mod:\n\tmodule declares its path as: github.com/sirupsen/logrus\n\t        but was required as: github.com/Sirupsen/logrus',
    'modules/path-mismatch github.com/Sirupsen/logrus@v1.8.1',
  ],
  [
    'go: a.example/b@v1.3.5: parsing go.mod: module declares its path as: c.example/b but was required as: a.example/b',
    'modules/path-mismatch a.example/b@v1.3.5',
  ],
  ['module declares its path as: c.example/b\n but was required as: a.example/b', 'modules/path-mismatch a.example/b'],
  ['The module declares its path as: whatever you like.'],
  ['go: a.example/b@v0.0.0-2018: parsing go.mod: unexpected module path "c.example/b"', 'modules/path-mismatch a.example/b@v0.0.0-2018'],
  [
    'go: a.example/b@v2.1.0+incompatible: invalid version: module contains a go.mod file, so major version must be compatible: should be v0 or v1, not v2',
    'modules/path-mismatch a.example/b@v2.1.0+incompatible',
  ],
  [
    'require a.example/b: version "v5.0.0" invalid: module contains a go.mod file, so module path must match major version ("a.example/b/v5")',
    'modules/path-mismatch a.example/b@v5.0.0',
  ],
  [
    'go: a.example/b/v3@v3.0.0: go.mod has non-.../v3 module path "a.example/b" (and .../v3/go.mod does not exist) at revision v3.0.0',
    'modules/path-mismatch a.example/b/v3@v3.0.0',
  ],
  ['a.go:5:2: case-insensitive import collision: "a.example/B" and "a.example/b"', 'modules/path-mismatch a.example/B'],
  [
    '[   47s] a.go:5:2: ambiguous import: found package a.example/b/c in multiple modules:\n[   47s] \ta.example/b v1.0.0 (/go/b/c)\n[   47s] \ta.example/b/c v1.0.0 (/go/c)',
    'modules/ambiguous-import a.example/b/c',
  ],
  [
    'a.go:5:2: ambiguous import: found package a.example/b in multiple directories:\n\t/src/b\n\t/src/vendor/a.example/b',
    'modules/ambiguous-import a.example/b',
  ],
]

const places: readonly Case[] = [
  [
    "PS C:\\x> go build\ngo: go.mod file not found in current directory or any parent directory; see 'go\nhelp modules'",
    'modules/no-go-mod go.mod',
  ],
  ["go: cannot find main module; see 'go help modules'", 'modules/no-go-mod go.mod'],
  ['go: cannot find main module, but found .git/config in /src\n\tto create a module there, run:\n\tgo mod init', 'modules/no-go-mod /src'],
  [
    'no required module provides package main_test.go: go.mod file not found in current directory or any parent directory',
    'modules/no-go-mod go.mod',
  ],
  ['build x: cannot find module for path x: working directory is not part of a module', 'modules/no-go-mod go.mod'],
  ['pattern ./...: directory prefix . outside available modules', 'modules/no-go-mod .'],
  ['directory cmd/x outside main module or its selected dependencies', 'modules/no-go-mod~ cmd/x'],
  [
    'go: cannot determine module path for source directory /src (outside GOPATH, module path must be specified)',
    'modules/no-go-mod go.mod',
  ],
  ["go: modules disabled inside GOPATH/src by GO111MODULE=auto; see 'go help modules'", 'modules/no-go-mod~ GO111MODULE'],
  [
    'a.go:3:8: cannot find package "rsc.io/quote" in any of:\n\t/usr/local/go/src/rsc.io/quote (from $GOROOT)\n\t/go/src/rsc.io/quote (from $GOPATH)',
    'modules/no-go-mod~ rsc.io/quote',
  ],
  ['cannot find package "embed" in any of:\n\t/usr/local/go/src/embed (from $GOROOT)\n\t/go/src/embed (from $GOPATH)'],
  ['main module (example.com/app) does not contain package example.com/app/cmd', 'modules/no-go-mod~ example.com/app/cmd'],
  ['failed to compute cache key: "/go.sum" not found: not found', 'modules/no-go-mod~ go.sum'],
  ['failed to compute cache key: "/app.js" not found: not found'],
  [
    'debug:x: go: module ../../.. listed in go.work file requires go >= 1.22.1, but go.work lists go 1.22.0; to update it:\ndebug:x: \tgo work use',
    'modules/workspace-mismatch go.work',
  ],
  ['This file is within module "b", which is not included in your workspace.', 'modules/workspace-mismatch b'],
  [
    'go: cannot load module ..\\gone listed in go.work file: open ..\\gone\\go.mod: The system cannot find the file specified.',
    'modules/workspace-mismatch ../gone',
  ],
  ['go: -modfile cannot be used in workspace mode', 'modules/workspace-mismatch GOFLAGS'],
  ['reading go.work: /src/go.work:3: unknown directive: usee', 'modules/workspace-mismatch /src/go.work'],
]

const caches: readonly Case[] = [
  ['go: failed to create cache directory /go/pkg/mod/cache: mkdir /go: permission denied', 'modules/cache-permission /go'],
  [
    'go: writing go.mod cache: mkdir /go/pkg/mod/cache/download/a.example: permission denied\ngo: writing go.mod cache: open /go/pkg/mod/cache/download/b.example/@v/v1.mod1.tmp: permission denied',
    'modules/cache-permission /go/pkg/mod',
  ],
  ['exit status 1: go: a.example/b@v0.1.0: mkdir /cache/modules: permission denied', 'modules/cache-permission /cache/modules'],
  ['go: a.example/b@v1.0.0: open /mod/cache/download/a.example/b/@v/v1.0.0.lock: read-only file system', 'modules/cache-permission /mod'],
  [
    "Error: EACCES: permission denied, unlink '/home/ci/go/pkg/mod/a.example/b@v1.0.0/x.go'",
    'modules/cache-permission /home/ci/go/pkg/mod',
  ],
  [
    '/usr/bin/tar: ../../../go/pkg/mod/a.example/b@v1.0.0/LICENSE: Cannot open: Permission denied',
    'modules/cache-permission ../../../go/pkg/mod',
  ],
  ["rm: can't remove '/go/pkg/mod/a.example@v1.0.0/a.go': Permission denied", 'modules/cache-permission /go/pkg/mod'],
  ['failed to initialize build cache at /.cache/go-build: mkdir /.cache: permission denied', 'modules/cache-permission~ /.cache'],
  ['open /var/log/app.log: permission denied'],
  ['bash: ./run.sh: Permission denied'],
  ['git@github.com: Permission denied (publickey).'],
  ['dial unix /var/run/docker.sock: connect: permission denied'],
  ['fork/exec /tmp/go-build123/b001/x.test: permission denied'],
]

const notices: readonly Case[] = [
  ['go: warning: a.example/b@v0.9.13: retracted by module author: token errors', 'modules/retracted-or-deprecated a.example/b@v0.9.13'],
  ['go: module a.example/b is deprecated: Use c.example/b instead.', 'modules/retracted-or-deprecated a.example/b'],
  ['a.example/b v1.1.0 [v1.2.0] (deprecated)', 'modules/retracted-or-deprecated a.example/b@v1.1.0'],
  ['x.go:3:8: SA1019: package a.example/b is deprecated: use c (staticcheck)'],
  ['npm warn deprecated inflight@1.0.6: This module is deprecated'],
]

/** What other rules, or none, have to say. */
const others: readonly Case[] = [
  ['go: errors parsing go.mod:\ngo.mod:5: unknown directive: godebug', 'toolchain/unknown-directive go.mod'],
  ['If go says "updates to go.mod needed" in a sentence, we do not mind; the go.mod file is fine and it would select nothing.'],
  ['go: downloading rsc.io/quote v1.5.2\nok  \texample.com/app\t0.012s'],
  ['the patch was: diff current/state tidy/state'],
]

describe('the rules of modules', () => {
  it.each([...needsUpdate, ...paths, ...places, ...caches, ...notices, ...others].map(([log, ...verdict]) => [log, verdict] as const))(
    'read %s',
    (log, verdict) => {
      expect(told(`${log}\n`)).toStrictEqual(verdict)
    },
  )

  it('put a missing go.mod before what follows from it, and notices last', () => {
    const log =
      'go: module a.example/b is deprecated: x\n# example.com/app\n./a.go:3:8: undefined: x\n' +
      'go: updates to go.mod needed\nb.go:3:8: no required module provides package c.example/c: go.mod file not found in current directory or any parent directory\n'
    expect(told(log).map((line) => line.split(/[~ ]/, 1)[0])).toStrictEqual([
      'modules/no-go-mod',
      'modules/go-mod-needs-update',
      'code/compile-error',
      'modules/retracted-or-deprecated',
    ])
  })
})

describe('the ways out of modules', () => {
  it('preview a tidy go.mod only with a Go that can', () => {
    const log = 'go: updates to go.mod needed; to update it:\n\tgo mod tidy\n'
    expect(commands(log)).toStrictEqual(['go mod tidy', 'go mod tidy -diff'])
    expect(commands(log, { goVersion: 'go1.22.12' })).toStrictEqual(['go mod tidy'])
    expect(commands(log, { goVersion: '1.23.0' })).toHaveLength(2)
  })

  it('tidy and vendor where vendor/ is in use', () => {
    expect(commands('go: updates to go.mod needed, disabled by -mod=vendor\n')[0]).toBe('go mod tidy && go mod vendor')
  })

  it('are the two that go names where two releases would choose differently', () => {
    const log =
      'example.com/app imports\n\trsc.io/quote loaded from rsc.io/quote@v1.5.1,\n\tbut go 1.16 would select v1.5.2\n\n' +
      'To upgrade to the versions selected by go 1.16:\n\tgo mod tidy -go=1.16 && go mod tidy -go=1.17\n' +
      'If reproducibility with go 1.16 is not needed:\n\tgo mod tidy -compat=1.17\n'
    expect(commands(log)).toStrictEqual(['go mod tidy -compat=1.17'])
  })

  it('raise the module whose newer version has the package', () => {
    expect(
      commands('package a.example/b/x provided by a.example/b at latest version v1.5.2 but not at required version v1.4.0\n'),
    ).toStrictEqual(['go get a.example/b@v1.5.2 && go mod tidy'])
  })

  it('drop the other module where the project itself has the package', () => {
    const log =
      'a.go:3:8: ambiguous import: found package a.example/app/lib in multiple modules:\n\ta.example/app (/src/lib)\n\ta.example/app/lib v1.0.0 (/go/lib)\n'
    expect(commands(log)[0]).toBe('go get a.example/app/lib@none && go mod tidy')
  })

  it('are no commands where a person has to decide', () => {
    const logs = [
      'go: a.example/b@v1.9.9: invalid version: unknown revision v1.9.9\n',
      'a.example/b/x: module a.example/b@latest found (v1.5.2), but does not contain package a.example/b/x\n',
      'go: module a.example/b is deprecated: use c\n',
      'go.mod:5: require a.example/b: version "v2.0.0" invalid: should be v0 or v1, not v2\n',
    ]
    expect(logs.map((log) => [classify(log).length, commands(log).length])).toStrictEqual(logs.map(() => [1, 0]))
  })

  it('take no word of a log into a command that is not a plain name', () => {
    const logs = [
      'directory $(id) is contained in a module that is not one of the workspace modules listed in go.work. You can add\n',
      'directory -rf is contained in a module that is not one of the workspace modules listed in go.work. You can add\n',
      'go: cannot load module `id` listed in go.work file: open `id`/go.mod: no such file or directory\n',
      'go: a.example/$(id)@v1.0.0: parsing go.mod:\n\tmodule declares its path as: b.example/`id`\n\tbut was required as: a.example/$(id)\n',
      'a.go:3:8: a.example/b@v1.0.0;id: replacement directory ../$(id) does not exist\n',
      'a.go:3:8: no required module provides package a.example/b; to add it:\n\tgo get a.example/b; rm -rf ~\n',
      '\tgo 1\nx, but go 1.16 would select y\n\tgo mod tidy -compat=1.17; id\n',
      "Try 'go install a.example/b@latest; id'\n'go install' requires a version when current directory is not in a module\n",
      'go: could not create module cache: mkdir /$(id): permission denied\n',
    ]
    const offered = logs.flatMap((log) => classify(log).flatMap(({ fix }) => fix.flatMap(({ command }) => command ?? [])))
    expect(offered.length).toBeGreaterThan(5)
    expect(offered.filter((command) => /\$\(id\)|`|; id|;id|rm -rf ~|use -rf/.test(command))).toStrictEqual([])
  })
})
