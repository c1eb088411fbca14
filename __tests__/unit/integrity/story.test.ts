import { describe, expect, it } from '@jest/globals'
import { judge } from '../../../src/integrity/story.js'
import type { DisputeFacts, Story } from '../../../src/integrity/votes.js'
import type { Dispute, Testimony, Witness } from '../../../src/integrity/testimony.js'

const P1 = 'https://proxy.example.org'
const P2 = 'https://mirror.example.org'
const DB = 'sum.golang.org'

function says(witness: Witness, hash: string | null, from: string | null = null, note?: string): Testimony {
  return { witness, from, hash, ...(note === undefined ? {} : { note }) }
}

/** One letter a hash; `-`: says nothing; absent: is not asked. */
interface Row {
  readonly sum?: string
  /** Recorded hash, zip and directory. */
  readonly cache?: readonly [string, string, string]
  readonly cachedMod?: string
  readonly refused?: string
  readonly db?: string
  readonly p1?: string
  readonly p2?: string
  readonly repo?: string
  readonly vendor?: string
  readonly facts?: Partial<DisputeFacts>
}

const hash = (letter: string): string | null => (letter === '-' ? null : `h1:${letter}`)

function disputeOf({ sum = 'A', cache, cachedMod, refused, db, vendor }: Row): Dispute {
  const [recorded = '', zip = '', directory = ''] = cache ?? []
  return {
    path: 'example.com/m',
    version: 'v1.0.0',
    goMod: cachedMod !== undefined,
    testimonies: [
      ...sum.split('').map((letter, index) => says('go.sum', hash(letter), `go.sum:${String(index + 1)}`)),
      ...(recorded === '' ? [] : [says('ziphash', hash(recorded), null, recorded === '-' ? 'none is recorded' : undefined)]),
      ...(zip === '' ? [] : [says('zip', hash(zip))]),
      ...(directory === '' ? [] : [says('directory', hash(directory))]),
      ...(cachedMod === undefined ? [] : [says('go.mod', hash(cachedMod))]),
      ...(refused === undefined ? [] : [says('proxy', hash(refused), null, 'what go downloaded and refused')]),
      ...(vendor === undefined ? [] : [says('vendor', hash(vendor))]),
      ...(db === undefined ? [] : [says('checksum-database', hash(db), DB)]),
    ],
  }
}

function fetchedOf({ p1, p2, repo }: Row): readonly Testimony[] {
  return [
    ...(p1 === undefined ? [] : [says('proxy', hash(p1), P1, p1 === '-' ? 'it cannot be reached' : undefined)]),
    ...(p2 === undefined ? [] : [says('proxy', hash(p2), P2)]),
    ...(repo === undefined ? [] : [says('repository', hash(repo), null, repo === '-' ? 'it has no such version' : undefined)]),
  ]
}

const COMMITTED = { commit: '5a9499fa3478'.padEnd(40, '0'), date: '2024-05-01T12:00:00Z', subject: 'add m', cutOff: false }

function judgeRow(row: Row): ReturnType<typeof judge> {
  return judge(disputeOf(row), fetchedOf(row), { since: COMMITTED, explained: [], ...row.facts })
}

const AAA = ['A', 'A', 'A'] as const
const BBB = ['B', 'B', 'B'] as const

const TABLE: readonly (readonly [string, Row, Story, 'certain' | 'likely'])[] = [
  // The module cache contradicts itself.
  ['an edited directory', { cache: ['A', 'A', 'B'] }, 'edited-cache', 'certain'],
  ['an edited zip', { cache: ['A', 'B', 'A'] }, 'edited-cache', 'certain'],
  ['zip and directory edited', { cache: ['A', 'B', 'B'] }, 'edited-cache', 'certain'],
  ['a recorded hash that was edited', { cache: ['B', 'A', 'A'] }, 'edited-cache', 'certain'],
  ['a directory that cannot be hashed', { cache: ['A', 'A', '-'] }, 'edited-cache', 'certain'],
  ['an edited directory whose zip was taken away', { cache: ['', '', 'B'] }, 'edited-cache', 'likely'],
  ['the same, with the repository for go.sum', { cache: ['', '', 'B'], repo: 'A' }, 'edited-cache', 'certain'],
  ['an edited directory and no recorded hash', { cache: ['-', 'A', 'B'] }, 'edited-cache', 'certain'],
  ['an edited directory of a module without a line', { sum: '', cache: ['A', 'A', 'B'] }, 'edited-cache', 'likely'],
  // Only the cache is another one.
  ['a rewritten cache, nobody asked', { cache: BBB }, 'unexplained', 'likely'],
  ['a rewritten cache, the database for go.sum', { cache: BBB, db: 'A' }, 'poisoned-cache', 'likely'],
  ['a rewritten cache, a proxy for go.sum', { cache: BBB, p1: 'A' }, 'poisoned-cache', 'certain'],
  ['a rewritten cache, all for go.sum', { cache: BBB, db: 'A', p1: 'A', p2: 'A', repo: 'A' }, 'poisoned-cache', 'certain'],
  ['a rewritten cache, the proxy offline', { cache: BBB, db: 'A', p1: '-' }, 'poisoned-cache', 'likely'],
  ['a cached go.mod, the proxy for go.sum', { cachedMod: 'B', p1: 'A' }, 'poisoned-cache', 'certain'],
  // A proxy serves another content.
  ['a proxy against the repository', { cache: BBB, p1: 'B', repo: 'A' }, 'poisoned-proxy', 'certain'],
  ['a proxy against database and repository', { cache: BBB, db: 'A', p1: 'B', repo: 'A' }, 'poisoned-proxy', 'certain'],
  ['a proxy against database and another proxy', { cache: BBB, db: 'A', p1: 'B', p2: 'A' }, 'poisoned-proxy', 'certain'],
  ['a proxy against the database alone', { cache: BBB, db: 'A', p1: 'B' }, 'poisoned-proxy', 'likely'],
  ['a proxy against another proxy', { cache: BBB, p1: 'B', p2: 'A' }, 'poisoned-proxy', 'likely'],
  ['a proxy that was refused', { refused: 'B', db: 'A', p1: 'B', repo: 'A' }, 'poisoned-proxy', 'certain'],
  ['a refused download that nobody serves any more', { refused: 'B', p1: 'A' }, 'poisoned-proxy', 'likely'],
  ['a proxy that poisoned go.sum too', { sum: 'B', cache: BBB, db: 'A', p1: 'B', p2: 'A' }, 'poisoned-proxy', 'certain'],
  ['go.sum and cache against the database', { sum: 'B', cache: BBB, db: 'A' }, 'poisoned-proxy', 'likely'],
  ['go.sum and cache against everybody', { sum: 'B', cache: BBB, db: 'A', p1: 'A', repo: 'A' }, 'poisoned-cache', 'likely'],
  // A moved tag.
  ['the repository against database', { cache: BBB, db: 'A', p1: 'B', repo: 'B' }, 'retagged', 'certain'],
  ['the repository against a proxy that kept the first', { cache: BBB, p1: 'A', repo: 'B' }, 'retagged', 'certain'],
  ['all against go.sum, without a database', { cache: BBB, p1: 'B', repo: 'B' }, 'retagged', 'likely'],
  ['a private module, refused', { refused: 'B', repo: 'B' }, 'retagged', 'likely'],
  ['a go.sum written after the tag was moved', { sum: 'B', cache: BBB, db: 'A', p1: 'A', repo: 'B' }, 'retagged', 'certain'],
  // go.sum alone is wrong.
  ['a wrong line, database and proxy against it', { sum: 'B', cache: AAA, db: 'A', p1: 'A' }, 'stale-go-sum', 'certain'],
  ['a wrong line, refused', { sum: 'B', refused: 'A', db: 'A', p1: 'A', repo: 'A' }, 'stale-go-sum', 'certain'],
  ['a wrong line, the database against it', { sum: 'B', cache: AAA, db: 'A' }, 'stale-go-sum', 'likely'],
  [
    'a line that was never committed, all against it',
    { sum: 'B', cache: AAA, p1: 'A', facts: { since: { commit: null, date: null, subject: '', cutOff: false } } },
    'stale-go-sum',
    'likely',
  ],
  // What is told by the files themselves.
  ['line ends in the cache', { cache: ['A', 'A', 'B'], facts: { lineEndsOnly: true } }, 'crlf-checkout', 'certain'],
  ['line ends in vendor/', { cache: AAA, vendor: 'B', facts: { lineEndsOnly: true } }, 'crlf-checkout', 'certain'],
  ['an edited vendor/', { cache: AAA, vendor: 'B' }, 'edited-vendor', 'certain'],
  ['an edited vendor/ without the module', { vendor: '-' }, 'edited-vendor', 'likely'],
  ['conflict markers', { cache: BBB, facts: { conflictMarkers: true } }, 'merge-conflict', 'certain'],
  ['two hashes', { sum: 'AB', cache: BBB }, 'merge-conflict', 'likely'],
  // Nobody knows.
  ['no line and no database', { sum: '', cache: AAA }, 'unexplained', 'likely'],
  ['everybody says something else', { cache: BBB, p1: 'C', p2: 'D' }, 'unexplained', 'likely'],
]

describe('judge', () => {
  it.each(TABLE)('tells the story of %s', (_name, row, story, confidence) => {
    const judgement = judgeRow(row)
    expect([judgement.story, judgement.confidence]).toEqual([story, confidence])
    expect(judgement.fix.length).toBeGreaterThan(0)
  })

  it('names the proxy that serves another content, what it served, and the way out', () => {
    const judgement = judgeRow({ cache: BBB, db: 'A', p1: 'B', p2: 'A', repo: 'A' })
    expect(judgement.sentence).toBe(`${P1} serves another content than sum.golang.org, ${P2} and its repository have.`)
    expect(judgement.evidence).toEqual([
      'sum.golang.org: h1:A',
      `fetched now from ${P1}: h1:B`,
      `fetched now from ${P2}: h1:A`,
      'fetched now from repository: h1:A',
      'go.sum:1: since 2024-05-01, commit 5a9499fa3478 "add m"',
      expect.stringContaining('.info'),
    ])
    expect(judgement.fix.map(({ edit, command }) => edit ?? command)).toEqual([
      `take ${P1} out of GOPROXY, and tell whoever runs it`,
      'goparity verify --repair',
    ])
  })

  it('says why nobody could be asked, and that the answer is only likely', () => {
    const { sentence, evidence } = judgeRow({ cache: BBB, db: 'A', p1: '-' })
    expect(sentence).toMatch(/only likely: no independent copy could be fetched\.$/)
    expect(evidence).toContain(`fetched now from ${P1}: it cannot be reached`)
  })

  it('offers a wrong line of go.sum as an edit with its place and the right hash', () => {
    const { fix } = judgeRow({ sum: 'B', cache: AAA, db: 'A', p1: 'A' })
    expect(fix).toEqual([{ edit: 'replace the hash in go.sum:1 with h1:A', why: expect.any(String) }])
  })

  it('names the places of the cache that are still right', () => {
    expect(judgeRow({ cache: ['A', 'A', 'B'] }).sentence).toBe(
      'It was changed in the module cache after the download: the hash recorded at the download and the zip still are what go.sum says.',
    )
  })

  it('tells which of two lines is the right one where the fetch knows', () => {
    expect(judgeRow({ sum: 'AB', cache: BBB, p1: 'B' }).fix[0]?.edit).toBe(
      'keep the line with h1:B and delete the other one for example.com/m@v1.0.0',
    )
  })

  it('repeats the settings that explain it', () => {
    const explained = [{ key: 'GOSUMDB', value: 'off', where: 'set in $GOROOT/go.env', meaning: 'nobody was asked' }]
    expect(judgeRow({ cache: BBB, facts: { explained } }).evidence).toContain('GOSUMDB=off (set in $GOROOT/go.env): nobody was asked')
  })
})

const LETTERS = [undefined, 'A', 'B', 'C'] as const

function* everyRow(): Generator<Row> {
  for (const held of LETTERS)
    for (const db of LETTERS)
      for (const p1 of LETTERS)
        for (const p2 of LETTERS)
          for (const repo of LETTERS)
            for (const refuses of [false, true])
              yield {
                ...(held === undefined ? {} : refuses ? { refused: held } : { cache: [held, held, held] as const }),
                ...(db === undefined ? {} : { db }),
                ...(p1 === undefined ? {} : { p1 }),
                ...(p2 === undefined ? {} : { p2 }),
                ...(repo === undefined ? {} : { repo }),
              }
}

describe('judge, over every combination of what go.sum, cache, database, two proxies and the repository can say', () => {
  const all = [...everyRow()].map((row) => ({ row, judgement: judgeRow(row) }))
  const broken = (isBroken: (one: (typeof all)[number]) => boolean): readonly Row[] => all.filter(isBroken).map(({ row }) => row)

  it('is certain of nothing that was not fetched', () => {
    expect(broken(({ row, judgement }) => judgement.confidence === 'certain' && fetchedOf(row).length === 0)).toEqual([])
  })

  it('gives nothing to paste where the database contradicts go.sum', () => {
    expect(
      broken(({ row, judgement }) => row.db !== undefined && row.db !== 'A' && judgement.fix.some(({ command }) => command !== undefined)),
    ).toEqual([])
  })

  it('repairs only what is in the cache and is not what go.sum says', () => {
    const repairs = all.filter(({ judgement }) => judgement.fix.some(({ command }) => command === 'goparity verify --repair'))
    expect(repairs.length).toBeGreaterThan(50)
    expect(repairs.filter(({ row }) => row.cache === undefined || row.cache[0] === 'A')).toEqual([])
  })

  it('calls go.sum stale for certain only where database and a fresh copy agree, and nobody holds what go.sum says', () => {
    expect(
      broken(
        ({ row, judgement }) =>
          judgement.story === 'stale-go-sum' &&
          judgement.confidence === 'certain' &&
          (row.db === undefined || row.db === 'A' || [row.p1, row.p2, row.repo].some((said) => said !== undefined && said !== row.db)),
      ),
    ).toEqual([])
  })

  it('calls a proxy poisoned for certain only when it says something else than another witness outside', () => {
    expect(
      broken(({ row, judgement }) => {
        const outside = [row.db, row.p1, row.p2, row.repo].filter((said) => said !== undefined)
        return judgement.story === 'poisoned-proxy' && judgement.confidence === 'certain' && new Set(outside).size < 2
      }),
    ).toEqual([])
  })

  it('speaks of a moved tag for certain only where the repository itself serves another content', () => {
    expect(
      broken(
        ({ row, judgement }) =>
          judgement.story === 'retagged' && judgement.confidence === 'certain' && (row.repo === undefined || row.repo === (row.db ?? 'A')),
      ),
    ).toEqual([])
  })
})
