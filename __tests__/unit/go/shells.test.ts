import { describe, expect, it } from '@jest/globals'
import { askShells } from '../../../src/go/shells.js'
import type { Host, RunOptions } from '../../../src/host/index.js'
import { fakeHost, fakeProcesses, memoryFiles, type FakeProgram } from '../../../src/testing/index.js'

const HOME = { '/home/user/.profile': 'export CC=tcc\n', '/home/user/.bashrc': 'export CXX=t++\n' }

/** A machine whose shells write `answer` where they are told to, and end as `result` says. */
function machine(
  answer: string | null,
  result: ReturnType<FakeProgram> = '',
  env: Host['env'] = { SHELL: '/bin/bash' },
): { host: Host; asked: RunOptions[]; args: (readonly string[])[] } {
  const files = memoryFiles(HOME)
  const asked: RunOptions[] = []
  const args: (readonly string[])[] = []
  const sh: FakeProgram = (given, options) => {
    asked.push(options)
    args.push(given)
    if (answer !== null) void files.writeAtomically(options.env['GOPARITY_ANSWER'] ?? '', answer)
    return result
  }
  const processes = fakeProcesses({ '/bin/sh': sh })
  const host = fakeHost({
    env,
    files,
    processes: { ...processes, find: async (command) => (command.includes('/') ? command : `/bin/${command}`) },
  })
  return { host, asked, args }
}

describe('askShells', () => {
  it('starts a shell with nothing but a home folder, and never with a variable of this process', async () => {
    const { host, asked, args } = machine('CC=tcc\0=end\0', '', {
      SHELL: '/opt/bin/zsh',
      HOME: '/home/user',
      USER: 'user',
      GOFLAGS: '-x',
      GITHUB_TOKEN: 't',
      BASH_ENV: '/x',
      ENV: '/x',
    })
    expect((await askShells(host)).readings.map(({ shell, kind, variables }) => [shell, kind, variables])).toEqual([
      ['zsh', 'login', { CC: 'tcc' }],
      ['zsh', 'interactive', { CC: 'tcc' }],
    ])
    expect(asked.map(({ env, cwd }) => [cwd, { ...env, GOPARITY_ANSWER: undefined }])).toEqual(
      [1, 2].map(() => [
        '/home/user',
        {
          HOME: '/home/user',
          USER: 'user',
          LOGNAME: 'user',
          SHELL: '/opt/bin/zsh',
          TERM: 'dumb',
          PATH: '/usr/local/bin:/usr/bin:/bin',
          PWD: '/home/user',
        },
      ]),
    )
    expect(args.map((given) => given.slice(3, 5))).toEqual([
      ['/opt/bin/zsh', '-lc'],
      ['/opt/bin/zsh', '-ic'],
    ])
  })

  it('gives the assignments of the files that this shell reads', async () => {
    const { host } = machine('=end\0')
    expect((await askShells(host)).assignments).toEqual([
      { file: '~/.profile', line: 1, name: 'CC' },
      { file: '~/.bashrc', line: 1, name: 'CXX' },
    ])
    expect((await askShells(machine('=end\0', '', { SHELL: '/bin/sh' }).host)).assignments.map(({ file }) => file)).toEqual(['~/.profile'])
  })

  it.each<[string, string | null, ReturnType<FakeProgram>, string]>([
    ['hangs', null, { ending: 'timed-out', exitCode: null }, 'it did not come to its end within 3 s'],
    ['is cancelled', null, { ending: 'cancelled', exitCode: null }, 'cancelled'],
    ['dies', null, { exitCode: null }, 'a start-up file ended it (exit code none: a signal)'],
    ['writes half an answer', 'CC=tcc\0CXX=', { exitCode: 0 }, 'a start-up file ended it (exit code 0)'],
    ['writes something else', 'hello', { exitCode: 0 }, 'a start-up file ended it (exit code 0)'],
  ])('that %s: nothing is known of it, in one line each', async (_name, answer, result, why) => {
    const { readings, degraded } = await askShells(machine(answer, result).host)
    expect(readings).toEqual([])
    expect(degraded).toEqual([
      { what: 'what login bash shells set for go', why },
      { what: 'what interactive bash shells set for go', why },
    ])
  })

  it('says that there is no sh, and throws nothing', async () => {
    const { host } = machine('=end\0')
    const { degraded } = await askShells({ ...host, processes: { ...fakeProcesses(), find: async () => '/bin/bash' } })
    expect(degraded.map(({ why }) => why)).toEqual([
      expect.stringContaining('it cannot be started'),
      expect.stringContaining('it cannot be started'),
    ])
  })

  it('asks nobody on Windows, without a home folder and without any shell', async () => {
    const nothing = { readings: [], assignments: [], degraded: [] }
    const { host, asked } = machine('=end\0')
    expect(await askShells({ ...host, system: { ...host.system, platform: 'win32' } })).toEqual(nothing)
    expect(await askShells({ ...host, env: { HOME: '/nowhere' } })).toEqual(nothing)
    expect(await askShells({ ...host, env: {}, processes: fakeProcesses() })).toEqual(nothing)
    expect(asked).toEqual([])
  })
})
