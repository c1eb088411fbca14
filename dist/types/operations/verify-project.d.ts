import { type Ledger } from '../integrity/index.js';
import type { Degrade, Finding } from '../report/index.js';
import type { Integrity } from '../snapshot/index.js';
import type { BuildOptions } from './options.js';
import type { Recording, RecordedRoot } from './record-project.js';
import type { Session } from './session.js';
/** What came of verifying a project. */
export interface Verification {
    readonly integrity: Integrity;
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
    /** Roots that may be built; the others failed. */
    readonly buildable: readonly RecordedRoot[];
    /** What the module cache held, to be held against it later; `null` when nothing was looked at. */
    readonly ledger: Ledger | null;
}
/** Download → `go mod verify` → vendor, root after root: they share one module cache. */
export declare function verifyProject(session: Session, recording: Recording, { vendor, repair, remembered, checksumDatabase, config }: BuildOptions): Promise<Verification>;
