import { describe, expect, it } from '@jest/globals'
import { findSumdbBypass } from '../../../src/integrity/sumdb-bypass.js'
import { parseLookupRecord } from '../../../src/integrity/witness-record.js'
import { readFork, readSilence } from '../../../src/integrity/witness-words.js'

const A = `h1:${'A'.repeat(43)}=`
const B = `h1:${'B'.repeat(43)}=`

describe('a lookup record of the checksum database', () => {
  it('gives the hashes of a version by their line in go.sum', () => {
    const record = parseLookupRecord(
      `29089989\nexample.org/a v1.0.1 ${A}\nexample.org/a v1.0.1/go.mod ${B}\n\ngo.sum database tree\n1\nx\n\n— db Az\n`,
    )
    expect([...(record ?? [])]).toStrictEqual([
      ['example.org/a v1.0.1', A],
      ['example.org/a v1.0.1/go.mod', B],
    ])
  })

  it('holds nothing of what stands after the part that the tree proves', () => {
    const record = parseLookupRecord(`1\nexample.org/other v1.0.0 ${B}\n\nexample.org/a v1.0.0 ${A}\ngo.sum database tree\n`)
    expect([...(record ?? []).keys()]).toStrictEqual(['example.org/other v1.0.0'])
  })

  it.each([
    ['cut off', `1\nexample.org/a v1.0.0 ${A}\n`],
    ['without a number', `example.org/a v1.0.0 ${A}\n\n`],
    ['with a number that is none', `1x\nexample.org/a v1.0.0 ${A}\n\n`],
    ['empty', ''],
  ])('is none when it is %s', (_, text) => {
    expect(parseLookupRecord(text)).toBeNull()
  })

  it.each([
    ['another algorithm', 'example.org/a v1.0.0 h2:abc'],
    ['a hash that is too short', 'example.org/a v1.0.0 h1:abc='],
    ['a carriage return', `example.org/a v1.0.0 ${A}\r`],
    ['a further field', `example.org/a v1.0.0 ${A} more`],
  ])('says nothing with %s', (_, text) => {
    expect([...(parseLookupRecord(`1\n${text}\n\n`) ?? ['none'])]).toStrictEqual([])
  })

  it('lets the first of two lines count', () => {
    expect(parseLookupRecord(`1\na.b/c v1.0.0 ${A}\na.b/c v1.0.0 ${B}\n\n`)?.get('a.b/c v1.0.0')).toBe(A)
  })
})

const LOOKUP =
  'verifying module: example.org/a@v1.0.0: reading https://u:hush@proxy.example.org/sumdb/sum.golang.org/lookup/example.org/a@v1.0.0'
const TILE = 'verifying module: example.org/a@v1.0.0: reading https://proxy.example.org/sumdb/sum.golang.org/tile/8/0/x001/234'

describe('why the database says nothing of a module', () => {
  it.each([
    [`${LOOKUP}: 404 Not Found\n\tserver response: not found`, 'unknown-there', /knows no such version/],
    [`${LOOKUP}: 410 Gone`, 'unknown-there', /knows no such version/],
    [`${LOOKUP}: 403 Forbidden`, 'no-answer', /refuses to answer/],
    [`${LOOKUP}: 429 Too Many Requests`, 'no-answer', /come back later/],
    [`${LOOKUP}: 500 Internal Server Error`, 'no-answer', /server error/],
    [`${TILE}: 404 Not Found`, 'no-answer', /does not have the tree that it signed before/],
    [
      'verifying module: a.b/c@v1.0.0: initializing sumdb.Client: reading tree note: malformed note',
      'no-answer',
      /tree head that this machine kept/,
    ],
    [
      'verifying module: a.b/c@v1.0.0: initializing sumdb.Client: checking tree#0 against tree#5: downloaded inconsistent tile',
      'no-answer',
      /rolled back/,
    ],
    ['verifying module: a.b/c@v1.0.0: cannot authenticate record data in server response', 'no-answer', /does not fit the tree/],
    ['verifying module: a.b/c@v1.0.0: downloaded inconsistent tile', 'no-answer', /does not fit the tree/],
    ['verifying module: a.b/c@v1.0.0: reading tree note: note has no verifiable signatures', 'no-answer', /does not fit the tree/],
    ['verifying module: checksum missing from sumdb response', 'no-answer', /about something else/],
    ['a.b/c@v1.0.0: verifying module: invalid GOSUMDB: malformed verifier id', 'no-answer', /names no database/],
    [
      'Get "https://proxy.example.org/sumdb/sum.golang.org/supported": dial tcp: lookup proxy.example.org: no such host',
      'no-answer',
      /cannot be reached/,
    ],
    [
      'Get "https://proxy.example.org/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'no-answer',
      /certificate/,
    ],
    ['Get "http://127.0.0.1:9/": EOF', 'no-answer', /cannot be reached/],
  ])('%s', (error, says, reason) => {
    expect(readSilence(error)).toStrictEqual({ says, reason: expect.stringMatching(reason) })
  })

  it('is told in go’s own words where they are not known, without paths and credentials, in one line', () => {
    const { reason } = readSilence(
      `go: downloading x\nopen /tmp/goparity-module-1/cache/x: https://u:hush@h.example/x: odd${'!'.repeat(500)}\nmore`,
    )
    expect(reason).toMatch(/^go could not ask: open …: https:.*h\.example/)
    expect(reason).not.toMatch(/hush|\/tmp|\n/)
    expect(reason.length).toBeLessThan(230)
  })

  it('is never empty', () => {
    expect(readSilence('').reason).toBe('go could not ask: go says nothing')
  })
})

describe('a fork of the database', () => {
  it('is shown by go’s proof, bounded', () => {
    const lines = readFork(`SECURITY ERROR\ngo.sum database server misbehavior detected!\n\n${'\tline\n'.repeat(100)}`)
    expect(lines?.[0]).toBe('go.sum database server misbehavior detected!')
    expect(lines).toHaveLength(12)
  })

  it('is nothing else', () => {
    expect(readFork('SECURITY ERROR\nThis download does NOT match')).toBeNull()
  })
})

describe('known ways past the checksum database', () => {
  it.each([
    ['go1.20.14', 3],
    ['go1.24.9', 3],
    ['go1.25.3', 3],
    ['go1.25.9', 3],
    ['go1.25.10', 2],
    ['go1.25.12', 2],
    ['go1.25.13', 0],
    ['go1.26rc1', 3],
    ['go1.26.2', 3],
    ['go1.26.3', 2],
    ['go1.26.5', 2],
    ['go1.26.6', 0],
    ['go1.26.8-custom', 0],
    ['go1.27rc2', 2],
    ['go1.27rc3', 0],
    ['go1.27.0', 0],
    ['go1.28.1', 0],
    ['gibberish', 0],
  ])('%s has %i of them', (version, count) => {
    expect(findSumdbBypass(version)?.cves.length ?? 0).toBe(count)
  })

  it('name the one that reaches what is read here, and the releases that close all', () => {
    expect(findSumdbBypass('go1.25.3')).toMatchObject({ open: ['CVE-2026-56865'], fixed: ['1.25.13', '1.26.6', '1.27rc3'] })
  })
})
