import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goSumOf } from '../../support/project.js'
import { FORK, GO_MOD, PROGRAM, rulesOf, says, show, SUM, WRONG_SUM, type Bench } from './bench.js'
import type { Claim, Measurement } from './claim.js'

const VERIFIED = 'all modules verified'

/** Names of all zips below a folder. */
function zipsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zip'))
}

async function wrongLine(bench: Bench): Promise<Measurement> {
  const project = bench.project(PROGRAM)
  await show(project, ['mod', 'download'])
  writeFileSync(join(project.app, 'go.sum'), WRONG_SUM)
  const verify = await show(project, ['mod', 'verify'])
  const download = await show(project, ['mod', 'download'])
  return {
    shown: [verify, download],
    facts: {
      'With a wrong hash of a zip in go.sum, go mod verify says that all is well.': verify.exitCode === 0 && says(verify, VERIFIED),
      'go mod download refuses the same go.sum.': download.exitCode === 1 && says(download, 'checksum mismatch'),
    },
    found: await rulesOf(project),
  }
}

async function missingLine(bench: Bench): Promise<Measurement> {
  const project = bench.project(PROGRAM)
  await show(project, ['mod', 'download'])
  writeFileSync(join(project.app, 'go.sum'), SUM.replace(/example\.com\/words v1\.0\.0 h1:.*\n/, ''))
  const verify = await show(project, ['mod', 'verify'])
  const build = await show(project, ['build', './...'])
  return {
    shown: [verify, build],
    facts: {
      'With a line missing in go.sum, go mod verify says that all is well.': verify.exitCode === 0 && says(verify, VERIFIED),
      'go build refuses the same go.sum.': build.exitCode === 1 && says(build, 'missing go.sum entry'),
    },
    found: await rulesOf(project),
  }
}

async function coldCache(bench: Bench): Promise<Measurement> {
  const project = bench.project(PROGRAM)
  const verify = await show(project, ['mod', 'verify'])
  const zips = zipsBelow(project.cache)
  const find = { command: "find $GOMODCACHE -name '*.zip'", exitCode: 0, output: zips }
  return {
    shown: [verify, find],
    facts: {
      'With nothing downloaded, go mod verify says that all modules are verified, and exits 0.':
        verify.exitCode === 0 && says(verify, VERIFIED),
      'There was not one zip that it could have looked at.': zips.length === 0,
    },
  }
}

async function offline(bench: Bench): Promise<Measurement> {
  const cold = bench.project(PROGRAM)
  const off = { GOPROXY: 'off' }
  const first = await show(cold, ['mod', 'verify'], { set: off })
  const warm = bench.project(PROGRAM)
  const download = await show(warm, ['mod', 'download'])
  const second = await show(warm, ['mod', 'verify'], { set: off })
  return {
    shown: [first, download, second],
    facts: {
      'With an empty module cache it asks for go.mod files, and fails offline.': first.exitCode === 1 && says(first, 'GOPROXY=off'),
      'With a filled one it needs no network.': second.exitCode === 0 && says(second, VERIFIED),
    },
  }
}

async function everyRecord(bench: Bench): Promise<Measurement> {
  const unused = 'example.com/words v0.9.0 h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
  const project = bench.project({
    ...PROGRAM,
    'go.mod': `${GO_MOD}\nreplace example.com/words => example.com/fork v1.0.0\n`,
    'go.sum': `${SUM}${goSumOf([FORK])}${unused}`,
  })
  await show(project, ['mod', 'download'])
  const file = join(project.cache, 'example.com/fork@v1.0.0/words.go')
  chmodSync(file, 0o644)
  writeFileSync(file, 'package words\n\nfunc Hello() string { return "edited" }\n')
  const verify = await show(project, ['mod', 'verify'])
  const run = await show(project, ['run', '.'])
  return {
    shown: [verify, run],
    facts: {
      'A wrong line for a version outside the build list goes unnoticed.': verify.exitCode === 0 && says(verify, VERIFIED),
      'A replacement that was edited in the module cache goes unnoticed, and is what runs.': run.exitCode === 0 && says(run, 'edited'),
    },
    found: await rulesOf(project),
  }
}

/** What is said of `go mod verify`. */
export const VERIFY_CLAIMS: readonly Claim[] = [
  {
    number: 5,
    says: '`go mod verify` compares go.sum with the disk, and names the module that does not agree.',
    verdict: 'false',
    truth:
      'It compares the zip and the extracted directory of each module with the `.ziphash` that lies beside them in the same cache. It does not read the zip lines of go.sum; go compares those when it downloads.',
    rules: ['checksum/layer-mismatch', 'checksum/gosum-mismatch'],
    measure: wrongLine,
  },
  {
    number: 6,
    says: '`go mod verify` fails when go.sum lacks a module.',
    verdict: 'false',
    truth: 'It says that all is well. The build refuses, and names the package that needs the line.',
    rules: ['checksum/gosum-missing-entry'],
    measure: missingLine,
  },
  {
    number: 7,
    says: '`go mod verify` says "missing module" when nothing has been downloaded.',
    verdict: 'false',
    truth:
      'There is no such message. What is not in the cache is passed over: on a fresh CI machine it fetches go.mod files, looks at no module, prints "all modules verified" and exits 0. Download first, for the opposite reason: without it the command proves nothing.',
    rules: ['workflow/verify-before-download'],
    measure: coldCache,
  },
  {
    number: 8,
    says: '`go mod verify` needs no network.',
    verdict: 'partly true',
    truth: 'True once the go.mod files of the build list are in the cache; before that it asks the proxy for them.',
    rules: ['network/proxy-unreachable'],
    measure: offline,
  },
  {
    number: 9,
    says: '`go mod verify` checks every record of go.sum.',
    verdict: 'false',
    truth:
      'It goes through the build list, not through go.sum. Lines of other versions are not read, and of a replaced module it looks at the original, which is not built, and not at the replacement, which is.',
    rules: ['checksum/cache-modified', 'checksum/layer-mismatch'],
    measure: everyRecord,
  },
]
