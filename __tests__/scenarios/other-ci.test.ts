import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import * as v from 'valibot'
import { parse } from 'yaml'
import { goTestEnv, makeFolder, writeTree } from '../support/project.js'

const page = readFileSync(resolve('docs/other-ci.md'), 'utf8')

/** The only fenced block of a language under a heading of the page. */
function recipe(heading: string, language: string): string {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? ''
  const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, of]) => of === language)
  expect(blocks).toHaveLength(1)
  return blocks[0]?.[2] ?? ''
}

/** Lines that install something belong to the CI's image. */
function without(lines: readonly string[], installs: RegExp): readonly string[] {
  return lines.filter((line) => !installs.test(line))
}

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A workspace of a CI job: the good example, `goparity` on PATH. */
function makeJob(): { readonly folder: string; readonly run: (script: readonly string[], env: Readonly<Record<string, string>>) => Ran } {
  const scratch = makeFolder()
  const folder = join(scratch, 'src')
  cpSync(resolve('examples/hello'), folder, { recursive: true })
  writeTree(scratch, { 'bin/goparity': `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n` })
  chmodSync(join(scratch, 'bin/goparity'), 0o755)
  return {
    folder,
    run(script, more) {
      // Two machines have two homes; GOPATH lies where go puts it.
      const plain = goTestEnv(scratch, { GOPATH: undefined })
      const env = { ...plain, PATH: `${join(scratch, 'bin')}${delimiter}${plain['PATH'] ?? ''}`, ...more }
      return spawnSync('sh', ['-e', '-c', script.join('\n')], { cwd: folder, env, encoding: 'utf8' })
    },
  }
}

const Comparison = v.object({
  verdict: v.string(),
  jobs: v.array(v.object({ label: v.string() })),
  comparison: v.object({ environment: v.array(v.object({ key: v.string() })) }),
})

function readComparison(ran: Ran): v.InferOutput<typeof Comparison> {
  return v.parse(v.pipe(v.string(), v.parseJson(), Comparison), ran.stdout)
}

/** One more flag for the same difference in every recipe: the second job strips its paths. */
const STRIPPED = { GOFLAGS: '-trimpath' }

describe('the recipes for other CI systems', () => {
  it('fold the artifacts of a GitLab matrix', () => {
    const pipeline = v.parse(
      v.object({ check: v.object({ script: v.array(v.string()) }), compare: v.object({ script: v.array(v.string()) }) }),
      parse(recipe('GitLab CI', 'yaml')),
    )
    const job = makeJob()
    const legs = [
      { CI_JOB_ID: '7001', CI_JOB_NAME: 'check: [1.25]', GO: '1.25' },
      { CI_JOB_ID: '7002', CI_JOB_NAME: 'check: [1.26]', GO: '1.26', ...STRIPPED },
    ]
    const gitlab = { CI: 'true', GITLAB_CI: 'true', CI_PROJECT_PATH: 'octo/hello', CI_NODE_TOTAL: '2' }
    for (const leg of legs) {
      const ran = job.run(pipeline.check.script, { ...gitlab, ...leg })
      expect(ran).toMatchObject({ status: 0 })
    }
    expect(['7001', '7002'].map((id) => existsSync(join(job.folder, 'parity', `${id}.json`)))).toStrictEqual([true, true])
    const shown = job.run(pipeline.compare.script, { ...gitlab, CI_JOB_NAME: 'compare' })
    expect(shown.stdout).toContain('GOFLAGS')
    const compared = readComparison(job.run([`${pipeline.compare.script.join('\n')} --format json`], gitlab))
    expect(compared.jobs.map(({ label }) => label)).toStrictEqual(['octo/hello / check (1=1.25)', 'octo/hello / check (1=1.26)'])
    expect(compared.comparison.environment.map(({ key }) => key)).toStrictEqual(['GOFLAGS'])
  })

  it('fold the stashes of a Jenkins matrix', () => {
    const lines = [...recipe('Jenkins', 'groovy').matchAll(/^\s*sh '(.*)'$/gm)].map(([, line]) => line ?? '')
    const [check, compare, ...rest] = without(lines, /^npm install --global goparity@/)
    expect([check, compare, rest]).toStrictEqual([
      expect.stringContaining('goparity check'),
      expect.stringContaining('goparity compare'),
      [],
    ])
    const job = makeJob()
    const jenkins = { JENKINS_URL: 'https://ci.example.com/', BUILD_TAG: 'jenkins-hello-1', JOB_NAME: 'hello' }
    for (const leg of [{ GO: '1.25' }, { GO: '1.26', ...STRIPPED }]) {
      expect(job.run([check ?? ''], { ...jenkins, STAGE_NAME: 'parity', ...leg })).toMatchObject({ status: 0 })
    }
    const compared = readComparison(job.run([`${compare ?? ''} --format json`], jenkins))
    expect(compared.jobs.map(({ label }) => label)).toStrictEqual(['parity, Go 1.25', 'parity, Go 1.26'])
    expect(compared.comparison.environment.map(({ key }) => key)).toStrictEqual(['GOFLAGS'])
  })

  it('record an image while it is built, and compare it with a laptop', () => {
    const instructions = [...recipe('Dockerfile', 'dockerfile').matchAll(/^RUN (.*)$/gm)].map(([, line]) => line ?? '')
    const image = makeJob()
    for (const line of without(instructions, /npm install --global goparity@/)) expect(image.run([line], {})).toMatchObject({ status: 0 })
    expect(existsSync(join(image.folder, 'build', 'app'))).toBe(true)

    const laptop = makeJob()
    mkdirSync(join(laptop.folder, 'parity'))
    cpSync(join(image.folder, 'parity', 'image.json'), join(laptop.folder, 'parity', 'image.json'))
    // The container engine stands for itself: what it prints is the file above.
    const script = without(recipe('Dockerfile', 'sh').trim().split('\n'), /^docker /)
    const [compare, ...before] = script.toReversed()
    expect(laptop.run(before.toReversed(), STRIPPED)).toMatchObject({ status: 0 })
    const compared = readComparison(laptop.run([`${compare ?? ''} --format json`], STRIPPED))
    expect(compared.jobs).toHaveLength(2)
    expect(compared.comparison.environment.map(({ key }) => key)).toStrictEqual(['GOFLAGS'])
  })
})
