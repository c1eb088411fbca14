import { readAccount, readClock, readLibc } from './answers.js'
import { CLEAN_ENVIRONMENT, runHere, type Bench } from './bench.js'
import type { BuildName, ClockRow, LibcRow, UserRow } from './document.js'

const BUILDS = ['nocgo', 'cgo'] as const satisfies readonly BuildName[]
const LIMIT_MS = 30_000

/** An /etc/passwd without the user of the process, as in an image that is run with a number of a user. */
const STRANGERS = 'somebody:x:4242:4242::/:/bin/sh\n'

/** What os/user says of the user of the process, on this machine and where no entry has its number. */
export async function measureUsers(bench: Bench): Promise<readonly UserRow[]> {
  const rows: UserRow[] = []
  for (const build of BUILDS) {
    const path = bench.programs.path(build, 'machine')
    if (path === null) continue
    const ran = await runHere(bench, `os/user of ${build}`, [path, 'user'])
    const account = ran === null ? null : readAccount(ran.stdout)
    if (account !== null) {
      const { found, groups, error } = account
      rows.push({ build, where: 'this machine', found, name: null, groups, error: error.slice(0, 300) })
    }
    for (const [where, env] of [
      ['no entry in /etc/passwd, $USER and $HOME set', { USER: 'probe', HOME: '/' }],
      ['no entry in /etc/passwd, $USER not set', { USER: undefined, HOME: '/' }],
    ] as const) {
      const report = await bench.room?.run({
        nsswitch: 'passwd: files\ngroup: files\nhosts: files\n',
        passwd: STRANGERS,
        command: [path, 'user'],
        env: { ...CLEAN_ENVIRONMENT, ...env },
        limitMs: LIMIT_MS,
      })
      const inRoom = report === undefined ? null : readAccount(report.stdout)
      if (inRoom !== null) {
        const { found, name, groups, error } = inRoom
        rows.push({ build, where, found, name: found ? name : null, groups, error: error.slice(0, 300) })
      } else if (report !== undefined) bench.degrade(`os/user of ${build}, ${where}`, report.fault || report.stderr.slice(0, 300))
    }
  }
  return rows
}

/** The clock by each build, with and without runtime.LockOSThread, and what the kernel reads it from. */
export async function measureClocks(bench: Bench): Promise<{ readonly source: string | null; readonly clocks: readonly ClockRow[] }> {
  const clocks: ClockRow[] = []
  let source: string | null = null
  for (const build of BUILDS) {
    const path = bench.programs.path(build, 'machine')
    const ran = path === null ? null : await runHere(bench, `the clock of ${build}`, [path, 'clock'])
    const clock = ran === null ? null : readClock(ran.stdout)
    if (clock === null) continue
    source ??= clock.source === '' ? null : clock.source.slice(0, 60)
    for (const locked of [false, true]) {
      const { moved, ...one } = locked ? clock.locked : clock.free
      clocks.push({ build, locked, ...one, moved: clock.canMove ? moved : null })
    }
  }
  return { source, clocks }
}

/** The C library by each build. */
export async function measureLibc(bench: Bench): Promise<readonly LibcRow[]> {
  const rows: LibcRow[] = []
  for (const build of BUILDS) {
    const path = bench.programs.path(build, 'machine')
    const ran = path === null ? null : await runHere(bench, `libc of ${build}`, [path, 'libc'])
    const libc = ran === null ? null : readLibc(ran.stdout)
    if (libc !== null) rows.push({ build, ...libc })
  }
  return rows
}
