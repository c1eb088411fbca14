import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { catalogue, classify } from '../../src/incidents/index.js'
import { addedLogFiles, readAddedLogs } from './added-logs.js'
import { complaints, confusionTable, isWhole, scoreOf, type Judged } from './confusion.js'
import { logFiles, readCorpus } from './read-corpus.js'
import { RULES_OF_CLASS } from './classes.js'

const corpus = readCorpus()
const added = readAddedLogs()

/** The logs the rules were written with, as labelled for equality. */
const own: readonly Judged[] = corpus.map(({ file, log, incidents }) => ({
  file,
  expected: incidents.map(({ rule, culprit }) => ({ rule, names: Object.values(culprit) })),
  also: [],
  answered: classify(log),
}))

const judged: readonly Judged[] = added.map(({ file, log, incidents, also }) => ({
  file,
  expected: incidents,
  also: also ?? [],
  answered: classify(log),
}))

describe('the measure of answers', () => {
  const [answer] = classify('go: unsupported GOOS/GOARCH pair linux/x86')
  const judge = (rule: string, names: readonly string[], also: readonly string[] = []): Judged => ({
    file: 'a.txt',
    expected: rule === '' ? [] : [{ rule, names }],
    also,
    answered: answer === undefined ? [] : [answer],
  })

  it('counts a right answer that names the culprit', () => {
    const score = { logs: 1, rightClass: 1, whole: 1, named: 1, wrongCertain: [], tooCertain: [] }
    expect(scoreOf([judge('target/unsupported', ['linux/x86'])])).toStrictEqual(score)
    expect(complaints(judge('target/unsupported', ['linux/x86']))).toStrictEqual([])
  })

  it('says what another class, a missing name and an answer without a question are', () => {
    expect(complaints(judge('network/dns', ['proxy.example.org']))).toStrictEqual([
      'a.txt: expected network/dns; answered target/unsupported',
      'a.txt: does not name proxy.example.org',
      'a.txt: wrong and certain, target/unsupported',
    ])
    expect(complaints(judge('target/unsupported', ['plan9/x86']))).toStrictEqual(['a.txt: does not name plan9/x86'])
    expect(scoreOf([judge('', [])]).wrongCertain).toStrictEqual(['a.txt: target/unsupported'])
    expect(scoreOf([judge('', [], ['target/unsupported'])]).wrongCertain).toStrictEqual([])
  })
})

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
    expect(added.map(({ file }) => file)).toStrictEqual(addedLogFiles())
  })

  it('shows each rule in at least two wordings', () => {
    const shown = new Map<string, number>()
    for (const { incidents } of corpus) for (const id of new Set(incidents.map(({ rule }) => rule))) shown.set(id, (shown.get(id) ?? 0) + 1)
    expect(catalogue.filter(({ id }) => (shown.get(id) ?? 0) < 2).map(({ id }) => id)).toStrictEqual([])
  })

  it('has near misses in which nothing is recognised', () => {
    const misses = corpus.filter(({ file }) => file.startsWith('none-'))
    expect(misses.length).toBeGreaterThan(9)
    expect(misses.filter(({ incidents }) => incidents.length > 0)).toStrictEqual([])
  })
})

describe('the logs added after the rules', () => {
  const known = new Set(catalogue.map(({ id }) => id))
  const times = new Map<string, number>()
  for (const { incidents } of added)
    for (const rule of new Set(incidents.map(({ rule: id }) => id))) times.set(rule, (times.get(rule) ?? 0) + 1)

  it('are at least 150, and each names its source', () => {
    expect(added.length).toBeGreaterThanOrEqual(150)
    expect(added.filter(({ origin, source }) => origin === 'retold' && !/^[\w.-]+\/[\w.-]+#\d+$/.test(source))).toStrictEqual([])
    expect(added.filter(({ addedAfterRule }) => !addedAfterRule)).toStrictEqual([])
  })

  it('show each rule of the catalogue three times or more, and no other rule', () => {
    expect([...known].filter((id) => (times.get(id) ?? 0) < 3)).toStrictEqual([])
    expect([...times.keys(), ...added.flatMap(({ also }) => also ?? [])].filter((id) => !known.has(id))).toStrictEqual([])
    expect(added.flatMap(({ incidents }) => incidents.flatMap(({ accept }) => accept ?? [])).filter((id) => !known.has(id))).toStrictEqual(
      [],
    )
  })

  it('come in the forms of many CI systems and builders', () => {
    const systems = new Map<string, number>()
    for (const { ci } of added) systems.set(ci, (systems.get(ci) ?? 0) + 1)
    for (const ci of [
      'GitHub Actions',
      'GitLab CI',
      'CircleCI',
      'Jenkins',
      'Azure Pipelines',
      'Travis CI',
      'Drone',
      'Buildkite',
      'docker BuildKit',
      'docker build',
      'VS Code/gopls',
      'Bazel/rules_go',
      'goreleaser',
      'ko',
      'nix',
    ])
      expect([ci, (systems.get(ci) ?? 0) > 1]).toStrictEqual([ci, true])
  })

  it('hold at least 15 in which the program itself is at fault, and 15 in which nothing is to be recognised', () => {
    expect(added.filter(({ incidents }) => incidents[0]?.rule.startsWith('code/') ?? false).length).toBeGreaterThanOrEqual(15)
    expect(added.filter(({ incidents }) => incidents.length === 0).length).toBeGreaterThanOrEqual(15)
  })

  it('hold no address, secret or place of a person', () => {
    const personal = added.filter(({ log }) =>
      /[\w.+-]+@(?!github\.com\b|dev\.azure\.com\b|v\d|none\b|latest\b|upgrade\b)[\w-]+\.(?:com|net|org|io|de)\b|gh[pousr]_\w{20}|glpat-|\/root\/work\b/.test(
        log,
      ),
    )
    expect(personal.map(({ file }) => file)).toStrictEqual([])
  })

  it('are answered: the class in 95 of 100, the culprit in 90 of 100, and nothing certain is wrong', () => {
    // Read by people: printed apart from the logs the rules were written with.
    process.stdout.write(`${confusionTable('Logs of the rules', own)}\n${confusionTable('Logs added after the rules', judged)}\n`)
    const score = scoreOf(judged)
    expect(score.wrongCertain).toStrictEqual([])
    expect(score.rightClass).toBeGreaterThanOrEqual(0.95)
    expect(score.named).toBeGreaterThanOrEqual(0.9)
    expect(judged.filter(isWhole).length / judged.length).toBeGreaterThanOrEqual(0.9)
  })
})

const Foreign: v.GenericSchema<unknown, { file: string; class: string; must_name: string[]; accept?: string[] | undefined }> = v.object({
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  class: v.string(),
  must_name: v.array(v.string()),
  accept: v.optional(v.array(v.string())),
})

/** A corpus beside this one: labels.jsonl with classes, and logs/. */
function readForeign(folder: string): readonly Judged[] {
  return readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const label = v.parse(v.pipe(v.string(), v.parseJson(), Foreign), line)
      const rules = [label.class, ...(label.accept ?? [])].flatMap((name) => RULES_OF_CLASS[name] ?? [name])
      const answered = classify(readFileSync(join(folder, 'logs', label.file), 'utf8'))
      return {
        file: label.file,
        expected: [{ rule: rules[0] ?? '', names: label.must_name, accept: rules.slice(1) }],
        also: [],
        namedByEvidence: true,
        answered,
      }
    })
}

/** Another corpus, where there is one: of real logs that are not this project's to publish. */
const folder = process.env['GOPARITY_CORPUS'] ?? join('..', 'shared', 'corpus')

if (existsSync(join(folder, 'labels.jsonl')))
  describe('another corpus, beside the project or named by GOPARITY_CORPUS', () => {
    it('is answered with the right class in 95 of 100', () => {
      const foreign = readForeign(folder)
      process.stdout.write(`${confusionTable('Another corpus', foreign)}\n`)
      expect(foreign.length).toBeGreaterThan(0)
      expect(scoreOf(foreign).wrongCertain).toStrictEqual([])
      expect(scoreOf(foreign).rightClass).toBeGreaterThanOrEqual(0.95)
    })
  })
