import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { goEnvTable } from '../../src/environment/index.js'
import { compareToBaseline } from '../../src/compare/index.js'
import { canonicalJson, parseSnapshot, type Snapshot } from '../../src/snapshot/index.js'
import { makeFolder } from '../support/project.js'
import { APP, makeProject, recordIn } from './whole-chain.js'

async function snapshotOf(directory: string, env: Readonly<Record<string, string | undefined>>): Promise<Snapshot> {
  const { snapshot, report } = await recordIn(directory, env)
  expect(report.findings).toEqual([])
  return snapshot
}

describe('a recording', () => {
  it('is the same bytes with another folder, home, temporary folder and locale', async () => {
    const { app, env } = makeProject(APP)
    const other = makeFolder()
    const moved = join(other, 'elsewhere', 'app')
    cpSync(app, moved, { recursive: true })
    for (const name of ['tmp', 'home']) mkdirSync(join(other, name))
    const first = await snapshotOf(app, { ...env, GOPATH: undefined, GOCACHE: undefined })
    const second = await snapshotOf(moved, {
      ...env,
      GOPATH: undefined,
      GOCACHE: undefined,
      HOME: join(other, 'home'),
      TMPDIR: join(other, 'tmp'),
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'C',
    })
    expect(canonicalJson(second)).toBe(canonicalJson(first))
    expect(canonicalJson(first)).not.toContain(app)
  })

  it('reads back as it was written, and does not differ from itself', async () => {
    const { app, env } = makeProject(APP)
    const snapshot = await snapshotOf(app, env)
    const text = canonicalJson(snapshot)
    expect(canonicalJson(parseSnapshot(text, 'snapshot.json'))).toBe(text)
    expect(compareToBaseline(snapshot, parseSnapshot(text, 'snapshot.json'))).toEqual({ environment: [], modules: [], findings: [] })
  })

  it('gives exactly one unexplained difference for each key of the environment that is another', async () => {
    const { app, env } = makeProject(APP)
    const snapshot = await snapshotOf(app, env)
    const recorded = goEnvTable.filter(({ key }) => Object.hasOwn(snapshot.environment.values, key))
    expect(recorded.length).toBeGreaterThan(40)
    for (const { key } of recorded) {
      const values = { ...snapshot.environment.values, [key]: `${snapshot.environment.values[key] ?? ''}changed` }
      const { environment } = compareToBaseline(snapshot, { ...snapshot, environment: { ...snapshot.environment, values } })
      expect(environment.map((drift) => [drift.key, drift.explained])).toEqual([[key, undefined]])
    }
  })
})
