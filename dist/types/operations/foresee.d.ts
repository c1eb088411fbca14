import type { Finding } from '../report/index.js';
import { type TargetResult } from '../snapshot/index.js';
import type { Target } from '../targets/index.js';
import type { RecordedRoot, Recording } from './record-project.js';
import type { Session } from './session.js';
/** A build that need not be tried. */
export interface ForeseenFailure {
    readonly result: Pick<TargetResult, 'outcome' | 'failedPackages' | 'reason' | 'rule'>;
    readonly findings: readonly Finding[];
}
/** Targets whose C side lacks something: go would compile for minutes before it says the same. */
export declare function foreseeFailures(session: Session, recording: Recording, root: RecordedRoot, targets: readonly Target[], packages: readonly string[]): Promise<ReadonlyMap<Target, ForeseenFailure>>;
