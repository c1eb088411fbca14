import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, it, jest } from '@jest/globals'
import { graph, type TargetGraph } from '../../src/operations/index.js'
import { NATIVE } from '../support/plan-cases.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from '../support/project.js'
import { runHere } from './hard-command.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(180_000)

const FILES: FileTree = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n',
  'main.go': 'package main\n\nimport "example.com/app/fast"\n\nfunc main() { println(fast.Sum(1, 2)) }\n',
  'fast/fast_cgo.go':
    'package fast\n\n// #cgo LDFLAGS: -lm\n// #include <math.h>\n// #include "own.h"\nimport "C"\n\nfunc Sum(a, b int) int { return a + b + int(C.OWN) }\n',
  'fast/own.h': '#include <stddef.h>\n#define OWN 0\n',
  'fast/other.go': 'package fast\n\nfunc Other() int { return 1 }\n',
  'fast/odd_cgo.go': '//go:build cgo\n// +build !cgo\n\npackage fast\n\nfunc odd() {}\n',
}

async function graphOf(
  target: string,
  files: FileTree = FILES,
): Promise<{ readonly app: string; readonly env: Record<string, string | undefined>; readonly made: TargetGraph | undefined }> {
  const folder = makeFolder()
  const app = join(folder, 'app')
  writeTree(app, files)
  const env = goTestEnv(folder)
  const session = { host: testHost(app, env), progress: () => undefined }
  const { document } = await graph(session, { directory: app, config: { targets: [target] }, version: '0.0.0-test', job: { name: 'leg' } })
  return { app, env, made: document.graphs[0] }
}

describe('goparity graph', () => {
  it('shows the C of a package that go list hides', async () => {
    const { made } = await graphOf(`${NATIVE}+cgo`)
    const fast = made?.graph?.packages.find(({ path }) => path === 'example.com/app/fast')
    expect(fast).toMatchObject({ module: 'example.com/app', cgo: true })
    expect(fast?.c).toEqual([
      { kind: 'header', name: '<math.h>' },
      { kind: 'header', name: '"own.h"' },
      { kind: 'header', name: '<stddef.h>' },
      { kind: 'library', name: 'm', path: expect.stringMatching(/^\/.*\/libm\.(?:so|a)$/) },
    ])
  })

  it('says what is lost without cgo, why, and writes the file that mends it: with it go builds', async () => {
    const { app, env, made } = await graphOf(`${NATIVE}-cgo`)
    const [loss] = made?.losses ?? []
    expect(loss).toMatchObject({ package: 'example.com/app/fast', own: true, whole: false, replacements: [] })
    expect(loss?.files).toEqual([
      { name: 'fast_cgo.go', reason: 'it imports "C"', directives: ['#cgo LDFLAGS: -lm'], contradicts: false },
      { name: 'odd_cgo.go', reason: '//go:build cgo', directives: [], contradicts: true },
    ])
    expect(loss?.names.map(({ name }) => name)).toEqual(['Sum', 'odd'])
    const build = (): string =>
      execFileSync('go', ['build', '-o', '/dev/null', './...'], {
        cwd: app,
        env: { ...env, CGO_ENABLED: '0' },
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(build).toThrow(/undefined: fast\.Sum/)
    const { name = '', text = '' } = loss?.standIn ?? {}
    writeFileSync(join(app, 'fast', name), text)
    expect(build()).toBe('')
  })

  it('is printed as text, with the way by which a package comes in, and refuses one that is not there', async () => {
    const { app, env } = await graphOf(`${NATIVE}+cgo`)
    const host = testHost(app, env)
    const tree = await runHere(host, 'graph', '--targets', `${NATIVE}+cgo`, '--quiet')
    expect(tree.stdout).toContain('└─ example.com/app\n')
    expect(tree.stdout).toContain('example.com/app/fast [cgo]')
    expect(tree.stdout).toContain('without cgo\n')
    const why = await runHere(host, 'graph', '--targets', `${NATIVE}+cgo`, '--why', 'example.com/app/fast', '--quiet')
    expect(why.stdout).toContain('  example.com/app\n    example.com/app/fast\n')
    const wrong = await runHere(host, 'graph', '--targets', `${NATIVE}+cgo`, '--why', 'example.com/app/fasst', '--quiet')
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/example\.com\/app\/fasst is no package of [^]*did you mean example\.com\/app\/fast\?/)
    for (const [format, start] of [
      ['json', '{\n  "schema": "goparity/graph/1"'],
      ['dot', 'digraph "'],
      ['mermaid', 'flowchart LR\n'],
    ] as const) {
      const { code, stdout } = await runHere(host, 'graph', '--targets', `${NATIVE}+cgo`, '--format', format, '--quiet')
      expect({ code, begins: stdout.slice(0, start.length) }).toEqual({ code: 0, begins: start })
    }
  })
})
