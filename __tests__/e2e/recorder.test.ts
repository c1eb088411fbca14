import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import * as v from 'valibot'
import { goSumOf, goTestEnv, makeFolder, writeProxy, writeTree, type FileTree } from '../support/project.js'
import { runAct, type ActRun } from './act.js'
import { tool } from '../support/tools.js'
import { startFakeGitHub, type FakeGitHub } from './fake-github/index.js'

const REPOSITORY = 'octo/lab'
const TOKEN = 'ghs_fake'
/** One act run, tools not counted: a few seconds; the limit is for a busy machine. */
const LIMIT = 5 * 60_000

const dependency = {
  path: 'example.com/dep',
  version: 'v1.2.3',
  files: { 'dep.go': 'package dep\n\n// Answer is what everybody wants.\nconst Answer = 42\n' },
}

const program: FileTree = {
  'app/go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/dep v1.2.3\n',
  'app/go.sum': goSumOf([dependency]),
  'app/main.go': 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Answer) }\n',
}

/** A workflow whose only job checks out and records; `more` is indented under the job. */
function workflow(more: string, targets: string): FileTree {
  const text = `name: ci
on: [push, pull_request]
permissions: {}
jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
${more}    steps:
      - uses: actions/checkout@v6
      - run: node --version
      - name: record
        uses: ./
        with:
          working-directory: app
          targets: ${targets}
`
  return { '.github/workflows/ci.yml': text }
}

const MATRIX = `    strategy:
      fail-fast: false
      matrix:
        go: [1.20, "1.20"]
        level: [1, "1"]
`

const Snapshot = v.object({
  schema: v.literal('goparity/snapshot/1'),
  job: v.object({ id: v.string(), matrix: v.record(v.string(), v.unknown()) }),
  targets: v.array(v.object({ target: v.string(), outcome: v.string() })),
})

/** What the recording step came to, leg by leg. */
function outcomeOf(ran: ActRun): readonly string[] {
  return ran.legs.map(({ steps }) => steps.find(({ step, stage }) => step === 'record' && stage === 'Main')?.result ?? 'never ran')
}

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com']
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8' }).trim()
}

describe('the recorder, from the built dist under act', () => {
  let act = ''
  let node24 = ''
  let scratch = ''
  let github: FakeGitHub
  let goLog = ''

  beforeAll(() => {
    act = tool('act')
    node24 = tool('node24')
  }, 15 * 60_000)

  beforeEach(async () => {
    scratch = makeFolder()
    github = await startFakeGitHub({ repository: { name: REPOSITORY, folder: join(scratch, 'repository') }, token: TOKEN })
  })

  afterEach(async () => {
    await github.close()
  })

  /** A commit with these files on top of what is there; gives its name. */
  function commit(files: FileTree): string {
    const repository = join(scratch, 'repository')
    writeTree(repository, files)
    git(repository, 'add', '.')
    git(repository, 'commit', '-q', '-m', 'x')
    return git(repository, 'rev-parse', 'HEAD')
  }

  /** A repository that holds the built action and these files. */
  function makeRepository(files: FileTree): string {
    const repository = join(scratch, 'repository')
    mkdirSync(repository, { recursive: true })
    cpSync(resolve('action.yml'), join(repository, 'action.yml'))
    cpSync(resolve('dist'), join(repository, 'dist'), { recursive: true, filter: (path) => path !== resolve('dist/types') })
    cpSync(resolve('package.json'), join(repository, 'package.json'))
    execFileSync('git', ['init', '-q', '-b', 'main', repository])
    commit(files)
    return repository
  }

  /** Environment of go commands: the module proxy is a folder, nothing else can be reached. */
  function goEnvironment(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(goTestEnv(scratch, { GOPROXY: writeProxy(join(scratch, 'proxy'), [dependency]) })).flatMap(([key, value]) =>
        value === undefined || key === 'PATH' || key === 'HOME' ? [] : [[key, value] as const],
      ),
    )
  }

  /** Runs the workflow of a repository. */
  async function run(folder: string, node: string, event: 'push' | 'pull_request' = 'push', payload: object = {}): Promise<ActRun> {
    const payloadFile = join(scratch, 'event.json')
    const repository = { id: 1, name: 'lab', full_name: REPOSITORY, default_branch: 'main', owner: { login: 'octo' } }
    writeFileSync(payloadFile, JSON.stringify({ ref: 'refs/heads/main', repository, ...payload }))

    // A go command that writes down how it was called, then is the real one.
    const bin = join(scratch, 'bin')
    goLog = join(scratch, 'go.log')
    const realGo = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
    writeTree(bin, { go: `#!/bin/sh\necho "$*" >> '${goLog}'\nexec '${realGo}/bin/go' "$@"\n` })
    chmodSync(join(bin, 'go'), 0o755)
    writeFileSync(goLog, '')

    return await runAct(act, {
      folder,
      workflow: '.github/workflows/ci.yml',
      repository: REPOSITORY,
      run: 101,
      path: [bin, dirname(node), '/usr/local/bin', '/usr/bin', '/bin'],
      env: goEnvironment(),
      github,
      token: TOKEN,
      event,
      payloadFile,
      scratch,
    })
  }

  it.each([
    ['the Node of this machine', () => process.execPath, process.version],
    ['Node 24', () => node24, 'v24.'],
  ])(
    'uploads one snapshot a leg of a 2×2 matrix on %s, number and string told apart',
    async (_name, node, version) => {
      const ran = await run(makeRepository({ ...program, ...workflow(MATRIX, 'linux/amd64') }), node())
      expect({ outcomes: outcomeOf(ran), log: ran.exitCode === 0 ? '' : ran.log }).toStrictEqual({
        outcomes: ['success', 'success', 'success', 'success'],
        log: '',
      })
      // act takes the first node on PATH, whatever action.yml asks for.
      expect(ran.log.split('\n').filter((line) => line.includes(`| ${version}`))).toHaveLength(4)
      const artifacts = github.artifacts()
      expect(new Set(artifacts.map(({ name }) => name)).size).toBe(4)
      const snapshots = artifacts.map((artifact) => {
        const files = Object.entries(unzipSync(github.download(artifact)))
        expect(files).toHaveLength(1)
        return v.parse(v.pipe(v.string(), v.parseJson(), Snapshot), strFromU8(files[0]?.[1] ?? new Uint8Array()))
      })
      expect(new Set(snapshots.map(({ job }) => job.id)).size).toBe(4)
      expect(new Set(snapshots.map(({ job }) => JSON.stringify([job.matrix['go'], job.matrix['level']])))).toStrictEqual(
        new Set(['[1.2,1]', '[1.2,"1"]', '["1.20",1]', '["1.20","1"]']),
      )
      expect(new Set(snapshots.flatMap(({ targets }) => targets.map(({ outcome }) => outcome)))).toStrictEqual(new Set(['ok']))
      expect(ran.summaries).toHaveLength(4)
      expect(github.violations).toStrictEqual([])
    },
    LIMIT,
  )

  it(
    'fails the step for a target that does not build, with an annotation at the file and line',
    async () => {
      const broken = {
        ...program,
        'app/main.go':
          'package main\n\nimport (\n\t"syscall"\n\n\t"example.com/dep"\n)\n\nfunc main() {\n\tprintln(dep.Answer)\n\t_ = syscall.Dup2(1, 2)\n}\n',
      }
      const ran = await run(makeRepository({ ...broken, ...workflow('', 'linux/amd64,linux/arm64') }), node24)
      expect(outcomeOf(ran)).toStrictEqual(['failure'])
      const errors = ran.annotations.filter(({ level, file }) => level === 'error' && file !== undefined)
      expect(errors.map(({ file, line }) => `${String(file)}:${String(line)}`)).toStrictEqual(['app/main.go:11'])
      expect(errors[0]?.message).toContain('syscall.Dup2')
      const [artifact] = github.artifacts()
      expect(artifact).toBeDefined()
      expect(github.violations).toStrictEqual([])
    },
    LIMIT,
  )

  it(
    'stops before any build when go.sum does not match what was downloaded',
    async () => {
      const wrong = goSumOf([{ ...dependency, files: { 'dep.go': 'package dep\n\nconst Answer = 41\n' } }])
      const ran = await run(makeRepository({ ...program, 'app/go.sum': wrong, ...workflow('', 'linux/amd64') }), node24)
      expect(outcomeOf(ran)).toStrictEqual(['failure'])
      const calls = readFileSync(goLog, 'utf8').split('\n')
      expect(calls.some((call) => call.startsWith('mod download'))).toBe(true)
      expect(calls.filter((call) => /^(?:build|test|run|install|vet)\b/.test(call))).toStrictEqual([])
      expect(ran.annotations.filter(({ level, file }) => level === 'error' && file === 'app/go.sum').map(({ line }) => line)).toStrictEqual(
        ['1'],
      )
    },
    LIMIT,
  )

  it(
    'judges a pull request by the baseline of its merge base, asked of GitHub where the clone is shallow',
    async () => {
      const cli = (): void => {
        const args = [resolve('dist/cli.js'), 'baseline', 'save', '-C', join(scratch, 'repository', 'app'), '--targets', 'linux/amd64']
        spawnSync(process.execPath, args, { env: { ...goEnvironment(), PATH: process.env['PATH'], HOME: join(scratch, 'home') } })
      }
      const repository = makeRepository({ ...program, ...workflow('', 'linux/amd64') })
      cli()
      const base = commit({})
      git(repository, 'checkout', '-q', '-b', 'change')
      // The change breaks the program, and writes a baseline in which that is a known failure.
      writeTree(repository, { 'app/main.go': `${program['app/main.go'] ?? ''}\nvar broken int = "text"\n` })
      cli()
      const head = commit({})
      expect(git(repository, 'diff', '--name-only', base, head).split('\n')).toStrictEqual(['app/.goparity/baseline.json', 'app/main.go'])
      const shallow = join(scratch, 'shallow')
      execFileSync('git', ['clone', '-q', '--depth', '1', '--branch', 'change', `file://${repository}`, shallow])

      const ran = await run(shallow, node24, 'pull_request', {
        ref: 'refs/pull/7/merge',
        number: 7,
        pull_request: {
          number: 7,
          base: { ref: 'main', sha: base, repo: { id: 1, full_name: REPOSITORY } },
          head: { ref: 'change', sha: head, repo: { id: 1, full_name: REPOSITORY } },
        },
      })
      expect(github.requests.filter((request) => request.startsWith('GET /repos/'))).toStrictEqual([
        `GET /repos/octo/lab/compare/${base}...${head}?per_page=1&page=2 200`,
        `GET /repos/octo/lab/contents/app%2F.goparity%2Fbaseline.json?ref=${base} 200`,
      ])
      expect(github.violations).toStrictEqual([])
      // New, and so an error: the trusted baseline does not know this failure.
      expect(outcomeOf(ran)).toStrictEqual(['failure'])
      const errors = ran.annotations.filter(({ level, file }) => level === 'error' && file !== undefined)
      expect(errors.map(({ file, line }) => `${String(file)}:${String(line)}`)).toStrictEqual(['app/main.go:7'])
      const warned = ran.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
      expect(warned).toStrictEqual([expect.stringContaining('judged by the baseline that main has')])
    },
    LIMIT,
  )
})
