import type { FailOn } from '../compare/index.js';
import { type Outcome } from './conclude.js';
import type { ProjectOptions } from './options.js';
import type { Session } from './session.js';
/**
 * This job's snapshot: environment and modules, nothing verified, nothing built.
 * The report says what stood in the way. Throws as `recordProject` does.
 */
export declare function record(session: Session, options: ProjectOptions & {
    readonly failOn?: FailOn;
}): Promise<Outcome>;
