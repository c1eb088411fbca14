import { posix } from 'node:path'
import { ledgerOf, mergeIntegrity, verifyRoot, type CacheReading, type Ledger } from '../integrity/index.js'
import { findSumLine } from '../modules/index.js'
import type { Degrade, Finding } from '../report/index.js'
import type { Integrity } from '../snapshot/index.js'
import { diagnose } from './diagnose.js'
import type { BuildOptions } from './options.js'
import type { Recording, RecordedRoot } from './record-project.js'
import { withoutRepeats } from './repeats.js'
import type { Session } from './session.js'

/** What came of verifying a project. */
export interface Verification {
  readonly integrity: Integrity
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  /** Roots that may be built; the others failed. */
  readonly buildable: readonly RecordedRoot[]
  /** What the module cache held, to be held against it later; `null` when nothing was looked at. */
  readonly ledger: Ledger | null
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
export async function verifyProject(
  session: Session,
  recording: Recording,
  { vendor = true, repair = false, remembered, checksumDatabase, config }: BuildOptions,
): Promise<Verification> {
  const findings: Finding[] = []
  const degraded: Degrade[] = []
  const parts: Integrity[] = []
  const buildable: RecordedRoot[] = []
  const caches: CacheReading[] = []
  await recording.watch.step(
    'verify',
    'downloading and verifying modules',
    async () => {
      for (const root of recording.roots) {
        const { reading, go, env } = root
        const { place } = reading
        const result = await verifyRoot(session.host, go, reading, {
          vendor,
          env,
          repair,
          ...(remembered === undefined ? {} : { remembered }),
          checksumDatabase: checksumDatabase ?? config.checksumDatabase ?? 'auto',
          privatePatterns: config.private ?? [],
          ...(session.signal === undefined ? {} : { signal: session.signal }),
          onStep: (step) => {
            session.progress({ kind: 'note', text: place.directory === '.' ? step : `${step} ${place.directory}` })
          },
        })
        parts.push(result.integrity)
        if (result.cache !== null) caches.push(result.cache)
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
          findings.push(...withoutRepeats(result.findings, incidents).map((finding) => withSumLine(finding, root)))
        }
        if (result.mayBuild) buildable.push(root)
      }
    },
    () => buildable.length === recording.roots.length,
  )
  const moduleCache = recording.roots[0]?.env.values['GOMODCACHE'] ?? ''
  const ledger = caches.length === 0 ? null : ledgerOf(moduleCache, caches)
  return { integrity: mergeIntegrity(parts), findings, degraded, buildable, ledger }
}
