import { describe, expect, it } from '@jest/globals'
import type { Repository } from './repositories.js'
import { goMod, placesOf, read } from './repositories.js'

/** `file:line setting=value`, unknown ones with a question mark. */
async function said(files: Repository): Promise<readonly string[]> {
  const { declarations, unreadable } = await read(files)
  expect(unreadable).toStrictEqual([])
  return declarations.map(
    ({ setting, value, known, location }) => `${location.file}:${String(location.line)} ${setting}=${value}${known ? '' : ' ?'}`,
  )
}

const CI = '.github/workflows/ci.yml'

describe('what is declared', () => {
  it('in go.mod and go.work', async () => {
    expect(await said({ 'go.mod': goMod('1.22.0', '\ntoolchain go1.23.1\n'), 'go.work': 'go 1.22.0\n\nuse .\n' })).toStrictEqual([
      'go.mod:3 go=1.22.0',
      'go.mod:5 toolchain=go1.23.1',
      'go.work:1 go=1.22.0',
    ])
  })

  it('in a workflow: env of every scope, matrices with what they include, containers, commands', async () => {
    expect(
      await said({
        [CI]: `on: push
env:
  GOFLAGS: -mod=readonly
  GOPROXY: \${{ vars.PROXY }}
jobs:
  a:
    env: { CGO_ENABLED: '\${{ matrix.cgo }}' }
    strategy:
      matrix:
        go: ['1.21', '1.22']
        cgo: ['0']
        exclude:
          - go: '1.21'
        include:
          - go: '1.23'
            cgo: '1'
    steps:
      - uses: actions/setup-go@v5
        with: { go-version: '\${{ matrix.go }}' }
      - run: |
          # one
          GOEXPERIMENT=loopvar \\
            go test ./...
          export GODEBUG=x
        env:
          GOTOOLCHAIN: local
  b:
    container: golang:1.20-alpine
    steps:
      - uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - run: go vet ./...
  never:
    if: false
    steps:
      - uses: actions/setup-go@v5
        with: { go-version: '1.1' }
`,
      }),
    ).toStrictEqual([
      `${CI}:10 go=1.22`,
      `${CI}:15 go=1.23`,
      `${CI}:3 GOFLAGS=-mod=readonly`,
      `${CI}:4 GOPROXY=\${{ vars.PROXY }} ?`,
      `${CI}:11 CGO_ENABLED=0`,
      `${CI}:16 CGO_ENABLED=1`,
      `${CI}:26 GOTOOLCHAIN=local`,
      `${CI}:22 GOEXPERIMENT=loopvar`,
      `${CI}:28 go=golang:1.20-alpine`,
    ])
  })

  it('in a Dockerfile: arguments, variables, and what commands set', async () => {
    expect(
      await said({
        Dockerfile: `ARG V=1.22
FROM golang:$V AS one
ARG PROXY=https://user:secret@proxy.example
ENV GOPROXY=$PROXY CGO_ENABLED=0
COPY . .
RUN GOFLAGS=-mod=vendor go build -o /a . && \\
    env GOSUMDB=off go build -o /b .
FROM one AS two
RUN ["go", "test", "./..."]
RUN <<EOF
export GOFLAGS=-v
go vet ./...
EOF
`,
      }),
    ).toStrictEqual([
      'Dockerfile:1 go=golang:1.22',
      'Dockerfile:4 GOPROXY=https://***@proxy.example',
      'Dockerfile:4 CGO_ENABLED=0',
      'Dockerfile:6 GOFLAGS=-mod=vendor',
      'Dockerfile:7 GOSUMDB=off',
    ])
  })

  it('in a Makefile: what is exported, and what recipes set', async () => {
    expect(
      await said({
        Makefile: `export CGO_ENABLED ?= 0
GOFLAGS := -trimpath # short
GOPROXY = $(PROXY)
export GOFLAGS GOPROXY
GOSUMDB = off
ifeq ($(X),1)
export GODEBUG = a
endif
build:
\t@CGO_ENABLED=1 go build \\
\t  ./...
`,
      }),
    ).toStrictEqual([
      'Makefile:1 CGO_ENABLED=0',
      'Makefile:2 GOFLAGS=-trimpath',
      'Makefile:3 GOPROXY=several values ?',
      'Makefile:7 GODEBUG=several values ?',
      'Makefile:10 CGO_ENABLED=1',
    ])
  })

  it('in version files, mise and dev containers', async () => {
    expect(
      await said({
        '.go-version': '# ours\n\ngo1.22.1\n',
        '.tool-versions': 'golang 1.22.2 1.21.0 # two\n',
        'mise.toml':
          '[tools]\ngo = ["1.22", "1.21"]\n[tools.node]\nversion = "20"\n[env]\nGOFLAGS = "-v"\nGOPROXY = "{{ env.P }}"\nCGO_ENABLED = 0\n',
        '.devcontainer/devcontainer.json':
          '{"image":"x",\n"features":{"ghcr.io/devcontainers/features/go:1":\n{"version":"1.23"}},\n"remoteEnv":{"GOFLAGS":"${localEnv:F}"}}',
      }),
    ).toStrictEqual([
      '.go-version:3 go=go1.22.1',
      '.tool-versions:1 go=1.22.2',
      'mise.toml:2 go=1.22',
      'mise.toml:6 GOFLAGS=-v',
      'mise.toml:7 GOPROXY={{ env.P }} ?',
      'mise.toml:8 CGO_ENABLED=0',
      '.devcontainer/devcontainer.json:3 go=1.23',
      '.devcontainer/devcontainer.json:4 GOFLAGS=${localEnv:F} ?',
    ])
  })

  it('in .gitlab-ci.yml, with what jobs extend', async () => {
    expect(
      await said({
        '.gitlab-ci.yml': `variables:
  GO: "1.22"
  GOFLAGS: -mod=vendor
.base:
  image: "golang:$GO"
  variables: { CGO_ENABLED: "0" }
test:
  extends: .base
  script:
    - go test ./...
    - - GOSUMDB=off go mod download
`,
      }),
    ).toStrictEqual([
      '.gitlab-ci.yml:2 go=golang:1.22',
      '.gitlab-ci.yml:6 CGO_ENABLED=0',
      '.gitlab-ci.yml:3 GOFLAGS=-mod=vendor',
      '.gitlab-ci.yml:11 GOSUMDB=off',
    ])
  })
})

/** A Dockerfile of golang:1.22-alpine with a module, and what is found in it. */
async function inAlpine(...lines: readonly string[]): Promise<readonly string[]> {
  return placesOf({
    'go.mod': goMod('1.22'),
    Dockerfile: ['FROM golang:1.22-alpine AS build', 'WORKDIR /src', 'COPY . .', ...lines, ''].join('\n'),
  })
}

describe('the shell of an image', () => {
  const MISSING = 'env/image-without-compiler error Dockerfile'

  it.each([
    ['an argument is a variable of RUN', ['ARG CGO_ENABLED=1', 'RUN go build .'], [`${MISSING}:4`]],
    ['ENV goes before an argument', ['ENV CGO_ENABLED=0', 'ARG CGO_ENABLED=1', 'RUN go build .'], []],
    ['what RUN exports ends with it', ['RUN export CGO_ENABLED=1', 'RUN go build .'], []],
    ['and holds inside of it', ['RUN export CGO_ENABLED=1 && go build .'], [`${MISSING}:4`]],
    ['go env -w stays', ['RUN go env -w CGO_ENABLED=1', 'RUN go build .'], [`${MISSING}:4`]],
    ['a compiler that is installed later is too late', ['RUN CGO_ENABLED=1 go build . && apk add gcc'], [`${MISSING}:4`]],
    ['one that is installed before is there', ['RUN apk add gcc musl-dev', 'RUN CGO_ENABLED=1 go build .'], []],
    ['a script may install one', ['RUN ./prepare.sh', 'RUN CGO_ENABLED=1 go build .'], []],
    ['so may another image', ['COPY --from=ziglang /zig /usr/local/zig', 'RUN CGO_ENABLED=1 go build .'], []],
    ['CC names another one', ['ENV CC=/opt/cc CGO_ENABLED=1', 'RUN go build .'], []],
    ['a condition is for a run to tell', ['RUN if [ "$X" ]; then CGO_ENABLED=1 go build .; fi'], []],
    ['a program of another module is none of the repository', ['RUN CGO_ENABLED=1 go install example.com/x@v1'], []],
    ['a repository that is cloned is another one', ['RUN git clone https://example.com/x && cd x && CGO_ENABLED=1 go build .'], []],
    ['another system is built elsewhere', ['RUN GOOS=windows CGO_ENABLED=1 go build .'], []],
    ['-race needs it, too', ['RUN go test -race ./...'], [`${MISSING}:4`]],
    [
      'make, where no Makefile says otherwise',
      ['ENV CGO_ENABLED=1', 'RUN make build'],
      ['env/image-without-compiler warning Dockerfile:4'],
    ],
  ])('%s', async (_what, lines, found) => {
    expect(await inAlpine(...lines)).toStrictEqual(found)
  })

  it('make, where a Makefile says otherwise, is not known', async () => {
    const Dockerfile = 'FROM golang:1.22-alpine\nENV CGO_ENABLED=1\nCOPY . .\nRUN make build\n'
    expect(await placesOf({ 'go.mod': goMod('1.22'), Makefile: 'build:\n\tCGO_ENABLED=0 go build .\n', Dockerfile })).toStrictEqual([])
  })
})

/** What is found where a program goes from one image into another one. */
async function copied(builder: string, build: string, runs: string, more = ''): Promise<readonly string[]> {
  return placesOf({
    'go.mod': goMod('1.18'),
    Dockerfile: `FROM ${builder} AS build\nWORKDIR /src\nCOPY . .\nRUN ${build}\nFROM ${runs}\n${more}COPY --from=build /src/app /app\n`,
  })
}

describe('the C library of an image', () => {
  it.each([
    ['golang:1.22', 'go build -o app .', 'alpine', ['env/image-libc warning Dockerfile:6']],
    ['golang:1.22', 'go build', 'gcr.io/distroless/static', ['env/image-libc warning Dockerfile:6']],
    ['golang:1.19-alpine', 'go build -o app .', 'scratch', ['env/image-libc warning Dockerfile:6']],
    ['golang:1.20-alpine', 'go build -o app .', 'scratch', []],
    ['golang:alpine', 'go build -o app .', 'scratch', []],
    ['golang:1.22', 'go build -o app .', 'debian:bookworm', []],
    ['golang:1.22', 'go build -o app .', 'debian:bullseye', ['env/image-libc warning Dockerfile:6']],
    ['golang:1.22-bullseye', 'go build -o app .', 'debian:bookworm', []],
    ['golang:1.22', 'CGO_ENABLED=1 go build -o app .', 'example.com/base', []],
    ['golang:1.22', 'CGO_ENABLED=1 go build -o other .', 'alpine', []],
    ['golang:1.22', 'CGO_ENABLED=$CGO go build -o app .', 'alpine', []],
    ['golang:1.22', 'GOARCH=arm64 go build -o app .', 'alpine', []],
    ['golang:1.22', 'go build -tags netgo -o app .', 'alpine', []],
    ['golang:1.22', 'go build -ldflags "$LDFLAGS" -o app .', 'alpine', []],
    ['golang:1.22', "CGO_ENABLED=1 go build -ldflags '-extldflags -static' -o app .", 'alpine', []],
  ])('%s, %s, %s', async (builder, build, runs, found) => {
    expect(await copied(builder, build, runs)).toStrictEqual(found)
  })

  it('is what the image brings along', async () => {
    expect(await copied('golang:1.22', 'CGO_ENABLED=1 go build -o app .', 'alpine', 'RUN apk add gcompat\n')).toStrictEqual([])
    expect(
      await copied('golang:1.22', 'CGO_ENABLED=1 go build -o app .', 'scratch', 'COPY --from=build /lib64/ld-linux-x86-64.so.2 /lib64/\n'),
    ).toStrictEqual([])
  })
})

/** What is found of golang:1.21 and a go.mod that asks for 1.22. */
async function inImage(...lines: readonly string[]): Promise<readonly string[]> {
  return placesOf({ 'go.mod': goMod('1.22'), Dockerfile: ['FROM golang:1.21', ...lines, ''].join('\n') })
}

/** A job with Go 1.22 that tests in a folder. */
function steps(folder: string): string {
  return `jobs:
  t:
    steps:
      - uses: actions/setup-go@v6
        with: { go-version: '1.22' }
      - run: go test ./...
        working-directory: ${folder}
`
}

describe('a Go that is too old', () => {
  it.each([
    ['stops', ['COPY . .', 'RUN go build .'], ['env/contradiction error Dockerfile:1']],
    ['likely stops behind make', ['COPY . .', 'RUN make'], ['env/contradiction warning Dockerfile:1']],
    ['fetches another one where it may', ['ENV GOTOOLCHAIN=auto', 'COPY . .', 'RUN go build .'], []],
    ['builds nothing of the repository', ['RUN go install example.com/x@v1.0.0'], []],
    ['has no code to build', ['RUN go build .'], []],
    ['builds what it is given by a mount', ['RUN --mount=type=bind,target=. go build .'], ['env/contradiction error Dockerfile:1']],
    ['makes a module of its own', ['COPY . .', 'RUN go mod init x && go build .'], []],
  ])('%s', async (_what, lines, found) => {
    expect(await inImage(...lines)).toStrictEqual(found)
  })

  it.each([
    ['actions/setup-go@v5', 'note'],
    ['actions/setup-go@0123456789012345678901234567890123456789', ''],
    ['actions/setup-go@v6', 'error'],
    ['actions/setup-go@v7.0.0', 'error'],
    ['actions/setup-go@0123456789012345678901234567890123456789 # v6.1.0', 'error'],
  ])('with %s', async (action, severity) => {
    const job = `on: push
jobs:
  t:
    runs-on: ubuntu-latest
    steps:
      - uses: ${action}
        with:
          go-version: 1.21.x
      - run: go test ./...
`
    expect(await placesOf({ 'go.mod': goMod('1.22'), [CI]: job })).toStrictEqual(
      severity === '' ? [] : [`env/contradiction ${severity} ${CI}:8`],
    )
    expect(
      await placesOf({ 'go.mod': goMod('1.22'), [CI]: job.replace('    steps:', '    continue-on-error: true\n    steps:') }),
    ).toStrictEqual([])
    expect(
      await placesOf({ 'go.mod': goMod('1.22'), 'tools/go.mod': goMod('1.20'), [CI]: job.replace('go test', 'cd tools && go test') }),
    ).toStrictEqual([])
  })

  it('is held against the module that a command runs in', async () => {
    const modules = { 'a/go.mod': goMod('1.23'), 'b/go.mod': goMod('1.22') }
    expect(await placesOf({ ...modules, [CI]: steps('a') })).toStrictEqual([`env/contradiction error ${CI}:5`])
    expect(await placesOf({ ...modules, [CI]: steps('b') })).toStrictEqual([])
    expect(await placesOf({ ...modules, [CI]: steps('${{ github.workspace }}') })).toStrictEqual([])
  })
})

/** The machine of a person. */
function local(go: string): Parameters<typeof placesOf>[1] {
  return [{ name: 'local:me', job: null, go, settings: {} }]
}

describe('what was measured', () => {
  const files = {
    'go.mod': goMod('1.21'),
    '.go-version': '1.22.3\n',
    [CI]: `on: push
jobs:
  t:
    env:
      CGO_ENABLED: '0'
    strategy:
      matrix:
        go: ['1.22', '1.23.4']
    steps:
      - uses: actions/setup-go@v6
        with: { go-version: '\${{ matrix.go }}' }
      - run: go test ./...
`,
  }
  const leg = (go: string, running: string, cgo = '0'): Parameters<typeof placesOf>[1] => [
    { name: 't', job: { workflow: CI, id: 't', matrix: { go } }, go: running, settings: { CGO_ENABLED: cgo } },
  ]

  it.each([
    ['1.22', 'go1.22.9', '0', []],
    ['1.22', 'go1.23.4', '0', [`env/contradiction warning ${CI}:8`]],
    ['1.23.4', 'go1.23.4', '0', []],
    ['1.23.4', 'go1.23.5', '0', [`env/contradiction warning ${CI}:8`]],
    ['1.22', 'go1.22.9', '1', [`env/contradiction warning ${CI}:5`]],
    ['tip', 'go1.30', '0', []],
  ])('go: %s, running %s, CGO_ENABLED=%s', async (go, running, cgo, found) => {
    expect(await placesOf(files, leg(go, running, cgo))).toStrictEqual(found)
  })

  it('on a machine of a person is a note, and what go.mod makes of it is none', async () => {
    expect(await placesOf(files, local('go1.26.1'))).toStrictEqual(['env/contradiction note .go-version:1'])
    expect(await placesOf(files, local('go1.22.9'))).toStrictEqual([])
    expect(await placesOf({ ...files, 'go.mod': goMod('1.26'), [CI]: '' }, local('go1.26.1'))).toStrictEqual([])
  })
})
