import { type Target, type TargetPlan } from '../targets/index.js';
import type { RecordedRoot, Recording } from './record-project.js';
import type { Session } from './session.js';
/** Decides one target of one root. */
export declare function planTarget({ host }: Pick<Session, 'host'>, recording: Recording, root: RecordedRoot, target: Target, packages: readonly string[]): Promise<TargetPlan>;
