import { describe, expect, it } from '@jest/globals'
import { catalogue, classify } from '../../src/incidents/index.js'
import { logFiles, readCorpus } from './read-corpus.js'

const corpus = readCorpus()

describe('the corpus of logs', () => {
  it.each(corpus.map(({ file, log, incidents }) => [file, log, incidents] as const))(
    '%s is recognised as labelled',
    (_file, log, incidents) => {
      const found = classify(log).map(({ rule, confidence, culprit, location }) =>
        location === undefined ? { rule, confidence, culprit } : { rule, confidence, culprit, location },
      )
      expect(found).toStrictEqual(incidents)
    },
  )

  it('has a label for each log and a log for each label', () => {
    expect(corpus.map(({ file }) => file)).toStrictEqual(logFiles())
  })

  it('shows each rule in at least two wordings', () => {
    const shown = new Map<string, number>()
    for (const rule of new Set(
      corpus.flatMap(({ file, incidents }) => [...new Set(incidents.map(({ rule: id }) => id))].map((id) => `${id} ${file}`)),
    )) {
      const id = rule.slice(0, rule.indexOf(' '))
      shown.set(id, (shown.get(id) ?? 0) + 1)
    }
    expect(catalogue.filter(({ id }) => (shown.get(id) ?? 0) < 2).map(({ id }) => id)).toStrictEqual([])
  })

  it('has near misses in which nothing is recognised', () => {
    const misses = corpus.filter(({ file }) => file.startsWith('none-'))
    expect(misses.length).toBeGreaterThan(12)
    expect(misses.filter(({ incidents }) => incidents.length > 0)).toStrictEqual([])
  })
})
