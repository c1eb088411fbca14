import type { IncidentFacts } from './incident.js';
import type { LogLine } from './log.js';
/**
 * What a log itself tells of the target: `GOOS=linux GOARCH=arm64 CGO_ENABLED=1 go build`, as traced by a shell or a container build.
 * Only where it says one thing: a log of several targets tells nothing.
 */
export declare function factsOfLog(lines: readonly LogLine[]): IncidentFacts;
