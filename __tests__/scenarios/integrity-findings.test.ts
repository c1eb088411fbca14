import { describe, expect, it, jest } from '@jest/globals'
import { goSumOf } from '../support/project.js'
import { APP, makeProject, MODULES, readOne } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

describe('what is wrong with go.sum by itself', () => {
  it('is told with the line of the first conflict marker and what to do', async () => {
    const { findings, root, degraded } = await readOne(
      makeProject({ ...APP, 'go.sum': `${goSumOf(MODULES)}<<<<<<< HEAD\n=======\n>>>>>>> x\n` }),
    )
    expect(findings).toMatchObject([
      {
        rule: 'checksum/gosum-malformed',
        severity: 'error',
        location: { file: 'go.sum', line: 5 },
        title: 'go.sum holds an unresolved merge conflict',
        evidence: ['go.sum:5: <<<<<<< HEAD', 'go.sum:6: =======', 'go.sum:7: >>>>>>> x'],
      },
    ])
    expect(root.modules).toEqual([])
    expect(degraded).toEqual([{ what: 'the build list of .', why: 'go.sum cannot be read' }])
  })

  it('is told with both lines when they give different hashes', async () => {
    const { findings } = await readOne(makeProject({ ...APP, 'go.sum': `${goSumOf(MODULES)}example.com/words v1.0.0 h1:other=\n` }))
    expect(findings).toMatchObject([
      { rule: 'checksum/gosum-malformed', subject: { module: 'example.com/words@v1.0.0' }, location: { file: 'go.sum', line: 5 } },
    ])
    expect(findings[0]?.evidence).toHaveLength(2)
  })
})
