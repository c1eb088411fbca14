import type { ProbeDocument, WaitRow } from '../../../src/probes/index.js'

/** A wait of a lookup by Go's resolver, without a deadline, that fails. */
export function wait(row: Partial<WaitRow> = {}): WaitRow {
  return {
    resolver: 'go',
    way: 'lookup',
    where: 'one nameserver, no options',
    limitMs: null,
    ms: 10_004,
    asked: 2,
    answered: false,
    timeout: true,
    error: 'lookup host. on 127.0.0.1:53: read udp 127.0.0.1:*->127.0.0.1:53: i/o timeout',
    ...row,
  }
}

/** A probe with one row or two of each kind. */
export function probeOf(change: Partial<ProbeDocument> = {}): ProbeDocument {
  const reading = { medianNs: 40, p99Ns: 60, resolutionNs: 20, backwards: 0, handoverNs: 300, samples: 300 }
  return {
    schema: 'goparity/probe/1',
    tool: { version: '0.0.0-test' },
    go: { version: 'go1.26.8', goos: 'linux', goarch: 'amd64', cgoDefault: true },
    builds: [
      { name: 'nocgo', outcome: 'built', reason: null },
      { name: 'cgo', outcome: 'built', reason: null },
    ],
    here: {
      resolvConf: { nameservers: 2, searchDomains: 3, options: ['ndots:5'] },
      hosts: 'files dns',
      netdns: null,
      tags: [],
      variables: [],
      resolvers: [{ build: 'cgo', order: 'files,dns', resolver: 'go' }],
      clockSource: 'tsc',
    },
    matrix: [
      {
        build: 'cgo',
        netdns: 'netdns=cgo',
        resolver: 'libc',
        order: 'cgo',
        says: 'GODEBUG setting forcing use of the cgo resolver',
        answered: true,
        asked: ['host.a.example', 'host.b.example'],
      },
    ],
    selection: [{ build: 'cgo', when: 'RES_OPTIONS is set', order: 'cgo', resolver: 'libc' }],
    forms: [{ build: 'cgo', inSource: true, godebug: 'netdns=1', resolver: 'go' }],
    options: [{ resolver: 'go', option: 'search', honoured: true, evidence: 'for host it asks for host.a.example, host.b.example' }],
    waits: [wait(), wait({ limitMs: 2000, ms: 2001, asked: 1 })],
    deadlines: [{ resolver: 'go', deadline: 'context', covers: true, evidence: '2.0 s with 2.0 s, 10.0 s without' }],
    users: [{ build: 'nocgo', where: 'this machine', found: true, name: null, groups: 1, error: '' }],
    clocks: [
      { build: 'cgo', locked: false, ...reading, moved: 200 },
      { build: 'cgo', locked: true, ...reading, handoverNs: 9000, moved: 0 },
    ],
    libc: [{ build: 'cgo', kind: 'glibc', version: '2.36', loaded: ['libc.so.6'] }],
    degraded: [],
    ...change,
  }
}
