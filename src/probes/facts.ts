import type { ProbeDocument } from './document.js'

/** How values of a fact are compared: `wait` and `time` vary from run to run, so that only a large difference counts. */
export type FactKind = 'exact' | 'wait' | 'time'

/** One fact of one machine. */
export interface ProbeFact {
  /** The same on every machine. */
  readonly id: string
  readonly kind: FactKind
  /** `wait` is in milliseconds, `time` in nanoseconds. */
  readonly value: string | number
}

function exact(id: string, value: string | number | boolean | null): ProbeFact {
  return { id, kind: 'exact', value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? 'none') }
}

function waitId({ resolver, way, where, limitMs }: ProbeDocument['waits'][number]): string {
  return `dead nameserver, ${where}: ${way} by ${resolver}${limitMs === null ? '' : `, timeout ${String(limitMs / 1000)} s`}`
}

/** A probe as facts, each with an id that is the same on every machine: what two machines are compared by. */
export function probeFacts(document: ProbeDocument): readonly ProbeFact[] {
  const { go, builds, here, matrix, selection, forms, options, waits, deadlines, users, clocks, libc } = document
  const { resolvConf } = here
  return [
    exact('go: version', go.version),
    exact('go: platform', `${go.goos}/${go.goarch}`),
    exact('go: cgo is on when nothing is set', go.cgoDefault),
    ...builds.map(({ name, outcome }) => exact(`programs with ${name}`, outcome)),
    ...(resolvConf === null
      ? [exact('here: resolv.conf', 'none')]
      : [
          exact('here: nameservers', resolvConf.nameservers),
          exact('here: search domains', resolvConf.searchDomains),
          exact('here: options of resolv.conf', resolvConf.options.join(' ') || 'none'),
        ]),
    exact('here: hosts in nsswitch.conf', here.hosts),
    exact('here: netdns in GODEBUG', here.netdns),
    exact('here: tags in GOFLAGS', here.tags.join(',') || 'none'),
    exact('here: variables of libc', here.variables.join(' ') || 'none'),
    ...here.resolvers.map(({ build, order }) => exact(`here: resolver of ${build}`, order)),
    exact('clock: source', here.clockSource),
    ...matrix.flatMap(({ build, netdns, order, answered }) => [
      exact(`resolver of ${build} with ${netdns === '' ? 'no netdns' : netdns}`, order),
      exact(`search list by ${build} with ${netdns === '' ? 'no netdns' : netdns}`, answered ? 'found' : 'not found'),
    ]),
    ...selection.map(({ build, when, order }) => exact(`resolver of ${build}, ${when}`, order)),
    ...forms.map(({ inSource, godebug, resolver }) => exact(`GODEBUG=${godebug}${inSource ? ' and //go:debug netdns=cgo' : ''}`, resolver)),
    ...options.map(({ resolver, option, honoured }) => exact(`${option} honoured by ${resolver}`, honoured)),
    ...waits.flatMap((row): ProbeFact[] => [
      { id: `${waitId(row)}: time`, kind: 'wait', value: row.ms },
      exact(`${waitId(row)}: questions`, row.asked),
      exact(`${waitId(row)}: answered`, row.answered),
    ]),
    ...deadlines.map(({ resolver, deadline, covers }) => exact(`${deadline} covers a lookup by ${resolver}`, covers)),
    ...users.flatMap(({ build, where, found, name }) => [
      exact(`os/user of ${build}, ${where}`, found ? (name === null ? 'found' : `found as ${name}`) : 'not found'),
    ]),
    ...clocks.flatMap(({ build, locked, medianNs, backwards, handoverNs }): ProbeFact[] => {
      const id = `clock by ${build}${locked ? ', LockOSThread' : ''}`
      return [
        { id: `${id}: between two readings`, kind: 'time', value: medianNs },
        exact(`${id}: backwards`, backwards === 0 ? 'never' : 'sometimes'),
        { id: `${id}: to another goroutine and back`, kind: 'time', value: handoverNs },
      ]
    }),
    ...clocks
      .filter(({ locked, moved }) => locked && moved !== null)
      .map(({ build, moved }) => exact(`clock by ${build}, LockOSThread: another thread`, moved === 0 ? 'never' : 'sometimes')),
    ...libc.flatMap(({ build, kind, version, loaded }) => [
      exact(`libc of ${build}`, `${kind}${version === '' ? '' : ` ${version}`}`),
      exact(`libraries of ${build}`, loaded.join(' ') || 'none'),
    ]),
  ]
}
