import type { Degrade } from '../report/index.js'
import { ParityError } from '../errors.js'
import { readGoEnv, type Go } from '../go/index.js'
import { withoutTokens, type Host } from '../host/index.js'
import type { Bench } from './bench.js'
import { buildPrograms, type GoFacts, type Programs } from './build-programs.js'
import { measureForms, measureMatrix, measureSelection } from './choices.js'
import type { ProbeDocument } from './document.js'
import { measureHere } from './here.js'
import { measureClocks, measureLibc, measureUsers } from './machine.js'
import { openRoom, type Room } from './room.js'
import { judgeDeadlines, measureOptions, measureWaits } from './waits.js'

/** What `probeMachine` is asked for. */
export interface ProbeOptions {
  /** Version of goparity. */
  readonly version: string
  /** Also what takes half a minute of waiting. */
  readonly slow?: boolean
  readonly signal?: AbortSignal
  /** Told what happens now. */
  readonly tell?: (text: string) => void
}

async function readFacts(go: Go): Promise<{ readonly facts: GoFacts; readonly goflags: string }> {
  const answer = await readGoEnv(go)
  if (!answer.ok) {
    const said = answer.result.stderr.text.trim().split('\n')[0] ?? ''
    throw new ParityError('go-unreadable', `go env -json failed: ${said}`, 'run go env -json in that directory')
  }
  const { values } = answer
  const [goos, goarch] = [values['GOHOSTOS'] ?? '', values['GOHOSTARCH'] ?? '']
  // CGO_ENABLED of a foreign GOOS or GOARCH says nothing of programs that run here.
  const native = await readGoEnv(go, { GOOS: goos, GOARCH: goarch })
  return {
    facts: {
      version: values['GOVERSION'] ?? '',
      goos,
      goarch,
      suffix: goos === 'windows' ? '.exe' : '',
      cgoDefault: native.ok && native.values['CGO_ENABLED'] === '1',
    },
    goflags: values['GOFLAGS'] ?? '',
  }
}

async function findRoom(
  host: Host,
  programs: Programs,
  folder: string,
  options: ProbeOptions,
): Promise<Awaited<ReturnType<typeof openRoom>>> {
  if (programs.room === null)
    return {
      room: null,
      why: host.system.platform === 'linux' ? 'the program for it cannot be built' : 'only Linux has network namespaces',
    }
  const resolve = programs.path('nocgo', 'resolve')
  if (resolve === null) return { room: null, why: 'the programs cannot be built' }
  const { signal } = options
  const room = { program: programs.room, folder, env: withoutTokens(host.env), ...(signal === undefined ? {} : { signal }) }
  // An address is no name: nobody is asked.
  return openRoom(host, room, [resolve, 'lookup', '127.0.0.1', '0s'])
}

async function measure(
  host: Host,
  programs: Programs,
  folder: string,
  options: ProbeOptions,
  goflags: string,
): Promise<Omit<ProbeDocument, 'schema' | 'tool' | 'go' | 'builds'>> {
  const { signal, slow = false, tell = () => undefined } = options
  const degraded: Degrade[] = []
  const degrade = (what: string, why: string): void => {
    degraded.push({ what, why })
  }
  for (const { name, reason } of programs.builds) if (reason !== null) degrade(`everything with ${name}`, reason)
  const found = await findRoom(host, programs, folder, options)
  if (found.room === null)
    degrade(
      'dead nameservers, search and options of resolv.conf, netdns forms and os/user without an entry',
      `they need a network namespace of their own (unshare -rmn): ${found.why}`,
    )
  const room: Room | null = found.room
  const bench: Bench = {
    host,
    programs,
    folder,
    env: withoutTokens(host.env),
    room,
    degrade,
    ...(signal === undefined ? {} : { signal }),
  }
  // One after the other: what reads the clock wants the processors for itself.
  tell('reading the clock')
  const { source, clocks } = await measureClocks(bench)
  tell('asking for the user, libc and the resolver')
  const users = await measureUsers(bench)
  const libc = await measureLibc(bench)
  const here = await measureHere(bench, goflags)
  const rows = { matrix: await measureMatrix(bench), selection: await measureSelection(bench), forms: await measureForms(bench) }
  tell(`waiting for dead nameservers (${slow ? '40' : '10'} s)`)
  const waits = await measureWaits(bench, slow)
  const judged = await measureOptions(bench, waits)
  return {
    here: { ...here, clockSource: source },
    ...rows,
    options: judged,
    waits,
    deadlines: judgeDeadlines(waits),
    users,
    clocks,
    libc,
    degraded,
  }
}

/**
 * Builds small programs with and without cgo by the go command and the compiler of the user, runs them, and says what they measured.
 * Nothing is sent beyond this machine. Throws as the go command's port does, `go-unreadable` and `cancelled`.
 */
export async function probeMachine(host: Host, go: Go, options: ProbeOptions): Promise<ProbeDocument> {
  const { facts, goflags } = await readFacts(go)
  const folder = await host.files.makeTemporaryDirectory('goparity-probe-')
  try {
    const programs = await buildPrograms(host, go, folder, facts, options.tell)
    const [first] = programs.builds
    if (first !== undefined && programs.builds.every(({ outcome }) => outcome === 'failed'))
      throw new ParityError(
        'go-unreadable',
        `the programs that measure cannot be built: ${first.reason ?? ''}`,
        'see that go build works in a new module (go mod init example.com/m)',
      )
    const measured = await measure(host, programs, folder, options, goflags)
    const { version, goos, goarch, cgoDefault } = facts
    return {
      schema: 'goparity/probe/1',
      tool: { version: options.version },
      go: { version, goos, goarch, cgoDefault },
      builds: programs.builds,
      ...measured,
    }
  } finally {
    await host.files.remove(folder)
  }
}
