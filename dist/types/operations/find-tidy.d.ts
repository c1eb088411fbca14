import type { Integrity, Root } from '../snapshot/index.js';
import type { RecordedRoot } from './record-project.js';
import type { Session } from './session.js';
/**
 * Roots with what `go mod tidy` would change in go.sum, where somebody changed it or go.mod since the last commit: the lines that a job
 * has and others have not are then told by their cause. Costs one call of git for a root that is as committed. Throws only `cancelled`.
 */
export declare function findTidy(session: Session, roots: readonly Root[], verified: readonly RecordedRoot[], outcome: Integrity['outcome']): Promise<readonly Root[]>;
