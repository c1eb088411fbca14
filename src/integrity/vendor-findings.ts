import type { Finding, Fix } from '../report/index.js'
import type { VendorDifference } from './vendor-differences.js'
import { locate } from './location.js'
import type { FindOwner, VendorOwner } from './vendor-owners.js'
import type { RootReading } from './read-root.js'
import { posixPath } from './roots.js'

/** Files named one by one; a folder vendored from other versions differs in thousands. */
const MAX_FINDINGS = 200
/** Files named in the evidence of one finding about several. */
const SHOWN = 20

/** What vendor/ was compared with, for the words of a finding. */
export interface VendorComparison {
  readonly reading: RootReading
  /** `go mod vendor` or `go work vendor`. */
  readonly command: string
  /** `a fresh copy by go mod vendor`. */
  readonly against: string
  readonly findOwner: FindOwner
  /** Whether a `//go:embed` line stands in a package above a file: then the file may become part of the program. */
  readonly mayBeEmbedded: (path: string) => Promise<boolean>
}

/** What go compiles, or hands to a compiler, when it lies in the folder of a package (go/build, goodOSArchFile and fileListForExt). */
const SOURCE = /\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/

/** Whether go builds a file of this name with its package: not tests, nor what begins with a dot or an underscore. */
export function isSource(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return SOURCE.test(name) && !/^[._]/.test(name) && !name.endsWith('_test.go')
}

/** A file of the vendor folder as reports show it. */
export function vendoredFile({ place, files }: RootReading, path: string): string {
  return locate(place, `${posixPath(place.path, files.vendorFolder)}/${path}`).file
}

function moduleName(owner: VendorOwner): string {
  const { path, version, replace } = owner.module
  const name = version === null ? path : `${path}@${version}`
  if (replace === undefined) return name
  return `${name} (replaced by ${replace.path}${replace.version === null ? '' : `@${replace.version}`})`
}

/** How go makes the folder anew. */
export function vendorAnew({ place }: RootReading, command: string): Fix {
  return {
    command: place.directory === '.' ? command : `cd ${place.directory} && ${command}`,
    why: 'writes vendor/ anew from the verified modules; a wanted patch belongs into a fork named by a replace',
  }
}

/** The parts of a finding that all of them share. */
export function vendorFinding(reading: RootReading): Pick<Finding, 'rule' | 'state' | 'source' | 'root'> {
  return { rule: 'vendor/modified', state: 'new', source: 'integrity', root: reading.place.directory }
}

type Words = readonly [title: string, message: string]

const LINK: Words = ['is a link', 'is a symbolic link. go mod vendor never makes one; go follows it to content that is not in vendor/.']
const IRREGULAR: Words = [
  'is no regular file',
  'is a pipe, a socket or a device. go mod vendor never makes one; go may hang when it reads it.',
]

/** What it means for the build. `embedded`: go may put the file into the program. */
function wordsFor({ change, path }: VendorDifference, module: string, embedded: boolean): Words {
  const built = isSource(path)
  if (change === 'link') return LINK
  if (change === 'irregular') return IRREGULAR
  if (change === 'added') {
    if (built) return ['does not belong there', `is not part of ${module}, and go builds it with the package of its folder.`]
    return embedded
      ? ['does not belong there', `is not part of ${module}, and a //go:embed pattern of its package may take it into the program.`]
      : ['does not belong there', `is not part of ${module}. Go does not build it, and vendoring anew deletes it.`]
  }
  if (change === 'removed')
    return built
      ? ['is missing', `is part of ${module}, but not there: the package is built without it.`]
      : ['is missing', `is part of ${module}, but not there. Go compiles nothing of it, but vendor/ is not what go mod vendor writes.`]
  return built || embedded
    ? ['was edited', `is not what ${module} holds, and go builds it as it is: no checksum covers vendor/.`]
    : ['was edited', `is not what ${module} holds: no checksum covers vendor/. Go compiles nothing of it.`]
}

async function toFinding(comparison: VendorComparison, difference: VendorDifference): Promise<Finding> {
  const { reading, command, against, findOwner, mayBeEmbedded } = comparison
  const { path, change, line, text } = difference
  const file = vendoredFile(reading, path)
  const owner = findOwner(path)
  const embedded = !isSource(path) && (await mayBeEmbedded(path))
  const [title, message] = wordsFor(difference, owner === null ? 'any vendored module' : moduleName(owner), embedded)
  const isHarmless = change === 'added' && !isSource(path) && !embedded
  return {
    ...vendorFinding(reading),
    severity: isHarmless ? 'warning' : 'error',
    title: `${file} ${title}`,
    message: `${file} ${message}`,
    subject: {
      ...(owner === null ? {} : { module: `${owner.module.path}${owner.module.version === null ? '' : `@${owner.module.version}`}` }),
      ...(owner?.package == null ? {} : { package: owner.package }),
      file,
    },
    location: { file, line },
    evidence: [`compared with ${against}: ${change}`, ...text],
    fix: [vendorAnew(reading, command)],
  }
}

/** One finding for all files in which only line ends differ: a checkout changes them all at once, and one line of .gitattributes is the cure. */
function lineEndsFinding({ reading, command, against }: VendorComparison, differences: readonly VendorDifference[]): readonly Finding[] {
  const [first] = differences
  if (first === undefined) return []
  const names = differences.map(({ path }) => vendoredFile(reading, path))
  const folder = vendoredFile(reading, '').replace(/\/$/, '')
  const one = differences.length === 1
  const file = names[0] ?? folder
  return [
    {
      ...vendorFinding(reading),
      severity: 'warning',
      title: one ? `${file} has other line ends` : `${String(names.length)} files of ${folder} have other line ends`,
      message: `${one ? file : `${String(names.length)} files of ${folder}`} ${one ? 'differs' : 'differ'} from the modules only in line ends (CRLF or LF), as git rewrites them (core.autocrlf, or text=auto in .gitattributes). Go builds the same from source files; files taken in by //go:embed are other bytes.`,
      subject: { file },
      location: { file, line: first.line },
      evidence: [
        `compared with ${against}: line-ends`,
        ...names.slice(0, SHOWN),
        ...(names.length > SHOWN ? [`and ${String(names.length - SHOWN)} more files`] : []),
      ],
      fix: [
        {
          edit: 'add the line `vendor/** -text` to the .gitattributes beside vendor/',
          why: 'git then leaves the bytes of vendored files alone on every machine',
        },
        vendorAnew(reading, command),
      ],
    },
  ]
}

/** The findings about single files, sorted by file, the rest counted in the last; `failed` counts all that are errors. */
export async function fileFindings(
  comparison: VendorComparison,
  differences: readonly VendorDifference[],
): Promise<{ readonly findings: readonly Finding[]; readonly failed: number }> {
  const lineEnds = differences.filter(({ change }) => change === 'line-ends')
  const others = differences.filter(({ change }) => change !== 'line-ends')
  const all: Finding[] = []
  for (const difference of others) all.push(await toFinding(comparison, difference))
  const failed = all.filter(({ severity }) => severity === 'error').length
  // Where not all can be shown, the harmless ones give way.
  const shown =
    all.length <= MAX_FINDINGS
      ? all
      : [...all.filter(({ severity }) => severity === 'error'), ...all.filter(({ severity }) => severity !== 'error')]
  const findings = shown.slice(0, MAX_FINDINGS)
  const rest = all.length - findings.length
  const last = findings.at(-1)
  if (rest > 0 && last !== undefined)
    findings.splice(-1, 1, { ...last, message: `${last.message} ${String(rest)} more files of vendor/ differ.` })
  return { findings: [...findings, ...lineEndsFinding(comparison, lineEnds)], failed }
}
