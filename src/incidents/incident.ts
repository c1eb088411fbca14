import type { Fix, Location, Severity, Subject } from '../report/index.js'
import type { LogLine } from './log.js'

/** A package that loses files when cgo is off. */
export interface DroppedFiles {
  /** Import path. */
  readonly package: string
  /** Names of the files that hold `import "C"` or need the cgo constraint. */
  readonly files: readonly string[]
  /** Nothing of the package is left. */
  readonly whole?: boolean
  /** Names declared in those files; with them an undefined name can be told from a misspelt one. */
  readonly names?: readonly string[]
  /** A file of the project that would take their place, with the lost functions as Go writes them. */
  readonly standIn?: { readonly name: string; readonly signatures: readonly string[] }
}

/** What is known of the build besides its output. Whatever is absent is not known. */
export interface IncidentFacts {
  readonly cgoEnabled?: boolean
  readonly goos?: string
  readonly goarch?: string
  /** `go1.26.8` or `1.26.8`. */
  readonly goVersion?: string
  readonly goflags?: string
  /** As the report names it: `linux/arm64+cgo`. */
  readonly target?: string
  readonly hostGoos?: string
  readonly hostGoarch?: string
  /** ID of os-release: `debian`, `alpine`, `fedora`, … */
  readonly distribution?: string
  /** C compiler as the go command calls it. */
  readonly cc?: string
  /**
   * Directories of packages by import path, as locations name them. C compilers and tests print files of a package by their name alone:
   * without its directory such a file has no location.
   */
  readonly directories?: Readonly<Record<string, string>>
  /** Packages that lose files without cgo; an empty list says that none does. */
  readonly droppedByCgo?: readonly DroppedFiles[]
}

export type Confidence = 'certain' | 'likely'

/** One line of what was read; lines count from 1 in the text as given. */
export interface EvidenceLine {
  readonly line: number
  readonly text: string
}

/** A failure of the go command or of a binary, recognised. */
export interface Incident {
  /** Rule id, `family/name`. */
  readonly rule: string
  /** `likely`: the output fits, but another cause could have printed it too. */
  readonly confidence: Confidence
  readonly culprit: Subject
  /** As printed, with slashes and without a leading `./`. */
  readonly location?: Location
  /** What happened and what it means for this build. */
  readonly cause: string
  readonly evidence: readonly EvidenceLine[]
  readonly fix: readonly Fix[]
}

/** One way in which a tool says that something happened. */
export interface Wording {
  /** A literal of the line on which the first pattern holds: lines without it are not looked at. */
  readonly anchor: string
  /**
   * All must hold: the first on the line itself, the others on that line or one near it.
   * Each starts with a literal or a boundary, and what repeats in it cannot run over what ends it: linear in any line.
   */
  readonly when: readonly [RegExp, ...RegExp[]]
  /** Lines before and behind it that count as near; default 20 and 40. */
  readonly reach?: number
  /** None may hold near it. */
  readonly unless?: readonly RegExp[]
  /** Decides by what is known, before anything is read. */
  readonly needs?: (facts: IncidentFacts) => boolean
  /** Default: the rule's. */
  readonly confidence?: Confidence
}

/** A place where every pattern of a wording holds. */
export interface Match {
  readonly line: LogLine
  /** Group `index` of pattern `pattern` (0: the first), empty when it took no part. */
  readonly part: (index: number, pattern?: number) => string
  /** The lines around, the one itself among them, in order. */
  readonly near: readonly LogLine[]
  /** Those behind it. */
  readonly after: readonly LogLine[]
  /** Whether an earlier rule has explained a line. */
  readonly isExplained: (line: LogLine) => boolean
}

/** What a rule reads out of a match. Sightings of one culprit become one incident. */
export interface Sighting {
  readonly culprit: Subject
  readonly location?: Location
  /** What this line adds to the incident: a symbol, a version, a message. */
  readonly details?: readonly string[]
  /** More lines to show. */
  readonly evidence?: readonly LogLine[]
  readonly confidence?: Confidence
}

/** All sightings of one culprit, in the order of the log. */
export interface Sightings {
  readonly culprit: Subject
  readonly location: Location | undefined
  /** Of all of them, each once, in order. */
  readonly details: readonly string[]
  readonly confidence: Confidence
}

export interface Explanation {
  /** One paragraph. */
  readonly cause: string
  readonly fix: readonly Fix[]
}

/** One kind of failure: how it is recognised, whom it names, what to do. */
export interface IncidentRule {
  /** `family/name`; never changes its meaning once released. */
  readonly id: string
  /** A few words, the beginning of a finding's title. */
  readonly summary: string
  readonly wordings: readonly Wording[]
  readonly confidence: Confidence
  /** Default `error`; anything less is a notice: no command fails because of it. */
  readonly severity?: Severity
  /** The culprit of a match, or `null` when a closer look says that it is not this. */
  readonly read: (match: Match, facts: IncidentFacts) => Sighting | null
  readonly explain: (sightings: Sightings, facts: IncidentFacts) => Explanation
  /** Lines of the same package that only follow from it: no later rule reports them. */
  readonly absorbs?: RegExp
  /** For the rule's page: what it means, and what looks like a fix but is none. */
  readonly doc: string
}
