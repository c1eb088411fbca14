import { expect } from '@jest/globals'
import { contradictions, readDeclarations, type DeclaredEnvironments, type MeasuredEnvironment } from '../../../src/declared/index.js'
import type { Finding } from '../../../src/report/index.js'

/** A repository by its files. */
export type Repository = Readonly<Record<string, string>>

export async function read(files: Repository): Promise<DeclaredEnvironments> {
  return readDeclarations(new Map(Object.entries(files)))
}

export async function findingsOf(files: Repository, measured: readonly MeasuredEnvironment[] = []): Promise<readonly Finding[]> {
  const declared = await read(files)
  expect(declared.unreadable).toStrictEqual([])
  return contradictions(declared, { measured })
}

/** `rule severity file:line` of each. */
export async function placesOf(files: Repository, measured: readonly MeasuredEnvironment[] = []): Promise<readonly string[]> {
  const found = await findingsOf(files, measured)
  return found.map(({ rule, severity, location }) => `${rule} ${severity} ${location?.file ?? ''}:${String(location?.line)}`)
}

/** A go.mod. */
export function goMod(go: string, more = ''): string {
  return `module example.com/app\n\ngo ${go}\n${more}`
}

/** A workflow with one job that sets up Go and runs commands. */
export function workflow(version: string, run = 'go test ./...', action = 'actions/setup-go@v5'): string {
  return `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ${action}
        with:
          go-version: ${version}
      - run: ${run}
`
}
