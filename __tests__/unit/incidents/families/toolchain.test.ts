import { describe, expect, it } from '@jest/globals'
import { classify } from '../../../../src/incidents/index.js'

/** `rule file-or-module tool` of each incident, `~` behind those that are only likely. */
function told(log: string): readonly string[] {
  return classify(log).map(({ rule, confidence, culprit }) =>
    [`${rule}${confidence === 'certain' ? '' : '~'}`, culprit.module ?? culprit.file ?? culprit.key, culprit.tool]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

const BROKEN = 'toolchain/broken-goroot GOROOT go'
const cases: readonly (readonly [name: string, log: string, verdict: readonly string[]])[] = [
  ['a release that is not there', 'go: download go1.24 for linux/amd64: toolchain not available\n', ['toolchain/download-failed go1.24']],
  [
    'the name of a language',
    'go: invalid toolchain: go1.24 is a language version but not a toolchain version (go1.24.x)\n',
    ['toolchain/download-failed go1.24'],
  ],
  ['a setting', 'go: invalid GOTOOLCHAIN "newest"\n', ['toolchain/download-failed newest']],
  ['a program on PATH', 'go: cannot find "go1.99.0" in PATH\n', ['toolchain/download-failed go1.99.0']],
  [
    'a setup action',
    "Error: Unable to find Go version '1.99' for platform linux and architecture x64.\n",
    ['toolchain/download-failed 1.99'],
  ],
  [
    'a proxy that refuses',
    'go: download go1.22.1: golang.org/toolchain@v0.0.1-go1.22.1.linux-amd64: reading https://proxy.example.org/x.zip: 403 Forbidden\n',
    ['toolchain/download-failed go1.22.1'],
  ],
  [
    'a toolchain line',
    "go: errors parsing go.mod:\ngo.mod:5: invalid toolchain version 'local': must match format go1.23.0 or default\n",
    ['toolchain/download-failed go.mod local'],
  ],
  [
    'an old go',
    "go: errors parsing go.mod:\n/src/go.mod:3: invalid go version '1.21.0': must match format 1.23\n",
    ['toolchain/invalid-go-version /src/go.mod go'],
  ],
  [
    'Windows',
    "go: errors parsing go.mod:\nC:\\src\\go.mod:3: invalid go version '1.21.0': must match format 1.23\n",
    ['toolchain/invalid-go-version C:/src/go.mod go'],
  ],
  [
    'a directive of a newer go',
    'go: errors parsing go.mod:\ngo.mod:9: unknown block type: tool\n',
    ['toolchain/unknown-directive go.mod go'],
  ],
  ['another reader of go.mod', 'go.mod:5: unknown directive: toolchain\n', ['toolchain/unknown-directive~ go.mod go']],
  [
    'a directive of no go',
    'go: errors parsing go.mod:\ngo.mod:5: unknown directive: dependencies\n',
    ['modules/go-mod-needs-update~ go.mod'],
  ],
  ['tools of two releases', 'compile: version "go1.20.14" does not match go tool version "go1.26.8"\n', [BROKEN]],
  [
    'objects of two releases',
    'x.go:3:8: could not import fmt (object is [linux amd64 go1.10 X:framepointer] expected [linux amd64 go1.11 X:framepointer])\n',
    [BROKEN],
  ],
  ['a folder that is not there', 'go: cannot find GOROOT directory: /usr/lib/go\n', [BROKEN]],
  ['a tool that is not there', 'go: no such tool "compile"\n', [BROKEN]],
  ['sources of two releases', '# runtime\n/usr/local/go/src/runtime/signal_unix.go:27: _SIG_DFL redeclared in this block\n', [BROKEN]],
  ['a tool of an older release', 'go tool asm: exit status 2\nflag provided but not defined: -V\n', [BROKEN]],
  [
    'a circle in the standard library',
    'import cycle not allowed\npackage x.example/x\n\timports fmt\n\timports runtime\n\timports runtime/internal/atomic\n\timports runtime\n',
    ['toolchain/broken-goroot~ GOROOT go'],
  ],
  [
    'a circle in the project',
    'import cycle not allowed\npackage x.example/x\n\timports x.example/x/a\n\timports x.example/x\n',
    ['code/compile-error'],
  ],
  [
    'a package that Go always has',
    'x.go:3:8: package bufio is not in std (/usr/lib/go/src/bufio)\n',
    ['toolchain/broken-goroot~ GOROOT go'],
  ],
  ['a package that was misspelt', 'x.go:3:8: package bufo is not in std (/usr/lib/go/src/bufo)\n', []],
  ['a stack', '\t/usr/local/go/src/runtime/panic.go:884 +0x212\n', []],
  [
    'a newer language',
    '/go/pkg/mod/golang.org/x/exp@v0.1.0/a.go:13:2: embedding interface element requires go1.18 or later\n',
    ['toolchain/too-old~ golang.org/x/exp@v0.1.0 go'],
  ],
]

describe('the rules of the toolchain', () => {
  it.each(cases)('recognise, or not: %s', (_name, log, verdict) => {
    expect(told(log)).toStrictEqual(verdict)
  })

  it('never call go itself without GOTOOLCHAIN=local where it cannot start', () => {
    const commands = ['go: invalid GOTOOLCHAIN "newest"\n', 'go: download go1.24 for linux/amd64: toolchain not available\n'].flatMap(
      (log) => (classify(log)[0]?.fix ?? []).flatMap(({ command }) => command ?? []),
    )
    expect(commands.length).toBeGreaterThan(1)
    expect(commands.filter((command) => !command.startsWith('GOTOOLCHAIN=local '))).toStrictEqual([])
  })

  it('think of a full disk where Go misses a package that is there', () => {
    const [incident] = classify(
      '/usr/local/go/src/io/fs/fs.go:11:2: package internal/oserror is not in std (/usr/local/go/src/internal/oserror)\n',
    )
    expect(incident).toMatchObject({ rule: 'toolchain/broken-goroot', confidence: 'likely' })
    expect(incident?.cause).toContain('df -h')
  })
})
