import { describe, expect, it } from '@jest/globals'
import { contradictions, readDeclarations, type DeclaredEnvironments } from '../../../src/declared/index.js'

const MIB = 1024 * 1024

/** Reads one file of each kind that can be hostile, and whatever may follow from it. */
async function survive(file: string, text: string): Promise<DeclaredEnvironments> {
  const files = new Map([
    ['go.mod', 'module example.com/app\n\ngo 1.22\n'],
    [file, text],
  ])
  const declared = await readDeclarations(files)
  contradictions(declared)
  return declared
}

const WORKFLOW = '.github/workflows/ci.yml'

/** As long as any file may be, of one line again and again. */
function fill(line: string, size: number = MIB): string {
  return line.repeat(Math.floor(size / line.length))
}

const STEPS = fill('      - run: go test ./...\n', 400_000)

const HOSTILE: readonly (readonly [what: string, file: string, text: string, reason: RegExp | null])[] = [
  ['a mebibyte of YAML', WORKFLOW, fill('a: b\n').slice(0, MIB), null],
  ['more than a mebibyte', WORKFLOW, `a: ${'x'.repeat(MIB)}`, /more than 1048576 characters/],
  ['aliases of aliases', WORKFLOW, bomb(), null],
  ['an alias of itself', WORKFLOW, 'jobs: &a\n  test: *a\n', /stands inside of what it names/],
  ['maps in maps', WORKFLOW, `jobs: ${'{a: '.repeat(5000)}`, /./],
  ['lists in lists', WORKFLOW, `jobs: ${'['.repeat(50_000)}`, /./],
  ['many steps', WORKFLOW, `jobs:\n  test:\n    runs-on: x\n    steps:\n${STEPS}`, null],
  ['steps of every job by one alias', WORKFLOW, aliasedJobs(), /more steps than any file of a CI/],
  ['no YAML', WORKFLOW, 'jobs:\n\t- : : [\n', /line \d+: .*valid YAML/],
  ['bytes', WORKFLOW, 'jobs:\0\0\x01', /no text/],
  ['a large matrix', WORKFLOW, largeMatrix(), null],
  ['a job of another kind', WORKFLOW, 'jobs: [1, 2]\n---\nsecond: document\n', null],
  ['jobs that extend one another', '.gitlab-ci.yml', 'a:\n  extends: b\n  script: go build\nb:\n  extends: a\n  script: go build\n', null],
  [
    'variables that name one another',
    '.gitlab-ci.yml',
    'variables:\n  A: $B\n  B: $A$A$A\nt:\n  image: golang:$A\n  script: go test ./...\n',
    null,
  ],
  ['JSON that ends in the middle', '.devcontainer/devcontainer.json', '{"image": "golang:1.2', /./],
  ['JSON in JSON', '.devcontainer/devcontainer.json', '['.repeat(200_000), /nests too deeply/],
  ['a mebibyte of JSON', '.devcontainer/devcontainer.json', ' '.repeat(MIB), /more than/],
  ['JSON of another kind', '.devcontainer/devcontainer.json', '[1, null, "x"]', null],
  [
    'names of prototypes',
    '.devcontainer.json',
    '{"__proto__": {"image": "golang:1.20"}, "constructor": 1, "features": {"__proto__": {}}}',
    null,
  ],
  ['TOML in TOML', 'mise.toml', `a = ${'['.repeat(50_000)}${']'.repeat(50_000)}`, /nests too deeply/],
  ['broken TOML', 'mise.toml', '[tools\ngo = ', /./],
  ['long TOML', 'mise.toml', fill('[[a]]\n', 250_000), null],
  ['a long Dockerfile', 'Dockerfile', `FROM golang:1.22\n${fill('RUN go build\n', 250_000)}`, null],
  ['a longer Dockerfile', 'Dockerfile', fill('RUN go build\n'), /more than 262144 characters/],
  [
    'stages made of stages',
    'Dockerfile',
    `FROM golang:1.22 AS s0\n${Array.from({ length: 5000 }, (_, at) => `RUN go build\nFROM s${String(at)} AS s${String(at + 1)}\n`).join('')}`,
    null,
  ],
  ['one line that never ends', 'Dockerfile', `FROM golang:1.22\nRUN ${fill('x \\\n', 250_000)}`, null],
  [
    'variables in variables',
    'Dockerfile',
    `ARG A=x\n${Array.from({ length: 200 }, () => 'ARG A=$A$A$A$A\n').join('')}FROM golang:$A\nRUN go build\n`,
    null,
  ],
  ['braces in braces', 'Dockerfile', `FROM ${'${A:-'.repeat(20_000)}x\n`, null],
  ['documents without an end', 'Dockerfile', `FROM golang:1.22\n${fill('RUN <<EOF\n', 200_000)}`, null],
  ['nothing but FROM', 'Dockerfile', fill('FROM golang:1.22\n', 250_000), null],
  ['an empty Dockerfile', 'Dockerfile', '', null],
  ['a long Makefile', 'Makefile', fill('\tGOFLAGS=-mod=mod go build\n'), null],
  ['a Makefile of one line', 'Makefile', fill('x \\\n'), null],
  ['words of a Makefile', 'Makefile', `export ${fill('CGO_ENABLED ', 1_000_000)}`, null],
  ['a long list of versions', '.tool-versions', fill('golang 1.22.3 '), null],
  ['a version without an end', '.go-version', `1.${'9'.repeat(1_000_000)}`, null],
  ['arguments without an end', 'compose.yml', `args:\n${fill('  A: b\n', 1_000_000)}`, null],
  ['arguments of builds in one line', 'build.sh', fill('--build-arg A=b '), null],
  ['blanks', 'Makefile', ' '.repeat(MIB), null],
  ['a go.mod of blocks', 'sub/go.mod', fill('require (\n'), null],
]

function bomb(): string {
  const levels = Array.from(
    { length: 30 },
    (_, at) => `a${String(at + 1)}: &a${String(at + 1)} [${`*a${String(at)},`.repeat(9)}*a${String(at)}]`,
  )
  return `a0: &a0 {go-version: '1.20'}\n${levels.join('\n')}\njobs:\n  t:\n    strategy: {matrix: {go: *a30}}\n    steps: *a30\n`
}

function aliasedJobs(): string {
  const script = `go build ./... ${'# '.repeat(10_000)}`
  const jobs = Array.from({ length: 190 }, (_, at) => `  j${String(at)}:\n    steps: *s\n`)
  return `x: &s\n${`  - {uses: ./a, run: "${script}"}\n`.repeat(40)}jobs:\n${jobs.join('')}`
}

function largeMatrix(): string {
  const values = Array.from({ length: 20_000 }, (_, at) => `'1.${String(at)}'`).join(',')
  const steps = "      - uses: actions/setup-go@v6\n        with: {go-version: '${{ matrix.go }}'}\n      - run: go test ./...\n".repeat(
    400,
  )
  return `jobs:\n  t:\n    strategy:\n      matrix:\n        go: [${values}]\n    steps:\n${steps}`
}

describe('a hostile file', () => {
  it.each(HOSTILE)('is survived in bounded time: %s', async (_what, file, text, reason) => {
    const begin = performance.now()
    const { unreadable } = await survive(file, text)
    expect(performance.now() - begin).toBeLessThan(10_000)
    expect(unreadable.map((one) => one.file)).toStrictEqual(reason === null ? [] : [file])
    const said = unreadable.map((one) => one.reason).join()
    expect(said).toMatch(reason ?? /^$/)
    expect(said).not.toContain('\n')
  })

  it('does not keep the others from being read', async () => {
    const declared = await readDeclarations(
      new Map([
        ['.github/workflows/a.yml', 'jobs: ['],
        ['.tool-versions', 'golang 1.22.1\n'],
        ['Dockerfile', '\0'],
        ['mise.toml', '= ='],
      ]),
    )
    expect(declared.unreadable.map(({ file }) => file).toSorted()).toStrictEqual(['.github/workflows/a.yml', 'Dockerfile', 'mise.toml'])
    expect(declared.declarations).toStrictEqual([
      {
        environment: '.tool-versions',
        setting: 'go',
        value: '1.22.1',
        known: true,
        location: { file: '.tool-versions', line: 1 },
        wanted: { kind: 'release', version: '1.22.1' },
        fixed: null,
        borrowed: false,
      },
    ])
  })

  it('many large files are read to a bound, and the rest is said to be left out', async () => {
    const files = new Map(Array.from({ length: 40 }, (_, at) => [`m${String(at).padStart(2, '0')}/Makefile`, fill('# nothing\n')] as const))
    const { unreadable } = await readDeclarations(files)
    expect(unreadable.length).toBeGreaterThan(20)
    expect(unreadable[0]?.reason).toBe('the files before it hold more than is read')
  })
})
