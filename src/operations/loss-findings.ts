import { posix } from 'node:path'
import { adviseCgo } from '../cgo-modules/index.js'
import type { DroppedFiles } from '../incidents/index.js'
import type { Finding } from '../report/index.js'
import { describeCgo, formatTarget, type Target } from '../targets/index.js'
import { pureFixes } from './advise.js'
import type { FoundLoss } from './find-losses.js'

const SHOWN = 20

/** A loss as the incidents ask for it. */
export function asDroppedFiles({ package: path, files, names, whole, own, standIn, complete }: FoundLoss): DroppedFiles {
  return {
    package: path,
    files: files.map(({ name }) => name),
    ...(complete ? { names: names.map(({ name }) => name) } : {}),
    whole,
    ...(own && standIn !== null ? { standIn: { name: standIn.name, signatures: names.flatMap(({ signature }) => signature ?? []) } } : {}),
  }
}

function describeLoss({ package: path, files, replacements, whole }: FoundLoss): string {
  const instead = whole
    ? 'nothing of the package is left'
    : replacements.length > 0
      ? `${replacements.join(', ')} in their place`
      : 'nothing in their place'
  return `${path}: without ${files.map(({ name, reason }) => `${name} (${reason})`).join(', ')}; ${instead}`
}

/** Everything that is lost because go found no C compiler and said nothing. */
function noCompilerFinding(target: Target, root: string, losses: readonly FoundLoss[]): Finding {
  const name = formatTarget(target)
  const [first] = losses
  return {
    rule: 'cgo/silently-dropped',
    severity: 'warning',
    state: 'new',
    title: `go left out the cgo files of ${String(losses.length)} ${losses.length === 1 ? 'package' : 'packages'} in ${name}`,
    message:
      'No C compiler is on PATH, so go turned cgo off without a word. The program that was checked is not the one that a machine with a C compiler builds.',
    subject: { target: name, ...(first === undefined ? {} : { package: first.package }) },
    evidence: losses.slice(0, SHOWN).map(describeLoss),
    fix: [
      {
        edit: 'install a C compiler here (Debian, Ubuntu: apt-get install gcc libc6-dev; Alpine: apk add gcc musl-dev)',
        why: 'go then turns cgo on by itself',
      },
      { edit: `ask for ${name}`, why: 'when a program without cgo is what you want: it is then said, and the same everywhere' },
    ],
    source: 'targets',
    root,
  }
}

/** Code of the project itself that is in the build on one machine and not on another, with nothing in its place. */
function ownFinding(target: Target, root: string, lost: readonly FoundLoss[]): Finding {
  const name = formatTarget(target)
  const [first] = lost
  const file = first?.files[0]?.name
  return {
    rule: 'cgo/silently-dropped',
    // Who asks for a build without cgo has said so.
    severity: target.cgoReason === 'asked' ? 'note' : 'warning',
    state: 'new',
    title: `${name} is built without ${lost.length === 1 ? `files of ${first?.package ?? ''}` : `files of ${String(lost.length)} packages`}`,
    message: `cgo is ${describeCgo(target)}. go leaves these files out without a word, and nothing takes their place: the program that is built is not the one that cgo gives.`,
    subject: { target: name, ...(first === undefined ? {} : { package: first.package }), ...(file === undefined ? {} : { file }) },
    evidence: lost.slice(0, SHOWN).map(describeLoss),
    fix: [
      ...lost.slice(0, 3).flatMap(({ package: path, standIn }) =>
        standIn === null
          ? []
          : [
              {
                edit: `add ${standIn.name} to ${path}, with //go:build !cgo and what is lost`,
                why: `goparity graph --targets ${name} prints the whole file`,
              },
            ],
      ),
      { edit: `ask for ${name.replace(/[+-]cgo$/, '')}+cgo, with a C compiler for it in CC`, why: 'the files are then built' },
    ],
    source: 'targets',
    root,
  }
}

/** A dependency whose stand-in says itself that it does not work. */
function stubFinding(target: Target, root: string, { package: path, module, stub, replacements }: FoundLoss): Finding {
  const name = formatTarget(target)
  return {
    rule: 'cgo/disabled-at-runtime',
    severity: 'warning',
    state: 'new',
    title: `${path} is only a stub in ${name}`,
    message: `cgo is ${describeCgo(target)}, so ${replacements.join(', ')} ${replacements.length === 1 ? 'stands' : 'stand'} in for the files with C. It compiles, and says when it is called that it needs cgo.`,
    subject: { target: name, package: path, ...(module === null ? {} : { module }) },
    evidence: stub === null ? [] : [`${stub.file}: "${stub.says}"`],
    fix: [
      {
        edit: `ask for ${name.replace(/[+-]cgo$/, '')}+cgo, with a C compiler for it in CC`,
        why: 'the real thing is then built',
      },
      ...adviseCgo([{ path, standard: false, module: null, imports: [] }]).flatMap(pureFixes),
    ],
    source: 'targets',
    root,
  }
}

function contradictionFinding(target: Target, root: string, { package: path, directory }: FoundLoss, file: string): Finding {
  const name = formatTarget(target)
  const place = posix.join(directory ?? '', file)
  return {
    rule: 'cgo/silently-dropped',
    severity: 'note',
    state: 'new',
    title: `${file} says two things of when it is built`,
    message: `The //go:build line and the // +build lines of ${file} in ${path} contradict one another. Go 1.17 and newer read the first, older ones the second.`,
    subject: { target: name, package: path, file },
    evidence: [],
    location: { file: posix.join(root, place) },
    fix: [{ edit: `run gofmt -w on ${place}`, why: 'it writes the // +build lines anew, from the //go:build line' }],
    source: 'targets',
    root,
  }
}

/**
 * What is worth saying of what a target loses that was built without cgo: everything where go turned cgo off because it found no
 * compiler, else the project's own code with nothing in its place; and a dependency that is a stub which fails when it is called.
 */
export function lossFindings(target: Target, root: string, losses: readonly FoundLoss[]): readonly Finding[] {
  const own = losses.filter((loss) => loss.own && loss.replacements.length === 0)
  const contradicting = losses.flatMap((loss) =>
    loss.own && loss.directory !== null ? loss.files.flatMap(({ name, contradicts }) => (contradicts ? [{ loss, name }] : [])) : [],
  )
  const whole = target.cgoReason === 'no-compiler' ? losses : own
  const tell = target.cgoReason === 'no-compiler' ? noCompilerFinding : ownFinding
  return [
    ...(whole.length === 0 ? [] : [tell(target, root, whole)]),
    ...losses.filter(({ stub, own: isOwn }) => stub !== null && !isOwn).map((loss) => stubFinding(target, root, loss)),
    ...contradicting.map(({ loss, name }) => contradictionFinding(target, root, loss, name)),
  ]
}
