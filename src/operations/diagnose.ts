import { isAbsolute, join, relative, sep } from 'node:path'
import type { GoResult } from '../go/index.js'
import type { BuildFailure } from '../targets/index.js'
import { classify, incidentFinding, type IncidentFacts } from '../incidents/index.js'
import type { Finding, FindingSource, Location } from '../report/index.js'
import { redact } from '../snapshot/index.js'

/** Where a failed command ran, and what it was for. */
export interface FailurePlace {
  readonly source: FindingSource
  /** Absolute directory of the project. */
  readonly project: string
  /** Absolute directory in which the command ran. */
  readonly directory: string
  /** Directory of the root as the report names it. */
  readonly root: string
  readonly target?: string
  /** The command as a person would type it, where it is not go's. */
  readonly command?: string
  /** What fails with it: `linux/arm64 does not build`. */
  readonly title: string
}

/** Lines of unrecognised output that are kept as evidence. */
const TAIL_LINES = 20

/** A location as go prints it (relative to where it ran) as one that can be opened from the project's directory. */
function place(location: Location, { project, directory }: FailurePlace, failures: readonly BuildFailure[]): Location {
  // C compilers name files from the folder of the package: what was found out about that already is better than a guess.
  const name = location.file.replace(/^\.\//, '')
  const known = failures.find(
    (failure) => failure.location?.line === location.line && failure.location?.file.endsWith(name) === true,
  )?.location
  if (known !== undefined && known !== null) return { ...location, file: known.file }
  const path = isAbsolute(location.file) ? location.file : join(directory, location.file)
  const inside = relative(project, path)
  const file = inside === '' || inside.startsWith('..') || isAbsolute(inside) ? location.file : inside
  return { ...location, file: file.split(sep).join('/') }
}

function lastLines(text: string): readonly string[] {
  const lines = redact(text).trimEnd().split(/\r?\n/)
  return lines.slice(-TAIL_LINES).map((line) => line.slice(0, 1000))
}

/** Findings for the output of a failed command: its incidents in causal order; empty when none is recognised. */
export function recognise(
  output: string,
  at: FailurePlace,
  facts: IncidentFacts,
  failures: readonly BuildFailure[] = [],
): readonly Finding[] {
  return classify(output, facts).map((incident) => {
    const { location } = incident
    return incidentFinding(location === undefined ? incident : { ...incident, location: place(location, at, failures) }, {
      source: at.source,
      root: at.root,
      ...(at.target === undefined ? {} : { target: at.target }),
    })
  })
}

/**
 * Findings for a go command that failed: its incidents in causal order, or, when none is recognised,
 * one `go/unrecognised` with the end of the output. Never empty.
 */
export function diagnose(
  result: GoResult,
  at: FailurePlace,
  facts: IncidentFacts,
  failures: readonly BuildFailure[] = [],
): readonly Finding[] {
  // Compilers write to standard error; go test, and everything under -json in GOFLAGS, to standard output.
  const output = [result.stderr.text, result.stdout.text].filter((text) => text !== '').join('\n')
  const found = recognise(output, at, facts, failures)
  // A notice is no reason: without another one, why it failed is not known.
  if (found.some(({ severity }) => severity === 'error')) return found
  const command = at.command ?? `go ${result.args.join(' ')}`
  const ended = result.exitCode === null ? 'was ended by a signal' : `ended with exit code ${String(result.exitCode)}`
  return [
    ...found,
    {
      rule: 'go/unrecognised',
      severity: 'error',
      state: 'new',
      title: at.title,
      message: `\`${command}\` ${result.ending === 'timed-out' ? 'ran past its deadline' : ended}, for a reason that this version does not recognise; the end of its output is below.`,
      subject: { tool: command, ...(at.target === undefined ? {} : { target: at.target }) },
      evidence: lastLines(output),
      fix: [],
      source: at.source,
      root: at.root,
    },
  ]
}
