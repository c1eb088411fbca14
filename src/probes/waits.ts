import pLimit from 'p-limit'
import { forcedResolvers, lookInRoom, namesOf, withoutPorts, type Bench, type ForcedResolver } from './bench.js'
import type { DeadlineRow, OptionRow, WaitRow } from './document.js'

const NSSWITCH = 'passwd: files\ngroup: files\nhosts: files dns\n'
/** Programs that only wait: many at once. */
const AT_ONCE = 12
/** Longer than the longest wait of each kind. */
const LIMIT_MS = 45_000
const SLOW_LIMIT_MS = 150_000

interface Case {
  readonly way: WaitRow['way']
  readonly where: string
  readonly options?: string
  /** Default: one that is silent. */
  readonly servers?: readonly { readonly address: string; readonly silent: boolean }[]
  /** In resolv.conf; default: those of `servers`. */
  readonly nameservers?: readonly string[]
  readonly name?: string
  readonly limit?: number
  readonly slow?: true
}

const SILENT = { address: '127.0.0.1', silent: true } as const

const ONCE: Case = { way: 'lookup', where: 'options timeout:1 attempts:1', options: 'options timeout:1 attempts:1\n' }
const THRICE: Case = { way: 'lookup', where: 'options timeout:1 attempts:3', options: 'options timeout:1 attempts:3\n' }
const DEFAULT: Case = { way: 'lookup', where: 'one nameserver, no options' }

const PATIENT = 'options timeout:20 attempts:3'
const PATIENT_MS = 60_000
const DIAL_MS = 30_000

const CASES: readonly Case[] = [
  DEFAULT,
  ONCE,
  THRICE,
  {
    way: 'lookup',
    where: 'two nameservers, options timeout:1 attempts:2',
    options: 'options timeout:1 attempts:2\n',
    servers: [SILENT, { address: '127.0.0.2', silent: true }],
  },
  { way: 'lookup', where: 'two nameservers, the second answers', servers: [SILENT, { address: '127.0.0.2', silent: false }] },
  {
    way: 'lookup',
    where: 'search of two domains, options timeout:1 attempts:1',
    options: 'search a.example b.example\noptions timeout:1 attempts:1\n',
    name: 'host',
  },
  {
    way: 'lookup',
    where: 'a name with dots, search of five domains, options ndots:5 timeout:1 attempts:1',
    options: 'search a.example b.example c.example d.example e.example\noptions ndots:5 timeout:1 attempts:1\n',
    name: 'www.example.org',
  },
  { way: 'lookup', where: 'nobody listens at the nameserver', servers: [], nameservers: ['127.0.0.1'] },
  { ...DEFAULT, limit: 2000 },
  { ...DEFAULT, way: 'dial' },
  { ...DEFAULT, way: 'dial', limit: 2000 },
  { ...DEFAULT, way: 'http' },
  { ...DEFAULT, way: 'http', limit: 2000 },
  // 60 s: longer than the 30 s that http.DefaultTransport allows for a dial.
  { way: 'http', where: PATIENT, options: `${PATIENT}\n`, slow: true },
]

async function wait(bench: Bench, forced: ForcedResolver, one: Case): Promise<WaitRow | null> {
  const { way, where, options = '', servers = [SILENT], name = 'host.', limit, slow } = one
  const { resolver, build, godebug } = forced
  const path = bench.programs.path(build, way === 'http' ? 'web' : 'resolve')
  if (path === null) return null
  const limitText = limit === undefined ? '' : ` and a timeout of ${String(limit / 1000)} s`
  const ran = await lookInRoom(bench, `${way} by ${resolver}, ${where}${limitText}`, {
    resolvConf: `${(one.nameservers ?? servers.map(({ address }) => address)).map((at) => `nameserver ${at}\n`).join('')}${options}`,
    nsswitch: NSSWITCH,
    servers,
    answers: { host: '127.0.0.9' },
    command: [path, way, name, `${String(limit ?? 0)}ms`],
    env: { GODEBUG: godebug === '' ? undefined : godebug },
    limitMs: slow === true ? SLOW_LIMIT_MS : LIMIT_MS,
  })
  if (ran === null) return null
  const { ms, addresses, timeout, error } = ran.looked
  return {
    resolver,
    way,
    where,
    limitMs: limit ?? null,
    ms: Math.round(ms),
    asked: ran.asked.filter(({ type }) => type === 'A').length,
    answered: addresses.length > 0,
    timeout,
    error: withoutPorts(error),
  }
}

/**
 * How long a dead nameserver costs, resolver by resolver: a lookup alone, a dial, a page by http.DefaultTransport. Ten seconds, as they
 * wait at once; `slow` adds what takes half a minute.
 */
export async function measureWaits(bench: Bench, slow: boolean): Promise<readonly WaitRow[]> {
  const limit = pLimit(AT_ONCE)
  const wanted = CASES.filter((one) => slow || one.slow !== true)
  const rows = await Promise.all(
    // The longest ones first.
    wanted.toReversed().flatMap((one) => forcedResolvers(bench).map(async (forced) => limit(async () => wait(bench, forced, one)))),
  )
  const found = rows.filter((row) => row !== null)
  return wanted.flatMap((one) =>
    found.filter((row) => row.way === one.way && row.where === one.where && row.limitMs === (one.limit ?? null)),
  )
}

async function ndots(bench: Bench, forced: ForcedResolver): Promise<OptionRow | null> {
  const first: string[] = []
  for (const dots of [1, 2]) {
    const ran = await lookInRoom(bench, `ndots:${String(dots)} by ${forced.resolver}`, {
      resolvConf: `nameserver 127.0.0.1\nsearch a.example\noptions ndots:${String(dots)}\n`,
      nsswitch: NSSWITCH,
      servers: [{ address: '127.0.0.1', silent: false }],
      answers: { 'one.dot': '127.0.0.9', 'one.dot.a.example': '127.0.0.9' },
      command: [bench.programs.path(forced.build, 'resolve') ?? '', 'lookup', 'one.dot', '0s'],
      env: { GODEBUG: forced.godebug === '' ? undefined : forced.godebug },
      limitMs: LIMIT_MS,
    })
    const name = ran === null ? undefined : namesOf(ran.asked)[0]
    if (name === undefined) return null
    first.push(name)
  }
  const [one = '', two = ''] = first
  return {
    resolver: forced.resolver,
    option: 'ndots',
    honoured: one === 'one.dot' && two === 'one.dot.a.example',
    evidence: `for one.dot it first asks for ${one} with ndots:1, for ${two} with ndots:2`,
  }
}

async function search(bench: Bench, forced: ForcedResolver): Promise<OptionRow | null> {
  const ran = await lookInRoom(bench, `search by ${forced.resolver}`, {
    resolvConf: 'nameserver 127.0.0.1\nsearch a.example b.example\n',
    nsswitch: NSSWITCH,
    servers: [{ address: '127.0.0.1', silent: false }],
    answers: { 'host.b.example': '127.0.0.9' },
    command: [bench.programs.path(forced.build, 'resolve') ?? '', 'lookup', 'host', '0s'],
    env: { GODEBUG: forced.godebug === '' ? undefined : forced.godebug },
    limitMs: LIMIT_MS,
  })
  if (ran === null) return null
  const names = namesOf(ran.asked)
  return {
    resolver: forced.resolver,
    option: 'search',
    honoured: ran.looked.addresses.includes('127.0.0.9') && names[0] === 'host.a.example' && names.includes('host.b.example'),
    evidence: `for host it asks for ${names.join(', ')}`,
  }
}

/** Milliseconds for one question. */
function each({ ms, asked }: WaitRow): number {
  return ms / Math.max(1, asked)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`
}

/** What the waits say of `timeout` and `attempts`; nothing where one of them is missing. */
export function judgeWaits(waits: readonly WaitRow[]): readonly OptionRow[] {
  return (['go', 'libc'] as const).flatMap((resolver): OptionRow[] => {
    const of = (one: Case): WaitRow | undefined =>
      waits.find((row) => row.resolver === resolver && row.way === 'lookup' && row.where === one.where && row.limitMs === null)
    const [plain, once, thrice] = [of(DEFAULT), of(ONCE), of(THRICE)]
    if (plain === undefined || once === undefined || thrice === undefined) return []
    return [
      {
        resolver,
        option: 'timeout',
        // Five times, on an idle machine.
        honoured: each(once) < each(plain) / 2,
        evidence: `${seconds(each(once))} a question with timeout:1, ${seconds(each(plain))} without`,
      },
      {
        resolver,
        option: 'attempts',
        honoured: once.asked === 1 && thrice.asked === 3,
        evidence: `it asks ${times(once.asked)} with attempts:1, ${times(thrice.asked)} with attempts:3, ${times(plain.asked)} without`,
      },
    ]
  })
}

const DEADLINES = { lookup: 'context', dial: 'net.Dialer.Timeout', http: 'http.Client.Timeout' } as const

/** What the waits say of deadlines: whether something with one ends long before the resolver would. */
export function judgeDeadlines(waits: readonly WaitRow[]): readonly DeadlineRow[] {
  return waits.flatMap((row): DeadlineRow[] => {
    const { resolver, way, where, limitMs, ms, timeout } = row
    // musl gives up by itself after 20 s: nothing is seen then of what http.DefaultTransport would do.
    if (where === PATIENT && !timeout && ms < DIAL_MS * 0.9) return []
    if (where === PATIENT)
      return [
        {
          resolver,
          deadline: 'http.DefaultTransport (30 s for a dial)',
          covers: timeout && ms < PATIENT_MS * 0.75,
          evidence: `${seconds(ms)}, where the resolver alone would wait ${seconds(PATIENT_MS)}`,
        },
      ]
    const plain = waits.find((other) => other.resolver === resolver && other.way === way && other.where === where && other.limitMs === null)
    if (limitMs === null || plain === undefined) return []
    return [
      {
        resolver,
        deadline: DEADLINES[way],
        covers: timeout && ms < plain.ms * 0.75 && row.asked < plain.asked,
        evidence: `${seconds(ms)} with ${seconds(limitMs)}, ${seconds(plain.ms)} without`,
      },
    ]
  })
}

/** Whether each resolver does what `search`, `ndots`, `timeout` and `attempts` say. */
export async function measureOptions(bench: Bench, waits: readonly WaitRow[]): Promise<readonly OptionRow[]> {
  const rows: OptionRow[] = []
  for (const forced of forcedResolvers(bench)) {
    for (const row of [await search(bench, forced), await ndots(bench, forced)]) if (row !== null) rows.push(row)
    rows.push(...judgeWaits(waits).filter(({ resolver }) => resolver === forced.resolver))
  }
  return rows
}
