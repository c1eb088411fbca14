import { type BaselineReading, type SavedBaseline } from '../baseline/index.js';
import { type Outcome } from './conclude.js';
import type { CheckOptions, ProjectOptions } from './options.js';
import type { Session } from './session.js';
/** What was saved, and the run it was made of. */
export interface SaveOutcome extends Outcome {
    /** `null`: nothing was saved, because the modules are not verified. */
    readonly saved: SavedBaseline | null;
}
/**
 * Makes the present state of this job the baseline: runs the chain, then writes the file.
 * Failing targets are kept as known failures; modules that are not verified are never saved.
 */
export declare function saveBaseline(session: Session, options: CheckOptions): Promise<SaveOutcome>;
/** Where the baseline of a project comes from and why it is trusted. */
export declare function showBaseline(session: Session, options: Pick<ProjectOptions, 'directory' | 'config'> & Pick<CheckOptions, 'baseline' | 'event' | 'mergeBase'>): Promise<BaselineReading>;
