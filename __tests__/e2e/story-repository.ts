import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { goSumOf, writeTree, type FileTree, type ProxyModule } from '../support/project.js'

const library: FileTree = { 'dep.go': 'package dep\n\n// Answer is what everybody wants.\nfunc Answer() int { return 42 }\n' }

/** The module that the story bumps: its second version no longer compiles for Linux on arm64. */
export const VERSION_1: ProxyModule = { path: 'example.com/dep', version: 'v1.0.0', files: library }
export const VERSION_2: ProxyModule = {
  path: 'example.com/dep',
  version: 'v1.1.0',
  files: {
    ...library,
    'dup_linux.go':
      'package dep\n\nimport "syscall"\n\n// Dup copies a file descriptor.\nfunc Dup(from, to int) error { return syscall.Dup2(from, to) }\n',
  },
}

/** A program that needs one version of the module. */
export function programWith(module: ProxyModule): FileTree {
  return {
    'go.mod': `module example.com/app\n\ngo 1.21\n\nrequire ${module.path} ${module.version}\n`,
    'go.sum': goSumOf([module]),
    'main.go': 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.Answer()) }\n',
  }
}

/** What does not compile on Windows from the beginning, and how it is mended. */
export const unixOnly: FileTree = {
  'stop.go': 'package main\n\nimport "syscall"\n\n// Stop is what signals the program to end.\nvar Stop = syscall.SIGUSR1\n',
}
export const portable: FileTree = {
  'stop.go':
    '//go:build unix\n\npackage main\n\nimport "syscall"\n\n// Stop is what signals the program to end.\nvar Stop = syscall.SIGUSR1\n',
}

/** The workflow of the story: two legs, and the report that needs them. `uses` is where the actions come from. */
export function storyWorkflow(uses: string): FileTree {
  const place = uses === './' ? { record: './', report: './report' } : { record: uses, report: uses.replace('@', '/report@') }
  return {
    '.github/workflows/ci.yml': `name: ci
on: [push, pull_request]
permissions: {}
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    strategy:
      fail-fast: false
      matrix:
        cgo: ["0", "1"]
    env:
      CGO_ENABLED: \${{ matrix.cgo }}
    steps:
      - uses: actions/checkout@v6
      - name: record
        uses: ${place.record}
        with:
          targets: linux/amd64-cgo,linux/arm64-cgo,windows/amd64-cgo
          fail-on: unverified
          summary: "false"
  report:
    needs: [check]
    if: always()
    runs-on: ubuntu-latest
    permissions:
      actions: read
      contents: read
      checks: write
    steps:${place.report === './report' ? '\n      - uses: actions/checkout@v6' : ''}
      - name: report
        uses: ${place.report}
        with:
          expected-jobs: \${{ toJSON(needs) }}
`,
  }
}

export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com']
  const env = { ...process.env, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' }
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', env }).trim()
}

/** A commit with these files on top of what is there; gives its name. */
export function commit(folder: string, files: FileTree, message: string): string {
  writeTree(folder, files)
  git(folder, 'add', '.')
  git(folder, 'commit', '-q', '--allow-empty', '-m', message)
  return git(folder, 'rev-parse', 'HEAD')
}

/** The built actions, as their own repository has them. */
export function copyActions(folder: string): void {
  mkdirSync(join(folder, 'report'), { recursive: true })
  cpSync(resolve('action.yml'), join(folder, 'action.yml'))
  cpSync(resolve('report/action.yml'), join(folder, 'report', 'action.yml'))
  cpSync(resolve('package.json'), join(folder, 'package.json'))
  cpSync(resolve('dist'), join(folder, 'dist'), { recursive: true, filter: (path) => path !== resolve('dist/types') })
}
