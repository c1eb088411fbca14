import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { insertInto, type Inserted } from '../../../src/init/index.js'

const REFERENCE = `octo/goparity@${'a'.repeat(40)}`

async function insert(text: string, more: { readonly jobs?: readonly string[]; readonly directory?: string } = {}): Promise<Inserted> {
  return insertInto({ name: 'ci.yml', text, reference: REFERENCE, jobs: more.jobs ?? [], directory: more.directory ?? '.' })
}

/** The lines that a text has more than another; every other byte must be the same, in order. */
function added(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const more: string[] = []
  let at = 0
  for (const line of fresh) {
    if (line === old[at]) at += 1
    else more.push(line)
  }
  expect(old.slice(at)).toStrictEqual([])
  return more.join('\n')
}

const RECORDER = `      - uses: ${REFERENCE}
        with:
          fail-on: unverified # what else differs is the verdict of the report
`

/** Which step our step stands at, by the names of all steps. */
function order(text: string, id: string = 'test'): readonly string[] {
  const read: {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>>
  } = parse(text, { merge: true })
  return (read.jobs[id]?.steps ?? []).map(({ uses, run }) => (uses === REFERENCE ? 'goparity' : (uses ?? run ?? '').trim()))
}

const WHOLE = `# ci of "us"
name:   ci
on: {push: {branches: [ main ]}, pull_request: }
env: &env
  A: 'x'   # quoted
jobs:
  test:
    runs-on: ubuntu-latest
    env: *env
    steps:
      # the code
      - uses: actions/checkout@v6 # pinned later

      - name: "go"
        uses: actions/setup-go@v6
        with: { go-version: '1.26', cache: false }

      # modules of earlier runs
      - uses: actions/cache@v4
        with:
          path: ~/go/pkg/mod
          key: go

      - run: |
          sudo apt-get install -y libpcap-dev
          # not a comment of YAML

      # all of it
      # twice
      - run: go test ./...   # slow

  other:   # nothing to do with it
    runs-on: ubuntu-latest
    steps:
    - run: echo

# the end
`

function job(steps: string): string {
  return `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}

describe('a workflow that is there', () => {
  it('gets the recorder before its first build, and the report job, and keeps every other byte', async () => {
    const { text, jobs, reportJob, notes } = await insert(WHOLE)
    expect(added(WHOLE, text)).toBe(`${RECORDER}
  report:
    name: goparity report
    needs: [test]
    if: \${{ !cancelled() }} # a job that failed is what the report is about
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      actions: read # reads the snapshots of this run and the baseline of the runs of the default branch
      contents: read # reads what a pull request changes, which commit it started from, and the configuration where nothing is checked out
      checks: write # posts the check run with its annotations
    steps:
      - uses: octo/goparity/report@${'a'.repeat(40)}
        with:
          expected-jobs: \${{ toJSON(needs) }}
`)
    expect(order(text)).toStrictEqual([
      'actions/checkout@v6',
      'actions/setup-go@v6',
      'actions/cache@v4',
      'sudo apt-get install -y libpcap-dev\n# not a comment of YAML',
      'goparity',
      'go test ./...',
    ])
    // The comment of the next step stays with it, and the empty line between steps is kept up.
    expect(text).toContain(`${RECORDER}\n      # all of it\n      # twice\n      - run: go test`)
    expect({ jobs, reportJob, notes }).toStrictEqual({ jobs: ['test'], reportJob: 'report', notes: [] })
  })

  it.each([
    [
      'behind a cache that stands after a build of tools',
      '    - uses: actions/setup-go@v6\n    - run: go install example.com/tool@latest\n    - run: go vet\n',
      ['actions/setup-go@v6', 'go install example.com/tool@latest', 'goparity', 'go vet'],
    ],
    [
      'behind setup-go when make comes before it',
      '    - run: make tools\n    - uses: actions/setup-go@v6\n    - run: make\n',
      ['make tools', 'actions/setup-go@v6', 'goparity', 'make'],
    ],
    [
      'before goreleaser',
      '    - uses: actions/checkout@v6\n    - uses: goreleaser/goreleaser-action@v6\n',
      ['actions/checkout@v6', 'goparity', 'goreleaser/goreleaser-action@v6'],
    ],
    ['before golangci-lint', '    - uses: golangci/golangci-lint-action@v9\n', ['goparity', 'golangci/golangci-lint-action@v9']],
    [
      'at the end of the setting up where nothing builds',
      '    - uses: actions/checkout@v6\n    - uses: actions/setup-go@v6\n',
      ['actions/checkout@v6', 'actions/setup-go@v6', 'goparity'],
    ],
    [
      'before a build in a script of several lines',
      '    - uses: actions/setup-go@v6\n    - run: >\n        go\n        build\n',
      ['actions/setup-go@v6', 'goparity', 'go build'],
    ],
    ['first, when the first step builds', '    # all\n    - run: go generate ./...\n', ['goparity', 'go generate ./...']],
  ])('gets it %s', async (_where, steps, expected) => {
    const text = job(steps)
    const { text: after } = await insert(text)
    added(text, after)
    expect(order(after)).toStrictEqual(expected)
  })

  it.each([
    ['without a line end at its end', job('      - uses: actions/setup-go@v6\n      - run: go test')],
    ['with line ends of Windows', WHOLE.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${WHOLE}`],
    ['with a text that keeps its empty lines', job('      - uses: actions/setup-go@v6\n      - run: |+\n          go test\n\n\n  # end\n')],
    [
      'with four columns a step',
      'on: push\njobs:\n    test:\n        runs-on: x\n        steps:\n        -   uses: actions/setup-go@v6\n        -   run: go test\n',
    ],
    [
      'with dashes on lines of their own',
      'on: push\njobs:\n  test:\n    steps:\n      -\n        name: go\n        uses: actions/setup-go@v6\n      - \n        run: go test\n',
    ],
    [
      'with jobs that are not last',
      'jobs:\n  test:\n    runs-on: x\n    steps:\n      - uses: actions/setup-go@v6\n      - run: go test\n\non: push\n',
    ],
    [
      'with an anchor at the steps',
      'on: push\njobs:\n  test:\n    steps: &s\n      - uses: actions/setup-go@v6\n      - run: go test\n  two:\n    needs: test\n    runs-on: x\n',
    ],
  ])('%s keeps its bytes and gets both', async (_how, text) => {
    const { text: after } = await insert(text)
    expect(order(after)).toContain('goparity')
    const own = text.includes('\r\n') ? '\r\n' : '\n'
    expect(after.split('\n').filter((line) => line.endsWith('\r'))).toHaveLength(own === '\n' ? 0 : after.split('\n').length - 1)
    const read: unknown = parse(after)
    expect(read).toMatchObject({ jobs: { report: { needs: ['test'] } } })
  })

  it('records in every job that is named, and the report waits for all of them', async () => {
    const text = `${job('      - uses: actions/setup-go@v6\n      - run: go test\n')}  report:\n    runs-on: x\n    steps:\n      - uses: actions/setup-go@v6\n`
    const { text: after, reportJob } = await insert(text, { jobs: ['test', 'report'], directory: 'services/api' })
    expect(reportJob).toBe('goparity-report')
    expect([order(after), order(after, 'report')]).toStrictEqual([
      ['actions/setup-go@v6', 'goparity', 'go test'],
      ['actions/setup-go@v6', 'goparity'],
    ])
    expect(after).toContain('needs: [test, report]')
    expect(after.match(/working-directory: "?services\/api/g)).toHaveLength(3)
  })

  it('looks at the folder in which the commands of the job run', async () => {
    const { text } = await insert(
      job('      - uses: actions/setup-go@v6\n').replace(
        '    steps',
        '    defaults:\n      run:\n        working-directory: ./api\n    steps',
      ),
    )
    expect(text).toContain('with:\n          working-directory: api\n')
  })

  it('is told what its token and its steps lack', async () => {
    const { notes } = await insert(`permissions: {}\n${job('      - uses: actions/setup-go@v6\n')}`)
    expect(notes).toStrictEqual([
      'job test has no `contents: read`: the committed baseline of a pull request may then be unknown',
      'job test has no checkout step: the recorder needs the code',
    ])
  })
})

describe('a workflow that cannot take it', () => {
  it.each([
    ['without jobs', 'on: push\n', 'ci.yml has no job with steps'],
    ['of calls only', 'on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n', 'ci.yml has no job with steps'],
    ['without Go', 'on: push\njobs:\n  a:\n    steps:\n      - run: npm test\n', 'no job of ci.yml sets up Go or builds with it'],
    [
      'with several jobs',
      'on: push\njobs:\n  a:\n    steps:\n      - run: go test\n  b:\n    steps:\n      - run: go vet\n',
      'several jobs of ci.yml build with Go: a, b',
    ],
    [
      'that has it',
      'on: push\njobs:\n  a:\n    steps:\n      - run: go test\n      - uses: someone/goparity@v1\n',
      'goparity is in ci.yml:6 already (job a)',
    ],
    [
      'that has the report',
      `on: push\njobs:\n  a:\n    steps:\n      - uses: octo/goparity/report@v1\n`,
      'goparity is in ci.yml:5 already (job a)',
    ],
    [
      'on pull_request_target',
      'on: [push, pull_request_target]\njobs:\n  a:\n    steps:\n      - run: go test\n',
      'ci.yml runs on pull_request_target',
    ],
    ['with steps in one line', 'on: push\njobs:\n  a:\n    steps: [{run: go test}]\n', 'ci.yml:3: its steps are not written as one list'],
    ['with no steps', 'on: push\njobs:\n  a:\n    steps: []\n    # setup-go\n', 'no job of ci.yml sets up Go'],
    [
      'with steps from elsewhere',
      'x: &s\n  - run: go test\njobs:\n  a:\n    steps: *s\n',
      'ci.yml:4: the steps of job a are written somewhere else',
    ],
    ['with jobs in one line', 'on: push\njobs: {a: {steps: [{run: go test}]}}\n', 'ci.yml:2: its steps are not written'],
  ])('%s is refused in one sentence', async (_how, text, message) => {
    await expect(insert(text)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(message) })
  })

  it('is refused when the named job is not there', async () => {
    await expect(insert(WHOLE, { jobs: ['tset'] })).rejects.toMatchObject({
      code: 'usage',
      message: 'ci.yml has no job "tset" with steps',
      hint: 'jobs with steps: test, other',
    })
  })

  it('is refused with its line when it is no YAML', async () => {
    await expect(insert('jobs: [')).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringMatching(/^ci\.yml:1: is not valid YAML/),
    })
  })
})
