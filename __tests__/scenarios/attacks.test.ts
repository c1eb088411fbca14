import { describe, expect, it, jest } from '@jest/globals'
import { verify, type Outcome } from '../../src/operations/index.js'
import { CACHE_ATTACKS, INPUT_ATTACKS, pick, seeded, SUM_ATTACK, VENDOR_ATTACKS, type Attack, type Done } from '../support/attacks.js'
import { goSumOf, h1, testHost } from '../support/project.js'
import { APP, goDo, GO_MOD, makeProject, MODULES, WORDS_FORK, type Project } from './modules-project.js'
import { startDatabase } from './witness-database.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const SEED = 20_261_123

async function verifyIn(project: Project, done: Done): Promise<Outcome> {
  const env = { ...project.env, ...done.env }
  const session = { host: testHost(project.app, env), progress: () => undefined }
  return verify(session, { directory: project.app, config: {}, version: '0.0.0-test', job: { name: 'leg' } })
}

async function downloaded(files = APP): Promise<Project> {
  const project = makeProject(files)
  await goDo(project, ['mod', 'download', 'all'])
  return project
}

/** What a report does not say that it has to say of an attack. */
function missing({ layer, outcome, rule }: Attack, { module, file }: Done, { report }: Outcome): readonly string[] {
  const found = report.integrity.layers.find((one) => one.layer === layer)?.outcome
  const isNamed = report.findings.some(
    ({ rule: one, subject }) =>
      one === rule && (module === undefined || subject.module === module) && (file === undefined || subject.file === file),
  )
  return [
    ...(found === outcome ? [] : [`layer ${layer} is ${found ?? 'not there'}, not ${outcome}`]),
    ...(isNamed
      ? []
      : [
          `no ${rule} of ${module ?? ''} ${file ?? ''} among ${JSON.stringify(report.findings.map(({ rule: one, subject }) => [one, subject]))}`,
        ]),
    ...(report.verdict === 'ok' ? ['the verdict is ok'] : []),
  ]
}

describe.each(CACHE_ATTACKS)('the attack: $id', (attack) => {
  it.each([1, 2, 3])('is detected with its layer, module and file (round %i)', async (round) => {
    const random = seeded(SEED + round)
    const project = await downloaded()
    const done = await attack.apply(project, pick(MODULES, random), random)
    const outcome = await verifyIn(project, done)
    expect(missing(attack, done, outcome)).toEqual([])
    expect(outcome.exitCode).toBe(3)
  })
})

describe.each(VENDOR_ATTACKS)('the attack: $id', (attack) => {
  it('is detected with its layer and file', async () => {
    const random = seeded(SEED)
    const project = await downloaded()
    await goDo(project, ['mod', 'vendor'])
    const done = await attack.apply(project, pick(MODULES, random), random)
    const outcome = await verifyIn(project, done)
    expect(missing(attack, done, outcome)).toEqual([])
    expect(outcome.exitCode).toBe(3)
  })
})

describe.each(INPUT_ATTACKS)('the attack: $id', (attack) => {
  it('is told, with where it is set', async () => {
    const random = seeded(SEED)
    const project = await downloaded()
    const done = await attack.apply(project, pick(MODULES, random), random)
    expect(missing(attack, done, await verifyIn(project, done))).toEqual([])
  })
})

describe('directory, zip, recorded hash and go.sum rewritten together', () => {
  it('is detected by the checksum database alone, and the file is named by a fresh copy', async () => {
    const random = seeded(SEED)
    const entries = MODULES.map(({ path, version, files }) => {
      const all = { 'go.mod': `module ${path}\n\ngo 1.21\n`, ...files }
      const zip = Object.fromEntries(Object.entries(all).map(([name, text]) => [`${path}@${version}/${name}`, text]))
      return { path, version, h1: h1(zip), goMod: h1({ 'go.mod': all['go.mod'] }) }
    })
    const database = await startDatabase(entries)
    const project = await downloaded()
    const done = await SUM_ATTACK.apply(project, pick(MODULES, random), random)
    const env = { GOSUMDB: database.direct, GONOSUMDB: 'none.invalid' }
    expect(missing(SUM_ATTACK, done, await verifyIn(project, { ...done, env }))).toEqual([])
    // What go itself says of it: nothing.
    expect(await goDo(project, ['mod', 'verify'])).toContain('all modules verified')
  })
})

describe('a replacement that was edited, which go mod verify never looks at', () => {
  it('is detected with its layer, module and file', async () => {
    const project = await downloaded({
      ...APP,
      'go.mod': `${GO_MOD}\nreplace example.com/words => example.com/fork v1.1.0\n`,
      'go.sum': goSumOf([...MODULES, WORDS_FORK]),
    })
    const [attack] = CACHE_ATTACKS
    if (attack === undefined) throw new Error('there are no attacks')
    const done = await attack.apply(project, WORDS_FORK, seeded(SEED))
    expect(missing(attack, done, await verifyIn(project, done))).toEqual([])
  })
})

describe('all of them at once', () => {
  it('are each detected', async () => {
    const project = await downloaded()
    const random = seeded(SEED)
    const [edited, , zipped] = CACHE_ATTACKS
    const [words, greet] = MODULES
    if (edited === undefined || zipped === undefined || words === undefined || greet === undefined) throw new Error('not enough')
    const first = await edited.apply(project, words, random)
    const second = await zipped.apply(project, greet, random)
    const outcome = await verifyIn(project, {})
    expect(missing(edited, first, outcome)).toEqual([])
    expect(missing(zipped, second, outcome)).toEqual([])
  })
})
