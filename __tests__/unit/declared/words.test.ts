import { describe, expect, it } from '@jest/globals'
import { findBuildArguments, findMentionedLines } from '../../../src/declared/build-arguments.js'
import { isDeclaring } from '../../../src/declared/index.js'
import { readImage } from '../../../src/declared/image.js'
import { bringsCompiler } from '../../../src/declared/install.js'
import { joinPath } from '../../../src/declared/paths.js'
import { isTold } from '../../../src/declared/settings.js'
import { expand, expandPartly } from '../../../src/declared/variables.js'
import { readWantedGo, wantedLine } from '../../../src/declared/wanted-go.js'

describe('a wanted Go', () => {
  it.each([
    ['1.22', 'line 1.22'],
    ['1.22.x', 'line 1.22'],
    ['~1.22.3', 'line 1.22'],
    ['prefix:1.22', 'line 1.22'],
    ['1.22.3', 'release 1.22.3'],
    ['=1.22.3', 'release 1.22.3'],
    ['go1.22.3', 'release 1.22.3'],
    ['1.23rc1', 'release 1.23rc1'],
    ['1.23.0-rc.1', 'release 1.23rc1'],
    ['1.20', 'line 1.20'],
    ['stable', 'moving'],
    ['oldstable', 'moving'],
    ['latest', 'moving'],
    ['1', 'moving'],
    ['1.x', 'moving'],
    ['^1.21', 'moving'],
    ['>=1.21 <1.24', 'moving'],
    ['1.21 || 1.22', 'moving'],
    ['', 'unknown'],
    ['${{ vars.GO }}', 'unknown'],
    ['$GO_VERSION', 'unknown'],
    ['ref:master', 'unknown'],
    ['1.22.3.4', 'unknown'],
    ['a word', 'unknown'],
  ])('%s is %s', (written, meant) => {
    const wanted = readWantedGo(written)
    expect('version' in wanted ? `${wanted.kind} ${wanted.version}` : wanted.kind).toBe(meant)
  })

  it('names a line only when it is one', () => {
    expect(['1.22.3', '1.22', 'stable', '1.23rc2', '?'].map((text) => wantedLine(readWantedGo(text)))).toStrictEqual([
      '1.22',
      '1.22',
      null,
      '1.23',
      null,
    ])
  })
})

describe('an image', () => {
  it.each([
    ['golang:1.22', 'line 1.22', 'glibc', '2.36', true, true],
    ['golang:1.22.3-bullseye', 'release 1.22.3', 'glibc', '2.31', true, true],
    ['golang:1.19', 'line 1.19', 'glibc', null, true, true],
    ['golang:1.22-alpine3.20@sha256:abc', 'line 1.22', 'musl', null, false, true],
    ['docker.io/library/golang:1.22-alpine', 'line 1.22', 'musl', null, false, true],
    ['public.ecr.aws/docker/library/golang:1.23rc1-alpine', 'release 1.23rc1', 'musl', null, false, true],
    ['golang:alpine', 'moving', 'musl', null, false, true],
    ['golang', 'moving', 'glibc', '2.36', true, true],
    ['golang@sha256:abc', 'unknown', null, null, null, true],
    ['golang:?-alpine', 'unknown', 'musl', null, false, true],
    ['golang:1.22-nanoserver-ltsc2022', 'line 1.22', null, null, null, true],
    ['registry.example.com/team/golang:1.22-alpine', 'line 1.22', 'musl', null, null, false],
    ['registry.example.com/team/golang:1.22', 'line 1.22', null, null, null, false],
    ['mcr.microsoft.com/devcontainers/go:1-1.22-bookworm', 'line 1.22', 'glibc', '2.36', true, true],
    ['mcr.microsoft.com/devcontainers/go:1.3.4-1.22', 'line 1.22', 'glibc', '2.36', true, true],
    ['mcr.microsoft.com/devcontainers/go:1.22', 'line 1.22', 'glibc', '2.36', true, true],
    ['mcr.microsoft.com/devcontainers/go:1-bookworm', 'moving', 'glibc', '2.36', true, true],
    ['cimg/go:1.22.3', 'release 1.22.3', null, null, null, false],
    ['registry.ci.openshift.org/ocp/builder:rhel-9-golang-1.22-openshift-4.17', 'line 1.22', null, null, null, false],
    ['scratch', null, 'none', null, false, false],
    ['alpine:3.20', null, 'musl', null, false, false],
    ['gcr.io/distroless/static-debian12:nonroot', null, 'none', null, false, false],
    ['gcr.io/distroless/base-debian11', null, 'glibc', '2.31', false, false],
    ['debian:11-slim', null, 'glibc', '2.31', false, false],
    ['debian:12.5', null, 'glibc', '2.36', false, false],
    ['debian:bookworm-slim', null, 'glibc', '2.36', false, false],
    ['ubuntu:22.04', null, 'glibc', '2.35', false, false],
    ['node:20-alpine', null, 'musl', null, null, false],
    ['python:3.12-slim-bullseye', null, 'glibc', '2.31', null, false],
    ['busybox', null, null, null, null, false],
    ['frolvlad/alpine-glibc', null, null, null, null, false],
    ['?', null, null, null, null, false],
    ['', null, null, null, null, false],
  ])('%s', (name, go, libc, glibc, compiler, fixed) => {
    const facts = readImage(name)
    expect({
      ...facts,
      go: facts.go === null ? null : 'version' in facts.go ? `${facts.go.kind} ${facts.go.version}` : facts.go.kind,
    }).toStrictEqual({
      name,
      go,
      libc,
      glibc,
      compiler,
      fixed,
    })
  })
})

function lookup(name: string): string | null | undefined {
  return { A: 'x', EMPTY: '', LATER: null }[name]
}

describe('variables', () => {
  it.each([
    ['plain', 'plain'],
    ['$A-${A}', 'x-x'],
    ['${NONE:-d}', 'd'],
    ['${EMPTY:-$A}', 'x'],
    ['${EMPTY-d}', ''],
    ['${A:+y}', 'y'],
    ['${NONE:+y}', ''],
    ['$NONE', null],
    ['${LATER:-d}', null],
    ['$(date)', null],
    ['`date`', null],
    ['${A', null],
    ['$$', null],
  ])('%s → %s', (text, value) => {
    expect(expand(text, lookup)).toBe(value)
  })

  it('shows what is not known', () => {
    expect(expandPartly('golang:${LATER}-alpine', lookup)).toStrictEqual({ text: 'golang:?-alpine', known: false })
  })
})

describe('words', () => {
  it.each([
    ['apk add --no-cache gcc musl-dev', true],
    ['apk --no-cache add build-base=0.5-r3', true],
    ['apk add --virtual .deps git', false],
    ['apk add $PACKAGES', null],
    ['apt-get install -y --no-install-recommends clang-16', true],
    ['apt-get update', false],
    ['go build', false],
    ['mkdir -p /out', false],
    ['./install.sh', null],
    ['make deps', null],
    ['curl -fsSL https://example.com/zig.tar', null],
  ])('%s brings a compiler: %s', (command, brings) => {
    expect(bringsCompiler(command.split(' '))).toBe(brings)
  })

  it('finds what builds of images are given', () => {
    expect(
      findBuildArguments(
        'docker build --build-arg GO_VERSION=$(V) --build-arg "CGO=0" --build-arg=A \\\n  .\n      build-args: |\n        B=1\n        C=${{ x }}\n      push: true\n',
      ).toSorted(),
    ).toStrictEqual(['A', 'B', 'C', 'CGO', 'GO_VERSION'])
    expect(
      findBuildArguments(
        'services:\n  a:\n    build:\n      args:\n        GO_VERSION: "1.22"\n        - OTHER=1\n    ports: []\n',
      ).toSorted(),
    ).toStrictEqual(['GO_VERSION', 'OTHER'])
    expect(findBuildArguments('target "app" {\n  args = {\n    GO_VERSION = "1.22"\n  }\n}\n')).toStrictEqual(['GO_VERSION'])
    expect(findBuildArguments('env:\n  GO_VERSION: 1\n')).toStrictEqual([])
  })

  it('finds lines of Go that other systems name', () => {
    expect(findMentionedLines('language: go\ngo:\n  - 1.21.x\n  - "1.22"\n')).toStrictEqual(['1.21', '1.22'])
    expect(findMentionedLines('image: ruby:3.1.21\n')).toStrictEqual([])
  })

  it('tells go settings from variables with such names', () => {
    expect(
      ['CGO_ENABLED', 'GOFLAGS', 'GOPROXY', 'GO_VERSION', 'GOLANGCI_LINT_VERSION', 'GOOS', 'GOARM', 'HOME', 'CC'].filter(isTold),
    ).toStrictEqual(['CGO_ENABLED', 'GOFLAGS', 'GOPROXY', 'CC'])
  })

  it('never leads out of the repository', () => {
    expect([
      joinPath('a/b', '../c'),
      joinPath('.', './x/.'),
      joinPath('a', '../..'),
      joinPath('a', '/etc'),
      joinPath('a', '..'),
    ]).toStrictEqual(['a/c', 'x', null, null, '.'])
  })

  it.each([
    ['go.mod', true],
    ['services/a/go.work', true],
    ['.github/workflows/ci.yml', true],
    ['services/a/.github/workflows/ci.yml', false],
    ['.github/actions/setup/action.yaml', true],
    ['Dockerfile', true],
    ['build/Dockerfile.dev', true],
    ['build/app.Dockerfile', true],
    ['Dockerfile.dockerignore', false],
    ['Dockerfile.dev.dockerignore', false],
    ['Dockerfile.1.22', true],
    ['man/Dockerfile.5.md', false],
    ['Dockerfile-linux.template', false],
    ['Containerfile', true],
    ['.devcontainer/devcontainer.json', true],
    ['.devcontainer/go/devcontainer.json', true],
    ['.devcontainer.json', true],
    ['.tool-versions', true],
    ['.config/mise/config.toml', true],
    ['mise.toml', true],
    ['.go-version', true],
    ['Makefile', true],
    ['build/common.mk', true],
    ['.gitlab-ci.yml', true],
    ['.circleci/config.yml', true],
    ['vendor/a/Dockerfile', false],
    ['a/node_modules/b/Dockerfile', false],
    ['internal/testdata/go.mod', false],
    ['main.go', false],
    ['package.json', false],
  ])('%s is wanted: %s', (path, wanted) => {
    expect(isDeclaring(path)).toBe(wanted)
  })
})
