import type { ProbeComparison, ProbeDocument } from '../../probes/index.js'
import { safeLine } from '../safe-text.js'

/** Paints words, or leaves them as they are. */
export interface ProbeColors {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
}

const RESOLVERS = { go: 'Go’s resolver', libc: 'libc' } as const
const WAYS = { lookup: 'lookup', dial: 'net.Dialer', http: 'http.DefaultTransport' } as const

/** Rows below one another, with columns as wide as they need. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const safe = rows.map((cells) => cells.map(safeLine))
  const widths: number[] = []
  for (const cells of safe) for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return safe.map((cells) => `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd())
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function duration(ns: number): string {
  return ns < 1000 ? `${String(Math.round(ns))} ns` : `${(ns / 1000).toFixed(1)} µs`
}

function hereRows({ go, here, libc }: ProbeDocument): readonly string[] {
  const { resolvConf, hosts, netdns, tags, variables, resolvers, clockSource } = here
  const nameservers = resolvConf === null ? 0 : resolvConf.nameservers
  const conf =
    resolvConf === null
      ? 'none that can be read'
      : [
          `${String(nameservers)} nameserver${nameservers === 1 ? '' : 's'}`,
          `${String(resolvConf.searchDomains)} in the search list`,
          resolvConf.options.length === 0 ? 'no options' : `options ${resolvConf.options.join(' ')}`,
        ].join(', ')
  const own = libc.find(({ build }) => build === 'cgo')
  const kind = own === undefined ? 'no build with cgo that could ask' : own.kind === 'glibc' ? `glibc ${own.version}` : 'not glibc'
  const loaded = own === undefined || own.loaded.length === 0 ? '' : ` (${own.loaded.join(', ')})`
  return table([
    ['go', `${go.version} ${go.goos}/${go.goarch}, cgo ${go.cgoDefault ? 'on' : 'off'} when nothing is set`],
    ['libc', `${kind}${loaded}`],
    ['resolv.conf', conf],
    ['nsswitch', hosts === null ? 'no line for hosts' : `hosts: ${hosts}`],
    ['netdns', netdns === null ? 'not in GODEBUG' : `GODEBUG has netdns=${netdns}`],
    ...(tags.length === 0 ? [] : [['tags', `GOFLAGS has ${tags.join(', ')}: it decides for your programs`]]),
    ...(variables.length === 0 ? [] : [['variables', `${variables.join(', ')}: with cgo they send names to libc`]]),
    ['clock', clockSource ?? 'the kernel does not say what it reads'],
    ...resolvers.map(({ build, order, resolver }, at) => [
      at === 0 ? 'names' : '',
      `${build.padEnd(13)}${resolver === 'libc' ? 'libc' : `Go’s resolver, ${order}`}`,
    ]),
  ])
}

function matrixRows({ matrix }: ProbeDocument): readonly string[] {
  return table(
    matrix.map(({ build, netdns, resolver, answered, says }) => [
      build,
      netdns === '' ? '-' : netdns,
      RESOLVERS[resolver],
      answered ? 'finds it by search' : 'does not find it',
      says,
    ]),
  )
}

function waitRows({ waits }: ProbeDocument, resolver: 'go' | 'libc'): readonly string[] {
  return table(
    waits
      .filter((row) => row.resolver === resolver)
      .map(({ way, where, limitMs, ms, asked, answered, timeout }) => [
        seconds(ms).padStart(7),
        WAYS[way],
        limitMs === null ? 'no timeout' : `timeout ${seconds(limitMs)}`,
        where,
        asked === 0 ? '' : `asked ${times(asked)}`,
        answered ? 'answered' : timeout ? 'error, a timeout' : 'error, no timeout',
      ]),
  )
}

function section(title: string, rows: readonly string[], { bold }: ProbeColors): readonly string[] {
  return rows.length === 0 ? [] : ['', bold(title), ...rows]
}

/** A probe for a person: what this machine is set to, then what was measured, then what could not be. */
export function renderProbe(document: ProbeDocument, colors: ProbeColors): string {
  const { selection, forms, options, deadlines, users, clocks, degraded } = document
  const formBuild = forms[0]?.build ?? 'cgo'
  const lines = [
    colors.bold('This machine'),
    ...hereRows(document),
    ...section('Who looks a name up, and whether it follows the search list', matrixRows(document), colors),
    ...section(
      'When a build leaves a name to libc (no tag, no netdns)',
      table(selection.map(({ build, when, resolver }) => [build, RESOLVERS[resolver], when])),
      colors,
    ),
    ...section(
      `What GODEBUG comes to (${formBuild})`,
      table(
        forms.map(({ godebug, inSource, resolver }) => [
          godebug === '' ? 'not set' : `GODEBUG=${godebug}`,
          RESOLVERS[resolver],
          inSource ? '//go:debug netdns=cgo in the source' : '',
        ]),
      ),
      colors,
    ),
    ...section(
      'Lines of resolv.conf',
      table(
        options.map(({ resolver, option, honoured, evidence }) => [
          RESOLVERS[resolver],
          option,
          honoured ? 'honoured' : 'not honoured',
          evidence,
        ]),
      ),
      colors,
    ),
    ...section('What a dead nameserver costs: Go’s resolver', waitRows(document, 'go'), colors),
    ...section('What a dead nameserver costs: libc', waitRows(document, 'libc'), colors),
    ...section(
      'Whether a deadline ends a lookup',
      table(
        deadlines.map(({ resolver, deadline, covers, evidence }) => [
          deadline,
          RESOLVERS[resolver],
          covers ? 'ends it' : 'does not end it',
          evidence,
        ]),
      ),
      colors,
    ),
    ...section(
      'os/user',
      table(
        users.map(({ build, where, found, name, error }) => [build, where, found ? (name === null ? 'found' : `found: ${name}`) : error]),
      ),
      colors,
    ),
    ...section(
      'Clock',
      table(
        clocks.map(({ build, locked, medianNs, p99Ns, resolutionNs, backwards, handoverNs, moved, samples }) => [
          build,
          locked ? 'LockOSThread' : '-',
          `two readings ${duration(medianNs)} apart (99 %: ${duration(p99Ns)})`,
          `step ${duration(resolutionNs)}`,
          backwards === 0 ? 'never backwards' : `backwards ${times(backwards)}`,
          `to a goroutine and back ${duration(handoverNs)}`,
          moved === null ? '' : `on another thread ${String(moved)} of ${String(samples)} times`,
        ]),
      ),
      colors,
    ),
    ...(degraded.length === 0 ? [] : ['', ...degraded.map(({ what, why }) => colors.yellow(safeLine(`not measured: ${what}: ${why}`)))]),
  ]
  return `${lines.join('\n')}\n`
}

function shown(value: string | number | null, kind: 'exact' | 'wait' | 'time'): string {
  if (value === null) return 'not measured'
  if (typeof value === 'string' || kind === 'exact') return String(value)
  return kind === 'wait' ? seconds(value) : duration(value)
}

/** Facts that differ, each with its value in every probe. */
export function renderComparison({ probes, compared, differences, unmeasured }: ProbeComparison, colors: ProbeColors): string {
  const block = ({ id, kind, values }: ProbeComparison['differences'][number]): readonly string[] => [
    colors.bold(safeLine(id)),
    ...table(values.map((value, at) => [probes[at] ?? '', shown(value, kind)])),
  ]
  const same = compared - differences.filter(({ values }) => !values.includes(null)).length
  const head = `${String(differences.length)} of ${String(differences.length + same)} facts differ between ${String(probes.length)} machines`
  return `${[
    differences.length === 0 ? head : colors.red(head),
    ...differences.flatMap((one) => ['', ...block(one)]),
    ...(unmeasured.length === 0 ? [] : ['', colors.yellow(`not measured everywhere: ${String(unmeasured.length)} facts`)]),
    ...unmeasured.slice(0, 40).map(({ id }) => safeLine(`  ${id}`)),
    ...(unmeasured.length > 40 ? [`  and ${String(unmeasured.length - 40)} more`] : []),
  ].join('\n')}\n`
}

/** A probe or a comparison as JSON: only ASCII, and nothing that a CI runner obeys. */
export function renderProbeJson(document: ProbeDocument | ProbeComparison): string {
  const json = JSON.stringify(document, null, 2)
  const ascii = json.replaceAll(/[\u007F-\uFFFF]|(?<=##)\[/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${ascii}\n`
}
