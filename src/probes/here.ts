import { lookInRoom, readChoice, RESOLVER_VARIABLES, runHere, type Bench, type Choice } from './bench.js'
import type { BuildName, ProbeHere } from './document.js'

const MAX_BYTES = 64 * 1024
const LIMIT_MS = 30_000
const TAGS: ReadonlySet<string> = new Set(['netgo', 'netcgo', 'osusergo'])

/** The value of netdns in a GODEBUG: the last one counts. `null`: there is none. */
export function netdnsOf(godebug: string): string | null {
  const values = godebug.split(',').filter((one) => one.startsWith('netdns='))
  return values.at(-1)?.slice('netdns='.length) ?? null
}

/** The same choice of a resolver, and package net says what it chooses. */
export function withChoiceSaid(godebug: string): string {
  const mode = (netdnsOf(godebug) ?? '').split('+', 2).find((part) => part !== '' && !/^\d/.test(part))
  const own = `netdns=${mode === undefined ? '' : `${mode}+`}2`
  return godebug === '' ? own : `${godebug},${own}`
}

/** Tags among GOFLAGS that package net and os/user know. */
export function tagsOf(goflags: string): readonly string[] {
  const lists = goflags.split(/\s+/).flatMap((flag) => /^--?tags=(.*)$/.exec(flag)?.[1] ?? [])
  return (lists.at(-1) ?? '')
    .replaceAll(/["']/g, '')
    .split(',')
    .filter((tag) => TAGS.has(tag))
}

/** What a resolv.conf is set to; names and addresses are only counted. */
export function summariseResolvConf(text: string): NonNullable<ProbeHere['resolvConf']> {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/))
  const of = (word: string): readonly string[][] => lines.filter(([first]) => first === word)
  return {
    nameservers: of('nameserver').length,
    // The last of these lines counts.
    searchDomains: (lines.findLast(([first]) => first === 'search' || first === 'domain') ?? []).slice(1).length,
    options: [...new Set(of('options').flatMap((words) => words.slice(1)))].slice(0, 30).map((word) => word.slice(0, 60)),
  }
}

/** The sources of `hosts:` in an nsswitch.conf; `null`: there is no such line. */
export function hostsOf(nsswitch: string): string | null {
  const line = nsswitch.split('\n').find((one) => /^\s*hosts:/.test(one))
  return line === undefined
    ? null
    : line
        .replace(/^\s*hosts:/, '')
        .replace(/#.*/, '')
        .trim()
        .split(/\s+/)
        .join(' ')
        .slice(0, 300)
}

async function readText({ host }: Bench, path: string): Promise<string | null> {
  try {
    const bytes = await host.files.read(await host.files.realPath(path), MAX_BYTES)
    return bytes === null ? null : new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}

/** Whether libc and Go find localhost in a file, before they would ask anybody. */
function isLocal(hosts: string | null, sources: string | null): boolean {
  const named = (hosts ?? '').split('\n').some((line) => line.replace(/#.*/, '').split(/\s+/).slice(1).includes('localhost'))
  return named && (sources === null || sources === '' || sources.startsWith('files'))
}

async function choose(bench: Bench, build: BuildName, local: boolean): Promise<Choice | null> {
  const path = bench.programs.path(build, 'resolve')
  if (path === null) return null
  const what = `the resolver of ${build} on this machine`
  const command = [path, 'lookup', 'localhost', '0s']
  const env = { GODEBUG: withChoiceSaid(bench.env['GODEBUG'] ?? '') }
  if (bench.room !== null) {
    const own = Object.fromEntries(RESOLVER_VARIABLES.map((name) => [name, bench.env[name]]))
    // The files of this machine, and no network that could be asked.
    const ran = await lookInRoom(bench, what, { command, env: { ...own, ...env }, limitMs: LIMIT_MS })
    return ran === null ? null : readChoice(ran.stderr)
  }
  if (!local) {
    bench.degrade(what, 'localhost stands in no file here that is read first, and nobody is asked')
    return null
  }
  const ran = await runHere(bench, what, command, env)
  return ran === null ? null : readChoice(ran.stderr)
}

/** What this machine is set to, and which resolver each build uses under it. */
export async function measureHere(bench: Bench, goflags: string): Promise<Omit<ProbeHere, 'clockSource'>> {
  const [resolvConf, nsswitch, hosts] = await Promise.all(
    ['/etc/resolv.conf', '/etc/nsswitch.conf', '/etc/hosts'].map(async (path) => readText(bench, path)),
  )
  const sources = typeof nsswitch === 'string' ? hostsOf(nsswitch) : null
  const local = isLocal(hosts ?? null, sources)
  const resolvers: ProbeHere['resolvers'][number][] = []
  for (const { name } of bench.programs.builds) {
    const choice = await choose(bench, name, local)
    if (choice !== null) resolvers.push({ build: name, order: choice.order, resolver: choice.resolver })
  }
  return {
    resolvConf: typeof resolvConf === 'string' ? summariseResolvConf(resolvConf) : null,
    hosts: sources,
    netdns: netdnsOf(bench.env['GODEBUG'] ?? '')?.slice(0, 60) ?? null,
    tags: tagsOf(goflags),
    variables: RESOLVER_VARIABLES.filter((name) =>
      name === 'LOCALDOMAIN' ? bench.env[name] !== undefined : (bench.env[name] ?? '') !== '',
    ),
    resolvers,
  }
}
