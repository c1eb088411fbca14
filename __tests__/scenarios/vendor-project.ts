import { readFileSync, writeFileSync } from 'node:fs'
import type { Finding } from '../../src/report/index.js'
import type { FileTree, ProxyModule } from '../support/project.js'
import { goSumOf } from '../support/project.js'
import { goDo, makeProject, type Project } from './modules-project.js'

/** A module of all that `go mod vendor` has rules for: other systems, tests, ignored files, embedded files, licences, packages nobody needs. */
export const RICH: ProxyModule = {
  path: 'example.com/Rich',
  version: 'v1.4.0',
  files: {
    'go.mod': 'module example.com/Rich\n\ngo 1.20\n',
    LICENSE: 'free\n',
    'NOTICE.txt': 'notice\n',
    'README.md': 'not copied\n',
    'rich.go': 'package rich\n',
    'lib/lib.go':
      'package lib\n\nimport _ "embed"\n\n//go:embed data/text.txt\nvar text string\n\n// Text is what it says.\nfunc Text() string { return text }\n',
    'lib/lib_windows.go': 'package lib\n\nfunc onWindows() {}\n',
    'lib/lib_test.go': 'package lib\n',
    'lib/gen.go': '//go:build ignore\n\npackage main\n\nfunc main() {}\n',
    'lib/asm.txt': 'beside the source\n',
    'lib/data/text.txt': 'one\ntwo\nthree\n',
    'lib/data/other.txt': 'not embedded\n',
    'lib/testdata/input.txt': 'input\n',
    'plain/plain.go': 'package plain\n\n// Number is a number.\nfunc Number() int { return 1 }\n',
    'unused/unused.go': 'package unused\n',
  },
}
export const SMALL: ProxyModule = { path: 'example.com/small', version: 'v0.1.0', files: { 'small.go': 'package small\n' } }
export const NEWER: ProxyModule = {
  path: 'example.com/small',
  version: 'v0.2.0',
  files: { 'small.go': 'package small\n\nconst New = true\n' },
}
export const FORK: ProxyModule = {
  path: 'example.com/fork',
  version: 'v0.3.0',
  files: { 'go.mod': 'module example.com/small\n\ngo 1.21\n', 'small.go': 'package small\n\nconst Fork = true\n' },
}

/** A program over both, before it is vendored. */
export const PROGRAM: FileTree = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire (\n\texample.com/Rich v1.4.0\n\texample.com/small v0.1.0\n)\n',
  'go.sum': goSumOf([RICH, SMALL, NEWER, FORK]),
  'main.go':
    'package main\n\nimport (\n\t"example.com/Rich/lib"\n\t"example.com/Rich/plain"\n\t_ "example.com/small"\n)\n\nfunc main() { println(lib.Text(), plain.Number()) }\n',
}

/** The program with its vendor folder as the real go makes it. */
export async function vendoredProgram(files: FileTree = PROGRAM, command: 'mod' | 'work' = 'mod'): Promise<Project> {
  const project = makeProject(files, { modules: [RICH, SMALL, NEWER, FORK] })
  await goDo(project, [command, 'vendor'])
  return project
}

/** Edits a file of a project. */
export function change(project: Project, file: string, edit: (text: string) => string): void {
  writeFileSync(`${project.app}/${file}`, edit(readFileSync(`${project.app}/${file}`, 'utf8')))
}

/** Findings in one line each: `error vendor/modified vendor/modules.txt:3 title`. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ severity, rule, location, title }) => `${severity} ${rule} ${location?.file ?? ''}:${String(location?.line)} ${title}`,
  )
}
