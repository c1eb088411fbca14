import { compareGoVersions, parseGoVersion } from '../environment/index.js'

/** A hole in the way a go command checks what the checksum database answers. */
interface Hole {
  readonly cve: string
  /** The report, with the releases that close it. */
  readonly source: string
  /** The first good release of each line that got one, oldest line first; older lines never got one, newer ones never had it. */
  readonly fixed: readonly string[]
  /** Whether it also reaches the answers that goparity reads, and not only what go writes into go.sum. */
  readonly reachesWitness: boolean
}

const HOLES: readonly Hole[] = [
  // An answer that does not name the module passed for consent. Here only a line that names it counts.
  { cve: 'CVE-2026-42501', source: 'https://go.dev/issue/79070', fixed: ['1.25.10', '1.26.3'], reachesWitness: false },
  // Lines after the signed part of an answer counted. Here only the signed part is read.
  { cve: 'CVE-2026-56864', source: 'https://go.dev/issue/80745', fixed: ['1.25.13', '1.26.6', '1.27rc3'], reachesWitness: false },
  // Up to two tiles of the log were believed unproved: go itself is deceived, and with it whoever lets it ask.
  { cve: 'CVE-2026-56865', source: 'https://go.dev/issue/80744', fixed: ['1.25.13', '1.26.6', '1.27rc3'], reachesWitness: true },
]

function isFixed(goVersion: string, { fixed }: Hole): boolean {
  const line = parseGoVersion(goVersion)
  const ofLine = fixed.find((release) => parseGoVersion(release)?.minor === line?.minor)
  return compareGoVersions(goVersion, ofLine ?? fixed.at(-1) ?? '') >= 0
}

/** What a go command with known holes leaves open. */
export interface SumdbBypass {
  /** All holes of this Go. */
  readonly cves: readonly string[]
  /** Those through which a hostile proxy could still forge an answer that goparity reads. */
  readonly open: readonly string[]
  /** The lowest releases without any of them. */
  readonly fixed: readonly string[]
  readonly sources: readonly string[]
}

/** The known ways past the checksum database in a Go (`go1.25.3`); `null` for one that has none, or whose version cannot be read. */
export function findSumdbBypass(goVersion: string): SumdbBypass | null {
  if (parseGoVersion(goVersion) === null) return null
  const holes = HOLES.filter((hole) => !isFixed(goVersion, hole))
  if (holes.length === 0) return null
  return {
    cves: holes.map(({ cve }) => cve),
    open: holes.filter(({ reachesWitness }) => reachesWitness).map(({ cve }) => cve),
    // The last ones are the youngest.
    fixed: holes.at(-1)?.fixed ?? [],
    sources: holes.map(({ source }) => source),
  }
}
