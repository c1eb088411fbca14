import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ProbeDocument, WaitRow } from '../../../src/probes/index.js'

const PAGE = resolve('docs/resolver.md')
const NAMES = { go: 'Go', libc: 'libc' } as const

/** A table in Markdown; the first row is its head. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`)
  return [head, rows[0]?.map(() => '| ---').join(' ') + ' |', ...body].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

const BUILDS: Readonly<Record<string, string>> = {
  nocgo: code('CGO_ENABLED=0'),
  'nocgo+netgo': code('CGO_ENABLED=0 -tags netgo'),
  'nocgo+netcgo': code('CGO_ENABLED=0 -tags netcgo'),
  cgo: code('CGO_ENABLED=1'),
  'cgo+netgo': code('CGO_ENABLED=1 -tags netgo'),
  'cgo+netcgo': code('CGO_ENABLED=1 -tags netcgo'),
}

/** Build by build and GODEBUG by GODEBUG: who looks a name up. */
export function matrixTable({ builds, matrix }: ProbeDocument): string {
  const settings = ['', 'netdns=go', 'netdns=cgo'] as const
  const of = (build: string, netdns: string): string => {
    const row = matrix.find((one) => one.build === build && one.netdns === netdns)
    return row === undefined ? '' : NAMES[row.resolver]
  }
  return table([
    ['built with', 'GODEBUG not set', ...settings.slice(1).map((one) => code(`GODEBUG=${one}`))],
    ...builds.map(({ name }) => [BUILDS[name] ?? name, ...settings.map((netdns) => of(name, netdns))]),
  ])
}

/** Circumstance by circumstance: who looks a name up. */
export function selectionTable({ selection }: ProbeDocument): string {
  const of = (build: string, when: string): string => {
    const row = selection.find((one) => one.build === build && one.when === when)
    return row === undefined ? '' : NAMES[row.resolver]
  }
  return table([
    ['', code('CGO_ENABLED=0'), code('CGO_ENABLED=1')],
    ...[...new Set(selection.map(({ when }) => when))].map((when) => [when, of('nocgo', when), of('cgo', when)]),
  ])
}

/** Form by form of GODEBUG: who looks a name up. */
export function formsTable({ forms }: ProbeDocument): string {
  const of = (godebug: string, inSource: boolean): string => {
    const row = forms.find((one) => one.godebug === godebug && one.inSource === inSource)
    return row === undefined ? '' : NAMES[row.resolver]
  }
  return table([
    ['GODEBUG', 'nothing in the source', code('//go:debug netdns=cgo')],
    ...[...new Set(forms.map(({ godebug }) => godebug))].map((one) => [one === '' ? 'not set' : code(one), of(one, false), of(one, true)]),
  ])
}

const WAYS = { lookup: 'lookup', dial: 'net.Dialer', http: 'http.DefaultTransport' } as const

/** The same case, by whatever resolver. */
function isSame(a: WaitRow, b: WaitRow): boolean {
  return a.way === b.way && a.where === b.where && a.limitMs === b.limitMs
}

function outcome({ waits }: ProbeDocument, resolver: WaitRow['resolver'], one: WaitRow): string {
  const row = waits.find((other) => other.resolver === resolver && isSame(other, one))
  if (row === undefined) return ''
  const asked = row.asked === 0 ? '' : `, asked ${row.asked === 1 ? 'once' : row.asked === 2 ? 'twice' : `${String(row.asked)} times`}`
  return `${String(Math.round(row.ms / 1000))} s${asked}${row.answered ? ', answered' : ''}`
}

/** Dead nameserver by dead nameserver: how long it takes, and how often it is asked. Times are whole seconds. */
export function waitsTable(glibc: ProbeDocument, musl: ProbeDocument): string {
  const cases = glibc.waits.filter(({ resolver }) => resolver === 'go')
  return table([
    ['what', 'resolv.conf', 'Go', 'glibc', 'musl'],
    ...cases.map((one) => [
      `${WAYS[one.way]}${one.limitMs === null ? '' : `, timeout ${String(one.limitMs / 1000)} s`}`,
      one.where.replaceAll(/options [\w:]+(?: \w+:\d+)*/g, code),
      outcome(glibc, 'go', one),
      outcome(glibc, 'libc', one),
      outcome(musl, 'libc', one),
    ]),
  ])
}

/** The block of docs/resolver.md with a name: what stands before it, in it and behind it. */
function blockOf(page: string, name: string): readonly [string, string, string] {
  const start = `<!-- measured: ${name} -->\n`
  const from = page.indexOf(start) + start.length
  const to = page.indexOf('<!-- end -->', from)
  if (!page.includes(start) || to < 0) throw new Error(`docs/resolver.md has no block ${name}`)
  return [page.slice(0, from), page.slice(from, to), page.slice(to)]
}

/** A table of docs/resolver.md, by its name. */
export function tableOfPage(name: string): string {
  return blockOf(readFileSync(PAGE, 'utf8'), name)[1].trim()
}

/** Puts what was measured into docs/resolver.md when GOPARITY_UPDATE_GOLDEN=1 asks for it, for review in the diff. */
export function updatePage(name: string, measured: string): void {
  if (process.env['GOPARITY_UPDATE_GOLDEN'] !== '1') return
  const [before, , after] = blockOf(readFileSync(PAGE, 'utf8'), name)
  writeFileSync(PAGE, `${before}\n${measured}\n\n${after}`)
}
