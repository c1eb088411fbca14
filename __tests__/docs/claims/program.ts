import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { classify, type IncidentFacts } from '../../../src/incidents/index.js'
import type { Project } from '../../scenarios/modules-project.js'
import { fold } from './bench.js'
import type { Shown } from './claim.js'

/** Lines that a command printed, as the page shows them. */
export function lines(project: Project, text: string): readonly string[] {
  return fold(project, text)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
}

/** A command that the test did in its own way, and what it would have printed. */
export function note(command: string, ...output: readonly string[]): Shown {
  return { command, exitCode: 0, output }
}

/** Runs a program that go has built in the project, or any other, as a person would there. */
export function start(project: Project, command: readonly string[], set: Readonly<Record<string, string>> = {}): Shown {
  const [program = '', ...args] = command
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    cwd: project.app,
    env: { ...project.env, LC_ALL: 'C', ...set },
    encoding: 'utf8',
  })
  if (error !== undefined) throw error
  const front = Object.entries(set).map(([name, value]) => `${name}=${fold(project, value)} `)
  const output = [...lines(project, `${stdout}${stderr}`), ...(signal === null ? [] : [`killed by ${signal}`])]
  return { command: `${front.join('')}${command.join(' ')}`, exitCode: status ?? -1, output }
}

/** The first line that matches, as `grep -m 1` shows it. */
export function first(shown: Shown, pattern: RegExp): Shown {
  const found = shown.output.find((line) => pattern.test(line))
  return {
    command: `${shown.command} 2>&1 | grep -m 1 '${pattern.source}'`,
    exitCode: found === undefined ? 1 : 0,
    output: found === undefined ? [] : [found],
  }
}

/** A `PATH` on which there is the go command of the project and nothing else: no C compiler. */
export function goAlone(project: Project): string {
  const folder = join(project.folder, 'only-go')
  const go = (project.env['PATH'] ?? '')
    .split(':')
    .map((entry) => join(entry, 'go'))
    .find((path) => existsSync(path))
  if (go === undefined) throw new Error('go is not on PATH')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'go'))) symlinkSync(realpathSync(go), join(folder, 'go'))
  return folder
}

/** Rules of what goparity recognises in the output of the commands. */
export function recognised(shown: readonly Shown[], facts: IncidentFacts = {}): readonly string[] {
  return [...new Set(shown.flatMap(({ output }) => classify(output.join('\n'), facts).map(({ rule }) => rule)))].toSorted()
}

/** A go.mod of `example.com/app` with the requirements. */
export function appMod(...requires: readonly string[]): string {
  return ['module example.com/app', 'go 1.20', ...requires.map((line) => `require ${line}`)].join('\n\n').concat('\n')
}
