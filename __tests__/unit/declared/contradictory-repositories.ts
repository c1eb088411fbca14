import { goMod, workflow, type Repository } from './repositories.js'

/** A repository that contradicts itself, and where: `rule severity file:line`. */
export interface Contradictory {
  readonly name: string
  readonly files: Repository
  readonly found: readonly string[]
}

const CI = '.github/workflows/ci.yml'

/** Two stages: Go builds in the first, the second one is what runs. */
function stages(builder: string, build: string, runs: string, before = ''): string {
  return `FROM ${builder} AS build
WORKDIR /src
COPY . .
${before}RUN ${build}

FROM ${runs}
COPY --from=build /out/app /app
ENTRYPOINT ["/app"]
`
}

export const CONTRADICTORY: readonly Contradictory[] = [
  {
    name: 'an image is older than go.mod asks for',
    files: {
      'go.mod': goMod('1.24.0'),
      [CI]: workflow("'1.24'"),
      Dockerfile: `FROM golang:1.22-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /out/app .

FROM scratch
COPY --from=build /out/app /app
`,
    },
    found: ['env/contradiction error Dockerfile:1'],
  },
  {
    name: 'the version of the image is an argument with a default',
    files: {
      'go.mod': goMod('1.23'),
      Dockerfile: `# syntax=docker/dockerfile:1
ARG GO_VERSION=1.22.4
ARG ALPINE_VERSION=3.20

FROM --platform=$BUILDPLATFORM golang:\${GO_VERSION}-alpine\${ALPINE_VERSION} AS build
WORKDIR /src
COPY . .
ARG TARGETOS TARGETARCH
RUN --mount=type=cache,target=/root/.cache \\
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \\
    go build -o /out/app .
`,
    },
    found: ['env/contradiction error Dockerfile:2'],
  },
  {
    name: 'setup-go from its sixth version on keeps the Go that it installs',
    files: {
      'go.mod': goMod('1.23.4'),
      [CI]: `on: push
jobs:
  test:
    runs-on: \${{ matrix.os }}
    strategy:
      matrix:
        os: [ubuntu-latest, macos-latest]
        go:
          - '1.23.x'
          - '1.22.x'
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@44694675825211faa026b3c33043df3e48a5fa00 # v6.0.0
        with:
          go-version: \${{ matrix.go }}
      - run: go test ./...
`,
    },
    found: [`env/contradiction error ${CI}:10`],
  },
  {
    name: 'GOTOOLCHAIN=local in a workflow, and a Go that is too old',
    files: {
      'go.mod': goMod('1.22.5'),
      [CI]: `on: push
env:
  GOTOOLCHAIN: local
  GO_VERSION: 1.22.2
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version: \${{ env.GO_VERSION }}
      - run: |
          cd .
          go vet ./...
`,
    },
    found: [`env/contradiction error ${CI}:4`],
  },
  {
    name: 'no job of CI has the Go of the image',
    files: {
      'go.mod': goMod('1.21'),
      [CI]: workflow("'1.23'"),
      'build/package/Dockerfile': `FROM golang:1.21-bookworm AS build
COPY . /src
RUN cd /src && CGO_ENABLED=0 go build -o /out/app ./cmd/app
FROM gcr.io/distroless/static-debian12
COPY --from=build /out/app /app
`,
    },
    found: ['env/contradiction warning build/package/Dockerfile:1'],
  },
  {
    name: 'dev container, mise and .tool-versions each have another Go than CI',
    files: {
      'go.mod': goMod('1.20'),
      [CI]: workflow("'1.22'"),
      '.devcontainer/devcontainer.json': `{
  // For everybody.
  "name": "app",
  "image": "mcr.microsoft.com/devcontainers/go:1-1.21-bookworm",
  "postCreateCommand": "go mod download",
}
`,
      'mise.toml': `[tools]
node = "20"
go = "1.23.1"

[env]
CGO_ENABLED = "0"
`,
      '.tool-versions': '# tools\nnodejs 20.1.0\ngolang 1.20.14\n',
    },
    found: [
      'env/contradiction warning .devcontainer/devcontainer.json:4',
      'env/contradiction warning .tool-versions:3',
      'env/contradiction warning mise.toml:3',
    ],
  },
  {
    name: 'a feature of the dev container, without CI',
    files: {
      'go.mod': goMod('1.22'),
      '.go-version': '1.22.3\n',
      '.devcontainer.json': `{
  "image": "mcr.microsoft.com/devcontainers/base:ubuntu",
  "features": {
    "ghcr.io/devcontainers/features/go:1": {
      "version": "1.24"
    }
  }
}
`,
    },
    found: ['env/contradiction warning .devcontainer.json:5'],
  },
  {
    name: 'two tools of one machine get another Go each',
    files: {
      'go.mod': goMod('1.22'),
      [CI]: `on: push
jobs:
  test:
    strategy:
      matrix:
        go-version: ['1.22', '1.23']
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with: { go-version: '\${{ matrix.go-version }}' }
      - run: go test ./...
`,
      '.go-version': '1.23.2\n',
      '.tool-versions': 'golang 1.22.9\n',
    },
    found: ['env/contradiction warning .go-version:1'],
  },
  {
    name: 'a workspace is older than one of its modules',
    files: {
      'go.work': 'go 1.22.0\n\nuse (\n\t./api\n\t./worker\n)\n',
      'api/go.mod': 'module example.com/api\n\ngo 1.22.0\n',
      'worker/go.mod': 'module example.com/worker\n\ngo 1.23.1\n',
    },
    found: ['env/contradiction error go.work:1'],
  },
  {
    name: 'GOTOOLCHAIN names one old release',
    files: {
      'go.mod': goMod('1.24.1'),
      Dockerfile: `FROM golang:1.24 AS build
ENV GOTOOLCHAIN=go1.23.4 \\
    CGO_ENABLED=0
WORKDIR /src
COPY . .
RUN go build -o /out/app .
`,
    },
    found: ['env/contradiction error Dockerfile:2'],
  },
  {
    name: 'cgo in an alpine image without a compiler',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: stages(
        'golang:1.22-alpine',
        'CGO_ENABLED=1 go build -o /out/app .',
        'alpine:3.20',
        'RUN apk add --no-cache git ca-certificates\n',
      ),
    },
    found: ['env/image-without-compiler error Dockerfile:5'],
  },
  {
    name: 'cgo by ENV, the build in a continued command with comments',
    files: {
      'go.mod': goMod('1.22'),
      'docker/app.Dockerfile': `FROM golang:1.22-alpine3.20
ENV CGO_ENABLED=1
WORKDIR /src
COPY . .
RUN apk add --no-cache \\
      # for modules
      git \\

      openssh-client && \\
    go build -o /app ./cmd/app
`,
    },
    found: ['env/image-without-compiler error docker/app.Dockerfile:2'],
  },
  {
    name: 'the race detector in an alpine job',
    files: {
      'go.mod': goMod('1.22'),
      '.gitlab-ci.yml': `default:
  image: golang:1.22-alpine
stages: [test]
unit:
  stage: test
  before_script:
    - apk add --no-cache git
  script:
    - go vet ./...
    - go test -race ./...
`,
    },
    found: ['env/image-without-compiler error .gitlab-ci.yml:10'],
  },
  {
    name: 'a program of Debian with cgo goes into alpine',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: stages('golang:1.22-bookworm', 'CGO_ENABLED=1 go build -o /out/app .', 'alpine:3.20'),
    },
    found: ['env/image-libc error Dockerfile:7'],
  },
  {
    name: 'nothing turns cgo off, and the image that runs is empty',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: stages('golang:1.22', 'go build -ldflags="-s -w" -o /out/ ./cmd/...', 'scratch'),
    },
    found: ['env/image-libc warning Dockerfile:7'],
  },
  {
    name: 'a program of alpine with cgo goes into Debian',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: stages(
        'golang:1.22-alpine',
        'CGO_ENABLED=1 go build -o /out/app .',
        'debian:bookworm-slim',
        'RUN apk add --no-cache build-base\n',
      ),
    },
    found: ['env/image-libc error Dockerfile:8'],
  },
  {
    name: 'a program of bookworm goes into bullseye',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: stages('golang:1.22-bookworm', 'CGO_ENABLED=1 go build -o /out/app .', 'debian:bullseye-slim'),
    },
    found: ['env/image-libc error Dockerfile:7'],
  },
  {
    name: 'the checksum database is off in the image only',
    files: {
      'go.mod': goMod('1.22'),
      [CI]: workflow("'1.22'"),
      Dockerfile: `FROM golang:1.22-alpine AS build
ENV CGO_ENABLED=0
ENV GOPROXY=https://goproxy.example,direct \\
    GOSUMDB=off
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /out/app .
FROM scratch
COPY --from=build /out/app /app
`,
    },
    found: ['env/contradiction warning Dockerfile:4'],
  },
  {
    name: 'one job rewrites go.mod, the other one checks it',
    files: {
      'go.mod': goMod('1.22'),
      [CI]: `on: push
jobs:
  unit:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - run: go test ./...
  integration:
    runs-on: ubuntu-latest
    env:
      GOFLAGS: -mod=mod -count=1
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - run: go test -tags integration ./...
`,
    },
    found: [`env/contradiction warning ${CI}:14`],
  },
  {
    name: 'CI builds without cgo, the image with it',
    files: {
      'go.mod': goMod('1.22'),
      [CI]: workflow("'1.22'", 'CGO_ENABLED=0 go build ./...'),
      Dockerfile: `FROM golang:1.22-bookworm AS build
COPY . /src
WORKDIR /src
RUN CGO_ENABLED=1 go build -o /out/app .
FROM debian:bookworm-slim
COPY --from=build /out/app /app
`,
    },
    found: ['env/contradiction note Dockerfile:4'],
  },
  {
    name: 'a job has a Go that cannot even read go.mod',
    files: {
      'go.mod': goMod('1.25.0'),
      [CI]: `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v3
      - uses: actions/checkout@v3
        with:
          repository: example/clib
          path: ./clib
      - uses: actions/setup-go@v3
        with:
          go-version: '=1.14'
      - run: |
          cd clib
          ./configure && make
      - run: |
          cd client
          go build ./...
`,
    },
    found: ['env/contradiction error .github/workflows/ci.yml:13'],
  },
  {
    name: 'a job has a Go that does not know the toolchain line',
    files: {
      'go.mod': goMod('1.21', '\ntoolchain go1.21.4\n'),
      [CI]: workflow("'1.20'", 'go test ./...', 'actions/setup-go@v4'),
    },
    found: ['env/contradiction error .github/workflows/ci.yml:9'],
  },
  {
    name: 'a job sets up a Go that hands over to a newer one',
    files: {
      'go.mod': goMod('1.25.0'),
      [CI]: workflow("'1.25'"),
      '.github/workflows/release.yml': workflow("'1.22'", 'go build ./cmd/app'),
    },
    found: ['env/contradiction note .github/workflows/release.yml:9'],
  },
  {
    name: 'a matrix names releases that never run',
    files: {
      'go.mod': goMod('1.23.0'),
      [CI]: `on: push
jobs:
  test:
    strategy:
      matrix:
        go: ['1.21', '1.22', '1.23']
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { ref: '\${{ github.event.pull_request.head.sha || github.sha }}' }
      - uses: actions/setup-go@v5
        with: { go-version: '\${{ matrix.go }}' }
      - run: go test ./...
`,
    },
    found: ['env/contradiction note .github/workflows/ci.yml:6'],
  },
  {
    name: 'the Go of an older image is copied into another one',
    files: {
      'go.mod': goMod('1.26.0'),
      [CI]: workflow("'1.26'"),
      'dev/Dockerfile': `FROM node:22
COPY --from=golang:1.24.1 /usr/local/go/ /usr/local/go/
ENV PATH=/usr/local/go/bin:$PATH
WORKDIR /app
COPY . .
RUN go build ./...
`,
    },
    found: ['env/contradiction note dev/Dockerfile:2'],
  },
  {
    name: 'an input of a workflow is left at its default, which an image does not follow',
    files: {
      'go.mod': goMod('1.23.0'),
      '.github/workflows/nightly.yml': 'on: push\njobs:\n  test:\n    uses: ./.github/workflows/tests.yml\n',
      '.github/workflows/tests.yml': `on:
  workflow_call:
    inputs:
      go: { type: string, default: '1.24' }
jobs:
  linux:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v6
        with: { go-version: '\${{ inputs.go }}' }
      - run: go test ./...
`,
      Dockerfile: 'FROM golang:1.23\nCOPY . .\nRUN go build ./...\n',
    },
    found: ['env/contradiction warning Dockerfile:1'],
  },
  {
    name: 'an image in a folder of its own builds packages of the repository',
    files: {
      'go.mod': goMod('1.24.0'),
      'services/hello/Dockerfile': 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build ./cmd/hello\n',
      'docker/Dockerfile': 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build .\n',
    },
    found: ['env/contradiction error docker/Dockerfile:1', 'env/contradiction error services/hello/Dockerfile:1'],
  },
]
