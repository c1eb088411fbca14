import type { Finding } from '../report/index.js'
import { byteOrder } from '../snapshot/index.js'
import { findCgoApart } from './cgo-apart.js'
import { findMissingCompilers } from './compilers.js'
import type { ShowFile } from './finding.js'
import { findDifferentLines } from './go-lines.js'
import { findForeignLibraries } from './libcs.js'
import { findMeasured } from './measured.js'
import type { DeclaredEnvironments, MeasuredEnvironment } from './model.js'
import { findOldWorkspaces, findTooOld } from './too-old.js'
import { findWeakenedPlaces } from './weakened.js'

/** What else than the declarations is known. */
export interface ContradictionOptions {
  /** What machines were found to have. */
  readonly measured?: readonly MeasuredEnvironment[]
  /** How files are called in a report; as in the declarations when nothing is said. */
  readonly show?: ShowFile
}

/** More than anybody reads. */
const MAX_FINDINGS = 200

/** The first of several findings on one setting in one line: the others follow from it. */
function first(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ rule, subject, location }) => {
    const key = JSON.stringify([rule, subject.key, location?.file, location?.line])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * What a repository declares twice and differently, and what was measured otherwise than it is declared, by file and line.
 * Only what is known on both sides is told: an expression that a run fills in, a range and a matrix agree with everything they may be.
 */
export function contradictions(declared: DeclaredEnvironments, options: ContradictionOptions = {}): readonly Finding[] {
  const show = options.show ?? ((file) => file)
  const found = first([
    ...findTooOld(declared, show),
    ...findOldWorkspaces(declared, show),
    ...findMissingCompilers(declared, show),
    ...findForeignLibraries(declared, show),
    ...findDifferentLines(declared, show),
    ...findWeakenedPlaces(declared, show),
    ...findCgoApart(declared, show),
    ...findMeasured(declared, options.measured ?? [], show),
  ])
  return found
    .toSorted((a, b) => byteOrder(a.location?.file ?? '', b.location?.file ?? '') || (a.location?.line ?? 0) - (b.location?.line ?? 0))
    .slice(0, MAX_FINDINGS)
}
