import { describe, expect, it } from '@jest/globals'
import { renderComparison, renderProbe, renderProbeJson } from '../../../src/cli/commands/probe-text.js'
import { compareProbes } from '../../../src/probes/index.js'
import { probeOf, wait } from './documents.js'

const same = (text: string): string => text
const PLAIN = { bold: same, dim: same, red: same, yellow: same }

describe('a probe as text', () => {
  it('says what is set, what was measured and how long it took', () => {
    const text = renderProbe(probeOf(), PLAIN)
    for (const line of [
      '  go           go1.26.8 linux/amd64, cgo on when nothing is set',
      '  resolv.conf  2 nameservers, 3 in the search list, options ndots:5',
      '  cgo  netdns=cgo  libc  finds it by search  GODEBUG setting forcing use of the cgo resolver',
      '   10.0 s  lookup  no timeout     one nameserver, no options  asked twice  error, a timeout',
      '    2.0 s  lookup  timeout 2.0 s  one nameserver, no options  asked once   error, a timeout',
      '  context  Go’s resolver  ends it  2.0 s with 2.0 s, 10.0 s without',
    ])
      expect(text.split('\n')).toContain(line)
    expect(text).not.toContain('not measured')
  })

  it('says what was not measured, and shows no empty section', () => {
    const text = renderProbe(probeOf({ waits: [], degraded: [{ what: 'dead nameservers', why: 'unshare is not allowed' }] }), PLAIN)
    expect(text).toContain('\nnot measured: dead nameservers: unshare is not allowed\n')
    expect(text).not.toContain('What a dead nameserver costs')
  })

  it('commands neither a terminal nor a CI runner', () => {
    const hostile = '\u001B[2J\n::error::x ##[group]'
    const probe = probeOf({ degraded: [{ what: hostile, why: hostile }] })
    const other = { ...probe, here: { ...probe.here, hosts: hostile } }
    const comparison = compareProbes(
      [
        { name: hostile, probe },
        { name: 'b', probe: other },
      ],
      '1.2.3',
    )
    for (const text of [
      renderProbe(other, PLAIN),
      renderComparison(comparison, PLAIN),
      renderProbeJson(other),
      renderProbeJson(comparison),
    ]) {
      expect(text).not.toContain('\u001B')
      expect(text).not.toMatch(/^\s*::/m)
      expect(text).not.toContain('##[')
    }
    expect(JSON.parse(renderProbeJson(other))).toEqual(other)
  })
})

describe('a comparison as text', () => {
  it('names each fact that differs, with its value in every probe', () => {
    const comparison = compareProbes(
      [
        { name: 'laptop.json', probe: probeOf() },
        { name: 'ci.json', probe: probeOf({ waits: [wait({ ms: 5001 })] }) },
      ],
      '1.2.3',
    )
    expect(renderComparison(comparison, PLAIN)).toContain(
      'dead nameserver, one nameserver, no options: lookup by go: time\n  laptop.json  10.0 s\n  ci.json      5.0 s\n',
    )
    expect(renderComparison(comparison, PLAIN)).toMatch(/^1 of \d+ facts differ between 2 machines\n/)
    expect(renderComparison(comparison, PLAIN)).toContain('not measured everywhere: 3 facts')
  })
})
