import { describe, expect, it } from '@jest/globals'
import { classify, type Incident } from '../../../src/incidents/index.js'
import { readCorpus } from '../../corpus/read-corpus.js'

const logs = readCorpus().filter(({ incidents }) => incidents.length > 0)

/** Lines without the end of the last one. */
function linesOf(log: string): readonly string[] {
  return log.replace(/\n$/, '').split('\n')
}

/** Everything of an incident that must not depend on what stands around the lines. */
function essence(incident: Incident): Omit<Incident, 'evidence'> & { readonly evidence: readonly string[] } {
  return { ...incident, evidence: incident.evidence.map(({ text }) => text) }
}

function eachLine(change: (line: string, index: number) => string): (log: string) => string {
  return (log) => `${linesOf(log).map(change).join('\n')}\n`
}

const changes: readonly (readonly [name: string, change: (log: string) => string])[] = [
  ['CRLF', (log) => log.replaceAll('\n', '\r\n')],
  ['the times of GitHub', eachLine((line, index) => `2026-11-22T20:25:${String(10 + (index % 50))}.9977895Z ${line}`)],
  ['the columns of gh run view --log', eachLine((line) => `build (linux)\tRun go build\t2026-11-22T20:25:56.9977895Z ${line}`)],
  ['times in brackets', eachLine((line) => `[20:25:56.123] ${line}`)],
  ['the times and streams of GitLab', eachLine((line) => `2026-11-22T20:25:56.123456Z 00O ${line}`)],
  ['the steps of BuildKit', eachLine((line, index) => `#12 ${String(index)}.456 ${line}`)],
  ['the services of docker compose', eachLine((line) => `builder-1  | ${line}`)],
  ['the stages of Jenkins', eachLine((line) => `[build] ${line}`)],
  ['runner commands', eachLine((line) => (line === '' ? '' : `##[error]${line}`))],
  ['the quotes of an editor', eachLine((line) => `> ${line}`)],
  ['syslog', eachLine((line) => `Nov 22 20:25:56 host-1 go[4711]: ${line}`)],
  ['colours', eachLine((line) => `\u001B[31m${line}\u001B[0m`)],
  ['colours inside of lines', eachLine((line) => line.replace(/^(\S+?):/, '\u001B[1m$1\u001B[m:'))],
  ['a time before a step before a colour', eachLine((line) => `2026-11-22T20:25:56Z #7 1.25 \u001B[33m${line}\u001B[0m`)],
  ['a progress display before it', eachLine((line) => `downloading 10%\r${line}`)],
  ['zero-width marks', eachLine((line) => `\u200B${line}\uFEFF`)],
  [
    'other output before and behind it',
    (log) => `${'go: downloading example.com/x v1.0.0\n'.repeat(500)}\n${log}\n${'done\n'.repeat(500)}`,
  ],
  ['bytes that were no text', (log) => `\uFFFD\uFFFD\n\n${log}\n\uFFFD`],
]

describe('what a log puts around its lines', () => {
  it.each(changes)('does not change what is recognised: %s', (_name, change) => {
    const different = logs.flatMap(({ file, log }) => {
      const [before, after] = [classify(log).map(essence), classify(change(log)).map(essence)]
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ file, before, after }]
    })
    expect(different).toStrictEqual([])
  })

  it('does not change what is recognised: a JSON logger', () => {
    for (const { log } of logs.filter(({ log: text }) => !text.includes('{'))) {
      const wrapped = linesOf(log)
        .map((line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-22T20:25:56Z' }))
        .join('\n')
      expect(classify(wrapped).map(essence)).toStrictEqual(classify(log).map(essence))
    }
  })

  it('counts the lines of the text as it was given', () => {
    const log = `one\r\ntwo\r\n\u001B[31mthree\u001B[0m\r\ngo: unsupported GOOS/GOARCH pair linux/x86_64\r\n`
    expect(classify(log)[0]?.evidence).toStrictEqual([{ line: 4, text: 'go: unsupported GOOS/GOARCH pair linux/x86_64' }])
  })

  it('finds the same when a log holds the failure many times over', () => {
    for (const { file, log } of logs) {
      const once = classify(log).map(({ rule, culprit }) => ({ rule, culprit }))
      const often = classify(`${log}\n`.repeat(5)).map(({ rule, culprit }) => ({ rule, culprit }))
      expect({ file, found: often }).toStrictEqual({ file, found: once })
    }
  })
})
