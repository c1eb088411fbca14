import { goMod, workflow, type Repository } from './repositories.js'

/** A repository, in the manner of well-known ones, that says the same everywhere. */
export interface Consistent {
  readonly name: string
  readonly files: Repository
}

const CI = '.github/workflows/ci.yml'

export const CONSISTENT: readonly Consistent[] = [
  {
    name: 'a command with a matrix of three releases, released by GoReleaser into an empty image',
    files: {
      'go.mod': goMod('1.21'),
      [CI]: `name: ci
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    strategy:
      fail-fast: false
      matrix:
        os: [ubuntu-latest, windows-latest, macos-latest]
        go: ['1.21', '1.22', stable]
    runs-on: \${{ matrix.os }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version: \${{ matrix.go }}
          check-latest: true
      - run: go test -race -coverprofile=coverage.txt ./...
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with: { go-version: stable }
      - uses: golangci/golangci-lint-action@v6
`,
      '.github/workflows/release.yml': `on:
  push:
    tags: ['v*']
jobs:
  goreleaser:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - uses: goreleaser/goreleaser-action@v6
        with:
          args: release --clean
`,
      '.goreleaser.yaml': 'version: 2\nbuilds:\n  - env: [CGO_ENABLED=0]\n    goos: [linux, darwin, windows]\n',
      Dockerfile: 'FROM scratch\nCOPY tool /usr/bin/tool\nENTRYPOINT ["/usr/bin/tool"]\n',
      Makefile: 'GOFLAGS ?=\nbuild:\n\tCGO_ENABLED=0 go build $(GOFLAGS) -o bin/tool .\ntest:\n\tgo test -race ./...\n',
    },
  },
  {
    name: 'an operator of kubebuilder',
    files: {
      'go.mod': goMod('1.23.0', '\ngodebug default=go1.23\n'),
      Dockerfile: `# Build the manager binary
FROM docker.io/golang:1.23 AS builder
ARG TARGETOS
ARG TARGETARCH

WORKDIR /workspace
# Copy the Go Modules manifests
COPY go.mod go.mod
COPY go.sum go.sum
# cache deps before building and copying source
RUN go mod download

COPY cmd/main.go cmd/main.go
COPY api/ api/
COPY internal/ internal/

# the GOARCH has no default value to allow the binary to be built according to the host
RUN CGO_ENABLED=0 GOOS=\${TARGETOS:-linux} GOARCH=\${TARGETARCH} go build -a -o manager cmd/main.go

# Use distroless as minimal base image to package the manager binary
FROM gcr.io/distroless/static:nonroot
WORKDIR /
COPY --from=builder /workspace/manager .
USER 65532:65532
ENTRYPOINT ["/manager"]
`,
      '.devcontainer/devcontainer.json': `{
  "name": "Kubebuilder DevContainer",
  "image": "docker.io/golang:1.23",
  "features": {
    "ghcr.io/devcontainers/features/docker-in-docker:2": {},
    "ghcr.io/devcontainers/features/git:1": {}
  },
  "runArgs": ["--network=host"],
  "onCreateCommand": "bash .devcontainer/post-install.sh"
}
`,
      '.github/workflows/test.yml': `name: Tests
on: [push, pull_request]
jobs:
  test:
    name: Run on Ubuntu
    runs-on: ubuntu-latest
    steps:
      - name: Clone the code
        uses: actions/checkout@v4
      - name: Setup Go
        uses: actions/setup-go@v5
        with:
          go-version-file: go.mod
      - name: Running Tests
        run: |
          go mod tidy
          make test
`,
      Makefile: `# Setting SHELL to bash allows bash commands to be executed by recipes.
SHELL = /usr/bin/env bash -o pipefail
.PHONY: test
test: manifests generate fmt vet
\tKUBEBUILDER_ASSETS="$(shell $(ENVTEST) use)" go test $$(go list ./... | grep -v /e2e) -coverprofile cover.out
build: manifests generate
\tgo build -o bin/manager cmd/main.go
$(LOCALBIN):
\tGOBIN=$(LOCALBIN) go install sigs.k8s.io/kustomize/kustomize/v5@v5.4.3
`,
    },
  },
  {
    name: 'several stages of alpine without cgo',
    files: {
      'go.mod': goMod('1.22.3', '\ntoolchain go1.22.5\n'),
      [CI]: workflow('1.22.x'),
      Dockerfile: `# syntax=docker/dockerfile:1.7
ARG GO_VERSION=1.22
FROM --platform=$BUILDPLATFORM golang:\${GO_VERSION}-alpine AS base
WORKDIR /src
ENV CGO_ENABLED=0
RUN apk add --no-cache file git
FROM base AS deps
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
FROM deps AS build
ARG TARGETOS
ARG TARGETARCH
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/root/.cache \\
    GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -o /out/server ./cmd/server

FROM deps AS test
COPY . .
RUN go test ./...

FROM alpine:3.20
RUN apk add --no-cache ca-certificates tzdata
COPY --from=build /out/server /usr/local/bin/
CMD ["server"]
`,
    },
  },
  {
    name: 'cgo in alpine with build-base, and alpine that runs it',
    files: {
      'go.mod': goMod('1.22'),
      [CI]: workflow("'1.22'", 'go test -race ./...'),
      Dockerfile: `FROM golang:1.22-alpine3.20 AS builder
RUN apk update && apk add --no-cache --virtual .build-deps build-base=0.5-r3 sqlite-dev
WORKDIR /app
COPY . .
ENV CGO_ENABLED=1
RUN go build -tags sqlite_omit_load_extension -o /app/notes .

FROM alpine:3.20
RUN apk add --no-cache sqlite-libs
COPY --from=builder /app/notes /usr/bin/notes
`,
    },
  },
  {
    name: 'cgo in Debian, linked statically for musl or for an empty image',
    files: {
      'go.mod': goMod('1.22'),
      'Dockerfile.static': `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=1 go build -tags netgo,osusergo -ldflags '-linkmode external -extldflags "-static"' -o /bin/app .
FROM scratch
COPY --from=build /bin/app /app
`,
      'Dockerfile.musl': `FROM golang:1.22-bookworm AS build
RUN apt-get update && apt-get install -y musl-tools
ENV CC=musl-gcc CGO_ENABLED=1
WORKDIR /src
COPY . .
RUN go build --ldflags '-linkmode=external -extldflags=-static' -o /bin/app .
FROM alpine
COPY --from=build /bin/app /app
`,
    },
  },
  {
    name: 'several modules and services in one repository, with a workspace',
    files: {
      'go.work': 'go 1.23.2\n\nuse (\n\t./libs/log\n\t./services/api\n\t./services/worker\n)\n',
      'libs/log/go.mod': 'module example.com/log\n\ngo 1.21\n',
      'services/api/go.mod': 'module example.com/api\n\ngo 1.23.2\n',
      'services/worker/go.mod': 'module example.com/worker\n\ngo 1.22.0\n',
      'tools/go.mod': 'module example.com/tools\n\ngo 1.24\n',
      'services/api/Dockerfile': `FROM golang:1.23-alpine AS build
WORKDIR /src
COPY go.work ./
COPY . .
RUN CGO_ENABLED=0 go build -o /api ./services/api
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /api /api
`,
      'services/worker/Dockerfile': `FROM golang:1.22-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /worker .
FROM scratch
COPY --from=build /worker /worker
`,
      [CI]: `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        module: [libs/log, services/api, services/worker]
    defaults:
      run:
        working-directory: \${{ matrix.module }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v6
        with:
          go-version-file: \${{ matrix.module }}/go.mod
      - run: go vet ./... && go test ./...
`,
    },
  },
  {
    name: 'dev container, mise, .tool-versions and .go-version agree in the line of releases',
    files: {
      'go.mod': goMod('1.22'),
      'mise.toml':
        '[tools]\ngo = "1.22"\nnode = "lts"\n[env]\nGOPRIVATE = "git.example.com"\n_.path = ["./bin"]\n[tasks.build]\nrun = "go build ./..."\n',
      '.tool-versions': 'golang 1.22.5\n',
      '.go-version': '1.22.4\n',
      '.devcontainer/devcontainer.json': `{
  "build": { "dockerfile": "Dockerfile", "args": { "VARIANT": "1.22-bookworm" } },
  "containerEnv": { "GOFLAGS": "-buildvcs=false", "TOKEN": "\${localEnv:TOKEN}" },
  /* trailing commas are fine */
  "forwardPorts": [8080,],
}
`,
      '.devcontainer/Dockerfile': `ARG VARIANT=1.19-bullseye
FROM mcr.microsoft.com/devcontainers/go:1-\${VARIANT}
RUN go install github.com/air-verse/air@v1.52.3
`,
      [CI]: `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version-file: .go-version
      - run: go test ./...
`,
    },
  },
  {
    name: 'GitLab with hidden jobs, a matrix and images by variable',
    files: {
      'go.mod': goMod('1.21'),
      '.gitlab-ci.yml': `variables:
  GO_VERSION: "1.22"
  GOPATH: $CI_PROJECT_DIR/.go
default:
  image: golang:\${GO_VERSION}-alpine
stages: [test, build]
.go-cache:
  cache:
    paths: [.go/pkg/mod/]
unit:
  extends: .go-cache
  stage: test
  script:
    - go vet ./...
    - go test ./...
race:
  extends: .go-cache
  stage: test
  image: golang:$GO_VERSION
  script:
    - go test -race ./...
race-alpine:
  stage: test
  before_script:
    - apk add --no-cache gcc musl-dev
  script:
    - CGO_ENABLED=1 go test -race ./...
compat:
  stage: test
  image: golang:$VERSION
  parallel:
    matrix:
      - VERSION: ["1.21", "1.22", "1.23"]
  script: go test ./...
build:
  stage: build
  variables:
    CGO_ENABLED: "0"
  script: go build -o app .
`,
      Dockerfile: 'FROM golang:1.22-alpine AS b\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\nFROM scratch\nCOPY --from=b /app /app\n',
    },
  },
  {
    name: 'Bazel with gazelle beside go.mod',
    files: {
      'go.mod': goMod('1.22.0'),
      'MODULE.bazel':
        'bazel_dep(name = "rules_go", version = "0.48.0")\ngo_sdk = use_extension("@rules_go//go:extensions.bzl", "go_sdk")\ngo_sdk.download(version = "1.23.1")\n',
      '.github/workflows/bazel.yml': `on: push
jobs:
  bazel:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: bazel-contrib/setup-bazel@0.9.0
      - run: bazel test //...
`,
      [CI]: workflow("'1.22'"),
      'images/tool.Dockerfile': 'FROM golang:1.23 AS b\nWORKDIR /w\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /tool ./cmd/tool\n',
    },
  },
  {
    name: 'expressions that only a run can tell',
    files: {
      'go.mod': goMod('1.24'),
      [CI]: `on:
  workflow_dispatch:
    inputs:
      go: { default: '1.20' }
env:
  GOFLAGS: \${{ vars.GOFLAGS }}
  CGO_ENABLED: \${{ matrix.cgo }}
jobs:
  versions:
    runs-on: ubuntu-latest
    outputs:
      go: \${{ steps.go.outputs.versions }}
    steps:
      - id: go
        run: echo "versions=['1.23','1.24']" >> "$GITHUB_OUTPUT"
  test:
    needs: versions
    runs-on: ubuntu-latest
    strategy:
      matrix:
        go: \${{ fromJSON(needs.versions.outputs.go) }}
        cgo: ['0', '1']
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ matrix.go }}
      - run: go test ./...
  asked:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ inputs.go || vars.GO_VERSION }}
      - run: go test ./...
`,
      Dockerfile: `ARG BASE
ARG GO_VERSION=1.21
FROM \${BASE:-golang:$GO_VERSION} AS build
ARG CGO=1
COPY . .
RUN CGO_ENABLED=$CGO go build -o /app .
FROM scratch
COPY --from=build /app /app
`,
      Makefile: 'image:\n\tdocker build --build-arg GO_VERSION=$(shell cat .version) --build-arg "CGO=0" .\n',
    },
  },
  {
    name: 'tools, examples and documents with Go of their own',
    files: {
      'go.mod': goMod('1.23'),
      [CI]: workflow("'1.23'"),
      'examples/hello/go.mod': 'module example.com/hello\n\ngo 1.18\n',
      'examples/hello/Dockerfile': 'FROM golang:1.18-alpine\nCOPY . .\nRUN go build -o /hello .\n',
      'docs/Dockerfile':
        'FROM golang:1.20 AS hugo\nRUN go install github.com/gohugoio/hugo@v0.120.0\nFROM nginx:alpine\nCOPY --from=hugo /go/bin/hugo /usr/bin/hugo\n',
      'hack/lint.Dockerfile': 'FROM golang:1.21-alpine AS tools\nRUN go install honnef.co/go/tools/cmd/staticcheck@2023.1\n',
      'test/upstream/Dockerfile':
        'FROM golang:1.19 AS other\nRUN git clone https://github.com/example/other /other && cd /other && go build -o /bin/other .\nFROM debian\nCOPY --from=other /bin/other /bin/other\n',
      'vendor/example.com/dep/Dockerfile': 'FROM golang:1.11\nCOPY . .\nRUN go build .\n',
      'internal/testdata/go.mod': 'module bad\n\ngo 1.99\n',
    },
  },
  {
    name: 'an image that fetches the Go that go.mod asks for, on purpose',
    files: {
      'go.mod': goMod('1.25.1'),
      [CI]: workflow("'1.25'"),
      Dockerfile: `FROM golang:1.23 AS build
ENV GOTOOLCHAIN=auto CGO_ENABLED=0
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      'other.Dockerfile': `FROM golang:1.25 AS build
WORKDIR /src
COPY . .
RUN GOTOOLCHAIN=go1.25.3 CGO_ENABLED=0 go build -o /app .
`,
    },
  },
  {
    name: 'CI on the newest Go, an old go line, and another CI that tests with the Go of the image',
    files: {
      'go.mod': goMod('1.16'),
      [CI]: workflow('1.24.x'),
      '.circleci/config.yml':
        'version: 2.1\njobs:\n  test:\n    docker:\n      - image: cimg/go:1.22\n    steps:\n      - checkout\n      - run: go test ./...\n',
      Dockerfile: 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build -o /usr/bin/app .\nCMD ["app"]\n',
    },
  },
  {
    name: 'an action of the repository sets up Go for all',
    files: {
      'go.mod': goMod('1.24'),
      '.github/actions/setup/action.yml': `name: setup
inputs:
  go-version:
    default: ''
runs:
  using: composite
  steps:
    - uses: actions/setup-go@v6
      with:
        go-version: \${{ inputs.go-version }}
        go-version-file: go.mod
    - run: go mod download
      shell: bash
`,
      [CI]: `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        go: ['1.24', '1.25']
    steps:
      - uses: actions/checkout@v4
      - uses: ./.github/actions/setup
        with:
          go-version: \${{ matrix.go }}
      - run: go test ./...
`,
      Dockerfile: 'FROM golang:1.25-alpine AS b\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\n',
    },
  },
  {
    name: 'cross-compiling with xx, and private modules that are named',
    files: {
      'go.mod': goMod('1.22'),
      [CI]: `on: push
env:
  GOPRIVATE: git.example.com/team
jobs:
  test:
    runs-on: ubuntu-latest
    container: golang:1.22-alpine
    steps:
      - uses: actions/checkout@v4
      - run: apk add --no-cache bash git
      - run: go test ./...
  update:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with: { go-version: '1.22' }
      - run: GOFLAGS=-mod=mod go get -u ./... && go mod tidy
`,
      Dockerfile: `FROM --platform=$BUILDPLATFORM tonistiigi/xx AS xx
FROM --platform=$BUILDPLATFORM golang:1.22-alpine AS build
COPY --from=xx / /
ARG TARGETPLATFORM
RUN apk add clang lld && xx-apk add musl-dev gcc
ENV CGO_ENABLED=1
WORKDIR /src
COPY . .
RUN xx-go build -o /app . && xx-verify /app
FROM alpine
COPY --from=build /app /app
`,
    },
  },
  {
    name: 'distroless with a C library for a program with cgo',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: `FROM golang:1.22-bookworm AS build
WORKDIR /go/src/app
COPY . .
RUN go mod download
RUN go vet -v
RUN go test -v
RUN go build -o /go/bin/app
FROM gcr.io/distroless/base-debian12
COPY --from=build /go/bin/app /
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
CMD ["/app"]
`,
    },
  },
  {
    name: 'alpine without a compiler, where Go itself turns cgo off',
    files: {
      'go.mod': goMod('1.22'),
      Dockerfile: `FROM golang:1.22-alpine
WORKDIR /usr/src/app
COPY go.mod go.sum ./
RUN go mod download && go mod verify
COPY . .
RUN go build -v -o /usr/local/bin/app ./...

FROM scratch
COPY --from=0 /usr/local/bin/app /app
COPY --from=0 /usr/src/app/static /static
`,
    },
  },
  {
    name: 'a helper of tests copies one file and no go.mod',
    files: {
      'go.mod': goMod('1.24.0'),
      [CI]: workflow("'1.24'"),
      'tests/apps/echo/Dockerfile': `FROM golang:1.22 AS build
WORKDIR /src
COPY main.go .
RUN go build -o echo .

FROM debian:bookworm-slim
COPY --from=build /src/echo /
`,
    },
  },
  {
    name: 'an image in a folder of its own builds what lies beside it',
    files: {
      'go.mod': goMod('1.24.0'),
      'apps/hello/Dockerfile': 'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN go build -o hello main.go\n',
    },
  },
  {
    name: 'an image of a test that is started nowhere else',
    files: {
      'go.mod': goMod('1.24.0'),
      [CI]: workflow("'1.24'"),
      'pkg/scan/test-fixtures/binary/Dockerfile': `FROM golang:1.22 AS build
WORKDIR /app
COPY app.go go.mod ./
RUN go build -o prog .

FROM scratch
COPY --from=build /app/prog /
`,
      'pkg/scan/test-fixtures/binary/go.mod': goMod('1.20'),
      'test/e2e/server/Dockerfile': 'FROM golang:1.23-alpine\nCOPY . /src\nRUN cd /src && go build -o /server .\n',
      'test/e2e/server/go.mod': goMod('1.20'),
      'test/e2e/.go-version': '1.21.3\n',
    },
  },
  {
    name: 'nightly jobs test older branches with older releases',
    files: {
      'go.mod': goMod('1.25.0'),
      '.github/workflows/nightly.yml': `on:
  schedule: [{ cron: '0 3 * * *' }]
jobs:
  old:
    uses: ./.github/workflows/tests.yml
    with: { go_version: '1.23', sha: release-2 }
  new:
    uses: ./.github/workflows/tests.yml
    with: { sha: main }
`,
      '.github/workflows/tests.yml': `on:
  workflow_call:
    inputs:
      sha: { type: string }
      go_version: { type: string, default: '1.25' }
jobs:
  linux:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ inputs.sha || github.sha }}
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ inputs.go_version }}
      - run: go test ./...
`,
    },
  },
  {
    name: 'another version of the code is checked out to be compared',
    files: {
      'go.mod': goMod('1.25.0'),
      [CI]: `on: pull_request
jobs:
  api:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v6
        with: { go-version: '1.24' }
      - run: |
          git checkout v2.3.0
          go build ./...
  other:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/checkout@v4
        with: { repository: example/library, path: library }
      - uses: actions/setup-go@v6
        with: { go-version: '1.24' }
      - run: cd library && go test ./...
      - run: go vet ./...
        working-directory: ./library/cmd
      - run: cd "$PLACE" && go vet ./...
`,
    },
  },
  {
    name: 'a matrix with a release before 1.21 on a go.mod that it can read',
    files: { 'go.mod': goMod('1.21'), [CI]: workflow("'1.20'", 'go test ./...', 'actions/setup-go@v4') },
  },
  {
    name: 'the Go of an image is copied into another one',
    files: {
      'go.mod': goMod('1.24.0'),
      [CI]: workflow("'1.24'"),
      'dev/Dockerfile': `FROM golang:1.24 AS go

FROM node:22
COPY --from=go /usr/local/go /usr/local/go
ENV PATH=/usr/local/go/bin:$PATH
WORKDIR /app
COPY . .
RUN go build ./...
`,
    },
  },
]
