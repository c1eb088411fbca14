import { describe, expect, it } from '@jest/globals'
import { confirmSuspects, findSumGaps, indexGoSums, parseGoSum, parseListedModules, readBuildList } from '../../../src/modules/index.js'

const LISTED = `{
	"Path": "example.com/app",
	"Main": true,
	"Dir": "/home/me/app",
	"GoMod": "/home/me/app/go.mod",
	"GoVersion": "1.21"
}
{
	"Path": "example.com/replaced",
	"Version": "v1.0.0",
	"Replace": {
		"Path": "example.com/fork",
		"Version": "v1.1.0",
		"Dir": "/cache/example.com/fork@v1.1.0"
	},
	"Dir": "/cache/example.com/fork@v1.1.0"
}
{
	"Path": "example.com/local",
	"Version": "v1.0.0",
	"Replace": {
		"Path": "./local",
		"Dir": "/home/me/app/local"
	}
}
{
	"Path": "example.com/Broken",
	"Version": "v9.9.9",
	"Indirect": true,
	"Error": {
		"Err": "example.com/Broken@v9.9.9: not found\\n\\tsecond line"
	}
}
`
const SUMS = parseGoSum(`example.com/fork v1.1.0 h1:fork=
example.com/fork v1.1.0/go.mod h1:forkmod=
example.com/replaced v1.0.0 h1:original=
`)

describe('readBuildList', () => {
  it('gives the modules by path with the hashes of what is really built, and nothing of this machine', () => {
    expect(readBuildList(LISTED, [SUMS])).toEqual([
      { path: 'example.com/Broken', version: 'v9.9.9', indirect: true, error: 'example.com/Broken@v9.9.9: not found' },
      { path: 'example.com/app', version: null, main: true },
      { path: 'example.com/local', version: 'v1.0.0', replace: { path: './local', version: null } },
      {
        path: 'example.com/replaced',
        version: 'v1.0.0',
        replace: { path: 'example.com/fork', version: 'v1.1.0' },
        sum: 'h1:fork=',
        goModSum: 'h1:forkmod=',
      },
    ])
  })

  it('refuses output whose fields have another type', () => {
    expect(() => readBuildList('{"Path":1}', [])).toThrow('go list -m -json all printed a Path that is no text')
  })

  it('sorts by UTF-8 bytes', () => {
    const list = ['m/\u{1F600}', 'm/\uFF5E', 'm/a', 'm/B'].map((Path) => JSON.stringify({ Path, Version: 'v1.0.0' })).join('\n')
    expect(readBuildList(list, []).map(({ path }) => path)).toEqual(['m/B', 'm/a', 'm/\uFF5E', 'm/\u{1F600}'])
  })
})

describe('findSumGaps', () => {
  const listed = parseListedModules(
    [
      { Path: 'app', Main: true },
      { Path: 'direct', Version: 'v1.0.0' },
      { Path: 'deep', Version: 'v1.0.0', Indirect: true },
      { Path: 'local', Version: 'v1.0.0', Replace: { Path: './local' } },
      { Path: 'said', Version: 'v1.0.0', Error: { Err: 'said@v1.0.0: missing go.sum entry for go.mod file; to add it: …' } },
    ]
      .map((module) => JSON.stringify(module))
      .join('\n'),
  )

  it('wants the go.mod line of what go.mod requires and of what go itself misses', () => {
    const gaps = findSumGaps(listed, indexGoSums([parseGoSum('direct v1.0.0 h1:x=\n')]), new Set(['direct', 'local']), false)
    expect(gaps.missing).toEqual(['direct@v1.0.0/go.mod', 'said@v1.0.0/go.mod'])
    expect(gaps.suspects.map(({ path }) => path)).toEqual(['deep', 'said'])
  })

  it('wants every go.mod line before go 1.17', () => {
    const gaps = findSumGaps(listed, new Map(), new Set(['direct']), true)
    expect(gaps.missing).toEqual(['deep@v1.0.0/go.mod', 'direct@v1.0.0/go.mod', 'said@v1.0.0/go.mod'])
  })
})

describe('confirmSuspects', () => {
  const modules = parseListedModules(
    [
      { Path: 'example.com/a', Version: 'v1.0.0' },
      { Path: 'example.com/a/nested', Version: 'v2.0.0' },
      { Path: 'example.com/r', Version: 'v1.0.0', Replace: { Path: 'example.com/fork', Version: 'v1.1.0' } },
    ]
      .map((module) => JSON.stringify(module))
      .join('\n'),
  )

  it('names the module with the longest path for a package, and what replaces it', () => {
    const errors = [
      '"missing go.sum entry for module providing package example.com/a/nested/x (imported by app); to add:\\n\\tgo get app"',
      '"missing go.sum entry for module providing package example.com/r; to add:\\n\\tgo mod download"',
      '"missing go.sum entry for module providing package example.com/other"',
      '"syntax error"',
    ]
    expect(confirmSuspects(modules, errors)).toEqual(['example.com/a/nested@v2.0.0', 'example.com/fork@v1.1.0'])
  })
})
