import type { Finding, FindingSource, Severity } from '../report/index.js';
import type { Incident } from './incident.js';
/** Where an incident was met. */
export interface IncidentPlace {
    readonly source: FindingSource;
    readonly root?: string;
    readonly target?: string;
    /** Default: that of the rule. */
    readonly severity?: Severity;
}
/** The finding that reports an incident; its state is `new` until it is compared with a baseline. */
export declare function incidentFinding(incident: Incident, at: IncidentPlace): Finding;
