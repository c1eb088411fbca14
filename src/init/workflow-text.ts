import { PERMISSIONS } from '../config/index.js'
import { actionUse, CHECKOUT, SETUP_GO } from './action-reference.js'
import type { GuessedMatrix } from './guessed-matrix.js'
import { yamlList, yamlValue } from './yaml-text.js'

/** What a written workflow depends on. */
export interface WorkflowFacts {
  /** `owner/goparity@commit` */
  readonly reference: string
  readonly branch: string
  readonly matrix: GuessedMatrix
  /** go.mod or go.work from the top of the repository. */
  readonly goFile: string
  /** Folder of the project from the top of the repository; `.` for the top. */
  readonly directory: string
}

const CHECKOUT_LINES: readonly string[] = [`- uses: ${CHECKOUT}`, '  with:', '    persist-credentials: false']

/** The line of one of our actions in `steps:`, and the folder it looks at when that is not the top. */
export function useLines(reference: string, action: 'record' | 'report', directory: string): readonly string[] {
  const inputs =
    action === 'record' ? ['fail-on: unverified # what else differs is the verdict of the report'] : ['expected-jobs: ${{ toJSON(needs) }}']
  return [
    `- uses: ${actionUse(reference, action)}`,
    '  with:',
    ...(directory === '.' ? [] : [`    working-directory: ${yamlValue(directory)}`]),
    ...inputs.map((line) => `    ${line}`),
  ]
}

/** `permissions:` of a job that runs one of our actions, each grant with its reason. */
export function permissionLines(action: 'record' | 'report'): readonly string[] {
  return [
    'permissions:',
    ...PERMISSIONS.filter((grant) => grant.action === action && grant.event === undefined).map(({ scope, why }) => `  ${scope} # ${why}`),
  ]
}

/** The report job without its id: it waits for the jobs that record. */
export function reportLines(reference: string, needs: readonly string[], directory: string): readonly string[] {
  return [
    'name: goparity report',
    `needs: ${yamlList(needs)}`,
    'if: ${{ !cancelled() }} # a job that failed is what the report is about',
    'runs-on: ubuntu-latest',
    'timeout-minutes: 10',
    ...permissionLines('report'),
    'steps:',
    ...(reference.startsWith('./') ? indent(CHECKOUT_LINES, 2) : []),
    ...indent(useLines(reference, 'report', directory), 2),
  ]
}

function legLines(key: string, legs: readonly { readonly os?: string; readonly go?: string }[]): readonly string[] {
  const items = legs.flatMap(({ os, go }) => {
    const fields = [...(os === undefined ? [] : [`os: ${yamlValue(os)}`]), ...(go === undefined ? [] : [`go: ${yamlValue(go)}`])]
    return fields.map((field, index) => `  ${index === 0 ? '-' : ' '} ${field}`)
  })
  return items.length === 0 ? [] : [`${key}:`, ...items]
}

function matrixLines({ os, go, include, exclude }: GuessedMatrix): readonly string[] {
  return [
    ...(os.length === 0 ? [] : [`os: ${yamlList(os)}`]),
    ...(go.length === 0 ? [] : [`go: ${yamlList(go)}`]),
    ...legLines('include', include),
    ...legLines('exclude', exclude),
  ]
}

function indent(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`))
}

/** The whole workflow: every leg of the matrix records, one job answers. */
export function workflowText({ reference, branch, matrix, goFile, directory }: WorkflowFacts): string {
  const hasGo = matrix.go.length > 0 || matrix.include.some(({ go }) => go !== '')
  return [
    '# Written by `goparity init`: every job says what it is and verifies its modules, and the report answers once for all of them.',
    'name: goparity',
    '',
    'on:',
    '  push:',
    `    branches: ${yamlList([branch])} # its runs are the baseline of pull requests`,
    '  pull_request:',
    '',
    'permissions: {}',
    '',
    'concurrency:',
    '  group: goparity-${{ github.ref }}',
    "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
    '',
    'jobs:',
    '  check:',
    `    name: check on \${{ matrix.os }}${hasGo ? ', Go ${{ matrix.go }}' : ''}`,
    '    runs-on: ${{ matrix.os }}',
    '    timeout-minutes: 30',
    ...indent(permissionLines('record'), 4),
    '    strategy:',
    '      fail-fast: false # a leg that fails does not hide what the others say',
    `      matrix:${matrix.from === null ? '' : ` # as in ${matrix.from}`}`,
    ...indent(matrixLines(matrix), 8),
    '    steps:',
    ...indent(CHECKOUT_LINES, 6),
    `      - uses: ${SETUP_GO}`,
    '        with:',
    hasGo ? '          go-version: ${{ matrix.go }}' : `          go-version-file: ${yamlValue(goFile)}`,
    ...(goFile.includes('/') ? [`          cache-dependency-path: ${yamlValue(goFile.replace(/go\.(?:mod|work)$/, 'go.sum'))}`] : []),
    ...indent(useLines(reference, 'record', directory), 6),
    '',
    '  report:',
    ...indent(reportLines(reference, ['check'], directory), 4),
    '',
  ].join('\n')
}
