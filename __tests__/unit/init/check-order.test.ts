import { describe, expect, it } from '@jest/globals'
import { checkOrder } from '../../../src/init/index.js'
import { BAD, fileOf, GOOD, type CiCase } from './ci-fixtures.js'

async function found(file: CiCase): Promise<readonly string[]> {
  const findings = await checkOrder(fileOf(file))
  return findings.map(({ rule, severity, location }) => `${String(location?.line)} ${rule} ${severity}`)
}

describe('the order of steps', () => {
  it.each(GOOD.map((file) => [file.kind, file.title, file] as const))('is right in %s: %s', async (_kind, _title, file) => {
    expect(await found(file)).toStrictEqual([])
  })

  it.each(BAD.map((file) => [file.kind, file.title, file] as const))('is wrong in %s: %s', async (_kind, _title, file) => {
    expect(await found(file)).toStrictEqual(file.found)
  })

  it('is told with its place, what was seen, what it means and the way out', async () => {
    const text =
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: go mod verify\n      - run: go mod download\n'
    expect(await checkOrder({ kind: 'github', name: '.github/workflows/ci.yml', text })).toStrictEqual([
      {
        rule: 'workflow/verify-before-download',
        severity: 'error',
        state: 'new',
        title: 'go mod verify stands before the download',
        message:
          'In job test, go mod download in line 7 brings the modules later. On a machine whose module cache is empty it looks at nothing and passes.',
        subject: { tool: 'go mod verify' },
        location: { file: '.github/workflows/ci.yml', line: 6 },
        evidence: ['6: go mod verify', '7: go mod download'],
        fix: [{ edit: 'move it behind go mod download (line 7)', why: 'go mod verify reads only what is in the module cache already' }],
        source: 'integrity',
      },
    ])
  })
})

describe('a hostile file', () => {
  const bomb = Array.from(
    { length: 30 },
    (_, index) => `a${String(index + 1)}: &a${String(index + 1)} [${`*a${String(index)},`.repeat(10)}]`,
  ).join('\n')

  it.each([
    ['larger than a megabyte', 'github', `# ${'x'.repeat(1024 * 1024)}`, /^\.github\/workflows\/ci\.yml:1: is larger than 1048576 bytes/],
    ['no YAML', 'github', 'on: push\njobs: [\n', /^\.github\/workflows\/ci\.yml:\d+: is not valid YAML: /],
    ['nested deeply', 'github', `jobs: ${'['.repeat(50_000)}`, /^\.github\/workflows\/ci\.yml:\d+: /],
    ['that refers to itself', 'github', 'jobs: &a\n  b: *a\n', /ci\.yml:2: the alias \*a stands inside of what it names$/],
    ['with an alias of nothing', 'gitlab', 'a: *nothing\n', /^\.gitlab-ci\.yml:1: /],
    [
      'with more steps than can be',
      'github',
      `x: &x [${'{run: go build},'.repeat(400)}]\njobs:\n${Array.from({ length: 400 }, (_, index) => `  j${String(index)}: {steps: *x}\n`).join('')}`,
      /has more steps than any file of a CI/,
    ],
    [
      'that is an alias bomb',
      'gitlab',
      `a0: &a0 [go build]\n${bomb}\ntest:\n  script:\n    - *a30\n`,
      /has more steps than any file of a CI/,
    ],
    [
      'that merges without end',
      'gitlab',
      `x: &x {${Array.from({ length: 300 }, (_, index) => `k${String(index)}: 1`).join(', ')}}\n${Array.from({ length: 300 }, (_, index) => `j${String(index)}:\n  <<: *x\n`).join('')}`,
      /merges more than any file of a CI/,
    ],
    ['larger than a megabyte', 'docker', `FROM golang\n# ${'x'.repeat(1024 * 1024)}`, /^Dockerfile:1: is larger than 1048576 bytes/],
    [
      'with more steps than can be',
      'docker',
      `FROM golang\n${'RUN go build\n'.repeat(6000)}`,
      /^Dockerfile:\d+: has more steps than any Dockerfile/,
    ],
  ] as const)('%s is refused by its name (%s)', async (_what, kind, text, message) => {
    const refused = checkOrder(fileOf({ title: '', kind, text, found: [] }))
    await expect(refused).rejects.toMatchObject({ name: 'ParityError', code: 'config-invalid', message: expect.stringMatching(message) })
  })

  it('with keys of prototypes is a file like any other', async () => {
    const text =
      '__proto__: {script: [go mod verify]}\nconstructor:\n  image: golang:1.26\n  extends: [toString, __proto__]\n  script: [go mod verify || true]\n'
    const findings = await checkOrder({ kind: 'gitlab', name: 'x.yml', text })
    expect(findings.map(({ location }) => location?.line)).toContain(5)
  })
})
