import { describe, expect, it } from '@jest/globals'
import { originsOf, parseEnvFile } from '../../../src/environment/index.js'

const NO_FILES = { goenv: null, goroot: null }

describe('parseEnvFile', () => {
  it('takes lines that begin with a capital letter, the last of a key, and unquotes nothing', () => {
    const settings = parseEnvFile('# comment\nGOFLAGS=-a=b\n\ngoflags=x\n GOOS=plan9\nNOEQUALS\nCC="gcc"\nGOFLAGS=-c\nEMPTY=\r\n')
    expect([...settings]).toEqual([
      ['GOFLAGS', '-c'],
      ['CC', '"gcc"'],
      ['EMPTY', '\r'],
    ])
  })
})

describe('originsOf', () => {
  it('follows the order process, go env file, GOROOT file, default', () => {
    const values = { GOPROXY: 'x', GOSUMDB: 'x', GOTOOLCHAIN: 'x', GOFLAGS: '', GOVERSION: 'go1.26.8' }
    const files = { goenv: 'GOPROXY=b\nGOSUMDB=b\n', goroot: 'GOPROXY=c\nGOSUMDB=c\nGOTOOLCHAIN=c\n' }
    expect(originsOf(values, { GOPROXY: 'a' }, files)).toEqual({
      GOPROXY: 'process',
      GOSUMDB: 'goenv',
      GOTOOLCHAIN: 'goroot',
      GOFLAGS: 'default',
      GOVERSION: 'derived',
    })
  })

  it('takes an empty variable for unset: the file speaks', () => {
    expect(originsOf({ CGO_ENABLED: '0' }, { CGO_ENABLED: '' }, { goenv: 'CGO_ENABLED=0\n', goroot: null })).toEqual({
      CGO_ENABLED: 'goenv',
    })
  })

  it('lets an empty line of the go env file hide $GOROOT/go.env', () => {
    expect(originsOf({ GOPROXY: '' }, {}, { goenv: 'GOPROXY=\n', goroot: 'GOPROXY=x\n' })).toEqual({ GOPROXY: 'default' })
  })

  it('says that go itself fills the patterns that follow GOPRIVATE', () => {
    const values = { GOPRIVATE: 'a', GONOSUMDB: 'a', GONOPROXY: 'b' }
    expect(originsOf(values, { GOPRIVATE: 'a', GONOPROXY: 'b' }, NO_FILES)).toEqual({
      GOPRIVATE: 'process',
      GONOSUMDB: 'derived',
      GONOPROXY: 'process',
    })
  })

  it('does not believe a CGO_ENABLED that go ignores', () => {
    expect(originsOf({ CGO_ENABLED: '1' }, { CGO_ENABLED: 'yes' }, { goenv: 'CGO_ENABLED=1', goroot: null })).toEqual({
      CGO_ENABLED: 'default',
    })
  })

  it('does not look for GODEBUG and GOENV in files, as go does not', () => {
    expect(originsOf({ GODEBUG: '', GOENV: '/x' }, {}, { goenv: 'GODEBUG=a=1\nGOENV=/y\n', goroot: null })).toEqual({
      GODEBUG: 'default',
      GOENV: 'default',
    })
  })

  it('leaves out keys that are not in the table, also those named like properties of objects', () => {
    expect(originsOf({ constructor: 'x', GOX: 'y' }, {}, NO_FILES)).toEqual({})
    expect(originsOf({ GOOS: 'linux' }, Object.create({ GOOS: 'inherited' }), NO_FILES)).toEqual({ GOOS: 'default' })
  })
})
