export { catalogue } from './catalogue.js'
export { classify } from './classify.js'
export { openScan, type LogScan } from './scan.js'
export { incidentFinding, type IncidentPlace } from './finding.js'
export type {
  Confidence,
  DroppedFiles,
  EvidenceLine,
  Explanation,
  Incident,
  IncidentFacts,
  IncidentRule,
  Match,
  Sighting,
  Sightings,
  Wording,
} from './incident.js'
export type { LogLine } from './log.js'
