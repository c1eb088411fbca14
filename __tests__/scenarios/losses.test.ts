import { describe, expect, it, jest } from '@jest/globals'
import { build } from '../../src/operations/index.js'
import type { Finding } from '../../src/report/index.js'
import { CGO_ONLY, DROPPED, NATIVE } from '../support/plan-cases.js'
import { testHost, type FileTree } from '../support/project.js'
import { makeProject } from './targets-session.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

async function findingsOf(files: FileTree, target: string): Promise<readonly Finding[]> {
  const { directory, env } = makeProject(files)
  const session = { host: testHost(directory, env), progress: () => undefined }
  const { report } = await build(session, { directory, config: { targets: [target] }, version: '0.0.0-test', job: { name: 'leg' } })
  return report.findings.filter(({ rule }) => rule !== 'modules/not-covered')
}

const CROSS = NATIVE === 'linux/arm64' ? 'linux/amd64' : 'linux/arm64'
const OTHER: FileTree = { 'fast/other.go': 'package fast\n\nfunc Other() int { return 1 }\n' }
const UNUSED: FileTree = {
  ...CGO_ONLY,
  ...OTHER,
  'main.go': 'package main\n\nimport "example.com/app/fast"\n\nfunc main() { println(fast.Other()) }\n',
}
/** Not what the real module is, and known by its path. */
const STUB: FileTree = {
  'go.mod':
    'module example.com/app\n\ngo 1.21\n\nrequire github.com/mattn/go-sqlite3 v1.0.0\n\nreplace github.com/mattn/go-sqlite3 => ./db\n',
  'main.go': 'package main\n\nimport db "github.com/mattn/go-sqlite3"\n\nfunc main() { println(db.Open()) }\n',
  'db/go.mod': 'module github.com/mattn/go-sqlite3\n\ngo 1.21\n',
  'db/db.go': 'package db\n\n// static int one(void) { return 1; }\nimport "C"\n\nfunc Open() string { return "open" }\n',
  'db/db_static.go': '//go:build !cgo\n\npackage db\n\nfunc Open() string { return "db: Binary was compiled with \'CGO_ENABLED=0\'" }\n',
}

describe('a build without cgo', () => {
  it('that leaves out code of the project with nothing in its place says so, and writes what is to be added', async () => {
    expect(await findingsOf(UNUSED, CROSS)).toMatchObject([
      {
        rule: 'cgo/silently-dropped',
        severity: 'warning',
        title: `${CROSS}-cgo is built without files of example.com/app/fast`,
        subject: { package: 'example.com/app/fast', file: 'fast_cgo.go' },
        evidence: ['example.com/app/fast: without fast_cgo.go (it imports "C"); nothing in their place'],
        fix: [{ edit: 'add fast_nocgo.go to example.com/app/fast, with //go:build !cgo and what is lost' }, {}],
      },
    ])
  })

  it('that was asked for is told the same, as a note', async () => {
    expect(await findingsOf(UNUSED, `${NATIVE}-cgo`)).toMatchObject([{ rule: 'cgo/silently-dropped', severity: 'note' }])
  })

  it('that falls back as the project means it to is not spoken of', async () => {
    expect(await findingsOf(DROPPED, CROSS)).toEqual([])
  })

  it('that puts a stub of a dependency in place of its C says that it fails when it is called', async () => {
    expect(await findingsOf(STUB, CROSS)).toMatchObject([
      {
        rule: 'cgo/disabled-at-runtime',
        severity: 'warning',
        subject: { package: 'github.com/mattn/go-sqlite3' },
        evidence: ['db_static.go: "db: Binary was compiled with \'CGO_ENABLED=0\'"'],
        fix: [{ edit: `ask for ${CROSS}+cgo, with a C compiler for it in CC` }, { command: 'go get modernc.org/sqlite@latest' }, {}, {}],
      },
    ])
  })

  it('that fails for want of a name says which file is to be added, with which functions', async () => {
    const files = { ...CGO_ONLY, ...OTHER }
    const [finding] = await findingsOf(files, CROSS)
    expect(finding).toMatchObject({ rule: 'cgo/files-dropped', severity: 'error', location: { file: 'main.go', line: 5 } })
    expect(finding?.fix.map(({ edit }) => edit)).toContain(
      'Add fast_nocgo.go with `//go:build !cgo` to example.com/app/fast that defines `func Sum() int` without C.',
    )
  })

  it('whose constraints contradict one another is told to a person who can mend them', async () => {
    const files = { ...DROPPED, 'fast/odd_cgo.go': '//go:build cgo\n// +build !cgo\n\npackage fast\n\nfunc odd() {}\n' }
    expect(await findingsOf(files, CROSS)).toMatchObject([
      { title: 'odd_cgo.go says two things of when it is built', location: { file: 'fast/odd_cgo.go' }, severity: 'note' },
    ])
  })
})
