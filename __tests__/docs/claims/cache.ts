import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { goSumOf, writeProxy } from '../../support/project.js'
import { startDatabase } from '../../scenarios/witness-database.js'
import { withEnv } from '../../scenarios/modules-project.js'
import { PROGRAM, rulesOf, says, show, WORDS, WRONG_SUM, type Bench } from './bench.js'
import type { Claim, Measurement, Shown } from './claim.js'

const VERIFIED = 'all modules verified'

async function clean(bench: Bench): Promise<Measurement> {
  const project = bench.project(PROGRAM)
  await show(project, ['mod', 'download'])
  const file = join(project.cache, 'example.com/words@v1.0.0/words.go')
  chmodSync(file, 0o644)
  writeFileSync(file, 'package words\n\nfunc Hello() string { return "poison" }\n')
  const found = await rulesOf(project)
  const ran = await show(project, ['clean', '-modcache'], { set: { GOPROXY: 'direct' } })
  const isEmpty = !existsSync(project.cache) || readdirSync(project.cache).length === 0
  const ls: Shown = { command: 'ls $GOMODCACHE', exitCode: 0, output: existsSync(project.cache) ? readdirSync(project.cache) : [] }
  const again = await show(project, ['mod', 'download'])
  const verify = await show(project, ['mod', 'verify'])
  writeFileSync(join(project.app, 'go.sum'), WRONG_SUM)
  await show(project, ['clean', '-modcache'])
  const refused = await show(project, ['mod', 'download'])
  return {
    shown: [
      ran,
      ls,
      again,
      verify,
      { command: "sed -i 's/h1:..../h1:AAAA/' go.sum    # of that module", exitCode: 0, output: [] },
      refused,
    ],
    facts: {
      'go clean -modcache removes the cache, whatever GOPROXY says, and fetches nothing.': ran.exitCode === 0 && isEmpty,
      'With an honest go.sum the next download heals a poisoned cache.': again.exitCode === 0 && says(verify, VERIFIED),
      'With a wrong go.sum it is refused.': refused.exitCode === 1 && says(refused, 'checksum mismatch'),
    },
    found,
  }
}

type Fault = (response: ServerResponse) => void

const FAULTS: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    [403, 404, 410, 500, 503].map((status): [string, Fault] => [
      `status ${String(status)}`,
      (response) => {
        response.statusCode = status
        response.end('told by the test')
      },
    ]),
  ),
  'a closed connection': (response) => {
    response.destroy()
  },
}

async function database(bench: Bench): Promise<Measurement> {
  const [h1 = '', goMod = ''] = goSumOf([WORDS]).match(/h1:\S+/g) ?? []
  const entries = [{ path: WORDS.path, version: WORDS.version, h1, goMod }]
  const sums = await startDatabase(entries)
  const files = {
    'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/words v1.0.0\n',
    'main.go': 'package main\n\nimport _ "example.com/words"\n\nfunc main() {}\n',
  }
  const shown: Shown[] = []
  const facts: Record<string, boolean> = {}
  const checked = { GONOSUMDB: 'none', GOSUMDB: sums.direct }
  const args = ['mod', 'download', 'example.com/words']
  const hide = (one: Shown, why: string): Shown => ({ ...one, command: `go ${args.join(' ')}    # ${why}` })
  for (const [name, fault] of Object.entries(FAULTS)) {
    const project = withEnv(bench.project(files), checked)
    sums.fail((path, response) => {
      if (!path.startsWith('/lookup/')) return false
      fault(response)
      return true
    })
    const ran = await show(project, args)
    const kept = existsSync(join(project.app, 'go.sum')) && readFileSync(join(project.app, 'go.sum'), 'utf8').includes('words')
    const zip = existsSync(join(project.cache, 'cache/download/example.com/words/@v/v1.0.0.zip'))
    facts[`With ${name} from the checksum database go exits 1, writes nothing into go.sum and keeps no zip.`] =
      ran.exitCode === 1 && !kept && !zip
    if (name === 'status 410') shown.push(hide(ran, 'the database answers with status 410'))
  }
  sums.fail(null)
  const asked = await show(withEnv(bench.project(files), checked), args)
  facts['With the database answering, the same command succeeds.'] = asked.exitCode === 0
  const folder = bench.project(files)
  const poison = writeProxy(join(folder.folder, 'poison'), [{ ...WORDS, files: { ...WORDS.files, 'evil.go': 'package words\n' } }])
  const off = await show(folder, args, { set: { GOPROXY: poison, GOSUMDB: 'off' } })
  facts['With GOSUMDB=off whatever the proxy serves is taken.'] = off.exitCode === 0
  shown.push({ ...off, command: `${off.command}    # $TMP/poison serves other content` })
  return { shown, facts }
}

async function origin(bench: Bench): Promise<Measurement> {
  const project = bench.project(PROGRAM)
  const download = await show(project, ['mod', 'download'])
  const verify = await show(project, ['mod', 'verify'])
  const list = await show(project, ['list', '-m', '-json', 'all'])
  const words = await show(project, ['list', '-m', '-json', 'example.com/words'], { only: /"(?:Path|Indirect|GoMod|Origin)"/ })
  const info = readFileSync(join(project.cache, 'cache/download/example.com/words/@v/v1.0.0.info'), 'utf8')
  const cat: Shown = { command: 'cat $GOMODCACHE/cache/download/example.com/words/@v/v1.0.0.info', exitCode: 0, output: [info.trim()] }
  return {
    shown: [words, cat],
    facts: {
      'A sound indirect module has its GoMod in the module cache, and no Origin.':
        download.exitCode === 0 &&
        says(verify, VERIFIED) &&
        says(words, '"GoMod": "$GOMODCACHE/cache/download/') &&
        !says(list, '"Origin"'),
      'The .info file of a sound module has no Sum.': !info.includes('Sum'),
      'goparity has nothing to object to.': (await rulesOf(project)).length === 0,
    },
  }
}

/** What is said of the module cache, the database and the lists. */
export const CACHE_CLAIMS: readonly Claim[] = [
  {
    number: 10,
    says: '`GOPROXY=direct go clean -modcache` empties the cache and fetches everything again from the source.',
    verdict: 'partly true',
    truth:
      'It empties the cache. `go clean` asks no proxy and fetches nothing; the next command does, from wherever its own GOPROXY says. That heals a poisoned cache as long as go.sum is honest. It also throws away what was sound: removing the one module is enough.',
    rules: ['checksum/layer-mismatch', 'checksum/cache-modified'],
    measure: clean,
  },
  {
    number: 11,
    says: 'When the checksum database answers 410 or not at all, go falls back in silence to what is in the cache.',
    verdict: 'false',
    truth:
      'Go fails, adds nothing to go.sum and keeps nothing. Only switching the database off (GOSUMDB=off, GONOSUMDB, GOPRIVATE) lets unchecked content in, and then it stays in go.sum.',
    rules: ['checksum/sumdb-unreachable', 'env/verification-disabled'],
    measure: database,
  },
  {
    number: 12,
    says: 'In `go list -m -json` the Origin must be the proxy; an Indirect module whose GoMod lies in the cache, or an .info file without Sum, means a broken chain.',
    verdict: 'false',
    truth:
      'Origin names a repository (VCS, URL, Hash, Ref) and is mostly absent. GoMod always lies in the module cache. An .info file never has a Sum: it holds the version and its time, and no checksum covers it.',
    rules: ['checksum/layer-mismatch'],
    measure: origin,
  },
]
