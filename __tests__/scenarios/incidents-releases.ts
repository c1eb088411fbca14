import { execFileSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { classify, type Incident } from '../../src/incidents/index.js'
import type { IncidentProject } from './incidents-project.js'

type Variables = Readonly<Record<string, string | undefined>>

/** The Go of this machine and one that says many things in other words. */
export const RELEASES: readonly ['installed', '1.20.14'] = ['installed', '1.20.14']

/** What makes `go` be this release: fetched as a toolchain, with the machine's own settings, where it is another one. */
export function goRelease(release: string): Variables {
  if (release === 'installed') return {}
  const settings = { ...process.env, GOTOOLCHAIN: `go${release}`, GOFLAGS: '', GOWORK: 'off' }
  const root = execFileSync('go', ['env', 'GOROOT'], { env: settings, encoding: 'utf8' }).trim()
  return { PATH: `${join(root, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` }
}

/** Runs a line of a shell, which must fail, and says what is recognised in its output. */
export function failing(project: IncidentProject, line: string, env: Variables = {}): readonly Incident[] {
  const { ok, output } = project.run(['sh', '-c', line], env)
  if (ok) throw new Error(`${line} did not fail:\n${output}`)
  return classify(output)
}

/** Runs a line of a shell, which must succeed, and gives what it printed. */
export function passing(project: IncidentProject, line: string, env: Variables = {}): string {
  const { ok, output } = project.run(['sh', '-c', line], env)
  if (!ok) throw new Error(`${line} failed:\n${output}`)
  return output
}

/** The command of a way out, as it is printed. */
export function commandOf(incidents: readonly Incident[], index: number): string {
  const command = incidents[0]?.fix[index]?.command
  if (command === undefined) throw new Error(`way out ${String(index)} is no command: ${JSON.stringify(incidents[0]?.fix ?? null)}`)
  return command
}

/** The edit of a way out, as it is printed; the test performs it. */
export function editOf(incidents: readonly Incident[], index: number): string {
  const edit = incidents[0]?.fix[index]?.edit
  if (edit === undefined) throw new Error(`way out ${String(index)} is no edit: ${JSON.stringify(incidents[0]?.fix ?? null)}`)
  return edit
}
