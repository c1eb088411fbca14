import { describe, expect, it } from '@jest/globals'
import { readAccount, readLooked, readRoomReport } from '../../../src/probes/answers.js'
import { readChoice, withoutPorts } from '../../../src/probes/bench.js'
import { hostsOf, netdnsOf, summariseResolvConf, tagsOf, withChoiceSaid } from '../../../src/probes/here.js'
import { judgeDeadlines, judgeWaits } from '../../../src/probes/waits.js'
import { wait } from './documents.js'

describe('what package net says of its choice', () => {
  it('is the order of the lookup and the words about it', () => {
    const lines = [
      'go package net: confVal.netCgo = true  netGo = false',
      'go package net: GODEBUG setting forcing use of the cgo resolver',
      'go package net: hostLookupOrder(host) = cgo',
    ]
    expect(readChoice(`${lines.join('\n')}\n`)).toEqual({
      order: 'cgo',
      resolver: 'libc',
      says: 'GODEBUG setting forcing use of the cgo resolver',
    })
    expect(readChoice('go package net: hostLookupOrder(host) = dns,files\n')).toEqual({ order: 'dns,files', resolver: 'go', says: '' })
    expect(readChoice('panic: something else\n')).toBeNull()
  })
})

describe('netdns in GODEBUG', () => {
  it.each([
    ['', null, 'netdns=2'],
    ['http2client=0', null, 'http2client=0,netdns=2'],
    ['netdns=cgo', 'cgo', 'netdns=cgo,netdns=cgo+2'],
    ['netdns=1+go', '1+go', 'netdns=1+go,netdns=go+2'],
    ['netdns=go,netdns=cgo+1', 'cgo+1', 'netdns=go,netdns=cgo+1,netdns=cgo+2'],
    ['netdns=1', '1', 'netdns=1,netdns=2'],
  ])('of %j is %j, and with the choice said it chooses the same', (godebug, value, said) => {
    expect([netdnsOf(godebug), withChoiceSaid(godebug)]).toEqual([value, said])
  })
})

describe('tags in GOFLAGS', () => {
  it.each([
    ['-tags=netgo,foo', ['netgo']],
    ['-mod=mod -tags=osusergo,netcgo', ['osusergo', 'netcgo']],
    ['--tags=netgo -tags=foo', []],
    ['-trimpath', []],
  ])('of %j that count for names and users are %j', (goflags, tags) => {
    expect(tagsOf(goflags)).toEqual(tags)
  })
})

describe('files of the system', () => {
  it('are told without names and addresses', () => {
    const text =
      '# made by hand\nnameserver 192.0.2.1\nnameserver 192.0.2.2\ndomain corp.example\nsearch a.corp.example b.corp.example\noptions ndots:5 timeout:1\noptions ndots:5\n'
    const summary = summariseResolvConf(text)
    expect(summary).toEqual({ nameservers: 2, searchDomains: 2, options: ['ndots:5', 'timeout:1'] })
    expect(JSON.stringify(summary)).not.toMatch(/192|corp/)
  })

  it('say where names of hosts come from', () => {
    expect(hostsOf('passwd: files\nhosts:\tfiles  mdns4_minimal [NOTFOUND=return] dns # usual\n')).toBe(
      'files mdns4_minimal [NOTFOUND=return] dns',
    )
    expect(hostsOf('passwd: files\n')).toBeNull()
  })
})

describe('what our programs print', () => {
  it('is refused when it is something else', () => {
    expect([readRoomReport('{'), readRoomReport('{"Fault":""}'), readLooked('null'), readAccount('[]')]).toEqual([null, null, null, null])
  })

  it('counts groups only of a user that was found', () => {
    const account = { Found: false, Name: '', Error: 'user: unknown userid 7', Groups: 0, GroupsErr: '' }
    expect(readAccount(JSON.stringify(account))).toEqual({ found: false, name: '', groups: null, error: 'user: unknown userid 7' })
    expect(readAccount(JSON.stringify({ ...account, Found: true, Name: 'ann', Error: '', Groups: 2 }))?.groups).toBe(2)
  })

  it('loses the ports that change', () => {
    expect(withoutPorts('read udp 127.0.0.1:4242->127.0.0.1:53: i/o timeout')).toBe('read udp 127.0.0.1:*->127.0.0.1:53: i/o timeout')
  })
})

const ONCE = { where: 'options timeout:1 attempts:1', ms: 1001, asked: 1 }
const THRICE = { where: 'options timeout:1 attempts:3', ms: 3003, asked: 3 }

describe('what waits say of timeout and attempts', () => {
  it('is that they are honoured when a question is given up sooner and asked as often as they say', () => {
    expect(judgeWaits([wait(), wait(ONCE), wait(THRICE)])).toEqual([
      { resolver: 'go', option: 'timeout', honoured: true, evidence: '1.0 s a question with timeout:1, 5.0 s without' },
      {
        resolver: 'go',
        option: 'attempts',
        honoured: true,
        evidence: 'it asks once with attempts:1, 3 times with attempts:3, twice without',
      },
    ])
  })

  it('is that they are not when a fixed number of questions of a fixed time is asked', () => {
    const fixed = { ms: 15_000, asked: 3 }
    expect(judgeWaits([wait(fixed), wait({ ...ONCE, ...fixed }), wait({ ...THRICE, ...fixed })]).map(({ honoured }) => honoured)).toEqual([
      false,
      false,
    ])
  })

  it('is nothing while one of them is missing', () => {
    expect(judgeWaits([wait(), wait(ONCE)])).toEqual([])
  })
})

describe('what waits say of deadlines', () => {
  const dial = { way: 'dial', limitMs: null } as const
  it('is that one covers the lookup when the dial ends by it', () => {
    expect(judgeDeadlines([wait(dial), wait({ ...dial, limitMs: 2000, ms: 2002, asked: 1 })])).toEqual([
      { resolver: 'go', deadline: 'net.Dialer.Timeout', covers: true, evidence: '2.0 s with 2.0 s, 10.0 s without' },
    ])
  })

  it('is that it does not when the dial takes as long as without', () => {
    const rows = judgeDeadlines([wait(dial), wait({ ...dial, limitMs: 2000, ms: 9990 })])
    expect(rows.map(({ covers }) => covers)).toEqual([false])
  })

  it('is that http.DefaultTransport gives up by itself, or not', () => {
    const http = { way: 'http', where: 'options timeout:20 attempts:3' } as const
    const rows = judgeDeadlines([wait({ ...http, ms: 30_008 }), wait({ ...http, resolver: 'libc', ms: 60_003, timeout: false })])
    expect(rows.map(({ deadline, covers }) => [deadline, covers])).toEqual([
      ['http.DefaultTransport (30 s for a dial)', true],
      ['http.DefaultTransport (30 s for a dial)', false],
    ])
  })

  it('is nothing of http.DefaultTransport when the resolver gave up before', () => {
    const row = { way: 'http', where: 'options timeout:20 attempts:3', resolver: 'libc', ms: 20_004, timeout: false } as const
    expect(judgeDeadlines([wait(row)])).toEqual([])
  })
})
