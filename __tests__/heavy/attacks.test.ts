import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { cachePlaces } from '../../src/go/index.js'
import { parseGoSum } from '../../src/modules/index.js'
import { verify, type Outcome } from '../../src/operations/index.js'
import { CACHE_ATTACKS, pick, seeded, SUM_ATTACK, type Attack, type Done, type Lab, type Victim } from '../support/attacks.js'
import { makeFolder, testHost } from '../support/project.js'
import { checkOutModule, realModulesEnv } from './plain-go.js'

// A published program with a large graph, in a module cache of its own: what is done to it stays there.
const PROGRAM = 'helm.sh/helm/v3@v3.19.2'
const SEED = 20_261_123
const folder = makeFolder()
const shared = realModulesEnv(folder)
const env = {
  ...shared,
  GOFLAGS: '',
  GOMODCACHE: join(folder, 'mod'),
  GOPROXY: `file://${shared['GOMODCACHE'] ?? ''}/cache/download,${shared['GOPROXY'] ?? ''}`,
}
const lab: Lab = { folder, app: join(folder, 'app'), cache: join(folder, 'mod') }
let victims: readonly Victim[] = []

function go(...args: readonly string[]): string {
  const done = spawnSync('go', args, { cwd: lab.app, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.status !== 0) throw new Error(`go ${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}

async function verifyLab(): Promise<Outcome> {
  const session = { host: testHost(lab.app, env), progress: () => undefined }
  return verify(session, { directory: lab.app, config: {}, version: '0.0.0-test', job: { name: 'leg' } })
}

function unlockBelow(path: string): void {
  chmodSync(path, 0o755)
  for (const entry of readdirSync(path, { withFileTypes: true })) if (entry.isDirectory()) unlockBelow(join(path, entry.name))
}

/** Takes a module out of the cache, whatever became of it, and has go fetch it again. */
function restore({ path, version }: Victim): void {
  const { directory, info, mod, zip, ziphash } = cachePlaces(lab.cache, path, version)
  for (const file of [info, mod, zip, ziphash]) rmSync(file, { force: true })
  chmodSync(dirname(directory), 0o755)
  for (const place of [directory, `${directory}.away`]) {
    const found = lstatSync(place, { throwIfNoEntry: false })
    if (found === undefined) continue
    // A link is taken away, not what it points to.
    if (found.isDirectory()) unlockBelow(place)
    rmSync(place, { recursive: true, force: true })
  }
  rmSync(join(folder, 'elsewhere'), { recursive: true, force: true })
  copyFileSync(join(folder, 'go.sum.kept'), join(lab.app, 'go.sum'))
  go('mod', 'download', `${path}@${version}`)
  copyFileSync(join(folder, 'go.sum.kept'), join(lab.app, 'go.sum'))
}

function isDetected({ layer, outcome, rule }: Attack, { module, file }: Done, { report }: Outcome): boolean {
  return (
    report.integrity.layers.some((one) => one.layer === layer && one.outcome === outcome) &&
    report.findings.some(
      ({ rule: one, subject }) => one === rule && subject.module === module && (file === undefined || subject.file === file),
    )
  )
}

beforeAll(() => {
  mkdirSync(lab.cache, { recursive: true })
  checkOutModule(PROGRAM, lab.app, { ...env, GOMODCACHE: shared['GOMODCACHE'] })
  copyFileSync(join(lab.app, 'go.sum'), join(folder, 'go.sum.kept'))
  go('mod', 'download')
  victims = parseGoSum(readFileSync(join(lab.app, 'go.sum'), 'utf8')).lines.filter(
    ({ path, version, goMod }) => !goMod && existsSync(cachePlaces(lab.cache, path, version).directory),
  )
})

describe(`the module cache of a program with many modules`, () => {
  it('raises no alarm, with the checksum database asked about all of it', async () => {
    expect(victims.length).toBeGreaterThanOrEqual(150)
    const { report } = await verifyLab()
    expect(report.findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(report.integrity.layers.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([])
    const checked = Object.fromEntries(report.integrity.layers.map(({ layer, checked: count }) => [layer, count]))
    expect(checked['directory']).toBeGreaterThanOrEqual(150)
    expect(checked['checksum-database']).toBeGreaterThanOrEqual(150)
  })

  it.each([...CACHE_ATTACKS, SUM_ATTACK])('is seen through: $id', async (attack) => {
    const random = seeded(SEED)
    const victim = pick(victims, random)
    const done = await attack.apply(lab, victim, random)
    const outcome = await verifyLab()
    restore(victim)
    expect([attack.id, isDetected(attack, done, outcome), outcome.exitCode]).toEqual([attack.id, true, 3])
  })

  it('is seen through when all of it happens at once, each to another module', async () => {
    const random = seeded(SEED + 1)
    const left = [...victims]
    const together = CACHE_ATTACKS.filter(({ id }) => !id.includes('go.sum') && !id.includes('go.mod'))
    const done: { readonly attack: Attack; readonly victim: Victim; readonly done: Done }[] = []
    for (const attack of together) {
      const victim = pick(left, random)
      left.splice(left.indexOf(victim), 1)
      done.push({ attack, victim, done: await attack.apply(lab, victim, random) })
    }
    const outcome = await verifyLab()
    for (const { victim } of done) restore(victim)
    // Which file it was takes a fresh copy, and only so many are fetched.
    const named = done.filter(({ attack, done: { module } }) => isDetected(attack, module === undefined ? {} : { module }, outcome))
    expect(named.map(({ attack }) => attack.id)).toEqual(together.map(({ id }) => id))
    expect(done.filter(({ attack, done: what }) => !isDetected(attack, what, outcome)).map(({ attack }) => attack.id)).toEqual([])
  })

  it('is as it was in the end', async () => {
    expect((await verifyLab()).report.findings.filter(({ severity }) => severity !== 'note')).toEqual([])
  })
})
