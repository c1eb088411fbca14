import { readFileSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import { verify, type Outcome } from '../../src/operations/index.js'
import { CACHE_ATTACKS, seeded, type Attack } from '../support/attacks.js'
import { testHost } from '../support/project.js'
import { APP, goDo, makeProject, WORDS, type Project } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

async function verifyIn(project: Project, repair: boolean, env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const session = { host: testHost(project.app, { ...project.env, ...env }), progress: () => undefined }
  return verify(session, { directory: project.app, config: {}, version: '0.0.0-test', job: { name: 'leg' }, repair })
}

async function attacked(attack: Attack): Promise<Project> {
  const project = makeProject(APP)
  await goDo(project, ['mod', 'download', 'all'])
  await attack.apply(project, WORDS, seeded(5))
  return project
}

/** What a repair of the module cache can mend: go.sum is not its business, nor what a link leads to. */
const MENDED = CACHE_ATTACKS.filter(({ id }) => !id.includes('of go.sum') && !id.includes('a link in the place of a directory'))

describe.each(MENDED)('--repair after the attack: $id', (attack) => {
  it('fetches that module again and leaves go.sum as it is, and the next run has nothing to say', async () => {
    const project = await attacked(attack)
    const before = readFileSync(`${project.app}/go.sum`, 'utf8')
    const repaired = await verifyIn(project, true)
    expect(repaired.report.findings.map(({ rule, severity, title }) => [rule, severity, title])).toContainEqual([
      'checksum/cache-modified',
      'note',
      'example.com/words@v1.0.0 was repaired',
    ])
    const after = await verifyIn(project, false)
    expect(after).toMatchObject({ exitCode: 0, report: { verdict: 'ok', findings: [] } })
    expect(readFileSync(`${project.app}/go.sum`, 'utf8')).toBe(before)
    expect(await goDo(project, ['mod', 'verify'])).toContain('all modules verified')
  })
})

describe('--repair', () => {
  it('does nothing where nothing is wrong', async () => {
    const project = makeProject(APP)
    const outcome = await verifyIn(project, true)
    expect(outcome).toMatchObject({ exitCode: 0, report: { findings: [], degraded: [] } })
  })

  it('puts the module back and says why where it cannot be fetched', async () => {
    const [edited] = CACHE_ATTACKS
    if (edited === undefined) throw new Error('there are no attacks')
    const project = await attacked(edited)
    const outcome = await verifyIn(project, true, { GOPROXY: 'off' })
    expect(outcome.exitCode).toBe(3)
    expect(outcome.report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['checksum/cache-modified', 'error']])
    expect(outcome.report.degraded.map(({ what }) => what)).toContain('example.com/words@v1.0.0 was not repaired')
  })
})
