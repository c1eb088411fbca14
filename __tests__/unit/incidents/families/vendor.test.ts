import { describe, expect, it } from '@jest/globals'
import { classify } from '../../../../src/incidents/index.js'

/** `rule culprit` of each incident, `~` behind those that are only likely. */
function told(log: string): readonly string[] {
  return classify(log).map(
    ({ rule, confidence, culprit }) =>
      `${rule}${confidence === 'certain' ? '' : '~'} ${culprit.module ?? culprit.package ?? culprit.file ?? ''}`,
  )
}

const REQUIRED = 'is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt'
const MARKED = 'is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod'

describe('vendor/inconsistent', () => {
  const cases: readonly (readonly [name: string, log: string, verdict: readonly string[]])[] = [
    [
      'one module',
      `go: inconsistent vendoring in /src:\n\trsc.io/quote@v1.5.1: ${REQUIRED}\n`,
      ['vendor/inconsistent rsc.io/quote@v1.5.1'],
    ],
    [
      'the list alone, its head cut off',
      `\trsc.io/quote@v1.5.1: ${REQUIRED}\n\trsc.io/sampler@v1.3.0: ${MARKED}\n`,
      ['vendor/inconsistent rsc.io/quote@v1.5.1'],
    ],
    ['the head alone', 'go: inconsistent vendoring in C:\\src\\app:\n', ['vendor/inconsistent vendor/modules.txt']],
    [
      'a version that modules.txt contradicts',
      '\trsc.io/quote@v1.5.1: is explicitly required in go.mod, but vendor/modules.txt indicates rsc.io/quote@v1.5.2\n',
      ['vendor/inconsistent rsc.io/quote@v1.5.1'],
    ],
    [
      'another replacement',
      '\trsc.io/quote: is replaced by ../quote in go.mod, but marked as replaced by ./q in vendor/modules.txt\n',
      ['vendor/inconsistent rsc.io/quote'],
    ],
    [
      'a line wrapped by a terminal',
      '\trsc.io/quote@v1.5.1: is explicitly required in go.mod, but not marked as\nexplicit in vendor/modules.txt\n',
      ['vendor/inconsistent rsc.io/quote@v1.5.1'],
    ],
    [
      'gopls',
      `Your workspace is misconfigured: exit status 1: go: inconsistent vendoring in C:\\x:\n\trsc.io/quote@v1.5.1: ${REQUIRED}\n\nrun 'go mod vendor' to sync, or use -mod=mod or -mod=readonly\n`,
      ['vendor/inconsistent rsc.io/quote@v1.5.1'],
    ],
    [
      'other output within the list',
      `\ta.example/a@v1.0.0: ${REQUIRED}\ngo: downloading x\n\tb.example/b@v1.0.0: ${REQUIRED}\n`,
      ['vendor/inconsistent a.example/a@v1.0.0'],
    ],
    ['prose', 'The vendor folder is replaced by modules; what is marked as done is explicitly required by nobody.\n', []],
    [
      'a module that is replaced but not required',
      'x.go:3:8: module rsc.io/quote provides package rsc.io/quote and is replaced but not required; to add it:\n\tgo get rsc.io/quote\n',
      ['modules/go-mod-needs-update rsc.io/quote'],
    ],
  ]
  it.each(cases)('is recognised, or not: %s', (_name, log, verdict) => {
    expect(told(log)).toStrictEqual(verdict)
  })

  it('names the modules of a long list, once, whatever its length', () => {
    const modules = Array.from({ length: 200 }, (_, index) => `\tm.example/m${String(index)}@v1.0.0: ${REQUIRED}`)
    const incidents = classify(`go: inconsistent vendoring in /src:\n${modules.join('\n')}\n`)
    expect(incidents).toHaveLength(1)
    expect(incidents[0]?.cause).toMatch(/m\.example\/m0@v1\.0\.0, m\.example\/m1@v1\.0\.0.* and \d+ more/)
  })

  it('is about the workspace where go says so', () => {
    const [incident] = classify(`\ta.example/a@v1.0.0: ${MARKED.replace('in go.mod', 'in a go.mod')}\n`)
    expect(incident?.fix[0]?.command).toBe('go work vendor')
  })

  it('thinks of a folder that did not get here when nothing at all is marked', () => {
    const none = classify(`\ta.example/a@v1.0.0: ${REQUIRED}\n\tb.example/b@v1.0.0: ${REQUIRED}\n`)[0]?.cause
    const some = classify(`\ta.example/a@v1.0.0: ${REQUIRED}\n\tb.example/b@v1.0.0: ${MARKED}\n`)[0]?.cause
    expect([none?.includes('.dockerignore'), some?.includes('.dockerignore')]).toStrictEqual([true, false])
  })
})

describe('vendor/missing-package', () => {
  const cases: readonly (readonly [name: string, log: string, verdict: readonly string[]])[] = [
    [
      'an import',
      'a.go:3:8: cannot find module providing package rsc.io/quote: import lookup disabled by -mod=vendor\n',
      ['vendor/missing-package rsc.io/quote'],
    ],
    [
      'an import of an older Go',
      'a.go:3:8: cannot find module for path rsc.io/quote: import lookup disabled by -mod=vendor\n',
      ['vendor/missing-package rsc.io/quote'],
    ],
    [
      'a query, its package told before',
      'go: finding module for package rsc.io/quote\na.go:3:8: cannot query module due to -mod=vendor\n',
      ['vendor/missing-package rsc.io/quote'],
    ],
    [
      'queries of two packages',
      'go: finding module for package a.example/a\ngo: finding module for package b.example/b\na.go:3:8: cannot query module due to -mod=vendor\n',
      ['vendor/missing-package a.go'],
    ],
    ['a folder', 'a.go:3:8: cannot find package "." in:\n\t/src/vendor/rsc.io/quote\n', ['vendor/missing-package rsc.io/quote']],
    [
      'a folder of Windows',
      'a.go:3:8: cannot find package "." in:\n\tC:\\src\\vendor\\rsc.io\\quote\n',
      ['vendor/missing-package rsc.io/quote'],
    ],
    ['a folder that is no vendor folder', 'a.go:3:8: cannot find package "." in:\n\t/src/lib\n', ['code/compile-error~ a.go']],
    [
      'a vendor tree of GOPATH',
      'a.go:3:8: cannot find package "rsc.io/quote" in any of:\n\t/go/src/app/vendor/rsc.io/quote (vendor tree)\n\t/usr/local/go/src/rsc.io/quote (from $GOROOT)\n',
      ['vendor/missing-package rsc.io/quote'],
    ],
    [
      'the same with -mod=readonly',
      'a.go:3:8: cannot find module providing package rsc.io/quote: import lookup disabled by -mod=readonly\n',
      ['modules/go-mod-needs-update~ rsc.io/quote'],
    ],
  ]
  it.each(cases)('is recognised, or not: %s', (_name, log, verdict) => {
    expect(told(log)).toStrictEqual(verdict)
  })
})
