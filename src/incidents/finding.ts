import type { Finding, FindingSource, Severity } from '../report/index.js'
import { catalogue } from './catalogue.js'
import type { Incident } from './incident.js'
import { subjectName } from './words.js'

/** Where an incident was met. */
export interface IncidentPlace {
  readonly source: FindingSource
  readonly root?: string
  readonly target?: string
  /** Default: that of the rule. */
  readonly severity?: Severity
}

/** `main.go:16:20: undefined: syscall.Dup2`, as compilers say it; the message is the last group. */
const SAID_AT_PLACE = /^\S+?\.\w{1,10}:\d{1,9}(?::\d{1,9})?: (?<message>\S.{0,150})$/

/** What the tool itself said, where it said it of a place: people look for these words. Else the rule's, with the culprit. */
function titleOf({ rule, culprit, location, evidence }: Incident): string {
  const said = location === undefined ? undefined : SAID_AT_PLACE.exec(evidence[0]?.text.trim() ?? '')?.groups?.['message']
  if (said !== undefined) return said
  const summary = catalogue.find(({ id }) => id === rule)?.summary ?? rule
  const name = subjectName(culprit)
  return name === '' || name === 'go' ? summary : `${summary}: ${name}`
}

/** The finding that reports an incident; its state is `new` until it is compared with a baseline. */
export function incidentFinding(incident: Incident, at: IncidentPlace): Finding {
  return {
    rule: incident.rule,
    severity: at.severity ?? catalogue.find(({ id }) => id === incident.rule)?.severity ?? 'error',
    state: 'new',
    title: titleOf(incident),
    message: incident.confidence === 'certain' ? incident.cause : `${incident.cause} (Likely: the output alone does not prove it.)`,
    subject: at.target === undefined ? incident.culprit : { ...incident.culprit, target: at.target },
    ...(incident.location === undefined ? {} : { location: incident.location }),
    evidence: incident.evidence.map(({ text }) => text),
    fix: incident.fix,
    source: at.source,
    ...(at.root === undefined ? {} : { root: at.root }),
  }
}
