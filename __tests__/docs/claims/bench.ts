import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { goSumOf, type FileTree, type ProxyModule } from '../../support/project.js'
import { makeProject, readOne, verifyOne, withEnv, type Project } from '../../scenarios/modules-project.js'
import type { Shown } from './claim.js'

/** `quote` needs `words`; `mux` needs nothing. All are understood by Go 1.20. */
export const WORDS: ProxyModule = {
  path: 'example.com/words',
  version: 'v1.0.0',
  files: { 'go.mod': 'module example.com/words\n\ngo 1.20\n', 'words.go': 'package words\n\nfunc Hello() string { return "hello" }\n' },
}
export const QUOTE: ProxyModule = {
  path: 'example.com/quote',
  version: 'v1.2.0',
  files: {
    'go.mod': 'module example.com/quote\n\ngo 1.20\n\nrequire example.com/words v1.0.0\n',
    'quote.go': 'package quote\n\nimport "example.com/words"\n\nfunc Quote() string { return words.Hello() }\n',
  },
}
export const MUX: ProxyModule = {
  path: 'example.com/mux',
  version: 'v1.8.0',
  files: { 'go.mod': 'module example.com/mux\n\ngo 1.20\n', 'mux.go': 'package mux\n\nconst Routes = 0\n' },
}
export const FORK: ProxyModule = {
  path: 'example.com/fork',
  version: 'v1.0.0',
  files: { 'go.mod': 'module example.com/words\n\ngo 1.20\n', 'words.go': 'package words\n\nfunc Hello() string { return "fork" }\n' },
}
export const SUM: string = goSumOf([WORDS, QUOTE])
export const GO_MOD = `module example.com/app

go 1.20

require example.com/quote v1.2.0

require example.com/words v1.0.0 // indirect
`

/** A program that prints what `words` says, by way of `quote`. */
export const PROGRAM: FileTree = {
  'go.mod': GO_MOD,
  'go.sum': SUM,
  'main.go': 'package main\n\nimport (\n\t"fmt"\n\n\t"example.com/quote"\n)\n\nfunc main() { fmt.Println(quote.Quote()) }\n',
}

/** The same go.sum with another hash of one zip. */
export const WRONG_SUM: string = SUM.replace(/(words v1\.0\.0 h1:)..../, '$1AAAA')

/** Projects of one Go release. */
export interface Bench {
  /** Environment that a project of this release needs: its `PATH`. */
  readonly env: Readonly<Record<string, string>>
  /** A project with its own module cache, and a proxy of files that has the modules above. */
  readonly project: (files: FileTree, more?: { readonly modules?: readonly ProxyModule[] }) => Project
}

/** The bench of the go command that is found with `env`. */
export function openBench(env: Readonly<Record<string, string>> = {}): Bench {
  return { env, project: (files, more = {}) => makeProject(files, { modules: more.modules ?? [WORDS, QUOTE, MUX, FORK], env: { ...env } }) }
}

/** What is not the same on every machine, by the name that the page has for it. */
export function fold({ folder, env }: Project, text: string): string {
  return text
    .replaceAll(env['GOMODCACHE'] ?? `${folder}/gopath/pkg/mod`, '$GOMODCACHE')
    .replaceAll(`${folder}/gopath/pkg/mod`, '$GOMODCACHE')
    .replaceAll('../gopath/pkg/mod', '$GOMODCACHE')
    .replaceAll(`file://${folder}/proxy`, '$PROXY')
    .replaceAll(`${folder}/app`, '$PWD')
    .replaceAll(folder, '$TMP')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://database')
}

/** Lines that tell only of progress, or whose order depends on the machine. */
const PROGRESS = /^go: (?:downloading|creating|added|finding|to add module) ?/

/** An argument as the shell wants it. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument}'`
}

/** Runs go in the project. `set` stands in front of the command, as a person would set it for one command. */
export async function show(
  project: Project,
  args: readonly string[],
  { set = {}, only }: { readonly set?: Readonly<Record<string, string>>; readonly only?: RegExp } = {},
): Promise<Shown> {
  const run = Object.keys(set).length === 0 ? project : withEnv(project, set)
  const { exitCode, stdout, stderr } = await run.go.run(args)
  const front = Object.entries(set).map(([name, value]) => `${name}=${fold(project, value)} `)
  const lines = fold(run, `${stdout.text}${stderr.text}`)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '' && !PROGRESS.test(line) && (only === undefined || only.test(line)))
  return { command: `${front.join('')}go ${args.map(quoted).join(' ')}`, exitCode: exitCode ?? -1, output: lines }
}

/** The content of a file of the project, as `cat` shows it. */
export function cat(project: Project, file: string): Shown {
  const text = readFileSync(join(project.app, file), 'utf8')
  return { command: `cat ${file}`, exitCode: 0, output: fold(project, text).trimEnd().split('\n') }
}

/** Rules of the errors and warnings that goparity finds when it verifies the project. */
export async function rulesOf(project: Project): Promise<readonly string[]> {
  // One after the other: reading lets go unpack modules, and a folder that is half unpacked is not what its zip holds.
  const { findings } = await verifyOne(project)
  const { findings: own } = await readOne(project)
  const told = [...findings, ...own].filter(({ severity }) => severity !== 'note').map(({ rule }) => rule)
  return [...new Set(told)].toSorted()
}

/** Whether a command printed a text. */
export function says({ output }: Shown, text: string): boolean {
  return output.some((line) => line.includes(text))
}
