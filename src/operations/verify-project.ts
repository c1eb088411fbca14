import { posix } from 'node:path'
import { mergeIntegrity, verifyRoot } from '../integrity/index.js'
import { findSumLine } from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import type { Integrity } from '../snapshot/index.js'
import { diagnose } from './diagnose.js'
import type { Recording, RecordedRoot } from './record-project.js'
import type { Session } from './session.js'

/** What came of verifying a project. */
export interface Verification {
  readonly integrity: Integrity
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  /** Roots that may be built; the others failed. */
  readonly buildable: readonly RecordedRoot[]
}

/** Go names the file and not the line: `PATH@VERSION` with another hash than go.sum has. */
function withSumLine(finding: Finding, { reading }: RecordedRoot): Finding {
  const { location, subject } = finding
  const [, path, version] = /^(?<path>[^@]+)@(?<version>.+)$/.exec(subject.module ?? '') ?? []
  const file = reading.files.sums.find(({ name }) => location !== undefined && posix.join(reading.place.directory, name) === location.file)
  if (location === undefined || location.line !== undefined || file === undefined || path === undefined || version === undefined)
    return finding
  const isGoMod = finding.evidence.some((line) => line.includes(`${path}@${version}/go.mod`))
  const line = findSumLine(file.text, path, version, isGoMod)
  return line === null ? finding : { ...finding, location: { ...location, line } }
}

/** Download → `go mod verify` → vendor, root after root: they share one module cache. */
export async function verifyProject(session: Session, recording: Recording, vendor: boolean): Promise<Verification> {
  const findings: Finding[] = []
  const degraded: Degrade[] = []
  const parts: Integrity[] = []
  const buildable: RecordedRoot[] = []
  await recording.watch.step(
    'verify',
    'downloading and verifying modules',
    async () => {
      for (const root of recording.roots) {
        const { reading, go } = root
        const { place } = reading
        const result = await verifyRoot(session.host, go, reading, {
          vendor,
          onStep: (step) => {
            session.progress({ kind: 'note', text: place.directory === '.' ? step : `${step} ${place.directory}` })
          },
        })
        parts.push(result.integrity)
        findings.push(...result.findings)
        degraded.push(...result.degraded)
        if (result.failed !== null) {
          const incidents = diagnose(
            result.failed,
            {
              source: 'integrity',
              project: recording.directory,
              directory: place.path,
              root: place.directory,
              title: 'the modules cannot be verified',
            },
            recording.facts,
          )
          findings.push(...incidents.map((finding) => withSumLine(finding, root)))
        }
        if (result.mayBuild) buildable.push(root)
      }
    },
    () => buildable.length === recording.roots.length,
  )
  return { integrity: mergeIntegrity(parts), findings, degraded, buildable }
}
