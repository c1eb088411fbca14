import { describe, expect, it } from '@jest/globals'
import { decideMode, findGoFlag, type ModeFacts } from '../../../src/modules/index.js'

const MODULE: ModeFacts = {
  go111module: '',
  go111moduleOrigin: 'default',
  goflags: '',
  goflagsOrigin: 'default',
  goWork: '',
  hasGoMod: true,
  goModGoLine: '1.21',
  goWorkGoLine: null,
  vendor: null,
  goVersion: 'go1.26.8',
}
const VENDORED: ModeFacts = { ...MODULE, vendor: { workspace: false } }
const WORKSPACE: ModeFacts = { ...MODULE, goWork: '/p/go.work', goWorkGoLine: '1.22' }
const VENDORED_WORKSPACE: ModeFacts = { ...WORKSPACE, vendor: { workspace: true } }
const FLAGS = { goflagsOrigin: 'process' } as const

describe('decideMode', () => {
  it.each<[string, ModeFacts, string, string]>([
    ['a plain module', MODULE, 'module', 'go.mod without vendor/'],
    ['modules off', { ...VENDORED, go111module: 'off', go111moduleOrigin: 'goenv' }, 'gopath', 'GO111MODULE=off (go env file)'],
    [
      'auto without go.mod',
      { ...MODULE, go111module: 'auto', go111moduleOrigin: 'process', hasGoMod: false },
      'gopath',
      'GO111MODULE=auto (process environment) and there is no go.mod',
    ],
    ['auto with go.mod', { ...MODULE, go111module: 'auto' }, 'module', 'go.mod without vendor/'],
    ['auto in a workspace', { ...WORKSPACE, go111module: 'auto', hasGoMod: false }, 'workspace', 'go.work is in effect'],
    ['on', { ...MODULE, go111module: 'on' }, 'module', 'go.mod without vendor/'],
    ['a vendor folder', VENDORED, 'vendor', 'vendor/ is there and go.mod says go 1.21'],
    ['a vendor folder from go 1.14 on', { ...VENDORED, goModGoLine: '1.14' }, 'vendor', 'vendor/ is there and go.mod says go 1.14'],
    [
      'a vendor folder and an old go line',
      { ...VENDORED, goModGoLine: '1.13' },
      'module',
      'vendor/ is there, but go.mod says go 1.13: used from go 1.14 on',
    ],
    [
      'a vendor folder and no go line',
      { ...VENDORED, goModGoLine: null },
      'module',
      'vendor/ is there, but go.mod has no go line: it is not used',
    ],
    [
      '-mod=readonly over a vendor folder',
      { ...VENDORED, ...FLAGS, goflags: '-mod=readonly' },
      'module',
      '-mod=readonly in GOFLAGS (process environment): vendor/ is not used',
    ],
    ['-mod=mod', { ...MODULE, goflags: '-mod=mod', goflagsOrigin: 'goenv' }, 'module', '-mod=mod in GOFLAGS (go env file)'],
    [
      '-mod=vendor with an old go line',
      { ...VENDORED, ...FLAGS, goModGoLine: '1.13', goflags: '-tags=x -mod=vendor' },
      'vendor',
      '-mod=vendor in GOFLAGS (process environment)',
    ],
    [
      '-mod=vendor without the folder',
      { ...MODULE, ...FLAGS, goflags: '-mod=vendor' },
      'vendor',
      '-mod=vendor in GOFLAGS (process environment), but there is no vendor/',
    ],
    ['a workspace', WORKSPACE, 'workspace', 'go.work is in effect'],
    ['a vendored workspace', VENDORED_WORKSPACE, 'workspace-vendor', 'vendor/ is there and go.work says go 1.22'],
    [
      'a vendored workspace and Go 1.21',
      { ...VENDORED_WORKSPACE, goVersion: 'go1.21.13' },
      'workspace',
      'vendor/ is there, but go1.21.13 has no vendored workspaces',
    ],
    [
      "a module's vendor folder in a workspace",
      { ...WORKSPACE, vendor: { workspace: false } },
      'workspace',
      'vendor/ is there, but was made by go mod vendor: it is not used in a workspace',
    ],
    [
      "a workspace's vendor folder outside of it",
      { ...VENDORED, goWork: 'off', vendor: { workspace: true } },
      'module',
      'vendor/ is there, but was made by go work vendor: it is not used outside a workspace',
    ],
    [
      '-mod=mod in a workspace',
      { ...VENDORED_WORKSPACE, ...FLAGS, goflags: '-mod=mod' },
      'workspace',
      '-mod=mod in GOFLAGS (process environment), which go refuses in a workspace',
    ],
    ['GOWORK=off', { ...MODULE, goWork: 'off' }, 'module', 'go.mod without vendor/'],
  ])('has one answer for %s', (_name, facts, mode, reason) => {
    expect(decideMode(facts)).toEqual({ mode, reason })
  })
})

describe('findGoFlag', () => {
  it.each([
    ['-mod=vendor', 'vendor'],
    ['--mod=vendor', 'vendor'],
    ['-mod=vendor -mod=readonly', 'readonly'],
    [`'-ldflags=-X a=-mod=mod' -v`, null],
    [`"-mod=vendor" -v`, 'vendor'],
    ['-modfile=x.mod', null],
    ['-modcacherw', null],
    ['', null],
  ])('reads -mod from %j', (flags, value) => {
    expect(findGoFlag(flags, 'mod')).toBe(value)
  })
})
