import { describe, expect, it } from '@jest/globals'
import { compareProbes, probeFacts, type ProbeDocument } from '../../../src/probes/index.js'
import { probeOf, wait } from './documents.js'

function differences(change: Partial<ProbeDocument>, first: Partial<ProbeDocument> = {}): Readonly<Record<string, unknown>> {
  const probes = [
    { name: 'a.json', probe: probeOf(first) },
    { name: 'b.json', probe: probeOf(change) },
  ]
  return Object.fromEntries(compareProbes(probes, '0.0.0-test').differences.map(({ id, values }) => [id, values]))
}

const { here, clocks } = probeOf()

/** The clocks with one value that is another. */
function clocksWith(change: Partial<ProbeDocument['clocks'][number]>): ProbeDocument['clocks'] {
  return clocks.map((clock) => Object.assign({}, clock, change))
}

describe('facts of a probe', () => {
  it('have an id each of their own', () => {
    const ids = probeFacts(probeOf()).map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(25)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('hold no evidence that differs from run to run', () => {
    const text = JSON.stringify(probeFacts(probeOf()))
    expect(text).not.toContain('i/o timeout')
    expect(text).not.toContain('2.0 s with')
  })
})

describe('probes compared', () => {
  it('do not differ from themselves, and every fact counts', () => {
    const probe = probeOf()
    const {
      compared,
      differences: found,
      unmeasured,
    } = compareProbes(
      [
        { name: 'a', probe },
        { name: 'b', probe },
      ],
      '1.2.3',
    )
    expect({ found, unmeasured, compared }).toEqual({ found: [], unmeasured: [], compared: probeFacts(probe).length })
  })

  it('differ in what the machines are set to, with the value of each in their order', () => {
    expect(differences({ here: { ...here, hosts: 'files mdns4_minimal dns', netdns: 'cgo', clockSource: 'hpet' } })).toEqual({
      'here: hosts in nsswitch.conf': ['files dns', 'files mdns4_minimal dns'],
      'here: netdns in GODEBUG': ['none', 'cgo'],
      'clock: source': ['tsc', 'hpet'],
    })
  })

  it('differ in a wait of another length, and not in milliseconds of a busy machine', () => {
    const id = 'dead nameserver, one nameserver, no options: lookup by go: time'
    expect(differences({ waits: [wait({ ms: 5002 })] })[id]).toEqual([10_004, 5002])
    expect(differences({ waits: [wait({ ms: 11_900 })] })[id]).toBeUndefined()
    const short = { where: 'short', ms: 3 }
    expect(differences({ waits: [wait({ ...short, ms: 400 })] }, { waits: [wait(short)] })).toEqual({})
  })

  it('differ in how often a nameserver was asked', () => {
    expect(differences({ waits: [wait({ asked: 1 })] })).toEqual({
      'dead nameserver, one nameserver, no options: lookup by go: questions': [2, 1],
    })
  })

  it('differ in a clock that is read by system calls, and not in one that is twice as slow', () => {
    expect(differences({ clocks: clocksWith({ medianNs: 90 }) })).toEqual({})
    expect(Object.keys(differences({ clocks: clocksWith({ medianNs: 900 }) }))).toEqual([
      'clock by cgo: between two readings',
      'clock by cgo, LockOSThread: between two readings',
    ])
  })

  it('do not differ in how long a goroutine on a thread of its own takes to hand over', () => {
    expect(differences({ clocks: clocksWith({ handoverNs: 90_000 }) })).toEqual({})
  })

  it('differ when a locked goroutine changed its thread, whatever a free one does', () => {
    expect(differences({ clocks: clocksWith({ moved: 7 }) })).toEqual({
      'clock by cgo, LockOSThread: another thread': ['never', 'sometimes'],
    })
  })

  it('tell what was not measured everywhere apart from what differs', () => {
    const names = ['a', 'b', 'c']
    const probes = [
      probeOf(),
      probeOf({ forms: [] }),
      probeOf({ forms: [{ build: 'nocgo', inSource: true, godebug: 'netdns=1', resolver: 'go' }] }),
    ]
    const { differences: found, unmeasured } = compareProbes(
      probes.map((probe, at) => ({ name: names[at] ?? '', probe })),
      '1.2.3',
    )
    expect(found).toEqual([])
    expect(unmeasured).toEqual([{ id: 'GODEBUG=netdns=1 and //go:debug netdns=cgo', kind: 'exact', values: ['go', null, 'go'] }])
  })
})
