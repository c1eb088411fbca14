import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '../../scenarios/modules-project.js'
import { PROGRAM, rulesOf, says, show, WRONG_SUM, type Bench } from './bench.js'
import type { Claim, Measurement, Shown } from './claim.js'

const EDIT: Shown = { command: "sed -i 's/hello/edited/' vendor/example.com/words/words.go", exitCode: 0, output: [] }

/** A vendored program of which a vendored source was edited. */
async function edited(bench: Bench): Promise<Project> {
  const project = bench.project(PROGRAM)
  await show(project, ['mod', 'vendor'])
  const file = join(project.app, 'vendor/example.com/words/words.go')
  writeFileSync(file, readFileSync(file, 'utf8').replace('hello', 'edited'))
  return project
}

async function unchecked(bench: Bench): Promise<Measurement> {
  const project = await edited(bench)
  const run = await show(project, ['run', '.'])
  const verify = await show(project, ['mod', 'verify'])
  const found = await rulesOf(project)
  writeFileSync(join(project.app, 'go.sum'), WRONG_SUM)
  const wrong = await show(project, ['run', '.'], { set: { GOPROXY: 'off' } })
  rmSync(join(project.app, 'go.sum'))
  const without = await show(project, ['run', '.'], { set: { GOPROXY: 'off' } })
  return {
    shown: [EDIT, run, verify, { command: 'rm go.sum', exitCode: 0, output: [] }, without],
    facts: {
      'An edited source in vendor/ is built and runs.': run.exitCode === 0 && says(run, 'edited'),
      'go mod verify does not look at it.': verify.exitCode === 0 && says(verify, 'all modules verified'),
      'With a wrong go.sum, and without one, it builds the same.': [wrong, without].every(
        (shown) => shown.exitCode === 0 && says(shown, 'edited'),
      ),
    },
    found,
  }
}

async function switches(bench: Bench): Promise<Measurement> {
  const project = await edited(bench)
  const sets = [{ GOSUMDB: 'off' }, { GOSUMDB: 'sum.golang.org' }, { GO111MODULE: 'on' }, { GO111MODULE: 'auto' }]
  const ran: Shown[] = []
  for (const set of sets) ran.push(await show(project, ['run', '.'], { set }))
  return {
    shown: [EDIT, ...ran],
    facts: {
      'The edited source is built with the checksum database on and off, and with GO111MODULE on and auto.': ran.every(
        (shown) => shown.exitCode === 0 && says(shown, 'edited'),
      ),
    },
    found: await rulesOf(project),
  }
}

/** What is said of vendor/. */
export const VENDOR_CLAIMS: readonly Claim[] = [
  {
    number: 13,
    says: 'With a vendor folder the sources are not checked.',
    verdict: 'true',
    truth:
      'go.sum is not even read: what lies in vendor/ is built. Go compares only vendor/modules.txt with go.mod. goparity compares every file with the module it was copied from.',
    rules: ['vendor/modified', 'vendor/inconsistent'],
    measure: unchecked,
  },
  {
    number: 14,
    says: 'That vendored sources go unchecked comes from GOSUMDB=off, or from GO111MODULE=on.',
    verdict: 'false',
    truth: 'It depends on neither: a build from vendor/ asks no proxy and no database, and reads no checksum.',
    rules: ['vendor/modified'],
    measure: switches,
  },
]
