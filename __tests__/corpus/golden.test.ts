import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { classify, type IncidentFacts } from '../../src/incidents/index.js'
import { readLogFile } from './read-corpus.js'

const debian: IncidentFacts = { hostGoos: 'linux', hostGoarch: 'amd64', distribution: 'debian', goos: 'linux', goarch: 'amd64' }
const toArm: IncidentFacts = { ...debian, goarch: 'arm64', cgoEnabled: true, target: 'linux/arm64+cgo' }

/** Logs, with what is known beside them, whose whole text is reviewed. */
const shown: readonly (readonly [file: string, facts: IncidentFacts])[] = [
  ['gosum-mismatch-zip.txt', debian],
  ['sumdb-mismatch.txt', debian],
  ['gosum-missing-package.txt', debian],
  ['gosum-malformed.txt', debian],
  ['sumdb-unreachable-private.txt', debian],
  ['cache-modified-dir-and-zip.txt', debian],
  ['compiler-missing.txt', toArm],
  ['wrong-target-arm64.txt', toArm],
  ['header-missing-module.txt', debian],
  ['library-missing-incompatible.txt', toArm],
  ['undefined-reference-musl.txt', debian],
  ['pkg-config-old.txt', {}],
  ['macos-framework-ld.txt', { ...debian, goos: 'darwin', goarch: 'arm64' }],
  ['files-dropped-module.txt', { ...debian, goarch: 'arm64', cgoEnabled: false, target: 'linux/arm64-cgo' }],
  ['disabled-at-runtime-sqlite.txt', debian],
  ['race-needs-cgo.txt', { ...debian, distribution: 'alpine' }],
  ['target-unsupported-space.txt', {}],
  ['constraints-exclude-all-import.txt', debian],
  ['undefined-symbol-windows.txt', { ...debian, goos: 'windows' }],
  ['int-overflow.txt', { ...debian, goarch: '386' }],
  ['toolchain-too-old.txt', debian],
  ['toolchain-too-old-standard.txt', { ...debian, goVersion: 'go1.20.14' }],
  ['mixed-two-packages.txt', debian],
]

function render(file: string, facts: IncidentFacts): string {
  return classify(readLogFile(file), facts)
    .map(
      ({ rule, confidence, culprit, cause, evidence, fix }) =>
        `${rule} (${confidence})\n${JSON.stringify(culprit)}\n\n${cause}\n\n` +
        `${evidence.map(({ line, text }) => `  ${String(line)} | ${text}\n`).join('')}\n` +
        fix.map(({ command, edit, why }) => `${command === undefined ? `- ${edit ?? ''}` : `$ ${command}`}\n    ${why}\n`).join(''),
    )
    .join('\n')
}

describe('the text of incidents', () => {
  it.each(shown)('of %s reads as reviewed', (file, facts) => {
    const path = join(resolve('__tests__', 'corpus', 'expected'), file)
    const text = render(file, facts)
    // GOPARITY_UPDATE_GOLDEN=1 writes them anew, for review in the diff.
    if (process.env['GOPARITY_UPDATE_GOLDEN'] === '1') writeFileSync(path, text)
    expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text)
  })
})
