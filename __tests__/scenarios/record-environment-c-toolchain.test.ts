import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findCCompiler, findLibc } from '../../src/cgo/index.js'
import { openGo } from '../../src/go/index.js'
import type { Files, Host, ProcessResult } from '../../src/host/index.js'
import type { CCompiler } from '../../src/snapshot/index.js'
import { goTestEnv, makeFolder, testHost } from '../support/project.js'

/** A folder with programs, each a shell script. */
function withPrograms(programs: Readonly<Record<string, string>>): string {
  const folder = makeFolder()
  for (const [name, script] of Object.entries(programs)) writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return folder
}

async function find(cc: string, folder: string, values: Readonly<Record<string, string>> = {}): Promise<CCompiler | null> {
  const env = { ...goTestEnv(folder), HOME: folder, PATH: `${folder}:/bin:/usr/bin` }
  const host = testHost(folder, env)
  return findCCompiler(host, openGo(host, { directory: join(folder, 'tmp') }), { ...values, CC: cc })
}

const CC = `case "$*" in
*--version) echo "fake 1.2 in $LC_ALL: $*"; echo more;;
*-dumpmachine) echo "target-of $*";;
*) exit 1;;
esac`

describe('findCCompiler', () => {
  it('says what CC is, where it lies, its version and its target, without the folder of the user', async () => {
    expect(await find('fakecc', withPrograms({ fakecc: CC }))).toEqual({
      command: 'fakecc',
      path: '$HOME/fakecc',
      version: 'fake 1.2 in C: --version',
      target: 'target-of -dumpmachine',
    })
  })

  it('keeps the arguments of CC, and splits them as go does', async () => {
    const folder = withPrograms({ 'fake cc': CC })
    expect(await find(`'${folder}/fake cc' cc -target x86_64-linux-musl`, folder)).toEqual({
      command: `'$HOME/fake cc' cc -target x86_64-linux-musl`,
      path: '$HOME/fake cc',
      version: 'fake 1.2 in C: cc -target x86_64-linux-musl --version',
      target: 'target-of cc -target x86_64-linux-musl -dumpmachine',
    })
  })

  it('says so when it is not on PATH', async () => {
    expect(await find('no-such-cc -m64', makeFolder())).toEqual({ command: 'no-such-cc -m64', path: null, version: null, target: null })
  })

  it('does not know version and target of a compiler that fails or prints nothing', async () => {
    const folder = withPrograms({ failing: 'echo x; exit 1', silent: 'exit 0' })
    expect(await find('failing', folder)).toMatchObject({ path: '$HOME/failing', version: null, target: null })
    expect(await find('silent', folder)).toMatchObject({ path: '$HOME/silent', version: null, target: null })
  })

  it('keeps only the beginning of a long first line, and no credential in it', async () => {
    const folder = withPrograms({ long: `printf 'TOKEN=s3cret '; head -c 100000 /dev/zero | tr '\\0' x` })
    const found = await find('long', folder)
    expect(found?.version).toMatch(/^TOKEN=\*\*\* x+$/)
    expect(found?.version?.length).toBeLessThanOrEqual(200)
  })

  it.each(['', '  ', `'open`])('finds nothing for CC=%j', async (cc) => {
    expect(await find(cc, makeFolder())).toBeNull()
  })
})

function captured(text: string): ProcessResult['stdout'] {
  return { text, bytes: text.length, truncated: false }
}

function ended(exitCode: number, stdout: string, stderr = ''): ProcessResult {
  return { ending: 'exited', exitCode, stdout: captured(stdout), stderr: captured(stderr), durationMs: 1 }
}

/** A Linux where some programs answer and /lib holds some files. */
function linux(programs: Readonly<Record<string, ProcessResult>>, library: readonly string[], platform = 'linux'): Host {
  const host = testHost('/', { PATH: '/bin' })
  const files: Files = {
    ...host.files,
    list: async (path) => (path === '/lib' ? library.map((name) => ({ name, kind: 'file' as const })) : []),
  }
  return {
    ...host,
    system: { ...host.system, platform },
    files,
    processes: {
      ...host.processes,
      run: async (command) => {
        const answer = programs[command]
        if (answer === undefined) throw Object.assign(new Error('not found'), { code: 'ENOENT' })
        return answer
      },
    },
  }
}

describe('findLibc', () => {
  const musl = 'musl libc (x86_64)\nVersion 1.2.5\nDynamic Program Loader\n'

  it.each<[string, Host, unknown]>([
    ['glibc by getconf', linux({ getconf: ended(0, 'glibc 2.36\n') }, []), { kind: 'glibc', version: '2.36' }],
    [
      'glibc with musl beside it',
      linux({ getconf: ended(0, 'glibc 2.36\n') }, ['ld-musl-x86_64.so.1']),
      { kind: 'glibc', version: '2.36' },
    ],
    [
      'musl',
      linux({ getconf: ended(1, '', 'getconf: unknown variable'), ldd: ended(1, '', musl) }, ['ld-musl-x86_64.so.1']),
      { kind: 'musl', version: '1.2.5' },
    ],
    ['musl without ldd', linux({}, ['ld-musl-aarch64.so.1']), { kind: 'musl', version: null }],
    ['glibc without getconf', linux({}, ['ld-linux-aarch64.so.1']), { kind: 'glibc', version: null }],
    ['no C library', linux({}, []), null],
    ['another system', linux({ getconf: ended(0, 'glibc 2.36\n') }, [], 'darwin'), null],
  ])('knows %s', async (_name, host, libc) => {
    expect(await findLibc(host)).toEqual(libc)
  })
})
