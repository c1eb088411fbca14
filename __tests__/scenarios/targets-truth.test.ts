import { spawn } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import pLimit from 'p-limit'
import { buildTargets, type BuiltTarget } from '../../src/operations/build-targets.js'
import { failedPackages, formatTarget } from '../../src/targets/index.js'
import type { FileTree } from '../support/project.js'
import { decide, goOf, makeProject, type Project } from './targets-session.js'

const MAIN = 'package main\n\nfunc main() {}\n'
const TWO_BY_C = 'package main\n\n// static int two(void) { return 2; }\nimport "C"\n\nfunc Two() int { return int(C.two()) }\n'

/** One small module for each way in which targets differ, and some that fail everywhere. */
const PROJECTS: Readonly<Record<string, FileTree>> = {
  'a program and a library': {
    'main.go': 'package main\n\nimport "example.com/app/lib"\n\nfunc main() { lib.F() }\n',
    'lib/lib.go': 'package lib\n\nfunc F() {}\n',
  },
  'a type error': { 'main.go': MAIN, 'lib/lib.go': 'package lib\n\nvar N int = "one"\n' },
  'two broken packages': { 'a/a.go': 'package a\n\nvar A = b\n', 'b/b.go': 'package b\n\n\nfunc F() int {}\n', 'ok/ok.go': 'package ok\n' },
  'a system call that is not everywhere': {
    'cmd/x/main.go': 'package main\n\nimport "syscall"\n\nfunc main() { _ = syscall.Dup2(1, 2) }\n',
  },
  'a constant for 64 bits': { 'main.go': MAIN, 'big/big.go': 'package big\n\nvar N int = 1 << 40\n' },
  'a function that is in a cgo file': { 'main.go': 'package main\n\nfunc main() { _ = Two() }\n', 'two.go': TWO_BY_C },
  'a package for Windows only': {
    'main.go': 'package main\n\nimport _ "example.com/app/win"\n\nfunc main() {}\n',
    'win/win.go': '//go:build windows\n\npackage win\n',
  },
  'a package that nobody has': { 'main.go': MAIN, 'lib/lib.go': 'package lib\n\nimport _ "example.org/nosuch/thing"\n' },
  'a syntax error': { 'main.go': MAIN, 'lib/lib.go': 'package lib\n\nfunc (\n' },
  'a file that is no Go': { 'main.go': MAIN, 'lib/lib.go': 'pack age lib\n' },
  'a C header that is missing': {
    'main.go': MAIN,
    'lib/lib.go': 'package lib\n\n// #include <goparity-nosuch.h>\nimport "C"\n\nvar N = C.N\n',
  },
  'a C library that is missing': {
    'main.go': 'package main\n\n// #cgo LDFLAGS: -lgoparitynosuch\n// int f(void);\nimport "C"\n\nfunc main() { C.f() }\n',
  },
  'an import cycle': { 'a/a.go': 'package a\n\nimport _ "example.com/app/b"\n', 'b/b.go': 'package b\n\nimport _ "example.com/app/a"\n' },
  'a file to embed that is missing': {
    'main.go': 'package main\n\nimport _ "embed"\n\n//go:embed nosuch.txt\nvar s string\n\nfunc main() {}\n',
  },
}

const TARGETS = 'host,linux/arm64,linux/386,windows/amd64'

interface Plain {
  readonly ok: boolean
  readonly packages: readonly string[]
  /** `file:line`, in the order printed. */
  readonly places: readonly string[]
}

async function runGo(
  project: Project,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly ok: boolean; readonly stdout: string; readonly stderr: string }> {
  return await new Promise((settle, reject) => {
    const child = spawn('go', [...args], {
      cwd: project.directory,
      env: { ...project.env, LC_ALL: 'C', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.once('error', reject)
    child.once('close', (code) => {
      settle({ ok: code === 0, stdout, stderr })
    })
  })
}

/** What `go build ./...` says for a platform that is chosen as a person would: nothing else is set. */
async function plainBuild(project: Project, env: Readonly<Record<string, string>>): Promise<Plain> {
  const { ok, stderr } = await runGo(project, ['build', './...'], env)
  if (ok) return { ok, packages: [], places: [] }
  // The go command's own opinion of which packages failed.
  const { stdout } = await runGo(project, ['build', '-json', './...'], env)
  const packages = new Set([...stdout.matchAll(/^\{"ImportPath":"([^"]+)"/gm)].map(([, path = '']) => path))
  const places = [...stderr.matchAll(/^(?:\.\/)?(\S+\.go):(\d+)(?::\d+)?: /gm)].map(([, file = '', line = '']) => `${file}:${line}`)
  return { ok, packages: [...packages].toSorted(), places }
}

function placesOf(built: BuiltTarget): readonly string[] {
  return built.failures.flatMap(({ location }) => (location?.line === undefined ? [] : [`${location.file}:${String(location.line)}`]))
}

/** Blocks of several packages come in any order, so that only a single one has a first place. */
function comparable({ ok, packages, places }: Plain): object {
  return { ok, packages, places: [...new Set(places)].toSorted(), first: packages.length === 1 ? places[0] : 'any' }
}

interface Pair {
  readonly name: string
  readonly plain: Plain
  readonly built: BuiltTarget
}

async function pairsOf(title: string, files: FileTree): Promise<readonly Pair[]> {
  const project = makeProject(files)
  const go = goOf(project)
  const { targets } = await decide(go, project, TARGETS)
  const built = await buildTargets(go, targets, { packages: ['./...'], goflags: '', root: '.', parallelism: 2 })
  const pairs: Pair[] = []
  for (const one of built) {
    const plain = await plainBuild(project, { GOOS: one.target.goos, GOARCH: one.target.goarch })
    pairs.push({ name: `${title}, ${formatTarget(one.target)}`, plain, built: one })
  }
  return pairs
}

describe('the verdict on a target', () => {
  it('is that of plain go build, with the same packages and places', async () => {
    const limit = pLimit(2)
    const projects = await Promise.all(Object.entries(PROJECTS).map(async ([title, files]) => await limit(pairsOf, title, files)))
    const pairs = projects.flat()
    expect(pairs.length).toBeGreaterThanOrEqual(Object.keys(PROJECTS).length * 3)
    for (const { name, plain, built } of pairs) {
      const ours = { ok: built.result.exitCode === 0, packages: failedPackages(built.failures), places: placesOf(built) }
      expect([name, comparable(ours)]).toEqual([name, comparable(plain)])
    }
    // The comparison means something only when much fails, in many ways.
    const failed = pairs.filter(({ plain }) => !plain.ok)
    expect(failed.length).toBeGreaterThanOrEqual(pairs.length / 3)
    expect(failed.length).toBeLessThan(pairs.length)
    const reasons = [
      /cannot use "one"/,
      /undefined: syscall\.Dup2|not enough arguments|cannot use .*syscall\.Handle/,
      /overflows/,
      /undefined: Two/,
      /build constraints exclude all Go files/,
      /no required module provides package/,
      /syntax error/,
      /goparity-nosuch\.h/,
      /cannot find -lgoparitynosuch|library 'goparitynosuch' not found|library not found for -lgoparitynosuch/,
      /import cycle not allowed/,
      /no matching files found/,
    ]
    const messages = failed.flatMap(({ built }) => built.failures.map(({ message }) => message))
    expect(reasons.filter((reason) => !messages.some((message) => reason.test(message)))).toEqual([])
  }, 300_000)
})
