import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findDisabledVerification, normaliseEnvironment, originsOf } from '../../src/environment/index.js'
import { checkBuildInputs, type BuildInputsCheck } from '../../src/integrity/build-inputs.js'
import { readRoot, type GoValues } from '../../src/integrity/index.js'
import { writeTree } from '../support/project.js'
import { APP, GO_MOD, goDo, goValues, makeProject, readOne, WORDS, WORDS_FORK, withEnv, type Project } from './modules-project.js'

async function inputsOf(project: Project, env?: GoValues): Promise<BuildInputsCheck> {
  return checkBuildInputs(project.host, await readOne(project), env ?? (await goValues(project)))
}

/** Titles and the places they name. */
function told({ findings }: BuildInputsCheck): readonly string[] {
  return findings.map(({ severity, rule, title, subject, location }) => {
    const place = location === undefined ? '-' : `${location.file}:${String(location.line ?? 0)}`
    return `${severity} ${rule} [${subject.module ?? subject.file ?? ''} ${place}] ${title}`
  })
}

const EVIL = {
  'evil/go.mod': 'module example.com/words\n\ngo 1.21\n',
  'evil/words.go': 'package words\n\nfunc Hello() string { return "evil" }\n',
}

/** What the program of the project prints. */
async function output(project: Project): Promise<string> {
  const result = await project.go.run(['run', '.'])
  return result.stderr.text.trim()
}

describe('the inputs of a build', () => {
  it('are ok in a plain project, counted', async () => {
    const check = await inputsOf(makeProject(APP))
    expect(check).toEqual({ layer: { outcome: 'ok', checked: 5, failed: 0 }, findings: [] })
  })

  it('are ok with a workspace of its own, and with a replacement by a folder, which has its finding elsewhere', async () => {
    const workspace = makeProject({ ...APP, 'go.work': 'go 1.21\n\nuse .\n' })
    expect(await inputsOf(workspace)).toEqual({ layer: { outcome: 'ok', checked: 5, failed: 0 }, findings: [] })
    const replaced = makeProject({ ...APP, ...EVIL, 'go.mod': `${GO_MOD}\nreplace example.com/words => ./evil\n` })
    expect((await inputsOf(replaced)).layer).toEqual({ outcome: 'ok', checked: 6, failed: 0 })
  })

  it('are ok with the go.work of a monorepo above the project', async () => {
    const project = makeProject(APP)
    writeTree(project.folder, { 'go.work': 'go 1.21\n\nuse ./app\n' })
    mkdirSync(join(project.folder, '.git'))
    expect(await inputsOf(project)).toEqual({ layer: { outcome: 'ok', checked: 5, failed: 0 }, findings: [] })
  })
})

async function above(work: string, more: Readonly<Record<string, string>> = {}): Promise<Project> {
  const project = makeProject(APP)
  await goDo(project, ['mod', 'download'])
  mkdirSync(join(project.app, '.git'))
  writeTree(project.folder, { 'go.work': work, ...more })
  return project
}

describe('a go.work above the repository', () => {
  it('that replaces a required module by a folder is told with module, file and line, and the layer is unknown', async () => {
    const project = await above('go 1.21\n\nuse ./app\n\nreplace example.com/words => ./evil // haha\n', EVIL)
    expect(await output(project)).toBe('evil')
    const check = await inputsOf(project)
    expect(told(check)).toEqual([
      'warning modules/not-covered [example.com/words@v1.0.0 ../go.work:5] example.com/words is built as a go.work outside the project says',
    ])
    expect(check.findings[0]?.evidence).toEqual(['../go.work:5: example.com/words => ./evil'])
    expect(check.findings[0]?.fix[0]?.command).toBe('export GOWORK=off')
    expect(check.layer).toEqual({
      outcome: 'unknown',
      checked: 6,
      failed: 0,
      reason: '../go.work outside the project has example.com/words built from a folder',
    })
  })

  it('that has a member in the place of a required module is told likewise', async () => {
    const project = await above('go 1.21\n\nuse (\n\t./app\n\t./evil\n)\n', EVIL)
    expect(await output(project)).toBe('evil')
    const check = await inputsOf(project)
    expect(told(check)).toEqual([
      'warning modules/not-covered [example.com/words@v1.0.0 ../go.work:5] example.com/words is built as a go.work outside the project says',
    ])
    expect(check.layer.outcome).toBe('unknown')
  })

  it('that replaces a module by another module, whose checksum holds, leaves the layer ok', async () => {
    const project = await above(
      `go 1.21\n\nuse ./app\n\nreplace (\n\texample.com/words v1.0.0 => ${WORDS_FORK.path} ${WORDS_FORK.version}\n)\n`,
    )
    await goDo(project, ['mod', 'download'])
    const check = await inputsOf(project)
    expect(told(check)).toEqual([
      'warning modules/not-covered [example.com/words@v1.0.0 ../go.work:6] example.com/words is built as a go.work outside the project says',
    ])
    expect(check.layer.outcome).toBe('ok')
  })

  it('that replaces nothing of the project is told by itself', async () => {
    const check = await inputsOf(await above('go 1.21\n\nuse ./app\n\nreplace example.com/other => ./evil\n', EVIL))
    expect(told(check)).toEqual(['warning modules/not-covered [../go.work ../go.work:0] a go.work outside the project is in effect'])
    expect(check.findings[0]?.evidence).toEqual(['../go.work:5: example.com/other => ./evil'])
    expect(check.layer.outcome).toBe('ok')
  })
})

describe('-toolexec', () => {
  it('in a go env file is named with that file by the layer and by the finding of the environment', async () => {
    const made = makeProject(APP)
    const file = join(made.folder, 'home', 'env')
    const text = `GOFLAGS=-toolexec=${join(made.folder, 'home', 'wrap')}\n`
    writeFileSync(file, text)
    writeFileSync(join(made.folder, 'home', 'wrap'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 })
    const project = withEnv(made, { GOENV: file })
    const { values } = await goValues(project)
    const origins = originsOf(values, project.env, { goenv: text, goroot: null })
    const check = await checkBuildInputs(
      project.host,
      await readRoot(project.host, project.go, (await readOne(project)).place, { values, origins }),
      {
        values,
        origins,
      },
    )
    expect(check.findings).toEqual([])
    expect(check.layer).toMatchObject({
      outcome: 'unknown',
      reason:
        '-toolexec=$HOME/wrap in GOFLAGS, set in the go env file $HOME/env: that program runs compiler and linker and decides what is built',
    })
    const folds = { goroot: [], gopath: [], gomodcache: [], workspace: [], temp: [], home: [join(made.folder, 'home')] }
    const said = findDisabledVerification({ ...normaliseEnvironment(values, folds), origins })
    expect(said.map(({ severity, title }) => `${severity}: ${title}`)).toEqual(['warning: GOFLAGS holds -toolexec=$HOME/wrap'])
    expect(said[0]?.message).toContain('set in the go env file $HOME/env')
  })
})

async function overlaid(text: string | null, more: Readonly<Record<string, string>> = {}): Promise<Project> {
  const project = makeProject({ ...APP, ...more })
  await goDo(project, ['mod', 'download'])
  if (text !== null) writeFileSync(join(project.app, 'o.json'), text.replaceAll('$CACHE', project.cache))
  return withEnv(project, { GOFLAGS: `-overlay=${join(project.app, 'o.json')}` })
}

describe('-overlay', () => {
  it('is told with the module and the file that it replaces', async () => {
    const target = `$CACHE/${WORDS.path}@${WORDS.version}/words.go`
    const project = await overlaid(JSON.stringify({ Replace: { [target]: 'evil/words.go', 'main.go': 'other.go', 'gone.go': '' } }), {
      ...EVIL,
      'other.go': '//go:build ignore\n\npackage main\n\nimport "example.com/greet"\n\nfunc main() { println("overlaid", greet.Greet()) }\n',
    })
    const check = await inputsOf(project)
    expect(told(check)).toEqual([
      'warning modules/not-covered [gone.go gone.go:0] an overlay replaces 2 files',
      'warning modules/not-covered [example.com/words@v1.0.0 -] an overlay replaces $GOMODCACHE/example.com/words@v1.0.0/words.go of example.com/words@v1.0.0',
    ])
    expect(check.findings.map(({ evidence }) => evidence)).toEqual([
      ['gone.go => (taken away)', 'main.go => other.go'],
      ['$GOMODCACHE/example.com/words@v1.0.0/words.go => evil/words.go'],
    ])
    expect(check.layer).toMatchObject({ outcome: 'unknown', checked: 5, failed: 0 })
    expect(check.layer.reason).toContain(
      '-overlay=$WORKSPACE/o.json in GOFLAGS, set in the environment of this process: it replaces 3 files',
    )
  })

  it('of a vendored file is told with its module', async () => {
    const made = makeProject({ ...APP, 'o.json': '{"Replace":{"vendor/example.com/words/words.go":"evil/words.go"}}', ...EVIL })
    await goDo(made, ['mod', 'vendor'])
    const project = withEnv(made, { GOFLAGS: `-overlay=${join(made.app, 'o.json')}` })
    expect(await output(project)).toBe('evil')
    expect(told(await inputsOf(project))).toEqual([
      'warning modules/not-covered [example.com/words@v1.0.0 vendor/example.com/words/words.go:0] an overlay replaces vendor/example.com/words/words.go of example.com/words@v1.0.0',
    ])
  })

  it.each([
    [null, 'that file is not there'],
    ['{', 'it is no JSON'],
    ['[]', 'it is no JSON object'],
    ['{"Replace": 1}', 'its Replace is no object'],
    ['{"Replace": {"a.go": 1}}', 'what it gives for "a.go" is no text'],
  ])('%j that cannot be read is said', async (text, why) => {
    const check = await inputsOf(await overlaid(text))
    expect(told(check)).toEqual(['warning modules/not-covered [o.json -] the overlay o.json cannot be read'])
    expect(check.findings[0]?.evidence).toEqual([`o.json: ${why}`])
    expect(check.layer.outcome).toBe('unknown')
  })
})

describe('-modfile', () => {
  it('is told for each module that the other file has otherwise', async () => {
    const other = `${GO_MOD}\nreplace example.com/words => ${WORDS_FORK.path} ${WORDS_FORK.version} // fork\n`
    const made = makeProject({ ...APP, 'other.mod': other, 'other.sum': APP['go.sum'] ?? '' })
    const check = await inputsOf(withEnv(made, { GOFLAGS: '-modfile=other.mod' }))
    expect(told(check)).toEqual([
      'warning modules/not-covered [example.com/words@v1.0.0 other.mod:9] example.com/words is built as other.mod says, not go.mod',
    ])
    expect(check.findings[0]?.evidence).toEqual([
      'go.mod: example.com/words v1.0.0',
      'other.mod: example.com/words v1.0.0 => example.com/fork v1.1.0',
    ])
    expect(check.layer.outcome).toBe('ok')
  })

  it('with the same content says nothing more', async () => {
    const made = makeProject({ ...APP, 'other.mod': GO_MOD, 'other.sum': APP['go.sum'] ?? '' })
    expect((await inputsOf(withEnv(made, { GOFLAGS: '-modfile=other.mod' }))).findings).toEqual([])
  })
})
