import { join } from 'node:path'
import { vendorModules, type Go, type GoResult } from '../go/index.js'
import type { Host } from '../host/index.js'
import { withoutMarkers } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { byteOrder } from '../snapshot/index.js'
import { lookedAt, notLookedAt, type LayerFacts } from './layers.js'
import { locate } from './location.js'
import type { RootReading } from './read-root.js'
import { posixPath } from './roots.js'
import { readTree, type TreeFile } from './tree.js'

/** Files named one by one; a folder vendored from other versions differs in thousands. */
const MAX_FINDINGS = 200
/** Larger files are not looked into for line ends. */
const MAX_COMPARED_BYTES = 8 * 1024 * 1024
const LIST = 'modules.txt'

/** What came of comparing vendor/ with the modules it was made of. */
export interface VendorCheck {
  readonly layer: LayerFacts
  readonly findings: readonly Finding[]
  /** `go mod vendor`, as it ended. */
  readonly result: GoResult
}

type Change = 'edited' | 'line-ends' | 'added' | 'removed' | 'link' | 'markers'

interface Difference {
  readonly path: string
  readonly change: Change
}

/** Text for comparing only: one character a byte, so that bytes that are no UTF-8 stay apart. */
function withoutCarriageReturns(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')
}

/** How two files differ that are not the same. */
async function nameChange(host: Host, path: string, ours: string, theirs: string): Promise<Change> {
  const left = await host.files.read(ours, MAX_COMPARED_BYTES).catch(() => null)
  const right = await host.files.read(theirs, MAX_COMPARED_BYTES).catch(() => null)
  if (left === null || right === null) return 'edited'
  const [a, b] = [withoutCarriageReturns(left), withoutCarriageReturns(right)]
  if (a === b) return 'line-ends'
  return path === LIST && withoutMarkers(a) === withoutMarkers(b) ? 'markers' : 'edited'
}

async function compareTrees(host: Host, vendor: string, fresh: string): Promise<{ differences: Difference[]; checked: number }> {
  const [ours, theirs] = await Promise.all([readTree(host, vendor), readTree(host, fresh)])
  const left = new Map(ours.map((file): [string, TreeFile] => [file.path, file]))
  const right = new Map(theirs.map((file): [string, TreeFile] => [file.path, file]))
  const paths = [...new Set([...left.keys(), ...right.keys()])].toSorted(byteOrder)
  const differences: Difference[] = []
  for (const path of paths) {
    const here = left.get(path)
    const there = right.get(path)
    if (here === undefined) differences.push({ path, change: 'removed' })
    else if (here.kind !== 'file') differences.push({ path, change: 'link' })
    else if (there === undefined) differences.push({ path, change: 'added' })
    else if (here.hash !== there.hash) {
      const change = await nameChange(host, path, join(vendor, path), join(fresh, path))
      differences.push({ path, change })
    }
  }
  return { differences, checked: paths.length }
}

const SAID: Readonly<Record<Change, readonly [title: string, message: string]>> = {
  edited: ['was edited', 'is not what the module holds, and go builds it as it is: no checksum covers vendor/.'],
  'line-ends': ['has other line ends', 'differs from the module only in its line ends (CRLF), as git writes them with core.autocrlf.'],
  added: ['does not belong there', 'is not part of the vendored modules, and go builds it with the package of its folder.'],
  removed: ['is missing', 'is part of the vendored module, but not there: the package is built without it.'],
  link: ['is a link', 'is no regular file. go mod vendor never makes one; go follows it to content that is not in the project.'],
  markers: [
    'was written by another Go release',
    'differs only in the `## go` markers of modules, which Go releases before 1.17 do not write. The vendored code is not concerned.',
  ],
}

/** What go never reads as source: dot files and the like are untidy, no danger. */
function isInert(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.startsWith('.') || (name.startsWith('_') && name.endsWith('.go'))
}

function severityOf({ path, change }: Difference): Finding['severity'] {
  if (change === 'markers') return 'note'
  return change === 'line-ends' || (change === 'added' && isInert(path)) ? 'warning' : 'error'
}

function toFinding(reading: RootReading, command: string, difference: Difference): Finding {
  const { place, files } = reading
  const name = `${posixPath(place.path, files.vendorFolder)}/${difference.path}`
  const location = locate(place, name)
  const [title, message] = SAID[difference.change]
  return {
    rule: 'vendor/modified',
    severity: severityOf(difference),
    state: 'new',
    title: `${location.file} ${title}`,
    message: `${location.file} ${message}`,
    subject: { file: location.file },
    location: { ...location, line: 1 },
    evidence: [`compared with a fresh copy by ${command}: ${difference.change}`],
    fix: [
      {
        command: place.directory === '.' ? command : `cd ${place.directory} && ${command}`,
        why: 'writes vendor/ anew from the verified modules; a wanted patch belongs into a fork named by a replace',
      },
    ],
    source: 'integrity',
    root: place.directory,
  }
}

/**
 * Makes the vendor folder anew in a temporary place and compares it with the one of the project, file by file. To be called when
 * the modules are downloaded and verified: it is only as good as they are. One `vendor/modified` for each file that differs.
 */
export async function checkVendor(host: Host, go: Go, reading: RootReading): Promise<VendorCheck> {
  const isWorkspace = reading.place.goWork !== null
  const command = isWorkspace ? 'go work vendor' : 'go mod vendor'
  const temporary = await host.files.makeTemporaryDirectory('goparity-vendor-')
  try {
    const fresh = join(temporary, 'vendor')
    const result = await vendorModules(go, { output: fresh, workspace: isWorkspace })
    if (result.exitCode !== 0) return { layer: notLookedAt(`${command} failed`), findings: [], result }
    const { differences, checked } = await compareTrees(host, reading.files.vendorFolder, fresh)
    const wrong = differences.filter((difference) => severityOf(difference) === 'error')
    const findings = differences.slice(0, MAX_FINDINGS).map((difference) => toFinding(reading, command, difference))
    const rest = differences.length - findings.length
    const last = findings.at(-1)
    const all =
      rest === 0 || last === undefined
        ? findings
        : [...findings.slice(0, -1), { ...last, message: `${last.message} ${String(rest)} more files of vendor/ differ.` }]
    return { layer: lookedAt(checked, wrong.length), findings: all, result }
  } finally {
    await host.files.remove(temporary)
  }
}
