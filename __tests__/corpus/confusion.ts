import type { Incident } from '../../src/incidents/index.js'

/** One log with what is expected and what was answered. */
export interface Judged {
  readonly file: string
  readonly expected: readonly {
    readonly rule: string
    readonly names: readonly string[]
    readonly accept?: readonly string[] | undefined
    readonly confidence?: 'certain' | 'likely'
  }[]
  /** Rules that may be answered besides. */
  readonly also: readonly string[]
  /** What is to be named may stand in the lines that are shown. */
  readonly namedByEvidence?: boolean
  readonly answered: readonly Incident[]
}

const NOTHING = '(nothing)'

function accepts(expected: Judged['expected'][number], rule: string): boolean {
  return expected.rule === rule || (expected.accept?.includes(rule) ?? false)
}

/** The rule answered first, the one a person reads as the cause; nothing where none is. */
export function answeredClass({ answered }: Judged): string {
  return answered[0]?.rule ?? NOTHING
}

/** The rule expected first. */
export function expectedClass({ expected }: Judged): string {
  return expected[0]?.rule ?? NOTHING
}

/** Whether the causal incident is of the expected class; for a log without one, whether nothing is answered. */
export function isRightClass(judged: Judged): boolean {
  const [first] = judged.expected
  return first === undefined ? judged.answered.length === 0 : accepts(first, answeredClass(judged))
}

/** Whether every expected incident is answered, in order, and nothing besides. */
export function isWhole({ expected, also, answered }: Judged): boolean {
  const said = answered.map(({ rule }) => rule).filter((rule, index, all) => rule !== all[index - 1])
  const relevant = said.filter((rule) => expected.some((one) => accepts(one, rule)) || !also.includes(rule))
  const wanted = expected.filter(({ rule }, index) => rule !== expected[index - 1]?.rule)
  return relevant.length === wanted.length && wanted.every((one, index) => accepts(one, relevant[index] ?? ''))
}

/** What should have been named in the culprit, its place or the cause and is not. */
export function unnamed({ expected, answered, namedByEvidence }: Judged): readonly string[] {
  return expected.flatMap((one) => {
    const said = answered
      .filter(({ rule }) => accepts(one, rule))
      .map(({ culprit, location, cause, evidence }) =>
        Object.values(culprit)
          .concat(location?.file ?? '', cause, namedByEvidence === true ? evidence.map(({ text }) => text) : [])
          .join('\n'),
      )
      .join('\n')
      .replaceAll('\\', '/')
    return one.names.filter((name) => !said.includes(name.replaceAll('\\', '/')))
  })
}

/** Rules answered as certain that no label knows. */
export function wrongCertain({ expected, also, answered }: Judged): readonly string[] {
  return answered
    .filter(({ rule, confidence }) => confidence === 'certain' && !expected.some((one) => accepts(one, rule)) && !also.includes(rule))
    .map(({ rule }) => rule)
}

/** Rules answered as certain where a person would say likely. */
function tooCertain({ expected, answered }: Judged): readonly string[] {
  const likely = new Set(expected.filter(({ confidence }) => confidence === 'likely').map(({ rule }) => rule))
  return answered.filter(({ rule, confidence }) => confidence === 'certain' && likely.has(rule)).map(({ rule }) => rule)
}

/** Shares of 1, and what is wrong. */
export interface Score {
  readonly logs: number
  readonly rightClass: number
  readonly whole: number
  /** Of the logs in which somebody is to be named. */
  readonly named: number
  /** `file: rule`. */
  readonly wrongCertain: readonly string[]
  /** The same, of right answers that are surer than a person would be. */
  readonly tooCertain: readonly string[]
}

function share(part: number, all: number): number {
  return all === 0 ? 1 : part / all
}

/** How many of the logs are answered rightly. */
export function scoreOf(judged: readonly Judged[]): Score {
  const naming = judged.filter(({ expected }) => expected.some(({ names }) => names.length > 0))
  return {
    logs: judged.length,
    rightClass: share(judged.filter(isRightClass).length, judged.length),
    whole: share(judged.filter(isWhole).length, judged.length),
    named: share(naming.filter((one) => unnamed(one).length === 0).length, naming.length),
    wrongCertain: judged.flatMap((one) => wrongCertain(one).map((rule) => `${one.file}: ${rule}`)),
    tooCertain: judged.flatMap((one) => tooCertain(one).map((rule) => `${one.file}: ${rule}`)),
  }
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

function rulesOf(list: readonly { readonly rule: string }[]): string {
  return list.map(({ rule }) => rule).join(', ') || NOTHING
}

/** What is wrong with the answer to one log, a line each; empty where all is right. */
export function complaints(judged: Judged): readonly string[] {
  const { file, expected, answered } = judged
  return [
    ...(isRightClass(judged) && isWhole(judged) ? [] : [`${file}: expected ${rulesOf(expected)}; answered ${rulesOf(answered)}`]),
    ...unnamed(judged).map((name) => `${file}: does not name ${name}`),
    ...wrongCertain(judged).map((rule) => `${file}: wrong and certain, ${rule}`),
    ...tooCertain(judged).map((rule) => `${file}: surer than a person, ${rule}`),
  ]
}

/** The confusion table: a line for each expected class, with what was answered instead and how often. */
export function confusionTable(title: string, judged: readonly Judged[]): string {
  const rows = new Map<string, { all: number; right: number; readonly instead: Map<string, number> }>()
  for (const one of judged) {
    const row = rows.get(expectedClass(one)) ?? { all: 0, right: 0, instead: new Map<string, number>() }
    rows.set(expectedClass(one), row)
    row.all += 1
    if (isRightClass(one)) row.right += 1
    else row.instead.set(answeredClass(one), (row.instead.get(answeredClass(one)) ?? 0) + 1)
  }
  const { logs, rightClass, whole, named, wrongCertain: wrong, tooCertain: sure } = scoreOf(judged)
  const lines = [...rows]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, { all, right, instead }]) => {
      const others = [...instead].map(([other, times]) => `${other} × ${String(times)}`).join(', ')
      return `  ${rule.padEnd(34)} ${String(right).padStart(3)} of ${String(all).padEnd(3)} ${others}`.trimEnd()
    })
  return [
    `${title}: ${String(logs)} logs, right class ${percent(rightClass)}, every incident in order ${percent(whole)}, ` +
      `culprit named ${percent(named)}, wrong and certain ${String(wrong.length)}, surer than a person ${String(sure.length)}`,
    ...lines,
    ...judged.flatMap(complaints).map((line) => `  - ${line}`),
    '',
  ].join('\n')
}
