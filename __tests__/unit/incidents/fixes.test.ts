import { describe, expect, it } from '@jest/globals'
import { catalogue, classify, incidentFinding, type Incident, type IncidentFacts } from '../../../src/incidents/index.js'
import { readCorpus } from '../../corpus/read-corpus.js'

const machines: readonly IncidentFacts[] = [
  {},
  { hostGoos: 'linux', hostGoarch: 'amd64', distribution: 'debian', goos: 'linux', goarch: 'amd64' },
  { hostGoos: 'linux', hostGoarch: 'amd64', distribution: 'alpine', goos: 'linux', goarch: 'arm64', cgoEnabled: true },
  { hostGoos: 'linux', hostGoarch: 'arm64', distribution: 'fedora', goos: 'windows', goarch: 'amd64', cgoEnabled: true },
  { hostGoos: 'linux', hostGoarch: 'amd64', distribution: 'ubuntu', goos: 'darwin', goarch: 'arm64' },
  { hostGoos: 'darwin', hostGoarch: 'arm64', goos: 'linux', goarch: 'amd64', cgoEnabled: true },
  { hostGoos: 'windows', hostGoarch: 'amd64', goos: 'windows', goarch: 'amd64' },
]
const all = readCorpus().flatMap(({ file, log }) =>
  machines.flatMap((facts) => classify(log, facts).map((incident) => ({ file, facts, incident }))),
)

function commands(log: string, facts: IncidentFacts): readonly string[] {
  return (classify(log, facts)[0]?.fix ?? []).flatMap(({ command }) => command ?? [])
}

describe('the ways out', () => {
  it('never silence a check or throw more away than the one module', () => {
    const wrong =
      /GOSUMDB=|GONOSUMDB|GONOSUMCHECK|GOINSECURE|-insecure|-mod=mod|clean -modcache|clean -cache|rm [^;]*go\.(?:sum|mod)\b|GOFLAGS=-mod=mod|sudo rm|rm -rf \/|-mod=vendor/
    const bad = all.flatMap(({ file, incident }) =>
      incident.fix.filter(({ command, edit }) => wrong.test(command ?? '') || wrong.test(edit ?? '')).map((fix) => [file, fix]),
    )
    expect(bad).toStrictEqual([])
  })

  it('exist for everything but the code, and each says why', () => {
    const without = all.filter(({ incident }) => incident.fix.length === 0 && !incident.rule.startsWith('code/'))
    expect(without.map(({ file, incident }) => [file, incident.rule])).toStrictEqual([])
    expect(
      all
        .flatMap(({ incident }) => incident.fix)
        .filter(({ why, command, edit }) => why === '' || (command === undefined) === (edit === undefined)),
    ).toStrictEqual([])
  })

  it('leave a module that the checksum database contradicts to a person', () => {
    const mismatches = all.filter(({ incident }) => incident.rule === 'checksum/sumdb-mismatch')
    expect(mismatches.length).toBeGreaterThan(0)
    expect(mismatches.flatMap(({ incident }) => incident.fix.flatMap(({ command }) => command ?? []))).toStrictEqual([])
  })

  it('offer nothing for what the code itself gets wrong', () => {
    expect(all.filter(({ incident }) => incident.rule.startsWith('code/') && incident.fix.length > 0)).toStrictEqual([])
  })

  it('fit the distribution', () => {
    const log = '# example.com/app\n./main.go:4:10: fatal error: sqlite3.h: No such file or directory\n'
    const installs = (facts: IncidentFacts): readonly string[] => commands(log, facts).filter((command) => command.includes('sqlite'))
    expect(installs({ hostGoos: 'linux', distribution: 'debian' })).toStrictEqual(['apt-get update && apt-get install -y libsqlite3-dev'])
    expect(installs({ hostGoos: 'linux', distribution: 'alpine' })).toStrictEqual(['apk add sqlite-dev'])
    expect(installs({ hostGoos: 'linux', distribution: 'rocky' })).toStrictEqual(['dnf install -y sqlite-devel'])
    expect(installs({ hostGoos: 'darwin' })).toStrictEqual(['brew install sqlite'])
    expect(installs({ hostGoos: 'windows' })).toStrictEqual([])
    expect(installs({})).toHaveLength(4)
  })

  it('bring the library of the target to a cross build', () => {
    const log =
      '# example.com/app\n/usr/bin/ld: cannot find -lsqlite3: No such file or directory\ncollect2: error: ld returned 1 exit status\n'
    const facts: IncidentFacts = { hostGoos: 'linux', hostGoarch: 'amd64', goos: 'linux', goarch: 'arm64', distribution: 'ubuntu' }
    expect(commands(log, facts)[0]).toBe('dpkg --add-architecture arm64 && apt-get update && apt-get install -y libsqlite3-dev:arm64')
  })

  it('name the compiler that builds for the target', () => {
    const log = "# runtime/cgo\ngcc_riscv64.S:17: Error: no such instruction: `sd x1,-200(sp)'\n"
    const facts: IncidentFacts = { hostGoos: 'linux', hostGoarch: 'amd64', goos: 'linux', goarch: 'riscv64', distribution: 'debian' }
    expect(commands(log, facts)).toStrictEqual([
      'apt-get update && apt-get install -y gcc-riscv64-linux-gnu libc6-dev-riscv64-cross',
      'CGO_ENABLED=1 CC=riscv64-linux-gnu-gcc GOOS=linux GOARCH=riscv64 go build ./...',
      'CGO_ENABLED=1 CC="zig cc -target riscv64-linux-musl" CXX="zig c++ -target riscv64-linux-musl" GOOS=linux GOARCH=riscv64 go build ./...',
      'CGO_ENABLED=0 GOOS=linux GOARCH=riscv64 go build ./...',
    ])
  })

  it('never hand a word of the log to a shell that is not a plain name', () => {
    const logs = [
      'x;rm v1.0.0: dir has been modified (/x)\n',
      'rsc.io/$(id) v1.0.0: dir has been modified (/x)\n',
      'verifying rsc.io/`id`@v1.0.0: checksum mismatch\n\tdownloaded: h1:w5fcysjrx7yqtD/aO+QwRjYZOKnaM9Uh2b40tElTs3Y=\n\tgo.sum:     h1:AAAAysjrx7yqtD/aO+QwRjYZOKnaM9Uh2b40tElTs3Y=\n',
      '# a.example/b\nb.go:1:2: fatal error: $(id).h: No such file or directory\n',
      "# a.example/b\n# [pkg-config --cflags  -- x]\nPackage '$(id)', required by 'virtual:world', not found\n",
      'go: unsupported GOOS/GOARCH pair $(id)/`id`\n',
      'main.go:3:8: missing go.sum entry for module providing package rsc.io/quote; to add:\n\tgo get rsc.io/quote; rm -rf ~\n',
    ]
    const offered = logs.flatMap((log) => classify(log).flatMap(({ fix }) => fix.flatMap(({ command }) => command ?? [])))
    expect(offered.length).toBeGreaterThan(0)
    expect(offered.filter((command) => /\$\(id\)|`|rm -rf ~|;rm/.test(command))).toStrictEqual([])
  })
})

describe('the catalogue', () => {
  it('has each rule once, with a page of its own', () => {
    const ids = catalogue.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, summary, doc } of catalogue) {
      expect(id).toMatch(/^(?:toolchain|checksum|vendor|modules|network|host|runtime|cgo|target|code)\/[a-z0-9-]+$/)
      expect(summary).toMatch(/^[A-Za-z].*[^.]$/)
      expect(doc.length).toBeGreaterThan(80)
    }
  })

  it('looks only at lines that hold the anchor of a wording', () => {
    for (const { id, wordings } of catalogue)
      for (const { anchor } of wordings) expect({ id, length: anchor.length }).not.toStrictEqual({ id, length: 0 })
  })
})

describe('the finding of an incident', () => {
  const incident: Incident = {
    rule: 'cgo/header-missing',
    confidence: 'likely',
    culprit: { library: 'zmq.h', package: 'example.com/app' },
    location: { file: 'main.go', line: 4 },
    cause: 'It is not there.',
    evidence: [{ line: 9, text: 'main.go:4: fatal error: zmq.h' }],
    fix: [{ command: 'apk add zeromq-dev', why: 'brings it' }],
  }

  it('has its words, its place and its target', () => {
    expect(incidentFinding(incident, { source: 'targets', root: '.', target: 'linux/arm64+cgo' })).toStrictEqual({
      rule: 'cgo/header-missing',
      severity: 'error',
      state: 'new',
      title: 'fatal error: zmq.h',
      message: 'It is not there. (Likely: the output alone does not prove it.)',
      subject: { library: 'zmq.h', package: 'example.com/app', target: 'linux/arm64+cgo' },
      location: { file: 'main.go', line: 4 },
      evidence: ['main.go:4: fatal error: zmq.h'],
      fix: [{ command: 'apk add zeromq-dev', why: 'brings it' }],
      source: 'targets',
      root: '.',
    })
  })

  it('takes another severity, and says a certain cause as it is', () => {
    const finding = incidentFinding({ ...incident, confidence: 'certain' }, { source: 'integrity', severity: 'note' })
    expect([finding.severity, finding.message, finding.root, finding.subject.target]).toStrictEqual([
      'note',
      'It is not there.',
      undefined,
      undefined,
    ])
  })
})
