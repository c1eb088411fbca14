import type { Finding } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { findContradictions, sumKey } from '../modules/index.js'
import { locate } from './location.js'
import type { RootFiles } from './root-files.js'
import type { RootPlace } from './roots.js'

/** Findings shown of one file; the rest is counted in the last one. */
const SHOWN = 20

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
      message: `In ${name}, ${what}${others}: Go 1.22 and later refuse to build with it, older releases drop such lines and check fewer modules without a word.`,
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

function contradictions(place: RootPlace, { name, sum }: SumFile): readonly Finding[] {
  return findContradictions(sum)
    .slice(0, SHOWN)
    .map(({ first, second }): Finding => {
      const key = sumKey(first.path, first.version, first.goMod)
      return {
        rule: 'checksum/gosum-malformed',
        severity: 'error',
        state: 'new',
        title: `${name} holds two hashes for ${key}`,
        message: `Lines ${String(first.line)} and ${String(second.line)} of ${name} give different hashes for ${key}. Go accepts a module that matches either, so the file no longer says which one is meant.`,
        subject: { module: `${first.path}@${first.version}`, file: locate(place, name).file },
        location: locate(place, name, second.line),
        evidence: [`${name}:${String(first.line)}: ${first.hash}`, `${name}:${String(second.line)}: ${second.hash}`],
        fix: [
          {
            edit: `delete the wrong one of lines ${String(first.line)} and ${String(second.line)} of ${name}`,
            why: `the checksum database knows the right hash of a public module: https://sum.golang.org/lookup/${first.path}@${first.version}`,
          },
        ],
        source: 'integrity',
        root: place.directory,
      }
    })
}

/** What is wrong with the go.sum files of a root by themselves: lines go cannot read, and two hashes for one thing. */
export function findSumFindings(place: RootPlace, files: RootFiles): readonly Finding[] {
  return files.sums.flatMap((file) => [...malformed(place, file), ...contradictions(place, file)])
}
