import type { RootReading } from '../integrity/index.js';
import type { Finding } from '../report/index.js';
/** Go says that a go.mod or go.work asks for a newer Go, and not in which line: the finding with the line of its `go` directive. */
export declare function withGoLine(finding: Finding, { place, files }: Pick<RootReading, 'place' | 'files'>): Finding;
