import type { Host, Processes, ProcessResult, RunOptions } from '../host/index.js'
import { captured } from './captured.js'
import { fakeHashing } from './fake-hashing.js'
import { memoryFiles } from './memory-files.js'

/** What a program of a fake machine does: text on standard output, or a part of a result. */
export type FakeProgram = (
  args: readonly string[],
  options: RunOptions,
) => string | (Partial<Omit<ProcessResult, 'stdout' | 'stderr'>> & { readonly stdout?: string; readonly stderr?: string })

/** Programs by name; any other is not there. */
export function fakeProcesses(programs: Readonly<Record<string, FakeProgram>> = {}): Processes {
  return {
    async run(command, args, options) {
      const program = Object.hasOwn(programs, command) ? programs[command] : undefined
      if (program === undefined) throw Object.assign(new Error(`spawn ${command} ENOENT`), { code: 'ENOENT' })
      const said = program(args, options)
      const { stdout = '', stderr = '', ...rest } = typeof said === 'string' ? { stdout: said } : said
      return { ending: 'exited', exitCode: 0, durationMs: 0, ...rest, stdout: captured(stdout), stderr: captured(stderr) }
    },
    find: async (command) => (Object.hasOwn(programs, command) ? `/usr/bin/${command}` : null),
  }
}

/**
 * A machine that touches nothing: empty environment, files in memory, no program, a clock that stands still.
 * `overrides` replaces single parts.
 */
export function fakeHost(overrides: Partial<Host> = {}): Host {
  return {
    env: {},
    cwd: '/project',
    system: { platform: 'linux', hostname: 'fake', homeDirectory: '/home/user', tempDirectory: '/tmp', parallelism: 2 },
    files: memoryFiles(),
    processes: fakeProcesses(),
    hashing: fakeHashing(),
    clock: { now: () => 0 },
    ...overrides,
  }
}
