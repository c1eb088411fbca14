import { describe, expect, it } from '@jest/globals'
import { detectChange, parseBaselineName } from '../../../src/baseline/index.js'

const SHA = '0123456789abcdef0123456789abcdef01234567'

describe('a change is told from a push', () => {
  it.each([
    ['a laptop', {}, undefined],
    ['a push on GitHub', { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'push', GITHUB_BASE_REF: '' }, { after: SHA }],
    ['a branch pipeline on GitLab', { GITLAB_CI: 'true', CI_COMMIT_BRANCH: 'main' }, undefined],
    ['a branch build on Jenkins', { JENKINS_URL: 'https://ci.example', BRANCH_NAME: 'main' }, undefined],
  ])('%s is none', (_, env, event) => {
    expect(detectChange(env, event)).toBeNull()
  })

  it.each([
    [
      'a pull request on GitHub',
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'release/1.x' },
      { pull_request: { base: { sha: SHA, ref: 'release/1.x' } } },
      { provider: 'github', branch: 'release/1.x', commits: [SHA] },
    ],
    [
      'a pull request whose event is not there',
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' },
      undefined,
      { provider: 'github', branch: 'main', commits: [] },
    ],
    [
      'a pull request whose event is malformed',
      { GITHUB_BASE_REF: 'main' },
      { pull_request: { base: { sha: '--upload-pack=x' } } },
      { provider: 'github', branch: 'main', commits: [] },
    ],
    [
      'an entry of the merge queue',
      { GITHUB_EVENT_NAME: 'merge_group' },
      { merge_group: { base_sha: SHA, base_ref: 'refs/heads/main' } },
      { provider: 'github', branch: 'main', commits: [SHA] },
    ],
    [
      'an entry of the merge queue by its branch alone',
      { GITHUB_REF: `refs/heads/gh-readonly-queue/main/pr-12-${SHA}` },
      undefined,
      { provider: 'github', branch: 'main', commits: [SHA] },
    ],
    [
      'a merge request on GitLab',
      { CI_MERGE_REQUEST_DIFF_BASE_SHA: SHA, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
      undefined,
      { provider: 'gitlab', branch: 'main', commits: [SHA] },
    ],
    [
      'a change request on Jenkins',
      { CHANGE_ID: '7', CHANGE_TARGET: 'main' },
      undefined,
      { provider: 'jenkins', branch: 'main', commits: [] },
    ],
  ])('%s is one', (_, env, event, change) => {
    expect(detectChange(env, event)).toEqual(change)
  })
})

describe('the name of a baseline', () => {
  it.each([
    ['', { kind: 'auto' }],
    ['auto', { kind: 'auto' }],
    ['none', { kind: 'none' }],
    ['file:ci/base line.json', { kind: 'file', path: 'ci/base line.json' }],
    ['git:origin/main', { kind: 'git', ref: 'origin/main' }],
    ['git:v1.2.0', { kind: 'git', ref: 'v1.2.0' }],
    ['run:123', { kind: 'run', id: 123 }],
  ])('%p is understood', (text, name) => {
    expect(parseBaselineName(text)).toEqual(name)
  })

  it.each([
    'file:',
    'git:',
    'git:--output=x',
    'git:a..b',
    'git:a:b',
    'git:a b',
    'git:a\u0000',
    'git:main@{1}',
    'run:x',
    'run:',
    'run:0',
    'run:1234567890123456',
    'main',
    'http://x',
  ])('%p is refused with what is allowed', (text) => {
    expect(() => parseBaselineName(text)).toThrow(expect.objectContaining({ code: 'usage', hint: expect.stringContaining('file:PATH') }))
  })
})
