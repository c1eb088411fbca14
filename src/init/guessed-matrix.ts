import { nodeAt, entriesOf, itemsAt, textAt, texts, type YamlFile, type YamlNode } from './yaml-file.js'

/** The machines and Go versions on which a project builds already. */
export interface GuessedMatrix {
  readonly os: readonly string[]
  /** Empty: what `goFile` says. */
  readonly go: readonly string[]
  /** Legs that the project leaves out, or adds. */
  readonly exclude: readonly { readonly os?: string; readonly go?: string }[]
  readonly include: readonly { readonly os: string; readonly go: string }[]
  /** `file:line` of the job that it is taken from; `null`: nothing was found. */
  readonly from: string | null
}

/** What a project without any workflow gets. */
export const PLAIN_MATRIX: GuessedMatrix = { os: ['ubuntu-latest'], go: [], exclude: [], include: [], from: null }

const MAX_VALUES = 20

/** A runner of GitHub: others have labels that only their owner knows. */
function isHosted(label: string): boolean {
  return /^(?:ubuntu|macos|windows)-[a-z0-9.-]{1,30}$/.test(label)
}

function isGoVersion(version: string): boolean {
  return /^(?:\^|~|>=)?\d[\w.-]{0,30}$|^1\.\d{1,3}\.x$|^(?:old)?stable$/.test(version)
}

/** `${{ matrix.os }}` → `os`. */
function axisOf(text: string | undefined): string | undefined {
  return /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text?.trim() ?? '')?.[1]
}

/** Literal values of what is written out, or of the axis that is named. */
function valuesOf(job: YamlNode, written: string | undefined, isValue: (text: string) => boolean): readonly string[] {
  const axis = axisOf(written)
  const matrix = nodeAt(job, 'strategy', 'matrix')
  const listed =
    axis === undefined
      ? [written ?? '']
      : [...texts(itemsAt(matrix, axis)), ...itemsAt(matrix, 'include').flatMap((item) => textAt(item, axis) ?? [])]
  return [...new Set(listed)].filter(isValue).slice(0, MAX_VALUES)
}

function legs(
  job: YamlNode,
  key: 'include' | 'exclude',
  os: string | undefined,
  go: string | undefined,
): readonly { readonly os?: string; readonly go?: string }[] {
  return itemsAt(nodeAt(job, 'strategy', 'matrix'), key)
    .slice(0, MAX_VALUES)
    .flatMap((item) => {
      // A leg that is told apart by anything else is about something else.
      if (key === 'exclude' && entriesOf(item).some(([name]) => name !== os && name !== go)) return []
      const [system, version] = [os === undefined ? undefined : textAt(item, os), go === undefined ? undefined : textAt(item, go)]
      if ((system !== undefined && !isHosted(system)) || (version !== undefined && !isGoVersion(version))) return []
      return system === undefined && version === undefined
        ? []
        : [{ ...(system === undefined ? {} : { os: system }), ...(version === undefined ? {} : { go: version }) }]
    })
}

function matrixOfJob(file: YamlFile, job: YamlNode, keyAt: number): GuessedMatrix | null {
  const setup = itemsAt(job, 'steps').find((step) => /(?:^|\/)setup-go@/.test(textAt(step, 'uses') ?? ''))
  if (setup === undefined) return null
  const [runsOn, version] = [textAt(job, 'runs-on'), textAt(setup, 'with', 'go-version')]
  const [osAxis, goAxis] = [axisOf(runsOn), axisOf(version)]
  const matrix = nodeAt(job, 'strategy', 'matrix')
  const from = `${file.name}:${String(file.lineOf(keyAt))}`
  const exclude = legs(job, 'exclude', osAxis, goAxis)
  const [allOs, allGo] = [valuesOf(job, runsOn, isHosted), valuesOf(job, version, isGoVersion)]
  if (osAxis === undefined || goAxis === undefined) return allOs.length === 0 ? null : { os: allOs, go: allGo, exclude, include: [], from }
  // What only `include` names is a leg of its own, not a value that every other one meets.
  const [os, go] = [osAxis, goAxis].map((axis, index) => {
    const values = texts(itemsAt(matrix, axis))
    return (index === 0 ? allOs : allGo).filter((value) => values.includes(value))
  })
  const added = legs(job, 'include', osAxis, goAxis).flatMap((leg) =>
    leg.os === undefined || leg.go === undefined ? [] : [{ os: leg.os, go: leg.go }],
  )
  if (os === undefined || go === undefined || os.length * go.length === 0)
    return added.length === 0 ? null : { os: [], go: [], exclude: [], include: added, from }
  return { os, go, exclude, include: added.filter((leg) => !(os.includes(leg.os) && go.includes(leg.go))), from }
}

function size({ os, go, include, exclude }: GuessedMatrix): number {
  return os.length * Math.max(1, go.length) + include.length - exclude.length
}

/** The matrix of the job that sets up Go on the most machines. */
export function guessMatrix(files: readonly YamlFile[]): GuessedMatrix {
  const found = files.flatMap((file) =>
    entriesOf(nodeAt(file.root, 'jobs'))
      .slice(0, 200)
      .flatMap(([, job, keyAt]) => matrixOfJob(file, job, keyAt) ?? []),
  )
  // Only the first of equals: `toSorted` keeps the order.
  return found.toSorted((a, b) => size(b) - size(a))[0] ?? PLAIN_MATRIX
}

/** The branch that workflows are pushed to, when they name one without a pattern. */
export function guessBranch(files: readonly YamlFile[]): string | undefined {
  const branches = files.flatMap(({ root }) => texts(itemsAt(root, 'on', 'push', 'branches')))
  return branches.find((branch) => ['main', 'master', 'trunk'].includes(branch)) ?? branches.find((branch) => /^[\w./-]+$/.test(branch))
}
