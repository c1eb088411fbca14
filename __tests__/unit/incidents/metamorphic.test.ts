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

/** What is recognised, in any order. */
function recognised(log: string): readonly string[] {
  return classify(log)
    .map(({ rule, culprit }) => `${rule} ${JSON.stringify(culprit)}`)
    .toSorted()
}

function rulesOf(log: string): readonly string[] {
  return [...new Set(classify(log).map(({ rule }) => rule))].toSorted()
}

const environmentRules = (log: string): readonly string[] => rulesOf(log).filter((rule) => !rule.startsWith('code/'))

/** The files of the logs whose rules a change alters. */
function altered(change: (log: string) => string): readonly string[] {
  return logs
    .filter(({ log }) => !/^\s*"Err|^\{/m.test(log))
    .filter(({ log }) => JSON.stringify(rulesOf(change(log))) !== JSON.stringify(rulesOf(log)))
    .map(({ file }) => file)
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
  ['an indentation', eachLine((line) => `    ${line}`)],
  ['the steps of Cloud Build', eachLine((line) => `Step #2 - "build": ${line}`)],
  ['the steps of TeamCity', eachLine((line) => `[20:25:56][Step 1/3] ${line}`)],
  ['the columns of Bamboo', eachLine((line) => `build\t22-Nov-2026 20:25:56\t${line}`)],
  ['the loggers of Kubernetes', eachLine((line) => `I1122 20:25:56.123456   12345 main.go:12] ${line}`)],
  ['Terraform', eachLine((line) => `null_resource.build (local-exec): ${line}`)],
  ['npm', eachLine((line) => `npm ERR! ${line}`)],
  ['times with AM and PM', eachLine((line) => `11/22/2026 5:25:56 PM ${line}`)],
  ['a name for the output', eachLine((line) => `stderr: ${line}`)],
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

  it('does not change what is recognised: the signs of a web page, the quotes of a text processor', () => {
    for (const { log } of logs.filter(({ log: text }) => !text.includes('{'))) {
      const page = log.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
      const typed = log.replaceAll(/"([^"\n]*)"/g, '“$1”').replaceAll(/'([^'\n]*)'/g, '‘$1’')
      expect(recognised(page)).toStrictEqual(recognised(log))
      expect(recognised(typed)).toStrictEqual(recognised(log))
    }
  })

  it('does not change what is recognised: one document, one quoted string, one field of a logger', () => {
    for (const { log } of logs.filter(({ log: text }) => !text.includes('{'))) {
      for (const text of [
        `fatal: [host]: FAILED! => ${JSON.stringify({ changed: true, rc: 1, stderr: log })}`,
        `Error: building: exit status 1: ${JSON.stringify(log)}`,
        eachLine((line) => `time="2026-11-22T20:25:56Z" level=error msg=${JSON.stringify(line)}`)(log),
      ])
        expect(recognised(text)).toStrictEqual(recognised(log))
    }
  })

  it('does not change what is recognised: the numbers of its lines, blank lines between them', () => {
    for (const { log } of logs.filter(({ log: text }) => linesOf(text).length > 2 && !text.includes('{'))) {
      expect(recognised(eachLine((line, index) => `${String(index + 1).padStart(4)} | ${line}`)(log))).toStrictEqual(recognised(log))
      expect(rulesOf(linesOf(log).join('\n\n'))).toStrictEqual(rulesOf(log))
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

/** Lines broken by a terminal, in the middle of words. */
function broken(width: number): (log: string) => string {
  return (log) =>
    linesOf(log)
      .flatMap((line) => line.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? [''])
      .join('\n')
}

/** Lines broken between words, what follows indented. */
function folded(width: number, indent: string): (log: string) => string {
  return eachLine((line) => {
    const lines = ['']
    for (const word of line.split(/(?<=\S)(?= )/)) {
      const last = lines.at(-1) ?? ''
      if (last !== '' && last.length + word.length > width) lines.push(indent + word.trimStart())
      else lines[lines.length - 1] = last + word
    }
    return lines.join('\n')
  })
}

const windows = (log: string): string =>
  log
    .replaceAll(/(?<![\w:./@])\/(?=[\w.]+\/)[\w./@+~-]+/g, (path) => `C:${path.replaceAll('/', '\\')}`)
    .replaceAll(/(?<![\w:./@\\-])(?:\.{1,2}\/)?[\w.-]+(?:\/[\w.-]+)*\.(?:go|c|h|S|cpp):\d/g, (path) => path.replaceAll('/', '\\'))

/** The log up to the last line that is shown of it. */
const cut = ({ log }: { readonly log: string }): string => {
  const last = Math.max(...classify(log).flatMap(({ evidence }) => evidence.map(({ line }) => line)))
  return linesOf(log).slice(0, last).join('\n')
}

describe('what a log does to its lines', () => {
  // What only an end of a line tells is lost with it; such a log is then explained less well, and by no wrong environment rule.
  it.each([
    [72, ['undefined-symbol-windows.txt']],
    [80, ['undefined-symbol-windows.txt']],
    [100, ['files-dropped-position.txt']],
    [120, ['files-dropped-position.txt']],
    [160, []],
  ])('does not change what is recognised: lines broken at %d columns', (width, others) => {
    expect(altered(broken(width))).toStrictEqual(others)
  })

  it.each([
    [80, '', ['network-dns-git.txt', 'undefined-symbol-windows.txt']],
    [80, '  ', ['network-dns-git.txt', 'undefined-symbol-windows.txt']],
    [100, '    ', []],
  ])('does not change what is recognised: lines broken between words at %d columns, then %j', (width, indent, others) => {
    expect(altered(folded(width, indent))).toStrictEqual(others)
  })

  it('does not change what is recognised: the end is cut off behind what is told', () => {
    for (const each of logs) expect(rulesOf(cut(each))).toStrictEqual(rulesOf(each.log))
  })

  it('does not change what is recognised: two logs side by side, told apart by their prefixes', () => {
    const streams = [
      (name: string) => (line: string) => `build-${name}  | ${line}`,
      (name: string) => (line: string) => `#${name === 'a' ? '7' : '12'} 1.234 ${line}`,
      (name: string) => (line: string) => `[job-${name}] ${line}`,
    ]
    for (const stream of streams) {
      const different = logs.flatMap((one, index) => {
        const other = logs[(index + 37) % logs.length] ?? one
        const [left, right] = [linesOf(one.log).map(stream('a')), linesOf(other.log).map(stream('b'))]
        const both = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [left[at], right[at]])
          .flat()
          .filter((line) => line !== undefined)
          .join('\n')
        const expected = [...new Set([...environmentRules(one.log), ...environmentRules(other.log)])].toSorted()
        const found = environmentRules(both)
        return JSON.stringify(found) === JSON.stringify(expected) ? [] : [{ files: `${one.file} ${other.file}`, expected, found }]
      })
      expect(different).toStrictEqual([])
    }
  })

  it('does not change what is recognised: the paths of Windows', () => {
    expect(altered(windows)).toStrictEqual([])
  })
})
