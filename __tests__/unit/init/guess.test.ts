import { describe, expect, it } from '@jest/globals'
import {
  configText,
  goreleaserTargets,
  guessBranch,
  guessMatrix,
  mergeTargets,
  readYamlFile,
  scriptTargets,
  workflowTargets,
  workflowText,
  type SeenTarget,
} from '../../../src/init/index.js'
import { parseConfig } from '../../../src/config/index.js'
import { parseTargets } from '../../../src/targets/index.js'

/** `linux/amd64-cgo f:3` */
function shown(seen: readonly SeenTarget[]): readonly string[] {
  return mergeTargets(seen).map(({ target, from }) => `${target} ${from.join(' ')}`)
}

async function goreleaser(text: string): Promise<readonly string[]> {
  return shown(goreleaserTargets(await readYamlFile('.goreleaser.yml', text)))
}

describe('targets of GoReleaser', () => {
  it('are the product of its lists, less what it ignores, as Go can build them', async () => {
    const text =
      'builds:\n  - env: [CGO_ENABLED=0]\n    goos: [linux, windows, darwin]\n    goarch: [amd64, arm, "386"]\n    goarm: ["6", 7]\n    ignore:\n      - goos: windows\n        goarch: arm\n      - {goos: linux, goarch: arm, goarm: 6}\n      - goarch: "386"\n'
    expect(await goreleaser(text)).toStrictEqual([
      'darwin/amd64-cgo .goreleaser.yml:3',
      'linux/amd64-cgo .goreleaser.yml:3',
      'linux/arm/7-cgo .goreleaser.yml:3',
      'windows/amd64-cgo .goreleaser.yml:3',
    ])
  })

  it.each([
    [
      'nothing is said',
      'version: 2\n',
      ['darwin/amd64', 'darwin/arm64', 'linux/386', 'linux/amd64', 'linux/arm64', 'windows/386', 'windows/amd64', 'windows/arm64'],
    ],
    ['a build names only its system', 'builds: [{goos: [linux]}]', ['linux/386', 'linux/amd64', 'linux/arm64']],
    [
      'they are listed',
      'builds: [{targets: [linux_amd64_v1, linux_arm64, linux_arm_7, linux_amd64_v3, js_wasm]}]',
      ['js/wasm', 'linux/amd64', 'linux/amd64/v3', 'linux/arm/7', 'linux/arm64'],
    ],
    [
      'cgo is on for one and off for all',
      'env: [CGO_ENABLED=0]\nbuilds:\n  - {goos: [linux], goarch: [amd64], env: [X=1, CGO_ENABLED=1]}\n  - {goos: [linux], goarch: [arm64]}\n',
      ['linux/amd64+cgo', 'linux/arm64-cgo'],
    ],
    [
      'builds are skipped or of another language',
      'builds: [{skip: true}, {builder: rust, targets: [x86_64-unknown-linux-gnu]}, {goos: [linux], goarch: [amd64]}]',
      ['linux/amd64'],
    ],
    ['values are templates', 'builds: [{goos: ["{{ .Os }}", linux], goarch: ["{{ .Arch }}", amd64]}]', ['linux/amd64']],
    ['they are no systems of Go', 'builds: [{goos: [linux, __proto__, haiku], goarch: [amd64, constructor]}]', ['linux/amd64']],
    [
      'the file is something else',
      '- a\n- b\n',
      ['darwin/amd64', 'darwin/arm64', 'linux/386', 'linux/amd64', 'linux/arm64', 'windows/386', 'windows/amd64', 'windows/arm64'],
    ],
  ])('are told where %s', async (_how, text, expected) => {
    expect((await goreleaser(text)).map((line) => line.split(' ')[0])).toStrictEqual(expected)
  })
})

describe('targets of Makefiles and scripts', () => {
  it.each([
    ['build:\n\tGOOS=linux GOARCH=arm64 go build ./...\n', ['linux/arm64 f:2']],
    ['build:\n\t@CGO_ENABLED=0 GOOS=linux \\\n\t  GOARCH=amd64 $(GO) build\n', ['linux/amd64-cgo f:2']],
    [
      'a:\n\t-env GOOS=windows GOARCH=amd64 CGO_ENABLED=1 go1.25 install && GOOS=js GOARCH=wasm go test\n',
      ['js/wasm f:2', 'windows/amd64+cgo f:2'],
    ],
    ['GOOS=linux GOARCH=arm GOARM=7 go vet\n', ['linux/arm/7 f:1']],
    ['# GOOS=linux GOARCH=arm64 go build\n', []],
    [
      'GOOS=$(OS) GOARCH=$(ARCH) go build\nGOOS=linux go build\nGOOS=linux GOARCH=amd64 docker build\necho "GOOS=linux GOARCH=amd64 go build"\n',
      [],
    ],
  ])('are told from %j', (text, expected) => {
    expect(shown(scriptTargets('f', text))).toStrictEqual(expected)
  })
})

async function workflow(text: string): Promise<readonly string[]> {
  return shown(workflowTargets(await readYamlFile('w.yml', text)))
}

describe('targets of workflows', () => {
  it('are the legs of a matrix', async () => {
    const text =
      'jobs:\n  b:\n    env:\n      CGO_ENABLED: 0\n    strategy:\n      matrix:\n        goos: [linux, windows]\n        goarch: [amd64, arm64]\n        exclude:\n          - {goos: windows, goarch: arm64}\n        include:\n          - goos: freebsd\n            goarch: amd64\n'
    expect(await workflow(text)).toStrictEqual([
      'freebsd/amd64-cgo w.yml:7',
      'linux/amd64-cgo w.yml:7',
      'linux/arm64-cgo w.yml:7',
      'windows/amd64-cgo w.yml:7',
    ])
  })

  it('are those of steps and commands', async () => {
    const text =
      'jobs:\n  b:\n    steps:\n      - env:\n          GOOS: linux\n          GOARCH: arm\n          GOARM: "7"\n        run: go build\n      - run: |\n          echo\n          GOOS=darwin GOARCH=arm64 go build\n      - env: {GOOS: "${{ matrix.goos }}", GOARCH: amd64}\n'
    expect(await workflow(text)).toStrictEqual(['darwin/arm64 w.yml:11', 'linux/arm/7 w.yml:5'])
  })

  it('are no more than a workflow can have, whatever it says', async () => {
    const axis = `[${'linux,'.repeat(5000)}]`
    expect(await workflow(`jobs: {b: {strategy: {matrix: {goos: ${axis}, goarch: [${'amd64,'.repeat(5000)}]}}}}`)).toStrictEqual([
      'linux/amd64 w.yml:1',
    ])
  })
})

describe('a target that several files name', () => {
  const place = { goos: 'linux', goarch: 'amd64', line: 1 }

  it('stands once, with where it was seen, and with cgo as the one says that says it', () => {
    const seen = [
      { ...place, file: 'a' },
      { ...place, file: 'b', cgo: false },
      { ...place, file: 'b', cgo: false },
    ]
    expect(mergeTargets(seen)).toStrictEqual([{ target: 'linux/amd64-cgo', from: ['b:1', 'a:1'] }])
  })

  it('stands twice where one builds it with cgo and the other without', () => {
    const seen = [
      { ...place, file: 'a', cgo: true },
      { ...place, file: 'b', cgo: false },
    ]
    expect(mergeTargets(seen).map(({ target }) => target)).toStrictEqual(['linux/amd64+cgo', 'linux/amd64-cgo'])
  })

  it('makes a configuration that goparity reads', async () => {
    const targets = mergeTargets([
      { ...place, file: '.goreleaser.yml' },
      { ...place, goarch: 'arm', variant: '7', cgo: false, file: 'Makefile' },
    ])
    const text = configText(targets)
    expect(text).toContain('  - linux/amd64 # .goreleaser.yml:1\n  - linux/arm/7-cgo # Makefile:1\n')
    const config = await parseConfig(text, '.goparity.yml')
    expect(config.targets).toStrictEqual(['linux/amd64', 'linux/arm/7-cgo'])
    expect(parseTargets(config.targets ?? [])).toHaveLength(2)
    expect((await parseConfig(configText([]), '.goparity.yml')).targets).toStrictEqual(['default'])
  })
})

async function guess(...jobs: readonly string[]): Promise<ReturnType<typeof guessMatrix>> {
  const text = jobs.map((job, index) => `  j${String(index)}:\n${job.replaceAll(/^(?=.)/gm, '    ')}`).join('')
  return guessMatrix([await readYamlFile('ci.yml', `jobs:\n${text}`)])
}

async function pushedTo(branches: string): Promise<Awaited<ReturnType<typeof readYamlFile>>> {
  return readYamlFile('w.yml', `on: {push: {branches: ${branches}}}`)
}

describe('the matrix of a project', () => {
  const GO = 'steps:\n  - uses: actions/setup-go@v6\n    with:\n      go-version: '

  it.each([
    [
      'two axes',
      `runs-on: \${{ matrix.os }}\nstrategy:\n  matrix:\n    os: [ubuntu-24.04, macos-15, self-hosted]\n    version: [1.25, "1.26.x", stable]\n    exclude:\n      - {os: macos-15, version: 1.25}\n      - {os: macos-15, race: true}\n    include:\n      - {os: windows-2025, version: "1.26.x"}\n${GO}\${{ matrix.version }}\n`,
      {
        os: ['ubuntu-24.04', 'macos-15'],
        go: ['1.25', '1.26.x', 'stable'],
        exclude: [{ os: 'macos-15', go: '1.25' }],
        include: [{ os: 'windows-2025', go: '1.26.x' }],
        from: 'ci.yml:2',
      },
    ],
    [
      'one version on one machine',
      `runs-on: ubuntu-latest\n${GO}'1.20'\n`,
      { os: ['ubuntu-latest'], go: ['1.20'], exclude: [], include: [], from: 'ci.yml:2' },
    ],
    [
      'what go.mod says',
      `runs-on: macos-latest\nsteps:\n  - uses: actions/setup-go@v6\n    with: {go-version-file: go.mod}\n`,
      { os: ['macos-latest'], go: [], exclude: [], include: [], from: 'ci.yml:2' },
    ],
    [
      'only what is included',
      `runs-on: \${{ matrix.os }}\nstrategy:\n  matrix:\n    include:\n      - {os: ubuntu-latest, go: "1.25"}\n      - {os: windows-latest, go: "1.26"}\n${GO}\${{ matrix.go }}\n`,
      {
        os: [],
        go: [],
        exclude: [],
        include: [
          { os: 'ubuntu-latest', go: '1.25' },
          { os: 'windows-latest', go: '1.26' },
        ],
        from: 'ci.yml:2',
      },
    ],
    [
      'machines of somebody else',
      `runs-on: self-hosted\n${GO}"1.26"\n`,
      { os: ['ubuntu-latest'], go: [], exclude: [], include: [], from: null },
    ],
    [
      'expressions',
      `runs-on: \${{ fromJSON(needs.x.outputs.os) }}\n${GO}\${{ env.GO }}\n`,
      { os: ['ubuntu-latest'], go: [], exclude: [], include: [], from: null },
    ],
  ])('is %s', async (_what, text, expected) => {
    expect(await guess(text)).toStrictEqual(expected)
  })

  it('is that of the job with the most legs', async () => {
    const small = `runs-on: ubuntu-latest\n${GO}"1.26"\n`
    const large = `runs-on: ubuntu-latest\nstrategy:\n  matrix:\n    go: ["1.25", "1.26"]\n${GO}\${{ matrix.go }}\n`
    expect((await guess(small, large, small)).from).toBe('ci.yml:8')
  })

  it('is pushed to the branch that workflows name', async () => {
    expect(guessBranch([await pushedTo("['release/**', develop]"), await pushedTo('[master]')])).toBe('master')
    expect(guessBranch([await pushedTo("['release/**', develop]")])).toBe('develop')
    expect(guessBranch([await pushedTo("['**']")])).toBeUndefined()
  })
})

describe('a written workflow', () => {
  const facts = {
    reference: 'octo/goparity@v1',
    branch: 'main',
    goFile: 'go.mod',
    directory: '.',
    matrix: { os: ['ubuntu-latest'], go: [], exclude: [], include: [], from: null },
  }

  it('takes the Go of go.mod where no version was found', () => {
    expect(workflowText(facts)).toContain('with:\n          go-version-file: go.mod\n      - uses: octo/goparity@v1\n')
  })

  it('names the folder of a project that is not at the top, for both actions', () => {
    const text = workflowText({ ...facts, directory: 'services/api', goFile: 'services/api/go.mod' })
    expect(text.match(/working-directory: services\/api/g)).toHaveLength(2)
    expect(text).toContain('cache-dependency-path: services/api/go.sum')
  })

  it('checks out before an action of the repository itself', () => {
    const text = workflowText({ ...facts, reference: './' })
    expect(text.match(/uses: actions\/checkout@/g)).toHaveLength(2)
    expect(text).toContain('- uses: ./\n')
    expect(text).toContain('- uses: ./report\n')
  })

  it('quotes what YAML would read as something else', () => {
    expect(workflowText({ ...facts, branch: 'on', directory: 'a: b #c' })).toMatch(/branches: \["on"\][\s\S]*working-directory: "a: b #c"/)
  })
})
