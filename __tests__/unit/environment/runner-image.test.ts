import { describe, expect, it } from '@jest/globals'
import { readRunnerImage } from '../../../src/environment/index.js'

describe('readRunnerImage', () => {
  it('is what the runner says of itself', () => {
    const env = {
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'ARM64',
      ImageOS: 'ubuntu24',
      ImageVersion: '20261101.1.0',
      RUNNER_ENVIRONMENT: 'github-hosted',
    }
    expect(readRunnerImage(env)).toEqual({
      os: 'Linux',
      arch: 'ARM64',
      image: 'ubuntu24',
      version: '20261101.1.0',
      environment: 'github-hosted',
    })
  })

  it('is there with one variable, the others being unknown', () => {
    expect(readRunnerImage({ RUNNER_OS: 'macOS', ImageOS: '' })).toEqual({
      os: 'macOS',
      arch: null,
      image: null,
      version: null,
      environment: null,
    })
  })

  it('is not there elsewhere', () => {
    expect(readRunnerImage({ HOME: '/root' })).toBeNull()
  })
})
