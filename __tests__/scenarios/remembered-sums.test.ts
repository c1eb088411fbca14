import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf, h1, writeProxy, type ProxyModule } from '../support/project.js'
import { APP, GO_MOD, MODULES, WORDS_FORK } from './modules-project.js'
import { checkProject, makeProject, saveProject } from './whole-chain.js'
import { startDatabase, type DatabaseEntry } from './witness-database.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const NEW: ProxyModule = { path: 'example.com/new', version: 'v1.0.0', files: { 'new.go': 'package new\n' } }

function entryOf({ path, version, files }: ProxyModule): DatabaseEntry {
  const all: Record<string, string> = { 'go.mod': `module ${path}\n\ngo 1.21\n`, ...files }
  const zip = Object.fromEntries(Object.entries(all).map(([name, text]) => [`${path}@${version}/${name}`, text]))
  return { path, version, h1: h1(zip), goMod: h1({ 'go.mod': all['go.mod'] ?? '' }) }
}

function layer({ report }: Awaited<ReturnType<typeof checkProject>>): unknown {
  return report.integrity.layers.find((one) => one.layer === 'checksum-database')
}

describe('what the checksum database has attested', () => {
  it('is not asked again where the baseline remembers it, and what is new is', async () => {
    const database = await startDatabase([...MODULES, NEW].map(entryOf))
    const project = makeProject(APP, { env: { GOSUMDB: database.direct, GONOSUMDB: 'none.invalid' } })
    writeProxy(`${project.folder}/proxy`, [...MODULES, WORDS_FORK, NEW])
    const lookups = (): readonly string[] =>
      database.requests.filter((path) => path.includes('/lookup/')).map((path) => path.slice(path.indexOf('/lookup/') + 8))

    await saveProject(project)
    expect(new Set(lookups())).toEqual(new Set(['example.com/greet@v1.2.0', 'example.com/words@v1.0.0']))
    const asked = database.requests.length

    const again = await checkProject(project)
    expect(again.report.verdict).toBe('ok')
    expect(layer(again)).toMatchObject({ outcome: 'ok', checked: 2 })
    expect(database.requests.length).toBe(asked)

    await project.host.files.writeAtomically(`${project.app}/go.mod`, `${GO_MOD}\nrequire example.com/new v1.0.0\n`)
    await project.host.files.writeAtomically(`${project.app}/go.sum`, goSumOf([...MODULES, NEW]))
    const more = await checkProject(project)
    expect(layer(more)).toMatchObject({ outcome: 'ok', checked: 3 })
    expect(database.requests.slice(asked).filter((path) => path.includes('/lookup/'))).toEqual([
      expect.stringContaining('example.com/new@v1.0.0'),
    ])
  })
})
