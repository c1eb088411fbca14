import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { ParityError } from '../../../src/errors.js'
import { compactJson, identifyJob, type Job, type JobOptions, type Json } from '../../../src/snapshot/index.js'

const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_WORKFLOW: 'ci',
  GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/ci.yml@refs/heads/main',
  GITHUB_JOB: 'build',
}
const at = (options: Partial<JobOptions> = {}): JobOptions => ({ hostLabel: 'laptop', ...options })

function jenkinsId(branch: string, name: string): string {
  return identifyJob({ JENKINS_URL: 'x', JOB_NAME: name, BRANCH_NAME: branch }, at()).id
}

describe('identifyJob', () => {
  it.each<[string, Record<string, string>, Partial<JobOptions>, string, string]>([
    ['GitHub', GITHUB, {}, 'github:.github/workflows/ci.yml#build', 'ci / build'],
    [
      'GitHub on a branch with an at sign',
      { ...GITHUB, GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/ci.yml@refs/heads/a@refs/b@c' },
      {},
      'github:.github/workflows/ci.yml#build',
      'ci / build',
    ],
    ['GitHub without a reference', { ...GITHUB, GITHUB_WORKFLOW_REF: '' }, {}, 'github:ci#build', 'ci / build'],
    [
      'a matrix',
      GITHUB,
      { matrix: '{"os":"linux","go":"1.20"}' },
      'github:.github/workflows/ci.yml#build{"go":"1.20","os":"linux"}',
      'ci / build (os=linux, go=1.20)',
    ],
    ['a matrix of null', GITHUB, { matrix: 'null' }, 'github:.github/workflows/ci.yml#build', 'ci / build'],
    ['an empty matrix', GITHUB, { matrix: ' {} ' }, 'github:.github/workflows/ci.yml#build', 'ci / build'],
    ['an own name', GITHUB, { name: 'mine' }, 'github:.github/workflows/ci.yml#mine', 'ci / mine'],
    ['GitLab', { GITLAB_CI: 'true', CI_JOB_NAME: 'test' }, {}, 'gitlab:.gitlab-ci.yml#test', '.gitlab-ci.yml / test'],
    [
      'GitLab parallel matrix',
      { GITLAB_CI: 'true', CI_CONFIG_PATH: 'ci/x.yml', CI_JOB_NAME: 'build: [linux, 1.20]' },
      {},
      'gitlab:ci/x.yml#build{"1":"linux","2":"1.20"}',
      'ci/x.yml / build (1=linux, 2=1.20)',
    ],
    [
      'GitLab parallel',
      { GITLAB_CI: 'true', CI_JOB_NAME: 'test 2/5', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '5' },
      {},
      'gitlab:.gitlab-ci.yml#test{"index":"2"}',
      '.gitlab-ci.yml / test (index=2)',
    ],
    [
      'GitLab parallel under another name',
      { GITLAB_CI: 'true', CI_JOB_NAME: 'test', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '5' },
      {},
      'gitlab:.gitlab-ci.yml#test{"index":"2"}',
      '.gitlab-ci.yml / test (index=2)',
    ],
    [
      'GitLab with a configuration at a URL',
      { GITLAB_CI: 'true', CI_CONFIG_PATH: 'https://u:p@h/x.yml', CI_JOB_NAME: 't' },
      {},
      'gitlab:https://***@h/x.yml#t',
      'https://***@h/x.yml / t',
    ],
    [
      '--matrix over what GitLab says',
      { GITLAB_CI: 'true', CI_JOB_NAME: 'build: [linux]' },
      { matrix: '{"os":"linux"}' },
      'gitlab:.gitlab-ci.yml#build{"os":"linux"}',
      '.gitlab-ci.yml / build (os=linux)',
    ],
    ['Jenkins', { JENKINS_URL: 'https://ci', JOB_NAME: 'folder/app' }, {}, 'jenkins:folder/app', 'folder/app'],
    ['Jenkins by its build tag', { BUILD_TAG: 'jenkins-app-1', JOB_NAME: 'app' }, {}, 'jenkins:app', 'app'],
    [
      'Jenkins multibranch',
      { JENKINS_URL: 'x', JOB_NAME: 'folder/app/feature%2Fx', BRANCH_NAME: 'feature/x' },
      {},
      'jenkins:folder/app',
      'folder/app',
    ],
    [
      'Jenkins multibranch, not encoded',
      { JENKINS_URL: 'x', JOB_NAME: 'app/feature/x', BRANCH_NAME: 'feature/x' },
      {},
      'jenkins:app',
      'app',
    ],
    [
      'Jenkins matrix project',
      { JENKINS_URL: 'x', JOB_NAME: 'app/OS=linux,GO=1.20' },
      {},
      'jenkins:app{"GO":"1.20","OS":"linux"}',
      'app (OS=linux, GO=1.20)',
    ],
    ['Jenkins stage', { JENKINS_URL: 'x', JOB_NAME: 'app', STAGE_NAME: 'Build' }, {}, 'jenkins:app:Build', 'app:Build'],
    ['a laptop', {}, {}, 'local:laptop', 'local:laptop'],
    ['a laptop with a name', {}, { name: 'dev' }, 'local:dev', 'local:dev'],
    ['GITHUB_ACTIONS=false', { ...GITHUB, GITHUB_ACTIONS: 'false' }, {}, 'local:laptop', 'local:laptop'],
  ])('knows %s', (_name, env, options, id, label) => {
    const job = identifyJob(env, at(options))
    expect([job.id, job.label]).toEqual([id, label])
  })

  it('gives a branch of its own to no job: two branches share one identity', () => {
    expect(jenkinsId('main', 'app/main')).toBe(jenkinsId('PR-7', 'app/PR-7'))
  })

  it('tells 1.2, "1.2", "1.20", true, "true" and null apart', () => {
    const values = ['1.2', '"1.2"', '"1.20"', 'true', '"true"', 'null', '"null"', '[1]', '{"a":1}', '""']
    const ids = values.map((value) => identifyJob(GITHUB, at({ matrix: `{"go":${value}}` })).id)
    expect(new Set(ids).size).toBe(values.length)
  })

  it.each(['{', '[1]', '"x"', '7', 'true', '{"go":1e999}', '{"__proto__":1}', '{"a":'.repeat(50) + '1' + '}'.repeat(50)])(
    'refuses the matrix %s and quotes it',
    (matrix) => {
      expect(() => identifyJob(GITHUB, at({ matrix }))).toThrow(
        expect.objectContaining({ code: 'usage', message: expect.stringContaining(JSON.stringify(matrix.slice(0, 20)).slice(0, -1)) }),
      )
    },
  )

  it('shortens a long malformed matrix', () => {
    let message = ''
    try {
      identifyJob(GITHUB, at({ matrix: 'x'.repeat(5000) }))
    } catch (error) {
      if (error instanceof ParityError) ({ message } = error)
    }
    expect(message).toContain('xxx…')
    expect(message.length).toBeLessThan(200)
  })

  it('keeps control characters out of identity and label', () => {
    const job = identifyJob(GITHUB, at({ name: 'a\n::error::b\u001B[0m', matrix: '{"x":"\\n::warning::"}' }))
    // eslint-disable-next-line no-control-regex
    expect(`${job.id}${job.label}`).not.toMatch(/[\u0000-\u001f]/)
  })

  it.each<[string, readonly [string, string, string], readonly [string, string, string]]>([
    ['a divider in the file', ['a#b', 'c', ''], ['a', 'b#c', '']],
    ['a divider in the name that was escaped', ['a', 'b#c', ''], ['a', 'b%23c', '']],
    ['a name that ends like a matrix', ['a', 'b{"x":1}', ''], ['a', 'b', '{"x":1}']],
    ['a name that ends like two', ['a', 'b{"x":1}', '{"y":2}'], ['a', 'b', '{"x":1}{"y":2}'.slice(0, 7)]],
  ])('is not fooled by %s', (_name, ...pair) => {
    const [first, second] = pair.map(([file, name, matrix]) =>
      identifyJob({ ...GITHUB, GITHUB_WORKFLOW_REF: `o/r/${file}@refs/x` }, at({ name, matrix })),
    )
    expect(first?.id).not.toBe(second?.id)
  })

  it('never gives two jobs one identity', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '#', '{', '}', '%', '"', ':', '2', '3', ',', ' '), minLength: 1, maxLength: 5 })
    const matrix = fc.dictionary(name, fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null), fc.array(name, { maxLength: 2 })), {
      maxKeys: 2,
    })
    const wanted = fc.record({ file: name, name, matrix })
    type Wanted = { readonly file: string; readonly name: string; readonly matrix: Readonly<Record<string, Json>> }
    const idOf = ({ file, name: job, matrix: leg }: Wanted): string =>
      identifyJob({ ...GITHUB, GITHUB_WORKFLOW_REF: `o/r/${file}@refs/x` }, at({ name: job, matrix: JSON.stringify(leg) })).id
    fc.assert(
      fc.property(wanted, wanted, (a, b) => {
        expect(idOf(a) === idOf(b)).toBe(compactJson(a) === compactJson(b))
      }),
      { numRuns: 3000 },
    )
  })
})

function legOf(index: string, total: string): Job {
  return identifyJob({ GITHUB_ACTIONS: 'true', GITHUB_JOB: 'check' }, { hostLabel: 'h', leg: { index, total } })
}

describe('the leg of a matrix', () => {
  it('is known by number, and is no part of the identity', () => {
    expect(legOf('1', '4').leg).toStrictEqual({ index: 1, total: 4 })
    expect(legOf('1', '4').id).toBe(legOf('2', '4').id)
  })

  it.each([
    ['', ''],
    ['0', '1'],
    ['4', '4'],
    ['-1', '4'],
    ['1.5', '4'],
    ['${{ strategy.job-index }}', '${{ strategy.job-total }}'],
  ])('is not known from %j of %j', (index, total) => {
    expect(legOf(index, total).leg).toBeUndefined()
  })
})
