import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import { verify } from '../../src/operations/index.js'
import { CACHE_ATTACKS, INPUT_ATTACKS, seeded, SUM_ATTACK, VENDOR_ATTACKS, type Attack, type Done } from '../support/attacks.js'
import { goSumOf, h1, testHost } from '../support/project.js'
import { APP, GO_MOD, goDo, makeProject, MODULES, withEnv, WORDS, WORDS_FORK, type Project } from '../scenarios/modules-project.js'
import { startDatabase } from '../scenarios/witness-database.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(240_000)

const PAGE = resolve('docs/verify-order.md')
const START = '<!-- measured:start -->'
const END = '<!-- measured:end -->'

/** One row: a state of the project, and how it comes about. */
interface State {
  readonly name: string
  readonly layer: Attack['layer']
  readonly make: () => Promise<{ readonly project: Project; readonly done: Done }>
}

async function downloaded(files = APP): Promise<Project> {
  const project = makeProject(files)
  await goDo(project, ['mod', 'download', 'all'])
  return project
}

async function attacked(attack: Attack, prepare: () => Promise<Project>): Promise<{ readonly project: Project; readonly done: Done }> {
  const project = await prepare()
  const done = await attack.apply(project, WORDS, seeded(1))
  // A variable that is taken away is one that is empty: the tests set none of these.
  const env = Object.fromEntries(Object.entries(done.env ?? {}).map(([key, value]) => [key, value ?? '']))
  return { project: withEnv(project, env), done }
}

function stateOf(attack: Attack, prepare: () => Promise<Project> = downloaded): State {
  return { name: attack.id, layer: attack.layer, make: async () => attacked(attack, prepare) }
}

async function vendored(): Promise<Project> {
  const project = await downloaded()
  await goDo(project, ['mod', 'vendor'])
  return project
}

const [EDIT] = CACHE_ATTACKS

const STATES: readonly State[] = [
  { name: 'nothing wrong', layer: 'directory', make: async () => ({ project: await downloaded(), done: {} }) },
  ...CACHE_ATTACKS.map((attack) => stateOf(attack)),
  stateOf(SUM_ATTACK),
  {
    name: 'edited directory of a replacement',
    layer: 'directory',
    async make() {
      const project = await downloaded({
        ...APP,
        'go.mod': `${GO_MOD}\nreplace example.com/words => example.com/fork v1.1.0\n`,
        'go.sum': goSumOf([...MODULES, WORDS_FORK]),
      })
      return { project, done: (await EDIT?.apply(project, WORDS_FORK, seeded(1))) ?? {} }
    },
  },
  {
    name: 'empty recorded hash (.ziphash)',
    layer: 'ziphash',
    async make() {
      const project = await downloaded()
      const file = `${project.cache}/cache/download/example.com/words/@v/v1.0.0.ziphash`
      rmSync(file)
      writeFileSync(file, '')
      return { project, done: {} }
    },
  },
  ...VENDOR_ATTACKS.map((attack) => stateOf(attack, vendored)),
  ...INPUT_ATTACKS.map((attack) => stateOf(attack)),
]

async function passes(project: Project, args: readonly string[]): Promise<boolean> {
  return (await project.go.run(args)).exitCode === 0
}

/** What each command says of a state; each on a project of its own, for they repair some things in passing. */
async function measure(state: State): Promise<string> {
  const [download, verified, built, ours] = [await state.make(), await state.make(), await state.make(), await state.make()]
  const entries = MODULES.map(({ path, version, files }) => {
    const all: Record<string, string> = { 'go.mod': `module ${path}\n\ngo 1.21\n`, ...files }
    const zip = Object.fromEntries(Object.entries(all).map(([name, text]) => [`${path}@${version}/${name}`, text]))
    return { path, version, h1: h1(zip), goMod: h1({ 'go.mod': all['go.mod'] ?? '' }) }
  })
  const database = await startDatabase(entries)
  const witnessed = state.layer === 'checksum-database' ? { GOSUMDB: database.direct, GONOSUMDB: 'none.invalid' } : {}
  const host = testHost(ours.project.app, { ...ours.project.env, ...ours.done.env, ...witnessed })
  const options = { directory: ours.project.app, config: {}, version: '0.0.0-test', job: { name: 'leg' } }
  const { report } = await verify({ host, progress: () => undefined }, options)
  const layer = report.integrity.layers.find((one) => one.layer === state.layer)
  const finding = report.findings.find(({ severity }) => severity !== 'note')
  const verdict =
    layer?.outcome === 'failed'
      ? `**fails**: layer ${state.layer}`
      : finding === undefined
        ? 'passes'
        : `${finding.severity}: \`${finding.rule}\`${layer?.outcome === 'unknown' ? `, layer ${state.layer} unknown` : ''}`
  const cells = [
    state.name,
    (await passes(download.project, ['mod', 'download'])) ? 'passes' : 'fails',
    (await passes(verified.project, ['mod', 'verify'])) ? 'passes' : 'fails',
    (await passes(built.project, ['build', '-o', '/dev/null', '.'])) ? 'builds' : 'refuses',
    verdict,
  ]
  return `| ${cells.join(' | ')} |`
}

describe('docs/verify-order.md', () => {
  it('says what the commands say now', async () => {
    const rows: string[] = []
    for (const state of STATES) rows.push(await measure(state))
    const table = [
      '| state | `go mod download` | `go mod verify` | `go build` | `goparity verify` |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n')
    const page = readFileSync(PAGE, 'utf8')
    const [before = '', rest = ''] = page.split(START)
    const [, after = ''] = rest.split(END)
    const measured = `${before}${START}\n${table}\n${END}${after}`
    if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') writeFileSync(PAGE, measured)
    expect(readFileSync(PAGE, 'utf8')).toBe(measured)
  })
})
