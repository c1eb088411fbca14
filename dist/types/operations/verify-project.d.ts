import type { Degrade, Finding } from '../report/index.js';
import type { Integrity } from '../snapshot/index.js';
import type { Recording, RecordedRoot } from './record-project.js';
import type { Session } from './session.js';
/** What came of verifying a project. */
export interface Verification {
    readonly integrity: Integrity;
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
    /** Roots that may be built; the others failed. */
    readonly buildable: readonly RecordedRoot[];
}
/** Download → `go mod verify` → vendor, root after root: they share one module cache. */
export declare function verifyProject(session: Session, recording: Recording, vendor: boolean): Promise<Verification>;
