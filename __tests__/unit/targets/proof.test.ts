import { describe, expect, it } from '@jest/globals'
import { whyNoProof } from '../../../src/targets/index.js'

describe('whether GOFLAGS leave room for a proof', () => {
  it.each([
    '',
    '-mod=readonly -trimpath -tags=a,b',
    '--tags=a',
    '-pgo=off',
    '-gcflags=-N',
    "'-gcflags=all=-N -l'",
    "'-ldflags=-s -w -X main.version=v1.2.3'",
    '-ldflags=-buildid=',
  ])('they do: %s', (goflags) => {
    expect(whyNoProof(goflags)).toBeNull()
  })

  it.each([
    ['-overlay=overlay.json', '-overlay'],
    ['-toolexec=/usr/bin/env', '-toolexec'],
    ['-modfile=other.mod', '-modfile'],
    ['-pgo=other.pgo', '-pgo'],
    ['-compiler=gccgo', '-compiler'],
    // These read a file that is no input of any package.
    ['-asmflags=-I=/include', '-asmflags'],
    ['-gcflags=-embedcfg=file', '-gcflags'],
    ["'-gcflags=all=-N -importcfg=file'", '-gcflags'],
    ['-ldflags=-linkmode=external', '-ldflags'],
    ["'-ldflags=-s -extld=cc'", '-ldflags'],
    ["'-ldflags=-extldflags -static'", '-ldflags'],
  ])('they do not: %s', (goflags, flag) => {
    expect(whyNoProof(goflags)).toContain(`${flag} in GOFLAGS`)
  })

  it('they do not when their quotes do not close', () => {
    expect(whyNoProof("'-tags=a")).toBe('GOFLAGS cannot be read')
  })
})
