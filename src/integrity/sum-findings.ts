import type { Finding } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { escapeModule, findContradictions, findUnknownAlgorithms, sumKey, type GoSumLine } from '../modules/index.js'
import { locate } from './location.js'
import type { RootFiles } from './root-files.js'
import type { RootPlace } from './roots.js'

/** Findings shown of one file; the rest is counted in the last one. */
const SHOWN = 20
const SHOWN_HASH = 200

type SumFile = RootFiles['sums'][number]

function malformed(place: RootPlace, { name, sum }: SumFile): readonly Finding[] {
  const [first] = sum.malformed
  if (first === undefined) return []
  const [marker] = sum.conflictMarkers
  const line = marker ?? first.line
  const count = sum.malformed.length
  const what = marker === undefined ? `line ${String(line)} does not have three fields` : `line ${String(line)} is a conflict marker of git`
  const others = count === 1 ? '' : ` (and ${String(count - 1)} more that cannot be read)`
  return [
    {
      rule: 'checksum/gosum-malformed',
      severity: 'error',
      state: 'new',
      title: marker === undefined ? `${name} is malformed` : `${name} holds an unresolved merge conflict`,
      message: `In ${name}, ${what}${others}: Go 1.22 and later refuse to build with it, Go up to 1.21 drops such lines and checks fewer modules without a word.`,
      subject: { file: locate(place, name).file },
      location: locate(place, name, line),
      evidence: sum.malformed.slice(0, SHOWN).map((bad) => `${name}:${String(bad.line)}: ${redact(bad.text)}`),
      fix: [
        marker === undefined
          ? { edit: `take line ${String(line)} out of ${name}`, why: 'every line is `module version hash`' }
          : {
              edit: 'keep the lines of both sides and delete the conflict markers',
              why: 'go.sum may hold more than is needed, never less',
            },
        { command: 'go mod tidy', why: 'drops the lines that nothing needs once the file can be read' },
      ],
      source: 'integrity',
      root: place.directory,
    },
  ]
}

/** What go does with two hashes, as measured: the first line decides; among the go.sum files of a workspace every line must agree. */
function whatGoDoes(name: string, isWorkspace: boolean, first: number, second: number): string {
  return isWorkspace && !name.endsWith('.work.sum')
    ? 'In a workspace go refuses whatever it downloads, for it never agrees with both.'
    : `Go compares with line ${String(first)} alone: what only line ${String(second)} allows is refused, and nobody notices when line ${String(first)} is the wrong one.`
}

/** The page of the checksum database on a version; a private module has none. */
function lookupOf({ path, version }: GoSumLine): string {
  return `https://sum.golang.org/lookup/${escapeModule(path)}@${escapeModule(version)}`
}

function contradictions(place: RootPlace, { name, sum }: SumFile): readonly Finding[] {
  const all = findContradictions(sum)
  return all.slice(0, SHOWN).map(({ first, second }, at): Finding => {
    const key = sumKey(first.path, first.version, first.goMod)
    const rest = at === SHOWN - 1 && all.length > SHOWN ? ` ${String(all.length - SHOWN)} more lines of ${name} contradict others.` : ''
    return {
      rule: 'checksum/gosum-malformed',
      severity: 'error',
      state: 'new',
      title: `${name} holds two hashes for ${key}`,
      message: `Lines ${String(first.line)} and ${String(second.line)} of ${name} give different hashes for ${key}. ${whatGoDoes(name, place.goWork !== null, first.line, second.line)}${rest}`,
      subject: { module: `${first.path}@${first.version}`, file: locate(place, name).file },
      location: locate(place, name, second.line),
      evidence: [`${name}:${String(first.line)}: ${first.hash}`, `${name}:${String(second.line)}: ${second.hash}`].map((line) =>
        redact(line),
      ),
      fix: [
        {
          edit: `delete the wrong one of lines ${String(first.line)} and ${String(second.line)} of ${name}`,
          why: `the checksum database knows the right hash of a public module: ${lookupOf(first)}`,
        },
      ],
      source: 'integrity',
      root: place.directory,
    }
  })
}

function unknownAlgorithms(place: RootPlace, { name, sum }: SumFile): readonly Finding[] {
  const all = findUnknownAlgorithms(sum)
  return all.slice(0, SHOWN).map(({ line, covered }, at): Finding => {
    const key = sumKey(line.path, line.version, line.goMod)
    const meaning = covered
      ? 'Go goes by the other line of that version and ignores this one.'
      : 'For go that version has no hash: it downloads it without comparing, warns, and adds a line for whatever came.'
    const rest = at === SHOWN - 1 && all.length > SHOWN ? ` ${String(all.length - SHOWN)} more lines of ${name} are like it.` : ''
    return {
      rule: 'checksum/gosum-malformed',
      severity: covered ? 'note' : 'warning',
      state: 'new',
      title: `${name} has an unknown hash for ${key}`,
      message: `The hash in line ${String(line.line)} of ${name} does not begin with h1:, the one algorithm that Go knows. ${meaning}${rest}`,
      subject: { module: `${line.path}@${line.version}`, file: locate(place, name).file },
      location: locate(place, name, line.line),
      evidence: [`${name}:${String(line.line)}: ${redact(line.hash).slice(0, SHOWN_HASH)}`],
      fix: [
        { edit: `delete line ${String(line.line)} of ${name}`, why: 'no Go release compares anything with it' },
        ...(covered
          ? []
          : [{ command: 'go mod tidy', why: 'adds the h1: line, checked against the checksum database for public modules' }]),
      ],
      source: 'integrity',
      root: place.directory,
    }
  })
}

/** What is wrong with the go.sum files of a root by themselves: lines go cannot read, two hashes for one thing, hashes go does not know. */
export function findSumFindings(place: RootPlace, files: RootFiles): readonly Finding[] {
  return files.sums.flatMap((file) => [...malformed(place, file), ...contradictions(place, file), ...unknownAlgorithms(place, file)])
}
