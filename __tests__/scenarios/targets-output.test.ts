import { createServer, type Server } from 'node:net'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ParityError } from '../../src/errors.js'
import { buildTargets } from '../../src/operations/build-targets.js'
import type { Target } from '../../src/targets/index.js'
import { goOf, makeProject, writeFakeGo, type Project } from './targets-session.js'

const TARGETS: readonly Target[] = ['amd64', 'arm64', '386', 'arm'].map((goarch) => ({
  goos: 'linux',
  goarch,
  variant: null,
  variantKey: null,
  variantInEffect: null,
  cgo: false,
  cgoReason: 'asked',
}))

/** A project whose go command is a script. */
function withGo(script: string): Project {
  const project = makeProject({})
  const bin = writeFakeGo(project.folder, script)
  return { ...project, env: { ...project.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` } }
}

/** Whether a process runs; one that has ended and is not yet waited for does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((settle, reject) => {
    server.once('error', reject)
    server.listen(path, settle)
  })
}

describe('a build that is cancelled', () => {
  it('is rejected when no process of it is left, and nothing more is started', async () => {
    // The fake tells its own process id and those of two children; one of these ignores SIGTERM.
    const project = withGo(`#!${process.execPath}
const { spawn } = require('node:child_process')
const children = [spawn('sleep', ['1000'], { stdio: 'inherit' }), spawn('sh', ['-c', 'trap "" TERM; sleep 1000 & wait; wait'], { stdio: 'ignore' })]
require('node:net').connect(process.env.FAKE_GO_SOCKET).end([process.pid, ...children.map((child) => child.pid)].join(' ') + '\\n')
`)
    const socket = join(project.folder, 'socket')
    const pids: number[] = []
    const leaders: number[] = []
    const controller = new AbortController()
    const server = createServer((connection) => {
      connection.setEncoding('utf8').on('data', (text: string) => {
        const told = text.trim().split(' ').map(Number)
        leaders.push(...told.slice(0, 1))
        pids.push(...told)
        if (pids.length === 6) controller.abort()
      })
    })
    await listen(server, socket)
    const started: string[] = []
    try {
      const go = goOf({ ...project, env: { ...project.env, FAKE_GO_SOCKET: socket } }, controller.signal)
      const building = buildTargets(go, TARGETS, {
        packages: ['./...'],
        goflags: '',
        root: '.',
        parallelism: 2,
        signal: controller.signal,
        onStart: (target) => started.push(target.goarch),
      })
      await expect(building).rejects.toMatchObject({ name: 'ParityError', code: 'cancelled' })
      // Both had ended before, not only the first.
      expect(leaders.map((pid) => isRunning(pid))).toEqual([false, false])
    } finally {
      server.close()
    }
    expect(pids).toHaveLength(6)
    expect(started).toEqual(['amd64', 'arm64'])
    // A signal is delivered some time after it was sent; the test's own deadline ends this.
    while (pids.some((pid) => isRunning(pid))) await new Promise((settle) => setImmediate(settle))
    expect(pids.filter((pid) => isRunning(pid))).toEqual([])
  }, 60_000)

  it('starts nothing at all when it was cancelled before', async () => {
    const go = goOf(withGo('#!/bin/sh\nexit 1\n'))
    const started: string[] = []
    const building = buildTargets(go, TARGETS, {
      packages: ['./...'],
      goflags: '',
      root: '.',
      parallelism: 2,
      signal: AbortSignal.abort(),
      onStart: (target) => started.push(target.goarch),
    })
    await expect(building).rejects.toMatchObject({ code: 'cancelled' })
    expect(started).toEqual([])
  })
})

describe('what a build prints', () => {
  it('keeps its first and its last lines out of 50 MB', async () => {
    const go = goOf(
      withGo(`#!/bin/sh
[ "$1" = build ] || exit 1
printf '# example.com/app/first\\nfirst/f.go:1:2: undefined: first\\n' >&2
yes 'a line that says nothing at all' | head -c 50000000 >&2
printf '\\n# example.com/app/last\\nlast/l.go:3:4: undefined: last\\n' >&2
exit 1
`),
    )
    const [built] = await buildTargets(go, TARGETS.slice(0, 1), { packages: ['./...'], goflags: '', root: '.', parallelism: 2 })
    const stderr = built?.result.stderr
    expect(stderr?.bytes).toBeGreaterThan(50_000_000)
    expect(stderr?.truncated).toBe(true)
    expect(stderr?.text.length).toBeLessThan(4 * 1024 * 1024 + 200)
    expect(built?.failures).toEqual([
      { package: 'example.com/app/first', location: { file: 'first/f.go', line: 1, column: 2 }, message: 'undefined: first' },
      { package: 'example.com/app/last', location: { file: 'last/l.go', line: 3, column: 4 }, message: 'undefined: last' },
    ])
  }, 60_000)

  it('is read when it is no UTF-8', async () => {
    const go = goOf(withGo("#!/bin/sh\nprintf '# example.com/app/b\\nb/b.go:3:4: undefined: \\377\\376x\\n\\200\\n' >&2\nexit 1\n"))
    const [built] = await buildTargets(go, TARGETS.slice(0, 1), { packages: ['./...'], goflags: '', root: '.', parallelism: 2 })
    expect(built?.failures).toEqual([
      { package: 'example.com/app/b', location: { file: 'b/b.go', line: 3, column: 4 }, message: 'undefined: \ufffd\ufffdx' },
    ])
  })

  it('is told for every target in the order asked for, though one ends after the others and one fails', async () => {
    // The first waits until the end of the second was told.
    const project = makeProject({})
    const done = join(project.folder, 'done')
    const bin = writeFakeGo(
      project.folder,
      `#!/bin/sh\n[ "$1" = build ] || exit 1\ncase $GOARCH in\namd64) until [ -e '${done}' ]; do :; done ;;\narm64) echo 'go: no' >&2; exit 1 ;;\nesac\n`,
    )
    const go = goOf({ ...project, env: { ...project.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` } })
    const ended: string[] = []
    const built = await buildTargets(go, TARGETS, {
      packages: ['./...'],
      goflags: '',
      root: '.',
      parallelism: 2,
      onEnd: ({ target }) => {
        ended.push(target.goarch)
        if (target.goarch === 'arm64') writeFileSync(done, '')
      },
    })
    expect(built.map(({ target, result }) => `${target.goarch} ${String(result.exitCode)}`)).toEqual([
      'amd64 0',
      'arm64 1',
      '386 0',
      'arm 0',
    ])
    expect(ended.indexOf('arm64')).toBeLessThan(ended.indexOf('amd64'))
  }, 60_000)
})

describe('what cannot be built at all', () => {
  it('is an error when there is no go command', async () => {
    const project = makeProject({}, { PATH: '/nowhere' })
    await expect(
      buildTargets(goOf(project), TARGETS, { packages: ['./...'], goflags: '', root: '.', parallelism: 2 }),
    ).rejects.toMatchObject({
      code: 'go-missing',
    })
  })

  it('is an error when a package pattern would be a flag', async () => {
    const go = goOf(makeProject({}))
    const error: unknown = await buildTargets(go, TARGETS, { packages: ['-toolexec=x'], goflags: '', root: '.', parallelism: 2 }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ParityError)
    expect(error).toMatchObject({ code: 'usage' })
  })
})

describe('places of failures', () => {
  it('are those of files in the project, whatever directory go or the C compiler says them from', async () => {
    const project = makeProject({
      'main.go': 'package main\n\nfunc main() {}\n',
      'c/c.go': 'package c\n\n// #include "c.h"\nimport "C"\n\nvar N = C.N\n',
      'c/c.h': '#include <goparity-nosuch.h>\n',
    })
    const target: Target = {
      goos: 'linux',
      goarch: 'amd64',
      variant: null,
      variantKey: null,
      variantInEffect: null,
      cgo: true,
      cgoReason: 'asked',
    }
    const [built] = await buildTargets(goOf(project), [target], { packages: ['./c'], goflags: '', root: 'services/api', parallelism: 2 })
    expect(built?.failures.map(({ package: name, location }) => [name, location?.file, location?.line])).toEqual([
      ['example.com/app/c', 'services/api/c/c.h', 1],
    ])
  }, 120_000)
})
