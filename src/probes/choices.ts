import { lookInRoom, namesOf, readChoice, type Bench } from './bench.js'
import type { BuildName, FormRow, MatrixRow, SelectionRow } from './document.js'

const LIMIT_MS = 30_000
const NSSWITCH = 'passwd: files\ngroup: files\nhosts: files dns\n'
const SERVER = 'nameserver 127.0.0.1\n'
const SERVERS = [{ address: '127.0.0.1', silent: false }] as const

const FORMS = [
  '',
  'netdns=go',
  'netdns=cgo',
  'netdns=1',
  'netdns=go+1',
  'netdns=1+go',
  'netdns=cgo+2',
  'netdns=2+cgo',
  'netdns=nonsense',
  'netdns=go,netdns=cgo',
  'netdns=cgo,netdns=go',
  'http2client=1',
] as const

function programOf({ programs }: Bench, build: BuildName, program: 'resolve' | 'forced' = 'resolve'): string[] {
  const path = programs.path(build, program)
  return path === null ? [] : [path]
}

async function rowOf(bench: Bench, build: BuildName, netdns: MatrixRow['netdns']): Promise<MatrixRow | null> {
  const what = `the resolver of ${build} with ${netdns || 'no netdns'}`
  const ran = await lookInRoom(bench, what, {
    resolvConf: `${SERVER}search a.example b.example\noptions timeout:1 attempts:1\n`,
    nsswitch: NSSWITCH,
    servers: SERVERS,
    answers: { 'host.b.example': '127.0.0.9' },
    command: [...programOf(bench, build), 'lookup', 'host', '0s'],
    env: { GODEBUG: netdns === '' ? 'netdns=2' : `${netdns}+2` },
    limitMs: LIMIT_MS,
  })
  if (ran === null) return null
  const choice = readChoice(ran.stderr)
  if (choice === null) {
    bench.degrade(what, 'package net did not say what it chose')
    return null
  }
  return { build, netdns, ...choice, answered: ran.looked.addresses.includes('127.0.0.9'), asked: namesOf(ran.asked) }
}

/** Every build under every GODEBUG: which resolver looks a name up, and whether it finds it by the search list. */
export async function measureMatrix(bench: Bench): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = []
  for (const { name, outcome } of bench.programs.builds) {
    if (outcome !== 'built') continue
    for (const netdns of ['', 'netdns=go', 'netdns=cgo'] as const) {
      const row = await rowOf(bench, name, netdns)
      if (row !== null) rows.push(row)
    }
  }
  return rows
}

interface Circumstance {
  readonly when: string
  readonly options?: string
  readonly hosts?: string
  readonly name?: string
  readonly env?: Readonly<Record<string, string>>
}

// No source named here exists: libc cannot ask a daemon of the system through it, which would ask beyond this machine.
const CIRCUMSTANCES: readonly Circumstance[] = [
  { when: 'nothing special' },
  { when: 'an option in resolv.conf that Go does not know', options: 'options goparity\n' },
  { when: 'a source in nsswitch.conf that Go does not know', hosts: 'files goparity dns' },
  { when: 'mdns in nsswitch.conf, a name below .example', hosts: 'files mdns_goparity dns' },
  { when: 'mdns in nsswitch.conf, a name below .local', hosts: 'files mdns_goparity dns', name: 'host.local.' },
  { when: 'a criterion in nsswitch.conf: dns [!UNAVAIL=return]', hosts: 'files dns [!UNAVAIL=return]' },
  { when: 'RES_OPTIONS is set', env: { RES_OPTIONS: 'timeout:1' } },
  { when: 'LOCALDOMAIN is set, to nothing', env: { LOCALDOMAIN: '' } },
]

/** What a build without a tag chooses under circumstances that are said to matter; a build without cgo has no choice. */
export async function measureSelection(bench: Bench): Promise<readonly SelectionRow[]> {
  const rows: SelectionRow[] = []
  for (const build of ['nocgo', 'cgo'] as const) {
    const program = programOf(bench, build)
    if (program.length === 0) continue
    for (const { when, options = '', hosts = 'files dns', name = 'host.example.', env = {} } of CIRCUMSTANCES) {
      const ran = await lookInRoom(bench, `the resolver of ${build} with ${when}`, {
        resolvConf: `${SERVER}${options}`,
        nsswitch: `passwd: files\ngroup: files\nhosts: ${hosts}\n`,
        servers: SERVERS,
        answers: { 'host.example': '127.0.0.9', 'host.local': '127.0.0.9' },
        command: [...program, 'lookup', name, '0s'],
        env: { ...env, GODEBUG: 'netdns=2' },
        limitMs: LIMIT_MS,
      })
      const choice = ran === null ? null : readChoice(ran.stderr)
      if (choice !== null) rows.push({ build, when, order: choice.order, resolver: choice.resolver })
    }
  }
  return rows
}

/**
 * Which resolver each form of GODEBUG leads to, alone and with `//go:debug netdns=cgo` in the source, by what it does and not by what it says: the error of Go's resolver names the
 * nameserver that denied the name, libc's does not.
 */
export async function measureForms(bench: Bench): Promise<readonly FormRow[]> {
  const build = programOf(bench, 'cgo').length > 0 ? 'cgo' : 'nocgo'
  const all = [false, true].flatMap((inSource) => FORMS.map((godebug) => ({ godebug, inSource })))
  const rows: FormRow[] = []
  for (const { godebug, inSource } of all) {
    const program = programOf(bench, build, inSource ? 'forced' : 'resolve')
    if (program.length === 0) return rows
    const ran = await lookInRoom(bench, `GODEBUG=${godebug}`, {
      resolvConf: SERVER,
      nsswitch: NSSWITCH,
      servers: SERVERS,
      command: [...program, 'lookup', 'nobody.', '0s'],
      env: { GODEBUG: godebug === '' ? undefined : godebug },
      limitMs: LIMIT_MS,
    })
    if (ran !== null && ran.looked.error !== '')
      rows.push({ build, inSource, godebug, resolver: ran.looked.error.includes(' on 127.0.0.1:53') ? 'go' : 'libc' })
  }
  return rows
}
