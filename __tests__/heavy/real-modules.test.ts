import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { makeFolder, writeTree } from '../support/project.js'
import { checkOutModule, countModules, plainBuild, realModulesEnv, trimCaches, type PlainVerdict } from './plain-go.js'

/** A project that somebody else wrote, and six targets for it. */
interface Project {
  readonly name: string
  readonly targets: readonly string[]
  /** What plain `go build` has to be given; goparity finds it by itself. */
  readonly patterns: readonly string[]
  readonly checkOut: (folder: string) => void
}

const Report = v.object({
  verdict: v.string(),
  targets: v.array(v.object({ target: v.string(), outcome: v.string(), rule: v.optional(v.string()) })),
  findings: v.array(
    v.object({
      rule: v.string(),
      source: v.string(),
      subject: v.object({ target: v.optional(v.string()) }),
      location: v.optional(v.object({ file: v.string(), line: v.optional(v.number()) })),
    }),
  ),
})
const Snapshot = v.object({ targets: v.array(v.object({ target: v.string(), failedPackages: v.array(v.string()) })) })

const scratch = makeFolder()
const env = realModulesEnv(scratch)

function fetched(module: string): (folder: string) => void {
  return (folder) => {
    checkOutModule(module, folder, env)
  }
}

/** Two published modules and a program over them in one workspace. */
function checkOutWorkspace(folder: string): void {
  mkdirSync(folder)
  checkOutModule('golang.org/x/net@v0.62.0', join(folder, 'net'), env)
  checkOutModule('golang.org/x/term@v0.47.0', join(folder, 'term'), env)
  writeTree(folder, {
    'go.work': 'go 1.26.0\n\nuse (\n\t./app\n\t./net\n\t./term\n)\n',
    'app/go.mod':
      'module example.com/app\n\ngo 1.26.0\n\nrequire (\n\tgolang.org/x/net v0.62.0\n\tgolang.org/x/term v0.47.0\n)\n\nrequire golang.org/x/sys v0.49.0 // indirect\n',
    'app/main.go': `package main

import (
	"fmt"
	"os"

	"example.com/app/routes"
	"example.com/app/sizes"
	"golang.org/x/net/html"
	"golang.org/x/term"
)

func main() {
	fmt.Println(term.IsTerminal(int(os.Stdout.Fd())), routes.Count(), sizes.Limit(), html.EscapeString("<"))
}
`,
    'app/routes/routes_linux.go': 'package routes\n\nfunc Count() int { return 0 }\n',
    // Its author took every system but Linux for a BSD.
    'app/routes/routes_other.go': `//go:build !linux

package routes

import "golang.org/x/net/route"

func Count() int {
	rib, err := route.FetchRIB(0, route.RIBTypeRoute, 0)
	if err != nil {
		return 0
	}
	return len(rib)
}
`,
    'app/sizes/sizes.go': 'package sizes\n\nfunc Limit() int { return 1 << 40 }\n',
  })
}

const projects: readonly Project[] = [
  {
    name: 'helm (over 300 modules)',
    targets: ['linux/amd64-cgo', 'linux/arm64-cgo', 'windows/amd64-cgo', 'plan9/amd64-cgo', 'js/wasm-cgo', 'aix/ppc64-cgo'],
    patterns: ['./...'],
    checkOut: fetched('helm.sh/helm/v3@v3.22.0'),
  },
  {
    name: 'fzf',
    targets: ['linux/amd64-cgo', 'windows/amd64-cgo', 'darwin/arm64-cgo', 'plan9/amd64-cgo', 'js/wasm-cgo', 'wasip1/wasm-cgo'],
    patterns: ['./...'],
    checkOut: fetched('github.com/junegunn/fzf@v0.65.2'),
  },
  {
    name: 'go-sqlite3 (cgo)',
    targets: ['linux/amd64+cgo', 'linux/amd64-cgo', 'windows/amd64-cgo', 'linux/arm64+cgo', 'windows/amd64+cgo', 'darwin/arm64+cgo'],
    patterns: ['./...'],
    checkOut: fetched('github.com/mattn/go-sqlite3@v1.14.53'),
  },
  {
    name: 'a workspace with x/net and x/term',
    targets: ['linux/amd64-cgo', 'darwin/arm64-cgo', 'freebsd/amd64-cgo', 'linux/386-cgo', 'windows/amd64-cgo', 'js/wasm-cgo'],
    patterns: ['./app/...', './net/...', './term/...'],
    checkOut: checkOutWorkspace,
  },
]

/** Why plain go failed, read from its own text and nothing else. */
const REASONS: readonly (readonly [reason: string, text: RegExp])[] = [
  ['no C compiler', /C compiler "\S+" not found/],
  ['C compiler for another processor', /no such instruction|operand size mismatch/],
  ['C compiler for another system', /unrecognized command-line option/],
  ['all files excluded by constraints', /build constraints exclude all Go files/],
  ['integer too large', /overflows/],
  ['field that is not there', /unknown field/],
  ['symbol that is not there', /undefined: /],
]

function goparity(args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

interface Pair {
  readonly project: string
  readonly target: string
  readonly plain: PlainVerdict
  readonly outcome: string
  readonly rule: string
  readonly packages: readonly string[]
  readonly place: string | null
}

/** Both sides over one project. */
function compare(
  project: Project,
  folder: string,
): { readonly pairs: readonly Pair[]; readonly exitCode: number | null; readonly verdict: string } {
  const file = `${folder}-snapshot.json`
  const checked = goparity(['check', '-C', folder, '--targets', project.targets.join(','), '--format', 'json', '--snapshot', file])
  if (checked.stdout === '') throw new Error(checked.stderr)
  const report = v.parse(v.pipe(v.string(), v.parseJson(), Report), checked.stdout)
  const snapshot = v.parse(v.pipe(v.string(), v.parseJson(), Snapshot), readFileSync(file, 'utf8'))
  const pairs = project.targets.map((target) => {
    const located = report.findings.find(
      ({ source, subject, location }) => source === 'targets' && subject.target === target && location !== undefined,
    )
    const location = located?.location
    const shown = report.targets.find((one) => one.target === target)
    return {
      project: project.name,
      target,
      plain: plainBuild(target, project.patterns, folder, env),
      outcome: shown?.outcome ?? 'missing',
      rule: shown?.rule ?? '',
      packages: snapshot.targets.find((one) => one.target === target)?.failedPackages ?? [],
      place: location === undefined ? null : `${location.file}:${String(location.line)}`,
    }
  })
  return { pairs, exitCode: checked.status, verdict: report.verdict }
}

/** A place as seen from the project: plain go may print it with `./` or absolute. */
function fromProject(folder: string, place: string | null): string | null {
  if (place === null) return null
  const inside = isAbsolute(place) ? relative(folder, place) : place.replace(/^\.\//, '')
  return inside.startsWith('..') ? place : inside
}

describe('check on real modules', () => {
  const seen: Pair[] = []

  beforeAll(() => {
    mkdirSync(join(scratch, 'projects'))
  })

  afterEach(trimCaches)

  it.each(projects)('says of $name what plain go build says, for six targets', (project) => {
    const folder = join(scratch, 'projects', project.name.replaceAll(/[^a-z0-9]+/gi, '-'))
    project.checkOut(folder)
    const { pairs, exitCode, verdict } = compare(project, folder)
    seen.push(...pairs)
    expect(pairs.map(({ target, outcome }) => `${target} ${outcome}`)).toStrictEqual(
      pairs.map(({ target, plain }) => `${target} ${plain.ok ? 'ok' : 'failed'}`),
    )
    expect(pairs.map(({ target, packages }) => [target, packages])).toStrictEqual(
      pairs.map(({ target, plain }) => [target, plain.packages]),
    )
    // Where plain go names a Go file first, so does the report. C compilers name files of Go's own runtime, which nobody can mend.
    expect(pairs.map(({ target, place, plain }) => [target, plain.place === null ? null : fromProject(folder, place)])).toStrictEqual(
      pairs.map(({ target, plain }) => [target, fromProject(folder, plain.place)]),
    )
    const failing = pairs.some(({ plain }) => !plain.ok)
    expect([verdict, exitCode]).toStrictEqual(failing ? ['findings', 3] : ['ok', 0])
  })

  it('had a build list of over 300 modules among them', () => {
    expect(countModules(join(scratch, 'projects', 'helm-over-300-modules-'), env)).toBeGreaterThan(300)
  })

  it('had enough failures to be a test: a third of the pairs, for five reasons or more', () => {
    const failed = seen.filter(({ plain }) => !plain.ok)
    expect(seen).toHaveLength(24)
    expect(failed.length).toBeGreaterThanOrEqual(8)
    const reasons = failed.map(({ plain }) => REASONS.find(([, text]) => text.test(plain.output))?.[0])
    expect(reasons).not.toContain(undefined)
    expect(new Set(reasons).size).toBeGreaterThanOrEqual(5)
    expect(
      failed.filter(({ rule }) => rule === '' || rule === 'go/unrecognised').map(({ project, target }) => `${project} ${target}`),
    ).toStrictEqual([])
  })

  afterAll(() => {
    const rows = seen.map(({ project, target, plain, outcome, rule }) =>
      [project.padEnd(34), target.padEnd(20), (plain.ok ? 'ok' : 'failed').padEnd(7), outcome.padEnd(8), rule].join(' ').trimEnd(),
    )
    process.stdout.write(
      `\n${['project'.padEnd(34), 'target'.padEnd(20), 'go'.padEnd(7), 'goparity', 'rule'].join(' ')}\n${rows.join('\n')}\n\n`,
    )
  })
})
