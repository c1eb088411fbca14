import { sumKey, type FileChange } from '../modules/index.js'
import type { Finding, Fix } from '../report/index.js'
import type { GoModState } from './module-states.js'
import type { ModuleJudgement } from './judge-states.js'
import { locate } from './location.js'
import { nameOf, type NamedChanges } from './name-changes.js'
import type { RootFiles } from './root-files.js'
import type { RootPlace } from './roots.js'
import type { Dispute } from './testimony.js'

/** Changed files named in one finding; the others are counted. */
const SHOWN_FILES = 20

/** What is known beyond the module cache: who is right, and the way out. */
export interface Explained {
  readonly sentence: string
  readonly evidence: readonly string[]
  readonly fix: readonly Fix[]
}

const CHANGED: Readonly<Record<FileChange['change'], string>> = {
  modified: 'modified',
  added: 'added',
  removed: 'removed',
  mode: 'has other permissions',
  link: 'is a link',
  irregular: 'is no regular file',
}

function changedFiles(key: string, changes: readonly FileChange[]): readonly string[] {
  const shown = changes.slice(0, SHOWN_FILES).map(({ path, change }) => `${nameOf({ key }, path)}: ${CHANGED[change]}`)
  return changes.length > SHOWN_FILES ? [...shown, `and ${String(changes.length - SHOWN_FILES)} more files`] : shown
}

/** `2 files modified, 1 added`. */
function countChanges(changes: readonly FileChange[]): string {
  const parts = (['modified', 'added', 'removed', 'link', 'irregular', 'mode'] as const).flatMap((change) => {
    const count = changes.filter((one) => one.change === change).length
    return count === 0 ? [] : [`${String(count)} ${CHANGED[change]}`]
  })
  return parts.join(', ')
}

interface SumPlace {
  /** As reports show it. */
  readonly file: string
  /** Absolute. */
  readonly path: string
  readonly line: number
  readonly hash: string
}

/** The lines of go.sum, of whichever file, that say something of a module. */
export function sumPlaces(place: RootPlace, files: RootFiles, of: { path: string; version: string }, goMod: boolean): readonly SumPlace[] {
  return files.sums.flatMap(({ name, path, sum }) =>
    sum.lines
      .filter((line) => line.path === of.path && line.version === of.version && line.goMod === goMod)
      .map(({ line, hash }) => ({ file: locate(place, name).file, path, line, hash })),
  )
}

/** What was found of one module version in the cache. */
export interface ModuleCase {
  readonly judgement: ModuleJudgement
  readonly named: NamedChanges | null
  readonly explained: Explained
}

/** The finding for a module whose recorded hash, zip or directory is not what it should be. */
export function cachedModuleFinding(place: RootPlace, files: RootFiles, { judgement, named, explained }: ModuleCase): Finding {
  const { state, ok } = judgement
  const { key, recorded, zip, directory } = state
  const sums = sumPlaces(place, files, state, false)
  const [line] = sums
  const againstSum = ok.ziphash === false
  const wrong = [
    ...(againstSum ? ['the recorded hash'] : []),
    ...(ok.zip === false ? ['the zip'] : []),
    ...(ok.directory === false ? ['the extracted directory'] : []),
  ].join(' and ')
  const [first] = named?.changes ?? []
  const counted = named === null || named.changes.length === 0 ? '' : ` (${countChanges(named.changes)})`
  const message = againstSum
    ? `${wrong} of ${key} in the module cache${counted} is not what ${line?.file ?? 'go.sum'} says. ${explained.sentence}`
    : `${wrong} of ${key} is not what was downloaded${counted}, and go builds what lies there. ${explained.sentence}`
  return {
    rule: againstSum ? 'checksum/gosum-mismatch' : 'checksum/cache-modified',
    severity: 'error',
    state: 'new',
    title: againstSum ? `${key} in the module cache is not what go.sum says` : `${key} was modified in the module cache`,
    message: message.replace(/^t/, 'T'),
    subject: { module: key, ...(first === undefined ? {} : { file: nameOf(state, first.path) }) },
    ...(againstSum && line !== undefined ? { location: { file: line.file, line: line.line } } : {}),
    evidence: [
      ...sums.map((sum) => `${sum.file}:${String(sum.line)}: ${sum.hash}`),
      `recorded hash: ${recorded ?? 'none'}`,
      ...(zip === null ? [] : [`zip: ${zip.h1 ?? zip.fault ?? ''}`]),
      ...(directory === null ? [] : [`directory: ${directory.h1 ?? directory.fault ?? ''}`]),
      ...(named === null ? [] : [...changedFiles(key, named.changes), ...named.texts]),
      ...explained.evidence,
    ],
    fix: explained.fix,
    source: 'integrity',
    root: place.directory,
  }
}

/** The finding for a cached go.mod that is not what go.sum says: it decides which versions are built. */
export function cachedGoModFinding(place: RootPlace, files: RootFiles, state: GoModState, explained: Explained): Finding {
  const sums = sumPlaces(place, files, state, true)
  const [line] = sums
  const key = `${state.path}@${state.version}`
  return {
    rule: 'checksum/gosum-mismatch',
    severity: 'error',
    state: 'new',
    title: `the cached go.mod of ${key} is not what go.sum says`,
    message: `The go.mod file of ${key} in the module cache is not what ${line?.file ?? 'go.sum'} says. It decides which versions are built. ${explained.sentence}`,
    subject: { module: state.key, file: nameOf({ key }, 'go.mod') },
    ...(line === undefined ? {} : { location: { file: line.file, line: line.line } }),
    evidence: [
      ...sums.map((sum) => `${sum.file}:${String(sum.line)}: ${sum.hash}`),
      `cached go.mod: ${state.hash ?? 'no regular file'}`,
      ...explained.evidence,
    ],
    fix: explained.fix,
    source: 'integrity',
    root: place.directory,
  }
}

/** The finding for a version that go refused on its way into the module cache. */
export function refusedFinding(place: RootPlace, dispute: Dispute, explained: Explained): Finding {
  const { path, version, goMod, testimonies } = dispute
  const key = sumKey(path, version, goMod)
  const what = goMod ? `the go.mod file of ${path}@${version}` : key
  const [file = '', line = ''] = (testimonies.find(({ witness }) => witness === 'go.sum')?.from ?? '').split(':')
  return {
    rule: 'checksum/gosum-mismatch',
    severity: 'error',
    state: 'new',
    title: `${what} is not what go.sum says`,
    message: `What go downloaded as ${what} is not what ${file === '' ? 'go.sum' : file} says, and go refused it. ${explained.sentence}`,
    subject: { module: key },
    ...(line === '' ? {} : { location: { file, line: Number(line) } }),
    evidence: [
      ...testimonies.filter(({ witness }) => witness === 'go.sum').map(({ from, hash }) => `${from ?? ''}: ${hash ?? ''}`),
      ...explained.evidence,
    ],
    fix: explained.fix,
    source: 'integrity',
    root: place.directory,
  }
}

/** The finding about a contradiction of the checksum database, with who is right and which files differ. */
export function withExplanation(finding: Finding, key: string, named: NamedChanges | null, explained: Explained): Finding {
  const [first] = named?.changes ?? []
  return {
    ...finding,
    message: `${finding.message} ${explained.sentence}`,
    subject: { ...finding.subject, ...(first === undefined ? {} : { file: nameOf({ key }, first.path) }) },
    evidence: [
      ...finding.evidence,
      ...(named === null ? [] : [...changedFiles(key, named.changes), ...named.texts]),
      ...explained.evidence.filter((line) => !finding.evidence.includes(line)),
    ],
  }
}
