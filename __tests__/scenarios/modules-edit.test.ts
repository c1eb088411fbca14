import { describe, expect, it, jest } from '@jest/globals'
import { editModJson, editWorkJson } from '../../src/go/index.js'
import { GO_MOD, makeProject } from './modules-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

describe('go.mod and go.work as go reads them', () => {
  it('give requirements, replacements and lines', async () => {
    const text = `${GO_MOD}\ntoolchain go1.22.0\n\nreplace (\n\texample.com/words => ./words\n\texample.com/greet v1.2.0 => example.com/fork v1.1.0\n)\n`
    const { go } = makeProject({ 'go.mod': text })
    expect(await editModJson(go, 'go.mod')).toEqual({
      ok: true,
      file: {
        module: 'example.com/app',
        go: '1.21',
        toolchain: 'go1.22.0',
        require: [
          { path: 'example.com/greet', version: 'v1.2.0', indirect: false },
          { path: 'example.com/words', version: 'v1.0.0', indirect: true },
        ],
        replace: [
          { oldPath: 'example.com/words', oldVersion: null, newPath: './words', newVersion: null },
          { oldPath: 'example.com/greet', oldVersion: 'v1.2.0', newPath: 'example.com/fork', newVersion: 'v1.1.0' },
        ],
      },
    })
  })

  it('give the folders of a workspace', async () => {
    const { go } = makeProject({ 'go.work': 'go 1.22\n\nuse (\n\t./a\n\t./b\n)\n' })
    expect(await editWorkJson(go, 'go.work')).toEqual({ ok: true, file: { go: '1.22', toolchain: null, use: ['./a', './b'], replace: [] } })
  })

  it('are a failed command with its output when they cannot be read', async () => {
    const { go } = makeProject({ 'go.mod': '<<<<<<< HEAD\nmodule m\n', 'go.work': 'nonsense\n' })
    expect(await editModJson(go, 'go.mod')).toMatchObject({
      ok: false,
      result: { exitCode: 1, stderr: { text: expect.stringContaining('go.mod:1') } },
    })
    expect(await editWorkJson(go, 'go.work')).toMatchObject({ ok: false, result: { exitCode: 1 } })
  })
})
