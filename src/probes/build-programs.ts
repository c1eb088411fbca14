import { join } from 'node:path'
import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import type { BuildName, ProbeBuild } from './document.js'
import { PROGRAM_FILES, type ProgramName } from './programs/index.js'

const BUILD_DEADLINE_MS = 5 * 60_000

/** Every build, and what each of our programs is built in: only package net knows netgo and netcgo. */
const BUILDS: readonly { readonly name: BuildName; readonly programs: readonly ProgramName[] }[] = [
  { name: 'nocgo', programs: ['resolve', 'forced', 'web', 'machine'] },
  { name: 'nocgo+netgo', programs: ['resolve'] },
  { name: 'nocgo+netcgo', programs: ['resolve'] },
  { name: 'cgo', programs: ['resolve', 'forced', 'web', 'machine'] },
  { name: 'cgo+netgo', programs: ['resolve'] },
  { name: 'cgo+netcgo', programs: ['resolve'] },
]

/** What go env says of the machine and of the go command in use. */
export interface GoFacts {
  /** As GOVERSION: `go1.26.8`. */
  readonly version: string
  readonly goos: string
  readonly goarch: string
  /** Suffix of programs: `.exe` or nothing. */
  readonly suffix: string
  readonly cgoDefault: boolean
}

/** Our programs as they were built. */
export interface Programs {
  readonly builds: readonly ProbeBuild[]
  /** The absolute path of a program; `null` when that build failed. */
  path(build: BuildName, program: ProgramName): string | null
  /** The program that makes a room; `null` where there is none. */
  readonly room: string | null
}

/** The `go` line that makes the go command behave as itself, and switch to the very toolchain that was asked. */
function goLine(version: string): string {
  const [, release = '1.20', patch = ''] = /^go(1\.\d+)(\.\d+|rc\d+)?/.exec(version) ?? []
  // Before 1.21 a go line has no patch.
  return Number(release.slice(2)) < 21 ? release : `${release}${patch === '' ? '.0' : patch}`
}

/**
 * Writes our programs into a folder, absolute and empty, and builds them with the go command, the compiler and the GOCACHE of the user;
 * GOFLAGS does not count. A build that fails is an answer.
 */
export async function buildPrograms(
  host: Host,
  go: Go,
  folder: string,
  facts: GoFacts,
  tell: (text: string) => void = () => undefined,
): Promise<Programs> {
  const files = { ...PROGRAM_FILES, 'go.mod': `module goparity.example/probe\n\ngo ${goLine(facts.version)}\n` }
  for (const [name, content] of Object.entries(files)) await host.files.writeAtomically(join(folder, name), content)
  const here = go.in(folder)
  const build = async (name: string, programs: readonly ProgramName[]): Promise<string | null> => {
    const [cgo, tags = ''] = name.split('+')
    const env = {
      GO111MODULE: 'on',
      GOWORK: 'off',
      GOFLAGS: '-mod=mod',
      GOOS: facts.goos,
      GOARCH: facts.goarch,
      CGO_ENABLED: cgo === 'cgo' ? '1' : '0',
    }
    // The trailing slash: into a folder, whatever the number of programs.
    const args = ['build', '-buildvcs=false', `-tags=${tags}`, '-o', `${join(folder, 'bin', name)}/`, ...programs.map((one) => `./${one}`)]
    const { ending, exitCode, stderr } = await here.run(args, { env, deadlineMs: BUILD_DEADLINE_MS })
    if (ending === 'timed-out') return 'it took longer than five minutes'
    if (exitCode === 0) return null
    const lines = stderr.text.split('\n').map((line) => line.trim())
    return (lines.find((line) => line !== '' && !line.startsWith('#') && !line.startsWith('go: downloading')) ?? 'go build failed').slice(
      0,
      300,
    )
  }
  const builds: ProbeBuild[] = []
  for (const { name, programs } of BUILDS) {
    tell(`building the programs: ${name}`)
    const reason = await build(name, programs)
    builds.push({ name, outcome: reason === null ? 'built' : 'failed', reason })
  }
  const hasRoom = facts.goos === 'linux' && (await build('room', ['room'])) === null
  return {
    builds,
    path: (name, program) => {
      const isThere =
        builds.some((one) => one.name === name && one.outcome === 'built') &&
        BUILDS.some((one) => one.name === name && one.programs.includes(program))
      return isThere ? join(folder, 'bin', name, `${program}${facts.suffix}`) : null
    },
    room: hasRoom ? join(folder, 'bin', 'room', 'room') : null,
  }
}
