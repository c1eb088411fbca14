import type { Degrade, Finding, ReportTarget } from '../report/index.js';
import type { TargetResult } from '../snapshot/index.js';
import type { RecordedRoot, Recording } from './record-project.js';
import type { Session } from './session.js';
/** What came of the targets of a project. */
export interface Building {
    /** Root after root, targets in the order asked for. */
    readonly results: readonly TargetResult[];
    /** The same, as the report shows them. */
    readonly targets: readonly ReportTarget[];
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
}
/** Builds every target in every root that may be built; says for the others that they were skipped, and why. */
export declare function buildProject(session: Session, recording: Recording, buildable: readonly RecordedRoot[], options: {
    readonly packages: readonly string[] | undefined;
    readonly skipped: string;
}): Promise<Building>;
